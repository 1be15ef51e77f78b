import { randomUUID } from 'node:crypto'
import { and, inArray, or } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { incidentSource, lineage, originHint } from '@/db/schema'
import { AGENCIES } from '@/domain/likeness/credit'
import { compareReadings, type Hint, type Suggestion } from '@/domain/likeness/suggestion'
import { canDrawLineage } from '@/domain/lineage'
import type { LineageEdge } from '@/domain/origin'
import { openCommand, type Scope } from '../command'
import type { Context } from '../trpc'
import type { JobScope } from '../jobs'
import { readAgencies, readCapture, readHeld, readPages, type Held } from './article'
import { findCandidates, indexCapture, isIndexed } from './likeness-index'
import { incidentsReached, lockIncidents, edgesAround, lockLineage } from './queries'

/** Of one capture: more are of one family, and one edge to that is enough. */
const MOST_EDGES = 8
const MOST_HINTS = 3

type Found = { own: Held; other: Held; suggestion: Suggestion | null; hint: Hint | null }

/**
 * What a new capture shares with others: suggestions, which join nothing before somebody confirms them (rule 3). It
 * may run twice. An edge that somebody drew or decided stays as it is, and what was rejected is not suggested again.
 */
export async function suggestLineage({ ctx, signal }: JobScope, { captureId }: { captureId: string }): Promise<void> {
  const [own] = await readHeld(ctx.db, [captureId])
  if (own === undefined) return
  const reading = readCapture(own, await readPages(ctx.db, [own]))
  if (!isIndexed(own, reading)) return
  await indexCapture(ctx.db, captureId, reading)
  const candidates = await findCandidates(ctx.db, own.sourceId, reading)
  const found: Found[] = []
  const others = await readHeld(
    ctx.db,
    candidates.map((candidate) => candidate.captureId),
  )
  const pages = await readPages(ctx.db, others)
  const agencies = [...AGENCIES, ...(await readAgencies(ctx.db))]
  for (const other of others) {
    if (signal.aborted) throw new Error('stopped before all was compared')
    if (other.kind === 'own_work') continue
    const verdict = compareReadings(reading, readCapture(other, pages), agencies)
    if (verdict.suggestion !== null || verdict.hint !== null) found.push({ own, other, ...verdict })
  }
  if (found.length > 0) await writeFound(ctx, found)
}

const writeFound = (ctx: Context, found: Found[]) => write({ ctx, input: found })

const write = openCommand(async (scope: Scope<unknown, Found[]>) => {
  const { tx, input: found } = scope
  const ids = [...new Set(found.flatMap(({ own, other }) => [own.sourceId, other.sourceId]))]
  await lockLineage(tx)
  const reached = await incidentsReached(tx, ids)
  const [first] = reached
  if (first !== undefined) await lockIncidents(tx, first, reached)
  const edges = await edgesAround(tx, ids)
  let written = 0
  for (const one of bestFirst(found, edges)) {
    if (written >= MOST_EDGES) break
    const edge = await writeSuggestion(scope, one, edges)
    if (edge === null) continue
    edges.push(edge)
    written++
  }
  const hints = found
    .filter(({ hint }) => hint !== null)
    .toSorted((a, b) => (b.hint?.strength ?? 0) - (a.hint?.strength ?? 0))
  for (const one of hints) {
    if (written >= MOST_EDGES + MOST_HINTS) break
    if (await writeHint(scope, one, edges)) written++
  }
  if (written === 0) scope.unchanged()
})

/** Whole texts before passages, then the strongest; of a copy and what it copies, both alike, what it copies. */
function bestFirst(found: readonly Found[], edges: readonly LineageEdge[]): (Found & { suggestion: Suggestion })[] {
  const isCopy = (id: string) =>
    edges.some((edge) => edge.fromSourceId === id && edge.state !== 'rejected' && edge.kind !== 'quotes')
  const rank = ({ other, suggestion }: Found) =>
    (suggestion?.strength ?? 0) + (suggestion?.kind === 'quotes' ? 0 : 1) - (isCopy(other.sourceId) ? 0.15 : 0)
  return found
    .flatMap((one) => (one.suggestion === null ? [] : [{ ...one, suggestion: one.suggestion }]))
    .toSorted((a, b) => rank(b) - rank(a) || b.suggestion.certainty - a.suggestion.certainty)
}

