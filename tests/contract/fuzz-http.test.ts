import fc from 'fast-check'
import superjson from 'superjson'
import { beforeAll, describe, expect, test } from 'vitest'
import { env } from '@/env'
import { procedures, send, setTestEnv } from '../harness/http'
import { seedOf } from '../harness/seed'
import { useWorld } from '../harness/use-world'

const seed = seedOf('fuzz of requests')

const world = useWorld()
beforeAll(() => {
  setTestEnv({ LOG_LEVEL: 'silent' })
})

type Given = { path?: string; method?: string; body?: BodyInit | null; headers?: Record<string, string | null> }

/** A rename by the lead, which would do something, with some of it replaced. Null takes a header away. */
function request({ path = 'account.rename', method = 'POST', headers = {}, body = rename }: Given): Request {
  const all = new Headers({
    'content-type': 'application/json',
    origin: env().PUBLIC_URL,
    'x-forwarded-for': '127.0.0.1',
  })
  all.set('cookie', world.made.cookie('lead') ?? '')
  for (const [name, value] of Object.entries(headers)) {
    if (value === null) all.delete(name)
    else all.set(name, value)
  }
  const init = method === 'POST' ? { method, headers: all, body } : { method, headers: all }
  const stream = body instanceof ReadableStream ? { duplex: 'half' } : {}
  return new Request(`${env().PUBLIC_URL}/api/trpc/${path}`, { ...init, ...stream })
}

const rename = JSON.stringify(superjson.serialize({ name: 'Renamed' }))
const batchOf = (size: number) =>
  Object.fromEntries(Array.from({ length: size }, (_, index) => [index, JSON.parse(rename) as unknown]))
const batched = (size: number): Given => ({
  path: `${Array.from({ length: size }, () => 'account.rename').join(',')}?batch=1`,
  body: JSON.stringify(batchOf(size)),
})
const form = new FormData()
form.set('name', 'Renamed')

function endless(megabytes: number): ReadableStream<Uint8Array> {
  let left = megabytes
  const part = new Uint8Array(1024 * 1024).fill(32)
  return new ReadableStream({
    pull(controller) {
      if (left-- > 0) controller.enqueue(part)
      else controller.close()
    },
  })
}

/** Each is refused with its status before anything is done. */
const REFUSED: readonly (readonly [string, Given, number])[] = [
  ['malformed JSON', { body: '{"json":' }, 400],
  ['no body', { body: '' }, 400],
  ['JSON of nothing known', { body: '[1,2' }, 400],
  ['an unknown field', { body: JSON.stringify({ json: { name: 'Renamed', role: 'lead' } }) }, 400],
  ['plain text', { headers: { 'content-type': 'text/plain' } }, 415],
  ['no content type', { headers: { 'content-type': null }, body: new TextEncoder().encode(rename) }, 415],
  ['a form', { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'name=Renamed' }, 415],
  ['multipart', { headers: { 'content-type': null }, body: form }, 415],
  ['another site', { headers: { origin: 'https://evil.example' } }, 403],
  ['a site that begins alike', { headers: { origin: 'http://127.0.0.1:3000.evil.example' } }, 403],
  ['another port', { headers: { origin: 'http://127.0.0.1:3001' } }, 403],
  ['no origin', { headers: { origin: null } }, 403],
  ['the origin null', { headers: { origin: 'null' } }, 403],
  ['an origin that is none', { headers: { origin: 'http://[' } }, 403],
  ['cross-site by the browser’s word', { headers: { 'sec-fetch-site': 'cross-site' } }, 403],
  ['same-site is not same-origin', { headers: { 'sec-fetch-site': 'same-site' } }, 403],
  ['a batch of eleven', batched(11), 400],
  [
    'eleven in a GET',
    { path: `${Array.from({ length: 11 }, () => 'account.me').join('%2C')}?batch=1`, method: 'GET' },
    400,
  ],
  ['ten megabytes', { body: ' '.repeat(10 * 1024 * 1024) }, 413],
  ['ten megabytes without saying so', { body: endless(10) }, 413],
  ['a mutation by GET', { method: 'GET', path: `account.rename?input=${encodeURIComponent(rename)}` }, 405],
  ['a query by POST', { path: 'account.me' }, 405],
  ['a procedure that is none', { path: 'account.sudo' }, 404],
  ['a router', { path: 'account' }, 404],
  ['the prototype', { path: '__proto__' }, 404],
  ['the constructor', { path: 'account.constructor' }, 404],
  ['an input that is no JSON', { method: 'GET', path: 'incident.get?input=%7B' }, 400],
  ['an input that is half a character', { method: 'GET', path: 'incident.get?input=%ED%A0%80' }, 400],
]

