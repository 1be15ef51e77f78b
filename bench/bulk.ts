import { Pool } from 'pg'
import { databaseUrl, type TestServer } from '../tests/harness/postgres'

/** Runs one statement of a bulk load. */
export type Load = (text: string, values?: unknown[]) => Promise<void>

/**
 * Rows by the million: as the superuser and as a replica would write them, so that no trigger is run and no foreign key
 * looked up, and a statement may take its time. Whoever calls makes what the triggers would have made.
 */
export async function inBulk(server: TestServer, url: string, act: (load: Load) => Promise<void>): Promise<void> {
  const target = new URL(databaseUrl(server, new URL(url).pathname.slice(1)))
  const as = new URL(server.superUrl)
  as.pathname = target.pathname
  const pool = new Pool({
    connectionString: as.href,
    max: 2,
    options:
      '-c session_replication_role=replica -c synchronous_commit=off -c maintenance_work_mem=1GB -c work_mem=64MB -c timezone=UTC',
  })
  try {
    await act(async (text, values) => {
      await pool.query(text, values)
    })
  } finally {
    await pool.end()
  }
}

/** The server writes a load out once and not every few seconds; its log of changes is not what is measured. */
export async function settleForLoad(server: TestServer): Promise<void> {
  const pool = new Pool({ connectionString: server.superUrl, max: 1 })
  try {
    await pool.query(`alter system set max_wal_size = '16GB'`)
    await pool.query(`alter system set checkpoint_timeout = '30min'`)
    await pool.query('select pg_reload_conf()')
  } finally {
    await pool.end()
  }
}
