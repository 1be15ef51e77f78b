import { randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { XMLParser } from 'fast-xml-parser'
import { Ajv2020 as Ajv } from 'ajv/dist/2020.js'
import { default as addFormats } from 'ajv-formats'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { openApi } from '@/domain/api/openapi'
import { atomFeed, jsonFeed, rssFeed } from '@/app/feed'
import { sitemapXml } from '@/app/site-map'
import { AccountPage } from '@/components/public/account-page'
import { notice, slug } from '@/db/schema'
import { addressIn, LANGUAGES, type Language } from '@/domain/language'
import { changeText } from '@/domain/change-words'
import { ENGLISH } from '@/domain/english'
import { claimReviews, safeJsonForScript } from '@/domain/claim-review'
import type { Actor } from '@/domain/policy'
import { buildSnapshot } from '@/domain/snapshot'
import { listAddresses } from '@/server/reading/addresses'
import { listAccountsInput } from '@/domain/input/reading'
import { locatorMap } from '@/server/locator-map'
import { listAccounts } from '@/server/reading/list'
import { CORRECTION_KINDS } from '@/domain/words'
import { confidentialWords, samplePicture } from '../harness/account-picture'
import { byHand } from '../harness/by-hand'
import { callAs } from '../harness/caller'
import { faultsOf, jsonFeedSchema } from './format/schema'
import { useDatabase } from '../harness/database'
import { addPerson } from '../harness/people'
import { addAddress, publishRetraction, publishSnapshot, redactPublication } from '../harness/publish'

const database = useDatabase()
const nobody = () => callAs(database.db, null)
const first = buildSnapshot(samplePicture)
const second = buildSnapshot({
  ...samplePicture,
  incident: { ...samplePicture.incident, title: 'Fire at Krasnyi Brid' },
})
const elsewhere = (title: string, occurred: string | null) =>
  buildSnapshot({ ...samplePicture, incident: { ...samplePicture.incident, title, occurred, place: null } })

let author: Actor
let reviewer: Actor
let depot = ''
const at = (day: number) => new Date(Date.UTC(2026, 1, day, 12))

beforeAll(async () => {
  const { db } = database
  author = await addPerson(db, { name: 'CANARY-AUTHOR' })
  reviewer = await addPerson(db, { name: 'CANARY-REVIEWER' })
  const people = { author, reviewer }
  depot = await addAddress(db, author, { address: 'fire-at-krasnyi-brid', title: 'CANARY working title' })
  await byHand(db, [['incident.changed', depot]], (tx) =>
    tx.insert(slug).values({ slug: 'old-name', incidentId: depot, createdAt: at(1), retiredAt: at(2) }),
  )
  await publishSnapshot(db, first, { ...people, incidentId: depot, number: 1, at: at(1) })
  const correction = { kind: 'correction' as const, note: 'The title named a depot that has no name.' }
  await publishSnapshot(db, second, { ...people, incidentId: depot, number: 2, at: at(5), correction })
  const gone = await addAddress(db, author, { address: 'gone', title: 'Gone' })
  const gas = elsewhere('A leak of gas (渡船)', '2023-05')
  await publishSnapshot(db, gas, { ...people, incidentId: gone, number: 1, at: at(2) })
  await publishRetraction(db, gas, 'It never happened.', { ...people, incidentId: gone, number: 2, at: at(6) })
  const dark = await addAddress(db, author, { address: 'dark', title: 'Dark' })
  const secret = elsewhere('SECRET TITLE', null)
  const publicationId = await publishSnapshot(db, secret, { ...people, incidentId: dark, number: 1, at: at(3) })
  await redactPublication(db, {
    publicationId,
    incidentId: dark,
    by: author,
    second: reviewer,
    reason: 'A court order.',
  })
  await addAddress(db, author, { address: 'never-published', title: 'Draft' })
})

describe('the list', () => {
  test('has the newest publication of each incident, newest first', async () => {
    const { items } = await nobody().reading.list({})
    expect(items.map(({ slug, number, state, title }) => ({ slug, number, state, title }))).toEqual([
      { slug: 'gone', number: 2, state: 'retracted', title: 'A leak of gas (渡船)' },
      { slug: 'fire-at-krasnyi-brid', number: 2, state: 'account', title: 'Fire at Krasnyi Brid' },
      { slug: 'dark', number: 1, state: 'redacted', title: null },
    ])
  })

  test.each([
    [{ words: 'krasnyi FIRE' }, ['fire-at-krasnyi-brid']],
    [{ words: 'kras' }, ['fire-at-krasnyi-brid']],
    [{ words: 'rasnyi' }, []],
    [{ words: '“Krasnyi”, (fire)' }, ['fire-at-krasnyi-brid']],
    [{ words: "'krasnyi':* | \\ & !" }, ['fire-at-krasnyi-brid']],
    [{ words: 'krasnyi flood' }, []],
    [{ words: '渡船' }, ['gone']],
    [{ words: '船渡' }, []],
    [{ words: 'SECRET' }, []],
    [{ words: '%' }, []],
    [{ place: 'красний' }, ['fire-at-krasnyi-brid']],
    [{ party: 'північна' }, ['fire-at-krasnyi-brid']],
    [{ heading: 'established' as const }, ['fire-at-krasnyi-brid']],
    [{ heading: 'unlikely' as const }, []],
    [{ from: '2024-03-14', to: '2024-03-20' }, ['fire-at-krasnyi-brid']],
    [{ from: '2024-03-15' }, []],
    [{ to: '2024-03-12' }, []],
    [{ to: '2024-03-13' }, ['fire-at-krasnyi-brid']],
    [{ from: '2024-03-20', to: '2024-03-01' }, []],
  ])('filtered by %j', async (filter, slugs) => {
    const { items } = await nobody().reading.list(filter)
    expect(items.map((item) => item.slug)).toEqual(slugs)
    // However many there are, and so whichever way they are looked for.
    expect((await listAccounts(database.db, listAccountsInput.parse(filter), 1)).items).toEqual(items)
  })

  test('is found in letters that readers type for others', async () => {
    for (const [one = '', other = ''] of [
      ['Щёлково', 'щелково'],
      ['Ґрунт', 'грунт'],
      ['Соловʼївка', "солов'ївка"],
      ['Солов’ївка', 'соловʼївка'],
      ['Straße', 'strasse'],
      ['الذخيرة', 'الذخيره'],
      ['أُصيب', 'اصيب'],
      ['مبنى', 'مبني'],
    ]) {
      const { rows } = await database.db.execute(
        sql`select public_words(array[${one}], '{}') @@ public_query(${other}) as there,
          public_words(array[${other}], '{}') @@ public_query(${one}) as back`,
      )
      expect([one, rows]).toEqual([one, [{ there: true, back: true }]])
    }
  })

  test('a place in it that nobody gave is refused', async () => {
    for (const cursor of ['x', '2026-02-31T00:00:00.000Z~a', '\u0000'])
      await expect(nobody().reading.list({ cursor })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
})

describe('an account', () => {
  test('is the newest version, or the one asked for', async () => {
    const newest = await nobody().reading.account({ slug: 'fire-at-krasnyi-brid' })
    expect(newest).toMatchObject({ outcome: 'found', version: { number: 2 }, document: second, supersededBy: null })
    const old = await nobody().reading.account({ slug: 'fire-at-krasnyi-brid', number: 1 })
    expect(old).toMatchObject({ version: { number: 1 }, newest: { number: 2 }, supersededBy: { number: 2 } })
  })

  test('moves with its address, and is not there before it is published', async () => {
    expect(await nobody().reading.account({ slug: 'old-name' })).toEqual({
      outcome: 'moved',
      slug: 'fire-at-krasnyi-brid',
    })
    for (const slug of ['never-published', 'no-such'])
      await expect(nobody().reading.account({ slug })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    for (const number of [3, 2_147_483_647])
      await expect(nobody().reading.account({ slug: 'gone', number })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('a redacted one keeps its number, hash and public reason, and nothing else', async () => {
    const dark = await nobody().reading.account({ slug: 'dark' })
    expect(dark).toMatchObject({
      version: { number: 1, isRedacted: true },
      document: null,
      redactions: [{ kind: 'publication', reason: 'A court order.' }],
    })
    expect(JSON.stringify(dark)).not.toContain('SECRET')
  })

  test('carries the notice that stands', async () => {
    const row = { id: depot, incidentId: depot, reason: 'A new film has appeared.', begunBy: author.id, begunAt: at(9) }
    await byHand(database.db, [['notice.put', depot]], (tx) => tx.insert(notice).values(row))
    const account = await nobody().reading.account({ slug: 'fire-at-krasnyi-brid', number: 1 })
    expect(account).toMatchObject({ standingNotice: { reason: 'A new film has appeared.', since: at(9) } })
    const { items } = await nobody().reading.list({ words: 'krasnyi' })
    expect(items[0]?.reexaminedSince).toEqual(at(9))
  })
})

test('changes say what differs from the version before', async () => {
  const found = await nobody().reading.changes({ slug: 'fire-at-krasnyi-brid' })
  if (found.outcome !== 'found') throw new Error('moved')
  expect(found.versions.map(({ version, comparedWith }) => [version.number, comparedWith])).toEqual([
    [2, 1],
    [1, null],
  ])
  expect(found.versions[0]?.changes.map((change) => changeText(change, ENGLISH)).join()).toContain('The title changed')
})

test('corrections are every publication that replaced another', async () => {
  const { items } = await nobody().reading.corrections({})
  expect(items.map(({ slug, correction }) => [slug, correction.kind])).toEqual([
    ['gone', 'retraction'],
    ['fire-at-krasnyi-brid', 'correction'],
  ])
  for (const kind of CORRECTION_KINDS)
    expect((await nobody().reading.corrections({ kind })).items).toEqual(
      items.filter(({ correction }) => correction.kind === kind),
    )
})

async function feeds(isCorrections = false) {
  const { reading } = nobody()
  const given = {
    frame: await reading.frame(),
    entries: await reading.feed(isCorrections ? { isCorrection: true } : undefined),
    asked: new URLSearchParams(),
    words: ENGLISH,
    isCorrections,
  }
  return { atom: atomFeed(given), rss: rssFeed(given), json: jsonFeed(given) }
}

describe('the feeds', () => {
  const parser = new XMLParser({ ignoreAttributes: false, isArray: (name) => ['entry', 'item', 'link'].includes(name) })
  const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

  test('Atom has what RFC 4287 asks for', async () => {
    const { atom } = await feeds()
    const { feed } = parser.parse(atom)
    expect(feed).toMatchObject({ id: expect.any(String), title: 'Assay', author: { name: 'Assay' } })
    expect(feed.updated).toMatch(ISO)
    expect(feed.link).toContainEqual({ '@_rel': 'self', '@_href': expect.stringMatching(/\/feed\.atom$/) })
    expect(feed.entry).toHaveLength(5)
    for (const entry of feed.entry) {
      expect(entry.id).toMatch(/^urn:uuid:[0-9a-f-]{36}$/)
      expect(entry.updated).toMatch(ISO)
      expect(entry.title['#text']).not.toBe('')
      expect(entry.link[0]['@_href']).toMatch(/^https?:\/\/.+\/v\/\d+$/)
    }
    expect(new Set(feed.entry.map((entry: { id: string }) => entry.id)).size).toBe(5)
  })

  test('RSS has what RSS 2.0 asks for', async () => {
    const { rss } = await feeds()
    const { rss: root } = parser.parse(rss)
    expect(root['@_version']).toBe('2.0')
    expect(root.channel).toMatchObject({ title: 'Assay', description: expect.any(String) })
    expect(root.channel.link[0]).toMatch(/^https?:\/\//)
    expect(root.channel['atom:link']).toMatchObject({ '@_rel': 'self', '@_type': 'application/rss+xml' })
    for (const item of root.channel.item) {
      expect(item.guid).toMatchObject({ '@_isPermaLink': 'false', '#text': expect.stringMatching(/^urn:uuid:/) })
      expect(new Date(item.pubDate).toUTCString()).toBe(item.pubDate)
    }
  })

  test('JSON has what JSON Feed 1.1 asks for', async () => {
    const feed = JSON.parse((await feeds()).json)
    expect(feed).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Assay',
      authors: [{ name: 'Assay' }],
    })
    expect(feed.feed_url).toMatch(/\/feed\.json$/)
    for (const item of feed.items) {
      expect(item).toMatchObject({ id: expect.any(String), url: expect.any(String), content_html: expect.any(String) })
      expect(item.date_published).toMatch(ISO)
    }
  })

  test('of corrections: each version that replaced another, and nothing else', async () => {
    const { json, atom, rss } = await feeds(true)
    const feed = JSON.parse(json)
    const { items } = await nobody().reading.corrections({})
    const versions = items.map(({ slug, number }) => `/incidents/${slug}/v/${number}`)
    expect(feed.items.map(({ url }: { url: string }) => new URL(url).pathname)).toEqual(versions)
    expect(feed).toMatchObject({
      title: 'Assay: Corrections',
      feed_url: expect.stringMatching(/\/corrections\/feed\.json$/),
    })
    expect([faultsOf(atom, 'atom'), faultsOf(rss, 'rss')]).toEqual(['', ''])
  })

  test('are valid by the schemas of their formats', async () => {
    const { atom, rss, json } = await feeds()
    expect(faultsOf(atom, 'atom')).toBe('')
    expect(faultsOf(rss, 'rss')).toBe('')
    const ajv = addFormats(new Ajv({ allErrors: true }))
    expect(ajv.validate(jsonFeedSchema, JSON.parse(json)), JSON.stringify(ajv.errors)).toBe(true)
    // The schemas bite.
    expect(faultsOf(atom.replace(/<updated>[^<]*<\/updated>/, ''), 'atom')).toMatch(/feed/)
    expect(faultsOf(rss.replace(/ isPermaLink="false"/, ''), 'rss')).toMatch(/guid|item/)
    expect(ajv.validate(jsonFeedSchema, { ...JSON.parse(json), title: '' })).toBe(false)
  })

  test('stay well formed whatever a title holds', async () => {
    const [entry] = await nobody().reading.feed()
    if (entry?.document == null) throw new Error('no entry')
    const title = `]]> ]]> <script>alert(1)</script> &amp; \u0001 \uFFFE \uD800 "'`
    const document = { ...entry.document, incident: { ...entry.document.incident, title } } as typeof entry.document
    const given = {
      frame: await nobody().reading.frame(),
      entries: [{ ...entry, document }],
      asked: new URLSearchParams({ tag: title }),
      words: ENGLISH,
    }
    expect(faultsOf(atomFeed(given), 'atom')).toBe('')
    expect(faultsOf(rssFeed(given), 'rss')).toBe('')
    expect(atomFeed(given) + rssFeed(given)).not.toContain('\u0001')
    expect(atomFeed(given)).not.toContain('<script>')
  })
})

describe('the sitemap', () => {
  const locations = (xml: string) => [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, location]) => location)

  test('names each account that was not redacted, at the address in use, once a language that its text is in', async () => {
    const found = await nobody().reading.addresses({ prefix: '' })
    const xml = sitemapXml(['/method'], found)
    expect(faultsOf(xml, 'sitemap')).toBe('')
    expect(
      locations(xml)
        .map((location) => new URL(location ?? '').pathname)
        .toSorted(),
    ).toEqual(
      [
        ...['/incidents/fire-at-krasnyi-brid', '/incidents/gone'],
        ...LANGUAGES.map((language) => addressIn(language, '/method')),
      ].toSorted(),
    )
    // Another frame around the same text is another address of nothing new (docs/decisions/0041).
    const item = { slug: 'a-fire', publishedAt: new Date(0) }
    const of = (languages: readonly Language[]) =>
      locations(sitemapXml([], { parts: [], items: [{ ...item, languages }] }))
    expect(of(['uk', 'ar']).map((location) => new URL(location ?? '').pathname)).toEqual([
      '/incidents/a-fire',
      '/uk/incidents/a-fire',
      '/ar/incidents/a-fire',
    ])
  })

  test('that would be too long is a list of parts, which hold every account once', async () => {
    const whole = await listAddresses(database.db, { prefix: '' })
    const { parts, items } = await listAddresses(database.db, { prefix: '' }, 1)
    expect(items).toEqual([])
    const xml = sitemapXml([], { parts, items })
    expect(xml).toContain('<sitemapindex')
    expect(faultsOf(xml, 'sitemap')).toBe('')
    expect(locations(xml)).toHaveLength(parts.length)
    const each = await Promise.all(parts.map((prefix) => nobody().reading.addresses({ prefix })))
    expect(each.flatMap((part) => part.items).toSorted((a, b) => a.slug.localeCompare(b.slug))).toEqual(
      whole.items.toSorted((a, b) => a.slug.localeCompare(b.slug)),
    )
  })
})

describe('no public byte', () => {
  async function everything(): Promise<string> {
    const { reading } = nobody()
    const slug = 'fire-at-krasnyi-brid'
    const account = createElement(AccountPage, { snapshot: second, number: 2, publishedAt: at(5) })
    const read = [
      await reading.frame(),
      await reading.list({}),
      await reading.account({ slug }),
      await reading.account({ slug, number: 1 }),
      await reading.changes({ slug }),
      await reading.corrections({}),
      await reading.addresses({ prefix: '' }),
      await feeds(),
    ]
    return JSON.stringify(read) + renderToStaticMarkup(account)
  }

  test('names an editor, their ids or addresses', async () => {
    const all = await everything()
    for (const canary of ['CANARY', author.id, reviewer.id, '@example.test']) expect(all).not.toContain(canary)
    expect(all).toContain('Ada Marsh')
  })

  test('tells of a confidential source more than its description, or a reason that was not released', async () => {
    const all = await everything()
    for (const words of confidentialWords) expect(all).not.toContain(words)
    expect(all).toContain('A person who works near the yard')
  })
})

describe('the page of an account', () => {
  const html = renderToStaticMarkup(createElement(AccountPage, { snapshot: second, number: 2, publishedAt: at(5) }))

  test('each citation leads to its evidence and back', () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, found]) => found)
    expect(new Set(ids).size).toBe(ids.length)
    const links = [...html.matchAll(/href="#([^"]+)"/g)].map(([, found]) => found)
    expect(links.filter((link) => !ids.includes(link))).toEqual([])
    for (const piece of second.evidence) expect(ids).toContain(piece.key)
    const notes = [...html.matchAll(/<button[^>]* popoverTarget="([^"]+)"/gi)].map(([, found]) => found)
    expect(notes.length).toBeGreaterThan(second.evidence.length)
    expect(notes.filter((note) => !ids.includes(note))).toEqual([])
  })

  test('is under 50 KB compressed, with forty long passages that have nothing in common', async () => {
    const open = second.evidence.find((piece) => !piece.isConfidential)
    const [claim] = second.claims
    if (open === undefined || claim === undefined) throw new Error('the sample has both')
    const noise = (length: number) => randomBytes(length / 2).toString('hex')
    const evidence = Array.from({ length: 40 }, (_, at) => ({
      ...open,
      number: at + 1,
      key: `e-${noise(10)}`,
      quotation: { ...open.quotation, exact: noise(200) },
      capture: { ...open.capture, textSha256: noise(64) },
      source: { ...open.source, title: noise(60), url: `https://example.org/${noise(40)}` },
    }))
    const numbers = evidence.map(({ number }) => number)
    const groups = [{ name: 'The navy', evidence: numbers, reasons: [] }]
    const claims = [{ ...claim, evidence: numbers, origins: { count: 1, groups, unattributed: [] } }]
    const snapshot = { ...second, evidence, claims, summary: [] }
    const map = await locatorMap(second.incident.place)
    const page = renderToStaticMarkup(createElement(AccountPage, { snapshot, number: 2, publishedAt: at(5), map }))
    expect(page.length).toBeGreaterThan(100_000)
    expect(gzipSync(page).length).toBeLessThan(50_000)
  })

  test('a citation is never parted from the word before it', () => {
    const content = [
      { text: 'It burned ', isBold: true as const },
      { citation: 1 },
      { text: ' ' },
      { citation: 2 },
      { text: ' all night.' },
    ]
    const snapshot = { ...second, summary: [{ kind: 'paragraph' as const, content }] }
    const page = renderToStaticMarkup(createElement(AccountPage, { snapshot, number: 2, publishedAt: at(5) }))
    // A browser may break a line before a button: so the word and its numbers are kept on one.
    expect(page).toMatch(
      /<strong>It <\/strong><span class="whitespace-nowrap"><strong>burned<\/strong><sup(?:(?!<\/span>)[^])*<sup(?:(?!<\/span>)[^])*<\/span> all night\./,
    )
  })

  test('with a word that no one wrote is set unkerned, which would hold the browser, and every other as it was', () => {
    const summary = [{ kind: 'paragraph' as const, content: [{ text: `It burned ${'AV'.repeat(10_000)}` }] }]
    const long = createElement(AccountPage, { snapshot: { ...second, summary }, number: 2, publishedAt: at(5) })
    expect(renderToStaticMarkup(long)).toMatch(/^<article class="account [^"]*\[font-kerning:none\]/)
    expect(html).not.toContain('font-kerning')
  })

  test('has no script and no inline style, and marks the language of each quotation', () => {
    expect(html).not.toMatch(/<script|\sstyle=/)
    expect(html).toMatch(/<blockquote[^>]* lang="ar" dir="auto"/)
    expect(html).toMatch(/rel="noopener nofollow"/)
  })

  test('shows an address that is not http as text', () => {
    const [piece, ...rest] = second.evidence
    if (piece === undefined || piece.isConfidential) throw new Error('the first is an open source')
    const bad = {
      ...piece,
      source: { ...piece.source, title: 'x', url: 'javascript:alert(1)', archiveUrl: 'data:text/html,x' },
    }
    const snapshot = { ...second, evidence: [bad, ...rest] }
    const page = renderToStaticMarkup(createElement(AccountPage, { snapshot, number: null, publishedAt: null }))
    expect(page).not.toMatch(/(href|cite)="(javascript|data):/)
  })
})

test('the interface describes itself with the schemas that it answers by', () => {
  const described = openApi({ title: 'Accounts', server: 'https://assay.example' })
  expect(Object.keys(described.components.schemas)).toEqual(
    expect.arrayContaining(['Account', 'AccountList', 'Problem', 'Retraction', 'Snapshot']),
  )
  const names = new Set(Object.keys(described.components.schemas).map((name) => `#/components/schemas/${name}`))
  const refs = [...JSON.stringify(described).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref ?? '')
  for (const ref of refs) {
    const [, name] = /^(#\/components\/schemas\/[^/]+)/.exec(ref) ?? []
    expect(names.has(name ?? ''), ref).toBe(true)
  }
})

test('ClaimReview carries the fields that fact-check aggregators ask for', () => {
  const url = 'https://assay.example/incidents/fire-at-krasnyi-brid'
  const datePublished = at(5).toISOString()
  const reviews = claimReviews(second, { url, datePublished, organisationUrl: 'https://assay.example/' })
  const claimed = second.claims.filter((claim) => claim.claimants.length > 0 && claim.finding?.level !== 'unknown')
  expect(reviews.map((review) => review.url)).toEqual(claimed.map((claim) => `${url}#${claim.key}`))
  for (const review of reviews)
    expect(review).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'ClaimReview',
      claimReviewed: expect.any(String),
      datePublished,
      author: { '@type': 'Organization', name: 'The Border Desk', url: 'https://assay.example/' },
      reviewRating: {
        '@type': 'Rating',
        ratingValue: expect.any(Number),
        bestRating: 5,
        worstRating: 1,
        alternateName: expect.any(String),
      },
      itemReviewed: { '@type': 'Claim', author: { '@type': expect.any(String), name: expect.any(String) } },
    })
  const source = { outlet: 'The Arden Courier', title: 'Fire', url: 'https://courier.example/1', archiveUrl: null }
  const dated = second.claims.map((claim) => ({ ...claim, firstAppearance: { when: '2024-03', source } }))
  const [first] = claimReviews({ ...second, claims: dated }, { url, datePublished, organisationUrl: url })
  expect(first?.itemReviewed).toMatchObject({
    datePublished: '2024-03',
    firstAppearance: { '@type': 'CreativeWork', url: source.url, headline: 'Fire' },
  })
  expect(safeJsonForScript({ text: '</script><!--' })).not.toMatch(/[<>]/)
})
