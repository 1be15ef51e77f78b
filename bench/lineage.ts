import { performance } from 'node:perf_hooks'
import { randomUUID } from 'node:crypto'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { sql } from 'drizzle-orm'
import { createDb, type Db } from '@/db/client'
import { compareReadings } from '@/domain/likeness/suggestion'
import type { Actor } from '@/domain/policy'
import { programContext } from '@/server/jobs'
import { suggestLineage } from '@/server/lineage/suggest'
import { flood } from '../tests/likeness/bank-flood'
import { call, linesOf, MEASURED, parallelsCalled } from '../tests/likeness/figures'
import { makePairs } from '../tests/likeness/pair'
import { randomOf, type Random } from '../tests/likeness/story'
import { createDatabase } from '../tests/harness/postgres'
import { startTestServer } from '../tests/harness/postgres-server'
import { inBulk, settleForLoad, type Load } from './bulk'
import { article, outletOf, prepareLikeness, seedLikeness, textOf, WORDS } from './lineage-seed'
import { median, p95, shown, timed } from './measure'
import { makeIds, seedPerson } from './seed'

const TURNS = 40
const WARM = 10
const PARALLELS = 300
const SIZES = [10_000, 100_000]

/**
 * `npm run bench -- lineage [SIZES…]`: how well copies are told, and what the whole job for a new article of a thousand
 * words costs as the number of captures grows: reading it, its prints written and looked up, the likeliest texts read and
 * compared, suggestions written. Each is measured in turns with a yardstick that does not grow: reading fifty texts. What
 * is looked up in: `seedLikeness`.
 */
export async function benchLineage(args: readonly string[]): Promise<void> {
  benchLikeness()
  benchComparing()
  const sizes = args.length === 0 ? SIZES : args.map(Number)
  const running = await startTestServer()
  await settleForLoad(running.server)
  const url = await createDatabase(running.server)
  const { db, close } = createDb(url, { max: 4 })
  try {
    await makeIds(db)
    const by = await seedPerson(db)
    await inBulk(running.server, url, async (load) => {
      await prepareLikeness(load)
      const before: { size: number; part: number }[] = []
      let seeded = 0
      for (const size of sizes) {
        const begun = performance.now()
        await seedLikeness(db, load, seeded, size, by)
        seeded = size
        console.log(`lineage      ${size} captures seeded in ${((performance.now() - begun) / 1000).toFixed(0)} s`)
        const part = await benchJob(db, load, size, by)
        for (const one of before)
          console.log(`growth       suggestions: × ${shown(part / one.part)} from ${one.size} to ${size} captures`)
        before.push({ size, part })
      }
    })
  } finally {
    await close()
    await running.stop()
  }
}

/** How well copies are told, and on what it was measured (docs/lineage.md). */
function benchLikeness(): void {
  for (const line of linesOf(makePairs(MEASURED.seed, [flood], MEASURED.each).map(call)))
    console.log(`likeness     ${line}`)
  console.log(
    `likeness     independent, the same order, in another language: ${parallelsCalled([flood], PARALLELS).length} of ${PARALLELS} called translation`,
  )
}

/** Reading and comparing a new article with as many texts as are ever compared, whatever the desk holds. */
function benchComparing(): void {
  const random = randomOf(7)
  const texts = Array.from({ length: 33 }, () => textOf(random, outletOf(random)))
  const begun = performance.now()
  const [own, ...others] = texts.map((text) => article(text))
  if (own === undefined) return
  for (const other of others) compareReadings(own, other)
  console.log(
    `lineage      ${others.length} texts of ${WORDS} words read and compared in ${shown(performance.now() - begun)} ms`,
  )
}

type Turn = { ms: number; cpu: number; yard: number; isFound: boolean | null }

/** The yardstick, read anew in each turn: whatever else the machine does meets it and the job alike. */
const YARD = Array.from({ length: 50 }, (_, at) => textOf(randomOf(at), at))

