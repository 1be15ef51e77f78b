import { randomUUID } from 'node:crypto'
import type { Tx } from '@/db/client'
import { event } from '@/db/schema'
import { statement } from '@/db/statement'
import { SEALED_EVENTS, type EventDetails, type EventKind } from '@/domain/event'
import type { Actor } from '@/domain/policy'
import { actorNow } from './actor'
import { databaseError, notSignedIn, translate } from './fault'
import type { Context } from './trpc'

type EventFacts<K extends EventKind> = {
  subjectId: string
  incidentId?: string | null
  from?: string | null
  to?: string | null
  reason?: string | null
  detail: EventDetails[K]
  /** Who did it, where that is not the actor: the person an invitation makes. */
  actorId?: string | null
}

export type Recorder = <K extends EventKind>(kind: K, facts: EventFacts<K>) => Promise<void>

/** What a command works with; everything it reads and writes goes through `tx`. */
export type Scope<Who, I> = {
  tx: Tx
  actor: Who
  input: I
  now: Date
  sessionId: string | null
  address: string
  /** Appends the event (rule 13). A command that records none is rolled back. */
  record: Recorder
  /** Said instead of `record` by a command that turned out to change nothing, or an autosave whose event is there. */
  unchanged: () => void
}

type Request<I, C> = { ctx: C; input: I }

const RETRIED = new Set(['40001', '40P01'])
const ATTEMPTS = 4

type Run<Who extends Actor | null, I, O> = {
  ctx: Context
  input: I
  /** Who does it, as that is within the transaction. */
  whoNow: (tx: Tx) => Promise<Who>
  work: (scope: Scope<Who, I>) => Promise<O>
}

const EVENT = [
  ...(['id', 'at', 'kind', 'actorId', 'incidentId', 'subjectId'] as const),
  ...(['fromState', 'toState', 'reason', 'detail', 'isSealed'] as const),
] as const

const insertEvent = statement('insert_event', EVENT, (db, values) => db.insert(event).values(values))

async function run<Who extends Actor | null, I, O>({ ctx, input, whoNow, work }: Run<Who, I, O>) {
  const now = ctx.now()
  return ctx.db.transaction(async (tx) => {
    const actor = await whoNow(tx)
    const said = { isAccounted: false }
    const result = await work({
      tx,
      actor,
      input,
      now,
      sessionId: ctx.sessionId,
      address: ctx.address,
      unchanged: () => {
        said.isAccounted = true
      },
      record: async (kind, facts) => {
        said.isAccounted = true
        await insertEvent(tx, {
          id: randomUUID(),
          at: now,
          kind,
          actorId: facts.actorId === undefined ? (actor?.id ?? null) : facts.actorId,
          incidentId: facts.incidentId ?? null,
          subjectId: facts.subjectId,
          fromState: facts.from ?? null,
          toState: facts.to ?? null,
          reason: facts.reason ?? null,
          detail: facts.detail,
          isSealed: SEALED_EVENTS.has(kind),
        })
      },
    })
    if (!said.isAccounted) throw new Error('a command changed something and recorded no event')
    return result
  })
}

/** Two commands that lock in each other's way are run again; every other database refusal is said in words. */
async function persist<O>(attempt: () => Promise<O>): Promise<O> {
  for (let left = ATTEMPTS; ; left--) {
    try {
      return await attempt()
    } catch (error) {
      if (left > 1 && RETRIED.has(databaseError(error)?.code ?? '')) continue
      throw translate(error)
    }
  }
}

/** A change by somebody signed in: load, authorise, decide, write, record, in one transaction. */
export function command<I, O>(work: (scope: Scope<Actor, I>) => Promise<O>) {
  return ({ ctx, input }: Request<I, Context & { actor: Actor }>): Promise<O> => {
    const whoNow = async (tx: Tx): Promise<Actor> => {
      const actor = await actorNow(tx, ctx.actor, ctx.sessionId)
      if (actor === null) throw notSignedIn()
      return actor
    }
    return persist(() => run({ ctx, input, whoNow, work }))
  }
}

/** A change by somebody who is not signed in yet: using a link. */
export function openCommand<I, O>(work: (scope: Scope<Actor | null, I>) => Promise<O>) {
  return ({ ctx, input }: Request<I, Context>): Promise<O> =>
    persist(() => run({ ctx, input, whoNow: () => Promise.resolve(ctx.actor), work }))
}

type Read<Who, I> = { db: Context['db']; actor: Who; input: I; now: Date; sessionId: string | null }

/** A read by somebody signed in. */
export function query<I, O>(work: (scope: Read<Actor, I>) => Promise<O>) {
  return async ({ ctx, input }: Request<I, Context & { actor: Actor }>): Promise<O> => {
    try {
      return await work({ db: ctx.db, actor: ctx.actor, input, now: ctx.now(), sessionId: ctx.sessionId })
    } catch (error) {
      throw translate(error)
    }
  }
}

/** A read by anybody: what is public. */
export function openQuery<I, O>(work: (scope: Read<Actor | null, I>) => Promise<O>) {
  return async ({ ctx, input }: Request<I, Context>): Promise<O> => {
    try {
      return await work({ db: ctx.db, actor: ctx.actor, input, now: ctx.now(), sessionId: ctx.sessionId })
    } catch (error) {
      throw translate(error)
    }
  }
}
