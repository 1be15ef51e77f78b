import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DocumentNode } from './document'
import { canPublish, citableEvidence, type GateClaim } from './gate'
import { LEVELS, type Level } from './levels'
import { independentOrigins } from './origin'
import { approvalsFor, canApprove, canRequestChanges, stateAfterApproval, type ReviewFact } from './review'
import { canDiscard, canDraft, canEdit, canSubmit, canWithdraw } from './revision'
import { canCast, canOpen, canReveal, conclude, fingerprint, quorumOf, type FingerprintInput } from './round'
import type { Verdict } from './verdict'
import { isWorking, type RevisionState, type RoundState } from './workflow'

/**
 * A small newsroom in memory, moved only by what the verdicts allow. Whatever random people try, no publication
 * breaks rules 9 to 11, as `audit` reads them from the design and not from the gate.
 */
const PEOPLE = ['ann', 'bo', 'cy', 'di'] as const
const CLAIMS = ['c1', 'c2', 'c3'] as const
/** The first two answer the same question: rivals. */
const QUESTION = { c1: 'q1', c2: 'q1', c3: 'q2' } as const
type ClaimId = (typeof CLAIMS)[number]

type Evidence = { id: string; claimId: ClaimId | null; isWithdrawn: boolean; originId: string | null }
type Round = { id: string; state: RoundState; fingerprint: string; quorum: number; ballots: Map<string, Level | null> }
type Claim = { id: ClaimId; text: string; rounds: Round[]; finding: { level: Level; fingerprint: string } | null }
type Revision = { id: string; state: RevisionState; doc: DocumentNode; reviews: ReviewFact[] }
type World = {
  title: string
  central: ClaimId
  approvalsNeeded: number
  evidence: Evidence[]
  claims: Record<ClaimId, Claim>
  authors: Set<string>
  revisions: Revision[]
  publications: number
}

function begin(approvalsNeeded: number): World {
  const claim = (id: ClaimId): Claim => ({ id, text: `Claim ${id}`, rounds: [], finding: null })
  const start = CLAIMS.flatMap((claimId) =>
    [1, 2].map((n) => ({ id: `${claimId}-${n}`, claimId, isWithdrawn: false, originId: `o${n}` })),
  )
  return {
    title: 'Raid',
    central: 'c1',
    approvalsNeeded,
    evidence: [...start, { id: 'background', claimId: null, isWithdrawn: false, originId: null }],
    claims: { c1: claim('c1'), c2: claim('c2'), c3: claim('c3') },
    authors: new Set(),
    revisions: [],
    publications: 0,
  }
}

function seen(world: World, claim: Claim): FingerprintInput {
  return {
    claimText: claim.text,
    evidence: world.evidence
      .filter((piece) => piece.claimId === claim.id)
      .map((piece) => ({
        id: piece.id,
        stance: 'supports',
        isWithdrawn: piece.isWithdrawn,
        sourceId: piece.id,
        outletId: null,
        origin: piece.originId === null ? null : { id: piece.originId, partyId: null },
        exact: piece.id,
        translation: null,
      })),
    lineage: [],
    sides: [],
  }
}

/** Hashing is most of the work, and most of what is hashed has been before. */
const prints = new Map<string, string>()
function print(world: World, claim: Claim): string {
  const input = seen(world, claim)
  const known = JSON.stringify(input)
  const hash = prints.get(known) ?? fingerprint(input)
  prints.set(known, hash)
  return hash
}
const working = (world: World) => world.revisions.find((revision) => isWorking(revision.state))

/** Stands for the public document's hash: title, text, and the findings and evidence behind it. */
function snapshotHash(world: World, revision: Revision): string {
  const findings = CLAIMS.map((id) => world.claims[id].finding?.level ?? null)
  return JSON.stringify({ title: world.title, doc: revision.doc, findings, evidence: world.evidence })
}

