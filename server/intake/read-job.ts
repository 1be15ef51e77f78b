import { and, eq, inArray } from 'drizzle-orm'
import { intake } from '@/db/schema'
import { hostOf } from '@/domain/intake'
import type { Db } from '@/db/client'
import { FetchRefused } from '../fetch-page'
import type { Job } from '../jobs'
import { describeError, log } from '../log'
import { ParseRefused } from '../parse-bytes'
import { StoredBytesMissing, StoredBytesAltered } from '../store'
import { finishReading } from './finish'
import type { IntakeRow } from './keep-source'
import { readFile, readPage, type Outcome } from './reading'

/** Milliseconds between saying how far it has come and looking whether it was cancelled. */
const LOOK = 500

/** Reads one page or file. Begun again after a crash it reads anew; what is cancelled or done is left alone. */
export const readIntake: Job<'read-intake'> = async ({ ctx, signal }, { intakeId }) => {
  const [row] = await ctx.db
    .update(intake)
    .set({ state: 'reading', startedAt: ctx.now(), ...NOT_BEGUN })
    .where(and(eq(intake.id, intakeId), inArray(intake.state, ['waiting', 'reading'])))
    .returning()
  if (row === undefined) return
  const watch = watchCancelled(ctx.db, row)
  try {
    const options = { signal: AbortSignal.any([signal, watch.signal]), onProgress: watch.tell }
    const read = await (row.kind === 'url' ? readPage(row, options) : readFile(row, options)).catch(refusalOf)
    if (watch.signal.aborted) return
    signal.throwIfAborted()
    await finishReading({ ctx, input: { row, read } })
  } finally {
    watch.stop()
  }
}

const NOT_BEGUN = { refusal: null, refusalCode: null, endedAt: null } as const

/** What a person should hear of; anything else is an error of the program, and is tried again. */
function refusalOf(error: unknown): Outcome {
  if (error instanceof FetchRefused || error instanceof ParseRefused)
    return { refused: { code: error.code, message: error.message } }
  if (error instanceof StoredBytesMissing || error instanceof StoredBytesAltered)
    return { refused: { code: 'lost', message: 'The file is not in the store any more. Hand it in again.' } }
  throw error
}

/** Says how far it has come while it runs, and aborts once the row is no longer being read. */
function watchCancelled(db: Db, row: IntakeRow) {
  const cancelled = new AbortController()
  let progress = { received: row.received, total: row.total }
  const look = async (): Promise<void> => {
    const still = await db
      .update(intake)
      .set(progress)
      .where(and(eq(intake.id, row.id), eq(intake.state, 'reading')))
      .returning({ id: intake.id })
    if (still.length === 0) cancelled.abort(new Error(`reading ${hostOf(row.url) ?? 'a file'} was cancelled`))
  }
  const timer = setInterval(() => {
    look().catch((error: unknown) => log.warn('progress of a reading is not told', describeError(error)))
  }, LOOK)
  return {
    signal: cancelled.signal,
    tell: (now: { received: number; total: number | null }) => {
      progress = now
    },
    stop: () => {
      clearInterval(timer)
    },
  }
}
