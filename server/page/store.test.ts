import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { encodingFor, isKnown } from './answer'
import { ENCODINGS, formOf, heldForm, pageOf, PageStore } from './store'

const rendered = (body: string) => ({ status: 200, headers: { 'content-type': 'text/html' }, isFound: false, body })

test('a page is kept compressed, and is sent in three forms of the same text, each with a tag of its own', async () => {
  const text = 'ü'.repeat(500)
  const page = await pageOf(rendered(text), 1)
  const [br, gzip, identity] = ENCODINGS.map((encoding) => heldForm(page, encoding))
  expect(identity?.body.toString()).toBe(text)
  expect(brotliDecompressSync(br?.body ?? '').toString()).toBe(text)
  expect(gunzipSync(gzip?.body ?? '').toString()).toBe(text)
  expect(new Set([br, gzip, identity].map((form) => form?.etag)).size).toBe(3)
  for (const encoding of ENCODINGS) expect(heldForm(page, encoding)).toEqual(await formOf(rendered(text), encoding))
})

test('what is no text is sent as it is, whatever somebody takes', async () => {
  const picture = Buffer.from([0x89, 0x50, 0xff, 0x00])
  const page = await pageOf({ status: 200, headers: {}, isFound: false, body: picture }, 1)
  expect(ENCODINGS.map((encoding) => heldForm(page, encoding).body.equals(picture))).toEqual([true, true, true])
  expect(heldForm(page, 'br').headers).not.toContain('Content-Encoding')
})

test.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip', 'gzip'],
  ['br;q=0, gzip;q=0.5', 'gzip'],
  ['BR', 'br'],
  ['brotli', 'identity'],
  ['gzip;q=0', 'identity'],
])('of %j the form is %s', (accepted, encoding) => expect(encodingFor(accepted)).toBe(encoding))

test.each([
  [undefined, false],
  ['"a"', true],
  ['W/"a"', true],
  ['"b", "a"', true],
  ['*', true],
  ['"a-br"', false],
  ['a', false],
])('%j is known: %s', (asked, known) => expect(isKnown(asked, '"a"')).toBe(known))

test('what was rendered longest ago goes when there is no room, however many addresses there are', async () => {
  const page = await pageOf(rendered('x'.repeat(1_000)), 1)
  const store = new PageStore(page.bytes * 3 + 1)
  for (let index = 0; index < 1_000; index++) store.put(`/${index}`, page)
  expect([996, 997, 998, 999].map((index) => store.get(`/${index}`) !== undefined)).toEqual([false, true, true, true])
  store.put('/999', page)
  expect(store.get('/997')).toBeDefined()
})
