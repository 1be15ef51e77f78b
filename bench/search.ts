import { performance } from 'node:perf_hooks'
import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import { createDb, type Db } from '@/db/client'
import type { searchInput } from '@/domain/input/search'
import type { Actor } from '@/domain/policy'
import { callAs } from '../tests/harness/caller'
import { createDatabase } from '../tests/harness/postgres'
import { startTestServer } from '../tests/harness/postgres-server'
import { median, p95, shown, timed } from './measure'
import { inBulk, settleForLoad } from './bulk'
import { makeWords, NAMES, seedExcerpts } from './search-seed'
import { makeIds, seedPerson } from './seed'

const SIZES = [10_000, 100_000]
const TURNS = 40

/**
 * `npm run bench -- search [SIZES…]`: how the search grows with the number of excerpts, from the first size on. Each is
 * measured in turns with a yardstick that does not grow. What is searched: `seedExcerpts`.
 */
export async function benchSearch(args: readonly string[]): Promise<void> {
  const sizes = args.length === 0 ? SIZES : args.map(Number)
  const running = await startTestServer()
  await settleForLoad(running.server)
  const url = await createDatabase(running.server)
  const { db, close } = createDb(url, { max: 8 })
  try {
    await makeIds(db)
    const actor = await seedPerson(db)
    await inBulk(running.server, url, async (load) => {
      await makeWords(load, url, actor)
      const first = new Map<string, number>()
      let seeded = 0
      for (const size of sizes) {
        const begun = performance.now()
        await seedExcerpts(db, load, seeded, size, actor)
        seeded = size
        console.log(`search ${size} excerpts: seeded in ${((performance.now() - begun) / 1000).toFixed(0)} s`)
        await measureAll(db, actor, size, first)
      }
    })
  } finally {
    await close()
    await running.stop()
  }
}

type Asked = z.input<typeof searchInput>
type Kinds = Record<string, (turn: number, word: (rank: number) => string, size: number) => Asked>

/** A word of rank r is in 2.33 / r of the excerpts (Zipf, 24 words of 30,000): the rank of those that so many have. */
const rankFound = (times: number, size: number) => Math.min(30_000, Math.round((2.33 * size) / times))

/**
 * Every way of asking; each turn asks for something else. The same words are in the same share of the excerpts at each
 * size, so that of a rare one more is found where there is more; what is found as often at each size is asked by itself.
 */
const ASKED: Kinds = {
  'a common word': (turn, word) => ({ text: word(1 + (turn % 20)) }),
  'an ordinary word': (turn, word) => ({ text: word(200 + turn * 7) }),
  'a rare word': (turn, word) => ({ text: word(15_000 + turn * 331) }),
  'a word found some 100 times': (turn, word, size) => ({ text: word(rankFound(80 + turn, size)) }),
  'a word of nobody': (turn) => ({ text: `xylo${turn}phon` }),
  'two words': (turn, word) => ({ text: `${word(5 + turn)} ${word(300 + turn * 11)}` }),
  'a phrase': (turn, word) => ({ text: `"${word(1 + (turn % 9))} ${word(2 + (turn % 7))}"` }),
  'one without another': (turn, word) => ({ text: `${word(40 + turn)} -${word(1 + (turn % 10))}` }),
  'a beginning of five letters': (turn, word) => ({ text: `${word(3_000 + turn * 37).slice(0, 5)}*` }),
  'a beginning of three letters': (turn, word) => ({ text: `${word(3_000 + turn * 37).slice(0, 3)}*` }),
  'a beginning of two letters': (turn, word) => ({ text: `${word(1 + turn).slice(0, 2)}*` }),
  'two letters and a rare word': (turn, word) => ({
    text: `${word(1 + turn).slice(0, 2)}* ${word(15_000 + turn * 331)}`,
  }),
  'a name spelled otherwise': (turn, word) => ({ text: `${word(1 + ((turn * 13) % NAMES))}grad` }),
  'narrowed by outlet': (turn, word) => ({ text: word(3 + turn), outlet: `Herald of ${word(1 + turn)}` }),
  'narrowed by grade and language': (turn, word) => ({
    text: word(3 + turn),
    grade: 'C',
    language: ['en', 'ru', 'uk'][turn % 3] ?? 'de',
  }),
  'narrowed by days': (turn, word) => ({
    text: word(3 + turn),
    publishedFrom: `2021-0${1 + (turn % 8)}-15`,
    publishedTo: `2021-0${2 + (turn % 8)}-02`,
  }),
  'no word, one day': (turn) => ({
    publishedFrom: `2022-03-${10 + (turn % 20)}`,
    publishedTo: `2022-03-${10 + (turn % 20)}`,
  }),
  'everything at once': (turn, word) => ({
    text: `${word(2 + turn)} ${word(4 + turn)}`,
    language: 'ru',
    grade: 'B',
    publishedFrom: '2021-01-01',
    kind: 'excerpt',
  }),
}

/** A constant piece of work of the server: whatever else the machine does meets it and the search alike. */
const yardstick = (db: Db) => timed(() => db.execute(sql`select count(*) from bench_word where word ~ 'a.*e.*i.*o'`))

async function measureAll(db: Db, actor: Actor, size: number, first: Map<string, number>): Promise<void> {
  const { rows } = await db.execute<{ word: string }>(sql`select word from bench_word order by rank`)
  const word = (rank: number) => rows[rank - 1]?.word ?? ''
  const call = callAs(db, actor)
  const all: Times = { ours: [], yard: [] }
  const keep = (name: string, { ours, yard }: Times, told = '') => {
    const now = p95(ours) / p95(yard)
    const before = first.get(name) ?? now
    first.set(name, before)
    console.log(
      `search ${size} excerpts: ${name}${told}: median ${shown(median(ours))} ms, p95 ${shown(p95(ours))} ms, ` +
        `${shown(now)} of the yardstick (${shown(p95(yard))} ms), × ${shown(now / before)}`,
    )
  }
  for (const [name, ask] of Object.entries(ASKED)) {
    for (let turn = 0; turn < 5; turn++) await call.search.find(ask(turn, word, size))
    const times: Times = { ours: [], yard: [] }
    let found = 0
    for (let turn = 0; turn < TURNS; turn++) {
      times.yard.push(await yardstick(db))
      times.ours.push(
        await timed(async () => {
          found += (await call.search.find(ask(turn, word, size))).items.length
        }),
      )
    }
    all.ours.push(...times.ours)
    all.yard.push(...times.yard)
    keep(name, times, ` (${shown(found / TURNS)} on the first page)`)
  }
  const counts: Times = { ours: [], yard: [] }
  for (let turn = 0; turn < TURNS; turn++) {
    counts.yard.push(await yardstick(db))
    counts.ours.push(await timed(() => call.search.count({ text: word(1 + turn * turn) })))
  }
  keep('counts by kind', counts)
  keep('all of them', all)
}

type Times = { ours: number[]; yard: number[] }
