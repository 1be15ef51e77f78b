import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { afterEach, expect, onTestFinished, test } from 'vitest'
import { BuildFiles } from './build-files'
import { PageDisk } from './disk'
import { renderer } from './render'

let server: Server | undefined
afterEach(() => server?.close())

const OTHER = '/_next/static/other.css'
const FONT = Buffer.from([0x77, 0x4f, 0x46, 0x32, 0xff, 0x00, 0x80])
const FILES: Readonly<Record<string, [type: string, body: string | Buffer]>> = {
  '/_next/static/a.css': ['text/css', `p { color: ${'red'.repeat(200)} }`],
  '/_next/static/a.woff2': ['font/woff2', FONT],
  '/_next/static/a.js': ['application/javascript; charset=UTF-8', '"ї"'],
}

async function serve(disk?: PageDisk) {
  const asked: string[] = []
  const next: RequestListener = ({ url = '' }, response) => {
    asked.push(url)
    const [type, body] = FILES[url] ?? []
    if (type === undefined) response.writeHead(404, { 'content-type': 'text/plain' }).end('nothing')
    else response.writeHead(200, { 'content-type': type, 'cache-control': 'public, max-age=9, immutable' }).end(body)
  }
  const names = new Set([...Object.keys(FILES), '/_next/static/gone.css'])
  const publicUrl = 'https://assay.example'
  const find = (address: string) =>
    address === OTHER
      ? Promise.resolve({ contentType: 'text/css', bytes: Buffer.from('p{}') })
      : address.includes('away')
        ? Promise.reject(new Error('away'))
        : Promise.resolve(undefined)
  const files = new BuildFiles({
    names,
    ask: renderer(next, publicUrl),
    find,
    disk,
    patience: 1_000,
    publicUrl,
    keepAlive: 5_000,
  })
  server = createServer((request, response) => {
    if (!files.take(request, response, next)) response.writeHead(418).end()
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const get = (address: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}${address}`, init)
  return { asked, files, get }
}

test('a file is read once, whatever stands after its path, and sent in the form that is asked for', async () => {
  const { asked, files, get } = await serve()
  const address = '/_next/static/a.css'
  const answers = await Promise.all([get(address), get(`${address}?dpl=1`), get(`${address}?${'x'.repeat(50)}`)])
  for (const answer of answers) expect(await answer.text()).toBe(FILES[address]?.[1])
  expect(asked).toEqual([address])
  const { headers } = answers[0]
  expect(headers.get('cache-control')).toContain('immutable')
  expect([headers.get('x-content-type-options'), headers.get('strict-transport-security')]).toEqual([
    'nosniff',
    'max-age=31536000',
  ])
  const known = await get(address, { headers: { 'if-none-match': headers.get('etag') ?? '' } })
  expect([known.status, await known.text()]).toEqual([304, ''])
  const whole = files.bytesFor({ path: `${address}?v=2`, accepted: 'br', known: undefined })
  const [head = '', ...rest] = (whole?.toString('latin1') ?? '').split('\r\n\r\n')
  expect(head).toContain('Content-Encoding: br')
  expect(brotliDecompressSync(Buffer.from(rest.join('\r\n\r\n'), 'latin1')).toString()).toBe(FILES[address]?.[1])
})

test('what is no text is sent to the byte, and a script in its letters', async () => {
  const { get } = await serve()
  const font = await get('/_next/static/a.woff2')
  expect([font.headers.get('content-encoding'), Buffer.from(await font.arrayBuffer())]).toEqual([null, FONT])
  const script = await get('/_next/static/a.js')
  expect([script.headers.get('content-encoding'), await script.text()]).toEqual(['gzip', '"ї"'])
})

test('what another build’s pages look like is told, while that is known', async () => {
  const { asked, files, get } = await serve()
  const other = await get(OTHER)
  expect([other.status, await other.text(), other.headers.get('content-type')]).toEqual([200, 'p{}', 'text/css'])
  expect(other.headers.get('cache-control')).toContain('immutable')
  expect(files.bytesFor({ path: OTHER, accepted: undefined, known: undefined })?.toString()).toContain('p{}')
  expect(asked).toEqual([])
  for (const address of ['/_next/static/junk.css', '/_next/static/away.woff2'])
    expect([
      address,
      (await get(address)).status,
      files.bytesFor({ path: address, accepted: undefined, known: undefined }),
    ]).toEqual([address, 404, undefined])
})

test('what this build’s pages look like is laid beside them, for the next build to tell without the database', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'looks-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const owner = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0, isLent: false }
  const disk = new PageDisk({ folder, edition: 'this', build: 'one', room: 100_000_000, owner })
  disk.turn('none')
  const { files } = await serve(disk)
  await files.layDown()
  server?.close()
  disk.note('now', new Date())
  const later = new PageDisk({ folder, edition: 'this', build: 'two', room: 100_000_000, owner })
  later.adopt()
  const next = new BuildFiles({
    names: new Set(),
    ask: () => Promise.reject(new Error('it is not this build’s')),
    find: () => Promise.reject(new Error('away')),
    disk: later,
    patience: 1_000,
    publicUrl: 'https://assay.example',
    keepAlive: 5_000,
  })
  server = createServer((request, response) => {
    if (!next.take(request, response, () => response.writeHead(404).end())) response.writeHead(418).end()
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const told = async (address: string) => {
    const answer = await fetch(`http://127.0.0.1:${port}${address}`)
    return [answer.status, answer.headers.get('cache-control'), Buffer.from(await answer.arrayBuffer())]
  }
  const forEver = 'public, max-age=9, immutable'
  expect(await told('/_next/static/a.css')).toEqual([
    200,
    forEver,
    Buffer.from(String(FILES['/_next/static/a.css']?.[1])),
  ])
  expect(await told('/_next/static/a.woff2')).toEqual([200, forEver, FONT])
  expect((await told('/_next/static/gone.css'))[0]).toBe(404)
})

test('what is no file of the build is not for it, and what has gone is told by the program', async () => {
  const { asked, files, get } = await serve()
  for (const address of ['/', '/_next/static/b.js', '/_next/static/', '/_next/static/a.css/'])
    expect((await get(address)).status).toBe(418)
  expect((await get('/_next/static/a.css', { method: 'POST' })).status).toBe(418)
  expect(asked).toEqual([])
  expect((await get('/_next/static/gone.css')).status).toBe(404)
  expect(files.bytesFor({ path: '/_next/static/gone.css', accepted: undefined, known: undefined })).toBeUndefined()
})
