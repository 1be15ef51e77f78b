import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { startLocal } from '@/db/local/server'
import { migrateDatabase } from '@/db/migrate'
import { databaseUrl, templateName } from './postgres'
import type { TestServer } from './postgres'

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

/** The same server for a runner other than Vitest. */
export async function startTestServer(): Promise<{ server: TestServer; stop: () => Promise<void> }> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'assay-test-'))
  const local = await startLocal(dataDir)
  const server: TestServer = { url: local.url, superUrl: local.superUrl }
  const stop = async (): Promise<void> => {
    await local.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    await makeTemplate(server)
    return { server, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function makeTemplate(server: TestServer): Promise<void> {
  const client = new Client({ connectionString: server.superUrl })
  await client.connect()
  try {
    await client.query(`create database ${templateName} owner assay`)
    await migrateDatabase(databaseUrl(server, templateName))
  } finally {
    await client.end()
  }
}
