import { afterAll, beforeAll, expect, test } from 'vitest'
import { MOST_BYTES } from '@/domain/intake'
import { env } from '@/env'
import { serveBundle } from '@/server/bundle/serve'
import { serveUpload } from '@/server/intake/upload'
import { callAs } from '../harness/caller'
import { setTestEnv } from '../harness/http'
import { useWorld } from '../harness/use-world'
import { UNKNOWN } from '../harness/world'

const world = useWorld()

beforeAll(() => {
  setTestEnv({ LOG_LEVEL: 'silent' })
})
afterAll(() => {
  setTestEnv()
})

type Sent = {
  cookie?: string | null
  origin?: string
  incidentId?: string
  body?: BodyInit
  query?: string
  length?: number
}

async function send({ cookie = world.made.cookie('editor'), body = 'A text.', ...sent }: Sent): Promise<number> {
  const { length, origin = env().PUBLIC_URL, incidentId = world.made.fresh.incidentId, query = 'fileName=a.txt' } = sent
  const url = `${env().PUBLIC_URL}/api/intake?incidentId=${incidentId}&${query}`
  const headers = {
    origin,
    ...(cookie !== null && { cookie }),
    ...(length !== undefined && { 'content-length': String(length) }),
  }
  const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit
  return world.pool.attempt(async () => (await serveUpload(new Request(url, init))).status)
}

/** A body that says nothing of its length and has more than is taken; it counts what was asked of it. */
function endless() {
  const megabyte = new Uint8Array(1024 * 1024)
  const asked = { megabytes: 0 }
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      asked.megabytes++
      if (asked.megabytes > 100) controller.close()
      else controller.enqueue(megabyte)
    },
  })
  return { body, asked }
}

test('a file is taken from an editor, and from nobody else', async () => {
  const { cookie, closed } = world.made
  expect(await send({})).toBe(200)
  expect(await send({ cookie: cookie('observer') })).toBe(403)
  expect(await send({ cookie: null })).toBe(401)
  expect(await send({ cookie: cookie('suspended') })).toBe(401)
  expect(await send({ incidentId: UNKNOWN })).toBe(404)
  expect(await send({ incidentId: closed.incidentId })).toBe(412)
  expect(await send({ query: `forSourceId=${closed.pieces[0]?.sourceId}` })).toBe(404)
})

test('not from a page of another site, nor with what it does not know', async () => {
  expect(await send({ origin: 'https://elsewhere.test' })).toBe(403)
  expect(await send({ query: 'fileName=a&more=b' })).toBe(400)
  expect(await send({ body: '' })).toBe(400)
})

test('what is too long is let go while it comes', async () => {
  const { body, asked } = endless()
  expect(await send({ body })).toBe(413)
  expect(asked.megabytes).toBeLessThan(MOST_BYTES / 1024 / 1024 + 4)
})

test('what arrives cut short is not taken for the file', async () => {
  expect(await send({ length: 8 })).toBe(400)
  expect(await send({ length: 7 })).toBe(200)
})

test('what was handed in waits in the tray under its name', async () => {
  const { fresh, people } = world.made
  await world.pool.attempt(async () => {
    const query = `incidentId=${fresh.incidentId}&fileName=${encodeURIComponent('Zeugin — «1».pdf')}`
    const headers = { origin: env().PUBLIC_URL, cookie: world.made.cookie('editor') ?? '' }
    const url = `${env().PUBLIC_URL}/api/intake?${query}`
    await serveUpload(new Request(url, { method: 'POST', headers, body: 'A text.' }))
    const { items } = await callAs(world.db, people.observer).intake.list({ incidentId: fresh.incidentId })
    expect(items.at(-1)).toMatchObject({ kind: 'file', state: 'waiting', fileName: 'Zeugin — «1».pdf', total: 7 })
  })
})

test('an export is asked for by a form of the desk’s own page, whose origin browsers give as null', async () => {
  const { cookie, fresh } = world.made
  const posted = (origin: string, site: string, who: 'editor' | null = 'editor') => {
    const url = `${env().PUBLIC_URL}/api/bundle?incidentId=${fresh.incidentId}`
    const headers = { origin, 'sec-fetch-site': site, ...(who !== null && { cookie: cookie(who) ?? '' }) }
    return world.pool.attempt(async () => (await serveBundle(new Request(url, { method: 'POST', headers }))).status)
  }
  expect(await posted('null', 'same-origin')).toBe(200)
  expect(await posted(env().PUBLIC_URL, 'same-origin')).toBe(200)
  expect(await posted('null', 'same-origin', null)).toBe(401)
  expect(await posted('null', 'cross-site')).toBe(403)
  expect(await posted('https://elsewhere.test', 'cross-site')).toBe(403)
})
