import { buildSnapshot } from '@/domain/snapshot'
import { samplePicture } from '../tests/harness/account-picture'
import type { Load } from './bulk'

const CHUNK = 10_000

/** So many of each size are listed by the program's own function, and have to come out the same. */
const CHECKED = 100

const base = (() => {
  const { incident, claims, ...rest } = buildSnapshot(samplePicture)
  const { place, ...about } = incident
  // Short, so that a hundred thousand of them are made in a minute; a list reads no more of a long one.
  const central = claims.filter(({ isCentral }) => isCentral).map((claim) => ({ ...claim, rivals: [], evidence: [] }))
  const own = { ...about, sides: [], parties: [], tags: [] }
  return { place, document: JSON.stringify({ ...rest, incident: own, claims: central, summary: [], evidence: [] }) }
})()

/** How many there are of what is rare: fewer in a small list, for a page that is empty is no measure of a full one. */
const kindsIn = (size: number) => ({
  towns: size < 10_000 ? 8 : 1_000,
  fifty: size < 10_000 ? 5 : 50,
  hundreds: size < 10_000 ? 10 : 300,
})

/** An id that is made from a text and still is a UUID, which what is sent to readers has to be: text of SQL. */
const idOf = (from: string) => `overlay(overlay(md5(${from}) placing '8' from 13) placing '8' from 17)::uuid`

/** Of the number `n`: text of SQL. */
const id = (of: string) => idOf(`'${of}' || n`)
const title = `'Incident n' || n`
const occurred = `(date '2000-01-01' + n % 9000)::text`
const party = `'Party ' || n % 4`
const land = `'Land ' || n % 4`

/** The statements for a list of so many. */
function statementsFor(size: number) {
  const { towns, fifty, hundreds } = kindsIn(size)
  const tags = `array['tag ' || n % 4, 'fifty ' || n % ${fifty}, 'hundreds ' || n % ${hundreds}, 'only ' || n]`
  const town = `case n % ${towns} when 0 then 'Тёткино' else 'Town ' || n % ${towns} end`

  const documents = `with made as (select n, jsonb_set(jsonb_set($1::jsonb, '{incident}', $1::jsonb -> 'incident' || jsonb_build_object(
    'title', ${title}, 'occurred', ${occurred}, 'tags', to_jsonb(${tags}),
    'parties', jsonb_build_array(jsonb_build_object('name', ${party}, 'kind', 'agency', 'note', '', 'aliases', '[]'::jsonb, 'side', null)),
    'place', $2::jsonb || jsonb_build_object('name', ${town}, 'latitude', n % 80, 'longitude', n % 170, 'names',
      jsonb_build_array(jsonb_build_object('name', ${land}, 'language', null, 'script', null, 'romanisation', null))))),
    '{rules,quorum}', to_jsonb(case when n % 40000 < 20000 then 3 else 4 end))::text as d from generate_series($3::int, $4::int) n)
  insert into publication (id, incident_id, number, revision_id, document, hash, correction_kind, correction_note, published_by, published_at)
  select ${id('p')}, ${id('i')}, case when n % 10 = 0 then 2 else 1 end, ${id('r')}, d,
    encode(sha256(convert_to(d, 'UTF8')), 'hex'), case when n % 10 = 0 then 'update' end,
    case when n % 10 = 0 then 'More is known.' end, ${idOf(`'a'`)}, timestamptz '2020-01-01' + n * interval '1 minute' from made`

  /** The words of what is the same again and again, made once: to make them is nearly all of what listing costs. */
  const known = [
    `create unlogged table bench_place as select n as of, public_words('{}', array[${town}, ${land}]) as words from generate_series(0, ${towns - 1}) n`,
    `create unlogged table bench_party as select n as of, public_words('{}', array[${party}] || public_texts($1::jsonb, array['$.claims[*].claimants[*].name']::jsonpath[])) as words
    from generate_series(0, 3) n`,
    `create unlogged table bench_text as select public_words('{tag,fifty,hundreds,only}', '{Incident}') || search_words(public_texts($1::jsonb,
    array['$.claims[*].text', '$.claims[*].question.text']::jsonpath[])) as words`,
  ]

  const listed = `insert into listing (incident_id, publication_id, published_at, heading, occurred, words, places, parties,
    tags, party_names, place_name, latitude, longitude, precision, head)
  select p.incident_id, p.id, p.published_at, first.heading, public_days(${occurred}),
    t.words || w.words || o.words || array_to_tsvector(array['n' || n, n::text, (n % 4)::text, (n % ${fifty})::text, (n % ${hundreds})::text]),
    w.words, o.words, ${tags}, array[${party}], ${town}, n % 80, n % 170, first.precision,
    jsonb_set(first.head, '{incident}', first.head -> 'incident' || jsonb_build_object('title', ${title},
      'occurred', ${occurred}, 'place', jsonb_build_object('name', ${town}, 'precision', first.precision)))
  from generate_series($1::int, $2::int) n join publication p on p.id = ${id('p')}
    join bench_place w on w.of = n % ${towns} join bench_party o on o.of = n % 4, bench_text t,
    (select * from listing where publication_id = ${idOf(`'p1'`)}) as first
  -- As publishing writes them: what was published together lies together.
  order by n`
  return { documents, known, listed }
}

/** The last of a size are listed once more by the program itself. @throws Error where that comes out otherwise. */
async function check(load: Load, to: number): Promise<void> {
  const numbers = `generate_series(${to - CHECKED + 1}, ${to}) n`
  await load(
    `create unlogged table bench_made as select l.* from listing l join ${numbers} on l.publication_id = ${id('p')}`,
  )
  await load(`select list_publication(p) from publication p join bench_made made on p.id = made.publication_id`)
  await load(`do $$ begin
    if exists (select from listing l join bench_made made using (incident_id) where to_jsonb(l) <> to_jsonb(made)) then
      raise exception 'what was listed in bulk is not what the program lists';
    end if; end $$`)
  await load('drop table bench_made')
}

/**
 * So many published accounts, a minute after each other: a tenth of them corrections; 1,000 places in 4 lands, one of
 * them Тёткино; 4 parties; tags that every fourth, fiftieth and three hundredth has, and one of each. Under 10,000 there
 * are 8 places, and what would be in none or one is in every fifth or tenth.
 */
export async function seedPublic(load: Load, size: number): Promise<void> {
  const { documents, known, listed } = statementsFor(size)
  const slugs = `insert into slug (slug, incident_id, created_at)
    select 'incident-' || n, ${id('i')}, now() from generate_series($1::int, $2::int) n`
  for (let first = 1; first <= size; first += CHUNK) {
    const range = [first, Math.min(first + CHUNK - 1, size)]
    await load(slugs, range)
    await load(documents, [base.document, JSON.stringify(base.place), ...range])
  }
  await load(`select list_publication(p) from publication p where id = ${idOf(`'p1'`)}`)
  for (const each of known) await load(each, each.includes('$1') ? [base.document] : [])
  // To make an index of what stands there takes a third of what it takes to keep it up line by line.
  await load(`create table bench_index as select pg_get_indexdef('listing_search'::regclass) as made`)
  await load('drop index listing_search')
  for (let first = 2; first <= size; first += CHUNK) await load(listed, [first, Math.min(first + CHUNK - 1, size)])
  await load(`do $$ begin execute (select made from bench_index); end $$`)
  await load('alter index listing_search alter column 1 set statistics 0')
  await check(load, size)
  for (const table of ['publication', 'listing', 'slug']) await load(`vacuum analyze ${table}`)
}
