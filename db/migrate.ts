import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import { Logger, runMigrations } from 'graphile-worker'
import { Client } from 'pg'
import { SetupError } from '../env'
import { createDb, requireServer } from './client'
import { keyNames } from './name-keys'

/** Any fixed number: whoever migrates holds it, and the others wait their turn. */
const migrationLock = 4_161_790_001

/** Milliseconds after which a server that says nothing is one that is not there. */
const PATIENCE = 10_000

/** Nobody answers, or not as this role in that database: what may be so today and not tomorrow. */
export class DatabaseAway extends SetupError {}

/** The tables of background jobs are their library's own, and in a schema of its own. */
const quiet = new Logger(() => () => undefined)

/** Brings the database to the newest schema. Safe to call from several instances at once. */
export async function migrateDatabase(url: string, folder = migrations()): Promise<void> {
  const client = await connect(url)
  try {
    await requireServer(client)
    await requireText(client)
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await migrate(drizzle(client), { migrationsFolder: folder })
    await keyNames(client)
    await migrateJobs(url)
  } catch (error) {
    throw forbidden(error) ?? error
  } finally {
    // Closing the session gives the lock back, whatever happened.
    await client.end()
  }
}

/** Over a pool of ours: the library's own ends the process where the server goes while it closes. */
async function migrateJobs(url: string): Promise<void> {
  const { pool, close } = createDb(url, { max: 1 })
  try {
    await runMigrations({ pgPool: pool, logger: quiet })
  } finally {
    await close()
  }
}

/** @throws SetupError where the database cannot hold every script, or cannot tell a capital from a small letter. */
async function requireText(client: Client): Promise<void> {
  const { rows } = await client
    .query<{ encoding: string; folds: boolean }>(
      `select current_setting('server_encoding') as encoding, lower(U&'\\0414') = U&'\\0434' as folds`,
    )
    .catch(() => ({ rows: [] }))
  if (rows[0]?.encoding === 'UTF8' && rows[0].folds) return
  throw new SetupError(
    "DATABASE_URL leads to a database that does not keep text as UTF-8, or whose locale knows ASCII letters alone. Make it anew: create database assay owner assay encoding 'UTF8' locale 'C.UTF-8' template template0",
  )
}

/** The role may not make tables there. */
function forbidden(error: unknown): SetupError | undefined {
  const cause = (error as { cause?: unknown } | undefined)?.cause ?? error
  if ((cause as { code?: unknown } | undefined)?.code !== '42501') return undefined
  return new SetupError(
    'The role of DATABASE_URL may not make tables in that database. Let it own the database: alter database NAME owner to ROLE',
  )
}

function migrations(): string {
  return fileURLToPath(new URL('./migrations', import.meta.url))
}

async function connect(url: string): Promise<Client> {
  const client = new Client({
    connectionString: url,
    application_name: 'assay migrate',
    options: '-c timezone=UTC',
    connectionTimeoutMillis: PATIENCE,
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return client
  } catch (error) {
    const reason = error instanceof Error ? error.message || String((error as { code?: unknown }).code) : String(error)
    throw new DatabaseAway(`The database cannot be reached: ${reason}. Check DATABASE_URL and that the server is up.`)
  }
}
