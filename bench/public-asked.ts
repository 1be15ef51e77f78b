import { ensureBuilt } from '@/cli/build'
import { startApp } from '../tests/harness/app'
import { median, shown, timed } from './measure'

const TURNS = 21
/** Until each program has read its code and has its plans. */
const WARM = 4

const days = (from: string, to: string): string => `from=${from}&to=${to}`

/**
 * As readers send them: none of these is kept, so each is found and drawn anew. Two, where the short list would else be asked for
 * what it has not: what takes longest is to draw what was found.
 */
const ASKED: Readonly<Record<string, readonly [short: string, long?: string]>> = {
  'a word in all': ['q=incident'],
  'a word of none': ['q=xyzzy'],
  'a beginning': ['q=n1', 'q=n12'],
  'a name in another spelling': ['place=Tyotkino'],
  'a party': ['party=party+3'],
  'a tag of every three hundredth': ['tag=hundreds+7'],
  'a day': [days('2000-01-02', '2000-01-12'), days('2010-03-01', '2010-03-01')],
  'a month': [days('2000-01-01', '2000-01-31'), days('2010-03-01', '2010-03-31')],
  'a year': [days('2000-01-01', '2000-02-15'), days('2010-01-01', '2010-12-31')],
  'a word of all, and a day': [
    `q=incident&${days('2000-01-02', '2000-01-12')}`,
    `q=incident&${days('2010-03-01', '2010-03-01')}`,
  ],
  'a party and a tag that never meet': ['party=party+1&tag=tag+3'],
  'all at once': [
    'q=incident&party=party+3&tag=tag+3&from=2000-01-01&to=2020-01-01',
    'q=incident&place=town&party=party+3&tag=tag+3&from=2001-01-01&to=2020-01-01',
  ],
}

async function fetched(address: string): Promise<void> {
  const response = await fetch(address)
  await response.arrayBuffer()
  if (response.status !== 200) throw new Error(`${address} answered ${response.status}`)
}

/** What readers wait for when they search, each program over a list of its own size, the shortest first, in turns. */
export async function compareAsked(urls: readonly string[]): Promise<void> {
  await ensureBuilt((line) => console.log(line))
  // With no room nothing is rendered ahead, which would go on for longer over the longer list.
  const env = { PAGE_MEMORY: '1', PAGE_DISK: '0' }
  const apps = await Promise.all(urls.map((databaseUrl) => startApp({ databaseUrl, env })))
  try {
    for (const [name, [short, long = short]] of Object.entries(ASKED)) {
      const times: number[][] = apps.map(() => [])
      for (let turn = -WARM; turn < TURNS; turn++)
        for (const [index, app] of apps.entries()) {
          const ms = await timed(() => fetched(`${app.url}/?${index === 0 ? short : long}`))
          if (turn >= 0) times[index]?.push(ms)
        }
      const growth = median((times.at(-1) ?? []).map((ms, turn) => ms / (times[0]?.[turn] ?? 1)))
      const told = times.map((each) => `${shown(median(each))} ms`).join(', ')
      console.log(`public       readers, ${name}: ${told} (× ${shown(growth)})`)
    }
  } finally {
    for (const app of apps) await app.stop()
  }
}
