import { eq } from 'drizzle-orm'
import superjson from 'superjson'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeDb } from '@/db/client'
import { account, session, signinThrottle } from '@/db/schema'
import { nextPath } from '@/domain/next-path'
import { setEnv } from '@/env'
import { hashPassword } from '@/server/account/password'
import { signIn } from '@/server/account/sign-in'
import { waitAfter } from '@/server/account/throttle'
import { addressBlock, clientAddress } from '@/server/address'
import { serveAuth } from '@/server/auth'
import { serveTrpc } from '@/server/endpoint'
import { isReady } from '@/server/readiness'
import { byHand } from '../harness/by-hand'
import { useDatabase } from '../harness/database'
import { addPerson } from '../harness/people'

const ORIGIN = 'http://127.0.0.1:3000'
const PASSWORD = 'a password for the tests'
const database = useDatabase()

beforeAll(() => {
  setEnv({
    AUTH_SECRET: 'a secret of the tests, of at least thirty-two characters',
    NEXTAUTH_URL: ORIGIN,
    PUBLIC_URL: ORIGIN,
    DATABASE_URL: database.url,
    LOG_LEVEL: 'silent',
  })
})
afterAll(() => closeDb())

async function addSignable(name: string): Promise<{ id: string; email: string }> {
  const { id } = await addPerson(database.db, { name })
  const email = `${name}@example.org`
  const passwordHash = await hashPassword(PASSWORD)
  await byHand(database.db, [['account.password-changed', id]], (tx) =>
    tx.update(account).set({ email, passwordHash }).where(eq(account.id, id)),
  )
  return { id, email }
}

const setSuspended = (id: string, suspendedAt: Date | null) =>
  byHand(database.db, [['account.suspended', id]], (tx) =>
    tx.update(account).set({ suspendedAt }).where(eq(account.id, id)),
  )

type Sent = {
  origin?: string | null
  type?: string
  cookie?: string
  headers?: Record<string, string>
  address?: string
}

function post(path: string, body: string, { origin = ORIGIN, type = 'application/json', ...sent }: Sent = {}): Request {
  const headers = new Headers({ 'content-type': type, 'x-forwarded-for': sent.address ?? '192.0.2.1', ...sent.headers })
  if (origin !== null) headers.set('origin', origin)
  if (sent.cookie !== undefined) headers.set('cookie', sent.cookie)
  return new Request(ORIGIN + path, { method: 'POST', headers, body })
}

const get = (path: string, cookie?: string) =>
  new Request(ORIGIN + path, { headers: cookie === undefined ? {} : { cookie } })

const SIGN_IN = '/api/auth/callback/credentials'
const credentials = (email: string, password = PASSWORD) =>
  JSON.stringify({ email, password, json: 'true', next: '/desk/team' })

const cookieOf = (response: Response) => response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
const whoami = async (cookie: string) => (await serveTrpc(get('/api/trpc/account.me', cookie))).status

async function signedIn(email: string): Promise<string> {
  const response = await serveAuth(post(SIGN_IN, credentials(email)))
  expect(response.status).toBe(200)
  return cookieOf(response)
}

