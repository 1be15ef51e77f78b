import { readdirSync } from 'node:fs'
import { createServer, request } from 'node:http'
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDb } from '@/db/client'
import { sha256Hex } from '@/domain/hash'
import { MOST_BYTES } from '@/domain/intake'
import { everyAddress } from '@/server/export/addresses'
import { copySite } from '@/server/export/copy'
import { manifestOf } from '@/server/log/manifest'
import { readCheckpoint } from '@/server/log/queries'
import { readKey, siteAt, siteOf, verify, Wrong } from '../../verifier/assay-verify.mjs'
import { startApp, testVerifierKey } from '../harness/app'
import type { RunningApp } from '../harness/app'
import { checksummer } from '../harness/checksum'
import { PAGED, publishFar, remembered } from '../harness/far-accounts'
import { guardsMissing } from '../harness/guards'
import { setTestEnv } from '../harness/http'
import { keepWorld } from '../harness/kept-world'
import type { KeptWorld } from '../harness/kept-world'
import { otherSettings, OWN_PAGES } from '../harness/own-page-tampers'
import { isPublic, pageTable } from '../harness/table/page'
import type { PageOutcome } from '../harness/table/page'
import { ROLES_WALKED } from '../harness/world-people'

// The application as it is built, over HTTP.
let app: RunningApp
let world: KeptWorld
let database: Client
let sum: Awaited<ReturnType<typeof checksummer>>
let before: Record<string, string>

beforeAll(async () => {
  setTestEnv()
  world = await keepWorld()
  app = await startApp({ databaseUrl: world.url })
  database = new Client({ connectionString: world.url })
  await database.connect()
  sum = await checksummer(database)
  before = await sum()
}, 400_000)
afterAll(async () => {
  await database.end()
  await app.stop()
  await world.drop()
})

const FILES: Readonly<Record<string, (folder: string) => string>> = {
  'page.tsx': (folder) => folder,
  'route.ts': (folder) => folder,
  'robots.ts': (folder) => `${folder}/robots.txt`,
}

/** The addresses that the files of app/ stand for. */
function addressesOnDisk(): string[] {
  const app = fileURLToPath(new URL('../../app', import.meta.url))
  return readdirSync(app, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    const folder = path.relative(app, entry.parentPath).split(path.sep)
    const shown = folder.filter((part) => part !== '' && !/^\(.*\)$/.test(part)).map((part) => `/${part}`)
    const address = FILES[entry.name]?.(shown.join(''))
    return address === undefined ? [] : [address === '' ? '/' : address]
  })
}

test('every page and route is in the table, and nothing else is', () => {
  expect(Object.keys(pageTable).toSorted()).toEqual(addressesOnDisk().toSorted())
})

async function visit(address: string, cookie: string | null) {
  const headers = cookie === null ? {} : { cookie }
  const response = await fetch(app.url + address, { headers, redirect: 'manual' })
  expect(
    guardsMissing((name) => response.headers.has(name)),
    address,
  ).toEqual([])
  if (isPublic(address)) expect(response.headers.get('set-cookie'), address).toBeNull()
  const leads = response.headers.get('location')
  const outcome: PageOutcome = leads === null ? response.status : `to ${new URL(leads, app.url).pathname}`
  return { outcome, text: await response.text() }
}

describe.each(Object.entries(pageTable))('%s', (_, rows) => {
  test.each(rows.map((row) => [row.state, row] as const))('%s', async (_state, row) => {
    const { made } = world
    const got: Record<string, PageOutcome> = {}
    for (const who of ROLES_WALKED) {
      const address = row.path(made, who)
      const { outcome, text } = await visit(address, made.cookie(who))
      got[who] = outcome
      if (!isPublic(address)) continue
      for (const person of Object.values(made.people)) {
        expect(text, `${address} names ${person.name}`).not.toContain(person.name)
        expect(text, `${address} names the id of ${person.name}`).not.toContain(person.id)
      }
    }
    expect(got).toEqual(row.cells)
  })
})

const METHODS = ['HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND']
/** What no folder of app/ stands for. */
const NO_PAGES = ['/nothing', '/api/nothing', '/_next/static/nothing.css', '/_next/image', '/api/intake', '/icon.svg']

