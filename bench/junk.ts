import { randomBytes, randomInt } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { Agent, request } from 'node:http'
import path from 'node:path'
import { sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { startApp } from '../tests/harness/app'
import type { RunningApp } from '../tests/harness/app'
import { shown, spread, timed } from './measure'

const WIDTH = 32
const MOST = 1_000_000
/** How far it is each time that what is left is looked at. */
const STEPS = [0.01, 0.1, 0.25, 0.5, 0.75, 1]
/** One in so many asks something that only a statement, and a rendering, can tell: it is no junk to the program. */
const EACH_ASKS = 250

type Junk = { path: string; method?: 'GET' | 'HEAD' | 'POST' }
/** `x`: never the same twice; `n`: any number; `story`: the path of an account that is there. */
type Shape = (x: string, n: number, story: string) => Junk | string

const pairs = (text: string): string => Array.from(text, (each) => `%${each.charCodeAt(0).toString(16)}`).join('')
const language = (n: number): string => ['uk', 'ru', 'de', 'ar', 'fr', 'xx', 'EN'][n % 7] ?? ''

/** Addresses that lead nowhere, or to what is there by a spelling that nobody made: of every shape, and of none. */
const LEADS_NOWHERE: readonly Shape[] = [
  (x) => `/${x}`,
  (x) => `/${x}/${x}.php?${x}`,
  (x) => `/${x.repeat(100)}`,
  (x) => `/${pairs(x)}`,
  (x) => `/${x.toUpperCase()}/`,
  (x) => ({ path: `/${x}`, method: 'HEAD' }),
  (x) => ({ path: `/${x}`, method: 'POST' }),
  (x, n) => `/${language(n)}/${x}`,
  (x, n) => `/${language(n)}/incidents/${x}`,
  (x) => `/incidents/${x}`,
  (x) => `/incidents/${pairs(x)}`,
  (x) => `/incidents/${x}/changes`,
  (x, n) => `/incidents/${x}/v/${n}`,
  (_, n, story) => `${story}/v/${n + 1_000}`,
  (x) => `/incidents/${x}/card.png`,
  (x) => `/embed/incidents/${x}`,
  (x) => `/api/${x}`,
  (x) => `/api/v1/incidents/${x}`,
  (_, n, story) => `/api/v1${story}?v=${n + 1_000}`,
  (x) => `/api/v1/incidents?${x}`,
  (x, _, story) => `/oembed?url=${encodeURIComponent(`https://a.example${story}${x}`)}`,
  (_, n) => `/log/tile/0/x${String(1_000 + (n % 999)).slice(1)}/${String(1_000 + (n % 997)).slice(1)}`,
  (_, n) => `/log/proof/${n + 1_000_000}`,
  (_, n) => `/log/document/${n + 1_000_000}.json`,
  (x) => `/log/${x}`,
  (x) => `/dumps/${x}`,
  (_, n) => `/dumps/publications-${(n % 900_000) + 1_000}.jsonl`,
  (x) => `/sitemap/${x}.xml`,
  (x) => `/corrections?cursor=${x}`,
  (x) => `/feed.atom?${x}`,
  (x) => `/feed.rss?level=${x}`,
  (x) => `/_next/${x}`,
  (x) => `/_next/static/${x}.js`,
  (x) => `/method?${x}`,
  (x) => `/?utm_source=${x}`,
  (x, _, story) => `${story}?utm_source=${x}`,
  (x, n, story) => `/${language(n)}${story}?${x}`,
]

const ASKS: readonly Shape[] = [
  (x) => `/?q=${x}`,
  (x) => `/?place=${x}&party=${x}`,
  (x) => `/?tag=${x}`,
  (x) => `/feed.atom?tag=${x}`,
  (x) => `/feed.json?party=${x}`,
  (x) => `/desk/${x}`,
  (x) => `/signin?${x}`,
]

const pick = (shapes: readonly Shape[]): Shape => shapes[randomInt(shapes.length)] ?? String

function ask(url: string, { path: asked, method = 'GET' }: Junk, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    request(`${url}${asked}`, { agent, method }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode ?? 0))
    })
      .on('error', reject)
      .end()
  })
}

type Left = { heap: number; resident: number; database: number; rows: Map<string, number>; files: number; disk: number }

