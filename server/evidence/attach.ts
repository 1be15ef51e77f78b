import { randomUUID } from 'node:crypto'
import { evidence } from '@/db/schema'
import type { AttachEvidenceInput } from '@/domain/input/evidence'
import { can, type Actor } from '@/domain/policy'
import { every } from '@/domain/verdict'
import type { Scope } from '../command'
import { command } from '../command'
import { demand } from '../fault'
import { demandOpen, lockIncident } from '../incident/queries'
import { requireCapture } from '../capture/queries'
import { insertTranslation } from '../translation/queries'
import { readWorkspace } from '../workspace/queries'
import { chooseOrigin } from './choose-origin'
import { cutExcerpt } from './cut'
import { demandClaim, demandNotAttached, demandRelays, demandRoomForEvidence, writeRelays } from './queries'

/** What the popover over a selected passage sends: excerpt, evidence, origin, relays and translation in one act. */
export const attachEvidence = command(async (scope: Scope<Actor, AttachEvidenceInput>) => {
  const { tx, actor, input, now, record } = scope
  const { incidentId, claimId, stance, relays } = input
  const by = { actorId: actor.id, now }
  const incident = await lockIncident(tx, incidentId)
  await requireCapture(tx, incidentId, input.captureId)
  demand(every(can(actor, 'excerpt.edit'), can(actor, 'evidence.edit')))
  demandOpen(incident)
  const claim = claimId === null ? null : await demandClaim(tx, incidentId, claimId)
  await demandRelays(tx, relays)
  await demandRoomForEvidence(tx, incidentId)
  const excerpt = await cutExcerpt(tx, incidentId, input, by)
  await demandNotAttached(tx, { incidentId, excerptId: excerpt.id, claimId })
  const originId = await chooseOrigin(tx, incidentId, input.origin, scope)
  const id = randomUUID()
  await tx
    .insert(evidence)
    .values({ id, incidentId, excerptId: excerpt.id, claimId, stance, originId, createdBy: actor.id, createdAt: now })
  await writeRelays(tx, id, relays)
  if (excerpt.isNew) await record('excerpt.cut', { subjectId: excerpt.id, incidentId, detail: { exact: input.exact } })
  if (input.translation !== null) {
    const subjectId = await insertTranslation(tx, excerpt.id, input.translation, by)
    const { language } = input.translation
    if (subjectId !== null) await record('translation.added', { subjectId, incidentId, detail: { language } })
  }
  const detail = { exact: input.exact, claim: claim?.text ?? null, stance }
  await record('evidence.attached', { subjectId: id, incidentId, detail })
  return readWorkspace(tx, actor, incidentId)
})