describe('signing in over HTTP', () => {
  test('gives a cookie that scripts cannot read and that says nothing, and the way to go', async () => {
    const { email } = await addSignable('ann')
    const response = await serveAuth(post(SIGN_IN, credentials(email)))
    expect(await response.json()).toEqual({ url: '/desk/team' })
    const cookies = response.headers.getSetCookie()
    expect(cookies).toHaveLength(1)
    expect(cookies[0]).toMatch(/^assay\.session=.*HttpOnly.*SameSite=Lax/)
    expect(await whoami(cookieOf(response))).toBe(200)
    expect(await (await serveAuth(get('/api/auth/session', cookieOf(response)))).json()).toEqual({})
    const [kept] = await database.db.select().from(session)
    expect(cookies[0]).not.toContain(kept?.tokenHash)
  })

  test('under https the cookie is bound to the host and secure', async () => {
    const { email } = await addSignable('hal')
    setEnv({ PUBLIC_URL: 'https://assay.example.org', NEXTAUTH_URL: 'https://assay.example.org' })
    try {
      const response = await serveAuth(post(SIGN_IN, credentials(email), { origin: 'https://assay.example.org' }))
      expect(response.headers.getSetCookie()[0]).toMatch(/^__Host-assay\.session=.*Secure/)
    } finally {
      setEnv({ PUBLIC_URL: ORIGIN, NEXTAUTH_URL: ORIGIN })
    }
  })

  test('works as a plain form, with the token of next-auth or with the browser’s word for its origin', async () => {
    const { email } = await addSignable('joy')
    const form = (more: Record<string, string> = {}) =>
      new URLSearchParams({ email, password: PASSWORD, next: '/desk', ...more }).toString()
    const type = 'application/x-www-form-urlencoded'
    const plain = await serveAuth(
      post(SIGN_IN, form(), { type, origin: 'null', headers: { 'sec-fetch-site': 'same-origin' } }),
    )
    expect([plain.status, plain.headers.get('location')]).toEqual([303, '/desk'])
    const csrf = await serveAuth(get('/api/auth/csrf'))
    const { csrfToken } = (await csrf.json()) as { csrfToken: string }
    const right = await serveAuth(post(SIGN_IN, form({ csrfToken }), { type, cookie: cookieOf(csrf) }))
    expect(right.headers.get('location')).toBe('/desk')
    const wrong = await serveAuth(post(SIGN_IN, form({ csrfToken: 'x' }), { type, cookie: cookieOf(csrf) }))
    expect(wrong.headers.get('location')).toMatch(/^\/signin\?error=again/)
    expect(wrong.headers.getSetCookie()).toEqual([])
  })

  test.each([
    ['another origin', { origin: 'https://evil.example' }, 403],
    ['no origin', { origin: null }, 403],
    ['a null origin', { origin: 'null' }, 403],
    ['another site, by the browser’s word', { headers: { 'sec-fetch-site': 'cross-site' } }, 403],
    ['another type', { type: 'text/plain' }, 400],
  ] as const)('%s is refused', async (_, sent, status) => {
    expect((await serveAuth(post(SIGN_IN, credentials('ann@example.org'), sent))).status).toBe(status)
  })

  test('nothing it is sent makes a server error', async () => {
    const odd = [
      '',
      '{',
      'null',
      '[]',
      '"x"',
      '{"email":1,"password":{}}',
      JSON.stringify({ email: '\ud800', password: '\u0000', json: 'true' }),
    ]
    for (const body of odd) expect((await serveAuth(post(SIGN_IN, body))).status).toBeLessThan(500)
    expect((await serveAuth(post(SIGN_IN, 'x'.repeat(40_000)))).status).toBe(413)
    for (const path of [
      '/api/auth/providers',
      '/api/auth/_log',
      '/api/auth/',
      '/api/auth/callback/other',
      '/api/auth/signin?callbackUrl=%00',
    ])
      expect((await serveAuth(get(path))).status).toBeLessThan(500)
    expect((await serveAuth(get('/api/auth/csrf', 'next-auth.callback-url=%00; assay.csrf=|'))).status).toBe(200)
  })

  test('sign-out, suspension, expiry and a forged cookie hold from the next request on', async () => {
    const { id, email } = await addSignable('out')
    const cookie = await signedIn(email)
    expect(
      (await serveAuth(post('/api/auth/signout', '{"json":"true"}', { cookie, origin: 'https://evil.example' })))
        .status,
    ).toBe(403)
    expect(await whoami(cookie)).toBe(200)
    const bye = await serveAuth(post('/api/auth/signout', '{"json":"true"}', { cookie }))
    expect(bye.headers.getSetCookie()[0]).toContain('Max-Age=0')
    expect(await whoami(cookie)).toBe(401)

    const second = await signedIn(email)
    await setSuspended(id, new Date())
    expect(await whoami(second)).toBe(401)
    expect(await (await serveAuth(get('/api/auth/session', second))).json()).toEqual({})
    await setSuspended(id, null)
    await database.db
      .update(session)
      .set({ expiresAt: new Date(0) })
      .where(eq(session.accountId, id))
    expect(await whoami(second)).toBe(401)

    const third = await signedIn(email)
    expect(await whoami(`${third.slice(0, -3)}AAA`)).toBe(401)
    expect(await whoami('assay.session=nonsense')).toBe(401)
  })
})

