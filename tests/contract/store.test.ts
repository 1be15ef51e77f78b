import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { env, setEnv } from '@/env'
import { store } from '@/server/store'
import { moveBytesIn } from '@/server/store/move-in'
import { verifyCaptures, type Finding } from '@/server/store/verify'
import { startWorker } from '@/server/worker'
import { callAs, type Caller } from '../harness/caller'
import { useDatabase } from '../harness/database'
import { until } from '../machine/hold'
import { addIncident, addText } from '../harness/material'
import { addPerson } from '../harness/people'

// What lies in the store of a desk of its own: who captures, who redacts, and what is found when it is looked through.
const database = useDatabase()
const before = env().DATA_DIR
const folder = mkdtempSync(path.join(tmpdir(), 'assay-store-'))
let [lead, second]: Caller[] = []
let incidentId = ''
beforeAll(async () => {
  setEnv({ DATA_DIR: folder, LOG_LEVEL: 'silent' })
  lead = callAs(database.db, await addPerson(database.db, { role: 'lead' }))
  const editor = await addPerson(database.db)
  second = callAs(database.db, editor)
  incidentId = (await addIncident(database.db, editor.id)).id
})
afterAll(() => {
  setEnv({ DATA_DIR: before, LOG_LEVEL: undefined })
  rmSync(folder, { recursive: true, force: true })
})

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
const fileOf = (hash: string): string => path.join(folder, 'captures', hash.slice(0, 2), hash.slice(2, 4), hash)

async function capture(
  text: string,
  evenIfHeld = false,
): Promise<{ captureId: string; sourceId: string; hash: string }> {
  if (second === undefined) throw new Error('nobody captures')
  const { captureId, sourceId } = await addText(second, incidentId, text, { evenIfHeld })
  return { captureId, sourceId, hash: hashOf(text) }
}

async function redact(captureId: string): Promise<void> {
  const target = { kind: 'capture', captureId } as const
  await lead?.redaction.propose({ incidentId, target, publicReason: 'A court asked for it.' })
  const { rows } = await database.db.execute<{ id: string }>(
    sql`select id from redaction where capture_id = ${captureId} and confirmed_at is null`,
  )
  await second?.redaction.confirm({ id: rows[0]?.id ?? '' })
}

async function waiting(): Promise<number> {
  const { rows } = await database.db.execute<{ n: number }>(sql`select count(*)::int as n from graphile_worker.jobs`)
  return rows[0]?.n ?? 0
}

/** What the program does in the background, until nothing is left to do. */
async function work(): Promise<void> {
  const worker = await startWorker(database.url)
  try {
    await until(async () => (await waiting()) === 0)
  } finally {
    await worker.stop()
  }
}

async function verified(): Promise<{ findings: Finding[]; captures: number; wrong: number; orphaned: number }> {
  const findings: Finding[] = []
  const done = await verifyCaptures(database.db, { found: (one) => findings.push(one), progress: () => undefined })
  return { findings, captures: done.captures, wrong: done.wrong, orphaned: done.orphaned }
}

test('a redaction takes the bytes, but not those that another capture has too', async () => {
  const [one, other] = [await capture('One depot burned.'), await capture('One depot burned.', true)]
  expect(await store().has(one.hash)).toBe(true)
  await redact(one.captureId)
  await work()
  expect((await store().get(one.hash)).toString()).toBe('One depot burned.')
  await redact(other.captureId)
  expect(await store().has(one.hash), 'not before the commit').toBe(true)
  await work()
  expect(await store().has(one.hash)).toBe(false)
})

test('a redaction does not wait for a store that is away; the bytes go when it is back', async () => {
  const { captureId, hash } = await capture('Two depots burned.')
  const away = mkdtempSync(path.join(tmpdir(), 'assay-store-'))
  writeFileSync(path.join(away, 'captures'), 'no folder')
  setEnv({ DATA_DIR: away })
  await redact(captureId)
  const worker = await startWorker(database.url)
  const failed = sql`select count(*)::int as n from graphile_worker.jobs where attempts > 0 and last_error is not null`
  await until(async () => ((await database.db.execute<{ n: number }>(failed)).rows[0]?.n ?? 0) > 0)
  await worker.stop()
  setEnv({ DATA_DIR: folder })
  rmSync(away, { recursive: true })
  expect(await store().has(hash)).toBe(true)
  const { findings } = await verified()
  expect(findings).toEqual([expect.objectContaining({ what: 'left after a redaction', sha256: hash, captureId })])
  await database.db.execute(sql`update graphile_worker._private_jobs set run_at = now()`)
  await work()
  expect([await store().has(hash), (await verified()).findings]).toEqual([false, []])
})

test('a capture whose bytes cannot be stored is refused whole, in words', async () => {
  setEnv({ DATA_DIR: path.join(folder, 'a-file') })
  writeFileSync(path.join(folder, 'a-file'), '')
  const refused = capture('Three depots burned.')
  await expect(refused).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' })
  await expect(refused).rejects.toThrow(/store for captured files cannot be used.*nothing you typed is lost/)
  setEnv({ DATA_DIR: folder })
  const left = await database.db.execute(sql`select from capture where text_sha256 = ${hashOf('Three depots burned.')}`)
  expect(left.rows).toEqual([])
})

test('what is missing, altered or left over is found, each with its capture and source', async () => {
  const [gone, changed, good] = [await capture('Gone.'), await capture('Changed.'), await capture('Good.')]
  const clean = await verified()
  expect(clean).toMatchObject({ findings: [], wrong: 0, orphaned: 0 })
  rmSync(fileOf(gone.hash))
  writeFileSync(fileOf(changed.hash), 'Other.')
  const orphan = await store().put(Buffer.from('Nobody names this.'))
  const found = await verified()
  const ids = ({ captureId, sourceId, hash }: typeof gone) => ({ captureId, sourceId, sha256: hash })
  expect(found.findings.toSorted((a, b) => a.what.localeCompare(b.what))).toEqual([
    { what: 'altered', ...ids(changed) },
    { what: 'missing', ...ids(gone) },
    { what: 'orphaned', sha256: orphan },
  ])
  expect([found.wrong, found.orphaned, found.captures]).toEqual([2, 1, clean.captures])
  for (const text of ['Gone.', 'Changed.']) await store().put(Buffer.from(text))
  await store().remove(orphan)
  expect((await verified()).findings).toEqual([])
  expect(good.hash).toBe(hashOf('Good.'))
})

test('what an earlier version kept in the database is moved into the store, and its table goes', async () => {
  const texts = ['Old one.', 'Old two.']
  await database.db.execute(sql`create table bytes_to_store (sha256 text primary key, bytes bytea not null)`)
  for (const text of texts)
    await database.db.execute(sql`insert into bytes_to_store values (${hashOf(text)}, ${Buffer.from(text)})`)
  await Promise.all([moveBytesIn(database.db), moveBytesIn(database.db)])
  for (const text of texts) expect((await store().get(hashOf(text))).toString()).toBe(text)
  const { rows } = await database.db.execute(sql`select to_regclass('bytes_to_store') as name`)
  expect(rows).toEqual([{ name: null }])
  await moveBytesIn(database.db)
  expect(readdirSync(path.join(folder, 'captures', 'incoming'))).toEqual([])
})