function gateInput(world: World, revision: Revision) {
  const claims = CLAIMS.map((id): GateClaim => {
    const { text, rounds, finding } = world.claims[id]
    const open = rounds.find((round) => round.state === 'open')
    const isStale = finding?.fingerprint !== print(world, world.claims[id])
    return {
      id,
      text,
      questionId: QUESTION[id],
      isCentral: world.central === id,
      isWithdrawn: false,
      openRoundId: open?.id ?? null,
      finding: finding === null ? null : { level: finding.level, isStale },
    }
  })
  return {
    revision,
    snapshotHash: snapshotHash(world, revision),
    approvalsNeeded: world.approvalsNeeded,
    authors: [...world.authors],
    reviews: revision.reviews,
    evidence: world.evidence,
    claims,
    earlierPublications: world.publications,
    correction: world.publications === 0 ? null : { kind: 'update' as const, note: 'More is known.' },
  }
}

/** One try: `pick` chooses among what there is. */
type Try = { kind: Kind; person: string; pick: number; other: number }
type Act = (world: World, attempt: Try) => boolean

function when(verdict: Verdict, change: () => void): boolean {
  if (verdict.allowed) change()
  return verdict.allowed
}

function at<Item>(list: readonly Item[], pick: number): Item | undefined {
  return list[pick % Math.max(1, list.length)]
}

const claimAt = (world: World, pick: number) => world.claims[at(CLAIMS, pick) ?? 'c1']

function redraft(world: World, from: Revision): void {
  world.revisions.push({ id: `r${world.revisions.length}`, state: 'draft', doc: from.doc, reviews: [] })
}

function write(world: World, pick: number, other: number): DocumentNode {
  const chosen = world.evidence.filter((_, index) => ((pick >> (index % 16)) & 1) === 1)
  const paragraph = (piece: Evidence | null): DocumentNode => ({
    type: 'paragraph',
    content: [
      { type: 'text', text: 'Text.' },
      ...(piece === null ? [] : [{ type: 'citation', attrs: { evidenceId: piece.id } }]),
    ],
  })
  return { type: 'doc', content: [...chosen.map(paragraph), ...(other % 8 === 0 ? [paragraph(null)] : [])] }
}

const voting = {
  open: (world, { pick, other }) => {
    const claim = claimAt(world, pick)
    const last = claim.rounds.at(-1) ?? null
    const current = print(world, claim)
    const evidenceCount = world.evidence.filter((piece) => piece.claimId === claim.id && !piece.isWithdrawn).length
    return when(canOpen({ last, current, evidenceCount, reason: other % 8 === 0 ? 'Once more.' : '' }), () => {
      if (last !== null) last.state = 'superseded'
      const id = `${claim.id}-round-${claim.rounds.length}`
      claim.rounds.push({ id, state: 'open', fingerprint: current, quorum: quorumOf(3, 3), ballots: new Map() })
    })
  },
  cast: (world, { person, pick, other }) => {
    const claim = claimAt(world, pick)
    const round = claim.rounds.at(-1)
    if (round === undefined) return false
    const level = at<Level | null>([...LEVELS, 'probable', 'probable', null], other) ?? null
    const originsCount = independentOrigins(seen(world, claim)).count
    const verdict = canCast({ level, reason: 'Because.' }, { ...round, current: print(world, claim), originsCount })
    return when(verdict, () => {
      if (level === 'confirmed') expect(originsCount).toBeGreaterThanOrEqual(2)
      round.ballots.set(person, level)
    })
  },
  reveal: (world, { pick }) => {
    const claim = claimAt(world, pick)
    const round = claim.rounds.at(-1)
    if (round === undefined) return false
    const ballots = [...round.ballots.values()].map((level) => ({ level, isSuspended: false }))
    return when(canReveal({ ...round, ballots, current: print(world, claim) }), () => {
      round.state = 'revealed'
      claim.finding = { level: conclude(ballots).level, fingerprint: round.fingerprint }
    })
  },
} satisfies Record<string, Act>

