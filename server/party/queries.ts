import { and, asc, desc, eq, getTableColumns, inArray, lt, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Reader } from '@/db/client'
import { account, outletGrade, party, partyAlias } from '@/db/schema'
import type { ListGradesInput, SearchPartyInput } from '@/domain/input/party'
import { can, canAnd, type Actor } from '@/domain/policy'
import { allowed, refused, type Verdict } from '@/domain/verdict'
import type { PartyKind } from '@/domain/words'
import { pageOf, readCursor } from '../cursor'
import { notFound } from '../fault'
import { ownersNamed } from '../name-keys'
import type { GradePage, GradeView, PartyPage, PartyView } from './view'

type PartyRow = Pick<typeof party.$inferSelect, 'id' | 'kind' | 'name' | 'note' | 'version'>

/** Reliability is a question of outlets and agencies alone. */
export function isGraded(kind: PartyKind): Verdict {
  return kind === 'outlet' || kind === 'agency'
    ? allowed
    : refused('outlet.kind', 'Only outlets and agencies are graded.', 'Change its kind if it is one.')
}

/** The party of this id, or the one that it was merged into. @throws NOT_FOUND */
export async function readParty(db: Reader, actor: Actor, id: string): Promise<PartyView> {
  const known = alias(party, 'known')
  const rows = await db
    .select(getTableColumns(party))
    .from(known)
    .innerJoin(party, eq(party.id, sql`coalesce(${known.mergedIntoId}, ${known.id})`))
    .where(eq(known.id, id))
  const [found] = await withDetails(db, actor, rows)
  if (found === undefined) throw notFound('party')
  return found
}

/** Parties with the text in a name of theirs, in any spelling: the very name first, then those that begin with it. */
export async function searchParties(db: Reader, actor: Actor, input: SearchPartyInput): Promise<PartyPage> {
  const { text, kinds, limit, cursor } = input
  const named = text === '' ? sql`select id, 0 as rank from party` : await ownersNamed(db, 'party', text)
  const found = await db.execute<{ id: string }>(sql`
    with named as (${named}), listed as (
      select p.id, n.rank, lower(p.name) as name from named n join party p on p.id = n.id
      where p.merged_into_id is null ${kinds == null || kinds.length === 0 ? sql`` : sql`and ${inArray(sql`p.kind`, kinds)}`})
    select id from listed
    ${cursor == null ? sql`` : sql`where (rank, name, id) > (select rank, name, id from listed where id = ${cursor})`}
    order by rank, name, id limit ${limit + 1}`)
  const ids = found.rows.slice(0, limit).map((row) => row.id)
  return {
    parties: await partiesByIds(db, actor, ids),
    nextCursor: found.rows.length > limit ? (ids.at(-1) ?? null) : null,
    can: { create: can(actor, 'party.edit') },
  }
}

/** In the order of the ids. */
export async function partiesByIds(db: Reader, actor: Actor, ids: readonly string[]): Promise<PartyView[]> {
  if (ids.length === 0) return []
  const rows = await db
    .select()
    .from(party)
    .where(inArray(party.id, [...ids]))
  const parties = await withDetails(db, actor, rows)
  return ids.flatMap((id) => parties.find((one) => one.id === id) ?? [])
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
    .selectDistinctOn([graded], { ...gradeColumns, partyId: graded })
    .from(outletGrade)
    .innerJoin(party, eq(party.id, outletGrade.partyId))
    .innerJoin(account, eq(account.id, outletGrade.gradedBy))
    .where(or(inArray(party.id, ids), inArray(party.mergedIntoId, ids)))
    // Its own before those of a party that was merged into it, however new they are.
    .orderBy(graded, sql`${party.mergedIntoId} is not null`, desc(outletGrade.gradedAt), desc(outletGrade.id))
  return rows.map(({ id, kind, name, note, version }) => ({
    id,
    kind,
    name,
    note,
    version,
    aliases: aliases.filter((alias) => alias.partyId === id).map(({ name, language }) => ({ name, language })),
    grade: gradeOf(grades.find((grade) => grade.partyId === id)),
    can: {
      edit: can(actor, 'party.edit'),
      merge: can(actor, 'party.merge'),
      grade: canAnd(actor, 'outlet.grade', isGraded(kind)),
    },
  }))
}

/** Whose grade it is now. */
const graded = sql<string>`coalesce(${party.mergedIntoId}, ${party.id})`

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
    .innerJoin(party, eq(party.id, outletGrade.partyId))
    .innerJoin(account, eq(account.id, outletGrade.gradedBy))
    .where(
      and(
        or(eq(party.id, partyId), eq(party.mergedIntoId, partyId)),
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