describe('refused at the door', () => {
  test.each(REFUSED)('%s', async (_, given, status) => {
    await world.pool.attempt(async () => {
      const response = await send(request(given))
      const text = await response.text()
      expect(response.status, text.slice(0, 300)).toBe(status)
      expect(response.headers.get('cache-control')).toBe('no-store')
      expect(text).not.toMatch(/\.ts:\d|node_modules/)
      expect(await world.changed()).toEqual([])
    })
  })

  test('what they are made from is let in: alone, and ten at once', async () => {
    await world.pool.attempt(async () => expect((await send(request({}))).status).toBe(200))
    await world.pool.attempt(async () => expect((await send(request(batched(10)))).status).toBe(200))
  })
})

const POLLUTING = [
  { json: { name: 'Renamed' }, meta: { values: { '__proto__.polluted': ['Date'] } } },
  { json: { name: 'Renamed' }, meta: { values: { 'constructor.prototype.polluted': ['set'] } } },
  { json: { name: 'Renamed' }, meta: { referentialEqualities: { name: ['__proto__.polluted'] } } },
  { json: { name: 'Renamed' }, meta: { referentialEqualities: [['name'], 3] } },
  { json: { name: 'Renamed' }, meta: { values: { name: [['class', 'Error']] } } },
  { json: { name: 'Renamed' }, meta: { values: { name: [['symbol', 'x']], 'a.b.c': ['Date'] } } },
  { json: { name: '2024' }, meta: { values: { name: ['bigint'] } } },
  { json: { name: '(' }, meta: { values: { name: ['regexp'] } } },
  { json: { name: 'x' }, meta: { values: { name: ['URL'] } } },
  { json: { name: 'x' }, meta: { values: { name: [['custom', 'nothing']] } } },
  { json: { name: 'x' }, meta: { values: [['Map']] } },
  { json: null, meta: { values: ['undefined'] } },
  { json: 'x', meta: 7 },
  JSON.parse('{"json":{"name":"Renamed","__proto__":{"polluted":1}}}') as unknown,
]

test.each(POLLUTING.map((body) => [JSON.stringify(body), body] as const))(
  'types that a caller names: %s',
  async (_, body) => {
    const response = await world.pool.attempt(() => send(request({ body: JSON.stringify(body) })))
    const text = await response.text()
    expect(response.status, text).toBeLessThan(500)
    // Nor does it say what took it apart, and how.
    expect(text).not.toMatch(/is not a function|deserialize|transformation|as a property|Invalid URL/i)
    expect(Object.keys(Object.prototype)).toEqual([])
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  },
)

const COOKIES = [
  'assay.session=',
  'assay.session=x.y.z',
  'assay.session=%',
  `assay.session=${'A'.repeat(30_000)}`,
  ';;;=',
  'a=b',
]

test.each(COOKIES)('a cookie that is no session is nobody: %.40s', async (cookie) => {
  const response = await send(request({ path: 'account.me', method: 'GET', headers: { cookie } }))
  expect(response.status).toBe(401)
})

test('300 requests of noise, and no server error', { timeout: 120_000 }, async () => {
  const paths = [...procedures.keys(), 'nothing', '..', '%', 'account.me,reading.frame', '']
  const noise = fc.record({
    path: fc.constantFrom(...paths),
    method: fc.constantFrom('GET', 'POST'),
    query: fc.oneof(
      fc.constantFrom('', '?batch=1', '?input=', '?batch=1&input={}', '?batch=2'),
      fc.webQueryParameters().map((text) => `?${text}`),
    ),
    body: fc.oneof(
      fc.json(),
      fc.string(),
      fc.uint8Array({ maxLength: 200 }),
      fc.constantFrom('{}', '[]', 'null', '0', '{"0":{}}'),
    ),
    type: fc.constantFrom('application/json', 'application/json; charset=utf-16', 'application/trpc+json'),
  })
  for (const { path, method, query, body, type } of fc.sample(noise, { numRuns: 300, seed })) {
    const given = { path: path + query, method, body: body as BodyInit, headers: { 'content-type': type } }
    const response = await world.pool.attempt(() => send(request(given)))
    expect(response.status, `${method} ${path}${query} ${String(body)}\n${await response.text()}`).toBeLessThan(500)
  }
})
