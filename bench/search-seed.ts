import { sql } from 'drizzle-orm'
import { Client } from 'pg'
import type { Db } from '@/db/client'
import { keyNames } from '@/db/name-keys'
import type { Actor } from '@/domain/policy'
import type { Load } from './bulk'
import { spread } from './measure'

/** Words there are; how often each is used falls with its rank, as in any language (Zipf). */
const VOCABULARY = 30_000
export const NAMES = 400
const OUTLETS = 200
const DAYS = 2_000
/** Excerpts of one source, and words of one excerpt. */
const EACH = 10
const WORDS = 24
const CHUNK = 10_000
const LANGUAGES = ['en', 'ru', 'uk', 'de']
/** In which language a source is, whatever its outlet and its day. */
const languageOf = (source: string) => `('{${LANGUAGES.join(',')}}'::text[])[1 + ${source} % 7 % ${LANGUAGES.length}]`

/** A name as Cyrillic writes it: what is searched for is another spelling. */
const cyrillic = (word: string) => `translate(${word}, 'abdeghijklmnoprstuvz', 'абдегхийклмнопрстувз') || 'град'`

/** Words of syllables, the names in two scripts, outlets with their grades; and what each of them is in the index. */
export async function makeWords(load: Load, url: string, actor: Actor): Promise<void> {
  await load('create table bench_word (rank integer primary key, word text not null)')
  await load(`insert into bench_word select r, (select string_agg((string_to_array('ba,ke,lo,mi,nu,ra,se,to,vi,du,pe,go,ha,ji,za', ','))[1 + (r / 15 ^ p)::bigint % 15], '' order by p)
    from generate_series(0, 1 + ceil(ln(r + 1) / ln(15))::int) as p) from generate_series(1, ${VOCABULARY}) as r`)
  await load('grant select on bench_word to public')
  for (const [kind, count, name] of [
    ['outlet', OUTLETS, `'Herald of ' || initcap(word)`],
    ['armed_group', NAMES, `initcap(word) || 'grad Brigade'`],
  ] as const)
    await load(`insert into party (id, kind, name, created_at) select bench_id('${kind}' || rank), '${kind}', ${name}, now()
      from bench_word where rank <= ${count}`)
  await load(`insert into party_alias (id, party_id, name) select bench_id(name || rank), bench_id('armed_group' || rank), name
    from bench_word, lateral (values (initcap(word) || 'grad'), (initcap(${cyrillic('word')}))) as alias (name) where rank <= ${NAMES}`)
  const client = new Client({ connectionString: url })
  try {
    await client.connect()
    await keyNames(client)
  } finally {
    await client.end()
  }
  await load(
    `insert into outlet_grade (id, party_id, grade, reason, graded_by, graded_at)
      select bench_id('grade' || rank), bench_id('outlet' || rank), (string_to_array('A,B,C,D,E,F', ','))[1 + rank % 6], 'As seen.', $1, now()
      from bench_word where rank <= ${OUTLETS}`,
    [actor.id],
  )
  // Every word with its stem in each language, # for its place; names in Cyrillic have ranks below nought.
  await load(`create table bench_lexeme as select rank, language, word,
      '''' || word || ''':#' || coalesce((select string_agg(' ''~' || stem || ''':#', '') from search_stems(word, language) as stem where stem <> word), '') as placed
    from (select rank, word from bench_word union all select -rank, ${cyrillic('word')} from bench_word where rank <= ${NAMES}) as words,
      unnest('{${LANGUAGES.join(',')}}'::text[]) as language`)
  await load('create unique index on bench_lexeme (rank, language)')
  await load(`create table bench_day as select d, (date '2020-01-01' + d)::text as published,
    search_days((date '2020-01-01' + d)::text, 'd') as facets from generate_series(0, ${DAYS - 1}) as d`)
  await load(`insert into search_word (word, key) select w, search_key(w) from (
    select word as w from bench_lexeme union select word || 'grad' from bench_word where rank <= ${NAMES}) as words on conflict do nothing`)
  await load('analyze bench_word, bench_lexeme, bench_day')
}

