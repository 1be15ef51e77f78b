import fc from 'fast-check'
import { Client } from 'pg'
import { beforeAll, expect, inject, test } from 'vitest'
import { listAccountsInput } from '@/domain/input/reading'
import { HEADINGS } from '@/domain/levels'
import { cursorOf } from '@/server/cursor'
import { findNewest } from '@/server/reading/list'
import { sql } from 'drizzle-orm'
import { useDatabase } from '../harness/database'
import { databaseUrl } from '../harness/postgres'

const database = useDatabase()

const ROWS = 500
const PAGE = 20

// Words that begin alike, longer than what the index holds of one, names in two scripts, signs that mean something to it.
const WORDS = [
  'raid',
  'raider',
  'raiding party',
  'fire',
  'firefighters',
  'fireworks',
  "o'neil",
  '渡船渡',
  'n1',
  'n12',
  '7',
]
/** What translations say, and no account. */
const TRANSLATED = ['напад', 'нападники', 'пожежа на складі', 'غارة', 'n13']
const PLACES = ['Тёткино', 'Town 7', 'Town 77', 'Firetown', 'Krasnyi Brid', 'Köln']
const PARTIES = ['Northern Guard', 'Raiders', 'Сили оборони', 'Guardia 7']
const TAGS = ['border', "o'tag \\ 'x", 'фортеця', 'rare', 'border raid']
const DAYS = [
  '2023-05',
  '2024-03-13/2024-03-14~',
  '2019',
  '2024-02-29',
  '2024-03-01/..',
  '19XX',
  '2023-12-31/2024-01-01',
]
const ASKED_DAYS = ['1950-01-01', '2019-12-31', '2023-05-31', '2024-01-01', '2024-02-29', '2024-03-14', '2030-01-01']

/** Most have the first of them, few the last. */
const pick = <T>(of: readonly T[], chance: number): T | undefined => of[Math.floor(chance ** 3 * of.length)]

function documentOf(chances: readonly number[]): string {
  const [title = 0, place = 0, party = 0, tag = 0, day = 0, heading = 0] = chances
  return JSON.stringify({
    kind: 'account',
    language: 'en',
    incident: {
      title: `${pick(WORDS, title)} ${pick(WORDS, heading)}`,
      occurred: pick(DAYS, day) ?? null,
      tags: [pick(TAGS, tag), pick(TAGS, place)],
      place: { name: pick(PLACES, place), names: [], precision: 'settlement', latitude: 1, longitude: 1 },
      parties: [{ name: pick(PARTIES, party), aliases: [] }],
    },
    claims: [{ isCentral: true, text: `It was ${pick(WORDS, party)}`, finding: { heading: pick(HEADINGS, heading) } }],
  })
}

/** Every third is translated, some of them twice; of these the first says what the second does not, and some are taken back. */
function renditionsOf(n: number, random: () => number) {
  if (n % 3 !== 0) return []
  const languages = n % 2 === 0 ? ['uk'] : ['uk', 'ar']
  return languages.flatMap((language) =>
    Array.from({ length: 1 + (n % 4) }, (_, index) => {
      const words = { title: pick(TRANSLATED, random()), 'claim/1': `It was ${pick(TRANSLATED, random())}` }
      const isNotice = index === 2
      return {
        language,
        number: index + 1,
        isNotice,
        document: isNotice ? '{"withdrawn":"напад"}' : JSON.stringify({ words }),
      }
    }),
  )
}

/** Published at once, seconds, hours or years after the one before; the third of a hundred is redacted. */
function rowsOf(random: () => number) {
  let at = Date.UTC(2015, 0, 1)
  return Array.from({ length: ROWS }, (_, n) => {
    at += [0, 1_000, 3_600_000, 86_400_000][Math.floor(random() * 4)] ?? 0
    if (n % 100 === 50) at += 3e10
    return {
      at: new Date(at).toISOString(),
      document: n % 100 === 3 ? null : documentOf(Array.from({ length: 6 }, random)),
      translations: renditionsOf(n, random),
    }
  })
}

/** Without the foreign keys and triggers of the desk, listed by the function of the trigger. */
beforeAll(async () => {
  const server = inject('postgres')
  const url = new URL(server.superUrl)
  url.pathname = new URL(databaseUrl(server, new URL(database.url).pathname.slice(1))).pathname
  const client = new Client({
    connectionString: url.href,
    options: '-c session_replication_role=replica -c timezone=UTC',
  })
  await client.connect()
  const random = fc.sample(fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })), {
    numRuns: 1,
    seed: 47,
  })[0]
  const rows = rowsOf(() => Number(random?.next().value))
  await client.query(
    `insert into publication (id, incident_id, number, revision_id, document, hash, published_by, published_at)
      select gen_random_uuid(), gen_random_uuid(), 1, gen_random_uuid(), row ->> 'document', repeat('0', 64), gen_random_uuid(),
        (row ->> 'at')::timestamptz from jsonb_array_elements($1::jsonb) as row`,
    [JSON.stringify(rows)],
  )
  await client.query(
    `insert into rendition (id, incident_id, publication_id, language, number, revision_id, document, hash, note, published_by, published_at)
      select gen_random_uuid(), p.incident_id, p.id, t ->> 'language', (t ->> 'number')::int,
        case when not (t ->> 'isNotice')::boolean then gen_random_uuid() end, case when p.document is not null then t ->> 'document' end,
        repeat('0', 64), case when t ->> 'number' <> '1' then 'Why.' end, p.published_by, p.published_at
      from jsonb_array_elements($1::jsonb) with ordinality as made (row, place), publication p, jsonb_array_elements(row -> 'translations') as t
      where p.number = 1 and p.id = (select id from publication order by id offset place - 1 limit 1)`,
    [JSON.stringify(rows)],
  )
  await client.query('select list_publication(p) from publication p')
  await client.end()
})

