import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import type { TestServer } from './postgres'
import { startTestServer } from './postgres-server'
import { quickFolder } from './quick-folder'

declare module 'vitest' {
  interface ProvidedContext {
    postgres: TestServer
  }
}

/** One private PostgreSQL for the whole run, with a migrated database that each test file copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { server, stop } = await startTestServer(quickFolder('assay-test-'))
  await hurry(server)
  project.provide('postgres', server)
  return stop
}

/** Nothing here outlives the run, so nothing waits for the disk. Tests that kill a server start one of their own. */
async function hurry(server: TestServer): Promise<void> {
  const client = new Client({ connectionString: server.superUrl })
  await client.connect()
  for (const guard of ['fsync', 'full_page_writes', 'synchronous_commit']) {
    await client.query(`alter system set ${guard} = off`)
  }
  await client.query('select pg_reload_conf()')
  await client.end()
}
