import { TRPCError } from '@trpc/server'
import type { Refusal, Verdict } from '@/domain/verdict'
import { StoreFault, StoreUnavailable } from './store/fault'

/** One thing wrong with the input, at the field it concerns. */
export type Issue = { path: (string | number)[]; message: string }

/** What a refused request tells the browser beside its code: no more than the person may know. */
export type FaultDetail = {
  refusal?: Refusal
  issues?: Issue[]
  /** The state that a stale write met, so that both can be shown (rule 15). */
  current?: unknown
  /** The passage of the capture nearest to a quotation that is not in it. */
  nearest?: { start: number; end: number; exact: string; similarity: number }
}

export class Fault extends Error {
  override readonly name = 'Fault'
  constructor(
    message: string,
    readonly detail: FaultDetail,
  ) {
    super(message)
  }
}

function fault(code: TRPCError['code'], message: string, detail: FaultDetail = {}): TRPCError {
  return new TRPCError({ code, message, cause: new Fault(message, detail) })
}

/** Nobody is signed in, or not any more. */
export function notSignedIn(): TRPCError {
  return new TRPCError({ code: 'UNAUTHORIZED', message: 'Sign in to do this.' })
}

/** Missing, or not yours: always alike. */
export function notFound(noun: string): TRPCError {
  return fault('NOT_FOUND', `There is no such ${noun}.`)
}

export function refusal(verdict: Refusal, extra: Omit<FaultDetail, 'refusal'> = {}): TRPCError {
  const code = verdict.rule === 'policy.role' ? 'FORBIDDEN' : 'PRECONDITION_FAILED'
  return fault(code, verdict.because, { ...extra, refusal: verdict })
}

/** @throws FORBIDDEN for a role that may not, PRECONDITION_FAILED for a rule that refuses. */
export function demand(verdict: Verdict): void {
  if (!verdict.allowed) throw refusal(verdict)
}

export function badInput(issues: Issue[], extra: Omit<FaultDetail, 'issues'> = {}): TRPCError {
  return fault('BAD_REQUEST', issues[0]?.message ?? 'Something in the input is wrong.', { ...extra, issues })
}

/** A stale write: somebody else was faster. */
export function conflict(current?: unknown): TRPCError {
  const message = 'Somebody else changed this in the meantime. Nothing you typed is lost.'
  return fault('CONFLICT', message, current === undefined ? {} : { current })
}

/** Begun anew from the start, as after a deadlock: what it locked turned out not to be all. */
export function again(): Error {
  return Object.assign(new Error('What this changes has grown meanwhile.'), { code: '40001' })
}

export function tooMany(message: string): TRPCError {
  return fault('TOO_MANY_REQUESTS', message)
}

/** What PostgreSQL says is wrong, found under whatever the driver's wrappers put around it. */
export function databaseError(error: unknown): { code: string; constraint?: string } | undefined {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    const { code, constraint } = at as { code?: unknown; constraint?: unknown }
    if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code))
      return typeof constraint === 'string' ? { code, constraint } : { code }
  }
  return undefined
}

const REFUSED_BY_LOCK = refusalOf('database.lock', 'The record does not allow this.')

function refusalOf(rule: string, because: string): Refusal {
  return { allowed: false, rule, because }
}

const DISK_FULL =
  'The disk of the database is full. Nothing was kept and nothing you typed is lost; tell whoever looks after this installation.'

/** A database's refusal as what the person did wrong, where it is that; otherwise the error itself. */
export function translate(error: unknown): unknown {
  if (error instanceof TRPCError) return error
  if (error instanceof StoreUnavailable) return fault('SERVICE_UNAVAILABLE', error.message)
  if (error instanceof StoreFault) return refusal(refusalOf('capture.stored', error.message))
  const found = databaseError(error)
  switch (found?.code) {
    case '23000': // the locks of db/migrations
      return refusal(REFUSED_BY_LOCK)
    case '23505':
    case '55P03':
    case '40001':
    case '40P01':
      return conflict()
    case '23503':
      return badInput([{ path: [], message: 'This refers to something that does not exist.' }])
    case '53100':
      return fault('SERVICE_UNAVAILABLE', DISK_FULL)
    case '23514':
    case '22001':
    case '22021':
    case '22P02':
    case '22P05':
      return badInput([{ path: [], message: 'A value is outside what can be stored.' }])
    default:
      return error
  }
}
