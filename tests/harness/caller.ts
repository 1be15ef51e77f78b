import type { Db } from '@/db/client'
import type { Actor } from '@/domain/policy'
import { appRouter } from '@/server/router'
import { createCallerFactory } from '@/server/trpc'

const create = createCallerFactory(appRouter)

export type Caller = ReturnType<typeof create>

/** The router's procedures as `actor` (null: nobody signed in), on the real clock or a given one. */
export function callAs(db: Db, actor: Actor | null, now: () => Date = () => new Date()): Caller {
  return create({ db, actor, sessionId: null, address: '127.0.0.1', now })
}