const writing = {
  draft: (world) => {
    const states = world.revisions.map((revision) => revision.state)
    return when(canDraft({ incidentState: 'open', states }), () => {
      const doc = world.revisions.at(-1)?.doc ?? { type: 'doc', content: [] }
      world.revisions.push({ id: `r${world.revisions.length}`, state: 'draft', doc, reviews: [] })
    })
  },
  edit: (world, { person, pick, other }) => {
    const revision = working(world)
    if (revision === undefined) return false
    return when(canEdit(revision.state), () => {
      revision.doc = write(world, pick, other)
      world.authors.add(person)
    })
  },
  submit: (world, { person }) => {
    const revision = working(world)
    if (revision === undefined) return false
    const { state, doc } = revision
    const validEvidenceIds = citableEvidence(world.evidence)
    return when(canSubmit({ actorId: person, authors: [...world.authors], state, doc, validEvidenceIds }), () => {
      revision.state = 'in_review'
    })
  },
  approve: (world, { person }) => {
    const revision = working(world)
    if (revision === undefined) return false
    const hash = snapshotHash(world, revision)
    const input = { ...gateInput(world, revision), state: revision.state, actorId: person, seenHash: hash }
    return when(canApprove(input), () => {
      revision.reviews.push({ accountId: person, decision: 'approve', snapshotHash: hash })
      revision.state = stateAfterApproval({ ...input, reviews: revision.reviews })
    })
  },
  publish: (world) => {
    const revision = working(world)
    if (revision === undefined) return false
    return when(canPublish(gateInput(world, revision)), () => {
      audit(world, revision)
      for (const earlier of world.revisions) if (earlier.state === 'published') earlier.state = 'superseded'
      revision.state = 'published'
      world.authors.clear()
      world.publications++
    })
  },
  requestChanges: (world, { person }) => {
    const revision = working(world)
    if (revision === undefined) return false
    const input = { actorId: person, authors: [...world.authors], state: revision.state, comment: 'No.' }
    return when(canRequestChanges(input), () => {
      revision.reviews.push({
        accountId: person,
        decision: 'request_changes',
        snapshotHash: snapshotHash(world, revision),
      })
      revision.state = 'changes_requested'
      redraft(world, revision)
    })
  },
  withdraw: (world) => {
    const revision = working(world)
    if (revision === undefined) return false
    return when(canWithdraw({ state: revision.state, reason: 'No.' }), () => {
      revision.state = 'withdrawn'
      redraft(world, revision)
    })
  },
  discard: (world) => {
    const revision = working(world)
    if (revision === undefined) return false
    return when(canDiscard({ state: revision.state, reason: 'No.' }), () => {
      revision.state = 'withdrawn'
    })
  },
} satisfies Record<string, Act>

/** What anyone may change at any time, and what makes votes and approvals stale. */
const disturbing = {
  add: (world, { pick, other }) => {
    const claimId = at([...CLAIMS, null], pick) ?? null
    const originId = at(['o1', 'o2', 'o3', null], other) ?? null
    world.evidence.push({ id: `e${world.evidence.length}`, claimId, isWithdrawn: false, originId })
    return true
  },
  withdrawEvidence: (world, { pick }) => {
    const piece = at(world.evidence, pick)
    if (piece !== undefined) piece.isWithdrawn = true
    return true
  },
  reattribute: (world, { pick, other }) => {
    const piece = at(world.evidence, pick)
    if (piece !== undefined) piece.originId = at(['o1', 'o2', null], other) ?? null
    return true
  },
  reword: (world, { pick, other }) => {
    claimAt(world, pick).text += ` ${other}`
    return true
  },
  retitle: (world, { pick }) => {
    world.title = `Raid ${pick}`
    return true
  },
  centre: (world, { pick }) => {
    world.central = at(CLAIMS, pick) ?? 'c1'
    return true
  },
} satisfies Record<string, Act>

const ACTS = { ...voting, ...writing, ...disturbing }
type Kind = keyof typeof ACTS
const ALL = Object.keys(ACTS) as Kind[]
const FORWARD: readonly Kind[] = [
  'publish',
  'approve',
  'submit',
  'reveal',
  'cast',
  'open',
  'edit',
  'draft',
  'cast',
  'cast',
]

