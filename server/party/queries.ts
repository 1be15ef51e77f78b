import { and, asc, desc, eq, ilike, inArray, lt, or, sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { account, outletGrade, party, partyAlias } from '@/db/schema'
import type { ListGradesInput, SearchPartyInput } from '@/domain/input/party'
import { can, canAnd, type Actor } from '@/domain/policy'
import { allowed, refused, type Verdict } from '@/domain/verdict'
import type { PartyKind } from '@/domain/words'
import { pageOf, readCursor } from '../cursor'
import { notFound } from '../fault'
import { beginningWith, containing } from '../like'
import type { GradePage, GradeView, PartyPage, PartyView } from './view'

type PartyRow = Pick<typeof party.$inferSelect, 'id' | 'kind' | 'name' | 'note' | 'version'>

/** Reliability is a question of outlets and agencies alone. */
export function isGraded(kind: PartyKind): Verdict {
  return kind === 'outlet' || kind === 'agency'
    ? allowed
    : refused('outlet.kind', 'Only outlets and agencies are graded.', 'Change its kind if it is one.')
}

/** @throws NOT_FOUND */
export async function readParty(db: Reader, actor: Actor, id: string): Promise<PartyView> {
  const rows = await db.select().from(party).where(eq(party.id, id))
  const [found] = await withDetails(db, actor, rows)
  if (found === undefined) throw notFound('party')
  return found
}

/** Parties with the text in a name of theirs, those whose main name begins with it first. */
export async function searchParties(db: Reader, actor: Actor, input: SearchPartyInput): Promise<PartyPage> {
  const { text, kinds, limit, cursor } = input
  const pattern = containing(text)
  const rank = (name: unknown) => sql<number>`case when ${name} ilike ${beginningWith(text)} then 0 else 1 end`
  const known = db.select({ id: partyAlias.partyId }).from(partyAlias).where(ilike(partyAlias.name, pattern))
  const rows = await db
    .select()
    .from(party)
    .where(
      and(
        text === '' ? undefined : or(ilike(party.name, pattern), inArray(party.id, known)),
        kinds == null || kinds.length === 0 ? undefined : inArray(party.kind, kinds),
        cursor == null
          ? undefined
          : sql`(${rank(party.name)}, lower(${party.name}), ${party.id}) >
              (select ${rank(sql`p.name`)}, lower(p.name), p.id from ${party} p where p.id = ${cursor})`,
      ),
    )
    .orderBy(rank(party.name), sql`lower(${party.name})`, asc(party.id))
    .limit(limit + 1)
  const page = rows.slice(0, limit)
  return {
    parties: await withDetails(db, actor, page),
    nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
    can: { create: can(actor, 'party.edit') },
  }
}

/** Aliases and grades of a page of parties, in two statements however many they are. */
async function withDetails(db: Reader, actor: Actor, rows: readonly PartyRow[]): Promise<PartyView[]> {
  const ids = rows.map((row) => row.id)
  if (ids.length === 0) return []
  const aliases = await db
    .select({ partyId: partyAlias.partyId, name: partyAlias.name, language: partyAlias.language })
    .from(partyAlias)
    .where(inArray(partyAlias.partyId, ids))
    .orderBy(asc(partyAlias.name), asc(partyAlias.id))
  const grades = await db
    .selectDistinctOn([outletGrade.partyId], gradeColumns)
    .from(outletGrade)
    .innerJoin(account, eq(account.id, outletGrade.gradedBy))
    .where(inArray(outletGrade.partyId, ids))
    .orderBy(outletGrade.partyId, desc(outletGrade.gradedAt), desc(outletGrade.id))
  return rows.map(({ id, kind, name, note, version }) => ({
    id,
    kind,
    name,
    note,
    version,
    aliases: aliases.filter((alias) => alias.partyId === id).map(({ name, language }) => ({ name, language })),
    grade: gradeOf(grades.find((grade) => grade.partyId === id)),
    can: { edit: can(actor, 'party.edit'), grade: canAnd(actor, 'outlet.grade', isGraded(kind)) },
  }))
}

const gradeColumns = {
  id: outletGrade.id,
  partyId: outletGrade.partyId,
  grade: outletGrade.grade,
  reason: outletGrade.reason,
  gradedAt: outletGrade.gradedAt,
  gradedByName: account.name,
}

function gradeOf(row: (GradeView & { partyId: string }) | undefined): GradeView | null {
  if (row === undefined) return null
  const { partyId: _, ...grade } = row
  return grade
}

/** Every grade that a party ever had, newest first. */
export async function readGrades(db: Reader, { partyId, limit, cursor }: ListGradesInput): Promise<GradePage> {
  const key = readCursor(cursor)
  const rows = await db
    .select(gradeColumns)
    .from(outletGrade)
    .innerJoin(account, eq(account.id, outletGrade.gradedBy))
    .where(
      and(
        eq(outletGrade.partyId, partyId),
        key === null
          ? undefined
          : or(lt(outletGrade.gradedAt, key.at), and(eq(outletGrade.gradedAt, key.at), lt(outletGrade.id, key.id))),
      ),
    )
    .orderBy(desc(outletGrade.gradedAt), desc(outletGrade.id))
    .limit(limit + 1)
  const { items, nextCursor } = pageOf(rows, limit, (row) => ({ at: row.gradedAt, id: row.id }))
  return { grades: items.map(({ partyId: _, ...grade }) => grade), nextCursor }
}
