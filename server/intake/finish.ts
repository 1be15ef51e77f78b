import { TRPCError } from '@trpc/server'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { account, intake, source, incidentSource } from '@/db/schema'
import { hostOf, type ReadFacts } from '@/domain/intake'
import { can, canAnd } from '@/domain/policy'
import { addSourceInput } from '@/domain/input/source'
import { refused } from '@/domain/verdict'
import { openCommand, type Recorder, type Scope } from '../command'
import { demand, Fault, refusal } from '../fault'
import { demandOpen, lockIncident } from '../incident/queries'
import { keepBytes } from '../keep-bytes'
import { concludeCheck } from './check'
import { keepSource, type IntakeRow, type KeptFacts } from './keep-source'
import { lockIntake } from './queries'
import type { Outcome, Reading } from './reading'

type Finishing = { row: IntakeRow; read: Outcome }

/** Writes down what reading came to; a line of a list is then kept by itself. What was cancelled meanwhile stays so. */
export const finishReading = openCommand(
  async ({ tx, input: { row, read }, now, record, unchanged }: Scope<unknown, Finishing>) => {
    if (row.listId !== null || row.isCheck) await lockIncident(tx, row.incidentId)
    const locked = await lockIntake(tx, row.incidentId, row.id)
    if (locked.state !== 'reading') {
      unchanged()
      return
    }
    const why = 'refused' in read ? read.refused : null
    const found = 'refused' in read ? failure(read.refused) : await foundOf(tx, read)
    const [written] = await tx
      .update(intake)
      .set({ ...found, endedAt: now, version: sql`${intake.version} + 1` })
      .where(eq(intake.id, row.id))
      .returning()
    const host = hostOf(row.url)
    const about = { subjectId: row.id, incidentId: row.incidentId, from: 'reading', to: found.state }
    const code = why?.code ?? null
    if (host === null) await record('intake.read', { ...about, detail: { refusal: code } })
    else await record('intake.fetched', { ...about, detail: { host, refusal: code } })
    if (written?.state === 'ready' && written.listId !== null) await keepLine(tx, written, now, record)
    if (written?.isCheck) await concludeLine(tx, written, now, record)
  },
)

const failure = ({ code, message }: { code: string; message: string }) =>
  ({ state: 'failed', refusalCode: code, refusal: message }) as const

/** The bytes are in the store before the row that names them is there. */
async function foundOf(tx: Tx, { bytes, shown, image, ...read }: Reading) {
  const storedSha256 = bytes === null ? {} : { storedSha256: await keepBytes(tx, bytes), received: bytes.length }
  const shownSha256 = shown === null ? '' : await keepBytes(tx, shown)
  return { ...read, ...storedSha256, image: image && { ...image, shownSha256 }, state: 'ready' as const }
}

/** A line is kept as it was read, by whoever asked for the list. */
function keepLine(tx: Tx, row: IntakeRow, now: Date, record: Recorder): Promise<void> {
  return tellAt(tx, row, async (inner) => {
    await demandAsker(inner, row)
    await demandNewAddress(inner, row)
    const facts = factsAsRead(row.facts, row.fetch?.finalUrl ?? row.url)
    await keepSource(inner, { row, facts, evenIfHeld: false, ownerId: row.askedBy, now, record })
  })
}

function concludeLine(tx: Tx, row: IntakeRow, now: Date, record: Recorder): Promise<void> {
  return tellAt(tx, row, async (inner) => {
    if (row.state === 'ready') await demandAsker(inner, row)
    await concludeCheck(inner, { row, facts: factsAsRead(row.facts, row.url), now, record })
  })
}

/** What stands in the way of keeping something by itself is said at its row. */
async function tellAt(tx: Tx, row: IntakeRow, keep: (inner: Tx) => Promise<void>): Promise<void> {
  try {
    await tx.transaction(keep)
  } catch (error) {
    if (!(error instanceof TRPCError && error.cause instanceof Fault)) throw error
    const rule = error.cause.detail.refusal?.rule
    const because = failure({ code: rule ?? 'refused', message: error.message })
    await tx.update(intake).set(because).where(eq(intake.id, row.id))
  }
}

async function demandAsker(tx: Tx, { askedBy, incidentId }: IntakeRow): Promise<void> {
  const [asker] = await tx
    .select({ id: account.id, name: account.name, role: account.role, isAdmin: account.isAdmin })
    .from(account)
    .where(and(eq(account.id, askedBy), isNull(account.suspendedAt)))
  if (asker === undefined) throw refusal(refused('intake.asker', 'Whoever handed in the list has no account any more.'))
  demand(canAnd(asker, 'capture.create', can(asker, 'source.edit')))
  demandOpen(await lockIncident(tx, incidentId))
}

async function demandNewAddress(tx: Tx, { incidentId, url, fetch }: IntakeRow): Promise<void> {
  const addresses = [url ?? '', fetch?.finalUrl ?? '']
  const [held] = await tx
    .select({ title: source.title })
    .from(source)
    .innerJoin(incidentSource, eq(incidentSource.sourceId, source.id))
    .where(and(eq(incidentSource.incidentId, incidentId), sql`${source.url} in ${addresses}`))
    .limit(1)
  if (held === undefined) return
  throw refusal(refused('intake.address', `This incident has a source at this address: “${held.title ?? 'untitled'}”.`))
}

/** What was read, where a source can hold it; what it cannot hold is left out, and was read all the same. */
export function factsAsRead(facts: ReadFacts | null, url: string | null): KeptFacts {
  const shape = addSourceInput.shape
  const read = <T>(as: { safeParse: (value: unknown) => { success: boolean; data?: T } }, value: unknown): T | null => {
    const parsed = as.safeParse(value)
    return parsed.success ? (parsed.data ?? null) : null
  }
  return {
    medium: 'article',
    outletId: null,
    newOutlet: read(shape.byline, facts?.outlet?.value),
    url: read(shape.url, url),
    archiveUrl: null,
    title: read(shape.title, facts?.title?.value),
    byline: read(shape.byline, facts?.byline?.value),
    language: read(shape.language, facts?.language?.value),
    published: read(shape.published, facts?.published?.value),
    isConfidential: false,
    publicDescription: null,
  }
}
