import NextAuth, { type AuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import type { NextApiRequest, NextApiResponse } from 'next'
import { nextPath } from '@/domain/next-path'
import { env } from '@/env'
import { getDb } from '@/db/client'
import { signIn, type SigninResult } from './account/sign-in'
import { clientAddress } from './address'
import { contextOf } from './context'
import { csrfCookieName, isSecure, readCookies, sessionCookieName } from './cookie'
import { isOwnForm, readBody } from './endpoint'
import { describeError, log } from './log'
import { endOwnSession } from './session/end-own'

/** The cookie goes when the session does. */
const SESSION_SECONDS = 14 * 24 * 3600
const MAX_BODY = 32 * 1024

/** What `authorize` found out, which next-auth itself could only say in an error's text. */
type Heard = { result?: SigninResult; ended?: boolean }

function optionsFor(request: Request, heard: Heard): AuthOptions {
  const cookie = { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() } as const
  return {
    secret: env().AUTH_SECRET ?? '',
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    useSecureCookies: isSecure(),
    cookies: {
      sessionToken: { name: sessionCookieName(), options: cookie },
      csrfToken: { name: csrfCookieName(), options: cookie },
    },
    pages: { signIn: '/signin', signOut: '/signin', error: '/signin' },
    providers: [
      CredentialsProvider({
        credentials: { email: {}, password: {} },
        authorize: async (given) => {
          const where = { db: getDb(), address: clientAddress(request.headers), now: () => new Date() }
          const userAgent = request.headers.get('user-agent')
          heard.result = await signIn(where, { email: given?.email, password: given?.password, userAgent })
          return heard.result.outcome === 'in' ? { id: heard.result.token } : null
        },
      }),
    ],
    callbacks: {
      // The JWT cannot be revoked, so it names nobody: it carries the random id of the session and nothing else.
      jwt: ({ token, user }) => ({ sid: (user as { id: string } | undefined)?.id ?? token.sid }),
      session: () => ({ expires: new Date(0).toISOString() }),
    },
    logger: {
      error: (code, metadata) => log.error('sign-in', { code, ...describeError(metadata) }),
      warn: () => undefined,
      debug: () => undefined,
    },
  }
}

/** The whole of /api/auth: what Assay uses of it. Anything else is not there. */
export async function serveAuth(request: Request): Promise<Response> {
  const action = `${request.method} ${new URL(request.url).pathname.replace(/^\/api\/auth\/?/, '')}`
  switch (action) {
    case 'GET csrf':
      return answer(await ask(request, ['csrf'], {}, {}))
    case 'GET session':
      // Nobody asks it who is signed in; an answer could only be out of date.
      return json({})
    case 'POST callback/credentials':
      return withBody(request, signInBy)
    case 'POST signout':
      return withBody(request, signOutBy)
    case 'GET signin':
    case 'GET signout':
    case 'GET error':
      return seeOther('/signin')
    default:
      return json({ message: 'There is no such address.' }, 404)
  }
}

type Body = Record<string, string>

async function withBody(request: Request, act: (request: Request, body: Body) => Promise<Response>): Promise<Response> {
  if (!isOwnForm(request.headers)) return json({ message: 'This request comes from another site.' }, 403)
  const text = await readBody(request, MAX_BODY)
  if (text === null) return json({ message: 'This is far too long.' }, 413)
  const body = parseBody(request.headers.get('content-type') ?? '', text)
  if (body === null) return json({ message: 'The request cannot be read.' }, 400)
  try {
    return await act(request, body)
  } catch (error) {
    log.error('sign-in failed', describeError(error))
    return json({ message: 'Something went wrong on our side. Try again.' }, 500)
  }
}

function parseBody(type: string, text: string): Body | null {
  if (type.startsWith('application/x-www-form-urlencoded')) return Object.fromEntries(new URLSearchParams(text))
  if (!type.startsWith('application/json')) return null
  try {
    const parsed: unknown = JSON.parse(text)
    if (typeof parsed !== 'object' || parsed === null) return null
    return Object.fromEntries(
      Object.entries(parsed).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    )
  } catch {
    return null
  }
}

async function signInBy(request: Request, body: Body): Promise<Response> {
  const heard: Heard = {}
  const page = await askWithToken(request, ['callback', 'credentials'], body, heard)
  const next = nextPath(body.next ?? body.callbackUrl)
  const isScript = body.json === 'true'
  const result = heard.result
  if (result === undefined) {
    if (!isScript) return seeOther(failurePath(next, 'again'))
    return json({ error: 'again', message: 'The page is out of date. Load it again.' }, 403)
  }
  if (result.outcome === 'in') {
    const cookies = page.cookies.filter((cookie) => cookie.startsWith(sessionCookieName()))
    return isScript ? json({ url: next }, 200, cookies) : seeOther(next, cookies)
  }
  if (!isScript) return seeOther(failurePath(next, result.outcome === 'slow' ? `slow-${result.seconds}` : 'refused'))
  if (result.outcome === 'refused') return json({ error: 'refused' }, 401)
  const wait = { 'retry-after': String(result.seconds) }
  return json({ error: 'slow', seconds: result.seconds }, 429, [], wait)
}

function failurePath(next: string, error: string): string {
  return `/signin?${new URLSearchParams({ error, next })}`
}

async function signOutBy(request: Request, body: Body): Promise<Response> {
  const context = await contextOf(request.headers)
  if (context.actor !== null && context.sessionId !== null)
    await endOwnSession({ ctx: { ...context, actor: context.actor }, input: { id: context.sessionId } })
  const gone = `${sessionCookieName()}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${isSecure() ? '; Secure' : ''}`
  return body.json === 'true' ? json({ url: '/signin' }, 200, [gone]) : seeOther('/signin', [gone])
}

type Page = { status: number; body: unknown; cookies: string[] }

/** next-auth with its token: the form's own where it has one, and otherwise one fetched on its behalf. */
async function askWithToken(request: Request, action: string[], body: Body, heard: Heard): Promise<Page> {
  const name = csrfCookieName()
  if (body.csrfToken !== undefined) {
    const own = readCookies(request.headers.get('cookie')).get(name)
    return ask(request, action, { cookies: own === undefined ? {} : { [name]: own }, body }, heard)
  }
  const issued = await ask(request, ['csrf'], {}, {})
  const cookie = readCookies(issued.cookies.find((line) => line.startsWith(name))?.split(';')[0] ?? null).get(name)
  const { csrfToken } = issued.body as { csrfToken?: unknown }
  const filled = { ...body, csrfToken: typeof csrfToken === 'string' ? csrfToken : '' }
  return ask(request, action, { cookies: { [name]: cookie ?? '' }, body: filled }, heard)
}

/**
 * Calls next-auth's documented handler with only what it needs. Its own reading of the request takes callback
 * addresses from query and cookie, and answers a strange one with a server error.
 */
async function ask(
  request: Request,
  nextauth: string[],
  given: { cookies?: Record<string, string>; body?: Body },
  heard: Heard,
): Promise<Page> {
  const page: Page = { status: 200, body: null, cookies: [] }
  const response = {
    status: (status: number) => {
      page.status = status
      return response
    },
    getHeader: () => page.cookies,
    setHeader: (name: string, value: string | string[]) => {
      if (name.toLowerCase() === 'set-cookie') page.cookies = [value].flat()
      return response
    },
    json: (body: unknown) => {
      page.body = body
    },
    send: (body: unknown) => {
      page.body = body
    },
    end: () => undefined,
  }
  const { csrfToken, email, password } = given.body ?? {}
  const incoming = {
    method: nextauth[0] === 'csrf' ? 'GET' : 'POST',
    query: { nextauth },
    cookies: given.cookies ?? {},
    headers: {},
    body: given.body === undefined ? {} : { csrfToken, email, password, json: 'true' },
  }
  // The handler reads and calls nothing else of the two; both stand in for Node's.
  await NextAuth(
    incoming as unknown as NextApiRequest,
    response as unknown as NextApiResponse,
    optionsFor(request, heard),
  )
  return page
}

function answer(page: Page): Response {
  return json(
    page.body,
    page.status,
    page.cookies.filter((cookie) => cookie.startsWith(csrfCookieName())),
  )
}

function withCookies(headers: Headers, cookies: readonly string[]): Headers {
  for (const cookie of cookies) headers.append('set-cookie', cookie)
  headers.set('cache-control', 'no-store')
  return headers
}

function json(
  body: unknown,
  status = 200,
  cookies: readonly string[] = [],
  more: Record<string, string> = {},
): Response {
  return Response.json(body, { status, headers: withCookies(new Headers(more), cookies) })
}

function seeOther(path: string, cookies: readonly string[] = []): Response {
  return new Response(null, { status: 303, headers: withCookies(new Headers({ location: path }), cookies) })
}
