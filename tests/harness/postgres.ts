import { randomBytes } from 'node:crypto'
import { Client } from 'pg'

/** Where the run's PostgreSQL is. */
export interface TestServer {
  /** As the program's own role. */
  url: string
  /** As the superuser. */
  superUrl: string
}

/** The migrated and otherwise empty database. */
export const templateName = 'assay_template'

export function databaseUrl(server: TestServer, database: string): string {
  const url = new URL(server.url)
  url.pathname = `/${database}`
  return url.href
}

/**
 * A new database, owned by the program's role as in production.
 * @param from the database it is a copy of, to which nobody may be connected.
 */
export async function createDatabase(server: TestServer, from: string = templateName): Promise<string> {
  const name = `test_${randomBytes(6).toString('hex')}`
  await asSuperuser(server, (client) => client.query(`create database ${name} template ${from} owner assay`))
  return databaseUrl(server, name)
}

export async function dropDatabase(server: TestServer, url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1)
  await asSuperuser(server, (client) => client.query(`drop database if exists ${name} with (force)`))
}

async function asSuperuser(server: TestServer, act: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: server.superUrl })
  await client.connect()
  try {
    await act(client)
  } finally {
    await client.end()
  }
}
