import { and, eq, isNull } from 'drizzle-orm'
import { session } from '@/db/schema'
import type { EndSessionInput } from '@/domain/input/session'
import type { Actor } from '@/domain/policy'
import { command, type Scope } from '../command'
import { notFound } from '../fault'
import { readSessions } from './queries'

/** Ends one of one's own sessions: another browser's, or, at the sign-out, this one. */
export const endOwnSession = command(
  async ({ tx, actor, sessionId, input, now, record }: Scope<Actor, EndSessionInput>) => {
    const [ended] = await tx
      .update(session)
      .set({ endedAt: now })
      .where(and(eq(session.id, input.id), eq(session.accountId, actor.id), isNull(session.endedAt)))
      .returning({ id: session.id })
    if (ended === undefined) throw notFound('session')
    await record('session.ended', { subjectId: ended.id, detail: {} })
    return readSessions(tx, { accountId: actor.id, sessionId, now, limit: 50 })
  },
)
