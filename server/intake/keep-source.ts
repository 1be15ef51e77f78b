import { randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import type { Reader, Tx } from '@/db/client'
import { captureFetch, captureImage, incidentSource, intake, party, partyAlias, source } from '@/db/schema'
import type { Medium } from '@/domain/words'
import type { Recorder } from '../command'
import { writeReadCapture } from '../keep-capture'
import { writeNameKeys } from '../name-keys'
import { demandRoomForSource, lockSource } from '../source/queries'
import { EMPTIED } from '../drop-intake'

export type IntakeRow = typeof intake.$inferSelect

/** What is known of the source that it becomes. */
export type KeptFacts = {
  medium: Medium
  outletId: string | null
  newOutlet: string | null
  url: string | null
  archiveUrl: string | null
  title: string | null
  byline: string | null
  language: string | null
  published: string | null
  isConfidential: boolean
  publicDescription: string | null
}

type Keeping = {
  row: IntakeRow
  facts: KeptFacts
  evenIfHeld: boolean
  /** Whose source and capture it is. */
  ownerId: string
  now: Date
  record: Recorder
}

/** Makes of what was read a source with its capture, or another capture of a source. The incident's row is locked. */
export async function keepSource(tx: Tx, { row, facts, evenIfHeld, ownerId, now, record }: Keeping) {
  const { incidentId } = row
  const of =
    row.forSourceId === null
      ? await writeSource(tx, { incidentId, facts, ownerId, now, record })
      : await lockSource(tx, incidentId, row.forSourceId)
  const capture = await writeReadCapture(tx, { sourceId: of.id, read: row, evenIfHeld, actorId: ownerId, now })
  if (row.fetch !== null) {
    const { fetchedAt, ...fetched } = row.fetch
    await tx.insert(captureFetch).values({ captureId: capture.id, ...fetched, fetchedAt: new Date(fetchedAt) })
  }
  if (row.image !== null) await tx.insert(captureImage).values({ captureId: capture.id, ...row.image })
  await record('capture.taken', { subjectId: capture.id, incidentId, detail: { textSha256: capture.textSha256 } })
  await tx
    .update(intake)
    .set({
      ...EMPTIED,
      state: 'kept',
      sourceId: of.id,
      captureId: capture.id,
      endedAt: now,
      version: sql`${intake.version} + 1`,
    })
    .where(eq(intake.id, row.id))
  return { sourceId: of.id, captureId: capture.id }
}

type Writing = { incidentId: string } & Pick<Keeping, 'facts' | 'ownerId' | 'now' | 'record'>

async function writeSource(tx: Tx, { incidentId, facts, ownerId, now, record }: Writing) {
  await demandRoomForSource(tx, incidentId)
  const { newOutlet, outletId, ...known } = facts
  const outlet = outletId ?? (newOutlet === null ? null : await outletNamed(tx, newOutlet, now, record))
  const id = randomUUID()
  await tx
    .insert(source)
    .values({ id, kind: 'document', ...known, outletId: outlet, createdBy: ownerId, createdAt: now })
  await tx.insert(incidentSource).values({ incidentId, sourceId: id, addedAt: now })
  await record('source.added', { subjectId: id, incidentId, detail: { title: facts.title } })
  return { id }
}

/** The outlet or agency of that very name, in whatever case. */
export async function findOutlet(reader: Reader, name: string): Promise<{ id: string; name: string } | null> {
  const [found] = await reader
    .select({ id: party.id, name: party.name })
    .from(party)
    .leftJoin(partyAlias, eq(partyAlias.partyId, party.id))
    .where(
      and(
        sql`${party.kind} in ('outlet', 'agency') and ${party.mergedIntoId} is null`,
        sql`lower(${name}) in (lower(${party.name}), lower(${partyAlias.name}))`,
      ),
    )
    .orderBy(party.createdAt, party.id)
    .limit(1)
  return found ?? null
}

/** Two lists that name the same new outlet at once take turns, so that it is made once. */
async function outletNamed(tx: Tx, name: string, now: Date, record: Recorder): Promise<string> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('assay.outlet.' || lower(${name}), 0))`)
  const found = await findOutlet(tx, name)
  if (found !== null) return found.id
  const id = randomUUID()
  await tx.insert(party).values({ id, kind: 'outlet', name, createdAt: now })
  await writeNameKeys(tx, { partyId: id }, [name])
  await record('party.created', { subjectId: id, detail: { name } })
  return id
}
