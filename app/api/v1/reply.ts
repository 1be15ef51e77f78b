import { TRPCError } from '@trpc/server'
import type { z } from 'zod'
import { describeError, log } from '@/server/log'
import { answer } from '../../answer'
import type { problemSchema } from '@/domain/api/schema'

/** Anybody's page may read it: it holds nothing that is not public, and takes no cookie into account. */
export const OPEN = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag',
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad request',
  404: 'Not found',
  405: 'Method not allowed',
  410: 'Gone',
  501: 'Not implemented',
  503: 'Not available',
}

/** RFC 9457. */
export function problem(status: number, detail: string, more: Record<string, string> = {}): Response {
  const body: z.output<typeof problemSchema> = { type: 'about:blank', title: TITLES[status] ?? 'Error', status, detail }
  const headers = { ...OPEN, 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...more }
  return new Response(JSON.stringify(body), { status, headers })
}

export function reply(request: Request, body: unknown): Response {
  return answer(request, JSON.stringify(body), 'application/json; charset=utf-8', OPEN)
}

/** The answer of a read, or the problem there was with what was asked. */
export async function answering(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof TRPCError)) {
      // Not yet in a procedure, which would have noted it: the database did not answer.
      log.error('public interface failed', describeError(error))
      return away()
    }
    if (error.code === 'NOT_FOUND') return problem(404, error.message)
    if (error.code === 'BAD_REQUEST') return problem(400, 'A parameter is not one that this address knows.')
    return away()
  }
}

const away = () => problem(503, 'The accounts cannot be read just now. Try again in a moment.', { 'retry-after': '30' })

/** The parameters, each at most once and none unknown; null for anything else. */
export function readQuery<Name extends string>(
  request: Request,
  names: readonly Name[],
): Partial<Record<Name, string>> | null {
  const query = new URL(request.url).searchParams
  const given: Partial<Record<Name, string>> = {}
  for (const [key, value] of query) {
    const name = names.find((each) => each === key)
    if (name === undefined || given[name] !== undefined) return null
    given[name] = value
  }
  return given
}

const ALLOWED = 'GET, HEAD, OPTIONS'

export function OPTIONS(): Response {
  const headers = {
    ...OPEN,
    allow: ALLOWED,
    'access-control-allow-methods': ALLOWED,
    'access-control-allow-headers': '*',
  }
  return new Response(null, { status: 204, headers })
}

export function readOnly(): Response {
  return problem(405, 'This interface is for reading.', { allow: ALLOWED })
}
