import { diffArrays } from 'diff'
import type { Change, Said } from './change'
import { canonicalJson } from './hash'
import type { PublicClaim, PublicEvidence, PublicLineage, Snapshot } from './snapshot-schema'
import { blockTexts } from './snapshot-summary'
import { citedNow, unnumberedBlocks } from './summary-diff'

type Says = Change['says']
type Note = Extract<Says, { form: 'note' }>['note']
type What = Extract<Says, { form: 'changed' }>['what']
type Subject = Change['subject']

const same = (a: unknown, b: unknown) => canonicalJson(a ?? null) === canonicalJson(b ?? null)
const shorten = (text: string) => (text.length <= 80 ? text : `${text.slice(0, 79).trimEnd()}…`)

const note = (of: Note, text: string | null = null): Says => ({ form: 'note', note: of, text })
const noteUnless = (isSame: boolean, of: Note): Says | null => (isSame ? null : note(of))

/** What stood and what stands, or null where it is the same. */
function changed(what: What, before: Said | null, after: Said | null): Says | null {
  return same(before, after) ? null : { form: 'changed', what, before, after }
}

const text = (said: string | null): Said | null => (said === null || said === '' ? null : { as: 'text', text: said })
const when = (edtf: string | null): Said | null => (edtf === null ? null : { as: 'when', edtf })
const names = (list: readonly string[]): Said => ({ as: 'names', names: [...list] })
const count = (number: number): Said => ({ as: 'number', number })

/**
 * What differs between two accounts, each as a sentence that every language has words for, in the order of the page.
 * Empty exactly where both are equal: what no sentence of its own covers is named by the part it is in.
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

type Part = { about: Change['about']; key?: string; subject?: Subject }

function sentences({ about, key, subject = null }: Part, all: readonly (Says | null)[]): Change[] {
  return all.flatMap((says) => (says === null ? [] : [{ about, key: key ?? null, subject, says }]))
}

/** The sentences, or where there are none although something differs, the one that says so. */
function orElse(all: readonly (Says | null)[], isSame: boolean, otherwise: Note): (Says | null)[] {
  return isSame || all.some((says) => says !== null) ? [...all] : [note(otherwise)]
}

function placeSaid(place: Snapshot['incident']['place']): Said | null {
  if (place === null) return null
  const { name, latitude, longitude, precision } = place
  return { as: 'place', name, latitude, longitude, precision }
}

function incidentChanges({ incident: a }: Snapshot, { incident: b }: Snapshot): Change[] {
  const parties = ({ parties: all }: typeof a) => names(all.map((party) => party.name))
  return sentences({ about: 'incident' }, [
    changed('title', text(a.title), text(b.title)),
    changed('address', text(a.slug), text(b.slug)),
    changed('type', { as: 'type', type: a.type }, { as: 'type', type: b.type }),
    changed('when', when(a.occurred), when(b.occurred)),
    ...orElse([changed('place', placeSaid(a.place), placeSaid(b.place))], same(a.place, b.place), 'place'),
    ...orElse([changed('parties', parties(a), parties(b))], same(a.parties, b.parties), 'parties'),
    changed('sides', { as: 'sides', sides: a.sides }, { as: 'sides', sides: b.sides }),
    changed('tags', names(a.tags), names(b.tags)),
  ])
}

function summaryChanges(before: Snapshot, after: Snapshot): Change[] {
  const then = blockTexts(before.summary, citedNow(before, after))
  const texts = diffArrays(then, blockTexts(after.summary)).flatMap((part) =>
    part.added || part.removed ? part.value.map((block) => note(part.added ? 'added' : 'removed', shorten(block))) : [],
  )
  // What only has other numbers is told once, of the evidence.
  const isSame = same(unnumberedBlocks(before), unnumberedBlocks(after))
  return sentences({ about: 'summary' }, orElse(texts, isSame, 'layout'))
}

