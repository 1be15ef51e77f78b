import { createServer } from 'node:http'
import type { RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { withDeskAway, withFailurePage } from './failure-page'

type Asked = { isReady?: boolean; shown?: string[]; mayBeAway?: boolean }

async function ask(listener: RequestListener, path: string, asked: Asked = {}): Promise<Response> {
  const { isReady = true, shown = [], mayBeAway = false } = asked
  const server = createServer(
    withFailurePage(listener, {
      mayBeAway: () => mayBeAway,
      isReady: () => Promise.resolve(isReady),
      isShown: (address) => Promise.resolve(shown.includes(address)),
      showsFaults: false,
    }),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`)
}

const broken: RequestListener = (_request, response) => {
  response.statusCode = 500
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('content-length', '999')
  response.flushHeaders()
  response.write('<p>Error: at secret (/srv/assay/db.ts:1:1)')
  response.end('</p>')
}

test('a reader whose page failed is told so, without scripts and without what went wrong inside', async () => {
  const answer = await ask(broken, '/incidents/a-fire', { isReady: false })
  const text = await answer.text()
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '30'])
  expect(text).toContain('The database that keeps the published accounts does not answer.')
  expect(text).not.toMatch(/secret|<script/)
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(answer.headers.get('content-security-policy')).toMatch(/style-src 'sha256-[\w+/=]+'/)
})

test('while the database may be away it is asked for first: what hangs is not waited for', async () => {
  const hanging: RequestListener = () => undefined
  const away = { isReady: false, mayBeAway: true }
  const answer = await ask(hanging, '/uk?q=a', { ...away, shown: ['/uk'] })
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '30'])
  expect(await answer.text()).toContain('Без неї немає пошуку')
  const well: RequestListener = (_request, response) => void response.end('well')
  expect(await (await ask(well, '/healthz', away)).text()).toBe('well')
  expect(await (await ask(well, '/?q=a', { mayBeAway: true })).text()).toBe('well')
})

test('where the database is there, the fault is said to be ours', async () => {
  const answer = await ask(broken, '/')
  expect(answer.status).toBe(500)
  expect(await answer.text()).toContain('The fault is ours')
})

test('an address of nothing says so without scripts; what is no page keeps its own words', async () => {
  const missing = (type: string): RequestListener => {
    return (_request, response) => response.setHeader('content-type', type).writeHead(404).end('own words')
  }
  const implicit: RequestListener = (_request, response) => {
    response.statusCode = 404
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end('<html id="__next_error__">')
  }
  const answer = await ask(implicit, '/incidents/nothing')
  expect(answer.status).toBe(404)
  expect(await answer.text()).toContain('<h1>There is nothing at this address</h1>')
  expect(await (await ask(missing('application/problem+json'), '/feed.atom')).text()).toBe('own words')
})

test('it is said in the language of the address, also of one that leads nowhere', async () => {
  const of = async (path: string) => (await ask(broken, path, { isReady: false })).text()
  expect(await of('/ar/incidents/a-fire')).toMatch(/<html lang="ar" dir="rtl">[^]*href="\/ar"/)
  expect(await of('/uk')).toContain('Зараз цю сторінку не можна прочитати')
  expect(await of('/de/no/such/page')).toContain('<html lang="de" dir="ltr">')
  for (const path of ['/', '/ukraine', '/fr/incidents/a'])
    expect(await of(path)).toContain('<html lang="en" dir="ltr">')
})

test('a reader is led to what can be read without the database, in that language, and to nothing else', async () => {
  const text = await (await ask(broken, '/uk?q=a', { isReady: false, shown: ['/uk', '/uk/log', '/method'] })).text()
  expect(text).toContain('Без неї немає пошуку')
  expect([...text.matchAll(/<li><a href="([^"]+)">/g)].map(([, address]) => address)).toEqual(['/uk', '/uk/log'])
  expect(await (await ask(broken, '/uk?q=a')).text()).not.toContain('<li>')
})

test('a frame on somebody else’s page is told in it, and a machine in a line', async () => {
  const framed = await ask(broken, '/embed/incidents/a', { isReady: false, shown: ['/'] })
  expect(framed.headers.get('content-security-policy')).toContain('frame-ancestors *')
  expect(await framed.text()).toContain('<a href="/" target="_blank" rel="noopener">')
  const machine = await ask(broken, '/feed.atom?party=a', { isReady: false, shown: ['/'] })
  expect([machine.status, machine.headers.get('content-type')]).toEqual([503, 'text/plain; charset=utf-8'])
  expect(machine.headers.get('content-security-policy')).toMatch(/^default-src 'none'; base-uri/)
  expect(await machine.text()).toMatch(/^This cannot be read just now\. The database [^<]+\n$/)
})

test('what did not fail, the desk, the interfaces and /readyz answer for themselves', async () => {
  const good = await ask((_request, response) => response.end('good'), '/')
  expect([good.status, await good.text()]).toEqual([200, 'good'])
  for (const path of ['/desk', '/api/v1/incidents', '/readyz']) {
    const own: RequestListener = (_request, response) => response.writeHead(503).end('own words')
    expect(await (await ask(own, path)).text()).toBe('own words')
  }
})

test('the desk says in one page that its database is away, and asks for that only where it may be', async () => {
  let asked = 0
  const state = { mayBeAway: false, isReady: false }
  const isReady = () => {
    asked++
    return Promise.resolve(state.isReady)
  }
  const there: RequestListener = (_request, response) => void response.end('the desk')
  const server = createServer(
    withDeskAway(there, {
      mayBeAway: () => state.mayBeAway,
      isReady,
      isHttps: true,
      isShown: () => Promise.resolve(true),
    }),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const get = async (path: string, init?: RequestInit) => {
    const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, init)
    return { answer, said: [answer.status, await answer.text()] }
  }
  expect((await get('/desk')).said).toEqual([200, 'the desk'])
  expect(asked).toBe(0)
  state.mayBeAway = true
  const { answer, said } = await get('/desk/incidents?q=a')
  expect(said).toEqual([503, expect.stringContaining('does not answer. Nothing is lost.')])
  expect(said[1]).not.toContain('<script')
  expect(said[1]).toContain('<a href="/log">')
  expect([answer.headers.get('retry-after'), answer.headers.get('cache-control')]).toEqual(['30', 'no-store'])
  expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-[^;]+;/)
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
  // What a page fetches, and all that is not the desk, tells for itself.
  for (const [path, init] of [
    ['/desk', { headers: { rsc: '1' } }],
    ['/desk', { method: 'POST' }],
    ['/api/trpc/x', {}],
    ['/deskchair', {}],
  ] as const)
    expect((await get(path, init)).said).toEqual([200, 'the desk'])
  state.isReady = true
  expect((await get('/signin')).said).toEqual([200, 'the desk'])
})