/** What the program holds once it has collected its garbage, and what it takes of the machine, in megabytes. */
async function memoryOf(app: RunningApp): Promise<Pick<Left, 'heap' | 'resident'>> {
  const begun = app.output().length
  process.kill(app.pid, 'SIGUSR2')
  for (;;) {
    const [, heap, resident] = /^memory (\d+) (\d+)$/m.exec(app.output().slice(begun)) ?? []
    if (heap !== undefined) return { heap: Number(heap) / 2 ** 20, resident: Number(resident) / 2 ** 20 }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

async function rowsIn(db: Db): Promise<Map<string, number>> {
  const { rows } = await db.execute<{ name: string; rows: number }>(sql`select oid::regclass::text as name,
      (xpath('/row/c/text()', query_to_xml(format('select count(*) as c from %s', oid::regclass), false, true, '')))[1]::text::int as rows
    from pg_class where relkind = 'r' and relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema')`)
  return new Map(rows.map((row) => [row.name, row.rows]))
}

/** Waits until the demo's own background work is done: what it leaves is no junk's. */
async function settled(db: Db): Promise<void> {
  for (;;) {
    const { rows } = await db.execute<{ jobs: number }>(
      sql`select count(*)::int as jobs from graphile_worker.jobs where run_at <= now()`,
    )
    if (rows[0]?.jobs === 0) return
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

/** Waits until no page is rendered ahead any more: it begins five seconds after the start. */
async function renderedAhead(folders: readonly string[]): Promise<void> {
  for (let quiet = 0, last = -1; quiet < 10; quiet++) {
    const { files } = diskOf(folders)
    if (files !== last) quiet = 0
    last = files
    await new Promise((resolve) => setTimeout(resolve, 1_000))
  }
}

/** Seconds of processor time that the program has taken; where the system does not tell, none. */
function workOf({ pid }: RunningApp): number {
  const file = `/proc/${pid}/stat`
  const fields = existsSync(file) ? (readFileSync(file, 'utf8').split(') ')[1] ?? '').split(' ') : []
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100
}

function diskOf(folders: readonly string[]): Pick<Left, 'files' | 'disk'> {
  let [files, disk] = [0, 0]
  for (const folder of folders)
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      files++
      disk += statSync(path.join(entry.parentPath, entry.name)).size / 2 ** 20
    }
  return { files, disk }
}

async function leftBy(db: Db, app: RunningApp, folders: readonly string[]): Promise<Left> {
  const { rows } = await db.execute<{ size: number }>(sql`select pg_database_size(current_database())::float8 as size`)
  const database = (rows[0]?.size ?? 0) / 2 ** 20
  return { ...(await memoryOf(app)), database, rows: await rowsIn(db), ...diskOf(folders) }
}

function say(at: number, now: Left, before: Left, more: string): void {
  const grown = [...now.rows].flatMap(([table, rows]) => {
    const by = rows - (before.rows.get(table) ?? 0)
    return by === 0 ? [] : [`${table} ${by > 0 ? '+' : ''}${by}`]
  })
  const total = [...now.rows.values()].reduce((sum, rows) => sum + rows, 0)
  console.log(
    `junk         after ${at}: heap ${shown(now.heap)} MB, resident ${shown(now.resident)} MB, database ${shown(now.database)} MB, ` +
      `${total} rows (${grown.join(', ') || 'no table has another number'}), ${now.files} files of ${shown(now.disk)} MB${more}`,
  )
}

/**
 * `count` addresses that lead nowhere, no two alike, and what they leave behind: in memory after collecting garbage, in
 * rows by their tables, in files, and in lines of the log. `story`: the path of an account.
 */
export async function benchJunk(
  db: Db,
  databaseUrl: string,
  { dataDir, story, args: [given = '10000'] }: { dataDir: string; story: string; args: string[] },
): Promise<void> {
  const count = Math.min(MOST, Number(given))
  const preload = path.resolve('tests/harness/tell-memory.mjs')
  const app = await startApp({
    databaseUrl,
    env: { DATA_DIR: dataDir, PAGE_DISK: '4096', PAGES_AHEAD: 'auto', NODE_OPTIONS: `--import ${preload}` },
  })
  const agent = new Agent({ keepAlive: true, maxSockets: WIDTH })
  const folders = [dataDir, '.next']
  const statuses = new Map<string, number>()
  const one = async (index: number): Promise<void> => {
    const isAsked = index % EACH_ASKS === 0
    const made = pick(isAsked ? ASKS : LEADS_NOWHERE)(`x${randomBytes(9).toString('hex')}`, randomInt(1e8), story)
    const status = await ask(app.url, typeof made === 'string' ? { path: made } : made, agent)
    const kind = `${isAsked ? 'asked, ' : ''}${status}`
    statuses.set(kind, (statuses.get(kind) ?? 0) + 1)
  }
  try {
    await settled(db)
    await renderedAhead(folders)
    const before = await leftBy(db, app, folders)
    say(0, before, before, '')
    let done = 0
    for (const step of STEPS) {
      const next = Math.round(count * step)
      const first = done
      const worked = workOf(app)
      const ms = await timed(() => spread(next - first, WIDTH, (index) => one(first + index)))
      const each = ((workOf(app) - worked) / (next - first)) * 1_000
      const lines = app
        .output()
        .split('\n')
        .filter((line) => !line.startsWith('memory ')).length
      say(
        next,
        await leftBy(db, app, folders),
        before,
        `, ${lines} lines; ${shown(((next - done) / ms) * 1_000)} a second, ${shown(each)} ms of its processor time each`,
      )
      done = next
    }
    const told = [...statuses].sort(([, a], [, b]) => b - a).map(([status, times]) => `${status}: ${times}`)
    console.log(`junk         answered with ${told.join('; ')}`)
  } finally {
    agent.destroy()
    await app.stop()
  }
}
