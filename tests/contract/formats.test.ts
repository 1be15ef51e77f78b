import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 as Ajv } from 'ajv/dist/2020.js'
import { default as addFormats } from 'ajv-formats'
import { parse } from 'csv-parse/sync'
import { XMLParser } from 'fast-xml-parser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildFile, slug } from '@/db/schema'
import { hashOf, sha256Hex } from '@/domain/hash'
import { buildSnapshot } from '@/domain/snapshot'
import { samplePicture } from '../harness/account-picture'
import { startApp } from '../harness/app'
import type { RunningApp } from '../harness/app'
import { byHand } from '../harness/by-hand'
import { useDatabase } from '../harness/database'
import { addPerson } from '../harness/people'
import { addAddress, publishSnapshot, redactPublication } from '../harness/publish'

// What machines read, from the application as it is built, over HTTP.
const database = useDatabase()
let app: RunningApp
const at = new Date('2026-02-05T12:00:00Z')

beforeAll(async () => {
  const { db } = database
  const author = await addPerson(db, { name: 'Author' })
  const reviewer = await addPerson(db, { name: 'Reviewer' })
  const publish = async (address: string, number = 1) => {
    const incidentId = await addAddress(db, author, { address, title: address })
    const id = await publishSnapshot(db, buildSnapshot(samplePicture), { author, reviewer, incidentId, number, at })
    return { id, incidentId }
  }
  const { incidentId } = await publish('a-fire')
  await byHand(db, [['incident.changed', incidentId]], (tx) =>
    tx.insert(slug).values({ slug: 'an-old-name', incidentId, createdAt: at, retiredAt: at }),
  )
  const dark = await publish('dark')
  const facts = { publicationId: dark.id, incidentId: dark.incidentId, reason: 'A court order.' }
  await redactPublication(db, { ...facts, by: author, second: reviewer })
  app = await startApp({ databaseUrl: database.url })
}, 400_000)
afterAll(async () => {
  await app.stop()
})

const get = (path: string, init: RequestInit = {}) => fetch(app.url + path, { redirect: 'manual', ...init })

type Described = {
  paths: Record<
    string,
    { get: { responses: Record<string, { content?: Record<string, { schema: { $ref: string } }> }> } }
  >
}

describe('/api/v1', () => {
  test('is described by a valid OpenAPI 3.1 document', async () => {
    const described = (await (await get('/api/v1/openapi.json')).json()) as Record<string, unknown>
    const validator = new Validator()
    const { valid, errors } = await validator.validate(described)
    expect(errors).toBeUndefined()
    expect([valid, validator.version]).toEqual([true, '3.1'])
  })

  const [list, one] = ['/api/v1/incidents', '/api/v1/incidents/{slug}']
  test.each([
    [list, '', 200],
    [list, '?cursor=nowhere', 400],
    [list, '?page=2', 400],
    [one, 'a-fire', 200],
    [one, 'a-fire?v=1', 200],
    [one, 'dark', 200],
    [one, 'a-fire?v=0', 400],
    [one, 'a-fire?v=1&v=1', 400],
    [one, 'a-fire?v=2', 404],
    [one, 'nothing', 404],
    [one, 'an-old-name', 308],
    ['/dumps/index.json', '', 200],
    ['/oembed', '?url=nothing', 404],
    ['/oembed', '', 400],
    ['/oembed', '?url=a&format=b', 501],
    ['/feed.atom', '?level=sure', 400],
    ['/feed.atom', '?tag=%00', 400],
    ['/feed.atom', `?q=${'x'.repeat(201)}`, 400],
    ['/feed.atom', '?q=a&q=b', 400],
  ])('%s %s answers %i as described', async (path, rest, status) => {
    const described = (await (await get('/api/v1/openapi.json')).json()) as Described
    const answer = await get(path === one ? `/api/v1/incidents/${rest}` : path + rest)
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([status, '*'])
    const response = described.paths[path]?.get.responses[String(status)]
    expect(response).toBeDefined()
    if (status === 308) {
      expect(answer.headers.get('location')).toBe(`${app.url}/api/v1/incidents/a-fire`)
      return
    }
    const [type] = (answer.headers.get('content-type') ?? '').split(';')
    const schema = response?.content?.[type ?? '']?.schema
    const ajv = addFormats(new Ajv({ strict: false }))
    ajv.addSchema(described, 'https://described.example/')
    const isValid = ajv.validate({ $ref: `https://described.example/${schema?.$ref}` }, await answer.json())
    expect(isValid, JSON.stringify(ajv.errors)).toBe(true)
  })

  test('is for reading, by anybody, and says nothing twice', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const refused = await get('/api/v1/incidents', { method })
      expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS'])
      expect(await refused.json()).toMatchObject({ type: 'about:blank', status: 405 })
    }
    const asked = await get('/api/v1/incidents', { method: 'OPTIONS' })
    expect([asked.status, asked.headers.get('access-control-allow-methods')]).toEqual([204, 'GET, HEAD, OPTIONS'])
    for (const path of ['/api/v1/incidents', '/api/v1/incidents/a-fire', '/feed.atom', '/feed.json', '/sitemap.xml']) {
      const etag = (await get(path)).headers.get('etag') ?? ''
      const head = await get(path, { method: 'HEAD' })
      expect([path, head.status, head.headers.get('etag'), await head.text()]).toEqual([path, 200, etag, ''])
      const known = await get(path, { headers: { 'if-none-match': `"else", W/${etag}` } })
      expect([path, known.status, await known.text()]).toEqual([path, 304, ''])
    }
  })
})

