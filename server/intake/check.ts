import { randomUUID } from 'node:crypto'
import { and, desc, eq, inArray } from 'drizzle-orm'
import type { Db, Reader, Tx } from '@/db/client'
import { capture, event, intake } from '@/db/schema'
import type { CheckSourceInput } from '@/domain/input/capture'
import { hostOf, mayCheck } from '@/domain/intake'
import { can, type Actor } from '@/domain/policy'
import { saysTheSame } from '@/domain/text-diff'
import { passagesOfEarlier, newestCapture } from '../capture/queries'
import { compareCaptures, comparedCapture } from '../compare-captures'
import { command, query, type Recorder, type Scope } from '../command'
import { demand, notFound } from '../fault'
import { demandOpen, lockIncident } from '../incident/queries'
import { enqueue } from '../jobs'
import { isSourceOf, lockSource } from '../source/queries'
import { dropStored, EMPTIED } from '../drop-intake'
import { keepSource, type IntakeRow, type KeptFacts } from './keep-source'
import { demandFetches } from './limits'
import type { CheckView } from './view'

/** Reads the page of a source again, in the background; a check that is under way is not doubled. */
export const checkSource = command(
  async ({ tx, actor, input, now, record, unchanged }: Scope<Actor, CheckSourceInput>) => {
    const { incidentId, sourceId } = input
    const incident = await lockIncident(tx, incidentId)
    const { url } = await lockSource(tx, incidentId, sourceId)
    demand(can(actor, 'capture.create'))
    demandOpen(incident)
    demand(mayCheck(url))
    if (await isUnderWay(tx, input)) {
      unchanged()
      return lastCheck(tx, input)
    }
    await demandFetches(tx, actor.id, now)
    const id = randomUUID()
    const asked = { kind: 'url', state: 'waiting', isCheck: true, forSourceId: sourceId, url } as const
    await tx.insert(intake).values({ id, incidentId, ...asked, askedBy: actor.id, askedAt: now })
    await record('intake.asked', { subjectId: id, incidentId, detail: { kind: 'url', host: hostOf(url) } })
    await enqueue(tx, 'read-intake', { intakeId: id })
    return lastCheck(tx, input)
  },
)

type Found = Pick<NonNullable<CheckView['check']>, 'found' | 'lost'>
type Read = { db: Db; actor: Actor; input: CheckSourceInput }

/** How the newest check of a source stands. */
export const readCheck = query(async ({ db, actor, input }: Read) => {
  if (!(await isSourceOf(db, input.incidentId, input.sourceId))) throw notFound('source')
  demand(can(actor, 'desk.read'))
  return lastCheck(db, input)
})

async function isUnderWay(reader: Reader, { incidentId, sourceId }: CheckSourceInput): Promise<boolean> {
  const rows = await reader
    .select({ id: intake.id })
    .from(intake)
    .where(and(ofSource(incidentId, sourceId), inArray(intake.state, ['waiting', 'reading'])))
    .limit(1)
  return rows.length > 0
}

const ofSource = (incidentId: string, sourceId: string) =>
  and(eq(intake.isCheck, true), eq(intake.forSourceId, sourceId), eq(intake.incidentId, incidentId))

async function lastCheck(reader: Reader, { incidentId, sourceId }: CheckSourceInput): Promise<CheckView> {
  const [row] = await reader
    .select({
      id: intake.id,
      state: intake.state,
      askedAt: intake.askedAt,
      endedAt: intake.endedAt,
      refusalCode: intake.refusalCode,
      refusal: intake.refusal,
      captureId: intake.captureId,
      captureNumber: capture.number,
      capturedAt: capture.capturedAt,
    })
    .from(intake)
    .leftJoin(capture, eq(capture.id, intake.captureId))
    .where(ofSource(incidentId, sourceId))
    .orderBy(desc(intake.askedAt), desc(intake.id))
    .limit(1)
  if (row === undefined) return { sourceId, check: null }
  const { capturedAt, ...check } = row
  // What is the same is led back to the capture that was there before it was asked for.
  const isNew = capturedAt !== null && capturedAt >= row.askedAt
  return { sourceId, check: { ...check, isNew, ...(await foundBy(reader, sourceId, row.endedAt)) } }
}

/** What the history says of a check: it was written down in the transaction that ended it. */
async function foundBy(reader: Reader, sourceId: string, endedAt: Date | null): Promise<Found> {
  const nothing = { found: null, lost: 0 }
  if (endedAt === null) return nothing
  const [said] = await reader
    .select({ detail: event.detail })
    .from(event)
    .where(and(eq(event.subjectId, sourceId), eq(event.at, endedAt), eq(event.kind, 'source.checked')))
    .limit(1)
  return (said?.detail as Found | undefined) ?? nothing
}

type Concluding = { row: IntakeRow; facts: KeptFacts; now: Date; record: Recorder }

/** What a check has found: the same text ends it, another becomes a capture, with what is gone from it counted. */
export async function concludeCheck(tx: Tx, { row, facts, now, record }: Concluding): Promise<void> {
  const sourceId = row.forSourceId ?? ''
  const about = { subjectId: sourceId, incidentId: row.incidentId }
  if (row.state === 'failed') {
    if (row.refusalCode === 'gone') await record('source.checked', { ...about, detail: { found: 'gone', lost: 0 } })
    return
  }
  const before = await newestCapture(tx, sourceId)
  const isSame = row.image === null ? before?.textSha256 === row.textSha256 : before?.bytesSha256 === row.storedSha256
  if (before !== null && isSame) {
    await tx
      .update(intake)
      .set({ ...EMPTIED, state: 'kept', sourceId, captureId: before.id, endedAt: now })
      .where(eq(intake.id, row.id))
    await dropStored(tx, row)
    await record('source.checked', { ...about, detail: { found: 'same', lost: 0 } })
    return
  }
  const kept = await keepSource(tx, { row, facts, evenIfHeld: true, ownerId: row.askedBy, now, record })
  const found = before === null ? 'first' : (await isAsPasted(tx, before, kept.captureId)) ? 'same' : 'changed'
  const { number } = (await newestCapture(tx, kept.sourceId)) ?? { number: 1 }
  const passages = await passagesOfEarlier(tx, row.incidentId, { sourceId, number }, row.text ?? '')
  const lost = passages.filter(({ how }) => how === 'gone').length
  await record('source.checked', { ...about, detail: { found, lost } })
}

/** A page says what was pasted of it, though the paste has more around it. */
async function isAsPasted(tx: Tx, before: { id: string; method: string }, captureId: string): Promise<boolean> {
  if (before.method !== 'paste') return false
  const [earlier, own] = [await comparedCapture(tx, before.id), await comparedCapture(tx, captureId)]
  if (earlier === null || own === null) return false
  const { parts } = await compareCaptures(tx, earlier, own)
  return parts !== null && saysTheSame(parts)
}