/** Half of the new articles are nobody's, half are told again from one that is held: cut by a third, under another foot. */
async function benchJob(db: Db, load: Load, captures: number, by: Actor): Promise<number> {
  const random = randomOf(99 + captures)
  const turns: Turn[] = []
  let before = memory()
  for (let turn = 0; turn < WARM + TURNS; turn++) {
    if (turn === WARM) before = memory()
    const taken = await measureOne(db, load, by, random, turn % 2 === 1)
    if (turn >= WARM) turns.push(taken)
  }
  const after = memory()
  const [ms, cpu] = [turns.map((turn) => turn.ms), turns.map((turn) => turn.cpu)]
  const copies = turns.filter((turn) => turn.isFound !== null)
  console.log(
    `lineage      ${captures} captures: suggestions in ${median(ms).toFixed(0)} ms (p95 ${p95(ms).toFixed(0)}), of which ` +
      `${median(cpu).toFixed(0)} ms CPU of the program and ${(median(ms) - median(cpu)).toFixed(0)} ms of the database; ` +
      `${copies.filter((turn) => turn.isFound).length} of ${copies.length} copies found; the yardstick ${median(turns.map((turn) => turn.yard)).toFixed(0)} ms`,
  )
  console.log(
    `lineage      ${captures} captures: memory ${before.rss} MB, ${after.rss} MB ${TURNS} articles later; of it the heap ${before.heap}, then ${after.heap}`,
  )
  return median(turns.map((turn) => turn.ms / turn.yard))
}

async function measureOne(db: Db, load: Load, by: Actor, random: Random, isCopy: boolean): Promise<Turn> {
  const outlet = outletOf(random)
  const { rows } = await db.execute<{ n: number; text: string }>(
    sql`select n, text from bench_told where n >= ${Math.floor(random() * 1_000)} order by n limit 1`,
  )
  const own = textOf(random, outlet)
  const held = rows[0]
  const text = isCopy && held !== undefined ? `${cut(held.text)} ${own.split(' ').slice(-40).join(' ')}` : own
  const [sourceId, captureId] = [randomUUID(), randomUUID()]
  await load(
    `insert into source (id, kind, medium, title, language, outlet_id, published, created_by, created_at)
      values ($1, 'document', 'article', 'New', 'en', bench_id('outlet' || $2), '2026-01-02', $3, now())`,
    [sourceId, String(outlet), by.id],
  )
  await load(
    `insert into capture (id, source_id, number, text, bytes_sha256, text_sha256, text_length, method, method_version,
        normalisation, captured_by, captured_at) values ($1, $2, 1, $3, $1::uuid::text, $1::uuid::text, length($3), 'paste', '1', 1, $4, now())`,
    [captureId, sourceId, text, by.id],
  )
  const yard = await timed(() => Promise.resolve(YARD.map(article)))
  const cpu = process.cpuUsage()
  const begun = performance.now()
  await suggestLineage({ ctx: programContext(db), signal: new AbortController().signal }, { captureId })
  const ms = performance.now() - begun
  const used = process.cpuUsage(cpu)
  return {
    ms,
    cpu: (used.user + used.system) / 1000,
    yard,
    isFound: isCopy && held !== undefined ? await isFound(db, sourceId, held.n) : null,
  }
}

const cut = (text: string) => text.split(' ').slice(0, 640).join(' ')

/** Whether there is an edge to it, or to what another edge connects it with. */
async function isFound(db: Db, sourceId: string, held: number): Promise<boolean> {
  const { rows } = await db.execute(sql`with recursive family (id) as (
      select ${sourceId}::uuid union select case when l.source_id = f.id then l.of_id else l.source_id end
      from family f join lineage l on f.id in (l.source_id, l.of_id))
    select from family where id = bench_id('source' || ${held}::integer)`)
  return rows.length > 0
}

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** Megabytes, behind a collection of garbage. */
function memory(): { rss: number; heap: number } {
  collect()
  const { rss, heapUsed } = process.memoryUsage()
  return { rss: Math.round(rss / 1e6), heap: Math.round(heapUsed / 1e6) }
}