/** One or two of the seven, as a rule. */
const some = <T>(...values: T[]) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constantFrom(...values) })
const wanted = fc.record({
  words: some(
    ...WORDS,
    ...TRANSLATED,
    'Napad',
    'пожеж',
    'fireFIGHT',
    'firewor',
    'firefigh',
    'guard raid',
    'Tyotkino',
    'f',
    '!',
    'nobody wrote',
  ),
  place: some(...PLACES, 'Tyotkino', 'Firetow', 'krasny', 'town', '7', '~'),
  party: some(...PARTIES, 'northe', 'Norther', '7'),
  tag: some(...TAGS, 'bord'),
  heading: some(...HEADINGS),
  from: some(...ASKED_DAYS),
  to: some(...ASKED_DAYS),
})

type Wanted = typeof wanted extends fc.Arbitrary<infer T> ? T : never

/** The plain statement: every line is looked at. */
async function plainly(given: Wanted, after: { at: Date; id: string } | null): Promise<string[]> {
  const day = (text: string | null) => text?.replaceAll('-', '') ?? null
  const { rows } = await database.db.execute<{ id: string }>(sql`
    select publication_id as id from listing where (${given.words}::text is null or words @@ public_query(${given.words}))
      and (${given.place}::text is null or places @@ public_query(${given.place}))
      and (${given.party}::text is null or parties @@ public_query(${given.party}))
      and (${given.tag}::text is null or ${given.tag} = any (tags))
      and (${given.heading}::text is null or heading = ${given.heading})
      and (${day(given.from)}::int is null or upper(occurred) > ${day(given.from)}::int)
      and (${day(given.to)}::int is null or lower(occurred) <= ${day(given.to)}::int)
      and (${day(given.from)}::int is null or ${day(given.to)}::int is null or ${day(given.from)}::int <= ${day(given.to)}::int)
      and (${after?.id ?? null}::uuid is null
        or (published_at, publication_id) < (${after?.at.toISOString() ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    order by published_at desc, publication_id desc limit ${PAGE}`)
  return rows.map(({ id }) => id)
}

test('however it is looked for, the same are found in the same order as by looking at every line', async () => {
  const { rows: all } = await database.db.execute<{ id: string; at: string }>(
    sql`select publication_id as id, published_at as at from listing order by 2 desc, 1 desc`,
  )
  let behind = 0
  await fc.assert(
    fc.asyncProperty(
      wanted,
      fc.option(fc.nat(ROWS - 1), { nil: null }),
      fc.constantFrom(1, 2, 10, 128),
      async (given, place, walked) => {
        const row = place === null ? undefined : all[place]
        const after = row === undefined ? null : { at: new Date(row.at), id: row.id }
        const input = listAccountsInput.parse({ ...given, cursor: after && cursorOf(after) })
        const found = await findNewest(database.db, input, walked)
        expect(found).toEqual(await plainly(given, after))
        const first = row === undefined ? 0 : all.indexOf(row) + 1
        if (found.some((id) => all.findIndex((each) => each.id === id) >= first + walked)) behind++
      },
    ),
    { numRuns: 400 },
  )
  // Else it is not the index that was tried: as a rule it is in a hundred.
  expect(behind).toBeGreaterThan(50)
})

/** What means something to the searches of PostgreSQL, to patterns, to JSON and to the index itself. */
const SIGNS = `' " \\ ( ) & | ! :* <-> ~ ~a % _ * @ g@6:1 - . 7 { } [ ] null \u0301 渡 غ 🜚`.split(' ')
const typed = fc.oneof(
  fc.string({ unit: fc.constantFrom(...SIGNS, ' ', 'x'.repeat(70)), maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
)
const day = fc.oneof(typed, fc.constantFrom('0000-01-01', '0001-01-01', '9999-12-31', '2024-02-30', '+012024-01-01'))

test('whatever a reader sends is looked for, or refused before that: the database complains of nothing', async () => {
  const sent = fc.record(
    { words: typed, place: typed, party: typed, tag: typed, from: day, to: day },
    { requiredKeys: [] },
  )
  let looked = 0
  await fc.assert(
    fc.asyncProperty(sent, fc.constantFrom(2, 128), async (given, walked) => {
      const { success, data } = listAccountsInput.safeParse(given)
      if (!success) return
      await findNewest(database.db, data, walked)
      looked++
    }),
    {
      numRuns: 400,
      examples: SIGNS.map((sign): [object, 2] => [{ words: sign, place: sign, party: sign, tag: sign }, 2]),
    },
  )
  expect(looked).toBeGreaterThan(50)
})