describe('failed sign-ins', () => {
  const at = (seconds: number) => () => new Date(Date.UTC(2026, 5, 1) + seconds * 1000)
  const tryAt = (seconds: number, email: string, password: string, address = '198.51.100.1') =>
    signIn({ db: database.db, address, now: at(seconds) }, { email, password, userAgent: null })

  test('the answer is the same for a wrong password, no account and a suspended one', async () => {
    const { email } = await addSignable('real')
    const gone = await addSignable('suspended')
    await setSuspended(gone.id, new Date())
    const said: unknown[] = []
    for (const [who, password] of [
      [email, 'wrong password here'],
      ['no-such@example.org', PASSWORD],
      [gone.email, PASSWORD],
    ] as const) {
      const response = await serveAuth(post(SIGN_IN, credentials(who, password), { address: '198.51.100.77' }))
      said.push([response.status, await response.text(), [...response.headers]])
    }
    expect(said[1]).toEqual(said[0])
    expect(said[2]).toEqual(said[0])
  })

  test('they take alike long, whether or not there is an account', async () => {
    await addSignable('timed')
    const timed = async (n: number, email: string) => {
      const begun = performance.now()
      // A day apart and from everywhere, so that none is slowed down.
      await tryAt(90_000 * n, email, 'wrong password here', `2001:db8:${n}::1`)
      return performance.now() - begun
    }
    for (let n = 0; n < 3; n++) await timed(n, `warm-${n}@example.org`)
    // In turns, so that whatever else the machine does meets both alike.
    const ratios: number[] = []
    for (let n = 0; n < 21; n++) {
      const there = await timed(n, 'timed@example.org')
      ratios.push(there / (await timed(n, `not-there-${n}@example.org`)))
    }
    const middle = ratios.sort((a, b) => a - b)[10] ?? 0
    expect(Math.max(middle, 1 / middle)).toBeLessThan(1.6)
  })

  test('after five the waits grow to fifteen minutes and no more; waiting ends them', async () => {
    const { email } = await addSignable('slow')
    let now = 0
    const waits: number[] = []
    const wrong = (count: number) => tryAt(now, email, 'wrong password here', `203.0.113.${count}`)
    for (let count = 0; count < 4; count++) expect(await wrong(count)).toEqual({ outcome: 'refused' })
    for (let count = 4; count < 16; count++) {
      expect(await wrong(count)).toEqual({ outcome: 'refused' })
      // The right password is not looked at either, and does not make the wait longer.
      const next = await tryAt(now, email, PASSWORD, '203.0.113.99')
      if (next.outcome !== 'slow') throw new Error('it was not slowed down')
      waits.push(next.seconds)
      now += next.seconds
    }
    expect(waits.slice(0, 4)).toEqual([2, 4, 8, 16])
    expect(Math.max(...waits)).toBe(900)
    expect(await tryAt(now, email, PASSWORD, '203.0.113.99')).toMatchObject({ outcome: 'in' })
  })

  test('who signs in beside another is not kept waiting for the moment between the two', async () => {
    const { email } = await addSignable('beside')
    // Counted first, though it came later: the time of a try is taken before it has its turn.
    expect(await tryAt(5_000_000.3, email, 'wrong password here', '198.51.100.60')).toEqual({ outcome: 'refused' })
    expect(await tryAt(5_000_000, email, PASSWORD, '198.51.100.60')).toMatchObject({ outcome: 'in' })
  })

  test('a hundred guesses at once get no more than five looks at the password', async () => {
    const { email } = await addSignable('crowd')
    const guesses = Array.from({ length: 100 }, (_, n) => tryAt(1_000_000, email, `wrong password ${n}`, `10.0.${n}.1`))
    const outcomes = (await Promise.all(guesses)).map((one) => one.outcome)
    expect(outcomes.filter((outcome) => outcome === 'refused')).toHaveLength(5)
    expect(outcomes.filter((outcome) => outcome === 'slow')).toHaveLength(95)
    expect(await tryAt(1_000_001, email, PASSWORD, '10.1.1.1')).toMatchObject({ outcome: 'slow' })
  })

  test('where one has signed in before, a stranger’s guesses do not keep one out', async () => {
    const { email } = await addSignable('home')
    expect(await tryAt(2_000_000, email, PASSWORD, '198.51.100.50')).toMatchObject({ outcome: 'in' })
    for (let n = 0; n < 8; n++) await tryAt(2_000_010, email, 'wrong password here', `10.9.${n}.1`)
    expect(await tryAt(2_000_011, email, PASSWORD, '10.9.99.1')).toMatchObject({ outcome: 'slow' })
    expect(await tryAt(2_000_011, email, PASSWORD, '198.51.100.50')).toMatchObject({ outcome: 'in' })
  })

  test('a count is forgotten after a day without a failure', async () => {
    const { email } = await addSignable('next-day')
    const wrong = async (at: number, count: number) => {
      const outcomes = []
      for (let n = 0; n < count; n++)
        outcomes.push((await tryAt(at, email, 'wrong password here', `10.8.${n}.1`)).outcome)
      return outcomes
    }
    expect(await wrong(6_000_000, 6)).toEqual([...Array<string>(5).fill('refused'), 'slow'])
    expect(await wrong(6_000_000 + 24 * 3600 + 1, 6)).toEqual([...Array<string>(5).fill('refused'), 'slow'])
  })

  test('one address that tries many accounts is slowed down, the same way for accounts that do not exist', async () => {
    const outcomes: string[] = []
    for (let n = 0; n < 30; n++)
      outcomes.push((await tryAt(3_000_000, `spray-${n}@example.org`, 'wrong password here', '203.0.113.200')).outcome)
    expect(outcomes.filter((outcome) => outcome === 'refused')).toHaveLength(20)
  })

  test('two hundred who sign in at once from one office all get in', async () => {
    const { email } = await addSignable('office')
    const all = Array.from({ length: 200 }, () => tryAt(4_000_000, email, PASSWORD, '198.51.100.200'))
    // One account can have five tries under way at once; the office as a whole has no such limit.
    const outcomes = (await Promise.all(all)).map((one) => one.outcome)
    expect(outcomes.filter((outcome) => outcome === 'refused')).toEqual([])
    expect(outcomes).toContain('in')
  })

  test('the waits, in seconds', () => {
    expect([0, 4, 5, 6, 14, 1000].map((failures) => waitAfter(failures, 5))).toEqual([0, 0, 2, 4, 900, 900])
  })

  test('the table names nobody', async () => {
    const kept = JSON.stringify(await database.db.select().from(signinThrottle))
    expect(kept).not.toMatch(/example|203\.0|198\.51/)
  })

  test('an address is what the server’s own front wrote; IPv6 counts by its /64', () => {
    expect(clientAddress(new Headers({ 'x-forwarded-for': '::ffff:192.0.2.1' }))).toBe('192.0.2.1')
    expect(clientAddress(new Headers())).toBe('unknown')
    expect(addressBlock('2001:db8:1:2:3:4:5:6')).toBe(addressBlock('2001:db8:1:2::1'))
    expect(addressBlock('2001:db8::1')).not.toBe(addressBlock('2001:db8:1::1'))
  })
})

