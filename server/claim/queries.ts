import { and, asc, eq, sql } from 'drizzle-orm'
import type { Reader, Tx } from '@/db/client'
import { capture, claim, evidence, excerpt, origin, side, source } from '@/db/schema'
import { statement } from '@/db/statement'
import { SIDES_MOST } from '@/domain/input/incident'
import { independentOrigins, type IndependentOrigins, type Side } from '@/domain/origin'
import { fingerprint } from '@/domain/round'
import type { LineageKind, TranslationMethod } from '@/domain/words'
import { conflict, notFound } from '../fault'
import { lockIncident } from '../incident/queries'

/** An incident holds no more evidence than this. */
const MOST_EVIDENCE = 3_000

/** A claim and its incident, locked in that order. @throws NOT_FOUND */
export async function lockClaim(tx: Tx, id: string) {
  const [known] = await tx.select({ incidentId: claim.incidentId }).from(claim).where(eq(claim.id, id))
  if (!known) throw notFound('claim')
  const incident = await lockIncident(tx, known.incidentId)
  const [row] = await tx.select().from(claim).where(eq(claim.id, id)).for('update')
  if (!row) throw notFound('claim')
  return { incident, claim: row }
}

type ClaimRow = typeof claim.$inferSelect
type Facts = Partial<Omit<typeof claim.$inferInsert, 'id' | 'version'>>

/** The next version of a claim. @throws CONFLICT where it is not this one any more */
export async function writeClaim(tx: Tx, { id, version }: ClaimRow, facts: Facts): Promise<void> {
  const written = await tx
    .update(claim)
    .set({ ...facts, version: version + 1 })
    .where(and(eq(claim.id, id), eq(claim.version, version)))
    .returning({ id: claim.id })
  if (written.length === 0) throw conflict()
}

/** What rules 3, 6 and 8 read of a claim, from three statements for any number of claims. */
export type Subject = {
  fingerprint: string
  origins: IndependentOrigins
  /** Pieces of evidence that stand, of either stance. */
  evidenceCount: number
}

type SubjectClaim = { id: string; text: string; incidentId: string }

/** The same numbers as the whole picture gives (server/workspace): tests compare the two. */
export async function readSubjects(reader: Reader, claims: readonly SubjectClaim[]): Promise<Map<string, Subject>> {
  const claimIds = claims.map(({ id }) => id)
  if (claimIds.length === 0) return new Map()
  const evidenceRows = await readEvidence(reader, claimIds)
  const lineage = await readCopies(reader, [...new Set(evidenceRows.map((row) => row.sourceId))])
  const sides = await readSides(reader, [...new Set(claims.map(({ incidentId }) => incidentId))])
  return new Map(
    claims.map(({ id, text, incidentId }) => {
      const input = {
        evidence: evidenceRows.filter((row) => row.claimId === id),
        lineage: lineage.edges,
        sources: lineage.sources,
        sides: sides.get(incidentId) ?? [],
      }
      const subject: Subject = {
        fingerprint: fingerprint({ claimText: text, ...input }),
        origins: independentOrigins(input),
        evidenceCount: input.evidence.filter((piece) => !piece.isWithdrawn).length,
      }
      return [id, subject]
    }),
  )
}

/** @throws NOT_FOUND */
export async function readSubject(reader: Reader, claim: SubjectClaim): Promise<Subject> {
  const subject = (await readSubjects(reader, [claim])).get(claim.id)
  if (!subject) throw notFound('claim')
  return subject
}

type Translation = { text: string; language: string; method: TranslationMethod; translator: string | null }

const newestTranslation = sql<Translation | null>`(
  select jsonb_build_object('text', t.text, 'language', t.language, 'method', t.method, 'translator', t.translator)
  from translation t where t.excerpt_id = ${excerpt.id} order by t.created_at desc, t.id desc limit 1
)`

