import type { z } from 'zod'
import type { Db } from '@/db/client'
import { listAccountsInput } from '@/domain/input/reading'
import { cursorOf } from '@/server/cursor'
import { listCorrections } from '@/server/reading/corrections'
import { listFeed } from '@/server/reading/feed'
import { listAccounts } from '@/server/reading/list'
import { median, timed } from './measure'
import { PARTIES, PLACES } from './seed'

const TURNS = 15

/** Every way in which the public list can be asked, an answer that is not there among them. */
const asked = (incidents: number): Record<string, z.input<typeof listAccountsInput>> => ({
  'front page': {},
  'deep in it': {
    cursor: cursorOf({
      at: new Date(Date.now() - incidents * 45_000),
      id: '0'.repeat(8) + '-0000-0000-0000-' + '0'.repeat(12),
    }),
  },
  'common word': { words: 'incident' },
  'one word of one account': { words: `${Math.ceil(incidents / 2)}` },
  'no such word': { words: 'xyzzy' },
  place: { place: `town ${incidents % PLACES}` },
  party: { party: `party ${incidents % PARTIES}` },
  heading: { heading: 'likely' },
  'empty heading': { heading: 'disputed' },
  'one day': { from: '2000-03-01', to: '2000-03-01' },
  'a day of nothing': { from: '1950-01-01', to: '1950-12-31' },
  'all at once': { words: 'incident', place: 'town', party: 'party 7', from: '2001-01-01', to: '2020-01-01' },
})

/** The slowest of the public lists, in milliseconds. */
export async function benchLists(db: Db, incidents: number): Promise<number> {
  const reads: Record<string, () => Promise<unknown>> = {
    corrections: () => listCorrections(db, {}),
    feed: () => listFeed(db),
  }
  for (const [name, input] of Object.entries(asked(incidents)))
    reads[name] = () => listAccounts(db, listAccountsInput.parse(input))
  const times: [string, number][] = []
  for (const [name, read] of Object.entries(reads)) {
    await read()
    const taken: number[] = []
    for (let turn = 0; turn < TURNS; turn++) taken.push(await timed(read))
    times.push([name, median(taken)])
  }
  console.log(
    `public lists ${incidents} incidents: ${times.map(([name, ms]) => `${name} ${ms.toFixed(1)} ms`).join(', ')}`,
  )
  return Math.max(...times.map(([, ms]) => ms))
}