function claimChanges(before: Snapshot, after: Snapshot): Change[] {
  const now = new Map(after.claims.map((claim) => [claim.key, claim]))
  const then = new Map(before.claims.map((claim) => [claim.key, claim]))
  const gone = before.claims.filter((claim) => !now.has(claim.key))
  const kept = (claims: readonly PublicClaim[]) =>
    claims.flatMap((claim) => (now.has(claim.key) && then.has(claim.key) ? [claim.key] : []))
  return [
    ...gone.flatMap(({ key, text: said }) => sentences({ about: 'claim', key }, [note('claimGone', said)])),
    ...after.claims.flatMap((claim) => {
      const { key, text: said } = claim
      const old = then.get(key)
      return old === undefined
        ? sentences({ about: 'claim', key }, [note('claimNew', said)])
        : sentences(
            { about: 'claim', key, subject: { kind: 'claim', text: said } },
            oneClaim(old, claim, before, after),
          )
    }),
    ...sentences({ about: 'claim' }, [noteUnless(same(kept(before.claims), kept(after.claims)), 'claimOrder')]),
  ]
}

function findingSaid(finding: PublicClaim['finding']): Said | null {
  return finding === null ? null : { as: 'finding', heading: finding.heading, level: finding.level }
}

/** Numbers shift when a citation is added; what matters is whose they are. */
function byKeys(numbers: readonly number[], snapshot: Snapshot): string[] {
  const keys = new Map(snapshot.evidence.map((piece) => [piece.number, piece.key]))
  return numbers.map((number) => keys.get(number) ?? '').toSorted()
}

/** `hasLineage`: both documents say who copied whom, which those of the first version do not. */
function groupsByKeys({ origins: { lineage, ...origins } }: PublicClaim, snapshot: Snapshot, hasLineage: boolean) {
  return {
    ...origins,
    lineage: hasLineage && lineage !== undefined ? lineageByKeys(lineage, snapshot) : null,
    groups: origins.groups.map((group) => ({ ...group, evidence: byKeys(group.evidence, snapshot) })),
    unattributed: byKeys(origins.unattributed, snapshot),
  }
}

function lineageByKeys({ sources, copies }: PublicLineage, snapshot: Snapshot) {
  const names = sources.map((source) => canonicalJson({ ...source, evidence: byKeys(source.evidence, snapshot) }))
  const edges = copies.map(({ kind, copy, of }) => canonicalJson([kind, names[copy] ?? null, names[of] ?? null]))
  return { sources: names.toSorted(), copies: edges.toSorted() }
}

function oneClaim(a: PublicClaim, b: PublicClaim, before: Snapshot, after: Snapshot): (Says | null)[] {
  const claimants = (claim: PublicClaim) => names(claim.claimants.map((claimant) => claimant.name))
  const first = (claim: PublicClaim) => when(claim.firstAppearance?.when ?? null)
  const hasLineage = a.origins.lineage !== undefined && b.origins.lineage !== undefined
  const isSameCount = same(groupsByKeys(a, before, hasLineage), groupsByKeys(b, after, hasLineage))
  const all = [
    changed('text', text(a.text), text(b.text)),
    changed('question', text(a.question.text), text(b.question.text)),
    noteUnless(a.isCentral === b.isCentral, b.isCentral ? 'central' : 'notCentral'),
    changed('claimants', claimants(a), claimants(b)),
    ...orElse([changed('first', first(a), first(b))], same(a.firstAppearance, b.firstAppearance), 'first'),
    ...orElse(
      [changed('finding', findingSaid(a.finding), findingSaid(b.finding))],
      same(a.finding, b.finding),
      'votes',
    ),
    ...orElse([changed('origins', count(a.origins.count), count(b.origins.count))], isSameCount, 'groups'),
    noteUnless(same(a.rivals.toSorted(), b.rivals.toSorted()), 'rivals'),
    noteUnless(same(byKeys(a.evidence, before), byKeys(b.evidence, after)), 'evidence'),
  ]
  return orElse(all, same(a, b) || same(unnumbered(a), unnumbered(b)), 'other')
}

