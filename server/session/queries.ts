import { and, desc, eq, gt, isNull, lt, or } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { session } from '@/db/schema'
import { pageOf, readCursor } from '../cursor'
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
  const key = readCursor(cursor)
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
  const { items, nextCursor } = pageOf(rows, limit, (row) => ({ at: row.createdAt, id: row.id }))
  return { sessions: items.map((row) => ({ ...row, isThis: row.id === sessionId })), nextCursor }
}
