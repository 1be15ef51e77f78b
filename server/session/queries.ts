import { and, desc, eq, gt, isNull, lt, or } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { session } from '@/db/schema'
import { readTimeKey, writeKey } from '../page-key'
import type { SessionList } from './view'

type Which = {
  accountId: string
  sessionId: string | null
  now: Date
  limit: number
  cursor?: string | null | undefined
}

export async function readSessions(
  db: Reader,
  { accountId, sessionId, now, limit, cursor }: Which,
): Promise<SessionList> {
  const key = readTimeKey(cursor)
  const rows = await db
    .select({
      id: session.id,
      createdAt: session.createdAt,
      lastSeenAt: session.lastSeenAt,
      expiresAt: session.expiresAt,
      userAgent: session.userAgent,
    })
    .from(session)
    .where(
      and(
        eq(session.accountId, accountId),
        isNull(session.endedAt),
        gt(session.expiresAt, now),
        key === null
          ? undefined
          : or(lt(session.createdAt, key.at), and(eq(session.createdAt, key.at), lt(session.id, key.id))),
      ),
    )
    .orderBy(desc(session.createdAt), desc(session.id))
    .limit(limit + 1)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    sessions: page.map((row) => ({ ...row, isThis: row.id === sessionId })),
    next: rows.length > limit && last !== undefined ? writeKey(last.createdAt, last.id) : null,
  }
}
