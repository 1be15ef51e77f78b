import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import { Client } from 'pg'
import { SetupError } from '../env'
import { requireServer } from './client'

/** Any fixed number: whoever migrates holds it, and the others wait their turn. */
const migrationLock = 4_161_790_001

/** Brings the database to the newest schema. Safe to call from several instances at once. */
export async function migrateDatabase(url: string, folder = migrations()): Promise<void> {
  const client = await connect(url)
  try {
    await requireServer(client)
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await migrate(drizzle(client), { migrationsFolder: folder })
  } finally {
    // Closing the session gives the lock back, whatever happened.
    await client.end()
  }
}

function migrations(): string {
  return fileURLToPath(new URL('./migrations', import.meta.url))
}

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, application_name: 'assay migrate', options: '-c timezone=UTC' })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return client
  } catch (error) {
    const reason = error instanceof Error ? error.message || String((error as { code?: unknown }).code) : String(error)
    throw new SetupError(`The database cannot be reached: ${reason}. Check DATABASE_URL and that the server is up.`)
  }
}
