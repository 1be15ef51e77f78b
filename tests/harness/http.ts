import { randomUUID } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import superjson from 'superjson'
import type { SuperJSONResult } from 'superjson'
import { GET, POST } from '@/app/api/trpc/[trpc]/route'
import type { Db } from '@/db/client'
import { session } from '@/db/schema'
import { env, setEnv } from '@/env'
import { sessionCookieName } from '@/server/cookie'
import { appRouter } from '@/server/router'
import { mintToken, tokenHash } from '@/server/token'
import { testSecret, testSigningKey } from './app'

/** The settings under which the handlers of app/api are called in process. */
export function setTestEnv(more: Parameters<typeof setEnv>[0] = {}): void {
  setEnv({
    AUTH_SECRET: testSecret,
    LOG_SIGNING_KEY: testSigningKey,
    PUBLIC_URL: 'http://127.0.0.1:3000',
    LOG_LEVEL: 'warn',
    ...more,
  })
}

type Kind = 'query' | 'mutation' | 'subscription'

/** Every procedure there is, by its path. */
export const procedures: ReadonlyMap<string, Kind> = new Map(
  Object.entries(appRouter._def.procedures).map(([path, procedure]) => [
    path,
    (procedure as unknown as { _def: { type: Kind } })._def.type,
  ]),
)

export type Session = { id: string; cookie: string }

/** A signed-in browser: the row that a sign-in leaves, and the cookie that it sends. */
export async function openSession(db: Db, accountId: string): Promise<Session> {
  const token = mintToken()
  const id = randomUUID()
  const at = new Date()
  const expiresAt = new Date(at.getTime() + 24 * 3600_000)
  const row = { id, tokenHash: tokenHash(token), accountId, createdAt: at, lastSeenAt: at, expiresAt }
  await db.insert(session).values(row)
  return { id, cookie: await cookieOf(token) }
}

/** What next-auth makes of a session's token. */
async function cookieOf(token: string): Promise<string> {
  const jwt = await encode({ token: { sid: token }, secret: testSecret })
  return `${sessionCookieName()}=${jwt}`
}

export type Answer = { status: number; code: string; text: string; rule?: string }

type Answered = { error?: SuperJSONResult; result?: { data: SuperJSONResult } }
type Shape = { data: { code: string; fault: { refusal?: { rule: string } } } }

/** One call as the browser makes it, through the very handler of /api/trpc. */
export async function callOverHttp(path: string, input: unknown, cookie: string | null): Promise<Answer> {
  return answerOf(await send(requestOf(path, input, cookie)))
}

export function requestOf(path: string, input: unknown, cookie: string | null): Request {
  const url = `${env().PUBLIC_URL}/api/trpc/${path}`
  const body = wireOf(input)
  const headers = new Headers(cookie === null ? {} : { cookie })
  headers.set('x-forwarded-for', '127.0.0.1')
  if (procedures.get(path) !== 'mutation')
    return new Request(input === undefined ? url : `${url}?input=${encodeURIComponent(body)}`, { headers })
  headers.set('content-type', 'application/json')
  headers.set('origin', env().PUBLIC_URL)
  return new Request(url, { method: 'POST', headers, body })
}

const isDeeper = (value: unknown, than: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (than === 0 || Object.values(value).some((one) => isDeeper(one, than - 1)))

/** What superjson refuses to write (a key that reaches for the prototype), or takes long over, goes as plain JSON. */
function wireOf(input: unknown): string {
  try {
    return JSON.stringify(isDeeper(input, 50) ? { json: input } : superjson.serialize(input))
  } catch {
    return JSON.stringify({ json: input })
  }
}

export function send(request: Request): Promise<Response> {
  return request.method === 'POST' ? POST(request) : GET(request)
}

export async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text()
  const parsed = JSON.parse(text) as Answered
  if (parsed.error === undefined) return { status: response.status, code: 'ok', text }
  const shape = superjson.deserialize<Shape>(parsed.error)
  const rule = shape.data.fault.refusal?.rule
  return { status: response.status, code: shape.data.code, text, ...(rule === undefined ? {} : { rule }) }
}
