import { citedEvidence, uncitedBlocks } from './citation'
import type { DocumentNode } from './document'
import { isAtLeastProbable, type Level } from './levels'
import { approvalsFor, type ReviewFact } from './review'
import { isCited } from './revision'
import { allowed, refused, type Refusal, type Verdict } from './verdict'
import { CORRECTION_KINDS, type CorrectionKind } from './words'
import { canStart, type RevisionState } from './workflow'

/** Where a screen leads from an item; a block by its path in the document, joined with dots; words of a translation by theirs. */
export type GateTarget = { kind: 'block' | 'claim' | 'evidence' | 'revision' | 'round' | 'words'; id: string }

/** One thing missing before publication. */
export type GateItem = Omit<Refusal, 'allowed'> & { target: GateTarget }

export type GateClaim = {
  id: string
  text: string
  questionId: string
  isCentral: boolean
  isWithdrawn: boolean
  /** The id of its open round, if one is open. */
  openRoundId: string | null
  /** What its last revealed round concluded. */
  finding: { level: Level; isStale: boolean } | null
}

export type GateInput = {
  revision: { id: string; state: RevisionState; doc: DocumentNode }
  /** Hash of the snapshot that publishing would make now. */
  snapshotHash: string
  approvalsNeeded: number
  authors: readonly string[]
  /** Of this revision, oldest first. */
  reviews: readonly ReviewFact[]
  /** All evidence of the incident; `claimId` null for background. Withdrawn counts its excerpt's withdrawal too. */
  evidence: readonly { id: string; claimId: string | null; isWithdrawn: boolean }[]
  /** All claims of the incident. */
  claims: readonly GateClaim[]
}

/** The claims that the text's citations reach through evidence that is not withdrawn; only they become public. */
export function citedClaimIds(doc: DocumentNode, evidence: GateInput['evidence']): string[] {
  const byId = new Map(evidence.map((piece) => [piece.id, piece]))
  const ids = citedEvidence(doc).flatMap((id) => {
    const piece = byId.get(id)
    return piece === undefined || piece.isWithdrawn || piece.claimId === null ? [] : [piece.claimId]
  })
  return [...new Set(ids)]
}

/** A claim that was judged and stays with the desk. */
export type LeftOut = Pick<GateClaim, 'id' | 'text'>

/** The claims with a finding that the text does not reach: as only cited claims become public, readers never learn of them. */
export function leftOut({
  revision,
  evidence,
  claims,
}: Pick<GateInput, 'revision' | 'evidence' | 'claims'>): LeftOut[] {
  const cited = new Set(citedClaimIds(revision.doc, evidence))
  return claims
    .filter((claim) => claim.finding !== null && !claim.isWithdrawn && !cited.has(claim.id))
    .map(({ id, text }) => ({ id, text }))
}

/** Evidence that can be cited: all of the incident's that is not withdrawn. */
export function citableEvidence(evidence: GateInput['evidence']): Set<string> {
  return new Set(evidence.filter((piece) => !piece.isWithdrawn).map((piece) => piece.id))
}

/** Rules 9 to 11: everything that stands between this text and its publication; empty where nothing does. */
export function gate(input: GateInput): GateItem[] {
  const cited = new Set(citedClaimIds(input.revision.doc, input.evidence))
  const claims = input.claims.filter((claim) => cited.has(claim.id))
  return [
    ...textItems(input),
    ...citationItems(input),
    ...centralItems(input, cited),
    ...claims.flatMap(claimItems),
    ...rivalItems(claims),
    ...approvalItems(input),
  ]
}

function textItems({ revision, evidence }: GateInput): GateItem[] {
  const valid = citableEvidence(evidence)
  const verdict = isCited(revision.doc, valid)
  if (verdict.allowed) return []
  const blocks = uncitedBlocks(revision.doc, valid)
  if (blocks.length === 0) return [item(verdict, { kind: 'revision', id: revision.id })]
  return blocks.map((block) => ({
    rule: 'gate.uncited',
    because: `“${block.excerpt}” cites nothing.`,
    lift: 'Cite evidence or background in it.',
    target: { kind: 'block', id: block.path.join('.') },
  }))
}

function item({ rule, because, lift }: Refusal, target: GateTarget): GateItem {
  return lift === undefined ? { rule, because, target } : { rule, because, lift, target }
}

function citationItems({ revision, evidence }: GateInput): GateItem[] {
  const byId = new Map(evidence.map((piece) => [piece.id, piece]))
  return citedEvidence(revision.doc).flatMap((id): GateItem[] => {
    const piece = byId.get(id)
    const target: GateTarget = { kind: 'evidence', id }
    if (piece === undefined)
      return [{ rule: 'gate.foreign', because: 'A citation is not of this incident.', lift: 'Take it out.', target }]
    if (!piece.isWithdrawn) return []
    return [
      { rule: 'gate.withdrawn', because: 'A cited passage was withdrawn.', lift: 'Take the citation out.', target },
    ]
  })
}

