import { performance } from 'node:perf_hooks'
import { sql } from 'drizzle-orm'
import { createDb, type Db } from '@/db/client'
import { SetupError } from '@/env'
import { listAccountsInput, listFeedInput } from '@/domain/input/reading'
import { listAddresses } from '@/server/reading/addresses'
import { countNewest, readBrowse } from '@/server/reading/browse'
import { listCorrections } from '@/server/reading/corrections'
import { cursorOf } from '@/server/cursor'
import { listFeed } from '@/server/reading/feed'
import { listAccounts } from '@/server/reading/list'
import { readSettings } from '@/server/reading/settings'
import { createDatabase } from '../tests/harness/postgres'
import { startTestServer } from '../tests/harness/postgres-server'
import { inBulk } from './bulk'
import { median, shown, timed } from './measure'
import { compareAsked } from './public-asked'
import { seedPublic } from './public-seed'

const NIL = '00000000-0000-0000-0000-000000000000'
const TURNS = 41
/** Until each connection has its plans. */
const WARM = 4

type Sized = { size: number; db: Db; close: () => Promise<void> }

/**
 * `npm run bench -- public [SIZES…]`: what the front page, feeds, corrections, method and search read, at each number
 * of published accounts, in turns, with how much more it takes at the last than at the first; then the same for searches as
 * readers send them.
 */
export async function benchPublic(args: string[]): Promise<void> {
  const sizes = (args.length > 0 ? args : ['100', '100000']).map(Number)
  if (sizes.some((size) => !Number.isInteger(size) || size < 100))
    throw new SetupError('npm run bench -- public takes numbers of accounts, 100 or more.')
  const running = await startTestServer()
  try {
    const all: Sized[] = []
    const urls: string[] = []
    for (const size of sizes) {
      const url = await createDatabase(running.server)
      const begun = performance.now()
      await inBulk(running.server, url, (load) => seedPublic(load, size))
      console.log(`public       ${size} accounts made in ${shown((performance.now() - begun) / 1_000)} s`)
      all.push({ size, ...createDb(url, { max: 4 }) })
      urls.push(url)
    }
    await compare(all)
    for (const { close } of all) await close()
    await compareAsked(urls)
  } finally {
    await running.stop()
  }
}

/** Each way of asking at every size, one after the other, so that whatever else the machine does meets all alike. */
async function compare(all: readonly Sized[]): Promise<void> {
  for (const name of Object.keys(reads(all[0]?.db as Db, 100))) {
    const kinds = all.map(({ db, size }) => reads(db, size)[name] ?? (() => Promise.resolve()))
    const times: number[][] = kinds.map(() => [])
    const found: string[] = []
    for (let turn = -WARM; turn < TURNS; turn++)
      for (const [index, read] of kinds.entries()) {
        const ms = await timed(async () => {
          found[index] = countOf(await read())
        })
        if (turn >= 0) times[index]?.push(ms)
      }
    const growth = median((times.at(-1) ?? []).map((ms, turn) => ms / (times[0]?.[turn] ?? 1)))
    console.log(
      `public       ${name}: ${times.map((each) => `${shown(median(each))} ms`).join(', ')} (× ${shown(growth)}; found ${found.join(', ')})`,
    )
  }
}

/** How many there are in what was read. */
function countOf(read: unknown): string {
  const items = typeof read === 'object' && read !== null && 'items' in read ? read.items : read
  return Array.isArray(items) ? String(items.length) : 'it'
}

/** Half way down the list. */
const middle = (size: number) => ({ at: new Date(Date.UTC(2020, 0, 1) + (size / 2) * 60_000), id: NIL })

function reads(db: Db, size: number): Record<string, () => Promise<unknown>> {
  const list = (wanted: object) => () => listAccounts(db, listAccountsInput.parse(wanted))
  // What finds a page in the large list finds about as much in the small one, or says that it is asked alike.
  const isSmall = size < 10_000
  return {
    'a statement that reads nothing': () => db.execute(sql`select 1`),
    'front page': list({}),
    'what the newest are about': () => readBrowse(db, 'en'),
    'the same after a change': () => countNewest(db),
    settings: () => readSettings(db),
    feed: () => listFeed(db),
    'feed of a tag': () => listFeed(db, listFeedInput.parse({ tag: 'tag 3' })),
    corrections: () => listCorrections(db, {}),
    'corrections of a kind': () => listCorrections(db, { kind: 'update' }),
    'corrections of a kind that is none': () => listCorrections(db, { kind: 'retraction' }),
    'the sitemap': () => listAddresses(db, { prefix: '' }),
    'a part of the sitemap': () =>
      listAddresses(db, { prefix: '77'.slice(0, Math.ceil(Math.log(size / 800) / Math.log(16))) }),
    'a word in all': list({ words: 'incident' }),
    'a word of one': list({ words: `n${Math.ceil(size / 2)}` }),
    'a word of none': list({ words: 'xyzzy' }),
    'a word of all and one of none': list({ words: 'incident xyzzy' }),
    'a beginning': list({ words: isSmall ? 'n1' : 'n12' }),
    'a beginning, asked alike': list({ words: 'n12' }),
    'one place of a thousand': list({ place: 'town 7' }),
    'a wide place': list({ place: 'land 3' }),
    'a name in another spelling': list({ place: 'Tyotkino' }),
    'a party': list({ party: 'party 3' }),
    'a tag': list({ tag: 'tag 3' }),
    'a tag of every fiftieth': list({ tag: 'fifty 3' }),
    'a tag of every three hundredth': list({ tag: 'hundreds 7' }),
    'a tag of one': list({ tag: `only ${Math.ceil(size / 2)}` }),
    'a level': list({ heading: 'established' }),
    'a day': list(isSmall ? { from: '2000-01-02', to: '2000-01-12' } : { from: '2010-03-01', to: '2010-03-01' }),
    'a day, asked alike': list({ from: '2010-03-01', to: '2010-03-01' }),
    'a month': list(isSmall ? { from: '2000-01-01', to: '2000-01-31' } : { from: '2010-03-01', to: '2010-03-31' }),
    'a month, asked alike': list({ from: '2010-03-01', to: '2010-03-31' }),
    'a year': list(isSmall ? { from: '2000-01-01', to: '2000-02-15' } : { from: '2010-01-01', to: '2010-12-31' }),
    'a year, asked alike': list({ from: '2010-01-01', to: '2010-12-31' }),
    'a word of all, and a day': list({
      words: 'incident',
      ...(isSmall ? { from: '2000-01-02', to: '2000-01-12' } : { from: '2010-03-01', to: '2010-03-01' }),
    }),
    'a party and a tag that never meet': list({ party: 'party 1', tag: 'tag 3' }),
    'a page far down': list({ tag: 'tag 3', cursor: cursorOf(middle(size)) }),
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
