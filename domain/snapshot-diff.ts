import { diffArrays } from 'diff'
import { canonicalJson } from './hash'
import { HEADING_LABEL, LEVEL_INFO } from './levels'
import type { PublicClaim, PublicEvidence, Snapshot } from './snapshot-schema'
import { blockTexts } from './snapshot-summary'
import { citedNow, unnumberedBlocks } from './summary-diff'
import { formatWhen } from './time'

/** One difference between two public documents. `about`: the part it is in; `key`: of the claim or evidence, if one. */
export type Change = {
  about: 'incident' | 'summary' | 'claim' | 'evidence' | 'people' | 'rules'
  key: string | null
  text: string
}

const same = (a: unknown, b: unknown) => canonicalJson(a ?? null) === canonicalJson(b ?? null)
const quote = (text: string) => `“${text}”`
const shorten = (text: string) => (text.length <= 80 ? text : `${text.slice(0, 79).trimEnd()}…`)
const listed = (lines: readonly string[]) => (lines.length === 0 ? 'nothing' : lines.join(', '))

/** "The title changed from … to …", or null where it did not. */
function changed(what: string, before: string | null, after: string | null): string | null {
  if (before === after) return null
  if (before === null || before === '') return `${what} is now ${after ?? 'unknown'}; it was not given.`
  if (after === null || after === '') return `${what} was ${before}; it is no longer given.`
  return `${what} changed from ${before} to ${after}.`
}

const named = (text: string | null) => (text === null || text === '' ? text : quote(text))
const timed = (edtf: string | null) => (edtf === null ? null : formatWhen(edtf))

/**
 * What differs between two accounts, in plain sentences, in the order of the page. Empty exactly where both are equal:
 * what no sentence of its own covers is named by the part it is in.
 */
export function listChanges(before: Snapshot, after: Snapshot): Change[] {
  return [
    ...incidentChanges(before, after),
    ...summaryChanges(before, after),
    ...claimChanges(before, after),
    ...evidenceChanges(before, after),
    ...frameChanges(before, after),
  ]
}

function sentences(about: Change['about'], key: string | null, texts: readonly (string | null)[]): Change[] {
  return texts.flatMap((text) => (text === null ? [] : [{ about, key, text }]))
}

/** The sentences, or where there are none although something differs, the one that says so. */
function orElse(texts: readonly (string | null)[], isSame: boolean, otherwise: string): (string | null)[] {
  return isSame || texts.some((text) => text !== null) ? [...texts] : [otherwise]
}

function placeText(place: Snapshot['incident']['place']): string | null {
  if (place === null) return null
  const at = place.latitude === null || place.longitude === null ? '' : ` (${place.latitude}, ${place.longitude})`
  return `${quote(place.name)}${at}, ${place.precision}`
}

function incidentChanges({ incident: a }: Snapshot, { incident: b }: Snapshot): Change[] {
  const names = (parties: typeof a.parties) => listed(parties.map((party) => party.name))
  const sides = (incident: typeof a) => listed(incident.sides.map((side) => `${side.name} (${listed(side.parties)})`))
  const place = changed('The place', placeText(a.place), placeText(b.place))
  const parties = changed('The parties', names(a.parties), names(b.parties))
  return sentences('incident', null, [
    changed('The title', named(a.title), named(b.title)),
    changed('The address', named(a.slug), named(b.slug)),
    changed('The type', a.type, b.type),
    changed('The time', timed(a.occurred), timed(b.occurred)),
    ...orElse([place], same(a.place, b.place), 'What is said of the place changed.'),
    ...orElse([parties], same(a.parties, b.parties), 'What is said of the parties changed.'),
    changed('The sides', sides(a), sides(b)),
    changed('The tags', listed(a.tags), listed(b.tags)),
  ])
}

function summaryChanges(before: Snapshot, after: Snapshot): Change[] {
  const then = blockTexts(before.summary, citedNow(before, after))
  const texts = diffArrays(then, blockTexts(after.summary)).flatMap((part) =>
    part.added
      ? part.value.map((text) => `Added to the summary: ${quote(shorten(text))}`)
      : part.removed
        ? part.value.map((text) => `Taken out of the summary: ${quote(shorten(text))}`)
        : [],
  )
  // What only has other numbers is told once, of the evidence.
  const isSame = same(unnumberedBlocks(before), unnumberedBlocks(after))
  return sentences('summary', null, orElse(texts, isSame, 'The layout of the summary changed.'))
}

function claimChanges(before: Snapshot, after: Snapshot): Change[] {
  const now = new Map(after.claims.map((claim) => [claim.key, claim]))
  const then = new Map(before.claims.map((claim) => [claim.key, claim]))
  const gone = before.claims.filter((claim) => !now.has(claim.key))
  const kept = (claims: readonly PublicClaim[]) =>
    claims.flatMap((claim) => (now.has(claim.key) && then.has(claim.key) ? [claim.key] : []))
  return [
    ...gone.flatMap((claim) => sentences('claim', claim.key, [`The claim ${quote(claim.text)} is no longer in it.`])),
    ...after.claims.flatMap((claim) => {
      const old = then.get(claim.key)
      return sentences(
        'claim',
        claim.key,
        old === undefined ? [`The claim ${quote(claim.text)} is new.`] : oneClaim(old, claim, before, after),
      )
    }),
    ...(same(kept(before.claims), kept(after.claims))
      ? []
      : sentences('claim', null, ['The order of the claims changed.'])),
  ]
}

function findingText(finding: PublicClaim['finding']): string | null {
  if (finding === null) return null
  return `${HEADING_LABEL[finding.heading]} (${LEVEL_INFO[finding.level].label})`
}