const evidenceOfClaims = statement('evidence_of_claims', ['claimIds', 'most'], (db, value) =>
  db
    .select({
      id: evidence.id,
      claimId: evidence.claimId,
      stance: evidence.stance,
      isWithdrawn: sql<boolean>`${evidence.withdrawnAt} is not null or ${excerpt.withdrawnAt} is not null`,
      exact: excerpt.exact,
      translation: newestTranslation,
      sourceId: capture.sourceId,
      outletId: source.outletId,
      originId: origin.id,
      partyId: origin.partyId,
    })
    .from(evidence)
    .innerJoin(excerpt, eq(excerpt.id, evidence.excerptId))
    .innerJoin(capture, eq(capture.id, excerpt.captureId))
    .innerJoin(source, eq(source.id, capture.sourceId))
    .leftJoin(origin, eq(origin.id, evidence.originId))
    .where(sql`${evidence.claimId} = any(${value.claimIds}::uuid[])`)
    .orderBy(asc(evidence.createdAt), asc(evidence.id))
    .limit(value.most),
)

async function readEvidence(reader: Reader, claimIds: readonly string[]) {
  const rows = await evidenceOfClaims(reader, { claimIds, most: MOST_EVIDENCE * claimIds.length })
  return rows.flatMap(({ originId, partyId, stance, ...row }) =>
    stance === null ? [] : [{ ...row, stance, origin: originId === null ? null : { id: originId, partyId } }],
  )
}

/** Confirmed copies that hang together with these sources, and the outlets at their ends. */
async function readCopies(reader: Reader, sourceIds: readonly string[]) {
  if (sourceIds.length === 0) return { edges: [], sources: [] }
  const ids = sql.join(
    sourceIds.map((id) => sql`${id}::uuid`),
    sql`, `,
  )
  const found = await reader.execute<{
    fromSourceId: string
    toSourceId: string
    kind: Exclude<LineageKind, 'quotes'>
    fromOutletId: string | null
    toOutletId: string | null
  }>(sql`
    with recursive copy as (
      select source_id, of_id, kind from lineage where state = 'confirmed' and kind <> 'quotes'
    ), reached(id) as (
      select unnest(array[${ids}])
      union
      select case when c.source_id = r.id then c.of_id else c.source_id end
      from reached r join copy c on r.id in (c.source_id, c.of_id)
    )
    select c.source_id as "fromSourceId", c.of_id as "toSourceId", c.kind,
      a.outlet_id as "fromOutletId", b.outlet_id as "toOutletId"
    from copy c join source a on a.id = c.source_id join source b on b.id = c.of_id
    where c.source_id in (select id from reached)
    order by c.source_id, c.of_id, c.kind
    limit 5000`)
  return {
    edges: found.rows.map(({ fromSourceId, toSourceId, kind }) => ({
      fromSourceId,
      toSourceId,
      kind,
      state: 'confirmed' as const,
    })),
    sources: found.rows.flatMap((row) => [
      { id: row.fromSourceId, outletId: row.fromOutletId },
      { id: row.toSourceId, outletId: row.toOutletId },
    ]),
  }
}

const sidesOfIncidents = statement('sides_of_incidents', ['incidentIds', 'most'], (db, value) =>
  db
    .select({
      incidentId: side.incidentId,
      id: side.id,
      name: side.name,
      partyIds: sql<string[]>`array(select p.party_id::text from side_party p where p.side_id = side.id order by 1)`,
    })
    .from(side)
    .where(sql`${side.incidentId} = any(${value.incidentIds}::uuid[])`)
    .orderBy(asc(side.name), asc(side.id))
    .limit(value.most),
)

async function readSides(reader: Reader, incidentIds: readonly string[]): Promise<Map<string, Side[]>> {
  const rows = await sidesOfIncidents(reader, { incidentIds, most: SIDES_MOST * incidentIds.length })
  const sides = new Map<string, Side[]>()
  for (const { incidentId, ...row } of rows) sides.set(incidentId, [...(sides.get(incidentId) ?? []), row])
  return sides
}