test('how pages look is signed and answered for of every build that there may be pages of', async () => {
  const signed = async () => (await get('/log/styles')).text()
  const [own = ''] = /\/_next\/static\/[^"]+\.css/.exec(await (await get('/')).text()) ?? []
  const sheet = await (await get(own)).text()
  expect(await signed()).toContain(`${sha256Hex(sheet)} ${own}\n`)
  const other = '/_next/static/chunks/of-another-build.css'
  expect([(await get(other)).status, await signed()]).toEqual([404, expect.not.stringContaining(other)])
  const bytes = Buffer.from('p{color:red}')
  const facts = { sha256: sha256Hex(bytes), contentType: 'text/css', bytes, startedAt: new Date() }
  await database.db.insert(buildFile).values({ address: other, ...facts })
  const answer = await get(other)
  expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
    200,
    'text/css',
    'p{color:red}',
  ])
  // The list was held: that it says more counts as a change of what readers see.
  await expect.poll(signed).toContain(`${facts.sha256} ${other}\n`)
})

test('a retired address leads to the one in use, its versions and changes too', async () => {
  for (const rest of ['', '/v/1', '/changes']) {
    const answer = await get(`/incidents/an-old-name${rest}`)
    expect([answer.status, answer.headers.get('location')]).toEqual([308, `/incidents/a-fire${rest}`])
  }
})

/** What Google's Fact Check documentation asks for, required first. */
const REVIEW = {
  '@type': 'ClaimReview',
  claimReviewed: expect.any(String) as string,
  reviewRating: {
    '@type': 'Rating',
    alternateName: expect.any(String) as string,
    ratingValue: expect.any(Number) as number,
    bestRating: 5,
    worstRating: 1,
  },
  url: expect.stringMatching(/\/incidents\/a-fire#c-[0-9a-f]{10}$/) as string,
  author: { '@type': 'Organization', name: expect.any(String) as string, url: expect.any(String) as string },
  itemReviewed: { '@type': 'Claim', author: { name: expect.any(String) as string } },
}

test('the newest page of an account carries a ClaimReview for each claim, at an anchor that is there', async () => {
  const html = await (await get('/incidents/a-fire')).text()
  const scripts = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)]
  const reviews = scripts.map(([, json]) => JSON.parse(json ?? '') as { url: string; itemReviewed: object })
  expect(reviews.length).toBeGreaterThan(1)
  for (const review of reviews) {
    expect(review).toMatchObject(REVIEW)
    expect(html).toContain(`id="${review.url.split('#')[1]}"`)
  }
  const [central] = reviews
  expect(central?.itemReviewed).toMatchObject({
    datePublished: expect.stringMatching(/^\d{4}/) as string,
    appearance: expect.any(Array) as unknown[],
  })
  expect(await (await get('/incidents/a-fire/v/1')).text()).not.toContain('application/ld+json')
})

describe('dumps', () => {
  const dump = (file: string) => get(`/dumps/${file}`).then((answer) => answer.text())

  test('hold everything as it was published, and nothing that was redacted', async () => {
    const index = (await (await get('/dumps/index.json')).json()) as { entries: number; files: { url: string }[] }
    expect(index).toMatchObject({ entries: 3, entriesInPart: 1_000 })
    expect(index.files.map(({ url }) => url)).toEqual(
      ['publications-0.jsonl', 'publications-0.csv', 'claims-0.csv'].map((file) => `${app.url}/dumps/${file}`),
    )
    const lines = (await dump('publications-0.jsonl')).trimEnd().split('\n')
    const records = lines.map((line) => JSON.parse(line) as { entry: Record<string, unknown>; document: unknown })
    expect(records.map(({ entry }) => entry['kind'])).toEqual(['publication', 'publication', 'redaction'])
    const [fire, dark] = records
    expect(hashOf(fire?.document)).toBe(fire?.entry['sha256'])
    expect(dark?.document).toBeNull()
  })

  test('are tables too, which no spreadsheet takes for formulas', async () => {
    const read = async (file: string) =>
      parse<Record<string, string>>(await dump(file), { columns: true, delimiter: ',' })
    const publications = await read('publications-0.csv')
    expect(publications.map(({ state }) => state)).toEqual(['account', 'redacted'])
    const claims = await read('claims-0.csv')
    expect(claims.map(({ claim }) => claim)).toEqual(buildSnapshot(samplePicture).claims.map(({ text }) => text))
    for (const row of [...publications, ...claims])
      for (const [name, cell] of Object.entries(row))
        if (Number.isNaN(Number(cell))) expect(cell, name).not.toMatch(/^[=+\-@]/)
  })

  test('are not sent again while nothing in them changed', async () => {
    for (const file of ['publications-0.jsonl', 'claims-0.csv']) {
      const etag = (await get(`/dumps/${file}`)).headers.get('etag') ?? ''
      const known = await get(`/dumps/${file}`, { headers: { 'if-none-match': etag } })
      expect([known.status, await known.text()]).toEqual([304, ''])
    }
  })
})

