import { randomUUID } from 'node:crypto'
import { count, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { claim } from '@/db/schema'
import type { addClaimInput } from '@/domain/input/claim'
import { can } from '@/domain/policy'
import { refused } from '@/domain/verdict'
import { command } from '../command'
import { demand, refusal } from '../fault'
import { demandOpen } from '../incident/queries'
import { lockQuestion } from '../question/queries'
import { MOST, readWorkspace } from '../workspace/queries'
import type { WorkspaceView } from '../workspace/view'
import { demandClaimedOnce, demandKnown, writeClaimants } from './detail'

/** The first claim of an incident is central until another is made so. */
export const addClaim = command<z.output<typeof addClaimInput>, WorkspaceView>(
  async ({ tx, actor, input, now, record }) => {
    const { incident, question } = await lockQuestion(tx, input.questionId)
    demand(can(actor, 'claim.edit'))
    demandOpen(incident)
    const [known] = await tx.select({ count: count() }).from(claim).where(eq(claim.incidentId, incident.id))
    const claims = known?.count ?? 0
    if (claims >= MOST.claims) throw refusal(refused('claim.most', `An incident has at most ${MOST.claims} claims.`))
    await demandKnown(tx, incident.id, input)
    const id = randomUUID()
    await demandClaimedOnce(tx, { questionId: question.id, ownId: id, text: input.text })
    await tx.insert(claim).values({
      id,
      incidentId: incident.id,
      questionId: question.id,
      text: input.text,
      isCentral: claims === 0,
      firstSourceId: input.firstSourceId,
      firstAppeared: input.firstAppeared,
      createdAt: now,
    })
    await writeClaimants(tx, id, input.claimantIds)
    await record('claim.added', { subjectId: id, incidentId: incident.id, detail: { text: input.text } })
    return readWorkspace(tx, actor, incident.id)
  },
)
