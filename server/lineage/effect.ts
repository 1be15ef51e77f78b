import type { Db } from '@/db/client'
import type { LineageEffectInput } from '@/domain/input/lineage'
import { canDrawLineage } from '@/domain/lineage'
import { independentOrigins, type LineageEdge } from '@/domain/origin'
import { can, type Actor } from '@/domain/policy'
import { fingerprint, isStale } from '@/domain/round'
import { badInput, demand } from '../fault'
import { query } from '../command'
import { claimStates, requirePicture, type ClaimState } from '../workspace/queries'
import { edgesAround, incidentsReached } from './queries'

type Read = { db: Db; actor: Actor; input: LineageEffectInput }

/** Before an edge is confirmed, or rejected: what it does to the independent origins of the incident's claims, and to votes. */
export const lineageEffect = query(async ({ db, actor, input }: Read) => {
  const picture = await requirePicture(db, input.incidentId, actor.id)
  demand(can(actor, 'desk.read'))
  const held = new Set(picture.sources.map((source) => source.id))
  if (!held.has(input.sourceId) && !held.has(input.ofId))
    throw badInput([{ path: ['sourceId'], message: 'There is no such source in this incident.' }])
  const edge = { fromSourceId: input.sourceId, toSourceId: input.ofId, kind: input.kind }
  const isSame = (other: LineageEdge) =>
    other.fromSourceId === edge.fromSourceId && other.toSourceId === edge.toSourceId && other.kind === edge.kind
  const around = await edgesAround(db, [input.sourceId, input.ofId])
  const states = claimStates(picture)
  return {
    verdict: input.without
      ? ({ allowed: true } as const)
      : canDrawLineage(
          edge,
          around.filter((other) => !isSame(other)),
        ),
    claims: states
      .filter((state) => state.claim.withdrawnAt === null)
      .map((state) => {
        const others = state.originInput.lineage.filter((other) => !isSame(other))
        const lineage: LineageEdge[] = [...others, { ...edge, state: input.without ? 'rejected' : 'confirmed' }]
        const { count: after } = independentOrigins({ ...state.originInput, lineage })
        const { id: claimId, text } = state.claim
        return { claimId, text, before: state.origins.count, after, outdates: outdatedBy(lineage, state) }
      }),
    /** Other incidents that the same sources serve, where numbers may change too. */
    otherIncidents: (await incidentsReached(db, [input.sourceId, input.ofId])).filter((id) => id !== input.incidentId)
      .length,
  }
})

/** Rule 8: which vote would no longer be about the evidence that there is. Copies are part of it, also where no number changes. */
function outdatedBy(
  lineage: LineageEdge[],
  { claim, originInput, openRound, revealedRound, ...state }: ClaimState,
): 'round' | 'finding' | null {
  const after = fingerprint({ claimText: claim.text, ...originInput, lineage })
  if (after === state.fingerprint) return null
  if (openRound !== null && !isStale(openRound.fingerprint, state.fingerprint)) return 'round'
  return revealedRound === null || state.isFindingStale ? null : 'finding'
}