function centralItems({ revision, claims }: GateInput, cited: ReadonlySet<string>): GateItem[] {
  const central = claims.find((claim) => claim.isCentral && !claim.isWithdrawn)
  if (central === undefined)
    return [
      {
        rule: 'gate.central',
        because: 'The incident has no central claim.',
        lift: 'Make one of its claims the central one.',
        target: { kind: 'revision', id: revision.id },
      },
    ]
  if (cited.has(central.id)) return []
  return [
    {
      rule: 'gate.central',
      because: 'The summary does not cite the central claim.',
      lift: 'Cite evidence of it.',
      target: { kind: 'claim', id: central.id },
    },
  ]
}

function claimItems(claim: GateClaim): GateItem[] {
  const target: GateTarget = { kind: 'claim', id: claim.id }
  const items: GateItem[] = []
  if (claim.isWithdrawn)
    items.push({
      rule: 'gate.claim-withdrawn',
      because: `“${claim.text}” was withdrawn.`,
      lift: 'Cite another.',
      target,
    })
  if (claim.openRoundId !== null)
    items.push({
      rule: 'gate.open-round',
      because: `“${claim.text}” is being voted on.`,
      lift: 'Reveal the round.',
      target: { kind: 'round', id: claim.openRoundId },
    })
  else if (claim.finding === null)
    items.push({ rule: 'gate.finding', because: `“${claim.text}” has no finding.`, lift: 'Vote on it.', target })
  if (claim.finding?.isStale === true)
    items.push({
      rule: 'gate.stale',
      because: `“${claim.text}”, its evidence or where that comes from has changed since it was voted on.`,
      lift: 'Vote on it anew.',
      target,
    })
  return items
}

function rivalItems(claims: readonly GateClaim[]): GateItem[] {
  const likely = claims.filter((claim) => claim.finding !== null && isAtLeastProbable(claim.finding.level))
  return likely.flatMap((claim, index) =>
    likely
      .slice(index + 1)
      .filter((rival) => rival.questionId === claim.questionId)
      .map((rival) => ({
        rule: 'gate.rivals',
        because: `“${claim.text}” and “${rival.text}” cannot both be true, and both stand at probable or better.`,
        lift: 'Vote on one of them again, or cite only one.',
        target: { kind: 'claim' as const, id: rival.id },
      })),
  )
}

function approvalItems(input: GateInput): GateItem[] {
  const target: GateTarget = { kind: 'revision', id: input.revision.id }
  const { state } = input.revision
  if (state === 'draft')
    return [{ rule: 'gate.submitted', because: 'It is not submitted for review.', lift: 'Submit it.', target }]
  const approvals = approvalsFor(input.snapshotHash, input.reviews, input.authors).length
  const missing = input.approvalsNeeded - approvals
  if (missing > 0) {
    const before = input.reviews.filter((review) => review.decision === 'approve').length
    const because =
      before > approvals
        ? 'What would be published has changed since it was approved.'
        : missing === 1
          ? 'One approval is missing.'
          : `${missing} approvals are missing.`
    return [{ rule: 'gate.approval', because, lift: 'An editor who is not an author reviews it.', target }]
  }
  if (canStart('publish', state)) return []
  return [{ rule: 'gate.approval', because: 'It is not approved.', lift: 'Review it.', target }]
}

/** Kind and note of a publication, required from an incident's second on and absent from its first. */
export type CorrectionInput = { kind: CorrectionKind; note: string } | null

/**
 * Rules 10 and 11 as one verdict: the first item of the gate, if any, then the correction's kind and note.
 * `earlierPublications`: how many the incident has. A retraction is not published so but by its own act.
 */
export function canPublish(input: GateInput & { earlierPublications: number; correction: CorrectionInput }): Verdict {
  if (!canStart('publish', input.revision.state))
    return refused('gate.approval', 'Only an approved text is published.', 'Have it reviewed.')
  const [first] = gate(input)
  if (first !== undefined) {
    const { rule, because, lift } = first
    return refused(rule, because, lift)
  }
  return correctionVerdict(input.earlierPublications, input.correction)
}

function correctionVerdict(earlierPublications: number, correction: CorrectionInput): Verdict {
  if (earlierPublications === 0)
    return correction === null
      ? allowed
      : refused('gate.correction', 'The first publication corrects nothing.', 'Leave kind and note out.')
  if (correction === null || correction.note.trim() === '')
    return refused('gate.correction', 'Readers are told why this replaces what was published.', 'Give kind and note.')
  if (correction.kind === 'retraction' || !CORRECTION_KINDS.includes(correction.kind))
    return refused('gate.correction', 'A retraction is made by retracting.', 'Choose another kind.')
  return allowed
}
