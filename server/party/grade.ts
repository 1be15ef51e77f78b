import { eq, sql } from 'drizzle-orm'
import { outletGrade, party } from '@/db/schema'
import type { GradeOutletInput } from '@/domain/input/party'
import { can, type Actor } from '@/domain/policy'
import { command, type Scope } from '../command'
import { conflict, demand, notFound } from '../fault'
import { isGraded, readParty } from './queries'

/** Puts a new grade of reliability, with its reason, over the one before; both stay. */
export const gradeOutlet = command(async ({ tx, actor, input, now, record }: Scope<Actor, GradeOutletInput>) => {
  const [found] = await tx
    .select()
    .from(party)
    .where(eq(party.id, sql`(select coalesce(merged_into_id, id) from ${party} where id = ${input.partyId})`))
    .for('update')
  if (found === undefined) throw notFound('party')
  demand(can(actor, 'outlet.grade'))
  demand(isGraded(found.kind))
  const before = await readParty(tx, actor, found.id)
  const from = before.grade?.grade ?? null
  if (from !== input.from) throw conflict(before)
  const { grade, reason } = input
  await tx
    .insert(outletGrade)
    .values({ id: crypto.randomUUID(), partyId: found.id, grade, reason, gradedBy: actor.id, gradedAt: now })
  await record('outlet.graded', {
    subjectId: found.id,
    reason,
    from,
    to: grade,
    detail: { name: found.name, from, to: grade },
  })
  return readParty(tx, actor, found.id)
})