test.each([
  ['', ['a-fire', 'dark'].length],
  ['?level=established', 1],
  ['?tag=nothing-here', 0],
])('a feed%s is narrowed as the front page is', async (question, count) => {
  const feed = (await (await get(`/feed.json${question}`)).json()) as { feed_url: string; items: unknown[] }
  expect([feed.items.length, feed.feed_url]).toEqual([count, `${app.url}/feed.json${question}`])
})

test('a list that is narrowed leads to its feed', async () => {
  const html = await (await get('/?level=established&from=2024-01-01&cursor=')).text()
  expect(html).toContain('type="application/atom+xml" href="' + app.url + '/feed.atom?level=established"')
})

describe('what is shared', () => {
  const about = (path: string, more = '') => get(`/oembed?url=${encodeURIComponent(app.url + path)}${more}`)

  test('oEmbed leads to a frame that may stand anywhere, and does nothing there', async () => {
    for (const path of ['/incidents/a-fire', '/uk/incidents/a-fire/v/1', '/incidents/an-old-name']) {
      const told = (await (await about(path)).json()) as Record<string, string>
      expect(told, path).toMatchObject({ version: '1.0', type: 'rich', width: 600, height: 320 })
      const [, src = ''] = /<iframe src="([^"]+)"/.exec(told['html'] ?? '') ?? []
      expect(src).toBe(`${app.url}/embed/incidents/a-fire`)
    }
    const frame = await get('/embed/incidents/a-fire')
    const policy = frame.headers.get('content-security-policy') ?? ''
    expect(policy).toContain('frame-ancestors *')
    expect(policy).toContain("script-src 'none'")
    expect(frame.headers.get('set-cookie')).toBeNull()
    const framed = await frame.text()
    expect(framed).not.toContain('<script')
    // It can say as of when it is, while the database is away.
    expect(framed).toMatch(/<p hidden="" data-as-of="true"[^>]*>[^]*<time data-as-of="time"><\/time>/)
    for (const other of ['/', '/incidents/a-fire', '/data', '/oembed', '/incidents/a-fire/card.png'])
      expect((await get(other)).headers.get('content-security-policy'), other).toContain("frame-ancestors 'none'")
  })

  test('oEmbed keeps to what it is asked for', async () => {
    expect(await (await about('/incidents/a-fire', '&maxwidth=200&maxheight=9999')).json()).toMatchObject({
      width: 200,
      height: 320,
    })
    const xml = await about('/incidents/a-fire', '&format=xml')
    expect(xml.headers.get('content-type')).toBe('text/xml; charset=utf-8')
    expect(new XMLParser().parse(await xml.text())).toMatchObject({ oembed: { version: 1, type: 'rich' } })
    const said = async (path: string, more = '') => (await about(path, more)).status
    expect(await said('/incidents/nothing')).toBe(404)
    expect(await said('/incidents/dark')).toBe(200)
    expect(await said('/desk')).toBe(404)
    expect(await said('/incidents/a-fire', '&format=yaml')).toBe(501)
    expect(await said('/incidents/a-fire', '&maxwidth=0')).toBe(400)
  })

  test('the page of an account leads to both, and to its picture, in words too', async () => {
    const html = await (await get('/incidents/a-fire')).text()
    expect(html).toContain(`property="og:image" content="${app.url}/incidents/a-fire/card.png"`)
    expect(html).toMatch(/property="og:image:alt" content="[^"]+ – [^"]+"/)
    expect(html).toContain('name="twitter:card" content="summary_large_image"')
    expect(html).toMatch(/type="application\/json\+oembed" href="[^"]+\/oembed\?url=/)
    const picture = await get('/incidents/a-fire/card.png', { headers: { 'accept-encoding': 'br' } })
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png'])
    expect(picture.headers.get('content-encoding')).toBeNull()
    const bytes = Buffer.from(await picture.arrayBuffer())
    expect(bytes.subarray(1, 4).toString()).toBe('PNG')
    const etag = picture.headers.get('etag') ?? ''
    expect((await get('/incidents/a-fire/card.png', { headers: { 'if-none-match': etag } })).status).toBe(304)
    expect((await get('/incidents/an-old-name/card.png')).status).toBe(308)
  })
})

test('the page about data shows every address that the OpenAPI document has', async () => {
  const html = await (await get('/data')).text()
  const described = (await (await get('/api/v1/openapi.json')).json()) as Described
  for (const path of Object.keys(described.paths)) expect(html).toContain(path)
})
