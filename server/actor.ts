import { and, eq, exists, gt, isNotNull, isNull } from 'drizzle-orm'
import { decode } from 'next-auth/jwt'
import type { Db, Tx } from '@/db/client'
import { account, session } from '@/db/schema'
import { statement } from '@/db/statement'
import type { Actor } from '@/domain/policy'
import { env } from '@/env'
import { readCookies, sessionCookieName } from './cookie'
import { tokenHash } from './token'

export type Identity = { actor: Actor | null; sessionId: string | null }

const NOBODY: Identity = { actor: null, sessionId: null }
/** How often a session's "last seen" is written at most, in milliseconds. */
const TOUCH_EVERY = 5 * 60_000

const readSession = statement('actor', ['tokenHash', 'now'], (db, value) =>
  db
    .select({
      sessionId: session.id,
      lastSeenAt: session.lastSeenAt,
      actor: { id: account.id, name: account.name, role: account.role, isAdmin: account.isAdmin },
    })
    .from(session)
    .innerJoin(account, eq(account.id, session.accountId))
    .where(
      and(
        eq(session.tokenHash, value.tokenHash),
        isNull(session.endedAt),
        gt(session.expiresAt, value.now),
        isNull(account.suspendedAt),
      ),
    ),
)

/**
 * Who is behind a request's cookies: one statement, so that an ended session, an expired one and a suspended
 * account hold from the next request on.
 */
export async function loadActor(db: Db, cookies: string | null, now: Date): Promise<Identity> {
  const token = await sessionToken(cookies)
  if (token === null) return NOBODY
  const [row] = await readSession(db, { tokenHash: tokenHash(token), now })
  if (row === undefined) return NOBODY
  if (now.getTime() - row.lastSeenAt.getTime() > TOUCH_EVERY)
    await db.update(session).set({ lastSeenAt: now }).where(eq(session.id, row.sessionId))
  return { actor: row.actor, sessionId: row.sessionId }
}

const readNow = statement('actor_now', ['id', 'sessionId'], (db, value) =>
  db
    .select({
      actor: { id: account.id, name: account.name, role: account.role, isAdmin: account.isAdmin },
      hasEnded: exists(
        db
          .select({ id: session.id })
          .from(session)
          .where(and(eq(session.id, value.sessionId), isNotNull(session.endedAt))),
      ).mapWith(Boolean),
    })
    .from(account)
    .where(and(eq(account.id, value.id), isNull(account.suspendedAt)))
    .for('key share'),
)

/**
 * Who that person is now, within the transaction of a change; null where the account was suspended or the session ended
 * since the request came in. A suspension or another role waits for the change, or the change for it.
 */
export async function actorNow(tx: Tx, actor: Actor, sessionId: string | null): Promise<Actor | null> {
  const [row] = await readNow(tx, { id: actor.id, sessionId })
  return row === undefined || row.hasEnded ? null : row.actor
}

/** The random id that the sign-in's JWT carries, or null for a cookie that is missing, forged or out of date. */
export async function sessionToken(cookies: string | null): Promise<string | null> {
  const secret = env().AUTH_SECRET
  const jwt = readCookies(cookies).get(sessionCookieName())
  if (jwt === undefined || jwt === '' || secret === undefined) return null
  try {
    const claims = await decode({ token: jwt, secret })
    return typeof claims?.sid === 'string' ? claims.sid : null
  } catch {
    return null
  }
}
