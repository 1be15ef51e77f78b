import { sql } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import type { Context } from './trpc'

/** Work that is done in the background, and what each piece of it is told: ids and hashes, never what people wrote. */
export type JobData = {
  'index-likeness': Record<string, never>
  'read-intake': { intakeId: string }
  'remove-stored': { sha256: string }
  'suggest-lineage': { captureId: string }
}

export type JobName = keyof JobData

/** What a job runs with. `ctx` is for its commands: nobody is signed in, so its events are the program's own. */
export type JobScope = {
  ctx: Context
  /** Aborted when the program is told to stop; the job is then taken up again later. */
  signal: AbortSignal
}

/** One piece of work. It may be begun a second time after a crash, and what it throws is tried again later. */
export type Job<N extends JobName> = (scope: JobScope, data: JobData[N]) => Promise<void>

/** How often a job that throws is tried, over about eight hours. */
const ATTEMPTS = 10
const ATTEMPTS_OWED = 10_000
/** Of graphile-worker, whose jobs of 0 go first. */
const LAST = 100

type Options = {
  /** Jobs of one queue run one after another, whatever instance takes them. */
  queue?: string
  /** What must not be given up while a store is away for days: tried again every six hours, for years. */
  isOwed?: boolean
  /** Work on all there is, a piece at a time: behind everything else, after so many milliseconds, and asked for once. */
  restsFor?: number
}

/** Adds a job in the transaction in hand: it begins after the commit, or not at all. */
export async function enqueue<N extends JobName>(tx: Tx, name: N, data: JobData[N], options: Options = {}) {
  const { queue, isOwed, restsFor } = options
  await tx.execute(sql`select from graphile_worker.add_job(
    ${name}, ${JSON.stringify(data)}::json, ${queue ?? null}, max_attempts => ${isOwed === true ? ATTEMPTS_OWED : ATTEMPTS},
    run_at => ${restsFor === undefined ? null : new Date(Date.now() + restsFor).toISOString()}::timestamptz,
    job_key => ${restsFor === undefined ? null : name}, priority => ${restsFor === undefined ? null : LAST}::integer)`)
}

/** What a command of the program itself runs with. */
export function programContext(db: Db): Context {
  return { db, actor: null, sessionId: null, address: '', now: () => new Date() }
}
