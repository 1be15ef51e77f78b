import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import type { Needed } from './address'
import { Gate } from './gate'
import type { Rendered } from './store'
import { Together } from './together'

let server: ReturnType<typeof createServer> | undefined
afterEach(() => server?.close())

/** A gate before a program that says for what it was asked, over a record that holds one account of two versions. */
async function serve() {
  const rendered: string[] = []
  const passed: string[] = []
  const record = { isAway: false, status: 404 }
  const has = (needed: Needed): Promise<boolean> => {
    if (record.isAway) return Promise.reject(new Error('away'))
    return Promise.resolve('isIn' in needed ? needed.isIn(8) : needed.slug === 'a' && needed.version <= 2)
  }
  const ask = (url: string): Promise<Rendered> => {
    rendered.push(url)
    const headers = { 'content-type': 'text/html' }
    return Promise.resolve({ status: record.status, headers, isFound: false, body: `nothing at ${url}` })
  }
  const gate = new Gate({ ask, known: { has }, isHeld: (url) => url === '/incidents/held' })
  server = createServer((request, response) => {
    gate.take(request, response, () => {
      passed.push(request.url ?? '')
      response.end('passed')
    })
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const get = async (path: string, init?: RequestInit) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, init)
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
  return { rendered, passed, record, get }
}

test('any number of addresses that lead nowhere are rendered once a way and a language, and get the same bytes', async () => {
  const { rendered, passed, get } = await serve()
  const shapes = [
    '/x',
    '/uk/x',
    '/incidents/x',
    '/uk/incidents/x/v/9',
    '/incidents/a/v/3',
    '/api/v1/incidents/x',
    '/log/proof/8',
  ]
  for (let turn = 0; turn < 20; turn++)
    for (const shape of shapes) {
      const answer = await get(`${shape.replace('x', `x${turn}`)}?q${turn}`.replace(/(v1.*)\?.*/, '$1'))
      expect(answer.status).toBe(404)
      expect(answer.text).toMatch(/^nothing at [/a-z1]*-$/)
    }
  expect(rendered.toSorted()).toEqual(['/-', '/api/v1/incidents/-', '/log/-', '/uk/-'])
  expect(passed).toEqual([])
})

test('what is there goes on, in the one spelling under which it is kept', async () => {
  const { passed, get } = await serve()
  const asked = ['/incidents/a?utm=x', '/incidents/%61/v/2', '/log/proof/7', '/desk/x', '/?q=x', '/incidents/held']
  for (const path of asked) await get(path)
  expect(passed).toEqual(['/incidents/a', '/incidents/a/v/2', ...asked.slice(2)])
})

test('HEAD is answered like GET, and what is sent to no page of ours alike; what is for programs goes on', async () => {
  const { passed, get } = await serve()
  expect(await get('/x', { method: 'HEAD' })).toMatchObject({ status: 404, text: '' })
  expect(await get('/x', { method: 'POST', body: 'y'.repeat(100_000) })).toMatchObject({
    status: 404,
    text: 'nothing at /-',
  })
  expect((await get('/api/v1/incidents/x', { method: 'OPTIONS' })).status).toBe(200)
  expect((await get('/desk', { method: 'POST' })).status).toBe(200)
  expect(passed).toEqual(['/api/v1/incidents/x', '/desk'])
})

test('a page is read, and nothing else is done with it', async () => {
  const { passed, rendered, get } = await serve()
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'PURGE'])
    for (const path of ['/', '/method', '/incidents/a', '/uk/'])
      expect((await get(path, { method })).status, `${method} ${path}`).toBe(405)
  const answer = await get('/method', { method: 'DELETE' })
  expect(answer.headers.get('allow')).toBe('GET, HEAD')
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect([passed, rendered]).toEqual([[], []])
  // What machines read says itself how it is read.
  const ofMachines = ['/feed.atom?party=a', '/api/v1/incidents/a']
  for (const path of ofMachines) await get(path, { method: 'POST' })
  expect(passed).toEqual(ofMachines)
})

test('while the database is away what may be there goes on, and what never was does not', async () => {
  const { passed, record, get } = await serve()
  record.isAway = true
  await get('/incidents/x')
  expect((await get('/x')).status).toBe(404)
  expect(passed).toEqual(['/incidents/x'])
})

test('an answer that failed is not kept', async () => {
  const { record, get } = await serve()
  record.status = 503
  expect((await get('/x')).status).toBe(503)
  record.status = 404
  expect((await get('/x')).status).toBe(404)
})

test('what is asked while something is being asked is asked together afterwards, never with what was read before', async () => {
  const asked: string[][] = []
  let there = new Set<string>()
  const together = new Together<string, true>(async (keys) => {
    asked.push(keys)
    const now = there
    await new Promise(setImmediate)
    return new Map(keys.flatMap((key) => (now.has(key) ? [[key, true] as const] : [])))
  })
  const first = together.of('a')
  there = new Set(['a', 'c'])
  const later = ['a', 'b', 'c', 'a'].map((key) => together.of(key))
  expect(await first).toBeUndefined()
  expect(await Promise.all(later)).toEqual([true, undefined, true, true])
  expect(asked).toEqual([['a'], ['a', 'b', 'c']])
})
