import { execFile, execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { childEnv, env, setEnv } from '@/env'
import type { Actor } from '@/domain/policy'
import { store } from '@/server/store'
import { callAs, type Caller } from '../harness/caller'
import { useDatabase } from '../harness/database'
import { addIncident, addText } from '../harness/material'
import { addPerson } from '../harness/people'
import { programAt } from '../harness/program'
import { until } from './hold'

// What befalls captured files on a machine: a signal 9 between the store and the commit, a hand in the folder, a full disk.
const database = useDatabase()
const before = env().DATA_DIR
const folder = mkdtempSync(path.join(tmpdir(), 'assay-captures-'))
const root = path.join(import.meta.dirname, '../..')
let editor: Actor
let call: Caller
let incidentId = ''
beforeAll(async () => {
  setEnv({ DATA_DIR: folder, LOG_LEVEL: 'silent' })
  editor = await addPerson(database.db)
  call = callAs(database.db, editor)
  incidentId = (await addIncident(database.db, editor.id)).id
})
afterAll(() => {
  setEnv({ DATA_DIR: before, LOG_LEVEL: undefined })
  rmSync(folder, { recursive: true, force: true })
})

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
const fileOf = (hash: string): string => path.join(folder, 'captures', hash.slice(0, 2), hash.slice(2, 4), hash)

async function paste(text: string): Promise<string> {
  await addText(call, incidentId, text)
  return hashOf(text)
}

async function namedBy(text: string): Promise<number> {
  const { rows } = await database.pool.query('select from capture where bytes_sha256 = $1', [hashOf(text)])
  return rows.length
}

/** `npm run admin -- verify-captures` */
function verify(): Promise<{ code: number; lines: string[] }> {
  const settings = { DATABASE_URL: database.url, DATA_DIR: folder, AUTH_SECRET: undefined, PUBLIC_URL: undefined }
  return new Promise((resolve) => {
    const options = { cwd: root, env: childEnv(settings) }
    execFile(process.execPath, ['cli/boot.mjs', 'admin', 'verify-captures'], options, (error, out) => {
      resolve({ code: Number(error?.code ?? 0), lines: out.trim().split('\n') })
    })
  })
}

test('killed with signal 9 between the store and the commit: no capture without its bytes, and what is left over is told', async () => {
  const text = 'Pasted in the last second.'
  const other = await database.pool.connect()
  onTestFinished(() => other.release(true))
  // The row that is to name the bytes waits; the bytes are in the store by then.
  await other.query('begin; lock table capture in share mode')
  const program = programAt('tests/machine/capture-holder')
  const args = [program, database.url, JSON.stringify(editor), incidentId, text]
  const child = spawn(process.execPath, args, { cwd: root, env: childEnv({ DATA_DIR: folder }), stdio: 'inherit' })
  onTestFinished(() => void child.kill('SIGKILL'))
  const waits = `select from pg_locks where relation = 'capture'::regclass and not granted`
  await until(async () => (await other.query(waits)).rowCount === 1)
  expect(await store().has(hashOf(text)), 'before the row that names them').toBe(true)
  child.kill('SIGKILL')
  await once(child, 'exit')
  await other.query('commit')
  await until(async () => (await other.query(waits)).rowCount === 0)
  await until(async () => (await other.query(`select from pg_locks where locktype = 'advisory'`)).rowCount === 0)
  expect(await namedBy(text)).toBe(0)
  const found = await verify()
  expect(found.lines).toEqual([
    `orphaned                ${hashOf(text)}`,
    '0 captures read, 1 files stored: 0 wrong, 1 that no capture names.',
  ])
  expect(found.code, 'an orphan is harmless').toBe(0)
  // Pasted again, it is kept, and nothing is left over.
  await paste(text)
  expect(await namedBy(text)).toBe(1)
})

test('verify-captures ends with 1, and names what is missing and what was altered with its capture and source', async () => {
  const [gone, changed] = [await paste('Gone from the folder.'), await paste('Changed in the folder.')]
  rmSync(fileOf(gone))
  writeFileSync(fileOf(changed), 'Changed by hand.')
  const { code, lines } = await verify()
  const of = async (hash: string): Promise<string> => {
    const { rows } = await database.db.execute<{ id: string; source: string }>(
      sql`select id, source_id as source from capture where bytes_sha256 = ${hash}`,
    )
    return `${hash}  capture ${rows[0]?.id ?? ''}  source ${rows[0]?.source ?? ''}`
  }
  expect(code).toBe(1)
  expect(lines.slice(0, -1).toSorted()).toEqual([
    `altered                 ${await of(changed)}`,
    `missing                 ${await of(gone)}`,
  ])
  expect(lines.at(-1)).toBe('3 captures read, 2 files stored: 2 wrong, 0 that no capture names.')
})

/** A disk of 256 kB; null where this user may not make one. */
function smallDisk(): string | null {
  const at = mkdtempSync(path.join(tmpdir(), 'assay-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', at], { stdio: 'ignore' })
    return at
  } catch {
    rmSync(at, { recursive: true })
    return null
  }
}

test('a full disk is said in words, nothing half is left, and what was there stays', async ({ skip }) => {
  const disk = smallDisk()
  if (disk === null) return skip('only root can make a disk that is full')
  onTestFinished(() => {
    setEnv({ DATA_DIR: folder })
    execFileSync('umount', [disk])
    rmSync(disk, { recursive: true })
  })
  setEnv({ DATA_DIR: disk })
  const first = await paste('Captured while there was room.')
  const text = 'Too much for what is left. '.repeat(12_000)
  const refused = paste(text)
  await expect(refused).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' })
  await expect(refused).rejects.toThrow(/disk.*full.*nothing you typed is lost/)
  expect(await namedBy(text)).toBe(0)
  expect(readdirSync(path.join(disk, 'captures/incoming'))).toEqual([])
  expect((await store().get(first)).toString()).toBe('Captured while there was room.')
  // With room again, the same is kept.
  await paste('Small enough.')
})
