import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { Agent, get } from 'node:http'
import path from 'node:path'
import { sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { startApp } from '../tests/harness/app'
import type { RunningApp } from '../tests/harness/app'
import { shown, spread, timed } from './measure'

const WIDTH = 8
const STEPS = 10
const MOST = 1_000_000

/** Addresses that nobody has published: of every shape that there is, and of none. */
const SHAPES = [
  (junk: string) => `/${junk}`,
  (junk: string) => `/incidents/${junk}`,
  (junk: string) => `/incidents/${junk}/v/1`,
  (junk: string) => `/uk/${junk}/method`,
  (junk: string) => `/method?${junk}`,
  (junk: string) => `/feed.atom?party=${junk}`,
  (junk: string) => `/api/v1/incidents/${junk}`,
  (junk: string) => `/log/${junk}`,
  (junk: string) => `/_next/static/${junk}.js`,
  (junk: string) => `/embed/incidents/${junk}`,
]

function ask(url: string, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode ?? 0))
    }).on('error', reject)
  })
}

type Left = { memory: number; rows: number; files: number; lines: number }

/** What the program holds once it has collected its garbage, in megabytes. */
async function memoryOf(app: RunningApp): Promise<number> {
  const begun = app.output().length
  process.kill(app.pid, 'SIGUSR2')
  for (;;) {
    const [, bytes] = /^memory (\d+) \d+$/m.exec(app.output().slice(begun)) ?? []
    if (bytes !== undefined) return Number(bytes) / 2 ** 20
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Rows of every table but those that count time, not readers: leases and jobs. */
async function rowsIn(db: Db): Promise<number> {
  const { rows } = await db.execute<{ rows: number }>(sql`select coalesce(sum((xpath('/row/c/text()',
      query_to_xml(format('select count(*) as c from %s', oid::regclass), false, true, '')))[1]::text::int), 0)::int as rows
    from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'page_instance'`)
  return rows[0]?.rows ?? 0
}

const filesIn = (folders: readonly string[]): number =>
  folders.reduce((sum, folder) => sum + readdirSync(folder, { recursive: true }).length, 0)

/**
 * `count` addresses that lead nowhere, no two alike, and what they leave behind: in memory after collecting garbage, in
 * rows, files and lines of the log, a tenth of them after the other.
 */
export async function benchJunk(
  db: Db,
  databaseUrl: string,
  dataDir: string,
  [given = '10000']: string[],
): Promise<void> {
  const count = Math.min(MOST, Number(given))
  const preload = path.resolve('tests/harness/tell-memory.mjs')
  const app = await startApp({ databaseUrl, env: { DATA_DIR: dataDir, NODE_OPTIONS: `--import ${preload}` } })
  const agent = new Agent({ keepAlive: true, maxSockets: WIDTH })
  const folders = [dataDir, '.next']
  const left = async (): Promise<Left> => ({
    memory: await memoryOf(app),
    rows: await rowsIn(db),
    files: filesIn(folders),
    lines: app
      .output()
      .split('\n')
      .filter((line) => !line.startsWith('memory ')).length,
  })
  const say = (at: number, { memory, rows, files, lines }: Left, ms?: number): void =>
    console.log(
      `junk         after ${at}: ${shown(memory)} MB, ${rows} rows, ${files} files, ${lines} lines` +
        (ms === undefined ? '' : `; ${shown((count / STEPS / ms) * 1_000)} a second`),
    )
  try {
    say(0, await left())
    const statuses = new Map<number, number>()
    for (let step = 1; step <= STEPS; step++) {
      const ms = await timed(() =>
        spread(count / STEPS, WIDTH, async (index) => {
          const shape = SHAPES[index % SHAPES.length] ?? String
          const status = await ask(`${app.url}${shape(`x${randomBytes(9).toString('hex')}`)}`, agent)
          statuses.set(status, (statuses.get(status) ?? 0) + 1)
        }),
      )
      say((count / STEPS) * step, await left(), ms)
    }
    console.log(
      `junk         answered with ${[...statuses].map(([status, times]) => `${status}: ${times}`).join(', ')}`,
    )
  } finally {
    agent.destroy()
    await app.stop()
  }
}
