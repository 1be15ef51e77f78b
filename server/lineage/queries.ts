import { eq, inArray, or, sql } from 'drizzle-orm'
import type { Reader, Tx } from '@/db/client'
import { incident, lineage } from '@/db/schema'
import type { LineageEdge } from '@/domain/origin'
import { notFound } from '../fault'

/** Edges of one family of sources are few; a read stops there all the same. */
const MOST_EDGES = 5_000

/** Sources that edges which are not rejected connect to these, these included. */
const reached = (sourceIds: readonly string[]) => sql`
  with recursive reached(id) as (
    select unnest(${sql.param([...sourceIds])}::uuid[])
    union
    select case when l.source_id = r.id then l.of_id else l.source_id end
    from reached r join lineage l on r.id in (l.source_id, l.of_id) and l.state <> 'rejected'
  )`

/** Every incident whose independent origins may hang on these sources, in the order of ids (rule 3). */
export async function incidentsReached(reader: Reader, sourceIds: readonly string[]): Promise<string[]> {
  const found = await reader.execute<{ id: string }>(sql`${reached(sourceIds)}
    select distinct incident_id as id from incident_source where source_id in (select id from reached)
    order by incident_id limit 10000`)
  return found.rows.map((row) => row.id)
}

/**
 * The incident, and every other that these sources reach, locked in the order of their ids, so that two changes of
 * this kind never deadlock. @throws NOT_FOUND
 */
export async function lockReached(tx: Tx, incidentId: string, sourceIds: readonly string[]) {
  return lockIncidents(tx, incidentId, await incidentsReached(tx, sourceIds))
}

/** An incident with others that a change touches. @throws NOT_FOUND where the first is not there */
export async function lockIncidents(tx: Tx, incidentId: string, others: readonly string[]) {
  const locked = await tx
    .select()
    .from(incident)
    .where(inArray(incident.id, [...new Set([incidentId, ...others])]))
    .orderBy(incident.id)
    .for('no key update')
  const own = locked.find((row) => row.id === incidentId)
  if (own === undefined) throw notFound('incident')
  return own
}

/** Every edge of the families of these sources. */
export async function edgesAround(
  reader: Reader,
  sourceIds: readonly string[],
): Promise<(LineageEdge & { id: string })[]> {
  const found = await reader.execute<{ id: string }>(sql`${reached(sourceIds)} select id from reached limit 10000`)
  const ids = found.rows.map((row) => row.id)
  return reader
    .select({
      id: lineage.id,
      fromSourceId: lineage.sourceId,
      toSourceId: lineage.ofId,
      kind: lineage.kind,
      state: lineage.state,
    })
    .from(lineage)
    .where(or(inArray(lineage.sourceId, ids), inArray(lineage.ofId, ids)))
    .orderBy(lineage.id)
    .limit(MOST_EDGES)
}

/**
 * Changes of lineage take turns, all of them: an edge joins incidents that no one row stands for. Taken before any
 * row, by changes of lineage alone, so it cannot deadlock with the others.
 */
export async function lockLineage(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('assay.lineage'))`)
}

export async function lineageById(reader: Reader, id: string) {
  const [row] = await reader.select().from(lineage).where(eq(lineage.id, id))
  return row ?? null
}
