import { asc, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { question } from '@/db/schema'
import type { reorderQuestionsInput } from '@/domain/input/question'
import { can } from '@/domain/policy'
import { command } from '../command'
import { conflict, demand, notFound } from '../fault'
import { demandOpen, lockIncident } from '../incident/queries'
import { MOST, readWorkspace } from '../workspace/queries'
import type { WorkspaceView } from '../workspace/view'

/** Takes every question of the incident; one added or missing since the screen was drawn is a CONFLICT. */
export const reorderQuestions = command<z.output<typeof reorderQuestionsInput>, WorkspaceView>(
  async ({ tx, actor, input, record, unchanged }) => {
    const row = await lockIncident(tx, input.incidentId)
    demand(can(actor, 'claim.edit'))
    demandOpen(row)
    const before = await tx
      .select()
      .from(question)
      .where(eq(question.incidentId, row.id))
      .orderBy(asc(question.position), asc(question.id))
      .limit(MOST.questions)
      .for('update')
    const known = new Set(before.map(({ id }) => id))
    const wanted = input.questionIds
    if (wanted.some((id) => !known.has(id))) throw notFound('question')
    if (new Set(wanted).size < wanted.length || wanted.length !== known.size)
      throw conflict(await readWorkspace(tx, actor, row.id))
    const placed = before.map(({ id, position }) => ({ id, position, next: wanted.indexOf(id) + 1 }))
    const moved = placed.filter(({ position, next }) => position !== next)
    for (const { id, next } of moved) await tx.update(question).set({ position: next }).where(eq(question.id, id))
    if (moved.length === 0) unchanged()
    else
      await record('incident.changed', {
        subjectId: row.id,
        incidentId: row.id,
        detail: { changed: ['order of questions'] },
      })
    return readWorkspace(tx, actor, row.id)
  },
)
