import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { question } from '@/db/schema'
import type { editQuestionInput } from '@/domain/input/question'
import { can } from '@/domain/policy'
import { command } from '../command'
import { conflict, demand } from '../fault'
import { demandOpen, demandVersion } from '../incident/queries'
import { readWorkspace } from '../workspace/queries'
import type { WorkspaceView } from '../workspace/view'
import { demandAskedOnce, lockQuestion } from './queries'

export const editQuestion = command<z.output<typeof editQuestionInput>, WorkspaceView>(
  async ({ tx, actor, input, record, unchanged }) => {
    const { incident, question: row } = await lockQuestion(tx, input.id)
    demand(can(actor, 'claim.edit'))
    demandOpen(incident)
    const current = () => readWorkspace(tx, actor, incident.id)
    await demandVersion(row, input.version, current)
    if (row.kind === input.kind && row.text === input.text) {
      unchanged()
      return current()
    }
    if (row.text !== input.text) await demandAskedOnce(tx, { incidentId: incident.id, ownId: row.id, text: input.text })
    const written = await tx
      .update(question)
      .set({ kind: input.kind, text: input.text, version: row.version + 1 })
      .where(and(eq(question.id, row.id), eq(question.version, row.version)))
      .returning({ id: question.id })
    if (written.length === 0) throw conflict()
    await record('question.changed', {
      subjectId: row.id,
      incidentId: incident.id,
      detail: { from: row.text, to: input.text },
    })
    return current()
  },
)