/** One that knows neither of forms nor of pages, with the marks of those that Next looks for. */
function askAs(method: string, path: string): Promise<IncomingMessage> {
  const body = ['POST', 'PUT', 'PATCH'].includes(method) ? '--x--\r\n' : undefined
  const marks = { 'next-action': '40'.repeat(21), 'content-type': 'multipart/form-data; boundary=x' }
  const headers = { connection: 'close', ...(body !== undefined && { ...marks, 'content-length': body.length }) }
  return new Promise((resolve, reject) => {
    request(app.url + path, { method, headers }, (response) => resolve(response.resume()))
      .on('error', reject)
      .end(body)
  })
}

test('whatever is done to an address, the answer is guarded, sets no cookie and is no fault of ours', async () => {
  const walked = Object.values(pageTable).flatMap(([row]) =>
    row === undefined ? [] : [row.path(world.made, 'nobody')],
  )
  for (const address of [...walked, ...NO_PAGES])
    for (const method of METHODS) {
      const { statusCode = 0, headers } = await askAs(method, address)
      const found = { missing: guardsMissing((name) => name in headers), cookie: headers['set-cookie'] }
      expect(found, `${method} ${address}`).toEqual({ missing: [], cookie: undefined })
      expect(statusCode, `${method} ${address}`).toBeLessThan(500)
    }
  expect(app.output()).not.toContain('Server Action')
})

test('a request for two hosts, or for none that could be, is refused, whatever it is for', async () => {
  const statusFor = (path: string, hosts: string[]): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const headers = [...hosts.flatMap((host) => ['Host', host]), 'Connection', 'close']
      request(app.url + path, { headers, setHost: false }, (response) => resolve(response.resume().statusCode))
        .on('error', reject)
        .end()
    })
  for (const path of ['/', '/method', '/signin', '/api/v1/incidents']) {
    expect([path, await statusFor(path, ['a'])]).toEqual([path, 200])
    for (const hosts of [['a', 'b'], ['a', 'a'], ['<a>'], []])
      expect([path, await statusFor(path, hosts)]).toEqual([path, 400])
  }
})

test('the verifier, which shares no code with it, finds nothing wrong with it', async () => {
  const found = await verify(siteAt(app.url), { key: readKey(testVerifierKey) })
  expect(found.publications).toBeGreaterThan(3)
})

