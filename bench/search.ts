import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import { createDb, type Db } from '@/db/client'
import type { searchInput } from '@/domain/input/search'
import type { Actor } from '@/domain/policy'
import { callAs } from '../tests/harness/caller'
import { createDatabase } from '../tests/harness/postgres'
import { startTestServer } from '../tests/harness/postgres-server'
import { p95, shown, timed } from './measure'
import { makeIds, seedPerson, withoutLocks } from './seed'

const SIZES = [10_000, 100_000]
/** Words there are; how often each is used falls with its rank, as in any language (Zipf). */
const VOCABULARY = 30_000
const NAMES = 400
const OUTLETS = 200
/** Excerpts of one source. */
const EACH = 10
const CHUNK = 1_000
const TURNS = 40
const LOCKED = ['capture', 'excerpt'] as const

/** `npm run bench -- search [SIZES…]`: how the search grows with the number of excerpts; the yardstick is the first size. */
export async function benchSearch(args: readonly string[]): Promise<void> {
  const sizes = args.length === 0 ? SIZES : args.map(Number)
  const running = await startTestServer()
  const { db, close } = createDb(await createDatabase(running.server), { max: 8 })
  try {
    await makeIds(db)
    const actor = await seedPerson(db)
    await makeWords(db, actor)
    const first = new Map<string, number>()
    let seeded = 0
    for (const size of sizes) {
      await withoutLocks(db, () => seedExcerpts(db, actor, seeded, size))
      seeded = size
      await measureAll(db, actor, size, first)
    }
  } finally {
    await close()
    await running.stop()
  }
}

/** Words of syllables, the names in two scripts, outlets with their grades. */
async function makeWords(db: Db, actor: Actor): Promise<void> {
  await db.execute(sql`create table bench_word (rank integer primary key, word text not null)`)
  await db.execute(sql`insert into bench_word select r, (select string_agg((string_to_array('ba,ke,lo,mi,nu,ra,se,to,vi,du,pe,go,ha,ji,za', ','))[1 + (r / 15 ^ p)::bigint % 15], '' order by p)
    from generate_series(0, 1 + ceil(ln(r + 1) / ln(15))::int) as p) from generate_series(1, ${VOCABULARY}) as r`)
  await withoutLocks(db, async () => {
    for (const [kind, count, name] of [
      ['outlet', OUTLETS, sql`'Herald of ' || initcap(word)`],
      ['armed_group', NAMES, sql`initcap(word) || 'grad Brigade'`],
    ] as const)
      await db.execute(sql`insert into party (id, kind, name, created_at) select ${sql.raw(`bench_id('${kind}' || rank)`)}, ${kind}, ${name}, now()
        from bench_word where rank <= ${count}`)
    await db.execute(sql`insert into outlet_grade (id, party_id, grade, reason, graded_by, graded_at)
      select bench_id('grade' || rank), bench_id('outlet' || rank), (string_to_array('A,B,C,D,E,F', ','))[1 + rank % 6], 'As seen.', ${actor.id}, now()
      from bench_word where rank <= ${OUTLETS}`)
  })
}

/** A name as Cyrillic writes it: what is searched for is another spelling. */
const cyrillic = (word: string) =>
  sql.raw(`translate(${word}, 'abdeghijklmnoprstuvz', 'абдегхийклмнопрстувз') || 'град'`)

