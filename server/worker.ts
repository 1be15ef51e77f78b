import { EventEmitter } from 'node:events'
import { Logger, run, type Runner, type RunnerOptions, type Task, type WorkerEvents } from 'graphile-worker'
import { createDb, type Db } from '@/db/client'
import { readIntake } from './intake/read-job'
import { stayAlive } from './job/alive'
import { removeStored } from './keep-bytes'
import { programContext, type Job, type JobName } from './jobs'
import { indexAnew, startIndexAnew } from './lineage/index-anew'
import { suggestLineage } from './lineage/suggest'
import { describeError, log } from './log'

type Handlers = { [N in JobName]: Job<N> }

/** One line a job. */
const HANDLERS: Handlers = {
  'index-likeness': indexAnew,
  'read-intake': readIntake,
  'remove-stored': removeStored,
  'suggest-lineage': suggestLineage,
}

/** Jobs of one instance at a time: each waits for a site or another process most of its time. */
const AT_A_TIME = 4
/** Its own connections: one a job, one that is told of new ones, one that says that it lives, and one to look. */
const CONNECTIONS = AT_A_TIME + 3
/** Milliseconds between looks for jobs that are due again; of new ones it is told at once. */
const LOOK = 10_000
/** Milliseconds before it begins again where the database was away for so long that it gave up. */
const AGAIN = 5_000

export type Worker = {
  /** Lets jobs in hand finish for five seconds, gives back those that do not, and closes its connections. */
  stop: () => Promise<void>
  /** Looks now, and not in up to ten seconds, for jobs of workers that are gone. */
  sweep: () => Promise<void>
}

/** Takes up background jobs in this process. Any number of instances may, over one database. */
export async function startWorker(databaseUrl: string, handlers: Partial<Handlers> = HANDLERS): Promise<Worker> {
  const { db, pool, close } = createDb(databaseUrl, { max: CONNECTIONS })
  const alive = stayAlive(pool)
  const events: WorkerEvents = new EventEmitter()
  events.on('worker:create', ({ worker }) => alive.add(worker.workerId))
  const ending = new AbortController()
  events.on('job:error', ({ job, error }) => {
    const of = { job: job.task_identifier, attempt: job.attempts }
    // It was cut short, and is done again: nothing that anybody could mend.
    if (ending.signal.aborted) log.info('background job given back', of)
    else log.error('background job failed', { ...of, ...describeError(error) })
  })
  const kept = await keepRunning(ending.signal, {
    pgPool: pool,
    events,
    concurrency: AT_A_TIME,
    pollInterval: LOOK,
    noHandleSignals: true,
    // What it would say of a job holds what the job was told; what matters is in the events above.
    logger: new Logger(() => () => undefined),
    parsedCronItems: [],
    taskList: tasksOf(handlers, db),
  })
  if (handlers['index-likeness'] !== undefined) await startIndexAnew(db)
  return {
    sweep: alive.sweep,
    async stop() {
      ending.abort()
      await kept.runner.stop().catch(() => undefined)
      await alive.stop()
      await close()
    },
  }
}

function tasksOf(handlers: Partial<Handlers>, db: Db): Record<string, Task> {
  const never = new AbortController().signal
  const tasks = Object.entries(handlers).map(([name, job]): [string, Task] => [
    name,
    // `enqueue` is the only way in, so what was added under a name is what that name takes.
    (data, { abortSignal = never }) =>
      (job as Job<never>)({ ctx: programContext(db), signal: abortSignal }, data as never),
  ])
  return Object.fromEntries(tasks)
}

/** Begins again whenever it ends by itself, until `ending`. */
async function keepRunning(ending: AbortSignal, options: RunnerOptions): Promise<{ runner: Runner }> {
  const kept = { runner: await run(options) }
  const watch = (runner: Runner): void => {
    const again = (error?: unknown): void => {
      if (ending.aborted) return
      log.error('background work ended and begins again', error === undefined ? {} : describeError(error))
      setTimeout(() => {
        if (ending.aborted) return
        void run(options).then((next) => {
          kept.runner = next
          watch(next)
        }, again)
      }, AGAIN).unref()
    }
    runner.promise.then(() => again(), again)
  }
  watch(kept.runner)
  return kept
}