describe('the door of the procedures', () => {
  const call = (path: string, input: unknown, sent: Sent = {}) =>
    serveTrpc(post(`/api/trpc/${path}`, JSON.stringify(superjson.serialize(input)), sent))
  type Failure = { error: { json: { message: string; data: { code: string; httpStatus: number; fault: object } } } }
  const failure = async (response: Response) => ((await response.json()) as Failure).error.json

  test.each([
    ['another origin', { origin: 'https://evil.example' }, 403],
    ['no origin', { origin: null }, 403],
    ['a subdomain', { headers: { 'sec-fetch-site': 'same-site' } }, 403],
    ['a form', { type: 'multipart/form-data; boundary=x' }, 415],
    ['a plain text', { type: 'text/plain' }, 415],
    ['the machine’s other name', { origin: 'http://localhost:3000' }, 401],
  ] as const)('%s', async (_, sent, status) => {
    const response = await call('account.rename', { name: 'x' }, sent)
    expect(response.status).toBe(status)
    expect((await failure(response)).data.httpStatus).toBe(status)
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  test('GET asks and never changes, POST changes and never asks', async () => {
    expect((await serveTrpc(get('/api/trpc/account.rename?input=%7B%7D'))).status).toBe(405)
    expect((await call('account.me', {})).status).toBe(405)
  })

  test('a batch over ten is told so', async () => {
    const paths = Array.from({ length: 11 }, () => 'account.me').join(',')
    for (const path of [paths, paths.replaceAll(',', '%2C')]) {
      const response = await serveTrpc(get(`/api/trpc/${path}?batch=1`))
      expect(response.status).toBe(400)
      expect((await failure(response)).message).toBe('A batch holds at most 10 calls.')
    }
    expect((await serveTrpc(get(`/api/trpc/${paths.split(',').slice(1).join(',')}?batch=1`))).status).toBe(401)
  })

  test('too large, malformed and unknown are the sender’s fault', async () => {
    const large = await serveTrpc(post('/api/trpc/account.rename', `{"json":"${'x'.repeat(9 * 1024 * 1024)}"}`))
    expect([large.status, (await failure(large)).data.code]).toEqual([413, 'PAYLOAD_TOO_LARGE'])
    const { email } = await addSignable('odd')
    const cookie = await signedIn(email)
    for (const body of [
      '',
      '{',
      'null',
      '7',
      '[]',
      '{"json":{},"meta":{"values":{"a":["regexp"]}}}',
      '{"json":{"__proto__":{"x":1}}}',
      '['.repeat(20_000),
    ]) {
      const response = await serveTrpc(post('/api/trpc/account.rename', body, { cookie }))
      expect([body.slice(0, 20), response.status]).toEqual([body.slice(0, 20), 400])
    }
    expect((await serveTrpc(post('/api/trpc/no.such', '{}', { cookie }))).status).toBe(404)
    expect((await call('account.rename', { name: 'x', more: 1 }, { cookie })).status).toBe(400)
  })

  test('what a person may not do names the rule; a fault never holds a stack', async () => {
    const { email } = await addSignable('may')
    const cookie = await signedIn(email)
    const response = await call('account.invite', { email: 'a@b.example', role: 'lead', isAdmin: true }, { cookie })
    const said = await failure(response)
    expect([response.status, said.data.code]).toEqual([403, 'FORBIDDEN'])
    expect(said.data.fault).toMatchObject({ refusal: { rule: 'policy.role' } })
    expect(JSON.stringify(said)).not.toMatch(/stack|node_modules/)
  })
})

describe('where to go after signing in', () => {
  test.each([
    ['/desk/team?x=1#y', '/desk/team?x=1#y'],
    ['/incidents/a', '/incidents/a'],
    ['//evil.example', '/desk'],
    ['/\\evil.example', '/desk'],
    ['/\t/evil.example', '/desk'],
    ['/.//evil.example', '/desk'],
    ['https://evil.example', '/desk'],
    ['javascript:alert(1)', '/desk'],
    ['/signin?next=/signin', '/desk'],
    ['/api/trpc/account.me', '/desk'],
    ['', '/desk'],
    [undefined, '/desk'],
    ['/'.padEnd(2000, 'x'), '/desk'],
  ])('%s', (wanted, path) => {
    expect(nextPath(wanted)).toBe(path)
  })
})

test('the database is there, lacks a migration, and then is not there', async () => {
  expect(await isReady()).toBe(true)
  await database.pool.query('update drizzle.__drizzle_migrations set created_at = created_at - 1')
  expect(await isReady()).toBe(false)
  await database.pool.query('update drizzle.__drizzle_migrations set created_at = created_at + 1')
  expect(await isReady()).toBe(true)
  await closeDb()
  setEnv({ DATABASE_URL: database.url.replace(/test_\w+/, 'no_such_database') })
  expect(await isReady()).toBe(false)
  await closeDb()
  setEnv({ DATABASE_URL: database.url })
})