/**
 * Brings the database to `to` excerpts of 24 words, ten a source, every third with a name in Cyrillic. Rows come without
 * triggers, and their words are put together from the table of lexemes; that they are what the program would have made
 * of the text is checked for the first thousand. The index is dropped and built again behind them.
 */
export async function seedExcerpts(db: Db, load: Load, from: number, to: number, by: Actor): Promise<void> {
  await load('drop index search_entry_found')
  await spread(Math.ceil((to - from) / CHUNK), 2, async (chunk) => {
    const first = from + chunk * CHUNK
    await seedChunk(load, first, Math.min(to, first + CHUNK), by)
  })
  await load(`select setval('search_entry_n', ${to})`)
  await load('create index search_entry_found on search_entry using gin (words, facets) with (fastupdate = false)')
  await load('vacuum analyze search_entry, excerpt, capture, source, search_word, party')
  const { rows } = await db.execute<{ wrong: number }>(sql`select count(*)::integer as wrong from (
    select * from search_entry where kind = 'excerpt' and n > ${from} order by n limit 1000) as newest
    cross join lateral (select search_facets(kind, subject_id, language) || search_steps(n) as due) as made
    where words <> setweight(search_placed(text, language), 'C') or not (facets @> due and facets <@ due)`)
  if (rows[0]?.wrong !== 0) throw new Error(`${rows[0]?.wrong} of 1000 entries are not what the program makes of them`)
}

/** Excerpts numbered from `from` up to and not including `to`; both are multiples of what a source has. */
async function seedChunk(load: Load, from: number, to: number, by: Actor): Promise<void> {
  const made = `bench_made_${from}`
  await load(`create unlogged table ${made} as
    select n, n / ${EACH} as s, language, string_agg(word, ' ' order by k) as exact, string_agg(replace(placed, '#', k::text), ' ') as placed
    from (select n, k, ${languageOf(`(n / ${EACH})`)} as language,
        case when k = 7 and n % 3 = 0 then -(1 + n % ${NAMES}) else greatest(1, floor(exp(random() * ln(${VOCABULARY})))::int) end as rank
      from generate_series(${from}, ${to - 1}) as n, generate_series(1, ${WORDS}) as k offset 0) as drawn
    join bench_lexeme using (rank, language) group by n, language`)
  const sources = `generate_series(${from / EACH}, ${Math.ceil(to / EACH) - 1}) as s`
  await load(
    `insert into source (id, kind, medium, title, language, outlet_id, published, created_by, created_at)
      select bench_id('source' || s), 'document', 'article', 'Article ' || s, ${languageOf('s')},
        bench_id('outlet' || 1 + s % ${OUTLETS}), published, $1, now() from ${sources} join bench_day on d = s % ${DAYS}`,
    [by.id],
  )
  await load(
    `insert into capture (id, source_id, number, text, bytes_sha256, text_sha256, text_length, method, method_version, normalisation, captured_by, captured_at)
      select bench_id('capture' || s), bench_id('source' || s), 1, string_agg(exact, E'\\n' order by n), md5('b' || s), md5('t' || s),
        sum(length(exact) + 1)::int - 1, 'paste', '1', 1, $1, now() from ${made} group by s`,
    [by.id],
  )
  await load(
    `insert into excerpt (id, capture_id, exact, prefix, suffix, start, "end", created_by, created_at)
      select bench_id('excerpt' || n), bench_id('capture' || s), exact, '', '', 0, length(exact), $1, now() from ${made} order by n`,
    [by.id],
  )
  await load(`insert into search_entry (n, kind, subject_id, part, start, language, text, words, facets)
    select n + 1, 'excerpt', bench_id('excerpt' || n), 0, 0, language, exact, setweight(placed::tsvector, 'C'),
      facets || array['o:' || outlet, 'p:' || outlet, 'l:' || language, 'k:excerpt'] || search_steps(n + 1)
    from ${made} join bench_day on d = s % ${DAYS}, lateral (select bench_id('outlet' || 1 + s % ${OUTLETS}) as outlet) as of order by n`)
  await load(`drop table ${made}`)
}
