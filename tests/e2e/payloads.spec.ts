import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { closeDb, createDb } from '@/db/client'
import type { Connection } from '@/db/client'
import { team } from '@/db/schema'
import { buildSnapshot } from '@/domain/snapshot'
import { snapshotSchema } from '@/domain/snapshot-schema'
import type { Snapshot } from '@/domain/snapshot-schema'
import { samplePicture } from '../harness/account-picture'
import { startApp } from '../harness/app'
import type { RunningApp } from '../harness/app'
import { byHand, TEAM } from '../harness/by-hand'
import { payloads } from '../harness/payloads'
import { addPerson } from '../harness/people'
import { createDatabase } from '../harness/postgres'
import { startTestServer } from '../harness/postgres-server'
import type { RunningTestServer } from '../harness/postgres-server'
import { addAddress, publishRetraction, publishSnapshot } from '../harness/publish'
import { quickFolder } from '../harness/quick-folder'

// Nothing that a captured page, a title or a quotation contains runs or loads anything, on any public surface. The
// browser is told to ignore the content policy: what is shown as text is text by itself.
test.use({ bypassCSP: true })

/** Keys of what is no free text: a payload there is refused by the document's own schema, or would name another thing. */
const NOT_TEXT: ReadonlySet<string> = new Set([
  ...['schemaVersion', 'kind', 'key', 'claim', 'rivals', 'slug', 'level', 'heading', 'type', 'precision', 'stance'],
  ...['medium', 'mode', 'method', 'textSha256', 'capturedAt', 'concludedAt', 'occurred', 'published', 'when', 'dated'],
  'grade',
])

/** The document with each of its texts, addresses of sources among them, put in place by `next`. */
function planted(value: unknown, next: () => string, key = ''): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => planted(one, next, key))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([inner, one]) => [inner, planted(one, next, inner)]))
  return typeof value === 'string' && !NOT_TEXT.has(key) ? next() : value
}

const first = buildSnapshot(samplePicture)
const all = payloads()
let taken = 0
/** The next of them, and its number, by which it is found again on the page. */
const next = (): string => `${all[taken++ % all.length] ?? ''}¶${taken}`

let running: RunningTestServer
let connection: Connection
let app: RunningApp
let accounts = 0

/** As many accounts as it takes for every payload to stand in a text of its own, each with a version before it. */
async function publishAll(): Promise<void> {
  const { db } = connection
  const people = { author: await addPerson(db), reviewer: await addPerson(db) }
  for (; taken < all.length; accounts++) {
    const address = `payload-${accounts}`
    const [before, after] = [0, 1].map(() => snapshotSchema.parse(planted(first, next))) as [Snapshot, Snapshot]
    const incidentId = await addAddress(db, people.author, { address, title: next() })
    const given = { ...people, incidentId }
    await publishSnapshot(db, before, { ...given, number: 1, at: new Date('2026-02-01T12:00:00Z') })
    const correction = { kind: 'correction', note: next() } as const
    await publishSnapshot(db, after, { ...given, number: 2, at: new Date('2026-02-02T12:00:00Z'), correction })
    if (accounts > 0) continue
    await publishRetraction(db, after, next(), { ...given, number: 3, at: new Date('2026-02-03T12:00:00Z') })
  }
  const settings = { organisation: next(), address: next(), contact: next() }
  await byHand(db, [['team.changed', TEAM]], (tx) => tx.update(team).set(settings))
}

test.beforeAll(async () => {
  running = await startTestServer(quickFolder('assay-payloads-'))
  const url = await createDatabase(running.server)
  connection = createDb(url, { max: 2 })
  await publishAll()
  app = await startApp({ databaseUrl: url })
})
test.afterAll(async () => {
  await app.stop()
  await connection.close()
  await closeDb()
  await running.stop()
})

