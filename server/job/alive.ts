import type { Pool, PoolClient } from 'pg'
import { describeError, log } from '../log'

/** Milliseconds between looking for jobs whose worker is gone, and between attempts to be heard again. */
const EVERY = 10_000
const AGAIN = 1_000
/** A job that was taken this lately may be of a worker that has not said yet that it lives. */
const SETTLED = '5 seconds'

const KEY = `hashtextextended('assay.worker.' || worker, 0)`

export type Alive = { add: (worker: string) => void; sweep: () => Promise<void>; stop: () => Promise<void> }

/**
 * Says that this instance's workers live, by advisory locks that end with their connection, and gives back the jobs of
 * workers that do not: after `kill -9` at once, where the queue by itself would wait four hours.
 */
export function stayAlive(pool: Pool): Alive {
  const workers = new Set<string>()
  let isStopped = false
  let holding: Promise<PoolClient | null> = Promise.resolve(null)
  let soon: NodeJS.Timeout | undefined

  const connect = async (): Promise<PoolClient | null> => {
    if (isStopped) return null
    try {
      const client = await pool.connect()
      client.once('end', lost)
      await lock(client, [...workers])
      return client
    } catch (error) {
      log.warn('workers cannot say that they live', describeError(error))
      lost()
      return null
    }
  }
  const lost = (): void => {
    if (isStopped) return
    clearTimeout(soon)
    soon = setTimeout(() => {
      holding = connect()
    }, AGAIN)
  }
  const sweep = (): Promise<void> =>
    giveBack(pool, workers).catch((error: unknown) => log.warn('looking for lost jobs failed', describeError(error)))
  const timer = setInterval(() => void sweep(), EVERY)
  holding = connect()
  return {
    add(worker) {
      workers.add(worker)
      holding = holding.then(async (client) => {
        if (client !== null) await lock(client, [worker]).catch(() => client.release(true))
        return client
      })
    },
    sweep,
    async stop() {
      isStopped = true
      clearInterval(timer)
      clearTimeout(soon)
      // Closing the connection gives the locks back.
      const client = await holding
      client?.release(true)
    },
  }
}

async function lock(client: PoolClient, workers: string[]): Promise<void> {
  await client.query(`select pg_advisory_lock(${KEY}) from unnest($1::text[]) worker`, [workers])
}

const TAKEN = `select distinct locked_by as worker from (
    select locked_by, locked_at from graphile_worker._private_jobs
    union all select locked_by, locked_at from graphile_worker._private_job_queues) as taken
  where locked_by is not null and locked_at < now() - interval '${SETTLED}' and not locked_by = any ($1::text[])`

/** Whoever can take a worker's lock knows that it is gone, and holds it until the jobs are given back. */
async function giveBack(pool: Pool, own: ReadonlySet<string>): Promise<void> {
  const { rows } = await pool.query<{ worker: string }>(TAKEN, [[...own]])
  if (rows.length === 0) return
  const { rows: gone } = await pool.query<{ worker: string }>(
    `with gone as materialized (
      select worker from unnest($1::text[]) worker where pg_try_advisory_xact_lock(${KEY})
    ), freed as (select graphile_worker.force_unlock_workers(array_agg(worker)) from gone having count(*) > 0)
    select worker from gone, freed`,
    [rows.map(({ worker }) => worker)],
  )
  if (gone.length === 0) return
  await pool.query(`select pg_notify('jobs:insert', '{"count":100}')`)
  log.warn('jobs of workers that are gone are given back', { workers: gone.length })
}
