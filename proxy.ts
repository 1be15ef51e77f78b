import { NextResponse } from 'next/server'
import type { NextRequest } from 'next/server'
import { isTranslatedPage, readAddress } from '@/domain/language'
import { env } from '@/env'
import { securityHeaders, zoneOf } from '@/server/security-headers'

/** Puts the guarding headers on every response. It lets nobody in and keeps nobody out: that is decided where the data is. */
export function proxy(request: NextRequest): NextResponse {
  const path = request.nextUrl.pathname
  const { NODE_ENV, PUBLIC_URL } = env()
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const headers = securityHeaders(path, {
    zone: zoneOf(path),
    nonce,
    isDevelopment: NODE_ENV === 'development',
    isHttps: PUBLIC_URL.startsWith('https:'),
  })

  // Every language is drawn by the same page: next.config.ts leads there, and this says in which (app/(public)/words.ts).
  const { language, path: page } = readAddress(path)

  // Next finds the nonce in the request's policy and puts it on its own scripts; layouts read x-nonce.
  const forwarded = new Headers(request.headers)
  forwarded.set('x-nonce', nonce)
  // Where to come back to after a sign-in (server/caller.ts).
  forwarded.set('x-assay-path', path + request.nextUrl.search)
  forwarded.set('x-assay-language', language)
  forwarded.set('x-assay-page', page + request.nextUrl.search)
  forwarded.set('Content-Security-Policy', headers['Content-Security-Policy'] ?? '')

  const response = NextResponse.next({ request: { headers: forwarded } })
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
  if (isTranslatedPage(page)) response.headers.set('Content-Language', language)
  return response
}

// Built files have hashed names and hold nothing private; next.config.ts gives them their one header. Of a body that comes
// past a proxy Next reads all before anybody is asked whether it is wanted, and no more than 10 MB of it, without a word:
// what takes in files stands by itself, and puts the headers on (server/intake/upload.ts).
export const config = { matcher: ['/((?!_next/static/|api/intake$).*)'] }
