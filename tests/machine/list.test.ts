import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { capture, event, incidentSource, intake } from '@/db/schema'
import { childEnv, env, setEnv } from '@/env'
import { store } from '@/server/store'
import { verifyCaptures } from '@/server/store/verify'
import { startWorker } from '@/server/worker'
import { callAs } from '../harness/caller'
import { useDatabase } from '../harness/database'
import { addIncident } from '../harness/material'
import { ADDRESS, recordingNetwork, serveHttp, type Site } from '../harness/pages'
import { addPerson } from '../harness/people'
import { plantNetwork } from '../harness/plant-network'
import { programAt } from '../harness/program'
import { until } from './hold'

const database = useDatabase()
const before = env().DATA_DIR
const folder = mkdtempSync(path.join(tmpdir(), 'assay-list-'))
let site: Site
/** Addresses that were asked for, in order. */
const asked: string[] = []
/** The next request for it is let wait until whoever asked is gone. */
let held = ''

beforeAll(async () => {
  setEnv({ DATA_DIR: folder })
  site = await serveHttp(({ url = '' }, response) => {
    asked.push(url)
    if (url === held) held = ''
    else if (url === '/gone') response.writeHead(410).end()
    else
      response.writeHead(200, { 'content-type': 'text/html' }).end(`<h1>Page ${url}</h1><p>Of ${url} this is told.</p>`)
  })
})
afterAll(async () => {
  await site.close()
  setEnv({ DATA_DIR: before })
  rmSync(folder, { recursive: true, force: true })
})

/** An instance in a process of its own. */
function instance() {
  const here = import.meta.dirname
  const wire = `${path.join(here, '../harness/preload-network.mjs')}?port=${site.port}`
  const args = ['--import', wire, programAt('tests/machine/list-holder'), database.url]
  const child = spawn(process.execPath, args, {
    cwd: path.join(here, '../..'),
    stdio: ['ignore', 'ignore', 'inherit'],
    env: childEnv({ DATA_DIR: folder, LOG_LEVEL: 'silent' }),
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return {
    kill: async () => {
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}

async function jobs(): Promise<number> {
  const { rows } = await database.pool.query<{ n: number }>('select count(*)::int as n from graphile_worker.jobs')
  return rows[0]?.n ?? 0
}

/** What was in hand when a worker was killed is given back: by the clock it would be so five seconds later. */
const settle = () =>
  database.pool.query(`update graphile_worker._private_jobs set locked_at = locked_at - interval '1 minute'
    where locked_at is not null`)
const settleQueues = () =>
  database.pool.query(`update graphile_worker._private_job_queues set locked_at = locked_at - interval '1 minute'
    where locked_at is not null`)

test('a list whose instance is killed twice in its middle has one result a line, and one capture', async () => {
  const call = callAs(database.db, await addPerson(database.db))
  const { id: incidentId } = await addIncident(database.db, (await addPerson(database.db)).id)
  const pages = ['/1', '/2', '/3', '/4']
  const lines = [...pages, '/gone'].map((name) => `http://news.example.org${name}`)
  held = '/2'
  const { lists } = await call.intake.askList({ incidentId, text: lines.join('\n') })
  const listId = lists[0]?.id ?? ''
  const keptOf = async () => (await call.intake.list({ incidentId })).lists[0]?.kept ?? 0

  const first = instance()
  await until(() => asked.includes('/2'))
  await first.kill()
  await Promise.all([settle(), settleQueues()])
  const second = instance()
  await until(async () => (await keptOf()) >= 2)
  await second.kill()
  await Promise.all([settle(), settleQueues()])
  expect(await keptOf(), 'killed in its middle').toBeLessThan(pages.length)

  onTestFinished(plantNetwork(recordingNetwork({ '*': [ADDRESS] }, site).network))
  const last = await startWorker(database.url)
  onTestFinished(() => last.stop())
  await until(async () => (await last.sweep(), (await jobs()) === 0))

  const rows = await database.db.select().from(intake).where(eq(intake.listId, listId)).orderBy(intake.line)
  expect(rows.map(({ state }) => state)).toEqual([...pages.map(() => 'kept'), 'failed'])
  expect(new Set(rows.map(({ captureId }) => captureId)).size).toBe(pages.length + 1)
  const sources = await database.db.select().from(incidentSource).where(eq(incidentSource.incidentId, incidentId))
  expect(sources).toHaveLength(pages.length)
  const captures = await database.db.select().from(capture)
  expect(captures).toHaveLength(pages.length)
  for (const { bytesSha256 } of captures) expect(await store().has(bytesSha256)).toBe(true)
  const told = and(eq(event.incidentId, incidentId), eq(event.kind, 'intake.fetched'))
  expect(await database.db.select().from(event).where(told)).toHaveLength(lines.length)
  expect(asked.filter((url) => url === '/2').length, 'begun again').toBeGreaterThan(1)
  const { wrong } = await verifyCaptures(database.db, { found: () => undefined, progress: () => undefined })
  expect(wrong).toBe(0)
})
