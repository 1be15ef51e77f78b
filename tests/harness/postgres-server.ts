import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { beginStop } from '@/db/local/postmaster'
import { startLocal } from '@/db/local/server'
import { migrateDatabase } from '@/db/migrate'
import { setEnv } from '@/env'
import { databaseUrl, templateName } from './postgres'
import type { TestServer } from './postgres'

export interface RunningTestServer {
  server: TestServer
  stop: () => Promise<void>
}

/** A private PostgreSQL in a folder that goes with it, with a migrated database for others to be copied from. */
export async function startTestServer(
  dataDir = mkdtempSync(path.join(tmpdir(), 'assay-test-')),
): Promise<RunningTestServer> {
  chmodSync(dataDir, 0o700)
  const local = await startLocal(dataDir)
  // For captured files too, here and in every process that is started from here on.
  setEnv({ DATA_DIR: local.place.data })
  // A run that is broken off must not leave it behind.
  process.once('exit', () => beginStop(local.place.cluster))
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
