import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Db } from '@/db/client'
import { childEnv } from '@/env'
import { startApp, testVerifierKey, type RunningApp } from '../tests/harness/app'
import { shown, timed, usedBy } from './measure'
import type { Used } from './measure'
import { makeIds, seedIncidents, seedPerson } from './seed'

type Look = Used & { wall: number; server: number; said: string }

/** Runs a program to its end beside the server: what it used, what the server did for it, and its last line. */
async function run(app: RunningApp, args: readonly string[]): Promise<Look> {
  const before = usedBy(app.pid)?.seconds ?? 0
  let said = ''
  const wall = await timed(async () => {
    const child = spawn(process.execPath, args, { env: childEnv(), stdio: ['ignore', 'pipe', 'inherit'] })
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
    if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}.`)
  })
  const [, seconds = 'NaN', peak = 'NaN'] = /^used ([\d.]+) ([\d.]+)$/m.exec(said) ?? []
  const last =
    said
      .replace(/^used .*\n/m, '')
      .trim()
      .split('\n')
      .at(-1) ?? ''
  return {
    seconds: Number(seconds),
    peak: Number(peak),
    wall: wall / 1000,
    server: (usedBy(app.pid)?.seconds ?? NaN) - before,
    said: last,
  }
}

const told = ({ seconds, peak, wall, server }: Look): string =>
  `${shown(seconds)} s of processor, peak ${shown(peak)} MB, the server ${shown(server)} s, ${shown(wall)} s in all`

/**
 * The verifier's look at a site with so many accounts, one size after the other: the first, for which the server renders what
 * nobody has read, the second, and its yardstick: the same addresses fetched eight at a time and hashed, nothing more.
 */
export async function benchVerify(db: Db, databaseUrl: string, template: string, sizes: string[]): Promise<void> {
  await makeIds(db)
  const made = { by: await seedPerson(db), reviewer: await seedPerson(db), template, isLogged: true }
  const folder = mkdtempSync(path.join(tmpdir(), 'assay-verify-'))
  const asked = path.join(folder, 'asked')
  let seeded = 0
  try {
    for (const size of (sizes.length > 0 ? sizes : ['100']).map(Number)) {
      await seedIncidents(db, seeded, size, made)
      seeded = size
      const app = await startApp({ databaseUrl })
      app.leave()
      try {
        const tell = './bench/tell-asked.mjs'
        const command = [
          '--import',
          `${tell}?file=${encodeURIComponent(asked)}`,
          'verifier/assay-verify.mjs',
          app.url,
          '--key',
          testVerifierKey,
        ]
        const first = await run(app, command)
        const second = await run(app, command)
        const yardstick = await run(app, ['--import', tell, 'bench/hash-pages.mjs', asked])
        const pages = readFileSync(asked, 'utf8').trim().split('\n').length
        console.log(`verify       ${size} accounts, ${pages} addresses: ${first.said}`)
        console.log(`verify       first look: ${told(first)}`)
        console.log(
          `verify       second look: ${told(second)}; × ${shown(second.seconds / yardstick.seconds)} of the yardstick`,
        )
        console.log(`verify       yardstick, fetched and hashed: ${told(yardstick)}; ${yardstick.said}`)
      } finally {
        await app.stop()
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
