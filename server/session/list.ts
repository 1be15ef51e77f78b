import type { ListSessionsInput } from '@/domain/input/session'
import { query } from '../command'
import { readSessions } from './queries'

/** One's own sessions that have not ended, newest first. */
export const listSessions = query<ListSessionsInput, Awaited<ReturnType<typeof readSessions>>>(
  async ({ db, actor, sessionId, input, now }) =>
    readSessions(db, { accountId: actor.id, sessionId, now, limit: input.limit, cursor: input.cursor }),
)
