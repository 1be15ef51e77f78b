import type { Reader } from '@/db/client'
import { can, canAnd, type Actor } from '@/domain/policy'
import { allowed, refused } from '@/domain/verdict'
import { notFound } from '../fault'
import { claimViewOf, evidenceViewOf } from './claim-view'
import { claimStates } from './claim-state'
import { incidentViewOf, lineageViewOf, originViewsOf, sourceViewsOf } from './incident-view'
import { namesOf } from './name'
import { loadPicture, type Picture } from './picture'
import { snapshotHashOf } from './snapshot'
import { summaryViewOf } from './summary-view'
import type { WorkspaceView } from './view'

// For nouns whose commands read less than the whole picture: a noun knows another by its queries alone.
export { roundViewOf } from './claim-view'
export { MOST } from './picture'
export type { Picture } from './picture'
export { claimStates, type ClaimState } from './claim-state'
export { documentOf, workingRevision, type PictureRevision } from './revision-of'
export { accountPictureOf, snapshotOf } from './snapshot'
export { authorIds, gateInputOf, isPublished, reviewFacts } from './summary-view'

/** The picture of an incident. @throws NOT_FOUND */
export async function requirePicture(reader: Reader, incidentId: string, viewerId: string): Promise<Picture> {
  const picture = await loadPicture(reader, incidentId, viewerId)
  if (!picture) throw notFound('incident')
  return picture
}

export function workspaceViewOf(picture: Picture, actor: Actor): WorkspaceView {
  const states = claimStates(picture)
  const names = namesOf(picture)
  const { team } = picture
  const isOpen =
    picture.incident.state === 'open'
      ? allowed
      : refused('incident.closed', 'The incident is closed.', 'A lead can open it again.')
  return {
    viewer: { id: actor.id, name: actor.name },
    incident: incidentViewOf(picture),
    questions: picture.questions.map((question) => ({
      id: question.id,
      version: question.version,
      kind: question.kind,
      text: question.text,
      claims: states
        .filter((state) => state.claim.questionId === question.id)
        .map((state) => claimViewOf(state, actor, names)),
    })),
    background: picture.evidence.filter((piece) => piece.claimId === null).map(evidenceViewOf),
    sources: sourceViewsOf(picture),
    lineage: lineageViewOf(picture),
    origins: originViewsOf(picture),
    summary: summaryViewOf(picture, states, actor, snapshotHashOf(picture, states)),
    team: {
      quorum: team.quorum,
      approvals: team.approvals,
      editors: team.editors.map(({ id, name }) => ({ id, name })),
    },
    can: {
      edit: canAnd(actor, 'incident.edit', isOpen),
      close: can(actor, 'incident.close'),
      reopen: can(actor, 'incident.reopen'),
      addSource: canAnd(actor, 'source.edit', isOpen),
      attach: canAnd(actor, 'evidence.edit', isOpen),
      vote: canAnd(actor, 'round.vote', isOpen),
    },
  }
}

/** What every command on an incident's parts returns. Eight statements. @throws NOT_FOUND */
export async function readWorkspace(reader: Reader, actor: Actor, incidentId: string): Promise<WorkspaceView> {
  return workspaceViewOf(await requirePicture(reader, incidentId, actor.id), actor)
}
