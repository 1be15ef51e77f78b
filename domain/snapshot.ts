import { citedEvidence } from './citation'
import { canonicalJson, compareText, sha256Hex } from './hash'
import { DISPUTED_SPREAD, headingOf, LEVEL_INFO, LEVELS } from './levels'
import type { AccountPicture, PictureClaim, PictureEvidence, PicturePlace } from './snapshot-picture'
import { publicEvidence, type Shelf, shelve } from './snapshot-evidence'
import { publicOrigins } from './snapshot-origin'
import {
  ACCOUNT_VERSION,
  SNAPSHOT_VERSION,
  snapshotSchema,
  type PublicClaim,
  type PublicDocument,
  type PublicPlace,
  type Retraction,
  type Snapshot,
} from './snapshot-schema'
import { publicBlocks } from './snapshot-summary'
import type { Precision } from './words'

/**
 * The exact public document that publishing would make now: the same picture gives the same bytes, whatever the order
 * of its lists. Only cited claims and their evidence, and cited background, are in it; nothing withdrawn is.
 * Throws where the result breaks its own schema, which is a mistake of the caller's.
 */
export function buildSnapshot(picture: AccountPicture): Snapshot {
  const shelf = shelve(picture)
  const evidence = chooseEvidence(picture)
  const numbers = new Map(evidence.map((piece, index) => [piece.id, index + 1]))
  const claims = chooseClaims(picture, evidence)
  return snapshotSchema.parse({
    schemaVersion: ACCOUNT_VERSION,
    kind: 'account',
    language: picture.team.language,
    organisation: organisationOf(picture.team),
    rules: {
      quorum: picture.team.quorum,
      approvals: picture.team.approvals,
      disputedSpread: DISPUTED_SPREAD,
      scale: LEVELS.map((level) => {
        const { label, value, heading } = LEVEL_INFO[level]
        return { level, label, value, heading }
      }),
    },
    incident: publicIncident(picture, shelf),
    bylines: unique(picture.bylines),
    summary: publicBlocks(picture.document, numbers),
    claims: claims.map((claim) => publicClaim(claim, { picture, shelf, numbers, claims, evidence })),
    evidence: evidence.map((piece, index) => publicEvidence(piece, index + 1, shelf)),
    related: picture.related
      .map(({ slug, title, kind, isInverse }) => ({ slug, title, kind, isInverse }))
      .toSorted((a, b) => compareText(a.slug, b.slug) || compareText(a.kind, b.kind)),
  } satisfies Snapshot)
}

/** The notice-only document that a retraction publishes. */
export function buildRetraction(
  incident: { slug: string; title: string },
  team: AccountPicture['team'],
  note: string,
): Retraction {
  return {
    schemaVersion: SNAPSHOT_VERSION,
    kind: 'retraction',
    language: team.language,
    organisation: organisationOf(team),
    incident: { slug: incident.slug, title: incident.title },
    note,
  }
}

/** Canonical JSON (RFC 8785): the bytes that are stored, served and hashed. */
export function canonicalise(document: PublicDocument): string {
  return canonicalJson(document)
}

/** SHA-256 of the canonical JSON, 64 hex digits. */
export function snapshotHash(document: PublicDocument): string {
  return sha256Hex(canonicalise(document))
}

function organisationOf(team: AccountPicture['team']) {
  return { name: team.organisation, address: team.address, contact: team.contact }
}

function unique(lines: readonly string[]): string[] {
  return [...new Set(lines)].toSorted(compareText)
}

/** Cited evidence in the order of its citations, then what else there is for and against the cited claims. */
function chooseEvidence(picture: AccountPicture): PictureEvidence[] {
  const standing = new Map(picture.evidence.filter((piece) => !piece.isWithdrawn).map((piece) => [piece.id, piece]))
  const cited = citedEvidence(picture.document).flatMap((id) => standing.get(id) ?? [])
  const claimIds = new Set(cited.flatMap((piece) => piece.claimId ?? []))
  const claims = inOrder(picture, claimIds)
  const position = (piece: PictureEvidence) => claims.findIndex((claim) => claim.id === piece.claimId)
  const rest = [...standing.values()]
    .filter((piece) => piece.claimId !== null && claimIds.has(piece.claimId) && !cited.includes(piece))
    .toSorted(
      (a, b) => position(a) - position(b) || compareText(b.stance ?? '', a.stance ?? '') || compareText(a.id, b.id),
    )
  return [...cited, ...rest]
}

function chooseClaims(picture: AccountPicture, evidence: readonly PictureEvidence[]): PictureClaim[] {
  return inOrder(picture, new Set(evidence.flatMap((piece) => piece.claimId ?? [])))
}

