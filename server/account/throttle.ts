import { createHmac } from 'node:crypto'
import { and, eq, gt, inArray, lt, or, sql } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { signinThrottle } from '@/db/schema'
import { env } from '@/env'
import { addressBlock } from '../address'

/**
 * Failed sign-ins slow the next ones down, by account and by address, and never lock for good. While one must wait,
 * no password is looked at, not even the right one; such tries count for nothing, so the wait always ends.
 * An address from which the account has signed in before has a count of its own for it, so that a stranger who
 * guesses at an account does not keep its owner out.
 */
const ACCOUNT_FREE = 5
const ADDRESS_FREE = 20
const LONGEST = 15 * 60
/** A count is forgotten after a day without a failure, a known address after 60 days without a sign-in; seconds. */
const FORGET = 24 * 3600
const KNOWN_FOR = 60 * 24 * 3600

export type Attempt = { account: string; address: string }
export type Admission = { admitted: true; attempt: Attempt } | { admitted: false; seconds: number }

/** Seconds to wait after so many failures: none at first, then 2, 4, 8 … up to 15 minutes. */
export function waitAfter(failures: number, free: number): number {
  return failures < free ? 0 : Math.min(LONGEST, 2 ** Math.min(20, failures - free + 1))
}

/** The table names nobody: its keys cannot be made, or checked, without the server's secret. */
function keyOf(kind: string, ...parts: string[]): string {
  return createHmac('sha256', env().AUTH_SECRET ?? '')
    .update(JSON.stringify(['signin', kind, ...parts]))
    .digest('hex')
}

/**
 * Counts a try as failed before it is made, under a row lock, so that a hundred at once get no more tries than
 * one after another. `succeeded` takes it back.
 */
export async function admit(db: Db, email: string, address: string, now: Date): Promise<Admission> {
  const block = addressBlock(address)
  const known = keyOf('known', email, block)
  const attempt = { account: keyOf('account', email), address: keyOf('address', block) }
  return db.transaction(async (tx) => {
    const ofAddress = await waitOf(tx, attempt.address, ADDRESS_FREE, now)
    if (ofAddress > 0) return { admitted: false, seconds: ofAddress }
    if (await isKnown(tx, known, now)) attempt.account = keyOf('pair', email, block)
    await tx.insert(signinThrottle).values(blank(attempt.account, now)).onConflictDoNothing()
    const wait = await waitOf(tx, attempt.account, ACCOUNT_FREE, now)
    if (wait > 0) return { admitted: false, seconds: wait }
    await countOn(tx, attempt.account, now)
    return { admitted: true, attempt }
  })
}

function blank(key: string, now: Date) {
  return { key, failures: 0, lastFailedAt: now }
}

async function isKnown(tx: Tx, key: string, now: Date): Promise<boolean> {
  const [row] = await tx.select().from(signinThrottle).where(eq(signinThrottle.key, key))
  return row !== undefined && secondsSince(row.lastFailedAt, now) < KNOWN_FOR
}

async function waitOf(tx: Tx, key: string, free: number, now: Date): Promise<number> {
  const [row] = await tx.select().from(signinThrottle).where(eq(signinThrottle.key, key)).for('update')
  if (row === undefined) return 0
  // Of two at once the later may be counted first: then less than no time has passed, and that is no wait.
  const passed = Math.max(0, secondsSince(row.lastFailedAt, now))
  return Math.max(0, Math.ceil(waitAfter(row.failures, free) - passed))
}

function secondsSince(then: Date, now: Date): number {
  return (now.getTime() - then.getTime()) / 1000
}

/** Adds one failure; a count that has been quiet for a day begins anew. */
async function countOn(db: Db | Tx, key: string, now: Date): Promise<void> {
  const since = new Date(now.getTime() - FORGET * 1000)
  await db
    .insert(signinThrottle)
    .values({ key, failures: 1, lastFailedAt: now })
    .onConflictDoUpdate({
      target: signinThrottle.key,
      set: {
        failures: sql`case when ${signinThrottle.lastFailedAt} < ${since} then 1 else least(${signinThrottle.failures} + 1, 1000) end`,
        lastFailedAt: now,
      },
    })
}

/**
 * The address is counted after the fact, so that an office of many who sign in at once from one address is not
 * held up; guesses that are under way at the same moment, three to an instance, are all that can slip by.
 */
export async function failed(db: Db, attempt: Attempt, now: Date): Promise<void> {
  await countOn(db, attempt.address, now)
}

/** Forgets the account's failures and remembers the address as one it signs in from. */
export async function succeeded(db: Db, attempt: Attempt, email: string, address: string, now: Date): Promise<void> {
  await db.delete(signinThrottle).where(eq(signinThrottle.key, attempt.account))
  const known = keyOf('known', email, addressBlock(address))
  await db
    .insert(signinThrottle)
    .values(blank(known, now))
    .onConflictDoUpdate({ target: signinThrottle.key, set: { lastFailedAt: now } })
  await forgetOld(db, now)
}

/** A handful at a time, and none that somebody holds: cleaning up never makes a sign-in wait. */
async function forgetOld(db: Db, now: Date): Promise<void> {
  const before = (seconds: number) => new Date(now.getTime() - seconds * 1000)
  const old = db
    .select({ key: signinThrottle.key })
    .from(signinThrottle)
    .where(
      or(
        lt(signinThrottle.lastFailedAt, before(KNOWN_FOR)),
        and(gt(signinThrottle.failures, 0), lt(signinThrottle.lastFailedAt, before(FORGET))),
      ),
    )
    .limit(100)
    .for('update', { skipLocked: true })
  await db.delete(signinThrottle).where(inArray(signinThrottle.key, old))
}
