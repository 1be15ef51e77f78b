import { independentOrigins, type IndependentOrigins, type LineageEdge } from '@/domain/origin'
import type { Pages } from '@/domain/page'
import { fingerprint, isStale, type FingerprintInput } from '@/domain/round'
import type { SeenRound } from '../round/queries'
import type { Picture, PictureClaim, PictureEvidence } from './picture'

/** What the rules read of one claim, worked out once from the picture. */
export type ClaimState = {
  claim: PictureClaim
  evidence: PictureEvidence[]
  /** What rule 3 reads, and what else a vote is about (rule 8). */
  originInput: Omit<FingerprintInput, 'claimText'>
  origins: IndependentOrigins
  fingerprint: string
  /** Newest first. */
  rounds: SeenRound[]
  openRound: SeenRound | null
  /** The revealed round whose finding stands. */
  revealedRound: SeenRound | null
  isFindingStale: boolean
}

/** Of a document with pages: where the passage stands. */
export function pagesOfExcerpt({ firstPage, lastPage }: PictureEvidence['excerpt']): Pages | null {
  return firstPage === null || lastPage === null ? null : { first: firstPage, last: lastPage }
}

export function isWithdrawn(piece: PictureEvidence): boolean {
  return piece.withdrawnAt !== null || piece.excerpt.withdrawnAt !== null
}

export function lineageEdges(picture: Picture): LineageEdge[] {
  return picture.lineage.map((edge) => ({
    fromSourceId: edge.sourceId,
    toSourceId: edge.ofId,
    kind: edge.kind,
    state: edge.state,
  }))
}

export function sidesOf(picture: Picture) {
  return picture.incident.sides.map((side) => ({
    id: side.id,
    name: side.name,
    partyIds: side.parties.map((member) => member.partyId),
  }))
}

/** Outlets of sources that copies connect to the incident's, but which are other incidents'. */
export function farOutletsOf(picture: Picture): { id: string; outletId: string | null }[] {
  const held = new Set(picture.sources.map((source) => source.id))
  const ends = picture.lineage.flatMap(
    (edge) =>
      [
        [edge.sourceId, edge.sourceOutletId],
        [edge.ofId, edge.ofOutletId],
      ] as const,
  )
  return [...new Map(ends)].filter(([id]) => !held.has(id)).map(([id, outletId]) => ({ id, outletId }))
}

type Shared = {
  outlets: Map<string, string | null>
  lineage: LineageEdge[]
  sides: ReturnType<typeof sidesOf>
  sources: { id: string; outletId: string | null }[]
}

function stateOf(picture: Picture, claim: PictureClaim, shared: Shared): ClaimState {
  const origins = new Map(picture.incident.origins.map((origin) => [origin.id, origin]))
  const evidence = picture.evidence.filter((piece) => piece.claimId === claim.id)
  const read = evidence.flatMap((piece) => {
    if (piece.stance === null) return []
    const origin = piece.originId === null ? undefined : origins.get(piece.originId)
    const translation = piece.excerpt.translations[0]
    return [
      {
        id: piece.id,
        stance: piece.stance,
        isWithdrawn: isWithdrawn(piece),
        sourceId: piece.excerpt.capture.sourceId,
        outletId: shared.outlets.get(piece.excerpt.capture.sourceId) ?? null,
        origin: origin ? { id: origin.id, partyId: origin.partyId } : null,
        exact: piece.excerpt.exact,
        translation: translation
          ? {
              text: translation.text,
              language: translation.language,
              method: translation.method,
              translator: translation.translator,
            }
          : null,
      },
    ]
  })
  const { lineage, sides, sources } = shared
  const originInput = { evidence: read, lineage, sides, sources }
  const current = fingerprint({ claimText: claim.text, ...originInput })
  const rounds = picture.rounds.filter((round) => round.claimId === claim.id)
  const revealedRound = rounds.find((round) => round.state === 'revealed') ?? null
  return {
    claim,
    evidence,
    originInput,
    origins: independentOrigins(originInput),
    fingerprint: current,
    rounds,
    openRound: rounds.find((round) => round.state === 'open') ?? null,
    revealedRound,
    isFindingStale: revealedRound !== null && isStale(revealedRound.fingerprint, current),
  }
}

/** The state of every claim of the incident, in the order of its questions. */
export function claimStates(picture: Picture): ClaimState[] {
  const sources = [...farOutletsOf(picture), ...picture.sources.map(({ id, outletId }) => ({ id, outletId }))]
  const shared: Shared = {
    outlets: new Map(sources.map(({ id, outletId }) => [id, outletId])),
    lineage: lineageEdges(picture),
    sides: sidesOf(picture),
    sources,
  }
  return picture.questions.flatMap((question) => question.claims.map((claim) => stateOf(picture, claim, shared)))
}
