import type { Reader } from '@/db/client'
import { canClose, canReopen, incidentIsOpen } from '@/domain/incident'
import { canAnd, type Actor } from '@/domain/policy'
import { notFound } from '../fault'
import { claimViewOf, evidenceViewOf } from './claim-view'
import { claimStates } from './claim-state'
import { incidentViewOf, lineageViewOf, originViewsOf, sourceViewsOf } from './incident-view'
import { namesOf } from './name'
import { loadPicture, type Picture } from './picture'
import { workingRevision } from './revision-of'
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
export { gateInputOf, isPublished } from './summary-view'

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
  const { state } = picture.incident
  const isOpen = incidentIsOpen(state)
  const hasOpenRound = states.some((claim) => claim.openRound !== null)
  const hasWorkingRevision = workingRevision(picture) !== null || picture.incident.isTranslated
  return {
    viewer: { id: actor.id, name: actor.name },
    incident: incidentViewOf(picture),
    questions: picture.questions.map((question) => ({
      id: question.id,
      version: question.version,
      kind: question.kind,
      text: question.text,
      claims: states
        .filter(({ claim }) => claim.questionId === question.id)
        .map((claim) => claimViewOf(claim, actor, { names, isOpen })),
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
      close: canAnd(actor, 'incident.close', canClose({ state, hasOpenRound, hasWorkingRevision })),
      reopen: canAnd(actor, 'incident.reopen', canReopen(state)),
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
