import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { Client } from 'pg'
import { getDb } from '../db/client'
import type { Db } from '../db/client'
import { keepNow } from '../db/local/keep'
import type { LocalServer } from '../db/local/server'
import { migrateDatabase } from '../db/migrate'
import { account, incident } from '../db/schema'
import { env, SetupError } from '../env'
import type { Machine } from './machine'

/** What the demo newsroom is made with. */
export interface DemoContext {
  db: Db
  /** The data folder, for `demo-accounts.json`. */
  dataDir: string
  /** DEMO_PASSWORD, if it is set. */
  password: string | undefined
  say: (line: string) => void
}

export type Fill = (context: DemoContext) => Promise<void>

interface Wish {
  isWanted: boolean
  fill: Fill
  say: (line: string) => void
}

/** @throws SetupError when the demo is asked for on a database that is not the program's own. */
export function refuseForeignDemo(isWanted: boolean): void {
  if (!isWanted || env().DATABASE_URL === undefined) return
  throw new SetupError(
    'The demo fills only the private database, never one of your own. Unset DATABASE_URL, or start without --demo.',
  )
}

/** Are these data the demo's? */
export function isDemo({ local }: Pick<Machine, 'local'>): boolean {
  return local !== undefined && stateOf(markerOf(local)) === 'filled'
}

const markerOf = (local: LocalServer): string => path.join(local.place.data, 'demo')
const stateOf = (marker: string): string | undefined => (existsSync(marker) ? readFileSync(marker, 'utf8') : undefined)

/**
 * Fills an empty private database with the demo newsroom if that is wanted. Data that were once filled so stay demo.
 * @returns whether these are demo data.
 * @throws SetupError when there is work in the database that is not the demo's.
 */
export async function prepareDemo(machine: Machine, { isWanted, fill, say }: Wish): Promise<boolean> {
  const { local } = machine
  if (local === undefined) return false
  const marker = markerOf(local)
  const state = stateOf(marker)
  if (state === 'filled') return true
  if (state === 'filling') {
    say('An earlier start did not finish the demo newsroom; beginning with an empty database again.')
    await empty(machine.url)
    rmSync(path.join(local.place.data, 'captures'), { recursive: true, force: true })
    rmSync(marker)
  }
  if (!isWanted) return false
  await requireEmpty(local)
  say('Making the demo newsroom …')
  keepNow(marker, local.place.owner, 'filling')
  await fill({ db: getDb(), dataDir: local.place.data, password: env().DEMO_PASSWORD, say })
  keepNow(marker, local.place.owner, 'filled')
  return true
}

async function requireEmpty(local: LocalServer): Promise<void> {
  const db = getDb()
  const [somebody] = await db.select({ id: account.id }).from(account).limit(1)
  const [something] = await db.select({ id: incident.id }).from(incident).limit(1)
  if (somebody === undefined && something === undefined) return
  throw new SetupError(
    `The data in ${local.place.data} are not the demo's, and the demo fills only an empty database. Start without --demo, or keep the demo elsewhere: DATA_DIR=~/assay-demo npm start -- --demo`,
  )
}

/** Takes away everything in the database and lays the tables out anew. */
async function empty(url: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('drop schema public cascade; drop schema if exists drizzle cascade; create schema public')
  } finally {
    await client.end()
  }
  await migrateDatabase(url)
}
