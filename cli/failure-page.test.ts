import { createServer } from 'node:http'
import type { RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { withFailurePage } from './failure-page'

async function ask(listener: RequestListener, path: string, isReady = true): Promise<Response> {
  const server = createServer(
    withFailurePage(listener, { isReady: () => Promise.resolve(isReady), showsFaults: false }),
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
  const answer = await ask(broken, '/incidents/a-fire', false)
  const text = await answer.text()
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '30'])
  expect(text).toContain('The database that keeps the published accounts does not answer.')
  expect(text).not.toMatch(/secret|<script/)
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(answer.headers.get('content-security-policy')).toMatch(/style-src 'sha256-[\w+/=]+'/)
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
  const of = async (path: string) => (await ask(broken, path, false)).text()
  expect(await of('/ar/incidents/a-fire')).toMatch(/<html lang="ar" dir="rtl">[^]*href="\/ar"/)
  expect(await of('/uk')).toContain('Зараз цю сторінку не можна прочитати')
  expect(await of('/de/no/such/page')).toContain('<html lang="de" dir="ltr">')
  for (const path of ['/', '/ukraine', '/fr/incidents/a'])
    expect(await of(path)).toContain('<html lang="en" dir="ltr">')
})

test('what did not fail, the desk, the interfaces and /readyz answer for themselves', async () => {
  const good = await ask((_request, response) => response.end('good'), '/')
  expect([good.status, await good.text()]).toEqual([200, 'good'])
  for (const path of ['/desk', '/api/v1/incidents', '/readyz']) {
    const own: RequestListener = (_request, response) => response.writeHead(503).end('own words')
    expect(await (await ask(own, path)).text()).toBe('own words')
  }
})
