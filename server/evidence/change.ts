import { and, eq } from 'drizzle-orm'
import { evidence } from '@/db/schema'
import type { ChangeEvidenceInput } from '@/domain/input/evidence'
import { can, type Actor } from '@/domain/policy'
import { refused } from '@/domain/verdict'
import type { Scope } from '../command'
import { command } from '../command'
import { badInput, conflict, demand, notFound, refusal } from '../fault'
import { demandOpen, lockIncident } from '../incident/queries'
import { readWorkspace } from '../workspace/queries'
import { chooseOrigin } from './choose-origin'
import { demandRelays, lockEvidence, oneMore, relaysOf, writeRelays } from './queries'

/** Another stance, origin or chain of relays. What it quotes and bears on stays: for that, withdraw and attach anew. */
export const changeEvidence = command(async (scope: Scope<Actor, ChangeEvidenceInput>) => {
  const { tx, actor, input, record, unchanged } = scope
  const { incidentId, id, version, stance, relays } = input
  const incident = await lockIncident(tx, incidentId)
  const found = await lockEvidence(tx, incidentId, id)
  if (found === null) throw notFound('evidence')
  demand(can(actor, 'evidence.edit'))
  demandOpen(incident)
  const current = found.evidence
  if (current.withdrawnAt !== null || found.excerptWithdrawnAt !== null)
    throw refusal(refused('evidence.withdrawn', 'This evidence was withdrawn.', 'Attach the passage anew.'))
  if (current.version !== version) throw conflict(await readWorkspace(tx, actor, incidentId))
  if ((current.claimId === null) !== (stance === null))
    throw badInput([
      {
        path: ['stance'],
        message: stance === null ? 'Choose: does it support or dispute the claim?' : 'Background takes no side.',
      },
    ])
  await demandRelays(tx, relays)
  const originId = await chooseOrigin(tx, incidentId, input.origin, scope)
  const before = await relaysOf(tx, id)
  const changed = [
    ...(stance === current.stance ? [] : ['stance']),
    ...(originId === current.originId ? [] : ['origin']),
    ...(before.join() === relays.join() ? [] : ['relays']),
  ]
  if (changed.length === 0) unchanged()
  else {
    await writeRelays(tx, id, relays)
    const written = await tx
      .update(evidence)
      .set({ stance, originId, version: oneMore })
      .where(and(eq(evidence.id, id), eq(evidence.version, version)))
      .returning({ id: evidence.id })
    if (written.length === 0) throw conflict()
    await record('evidence.changed', { subjectId: id, incidentId, detail: { changed } })
  }
  return readWorkspace(tx, actor, incidentId)
})
