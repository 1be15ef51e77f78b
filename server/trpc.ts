import { initTRPC, TRPCError } from '@trpc/server'
import superjson from 'superjson'
import { ZodError } from 'zod'
import type { Db } from '@/db/client'
import type { Actor } from '@/domain/policy'
import { Fault, notSignedIn, type FaultDetail } from './fault'
import { describeError, log } from './log'
import { everyInstanceKnows } from './page/acknowledge'

/** What one HTTP request (or one in-process call) runs with. */
export type Context = {
  db: Db
  /** Null: nobody is signed in, or the session or account has ended. */
  actor: Actor | null
  /** The session behind the actor, so that a list of sessions can say "this one". */
  sessionId: string | null
  /** The client's network address, for slowing down guesses. */
  address: string
  now: () => Date
}

function detailOf(error: TRPCError): FaultDetail {
  if (error.cause instanceof Fault) return error.cause.detail
  if (error.code === 'BAD_REQUEST' && error.cause instanceof ZodError)
    return {
      issues: error.cause.issues.map((issue) => ({
        path: issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part)),
        message: issue.message,
      })),
    }
  return {}
}

/** Stopped by what takes the body apart, whose own words are about its insides. */
function isUnread({ code, cause }: TRPCError): boolean {
  return code === 'BAD_REQUEST' && cause !== undefined && !(cause instanceof Fault) && !(cause instanceof ZodError)
}

const SAID_ELSEWHERE = 'Something went wrong on our side. Nothing you typed is lost; try again.'

/** For whoever asked: what went wrong is in the log, in plain facts, and a page that fails must not log it in full. */
export const ownFault = () => new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: SAID_ELSEWHERE })

const t = initTRPC.context<Context>().create({
  transformer: superjson,
  isDev: false,
  errorFormatter({ shape, error }) {
    const fault = detailOf(error)
    const message =
      error.code === 'INTERNAL_SERVER_ERROR'
        ? SAID_ELSEWHERE
        : (fault.issues?.[0]?.message ??
          (isUnread(error) ? 'The request cannot be read: it is not valid JSON.' : shape.message))
    return { message, code: shape.code, data: { code: shape.data.code, httpStatus: shape.data.httpStatus, fault } }
  },
})

const logged = t.middleware(async ({ path, type, next }) => {
  const result = await next()
  if (result.ok || result.error.code !== 'INTERNAL_SERVER_ERROR') return result
  log.error('procedure failed', { path, type, ...describeError(result.error.cause ?? result.error) })
  return { ...result, error: ownFault() }
})

const signedIn = t.middleware(({ ctx, next }) => {
  if (!ctx.actor) throw notSignedIn()
  return next({ ctx: { ...ctx, actor: ctx.actor } })
})

/** What was done stands, whatever becomes of the waiting. */
const acknowledged = t.middleware(async ({ ctx, next }) => {
  const result = await next()
  if (result.ok) await everyInstanceKnows(ctx.db)
  return result
})

export const router = t.router
export const createCallerFactory = t.createCallerFactory

/** Open to everybody: what leads to a sign-in, and nothing else. */
export const openProcedure = t.procedure.use(logged)
/** Everything of the desk. */
export const procedure = openProcedure.use(signedIn)
/** Of the desk, for what changes what readers see: it is acknowledged once no instance shows them what was before. */
export const publishingProcedure = procedure.use(acknowledged)
