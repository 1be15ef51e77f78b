import { sql } from 'drizzle-orm'
import { createDb, type Db } from '@/db/client'
import { SetupError } from '@/env'
import { listAccountsInput, listFeedInput } from '@/domain/input/reading'
import { buildSnapshot } from '@/domain/snapshot'
import { readBrowse } from '@/server/reading/browse'
import { listCorrections } from '@/server/reading/corrections'
import { listFeed } from '@/server/reading/feed'
import { listAccounts } from '@/server/reading/list'
import { readSettings } from '@/server/reading/settings'
import { samplePicture } from '../tests/harness/account-picture'
import { createDatabase } from '../tests/harness/postgres'
import { startTestServer } from '../tests/harness/postgres-server'
import { inBulk, type Load } from './bulk'
import { median, shown, timed } from './measure'

const TURNS = 21
const CHUNK = 2_000

/**
 * `npm run bench -- public [SIZES…]`: what the front page, feeds, corrections, method and search read, at each number
 * of published accounts, with how much more it takes at the last than at the first.
 */
export async function benchPublic(args: string[]): Promise<void> {
  const sizes = (args.length > 0 ? args : ['100', '100000']).map(Number)
  if (sizes.some((size) => !Number.isInteger(size) || size < 100))
    throw new SetupError('npm run bench -- public takes numbers of accounts, 100 or more.')
  const running = await startTestServer()
  try {
    const url = await createDatabase(running.server)
    const { db, close } = createDb(url, { max: 4 })
    const times = new Map<string, number[]>()
    let seeded = 0
    for (const size of sizes) {
      await inBulk(running.server, url, (load) => seed(load, seeded, size))
      seeded = size
      for (const [name, read] of Object.entries(reads(db, size)))
        times.set(name, [...(times.get(name) ?? []), await taken(read)])
    }
    for (const [name, all] of times) {
      const growth = shown((all.at(-1) ?? 0) / (all[0] ?? 1))
      console.log(`public       ${name}: ${all.map((ms) => `${shown(ms)} ms`).join(', ')} (× ${growth})`)
    }
    await close()
  } finally {
    await running.stop()
  }
}

async function taken(read: () => Promise<unknown>): Promise<number> {
  await read()
  const all: number[] = []
  for (let turn = 0; turn < TURNS; turn++) all.push(await timed(read))
  return median(all)
}

function reads(db: Db, size: number): Record<string, () => Promise<unknown>> {
  const list = (wanted: object) => () => listAccounts(db, listAccountsInput.parse(wanted))
  return {
    'a statement that reads nothing': () => db.execute(sql`select 1`),
    'front page': list({}),
    'what the newest are about': () => readBrowse(db),
    settings: () => readSettings(db),
    feed: () => listFeed(db),
    'feed of a tag': () => listFeed(db, listFeedInput.parse({ tag: 'tag 3' })),
    corrections: () => listCorrections(db, {}),
    'a word in all': list({ words: 'incident' }),
    'a word of one': list({ words: `n${Math.ceil(size / 2)}` }),
    'a word of none': list({ words: 'xyzzy' }),
    'one place of a thousand': list({ place: 'town 7' }),
    'a wide place': list({ place: 'land 3' }),
    'a name in another spelling': list({ place: 'Tyotkino' }),
    'a party': list({ party: 'party 3' }),
    'a tag': list({ tag: 'tag 3' }),
    'a tag of one': list({ tag: `only ${Math.ceil(size / 2)}` }),
    'a level': list({ heading: 'established' }),
    'a day': list({ from: '2010-03-01', to: '2010-03-01' }),
    'all at once': list({
      words: 'incident',
      place: 'town',
      party: 'party 3',
      tag: 'tag 3',
      from: '2001-01-01',
      to: '2020-01-01',
    }),
  }
}

/** A tenth of them corrections; 1,000 places in 4 lands, one of them Тёткино; 4 parties, 4 tags, so that each fills a page at the least size. */
async function seed(load: Load, from: number, to: number): Promise<void> {
  const { incident, claims, ...rest } = buildSnapshot(samplePicture)
  const { place } = incident
  // Short, so that a hundred thousand of them are made in minutes; a list reads no more of a long one.
  const central = claims.filter(({ isCentral }) => isCentral).map((claim) => ({ ...claim, rivals: [], evidence: [] }))
  const template = JSON.stringify({ ...rest, incident, claims: central, summary: [], evidence: [] })
  for (let at = from; at < to; at += CHUNK) {
    const numbers = `generate_series(${at + 1}, ${Math.min(at + CHUNK, to)}) n`
    await load(`insert into slug (slug, incident_id, created_at)
      select 'incident-' || n, md5('i' || n)::uuid, now() from ${numbers}`)
    await load(
      `with made as (select n, jsonb_set(jsonb_set($1::jsonb, '{incident}', $1::jsonb -> 'incident' || jsonb_build_object(
          'title', 'Incident n' || n, 'occurred', (date '2000-01-01' + n % 9000)::text,
          'tags', jsonb_build_array('tag ' || n % 4, 'only ' || n),
          'parties', jsonb_build_array(jsonb_build_object('name', 'Party ' || n % 4, 'kind', 'agency', 'note', '',
            'aliases', '[]'::jsonb, 'side', null)), 'sides', '[]'::jsonb,
          'place', $2::jsonb || jsonb_build_object('name', case n % 1000 when 0 then 'Тёткино' else 'Town ' || n % 1000 end,
            'names', jsonb_build_array(jsonb_build_object('name', 'Land ' || n % 4, 'language', null, 'script', null, 'romanisation', null)), 'latitude', n % 80, 'longitude', n % 170))),
          '{rules,quorum}', to_jsonb(case when n % 40000 < 20000 then 3 else 4 end))::text as d from ${numbers})
      insert into publication (id, incident_id, number, revision_id, document, hash, correction_kind, correction_note, published_by, published_at)
      select md5('p' || n)::uuid, md5('i' || n)::uuid, case when n % 10 = 0 then 2 else 1 end, md5('r' || n)::uuid, d, encode(sha256(convert_to(d, 'UTF8')), 'hex'),
        case when n % 10 = 0 then 'update' end, case when n % 10 = 0 then 'More is known.' end, md5('a')::uuid,
        timestamptz '2020-01-01' + n * interval '1 minute' from made`,
      [template, JSON.stringify(place)],
    )
    await load(
      `select list_publication(p) from publication p join (select md5('p' || n)::uuid as id from ${numbers}) made using (id)`,
    )
  }
  await load('analyze publication, listing, slug')
}