function unnumbered(claim: PublicClaim) {
  return { ...claim, evidence: [], origins: null, rivals: claim.rivals.toSorted() }
}

type PieceKind = 'confidential' | 'passage'
const COME: Readonly<Record<PieceKind, Note>> = { confidential: 'confidentialNew', passage: 'passageNew' }
const GONE: Readonly<Record<PieceKind, Note>> = { confidential: 'confidentialGone', passage: 'passageGone' }

function subjectOf(piece: PublicEvidence): { kind: PieceKind; text: string } {
  return piece.isConfidential
    ? { kind: 'confidential', text: piece.description }
    : { kind: 'passage', text: shorten(piece.quotation.exact) }
}

function evidenceChanges(before: Snapshot, after: Snapshot): Change[] {
  const now = new Map(after.evidence.map((piece) => [piece.key, piece]))
  const then = new Map(before.evidence.map((piece) => [piece.key, piece]))
  const isRenumbered = after.evidence.some((piece) => {
    const old = then.get(piece.key)
    return old !== undefined && old.number !== piece.number
  })
  const named = (piece: PublicEvidence, notes: typeof COME) => {
    const { kind, text: said } = subjectOf(piece)
    return sentences({ about: 'evidence', key: piece.key }, [note(notes[kind], said)])
  }
  return [
    ...before.evidence.filter((piece) => !now.has(piece.key)).flatMap((piece) => named(piece, GONE)),
    ...after.evidence.flatMap((piece) => {
      const old = then.get(piece.key)
      if (old === undefined) return named(piece, COME)
      return sentences({ about: 'evidence', key: piece.key, subject: subjectOf(piece) }, onePiece(old, piece))
    }),
    ...sentences({ about: 'evidence' }, [noteUnless(!isRenumbered, 'numbers')]),
  ]
}

function onePiece(a: PublicEvidence, b: PublicEvidence): (Says | null)[] {
  const isSame = same({ ...a, number: 0 }, { ...b, number: 0 })
  if (a.isConfidential || b.isConfidential) return [noteUnless(isSame, 'confidential')]
  const stance = (piece: PublicEvidence): Said | null =>
    piece.stance === null ? null : { as: 'stance', stance: piece.stance }
  const all = [
    changed('stance', stance(a), stance(b)),
    noteUnless(same(a.origin, b.origin), 'origin'),
    noteUnless(same(a.relays, b.relays), 'relays'),
    noteUnless(same(a.translation, b.translation), 'translation'),
    noteUnless(same(a.source, b.source), 'source'),
  ]
  return orElse(all, isSame, 'other')
}

function frameChanges(a: Snapshot, b: Snapshot): Change[] {
  const related = (snapshot: Snapshot) => names(snapshot.related.map((other) => other.title))
  const language = ({ language: tag }: Snapshot): Said => ({ as: 'language', tag })
  const scale = ({ rules }: Snapshot) => [rules.scale, rules.disputedSpread]
  return [
    ...sentences(
      { about: 'incident' },
      orElse([changed('related', related(a), related(b))], same(a.related, b.related), 'related'),
    ),
    ...sentences({ about: 'people' }, [
      changed('bylines', names(a.bylines), names(b.bylines)),
      changed('organisation', text(a.organisation.name), text(b.organisation.name)),
      changed('organisationAddress', text(a.organisation.address), text(b.organisation.address)),
      changed('contact', text(a.organisation.contact), text(b.organisation.contact)),
    ]),
    ...sentences({ about: 'rules' }, [
      changed('language', language(a), language(b)),
      changed('quorum', count(a.rules.quorum), count(b.rules.quorum)),
      changed('approvals', count(a.rules.approvals), count(b.rules.approvals)),
      noteUnless(same(scale(a), scale(b)), 'scale'),
    ]),
  ]
}
