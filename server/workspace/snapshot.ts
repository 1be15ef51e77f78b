import type { DocumentNode } from '@/domain/document'
import { buildSnapshot, snapshotHash } from '@/domain/snapshot'
import type { AccountPicture, PictureParty } from '@/domain/snapshot-picture'
import type { Snapshot } from '@/domain/snapshot-schema'
import { farOutletsOf, isWithdrawn, lineageEdges, pagesOfExcerpt, sidesOf, type ClaimState } from './claim-state'
import type { Picture } from './picture'
import { documentOf, workingRevision } from './revision-of'

/** Every party the picture names, once; those of the incident with their note and aliases, outlets with their grade. */
function partiesOf(picture: Picture): PictureParty[] {
  const { incident } = picture
  const bare = [
    ...incident.sides.flatMap((side) => side.parties.map((member) => member.party)),
    ...incident.origins.flatMap((origin) => origin.party ?? []),
    ...picture.questions.flatMap((question) =>
      question.claims.flatMap((claim) => claim.claimants.map((claimant) => claimant.party)),
    ),
    ...picture.evidence.flatMap((piece) => piece.relays.map((relay) => relay.party)),
  ].map((party) => ({ ...party, note: '', aliases: [], grade: null }))
  const full = incident.parties.map(({ party }) => ({
    id: party.id,
    name: party.name,
    kind: party.kind,
    note: party.note,
    aliases: party.aliases.map((alias) => alias.name),
    grade: null,
  }))
  const parties = new Map<string, PictureParty>([...bare, ...full].map((party) => [party.id, party]))
  for (const { outlet } of picture.sources) {
    if (!outlet) continue
    const [grade] = outlet.grades
    const known = parties.get(outlet.id) ?? { id: outlet.id, name: outlet.name, kind: 'outlet', note: '', aliases: [] }
    parties.set(outlet.id, { ...known, grade: grade ? { grade: grade.grade, reason: grade.reason } : null })
  }
  return [...parties.values()]
}

function claimsOf(states: readonly ClaimState[]): AccountPicture['claims'] {
  return states.map(({ claim, revealedRound: round }) => ({
    id: claim.id,
    questionId: claim.questionId,
    text: claim.text,
    isCentral: claim.isCentral,
    createdAt: claim.createdAt.toISOString(),
    claimantIds: claim.claimants.map((claimant) => claimant.partyId),
    firstSourceId: claim.firstSourceId,
    firstAppeared: claim.firstAppeared,
    finding:
      round?.level && round.distribution && round.revealedAt
        ? {
            level: round.level,
            spread: round.spread,
            distribution: round.distribution,
            concludedAt: round.revealedAt.toISOString(),
            reasons: round.reasons ?? [],
          }
        : null,
  }))
}

function evidenceOf(picture: Picture): AccountPicture['evidence'] {
  return picture.evidence.map((piece) => {
    const { excerpt } = piece
    return {
      id: piece.id,
      claimId: piece.claimId,
      stance: piece.stance,
      isWithdrawn: isWithdrawn(piece),
      captureId: excerpt.capture.id,
      sourceId: excerpt.capture.sourceId,
      originId: piece.originId,
      relayPartyIds: piece.relays.map((relay) => relay.partyId),
      exact: excerpt.exact,
      prefix: excerpt.prefix,
      suffix: excerpt.suffix,
      start: excerpt.start,
      end: excerpt.end,
      pages: pagesOfExcerpt(excerpt),
      translation: excerpt.translations[0] ?? null,
    }
  })
}

function capturesOf(picture: Picture): AccountPicture['captures'] {
  const captures = new Map(picture.evidence.map(({ excerpt: { capture } }) => [capture.id, capture]))
  return [...captures.values()].map((capture) => ({
    id: capture.id,
    textSha256: capture.textSha256,
    capturedAt: capture.capturedAt.toISOString(),
    normalisation: capture.normalisation,
  }))
}

function relatedOf({ incident }: Picture): AccountPicture['related'] {
  const to = incident.relatesTo.map(({ kind, other }) => ({ ...other, kind, isInverse: false }))
  const from = incident.relatedBy.map(({ kind, incident: other }) => ({ ...other, kind, isInverse: true }))
  return [...to, ...from].flatMap(({ slug, publishedTitle, kind, isInverse }) =>
    publishedTitle === null ? [] : [{ slug, title: publishedTitle, kind, isInverse }],
  )
}

/** The picture as the snapshot's builder reads it, with the text and bylines of one revision. */
export function accountPictureOf(
  picture: Picture,
  states: readonly ClaimState[],
  revision: { document: DocumentNode; bylines: readonly string[] },
): AccountPicture {
  const { incident, team } = picture
  return {
    incident: {
      id: incident.id,
      slug: incident.slug,
      title: incident.title,
      type: incident.type,
      occurred: incident.occurred,
      place: incident.place,
      partyIds: incident.parties.map((member) => member.partyId),
      tags: incident.tags.map((row) => row.tag),
      sides: sidesOf(picture),
    },
    team,
    document: revision.document,
    parties: partiesOf(picture),
    questions: picture.questions,
    claims: claimsOf(states),
    evidence: evidenceOf(picture),
    origins: incident.origins,
    sources: picture.sources,
    captures: capturesOf(picture),
    lineage: lineageEdges(picture),
    farOutlets: farOutletsOf(picture),
    bylines: revision.bylines,
    related: relatedOf(picture),
  }
}

/** The exact snapshot that publishing the working revision would make now; null where none is being worked on. */
export function snapshotOf(picture: Picture, states: readonly ClaimState[]): Snapshot | null {
  const working = workingRevision(picture)
  if (!working) return null
  const bylines = working.authors.flatMap((author) => author.byline ?? [])
  return buildSnapshot(accountPictureOf(picture, states, { document: documentOf(working), bylines }))
}

/** Its hash; '' where no revision is being worked on. */
export function snapshotHashOf(picture: Picture, states: readonly ClaimState[]): string {
  const snapshot = snapshotOf(picture, states)
  return snapshot ? snapshotHash(snapshot) : ''
}