/** Sources that copies connect, whether confirmed or only suggested. */
function familyOf(sourceId: string, edges: readonly LineageEdge[]): Set<string> {
  const family = new Set([sourceId])
  for (const id of family)
    for (const edge of edges) {
      if (edge.state === 'rejected' || edge.kind === 'quotes') continue
      if (edge.fromSourceId === id) family.add(edge.toSourceId)
      if (edge.toSourceId === id) family.add(edge.fromSourceId)
    }
  return family
}

/**
 * Whether this suspicion was already put: there is an edge of whatever kind, direction and state between the one and
 * anybody of the other's family, or both are of one family.
 */
function isAnswered(a: string, b: string, edges: readonly LineageEdge[]): boolean {
  const family = familyOf(b, edges)
  if (family.has(a)) return true
  return edges.some(
    (edge) =>
      (edge.fromSourceId === a && family.has(edge.toSourceId)) ||
      (edge.toSourceId === a && family.has(edge.fromSourceId)),
  )
}

type Known = LineageEdge & { id: string }

async function writeSuggestion(
  { tx, now, record }: Scope<unknown, Found[]>,
  { own, other, suggestion }: Found & { suggestion: Suggestion },
  edges: readonly Known[],
): Promise<Known | null> {
  if (isAnswered(own.sourceId, other.sourceId, edges)) return null
  const [copy, original] = suggestion.copy === 'a' ? [own, other] : [other, own]
  const ends = { fromSourceId: copy.sourceId, toSourceId: original.sourceId, kind: suggestion.kind }
  if (!canDrawLineage(ends, edges).allowed) return null
  const id = randomUUID()
  await tx.insert(lineage).values({
    id,
    sourceId: copy.sourceId,
    ofId: original.sourceId,
    kind: suggestion.kind,
    state: 'suggested',
    reason: suggestion.because.join(' '),
    drawnBy: null,
    drawnAt: now,
    strength: suggestion.strength,
    basis: {
      captureId: copy.captureId,
      ofCaptureId: original.captureId,
      contained: { source: suggestion.contained.copy, of: suggestion.contained.original },
      certainty: suggestion.certainty,
    },
  })
  for (const incidentId of await holding(tx, [own.sourceId, other.sourceId]))
    await record('lineage.suggested', { subjectId: id, incidentId, to: 'suggested', detail: { kind: suggestion.kind } })
  return { id, ...ends, state: 'suggested' }
}

async function writeHint({ tx, now, record }: Scope<unknown, Found[]>, found: Found, edges: readonly Known[]) {
  const { own, other, hint } = found
  if (hint === null || isAnswered(own.sourceId, other.sourceId, edges)) return false
  // Of copies of one text one is enough, whatever became of its hint.
  if (await isHinted(tx, familyOf(own.sourceId, edges), familyOf(other.sourceId, edges))) return false
  const [one, another] = own.sourceId < other.sourceId ? [own, other] : [other, own]
  const id = randomUUID()
  const written = await tx
    .insert(originHint)
    .values({
      id,
      sourceId: one.sourceId,
      otherId: another.sourceId,
      state: 'suggested',
      reason: hint.because.join(' '),
      strength: hint.strength,
      basis: { captureId: one.captureId, otherCaptureId: another.captureId },
      drawnAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: originHint.id })
  if (written.length === 0) return false
  for (const incidentId of await holding(tx, [own.sourceId, other.sourceId]))
    await record('lineage.hinted', { subjectId: id, incidentId, to: 'suggested', detail: {} })
  return true
}

async function isHinted(tx: Tx, family: ReadonlySet<string>, other: ReadonlySet<string>): Promise<boolean> {
  const between = (one: ReadonlySet<string>, another: ReadonlySet<string>) =>
    and(inArray(originHint.sourceId, [...one]), inArray(originHint.otherId, [...another]))
  const rows = await tx
    .select({ id: originHint.id })
    .from(originHint)
    .where(or(between(family, other), between(other, family)))
    .limit(1)
  return rows.length > 0
}

/** The incidents that hold one of these sources; none, and the event is the desk's. */
async function holding(tx: Tx, sourceIds: readonly string[]): Promise<(string | null)[]> {
  const rows = await tx
    .selectDistinct({ id: incidentSource.incidentId })
    .from(incidentSource)
    .where(inArray(incidentSource.sourceId, [...sourceIds]))
    .orderBy(incidentSource.incidentId)
    .limit(50)
  return rows.length === 0 ? [null] : rows.map(({ id }) => id)
}
