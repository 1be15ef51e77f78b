import { sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { PRINT_VERSION, printsOf } from '@/domain/likeness/print'
import { readArticle } from '@/domain/likeness/reading'
import type { Actor } from '@/domain/policy'
import { depot } from '../tests/likeness/bank-depot'
import { ferry } from '../tests/likeness/bank-ferry'
import { flood } from '../tests/likeness/bank-flood'
import { factsOf, randomOf, tell, voiceOf, type Random } from '../tests/likeness/story'
import type { Load } from './bulk'
import { spread } from './measure'

export const WORDS = 1_000
/** Captures that are made and read as an editor's would be; the others are drawn from them. */
const TOLD = 5_000
const OUTLETS = 200
/** Drawn captures that are one story in as many places. */
const FAMILY = 4
const CHUNK_TOLD = 500
const CHUNK_DRAWN = 20_000

/**
 * A text of a thousand words: a told story, whose sentences many others share; words of its own in the proportions of
 * a language (Zipf); and what its outlet prints under every page.
 */
export function textOf(random: Random, outlet: number): string {
  const bank = [depot, flood, ferry][Math.floor(random() * 3)] ?? depot
  const words = tell(bank, voiceOf(random, bank), factsOf(random), 'en').join(' ').split(' ')
  const foot = footOf(outlet)
  while (words.length < WORDS - foot.length) words.push(`w${Math.floor(30_000 ** random())}`)
  return [...words, ...foot].join(' ')
}

/** Forty words. */
function footOf(outlet: number): string[] {
  const random = randomOf(outlet + 5_000)
  return Array.from({ length: 40 }, () => `f${Math.floor(400 * random())}`)
}

/** The larger an outlet, the more it prints: the first has an eighth of everything, the last a thousandth. */
export const outletOf = (random: Random) => Math.floor(OUTLETS ** random()) - 1

export const article = (text: string) =>
  readArticle({ text, excluded: [], language: 'en', published: null, capturedAt: new Date(0), outlet: null, url: null })

/**
 * Brings the index to `to` captures, numbered from 1 in the order in which they came. The first five thousand are told and
 * read. Each of the others is drawn from one of those: its text is that one's; of its prints those that two or more
 * told texts have are kept, so that a print as common as boilerplate or a much printed sentence stands in the same
 * share of all captures whatever their number; those that no other has are replaced by others, the same for each four.
 * The index is dropped and built again behind the rows.
 */
export async function seedLikeness(db: Db, load: Load, from: number, to: number, by: Actor): Promise<void> {
  const told = Math.min(TOLD, to)
  const random = randomOf(from + 1)
  await load('alter table likeness_print drop constraint likeness_print_print_number_pk')
  for (let at = from; at < told; at += CHUNK_TOLD)
    await tellCaptures(load, at, Math.min(told, at + CHUNK_TOLD), by, random)
  if (to > told) await drawCaptures(load, Math.max(from, told), to, by)
  // The new articles that are measured count on from there, out of the way of those that are seeded next.
  await load(`select setval(pg_get_serial_sequence('likeness', 'number'), ${1_000_000_000 + to})`)
  await load(`alter table likeness_print add constraint likeness_print_print_number_pk primary key (print, number)`)
  await load('vacuum analyze likeness_print')
  await db.execute(sql`analyze likeness, capture, source`)
}

/** Writes captures with their sources; `made` is a query of n, outlet, text and its length. */
async function writeCaptures(load: Load, made: string, by: Actor): Promise<void> {
  await load(
    `insert into source (id, kind, medium, title, language, outlet_id, published, created_by, created_at)
      select bench_id('source' || n), 'document', 'article', 'Article ' || n, 'en', bench_id('outlet' || outlet),
        (date '2020-01-01' + n % 2000)::text, $1, timestamptz '2020-01-01' + n * interval '1 minute' from (${made}) as made`,
    [by.id],
  )
  await load(
    `insert into capture (id, source_id, number, text, bytes_sha256, text_sha256, text_length, method, method_version,
        normalisation, captured_by, captured_at)
      select bench_id('capture' || n), bench_id('source' || n), 1, text, md5('b' || n) || md5('c' || n),
        md5('t' || n) || md5('u' || n), length, 'paste', '1', 1, $1, timestamptz '2020-01-01' + n * interval '1 minute'
      from (${made}) as made`,
    [by.id],
  )
}

/** Outlets, and where what was told is kept to draw from. */
export async function prepareLikeness(load: Load): Promise<void> {
  await load(`insert into party (id, kind, name, created_at)
    select bench_id('outlet' || n), 'outlet', 'Herald ' || n, now() from generate_series(0, ${OUTLETS - 1}) as n`)
  await load(`create table bench_told (n integer primary key, outlet integer not null, text text not null,
    length integer not null, prints integer[] not null, common integer[], own integer[])`)
  await load('grant select on bench_told to public')
}

async function tellCaptures(load: Load, from: number, to: number, by: Actor, random: Random): Promise<void> {
  const rows = Array.from({ length: to - from }, (_, at) => {
    const outlet = outletOf(random)
    const text = textOf(random, outlet)
    return { n: from + at + 1, outlet, text, prints: `{${printsOf(article(text)).join(',')}}` }
  })
  await load(
    `insert into bench_told (n, outlet, text, length, prints) select n, outlet, text, length(text), prints::integer[]
      from jsonb_to_recordset($1::jsonb) as r (n integer, outlet integer, text text, prints text)`,
    [JSON.stringify(rows)],
  )
  const these = `from bench_told where n > ${from} and n <= ${to}`
  await writeCaptures(load, `select n, outlet, text, length(text) as length ${these}`, by)
  await load(`insert into likeness (capture_id, number, print_version, prints) overriding system value
    select bench_id('capture' || n), n, ${PRINT_VERSION}, prints ${these}`)
  await load(`insert into likeness_print (print, number) select unnest(prints), n ${these}`)
}

async function drawCaptures(load: Load, from: number, to: number, by: Actor): Promise<void> {
  await load(`update bench_told t set common = split.common, own = split.own from (
    select n, coalesce(array_agg(print) filter (where had > 1), '{}') as common,
      coalesce(array_agg(print) filter (where had = 1), '{}') as own
    from (select n, print, count(*) over (partition by print) as had from bench_told, unnest(prints) as print) as each
    group by n) as split where split.n = t.n and t.common is null`)
  await load('analyze bench_told')
  await spread(Math.ceil((to - from) / CHUNK_DRAWN), 2, async (chunk) => {
    const first = from + chunk * CHUNK_DRAWN + 1
    const last = Math.min(to, first + CHUNK_DRAWN - 1)
    const drawn = `(select d as n, t.* from generate_series(${first}, ${last}) as d join bench_told t
      on t.n = 1 + mod(abs(hashint4(d / ${FAMILY})::bigint), ${TOLD})) as drawn (n, model, outlet, text, length, prints, common, own)`
    await writeCaptures(load, `select n, outlet, text, length from ${drawn}`, by)
    await load(`insert into likeness (capture_id, number, print_version, prints) overriding system value
      select bench_id('capture' || n), n, ${PRINT_VERSION}, array(select unnest(common)
        union select (hashint8extended(print, n / ${FAMILY}) >> 32)::integer from unnest(own) as print) from ${drawn}`)
    await load(`insert into likeness_print (print, number) select unnest(prints), number from likeness
      where number between ${first} and ${last}`)
  })
}