/** By question, the central claim first within its own, then as they were made. */
function inOrder(picture: AccountPicture, ids: ReadonlySet<string>): PictureClaim[] {
  const positions = new Map(picture.questions.map((question) => [question.id, question.position]))
  const position = (claim: PictureClaim) => positions.get(claim.questionId) ?? 0
  return picture.claims
    .filter((claim) => ids.has(claim.id))
    .toSorted(
      (a, b) =>
        position(a) - position(b) ||
        compareText(a.questionId, b.questionId) ||
        Number(b.isCentral) - Number(a.isCentral) ||
        compareText(a.createdAt, b.createdAt) ||
        compareText(a.id, b.id),
    )
}

function publicIncident(picture: AccountPicture, shelf: Shelf): Snapshot['incident'] {
  const { slug, title, type, occurred, place, partyIds, tags, sides } = picture.incident
  const nameOf = (id: string) => shelf.parties.get(id)?.name ?? ''
  return {
    slug,
    title,
    type,
    occurred,
    place: place === null ? null : publicPlace(place),
    parties: partyIds
      .flatMap((id) => shelf.parties.get(id) ?? [])
      .toSorted((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id))
      .map(({ id, name, kind, note, aliases }) => ({
        name,
        kind,
        note,
        aliases: unique(aliases),
        side: sides.find((side) => side.partyIds.includes(id))?.name ?? null,
      })),
    sides: sides
      .map((side) => ({ name: side.name, parties: unique(side.partyIds.map(nameOf).filter((name) => name !== '')) }))
      .toSorted((a, b) => compareText(a.name, b.name)),
    tags: unique(tags),
  }
}

/** Decimals of a degree that a precision warrants: 5 are about a metre, 3 a hundred, 2 a kilometre, 1 eleven. */
const DECIMALS: Readonly<Record<Precision, number>> = {
  exact: 5,
  vicinity: 3,
  settlement: 2,
  district: 1,
  region: 1,
  country: 0,
}

/** A place as readers see it: the main name (or the first by text), and coordinates no finer than its precision. */
export function publicPlace(place: PicturePlace): PublicPlace {
  const round = (degrees: number | null) =>
    degrees === null ? null : Number(degrees.toFixed(DECIMALS[place.precision])) + 0
  const names = place.names.toSorted(
    (a, b) =>
      Number(b.isMain) - Number(a.isMain) ||
      compareText(a.name, b.name) ||
      compareText(a.language ?? '', b.language ?? '') ||
      compareText(a.script ?? '', b.script ?? ''),
  )
  return {
    name: names[0]?.name ?? '',
    names: names.map(({ name, language, script, romanisation }) => ({ name, language, script, romanisation })),
    precision: place.precision,
    latitude: round(place.latitude),
    longitude: round(place.longitude),
    ...(place.geonamesId != null && { geonamesId: place.geonamesId }),
  }
}

type ClaimContext = {
  picture: AccountPicture
  shelf: Shelf
  numbers: ReadonlyMap<string, number>
  claims: readonly PictureClaim[]
  evidence: readonly PictureEvidence[]
}

function publicClaim(claim: PictureClaim, { picture, shelf, numbers, claims, evidence }: ClaimContext): PublicClaim {
  const question = picture.questions.find((candidate) => candidate.id === claim.questionId)
  if (question === undefined) throw new Error('a claim without its question')
  const own = evidence.filter((piece) => piece.claimId === claim.id)
  return {
    key: shelf.keyOf('c', claim.id),
    text: claim.text,
    question: { kind: question.kind, text: question.text },
    isCentral: claim.isCentral,
    rivals: claims
      .filter((rival) => rival.questionId === claim.questionId && rival.id !== claim.id)
      .map((rival) => shelf.keyOf('c', rival.id)),
    claimants: claim.claimantIds
      .flatMap((id) => shelf.parties.get(id) ?? [])
      .map(({ name, kind }) => ({ name, kind }))
      .toSorted((a, b) => compareText(a.name, b.name) || compareText(a.kind, b.kind)),
    firstAppearance: firstAppearance(claim, shelf),
    finding: publicFinding(claim),
    origins: publicOrigins(own, picture, shelf, numbers),
    evidence: own.flatMap((piece) => numbers.get(piece.id) ?? []),
  }
}

function firstAppearance(claim: PictureClaim, shelf: Shelf): PublicClaim['firstAppearance'] {
  const source = shelf.appearanceOf(claim.firstSourceId)
  if (source === null && shelf.isConfidential(claim.firstSourceId)) return null
  return source === null && claim.firstAppeared === null ? null : { when: claim.firstAppeared, source }
}

function publicFinding({ finding }: PictureClaim): PublicClaim['finding'] {
  if (finding === null) return null
  const { level, spread, distribution, concludedAt, reasons } = finding
  return {
    level,
    spread,
    heading: headingOf(level, spread),
    distribution,
    ballots: LEVELS.reduce((sum, each) => sum + distribution[each], 0),
    concludedAt,
    dissent: reasons
      .filter((reason) => reason.isReasonPublic && reason.level !== level && reason.reason.trim() !== '')
      .map((reason) => ({ level: reason.level, reason: reason.reason }))
      .toSorted((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || compareText(a.reason, b.reason)),
  }
}