/** Rules 9 to 11 read from the design, without the gate's own functions. */
function audit(world: World, revision: Revision): void {
  const byId = new Map(world.evidence.map((piece) => [piece.id, piece]))
  const blocks = (revision.doc.content ?? []).map((block) =>
    (block.content ?? []).flatMap((inline) => (inline.type === 'citation' ? [String(inline.attrs?.evidenceId)] : [])),
  )
  const cited = blocks.flat().map((id) => byId.get(id))
  expect(blocks.length, 'an empty text').toBeGreaterThan(0)
  for (const ids of blocks)
    expect(
      ids.some((id) => byId.get(id)?.isWithdrawn === false),
      'rule 9',
    ).toBe(true)
  expect(
    cited.every((piece) => piece?.isWithdrawn === false),
    'rule 11: something withdrawn',
  ).toBe(true)

  const hash = snapshotHash(world, revision)
  const approvers = PEOPLE.filter((person) => {
    const last = revision.reviews.findLast((review) => review.accountId === person)
    return last?.decision === 'approve' && last.snapshotHash === hash && !world.authors.has(person)
  })
  expect(revision.state, 'rule 11: not approved').toBe('approved')
  expect(approvers.length, 'rule 10').toBeGreaterThanOrEqual(world.approvalsNeeded)
  expect(approvalsFor(hash, revision.reviews, [...world.authors])).toEqual(approvers)

  const claimIds = new Set(cited.flatMap((piece) => piece?.claimId ?? []))
  expect(claimIds.has(world.central), 'rule 11: the central claim').toBe(true)
  const likely: string[] = []
  for (const id of claimIds) {
    const { finding, rounds } = world.claims[id]
    expect(finding?.fingerprint, 'rule 11: a finding that is not stale').toBe(print(world, world.claims[id]))
    expect(
      rounds.some((round) => round.state === 'open'),
      'rule 11: an open round',
    ).toBe(false)
    if (finding?.level === 'confirmed' || finding?.level === 'probable') likely.push(QUESTION[id])
  }
  expect(new Set(likely).size, 'rule 11: rivals').toBe(likely.length)
}

const attempt = fc.record({
  kind: fc.constantFrom(...ALL),
  person: fc.constantFrom(...PEOPLE),
  pick: fc.nat(0xffff),
  other: fc.nat(0xffff),
  /** Most tries move forward where something can, or no sequence of 50 would get far. */
  isForward: fc.integer({ min: 0, max: 99 }).map((n) => n < 75),
})

function step(world: World, { isForward, ...tried }: Try & { isForward: boolean }): void {
  if (!isForward) {
    ACTS[tried.kind](world, tried)
    return
  }
  // Any claim and any person may be what the next step needs.
  for (const kind of FORWARD)
    for (const [index, person] of PEOPLE.entries())
      if (ACTS[kind](world, { ...tried, kind, person, pick: tried.pick + index })) return
}

test('no 50 actions of random people reach a publication that breaks rules 9 to 11', { timeout: 300_000 }, () => {
  let published = 0
  let republished = 0
  fc.assert(
    fc.property(
      fc.array(attempt, { minLength: 50, maxLength: 50 }),
      fc.integer({ min: 1, max: 2 }),
      (tries, approvals) => {
        const world = begin(approvals)
        for (const each of tries) {
          step(world, each)
          expect(world.revisions.filter((revision) => isWorking(revision.state)).length).toBeLessThanOrEqual(1)
          expect(world.revisions.filter((revision) => revision.state === 'published').length).toBeLessThanOrEqual(1)
        }
        published += world.publications
        if (world.publications > 1) republished++
      },
    ),
    { numRuns: 500 },
  )
  // A property that never published would prove nothing.
  expect(published).toBeGreaterThan(100)
  expect(republished).toBeGreaterThan(10)
})
