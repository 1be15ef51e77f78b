import { and, eq, ne } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { question } from '@/db/schema'
import { mayAsk } from '@/domain/twice'
import { demand, notFound } from '../fault'
import { lockIncident } from '../incident/queries'

/** A question and its incident, locked in that order. @throws NOT_FOUND */
export async function lockQuestion(tx: Tx, id: string) {
  const [known] = await tx.select({ incidentId: question.incidentId }).from(question).where(eq(question.id, id))
  if (!known) throw notFound('question')
  const incident = await lockIncident(tx, known.incidentId)
  const [row] = await tx.select().from(question).where(eq(question.id, id)).for('update')
  if (!row) throw notFound('question')
  return { incident, question: row }
}

/** @param ownId the question that is to have this text; its incident is locked. @throws what `mayAsk` refuses */
export async function demandAskedOnce(
  tx: Tx,
  { incidentId, ownId, text }: Record<'incidentId' | 'ownId' | 'text', string>,
) {
  const others = await tx
    .select({ text: question.text })
    .from(question)
    .where(and(eq(question.incidentId, incidentId), ne(question.id, ownId)))
  demand(
    mayAsk(
      others.map((other) => other.text),
      text,
    ),
  )
}
