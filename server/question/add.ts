import { randomUUID } from 'node:crypto'
import { count, eq, max } from 'drizzle-orm'
import type { z } from 'zod'
import { question } from '@/db/schema'
import type { addQuestionInput } from '@/domain/input/question'
import { can } from '@/domain/policy'
import { refused } from '@/domain/verdict'
import { command } from '../command'
import { demand, refusal } from '../fault'
import { demandOpen, lockIncident } from '../incident/queries'
import { MOST, readWorkspace } from '../workspace/queries'
import type { WorkspaceView } from '../workspace/view'
import { demandAskedOnce } from './queries'

export const addQuestion = command<z.output<typeof addQuestionInput>, WorkspaceView>(
  async ({ tx, actor, input, now, record }) => {
    const row = await lockIncident(tx, input.incidentId)
    demand(can(actor, 'claim.edit'))
    demandOpen(row)
    const [known] = await tx
      .select({ count: count(), last: max(question.position) })
      .from(question)
      .where(eq(question.incidentId, row.id))
    if ((known?.count ?? 0) >= MOST.questions)
      throw refusal(refused('question.most', `An incident has at most ${MOST.questions} questions.`))
    const id = randomUUID()
    await demandAskedOnce(tx, { incidentId: row.id, ownId: id, text: input.text })
    await tx.insert(question).values({
      id,
      incidentId: row.id,
      kind: input.kind,
      text: input.text,
      position: (known?.last ?? 0) + 1,
      createdAt: now,
    })
    await record('question.added', { subjectId: id, incidentId: row.id, detail: { text: input.text } })
    return readWorkspace(tx, actor, row.id)
  },
)