/** Numbers shift when a citation is added; what matters is whose they are. */
function byKeys(numbers: readonly number[], snapshot: Snapshot): string[] {
  const keys = new Map(snapshot.evidence.map((piece) => [piece.number, piece.key]))
  return numbers.map((number) => keys.get(number) ?? '').toSorted()
}

function groupsByKeys(claim: PublicClaim, snapshot: Snapshot) {
  return {
    ...claim.origins,
    groups: claim.origins.groups.map((group) => ({ ...group, evidence: byKeys(group.evidence, snapshot) })),
    unattributed: byKeys(claim.origins.unattributed, snapshot),
  }
}

function oneClaim(a: PublicClaim, b: PublicClaim, before: Snapshot, after: Snapshot): (string | null)[] {
  const it = `the claim ${quote(b.text)}`
  const count = changed(`The number of independent origins of ${it}`, String(a.origins.count), String(b.origins.count))
  const finding = changed(`The finding of ${it}`, findingText(a.finding), findingText(b.finding))
  const claimants = (claim: PublicClaim) => listed(claim.claimants.map((claimant) => claimant.name))
  const first = changed(
    `The first appearance of ${it}`,
    timed(a.firstAppearance?.when ?? null),
    timed(b.firstAppearance?.when ?? null),
  )
  const texts = [
    changed('A claim', quote(a.text), quote(b.text)),
    changed(`The question of ${it}`, quote(a.question.text), quote(b.question.text)),
    a.isCentral === b.isCentral ? null : `${quote(b.text)} is ${b.isCentral ? 'now' : 'no longer'} the central claim.`,
    changed(`The claimants of ${it}`, claimants(a), claimants(b)),
    ...orElse([first], same(a.firstAppearance, b.firstAppearance), `The first appearance of ${it} changed.`),
    ...orElse([finding], same(a.finding, b.finding), `The votes or reasons behind the finding of ${it} changed.`),
    ...orElse(
      [count],
      same(groupsByKeys(a, before), groupsByKeys(b, after)),
      `How the origins of ${it} fall into groups changed.`,
    ),
    same(a.rivals.toSorted(), b.rivals.toSorted()) ? null : `The rivals of ${it} changed.`,
    same(byKeys(a.evidence, before), byKeys(b.evidence, after)) ? null : `The evidence of ${it} changed.`,
  ]
  return orElse(texts, same(a, b) || same(unnumbered(a), unnumbered(b)), `Something about ${it} changed.`)
}

function unnumbered(claim: PublicClaim) {
  return { ...claim, evidence: [], origins: null, rivals: claim.rivals.toSorted() }
}

function evidenceName(piece: PublicEvidence): string {
  if (piece.isConfidential) return `evidence of ${piece.description}`
  return `the passage ${quote(shorten(piece.quotation.exact))}`
}

function evidenceChanges(before: Snapshot, after: Snapshot): Change[] {
  const now = new Map(after.evidence.map((piece) => [piece.key, piece]))
  const then = new Map(before.evidence.map((piece) => [piece.key, piece]))
  const isRenumbered = after.evidence.some((piece) => {
    const old = then.get(piece.key)
    return old !== undefined && old.number !== piece.number
  })
  return [
    ...before.evidence
      .filter((piece) => !now.has(piece.key))
      .flatMap((piece) => sentences('evidence', piece.key, [`Gone: ${evidenceName(piece)}.`])),
    ...after.evidence.flatMap((piece) => {
      const old = then.get(piece.key)
      return sentences(
        'evidence',
        piece.key,
        old === undefined ? [`New: ${evidenceName(piece)}.`] : onePiece(old, piece),
      )
    }),
    ...(isRenumbered ? sentences('evidence', null, ['The numbers of the citations changed.']) : []),
  ]
}

function onePiece(a: PublicEvidence, b: PublicEvidence): (string | null)[] {
  const it = evidenceName(b)
  const isSame = same({ ...a, number: 0 }, { ...b, number: 0 })
  if (a.isConfidential || b.isConfidential) return isSame ? [] : [`What is said of ${it} changed.`]
  const texts = [
    changed(`The stance of ${it}`, a.stance, b.stance),
    same(a.origin, b.origin) ? null : `The origin of ${it} changed.`,
    same(a.relays, b.relays) ? null : `How ${it} was passed on changed.`,
    same(a.translation, b.translation) ? null : `The translation of ${it} changed.`,
    same(a.source, b.source) ? null : `What is said of the source of ${it} changed.`,
  ]
  return orElse(texts, isSame, `Something about ${it} changed.`)
}

function frameChanges(a: Snapshot, b: Snapshot): Change[] {
  const related = (snapshot: Snapshot) => listed(snapshot.related.map((other) => other.title))
  const relatedTexts = [changed('The related incidents', related(a), related(b))]
  return [
    ...sentences('incident', null, orElse(relatedTexts, same(a.related, b.related), 'The related incidents changed.')),
    ...sentences('people', null, [
      changed('The bylines', listed(a.bylines), listed(b.bylines)),
      changed('The organisation', named(a.organisation.name), named(b.organisation.name)),
      changed('The address of the organisation', named(a.organisation.address), named(b.organisation.address)),
      changed('The contact', named(a.organisation.contact), named(b.organisation.contact)),
    ]),
    ...sentences('rules', null, [
      changed('The language', a.language, b.language),
      changed('The quorum', String(a.rules.quorum), String(b.rules.quorum)),
      changed('The number of approvals', String(a.rules.approvals), String(b.rules.approvals)),
      same([a.rules.scale, a.rules.disputedSpread], [b.rules.scale, b.rules.disputedSpread])
        ? null
        : 'The scale of levels changed.',
    ]),
  ]
}
