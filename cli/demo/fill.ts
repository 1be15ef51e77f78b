import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { eq } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { account } from '@/db/schema'
import type { Actor, Role } from '@/domain/policy'
import { env } from '@/env'
import { firstAccountToken } from '@/server/account/first-link'
import type { DemoContext } from '../prepare-demo'
import { deskOf } from './desk'
import { callerFor, createClock, type Caller, type Clock } from './newsroom'
import { makeRecords } from './records'
import type { PersonKey } from './person'
import type { DemoNewsroom } from './room'
import { anselm } from './story/anselm'
import { massel } from './story/massel'
import { market } from './story/market'
import { nerrin } from './story/nerrin'
import { trawler } from './story/trawler'
import { orvelsk } from './story/orvelsk/orvelsk'

const PEOPLE = {
  mara: { name: 'Mara Lind', email: 'mara@demo.example', role: 'lead' },
  ilya: { name: 'Ilya Brandt', email: 'ilya@demo.example', role: 'editor' },
  noor: { name: 'Noor Haddad', email: 'noor@demo.example', role: 'editor' },
  tomas: { name: 'Tomas Reyle', email: 'tomas@demo.example', role: 'editor' },
} as const satisfies Record<PersonKey, { name: string; email: string; role: Role }>

async function actorOf(db: Db, email: string): Promise<Actor> {
  const { id, name, role, isAdmin } = account
  const [row] = await db.select({ id, name, role, isAdmin }).from(account).where(eq(account.email, email))
  if (!row) throw new Error('the demo lost one of its people')
  return row
}

/** The four accounts, made as people make them: one by the first link, three by invitation. */
async function hire(db: Db, clock: Clock, password: string): Promise<Record<PersonKey, Caller>> {
  const secret = env().AUTH_SECRET
  if (secret === undefined) throw new Error('the demo needs the installation’s secret')
  const nobody = callerFor(db, null, clock)
  const { mara, ...others } = PEOPLE
  await nobody.account.createFirst({ token: firstAccountToken(secret), email: mara.email, name: mara.name, password })
  const lead = callerFor(db, await actorOf(db, mara.email), clock)
  for (const { email, name, role } of Object.values(others)) {
    const { url } = await lead.account.invite({ email, role, isAdmin: false })
    const token = new URL(url).searchParams.get('token') ?? ''
    await nobody.account.acceptInvitation({ token, name, password })
  }
  const callers = await Promise.all(
    Object.entries(PEOPLE).map(async ([key, { email }]) => [key, callerFor(db, await actorOf(db, email), clock)]),
  )
  return Object.fromEntries(callers) as Record<PersonKey, Caller>
}

function keepAccounts(dataDir: string, password: string): string {
  const file = path.join(dataDir, 'demo-accounts.json')
  const accounts = Object.values(PEOPLE).map(({ name, email, role }) => ({ name, email, role, password }))
  writeFileSync(file, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 })
  return file
}

/**
 * Fills an empty database with the demo newsroom, through the commands that people use. Everything in it is invented.
 * Prints the accounts and keeps them in `demo-accounts.json` (0600).
 */
export async function fillDemo({ db, dataDir, password: given, say }: DemoContext): Promise<void> {
  const password = given ?? randomBytes(15).toString('base64url')
  const clock = createClock('2024-03-14T09:00:00Z')
  const people = await hire(db, clock, password)
  const { version } = await people.mara.team.show()
  await people.mara.team.change({
    version,
    organisation: 'The Border Desk (demonstration)',
    address: 'Quay 4, Salt Haven',
    contact: 'corrections@border-desk.example',
    language: 'en',
    quorum: 3,
    approvals: 1,
  })
  const records = await makeRecords(people.mara)
  const room: DemoNewsroom = { clock, people, records, desk: deskOf(people, clock) }
  const stories = [orvelsk, anselm, trawler, market, nerrin, massel]
  for (const [index, story] of stories.entries()) {
    await story(room)
    say(`  ${index + 1} of ${stories.length} incidents`)
  }
  const file = keepAccounts(dataDir, password)
  say(
    `Sign in as ${Object.values(PEOPLE)
      .map((person) => person.email)
      .join(', ')}`,
  )
  say(`with the password ${password} (kept in ${file}).`)
}
