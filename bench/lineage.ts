import { performance } from 'node:perf_hooks'
import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { createDb, type Db } from '@/db/client'
import { printsOf } from '@/domain/likeness/print'
import { readArticle } from '@/domain/likeness/reading'
import { compareReadings } from '@/domain/likeness/suggestion'
import type { Actor } from '@/domain/policy'
import { findCandidates } from '@/server/lineage/likeness-index'
import { depot } from '../tests/likeness/bank-depot'
import { ferry } from '../tests/likeness/bank-ferry'
import { flood } from '../tests/likeness/bank-flood'
import { call, linesOf, MEASURED } from '../tests/likeness/figures'
import { makePairs } from '../tests/likeness/pair'
import { factsOf, randomOf, tell, voiceOf, type Random } from '../tests/likeness/story'
import { createDatabase } from '../tests/harness/postgres'
import { startTestServer } from '../tests/harness/postgres-server'
import { median, shown } from './measure'
import { seedPerson, withoutLocks } from './seed'

const WORDS = 1_000
const CHUNK = 1_000
const TURNS = 15

const SIZES = [1_000, 10_000, 100_000]

/**
 * `npm run bench -- lineage [SIZES…]`: how well copies are told, and how finding them grows with the number of captures
 * (the yardstick is the first size).
 */
export async function benchLineage(args: readonly string[]): Promise<void> {
  benchLikeness()
  benchComparing()
  const sizes = args.length === 0 ? SIZES : args.map(Number)
  const running = await startTestServer()
  const { db, close } = createDb(await createDatabase(running.server), { max: 4 })
  try {
    const by = await seedPerson(db)
    let seeded = 0
    let first: number | undefined
    for (const size of sizes) {
      await db.execute(sql`alter table capture disable trigger user`)
      await withoutLocks(db, () => seedLikeness(db, seeded, size, by))
      seeded = size
      const ms = await benchCandidates(db, size)
      first ??= ms
      console.log(`growth       candidates: × ${shown(ms / first)} from ${sizes[0]} to ${size} captures`)
    }
  } finally {
    await close()
    await running.stop()
  }
}

/** How well copies are told, and on what it was measured (docs/lineage.md). */
function benchLikeness(): void {
  for (const line of linesOf(makePairs(MEASURED.seed, [flood], MEASURED.each).map(call)))
    console.log(`likeness     ${line}`)
}

/** Reading and comparing a new article with as many texts as are ever compared, whatever the desk holds. */
function benchComparing(): void {
  const random = randomOf(7)
  const texts = Array.from({ length: 33 }, () => textOf(random))
  const begun = performance.now()
  const [own, ...others] = texts.map((text) => article(text))
  if (own === undefined) return
  for (const other of others) compareReadings(own, other)
  console.log(
    `lineage      ${others.length} texts of ${WORDS} words read and compared in ${shown(performance.now() - begun)} ms`,
  )
}

/** A text of a thousand words: a told story, then words of its own in the proportions of a language (Zipf). */
function textOf(random: Random): string {
  const bank = [depot, flood, ferry][Math.floor(random() * 3)] ?? depot
  const words = tell(bank, voiceOf(random, bank), factsOf(random), 'en').join(' ').split(' ')
  while (words.length < WORDS) words.push(`w${Math.floor(30_000 ** random())}`)
  return words.join(' ')
}

const article = (text: string) =>
  readArticle({ text, excluded: [], language: 'en', published: null, capturedAt: new Date(0), outlet: null, url: null })

/** Brings the index to `count` captures. Their rows are short: what is looked up are the prints. */
async function seedLikeness(db: Db, from: number, count: number, by: Actor): Promise<void> {
  const random = randomOf(from + 1)
  for (let at = from; at < count; at += CHUNK) {
    const rows = Array.from({ length: Math.min(CHUNK, count - at) }, () => ({
      id: randomUUID(),
      source: randomUUID(),
      prints: printsOf(article(textOf(random))),
    }))
    const given = JSON.stringify(rows)
    await db.transaction(async (tx) => {
      await tx.execute(sql`insert into source (id, kind, medium, created_by, created_at)
        select source, 'document', 'article', ${by.id}, now() from jsonb_to_recordset(${given}::jsonb) as r (source uuid)`)
      await tx.execute(sql`insert into capture (id, source_id, number, text, bytes_sha256, text_sha256, text_length, method,
          method_version, normalisation, captured_by, captured_at)
        select id, source, 1, 'x', id::text, id::text, 1, 'paste', '1', 1, ${by.id}, now()
        from jsonb_to_recordset(${given}::jsonb) as r (id uuid, source uuid)`)
      await tx.execute(sql`with kept as (
          insert into likeness (capture_id, print_version, prints)
          select id, 1, array(select jsonb_array_elements_text(prints)::int) from jsonb_to_recordset(${given}::jsonb) as r (id uuid, prints jsonb)
          returning number, prints)
        insert into likeness_print (print, number) select unnest(prints), number from kept on conflict do nothing`)
    })
  }
  await db.execute(sql`vacuum analyze likeness_print`)
  await db.execute(sql`analyze likeness, capture, source`)
}

/** Milliseconds for finding the candidates of a new article of a thousand words, and for reading it. */
async function benchCandidates(db: Db, captures: number): Promise<number> {
  const random = randomOf(99)
  const taken: number[] = []
  for (let turn = 0; turn <= TURNS; turn++) {
    const text = textOf(random)
    const begun = performance.now()
    await findCandidates(db, randomUUID(), article(text))
    if (turn > 0) taken.push(performance.now() - begun)
  }
  const worst = Math.max(...taken)
  console.log(
    `lineage      ${captures} captures: candidates in ${median(taken).toFixed(0)} ms, at worst ${worst.toFixed(0)} ms`,
  )
  return median(taken)
}