async function seedExcerpts(db: Db, actor: Actor, from: number, to: number): Promise<void> {
  // What is not as the locks want it: made-up hashes, and excerpts all at the head of their text.
  for (const table of LOCKED) await db.execute(sql`alter table ${sql.identifier(table)} disable trigger user`)
  await db.execute(sql`drop index search_entry_found`)
  for (let at = from; at < to; at += CHUNK) await seedChunk(db, actor, at, Math.min(to, at + CHUNK))
  // An index of a million takes longer than any statement of the program may.
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local statement_timeout = 0`)
    await tx.execute(
      sql`create index search_entry_found on search_entry using gin (words, facets) with (fastupdate = false)`,
    )
    await tx.execute(sql`insert into search_word (word, key) select w, search_key(w) from (
      select word as w from bench_word union select word || 'grad' from bench_word where rank <= ${NAMES}
      union select ${cyrillic('word')} from bench_word where rank <= ${NAMES}) as words
      where not exists (select from search_word s where s.word = w) on conflict do nothing`)
    await tx.execute(sql`analyze`)
  })
  for (const table of LOCKED) await db.execute(sql`alter table ${sql.identifier(table)} enable trigger user`)
}

async function seedChunk(db: Db, actor: Actor, from: number, to: number): Promise<void> {
  const each = sql.raw(String(EACH))
  const source = "bench_id('source' || n / " + String(EACH) + ')'
  await db.execute(sql`insert into source (id, kind, medium, title, language, outlet_id, published, created_by, created_at)
    select bench_id('source' || s), 'document', 'article', 'Article ' || s, (string_to_array('en,ru,uk,de', ','))[1 + s % 4],
      bench_id('outlet' || 1 + s % ${OUTLETS}), (date '2020-01-01' + s % 2000)::text, ${actor.id}, now()
    from generate_series(${Math.floor(from / EACH)}::int, ${Math.floor((to - 1) / EACH)}::int) as s on conflict do nothing`)
  await db.execute(sql`create temporary table made on commit preserve rows as select n, string_agg(case when k = 7 and n % 3 = 0
      then (select ${cyrillic('word')} from bench_word where rank = 1 + n % ${NAMES}) else word end, ' ' order by k) as exact
    from (select n, k, floor(exp(random() * ln(${VOCABULARY})))::int as r from generate_series(${from}::int, ${to - 1}::int) as n, generate_series(1, 24) as k) as drawn
    join bench_word on rank = greatest(1, r) group by n`)
  await db.execute(sql`insert into capture (id, source_id, number, text, bytes_sha256, text_sha256, text_length, method, method_version, normalisation, captured_by, captured_at)
    select bench_id('capture' || n / ${each}), ${sql.raw(source)}, 1, string_agg(exact, E'\n' order by n), 'x', md5(n / ${each} || ''), sum(length(exact) + 1)::int - 1,
      'paste', '1', 1, ${actor.id}, now() from made group by n / ${each}, 2 on conflict do nothing`)
  await db.execute(sql`insert into excerpt (id, capture_id, exact, prefix, suffix, start, "end", created_by, created_at)
    select bench_id('excerpt' || n), bench_id('capture' || n / ${each}), exact, '', '', 0, length(exact), ${actor.id}, now() from made`)
  await db.execute(sql`insert into search_entry (n, kind, subject_id, part, start, language, text, words, facets)
    select s, 'excerpt', bench_id('excerpt' || n), 0, 0, language, exact, setweight(search_placed(exact, language), 'C'), search_days(published, 'd')
      || array['k:excerpt', 'l:' || language, 'o:' || outlet_id, 'p:' || outlet_id] || search_steps(s)
    from (select n, exact, nextval('search_entry_n') as s from made order by n) as numbered join source on source.id = ${sql.raw(source)}`)
  await db.execute(sql`drop table made`)
}

type Asked = z.input<typeof searchInput>
type Kinds = Record<string, (turn: number, word: (rank: number) => string) => Asked>

/** Every way of asking; each turn asks for something else. */
const ASKED: Kinds = {
  'a common word': (turn, word) => ({ text: word(1 + (turn % 20)) }),
  'an ordinary word': (turn, word) => ({ text: word(200 + turn * 7) }),
  'a rare word': (turn, word) => ({ text: word(15_000 + turn * 331) }),
  'a word of nobody': (turn) => ({ text: `xylo${turn}phon` }),
  'two words': (turn, word) => ({ text: `${word(5 + turn)} ${word(300 + turn * 11)}` }),
  'a phrase': (turn, word) => ({ text: `"${word(1 + (turn % 9))} ${word(2 + (turn % 7))}"` }),
  'one without another': (turn, word) => ({ text: `${word(40 + turn)} -${word(1 + (turn % 10))}` }),
  'a beginning': (turn, word) => ({ text: `${word(3_000 + turn * 37).slice(0, 5)}*` }),
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

async function measureAll(db: Db, actor: Actor, size: number, first: Map<string, number>): Promise<void> {
  const { rows } = await db.execute<{ word: string }>(sql`select word from bench_word order by rank`)
  const word = (rank: number) => rows[rank - 1]?.word ?? ''
  const call = callAs(db, actor)
  const all: number[] = []
  const keep = (name: string, times: readonly number[]) => {
    const now = p95(times)
    const before = first.get(name) ?? now
    first.set(name, before)
    console.log(`search ${size} excerpts: ${name}: p95 ${shown(now)} ms, × ${shown(now / before)}`)
  }
  for (const [name, ask] of Object.entries(ASKED)) {
    for (let turn = 0; turn < 5; turn++) await call.search.find(ask(turn, word))
    const times: number[] = []
    for (let turn = 0; turn < TURNS; turn++) times.push(await timed(() => call.search.find(ask(turn, word))))
    all.push(...times)
    keep(name, times)
  }
  const counts: number[] = []
  for (let turn = 0; turn < TURNS; turn++)
    counts.push(await timed(() => call.search.count({ text: word(1 + turn * turn) })))
  keep('counts by kind', counts)
  keep('all of them', all)
}