describe('a copy of it, for any server', () => {
  const files = new Map<string, Buffer>()

  beforeAll(async () => {
    const { db, close } = createDb(world.url, { max: 2 })
    try {
      const checkpoint = await readCheckpoint(db)
      await copySite({
        addresses: await everyAddress(db),
        publicUrl: app.url,
        logSize: checkpoint.size,
        ask: askedOverHttp,
        write: async (file, content) => {
          const isWhole = typeof content === 'string' || Buffer.isBuffer(content)
          files.set(file, isWhole ? Buffer.from(content) : await buffer(content))
        },
        progress: () => undefined,
      })
      const hashes = new Map([...files].map(([file, bytes]) => [file, sha256Hex(bytes)]))
      files.set('log/manifest', Buffer.from(manifestOf(checkpoint, hashes)))
    } finally {
      await close()
    }
  }, 120_000)

  async function askedOverHttp(address: string) {
    const response = await fetch(app.url + address, { redirect: 'manual' })
    const type = response.headers.get('content-type') ?? ''
    const bytes = Buffer.from(await response.arrayBuffer())
    const headers = Object.fromEntries(response.headers)
    const policy = { 'Content-Security-Policy': headers['content-security-policy'] ?? '' }
    const body = /^text\/|json|xml/.test(type) ? bytes.toString() : bytes
    return { status: response.status, headers: { ...headers, ...policy }, body }
  }

  test('is what the verifier says the site is, and after any change is not', async () => {
    const check = (copy: ReadonlyMap<string, Uint8Array>) =>
      verify(siteOf(copy), { key: readKey(testVerifierKey), isListed: true })
    expect(await check(files)).toMatchObject({ isListed: true })
    for (const name of ['index.html', 'method/index.html', 'dumps/claims-0.csv', 'feed.atom', 'robots.txt'])
      await expect(
        check(new Map([...files, [name, Buffer.concat([files.get(name) ?? Buffer.of(), Buffer.from(' ')])]])),
        name,
      )
        // The first thing that is wrong is named.
        .rejects.toThrow(`${name}: is not the file that was exported`)
    await expect(check(new Map([...files, ['more.html', Buffer.from('')]]))).rejects.toThrow('more.html: was not')
    await expect(check(new Map([...files].filter(([name]) => name !== 'icon.svg')))).rejects.toThrow(
      'icon.svg: is missing',
    )
  })

  /** What somebody with a mirror can do to lists whose files nobody signed, by how such files are called. */
  const LISTS: Readonly<Record<string, Readonly<Record<string, (list: string) => string>>>> = {
    'index.html': {
      'leaves one out': (list) => list.replace(/<article\b[^]*?<\/article>/, ''),
      'another title': (list) => list.replace(/(<h2[^>]*><a [^>]*><span[^>]*>)/, '$1Not so: '),
      'a word in its claim': (list) => list.replace(/(<p class="[^"]*font-serif[^"]*"><span[^>]*>[^<]*)/, '$1 Not so.'),
      'another level': (list) => list.replace(/(<span class="">)[^<]+/, '$1Improbable'),
      'another number of origins': (list) => list.replace(/(\d+) independent/, '9 independent'),
      'another word beside its day': (list) => list.replace(/Published (?=<span)/, 'Not published '),
      'another day': (list) => list.replace(/<time dateTime="20/i, '<time dateTime="19'),
      'an account that is none': (list) =>
        list.replace(/href="incidents\/[a-z0-9-]+\/index/, 'href="incidents/x/index'),
      'twice the same': (list) => list.replace(/(<article\b[^]*?<\/article>)/, '$1$1'),
      'its claim twice': (list) =>
        list.replace(/<p class="[^"]*font-serif[^"]*"><span[^>]*>[^<]*<\/span><\/p>/, '$&$&'),
      'what is known of more': (list) => list.replace(/Counted (?:among|in) the newest/, '$& 9'),
      'a way into the archive that leads elsewhere': (list) =>
        list.replace(/href="q\/[0-9a-f]+(?=\/index.html" class="group)/, 'href="q/0'),
      'out of sight': (list) => list.replace('<article class="', '<article class="hidden '),
      'a word in the sign of a level': (list) => list.replace(/(<article\b[^]*?<svg[^>]*>)/, '$1<text>Never</text>'),
    },
    'uk/index.html': { 'leaves one out': (list) => list.replace(/<article\b[^]*?<\/article>/, '') },
    'corrections/index.html': {
      'leaves one out': (list) => list.replace(/<article\b[^]*?<\/article>/, ''),
      'another reason': (list) => list.replace(/(<p class="reading whitespace-pre-line"><span[^>]*>)/, '$1Not '),
      'a reason twice': (list) => list.replace(/<p class="reading whitespace-pre-line">[^]*?<\/p>/, '$&$&'),
      'another month': (list) => list.replace(/(<h2 id="m[^>]*>)[^<]*/, '$1May 1999'),
      'what a kind means': (list) => list.replace('What was wrong is put right.', 'Nothing of it was wrong.'),
    },
    'corrections/[a-z]+/index.html': {
      'leaves all out': (list) =>
        list.replace(/<section aria-labelledby="m[^]*<\/section>/, '<p>None of this kind yet</p>'),
    },
    // Narrowed by a level, a place, a party or a tag.
    'q/[0-9a-f]+/index.html': {
      'leaves one out': (list) => list.replace(/<li class="border-t[^]*?<\/article><\/li>/, ''),
    },
    'q/[0-9a-f]+/feed.atom': {
      'leaves one out': (list) => list.replace(/<entry>[^]*?<\/entry>/, ''),
      'another text': (list) => list.replace(/<\/p>\]\]>/, ' Not so.$&'),
    },
    'feed.atom': {
      'leaves one out': (list) => list.replace(/<entry>[^]*?<\/entry>/, ''),
      'another title': (list) => list.replace(/(<entry>\s*<title[^>]*><!\[CDATA\[)/, '$1Not so: '),
      'another text': (list) => list.replace(/<\/p>\]\]>/, ' Not so.$&'),
      'another time': (list) => list.replace(/<published>20/, '<published>19'),
      'leads elsewhere': (list) => list.replace(/(<entry>[^]*?\/v\/)\d+/, '$177'),
      'a link within': (list) => list.replace(/<\/p>\]\]>/, '<a href="/x"></a>$&'),
      'another name of itself': (list) => list.replace('<title>', '<title>Lies of '),
      'an entry beside the entries': (list) => list.replace('<entry>', '<entry ><title>Not so</title></entry><entry>'),
    },
    'feed.rss': {
      'leaves one out': (list) => list.replace(/<item>[^]*?<\/item>/, ''),
      'another text': (list) => list.replace(/<\/p>\]\]>/, ' Not so.$&'),
    },
    'de/feed.json': {
      'another text': (list) => list.replace('<p>', '<p>Not so. '),
      'leaves all out': (list) => JSON.stringify({ ...(JSON.parse(list) as object), items: [] }),
    },
    // What changed between versions, computed anew from both.
    'incidents/[a-z0-9-]+/changes/index.html': {
      'another reason': (page) => page.replace(/<p [^>]*class="reading whitespace-pre-line">/, '$&Not '),
      'a version left out': (page) => page.replace(/<section aria-labelledby="v1"[^]*?<\/section>/, ''),
      'approved by more': (page) => page.replace(/approved by \d+/, 'approved by 9'),
    },
    'uk/incidents/[a-z0-9-]+/changes/index.html': { 'a word more': (page) => page.replace(/<p>[^<]+/, '$& None.') },
    // What is around, beside and elsewhere.
    'embed/incidents/[a-z0-9-]+/index.html': {
      'another title': (page) => page.replace(/(<h1[^>]*><a[^>]*>)/, '$1Not so: '),
      'leads elsewhere': (page) => page.replace(/(<h1[^>]*><a [^>]*href=")[^"]*/, '$1https://elsewhere.example/'),
    },
    'uk/incidents/[a-z0-9-]+/v/1/index.html': { 'another title': (page) => page.replace(/(<h1[^>]*>)/, '$1Not ') },
    'corrections/index.html|index.html': {
      'another title': (page) => page.replace('<title>', '<title>Lies: '),
      'a link of its frame': (page) => page.replace(/href="[./]*method\/index.html"(?=[^]*<main)/, 'href="x.html"'),
    },
    'incidents/[a-z0-9-]+/index.html': {
      'a ballot more': (page) => page.replace(/<rect [^>]*class="fill-current"[^>]*>(?:<\/rect>)?/, '$&$&'),
      'a paragraph as a heading': (page) =>
        page.replace(/(<section id="summary"[^]*?)<p dir="auto">([^]*?)<\/p>/, '$1<h3 dir="auto">$2</h3>'),
      'a sign that is filled': (page) =>
        page.replace(/(<article id="c-[^]*?<svg[^>]*><path )/, '$1fill="currentColor" '),
      'a word struck through': (page) => page.replace(/(<section id="summary"[^]*?)<p /, '$1<p class="line-through" '),
    },
    'log/index.html': { 'another key': (page) => page.replace(/\+[0-9a-f]{8}\+A/, '$&A') },
    'dumps/publications-0.jsonl': { 'another title': (dump) => dump.replace('"title":"', '"title":"Not ') },
    'dumps/claims-0.csv': { 'another level': (table) => table.replace(/,(probable|possible),/, ',improbable,') },
    'sitemap.xml': {
      'leaves one out': (list) => list.replace(/<url><loc>[^<]*\/incidents\/[^]*?<\/url>/g, ''),
      'an account that is none': (list) => list.replace(/(<loc>[^<]*\/incidents\/)[^<]*/, '$1none'),
    },
    'api/v1/incidents.json': {
      'leaves one out': (list) => list.replace(/\{"slug":[^]*?"reexaminedSince":[^}]*\},/, ''),
      'another level': (list) => list.replace(/"level":"[a-z]+"/, '"level":"improbable"'),
      'another title': (list) => list.replace(/"title":"/, '$&Not so: '),
    },
  }

  test('in which no list leaves out, adds or says otherwise what the log has', async () => {
    const unlisted = new Map([...files].filter(([name]) => name !== 'log/manifest'))
    const check = async (copy: ReadonlyMap<string, Uint8Array>) => {
      // What is in memory never waits: a socket that the server closed meanwhile would be taken for open.
      await setImmediate()
      return verify(siteOf(copy), { key: readKey(testVerifierKey) })
    }
    await check(unlisted)
    const missed: string[] = []
    for (const [names, kinds] of Object.entries(LISTS))
      for (const [kind, alter] of Object.entries(kinds)) {
        const isNamed = (name: string) => new RegExp(`^${names}$`).test(name)
        const changed = [...unlisted].flatMap(([name, bytes]): [string, Buffer][] => {
          if (!isNamed(name)) return []
          const altered = alter(bytes.toString())
          return altered === bytes.toString() ? [] : [[name, Buffer.from(altered)]]
        })
        const found = await check(new Map([...unlisted, ...changed.slice(0, 1)])).catch((error: unknown) => error)
        if (changed.length === 0 || !(found instanceof Wrong)) missed.push(`${names}: ${kind}`)
      }
    expect(missed).toEqual([])
  }, 120_000)

  test('in which no page of the site itself says otherwise than its words, its settings and its log lead to', async () => {
    const unlisted = new Map([...files].filter(([name]) => name !== 'log/manifest'))
    const check = async (changed: readonly [string, string][]) => {
      // What is in memory never waits: a socket that the server closed meanwhile would be taken for open.
      await setImmediate()
      const own = changed.map(([name, said]) => [name, Buffer.from(said)] as const)
      return verify(siteOf(new Map([...unlisted, ...own])), { key: readKey(testVerifierKey) })
    }
    const saidIn = (name: string) => unlisted.get(name)?.toString() ?? ''
    expect(await check([])).toMatchObject({ left: [], unlogged: [] })
    const missed: string[] = []
    for (const [name, kinds] of Object.entries(OWN_PAGES))
      for (const [kind, alter] of Object.entries(kinds)) {
        const altered = alter(saidIn(name))
        const found = await check([[name, altered]]).catch((error: unknown) => error)
        const at = name.replace(/^(?=[a-z/]+\/index)/, '/').replace('/index.html', '')
        const isNamed = found instanceof Wrong && found.at === at
        if (altered === saidIn(name) || !isNamed) missed.push(`${name}: ${kind}: ${String(found)}`)
      }
    expect(missed).toEqual([])
    const methods = [...unlisted.keys()].filter((name) => /^(?:[a-z]{2}\/)?method\/index\.html$/.test(name))
    const others = methods.map((name): [string, string] => [name, otherSettings(saidIn(name))])
    expect((await check(others)).unlogged).toEqual([
      'method: says that 4 ballots and 1 approval are asked for now, where what was published last was decided by 3 and 1',
    ])
    await expect(check(others.slice(1))).rejects.toThrow('/method: says')
    const without = (lost: string) => new Map([...unlisted].filter(([name]) => name !== lost))
    for (const lost of ['ar/method/index.html', 'data/index.html', 'api/v1/openapi.json'])
      await expect(verify(siteOf(without(lost)), { key: readKey(testVerifierKey) }), lost).rejects.toThrow('is missing')
  }, 120_000)

  test('names no editor in any byte', () => {
    const { people } = world.made
    for (const [name, bytes] of files)
      for (const person of Object.values(people))
        for (const said of [person.name, person.id]) expect(bytes.includes(said), name).toBe(false)
  })

  test('leads nowhere that it does not hold, on a server that knows nothing but files', async () => {
    const server = createServer((request, response) => {
      const bytes = files.get(new URL(request.url ?? '/', 'http://any').pathname.slice(1))
      response.writeHead(bytes === undefined ? 404 : 200).end(bytes)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    try {
      const seen = new Set(['/index.html'])
      for (const path of seen) {
        const response = await fetch(base + path)
        expect([path, response.status]).toEqual([path, 200])
        const text = await response.text()
        for (const to of linksOf(path, text)) {
          const { origin, pathname } = new URL(to, base + path)
          if (origin === base) seen.add(pathname)
          else expect(to, path).not.toMatch(/^http:\/\/127\.0\.0\.1[^"]*\.(?:css|woff2)$/)
        }
      }
      // Every page is found by its links, and in every language.
      const pages = [...files.keys()].filter(
        (name) => name.endsWith('index.html') && !/^(?:[a-z]{2}\/)?embed\//.test(name),
      )
      expect(pages.filter((name) => !seen.has(`/${name}`))).toEqual([])
      expect(pages.length).toBeGreaterThan(30)
    } finally {
      server.close()
    }
  })

  test('says of what it is a copy, and can neither be searched nor run anything', () => {
    for (const [name, bytes] of files) {
      if (!name.endsWith('.html')) continue
      const html = bytes.toString()
      const says = (words: string) => html.includes(words)
      const isQuiet = !/<form|<script(?! type="application\/ld\+json")|data-as-of/.test(html)
      const isNamed =
        name.startsWith('embed/') ||
        says(`This is a copy of <a class="link" href="${app.url}/`) ||
        !says('<html lang="en"')
      expect([name, isQuiet, says(`content="default-src 'none'; script-src 'none'`), isNamed]).toEqual([
        name,
        true,
        true,
        true,
      ])
    }
  })
})

function linksOf(path: string, text: string): string[] {
  if (path.endsWith('.css')) return [...text.matchAll(/url\(["']?([^"')]+)/g)].map(([, to = '']) => to)
  if (!path.endsWith('.html')) return []
  return [...text.matchAll(/\s(?:href|src|action)="([^"]*)"/g)].map(([, to = '']) => to.replaceAll('&amp;', '&'))
}

test('a page takes nothing from anybody, and an echo is for nobody', async () => {
  const asked = { '/method': ['POST', 'DELETE'], '/feed.atom?tag=x': ['PUT'], '/desk': ['TRACE'], '/readyz': ['TRACE'] }
  for (const [address, methods] of Object.entries(asked))
    for (const method of methods)
      expect([address, method, await statusOf(method, address)]).toEqual([address, method, 405])
})

/** By Node's own client: fetch knows better than to send some of these. */
const statusOf = (method: string, address: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    request(app.url + address, { method }, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    })
      .on('error', reject)
      .end()
  })

test('to look changes nothing', async () => {
  expect(await sum()).toEqual(before)
})

test('a file as large as may be arrives whole, under the headers of everything else', async () => {
  const { cookie, fresh } = world.made
  const body = Buffer.alloc(MOST_BYTES, 'a')
  const address = `${app.url}/api/intake?incidentId=${fresh.incidentId}&fileName=large.txt`
  const headers = { origin: app.url, cookie: cookie('editor') ?? '' }
  const answer = await fetch(address, { method: 'POST', headers, body })
  expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining(`"total":${MOST_BYTES}`)])
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
})

test('a list of two pages, and more places than are shown at once, are read to their end', async () => {
  await publishFar(app, world, 18)
  // Written past the application, which hears of it in a moment.
  const front = async () => (await fetch(app.url)).text()
  await expect.poll(front, { timeout: 60_000 }).toContain('far-18')
  const site = remembered(siteAt(app.url))
  const asked = { key: readKey(testVerifierKey), languages: ['en'] }
  expect(await verify(site, asked)).toMatchObject({ left: ['pages, lists and feeds in ar, de, ru, uk'] })
  for (const [kind, alter] of Object.entries(PAGED)) {
    let isAltered = false
    const bytes = async (address: string) => {
      const found = await site.bytes(address)
      const said = found === null ? '' : Buffer.from(found).toString()
      const altered = alter(address, said)
      isAltered ||= altered !== said
      return altered === said ? found : Buffer.from(altered)
    }
    const found = await verify({ ...site, bytes }, asked).catch((error: unknown) => error)
    expect([kind, isAltered, found instanceof Wrong]).toEqual([kind, true, true])
  }
}, 240_000)

test('and nothing went wrong that nobody saw', () => {
  expect(app.output()).not.toMatch(/"severity":"error"/)
})
