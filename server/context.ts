import { getDb } from '@/db/client'
import { loadActor } from './actor'
import { clientAddress } from './address'
import { describeError, log } from './log'
import { ownFault } from './trpc'
import type { Context } from './trpc'

/** What one request runs with. The account is read once, here. */
export async function contextOf(headers: Headers): Promise<Context> {
  const db = getDb()
  const now = new Date()
  const identity = await loadActor(db, headers.get('cookie'), now).catch((error: unknown) => {
    log.error('request failed', describeError(error))
    throw ownFault()
  })
  return { db, ...identity, address: clientAddress(headers), now: () => new Date() }
}
