import type { TestProject } from 'vitest/node'
import type { TestServer } from './postgres'
import { startTestServer } from './postgres-server'

declare module 'vitest' {
  interface ProvidedContext {
    postgres: TestServer
  }
}

/** One private PostgreSQL for the whole run, with a migrated database that each test file copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { server, stop } = await startTestServer()
  project.provide('postgres', server)
  return stop
}