/** What ran, what was asked of anybody else, and what was asked of us that no page of ours asks for. */
function watch(page: Page, base: string): string[] {
  const said: string[] = []
  const OURS = /^\/(_next\/static\/|incidents\/payload-\d+\/card\.png$|icon\.svg|favicon\.ico)/
  page.on('dialog', (dialog) => {
    said.push(`ran: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('pageerror', ({ message }) => said.push(`ran: ${message}`))
  page.on('request', (request) => {
    const { origin, pathname } = new URL(request.url())
    if (request.isNavigationRequest() && request.frame() === page.mainFrame() && origin === base) return
    if (origin !== base || !OURS.test(pathname)) said.push(`asked for ${request.url()}`)
  })
  return said
}

/** Elements and attributes that a page of ours never has. */
const foreign = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const never =
      'script:not([type="application/ld+json"]),iframe,frame,object,embed,base,marquee,template,[srcdoc],[style]'
    const active = (element: Element) =>
      [...element.attributes].some(({ name, value }) => {
        const scheme = /^[\s\u0000-\u001f]*([a-z][a-z\d+.-]*):/i.exec(value)?.[1]?.toLowerCase() ?? 'https'
        const isLink = ['href', 'src', 'action', 'formaction', 'data', 'poster', 'background', 'xlink:href'].includes(
          name,
        )
        return name.startsWith('on') || (isLink && !['http', 'https', 'mailto'].includes(scheme))
      })
    return [...document.querySelectorAll('*')]
      .filter((element) => element.matches(never) || active(element))
      .map((element) => element.outerHTML.slice(0, 200))
  })

async function look(page: Page, path: string, said: string[]): Promise<string> {
  await page.goto(app.url + path)
  expect.soft(await foreign(page), path).toEqual([])
  expect.soft(said, path).toEqual([])
  return page.content()
}

const LANGUAGES = ['/uk', '/ar']
const surfaces = (slug: string): string[] => [
  ...['', '/changes', '/v/1'].map((part) => `/incidents/${slug}${part}`),
  ...LANGUAGES.map((language) => `${language}/incidents/${slug}`),
  `/embed/incidents/${slug}`,
]

test('no payload runs or loads anything on any public page', async ({ page }) => {
  test.setTimeout(180_000)
  const said = watch(page, app.url)
  const shown = new Set<string>()
  const note = (text: string) => {
    for (const [, number] of text.matchAll(/¶(\d+)/g)) shown.add(number ?? '')
  }
  for (let account = 0; account < accounts; account++) {
    const paths =
      account < 2
        ? surfaces(`payload-${account}`)
        : [`/incidents/payload-${account}`, `/incidents/payload-${account}/v/1`]
    for (const path of paths) note(await look(page, path, said))
  }
  for (const path of ['/', '/corrections', '/method', '/data', '/log', '/?words=script', '/?tag=%3Cscript%3E'])
    note(await look(page, path, said))
  // Three in four are there in so many words: the others stand where a text is looked for, sorted by, or left out.
  expect(shown.size).toBeGreaterThan(all.length * 0.75)
})

test('nor where machines read and a person looks', async ({ page }) => {
  const said = watch(page, app.url)
  const paths = ['/feed.rss', '/feed.atom', '/sitemap.xml', '/api/v1/incidents', '/api/v1/incidents/payload-1'].concat([
    '/oembed?url=' + encodeURIComponent(`${app.url}/incidents/payload-1`),
    '/robots.txt',
  ])
  for (const path of paths) {
    await page.goto(app.url + path)
    expect.soft(said, path).toEqual([])
  }
})

test('what is looked for here is found where it is', async ({ page }) => {
  const said = watch(page, app.url)
  await page.goto(`${app.url}/robots.txt`)
  await page.setContent('<img src="http://payload.invalid/x" onerror="alert(1)"><a href=" JaVascript:alert(1)">x</a>')
  await expect(() => expect(said).toContain('ran: 1')).toPass()
  expect(said).toContain('asked for http://payload.invalid/x')
  expect(await foreign(page)).toHaveLength(2)
})
