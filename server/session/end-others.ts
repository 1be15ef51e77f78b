import { session } from '@/db/schema'
import { and, eq, gt, isNull, ne } from 'drizzle-orm'
import type { EndOtherSessionsInput } from '@/domain/input/session'
import type { Actor } from '@/domain/policy'
import { command, type Scope } from '../command'
import { readSessions } from './queries'

/** Ends every session of one's own but this one. */
export const endOtherSessions = command(
  async ({ tx, actor, sessionId, now, record, unchanged }: Scope<Actor, EndOtherSessionsInput>) => {
    const ended = await tx
      .update(session)
      .set({ endedAt: now })
      .where(
        and(
          eq(session.accountId, actor.id),
          isNull(session.endedAt),
          gt(session.expiresAt, now),
          ...(sessionId === null ? [] : [ne(session.id, sessionId)]),
        ),
      )
      .returning({ id: session.id })
    for (const { id } of ended) await record('session.ended', { subjectId: id, detail: {} })
    if (ended.length === 0) unchanged()
    return readSessions(tx, { accountId: actor.id, sessionId, now, limit: 50 })
  },
)
