import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterEach, describe, expect, onTestFinished, test } from 'vitest'
import { PageDisk } from './disk'
import { readHead } from './head'
import { Pages } from './serve'

type Server = ReturnType<typeof createServer>
let server: Server | undefined
afterEach(() => server?.close())

const told = (times: number, whom = 'nobody') =>
  `<p>${times} ${whom}</p><p hidden="" data-as-of="true"><time data-as-of="time"></time></p>`

/** Pages over a program that says how often it was asked, and a record that changes when it is told to. */
async function serve(room = 1_000_000, disk?: PageDisk) {
  const asked: string[] = []
  const record = { number: 1 as number | undefined, last: 1, fails: undefined as (() => void) | undefined }
  const freshness = {
    known: () => record.number,
    ask: () => Promise.reject(new Error('away')),
    sureOf: (_: number, at: Date) => at,
    stateOf: (number: number) => (number === record.number ? `state ${number}` : undefined),
    changesIn: (state: string) => (state === `state ${record.last}` ? record.last : undefined),
  }
  const pages = new Pages(
    (request, response) => {
      asked.push(request.url ?? '')
      const isThere = !request.url?.includes('nothing')
      setImmediate(() => {
        record.fails?.()
        if (record.fails !== undefined) {
          response.writeHead(503, { 'content-type': 'text/html' }).end('<p>away</p>')
          return
        }
        const found = request.url?.includes('found') ? { 'x-assay-found': '1' } : {}
        response.writeHead(isThere ? 200 : 404, { 'content-type': 'text/html', 'set-cookie': 'a=b', ...found })
        response.end(`${told(asked.length, request.headers.cookie)}<script>1</script>`)
      })
    },
    { freshness, disk, room, publicUrl: 'https://assay.example', keepAlive: 5_000 },
  )
  server = createServer((request, response) => {
    if (!pages.takeHeld(request, response) && !pages.take(request, response)) response.writeHead(418).end()
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const get = async (path: string, init?: RequestInit) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual', ...init })
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
  return { asked, record, get, pages }
}

test('a page is rendered once for everybody, whoever asks, until the record changes', async () => {
  const { asked, record, get } = await serve()
  const init = { headers: { cookie: 'assay.session=secret' } }
  const first = await Promise.all([get('/', init), get('/'), get('/')])
  expect(first.map(({ text }) => text)).toEqual(Array(3).fill(told(1)))
  expect(first[0].headers.get('set-cookie')).toBeNull()
  expect((await get('/')).text).toBe(told(1))
  record.number = 2
  expect((await get('/')).text).toBe(told(2))
  expect(asked).toEqual(['/', '/'])
})

test('what there could be any number of is kept nowhere', async () => {
  const { asked, get } = await serve()
  const junk = [
    '/nothing',
    '/corrections/nothing',
    '/corrections?cursor=a',
    '/incidents/nothing',
    '/?q=a',
    '/incidents/%61',
    '/incidents/a/v/01',
    '/incidents/a?b',
    '/a/',
    '/fr',
    '/uk/',
    '/en/method',
    '/uk/nothing',
    '/uk/uk/method',
    '/uk?q=a',
    '/uk/incidents/%61',
    '/feed.atom?party=unheard',
    '/log/tile/nothing',
  ]
  for (const path of [...junk, ...junk]) await get(path)
  expect(asked).toEqual([...junk, ...junk])
})

test('a page is kept once a language, and no more of it', async () => {
  const { asked, get } = await serve()
  const pages = [
    '/uk',
    '/uk/method',
    '/corrections/retraction',
    '/uk/corrections/update',
    '/ar/incidents/a',
    '/de/incidents/a/changes',
    '/ru/incidents/a/v/2',
    '/incidents/a/v/2/card.png',
    '/uk/incidents/a/card.png',
    '/sitemap/0f.xml',
    '/incidents/a',
    '/api/v1/incidents/a?v=2',
    '/api/v1/openapi.json',
    '/log',
    '/log/checkpoint',
    '/log/styles',
    '/log/tile/0/x001/234.p/5',
    '/log/document/7.json',
    '/dumps/index.json',
    '/feed.rss?level=found',
    '/uk/feed.json?party=found',
  ]
  for (const path of [...pages, ...pages]) expect((await get(path)).status).toBe(200)
  expect(asked).toEqual(pages)
})

test('however many narrowed feeds there are, they take the room of no account', async () => {
  const { asked, get } = await serve(32_000)
  await get('/incidents/a')
  for (let count = 0; count < 20; count++) await get(`/feed.atom?party=found${count}`)
  await get('/incidents/a')
  expect(asked.filter((path) => path === '/incidents/a')).toHaveLength(1)
  await get('/feed.atom?party=found19')
  await get('/feed.atom?party=found0')
  expect(asked.filter((path) => /found(?:19|0)$/.test(path))).toHaveLength(3)
})

const OTHERS = [
  '/feed.atom?q=found',
  '/feed.atom?party=found&place=found',
  '/api/v1/incidents/a?v=01',
  '/log/nothing',
  '/log/tile/0/0%300',
  '/dumps/documents-0.jsonl',
]

test('what is not for readers is left to the program', async () => {
  const { asked, get } = await serve()
  for (const path of [
    '/desk',
    '/signin',
    '/api/trpc/x',
    '/_next/static/x.js',
    '/icon.svg',
    '/healthz',
    '/readyz',
    ...OTHERS,
  ])
    expect((await get(path)).status).toBe(418)
  expect((await get('/', { method: 'POST' })).status).toBe(418)
  expect(asked).toEqual([])
})

test('while the record cannot be reached, what is held is shown and nothing else', async () => {
  const { record, get } = await serve()
  await get('/method')
  record.number = undefined
  const held = await get('/method')
  expect(held.text).toContain('<p>1 nobody</p><p role="status">')
  expect(held.headers.get('cache-control')).toBe('no-store')
  expect(held.headers.get('cache-status')).toContain('ttl=-')
})

test('what fails is shown as of when it was, unless something was redacted meanwhile', async () => {
  const { record, get, pages } = await serve()
  await get('/method')
  Object.assign(record, { number: 2, last: 2, fails: () => undefined })
  expect((await get('/method')).headers.get('cache-status')).toContain('ttl=-')
  record.fails = () => pages.forget(2)
  expect(await get('/method')).toMatchObject({ status: 503, text: '<p>away</p>' })
})

test('a hundred thousand addresses that lead nowhere leave nothing behind on the way to the parser', async () => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const { pages, get } = await serve()
  await get('/method')
  const left = (): number => {
    collect()
    return process.memoryUsage().heapUsed
  }
  const ask = (from: number): void => {
    for (let count = from; count < from + 50_000; count++) {
      const head = readHead(
        Buffer.from(`GET /x${count} HTTP/1.1\r\nHost: h${count}\r\nAccept-Encoding: x${count}\r\n\r\n`),
      )
      if (head === undefined || pages.bytesFor(head) !== undefined) throw new Error(`${count} was taken`)
      pages.bytesFor({ ...head, path: '/method' })
    }
  }
  ask(0)
  const before = left()
  ask(50_000)
  expect(left() - before).toBeLessThan(500_000)
})

describe('what lies on disk', () => {
  const LITTLE = 10_000
  const folder = (): string => {
    const made = mkdtempSync(path.join(tmpdir(), 'pages-'))
    onTestFinished(() => rmSync(made, { recursive: true, force: true }))
    return made
  }
  const diskIn = (where: string, erasure = 'none', build = 'one'): PageDisk => {
    const owner = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0, isLent: false }
    const disk = new PageDisk({ folder: where, edition: 'this', build, room: 10_000_000, owner })
    disk.turn(erasure)
    return disk
  }
  const filesIn = (where: string) =>
    readdirSync(where, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
  const addresses = Array.from({ length: 20 }, (_, at) => `/incidents/a-${at}`)
  /** Nobody who reads waits for the disk. */
  const written = (disk: PageDisk) =>
    expect.poll(() => Promise.all(addresses.map((address) => disk.writtenAt(address)))).not.toContain(undefined)

  test('is sent where memory has no room for it, rendered by an earlier run too, while it is what the record says', async () => {
    const where = folder()
    const disk = diskIn(where)
    const { asked, get } = await serve(LITTLE, disk)
    const texts = await Promise.all(addresses.map(async (address) => (await get(address)).text))
    await written(disk)
    for (const [at, address] of addresses.entries()) expect((await get(address)).text).toBe(texts[at])
    expect(asked).toHaveLength(addresses.length)
    server?.close()
    const next = await serve(LITTLE, diskIn(where))
    expect((await next.get('/incidents/a-3')).text).toBe(texts[3])
    expect(next.asked).toEqual([])
    Object.assign(next.record, { number: 2, last: 2 })
    expect((await next.get('/incidents/a-4')).text).toBe(told(1))
    expect(next.asked).toEqual(['/incidents/a-4'])
  })

  test('is shown as of when it was, while the record cannot be reached, by a run that never reached it too', async () => {
    const where = folder()
    const disk = diskIn(where)
    const { get } = await serve(LITTLE, disk)
    for (const address of addresses) await get(address)
    await written(disk)
    server?.close()
    const next = await serve(LITTLE, diskIn(where))
    Object.assign(next.record, { number: undefined, last: 7 })
    for (const address of addresses) {
      const { status, headers, text } = await next.get(address)
      expect([status, headers.get('cache-control'), text]).toEqual([200, 'no-store', expect.stringMatching(/nobody/)])
      expect(headers.get('cache-status')).toContain('ttl=-')
    }
    expect(next.asked).toEqual([])
  })

  test('is another build’s for as long as the record cannot be reached, and then rendered anew, asked for or ahead', async () => {
    const where = folder()
    const { get } = await serve(LITTLE, diskIn(where))
    const all = ['/method', '/data', '/log']
    const before = diskIn(where)
    for (const address of all) await get(address)
    await expect.poll(() => Promise.all(all.map((address) => before.writtenAt(address)))).not.toContain(undefined)
    server?.close()
    for (const file of filesIn(where)) utimesSync(file, 1, 1)
    const next = await serve(1_000_000, diskIn(where, 'none', 'two'))
    next.record.number = undefined
    for (const address of ['/method', '/data'])
      expect((await next.get(address)).headers.get('cache-status')).toContain('ttl=-')
    expect(next.asked).toEqual([])
    // The record is what it was, and whether a page is in memory or on the disk, that build's is no answer.
    next.record.number = 1
    expect((await next.get('/method')).headers.get('cache-status')).toBeNull()
    await next.pages.prepare('/data', new Date(0))
    await next.pages.prepare('/log', new Date(0))
    expect(next.asked).toEqual(['/method', '/data', '/log'])
    for (const address of ['/method', '/data', '/log']) await next.get(address)
    expect(next.asked).toHaveLength(3)
  })

  test('is nowhere any more when something was redacted, in memory neither, nor what was on its way then', async () => {
    const where = folder()
    const disk = diskIn(where)
    const { asked, record, get, pages } = await serve(1_000_000, disk)
    await get('/method')
    const onItsWay = get('/data')
    while (!asked.includes('/data')) await new Promise((resolve) => setImmediate(resolve))
    Object.assign(record, { number: 2, last: 2 })
    pages.forget(2)
    disk.turn('one')
    await onItsWay
    record.number = undefined
    await get('/method')
    await get('/data')
    expect(asked).toEqual(['/method', '/data', '/method', '/data'])
  })

  test('holds the pages and parts of a list that were rendered ahead, and none that anybody else spelled', async () => {
    const disk = diskIn(folder())
    const { asked, record, get, pages } = await serve(LITTLE, disk)
    const ahead = ['/uk?cursor=one', '/?party=one', '/uk?tag=one', '/feed.atom?party=found']
    const spelled = ['/corrections?cursor=two', '/?party=two', '/uk?level=two', '/feed.atom?party=two']
    for (const each of ahead) await pages.prepare(each, new Date())
    for (const each of [...spelled, ...ahead]) await get(each)
    expect(asked).toEqual([...ahead, ...spelled])
    record.number = undefined
    for (const each of ahead) expect((await get(each)).headers.get('cache-status')).toContain('ttl=-')
    for (const each of spelled) await get(each)
    expect(asked).toEqual([...ahead, ...spelled, ...spelled])
  })

  test('is of addresses that are published and of no others', async () => {
    const where = folder()
    const disk = diskIn(where)
    const { get } = await serve(1_000_000, disk)
    for (const junk of [
      '/incidents/nothing',
      '/?q=a',
      '/?party=a',
      '/uk?tag=a',
      '/corrections?cursor=a',
      '/feed.atom?party=unheard',
      '/uk/nothing',
    ])
      await get(junk)
    expect(
      filesIn(where)
        .map((file) => path.basename(file))
        .toSorted(),
    ).toEqual(['build.json', 'key'])
  })
})
