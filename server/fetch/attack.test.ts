import { randomBytes } from 'node:crypto'
import type { RequestListener } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { createServer } from 'node:net'
import type { Socket } from 'node:net'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { certificate } from '@/tests/harness/certificate'
import { ADDRESS, recordingNetwork, serve, serveBytes, serveHttp } from '@/tests/harness/pages'
import type { Site } from '@/tests/harness/pages'
import type { FetchOptions } from './fetched'
import { LIMITS } from './limits'
import { readPage } from './read-page'

const NAMES = { '*': [ADDRESS] }
/** Short enough for a test, long enough for a slow machine to get a page across. */
const BRIEF = { ...LIMITS, time: 250 }
const MEGABYTE = 1024 * 1024
let sites: Site[] = []

/** After every case: no connection was left open, on either side. */
afterEach(async () => {
  for (const site of sites) {
    await site.empty()
    await site.close()
  }
  sites = []
})

async function read(site: Site, url = 'http://news.example.org/article', options: FetchOptions = {}, limits = LIMITS) {
  sites.push(site)
  return readPage(url, recordingNetwork(NAMES, site).network, options, limits)
}

const answers = (listener: RequestListener) => serveHttp(listener)
const html = (body: string | Buffer, headers: Record<string, string> = {}): Promise<Site> =>
  answers((_request, response) => response.writeHead(200, { 'content-type': 'text/html', ...headers }).end(body))
const bytes = (text: string, more: (socket: Socket) => void = (socket) => socket.end()): Promise<Site> =>
  serveBytes((socket) => {
    socket.write(text, 'latin1')
    more(socket)
  })

test('a page comes as it was sent, with what was sent beside it', async () => {
  let asked: unknown
  const site = await answers((request, response) => {
    asked = { headers: request.headers, url: request.url, method: request.method }
    response.writeHead(200, [
      ['Content-Type', 'Text/HTML; Charset="Windows-1251"'],
      ['X-Twice', 'a'],
      ['X-Twice', 'b'],
      ['Set-Cookie', 'a=1'],
    ])
    response.end('<p>text</p>')
  })
  const seen: unknown[] = []
  const page = await read(site, 'http://News.example.org/a b?c=д#e', { onProgress: (progress) => seen.push(progress) })
  expect(page).toMatchObject({
    requestedUrl: 'http://news.example.org/a%20b?c=%D0%B4',
    finalUrl: 'http://news.example.org/a%20b?c=%D0%B4',
    status: 200,
    redirects: [],
    mediaType: 'text/html',
    charset: 'windows-1251',
    certificateSha256: null,
  })
  expect(page.headers.filter(([name]) => name === 'x-twice')).toEqual([
    ['x-twice', 'a'],
    ['x-twice', 'b'],
  ])
  expect(page.bytes.toString()).toBe('<p>text</p>')
  expect(page.decoded.equals(page.bytes)).toBe(true)
  expect(seen.at(-1)).toEqual({ received: 11, total: null })
  expect(asked).toEqual({
    method: 'GET',
    url: '/a%20b?c=%D0%B4',
    headers: {
      host: 'news.example.org',
      'user-agent': expect.stringContaining('Assay'),
      accept: expect.stringContaining('text/html'),
      'accept-encoding': 'identity',
      connection: 'close',
    },
  })
})

test('over TLS the certificate is checked for the name, and its fingerprint kept', async () => {
  const { authority, cert, key } = certificate
  const https = (listener: RequestListener) => serve(createHttpsServer({ cert, key }, listener))
  const names: string[] = []
  const site = await https((request, response) => {
    names.push(String((request.socket as { servername?: unknown }).servername))
    response.writeHead(200, { 'content-type': 'text/html' }).end('<p>safe</p>')
  })
  sites.push(site)
  const trusting = { ...recordingNetwork(NAMES, site).network, authorities: [authority] }
  const page = await readPage('https://secure.example.org/', trusting)
  expect(page.certificateSha256).toMatch(/^[0-9a-f]{64}$/)
  expect(page.decoded.toString()).toBe('<p>safe</p>')
  // By its address: the certificate names it, and no name is sent for it.
  await expect(readPage(`https://${ADDRESS}/`, trusting)).resolves.toMatchObject({ status: 200 })
  expect(names).toEqual(['secure.example.org', 'false'])
  const otherName = readPage('https://other.example.org/', trusting)
  await expect(otherName).rejects.toMatchObject({
    code: 'unreachable',
    message: expect.stringContaining('another name'),
  })
  const stranger = readPage('https://secure.example.org/', recordingNetwork(NAMES, site).network)
  await expect(stranger).rejects.toMatchObject({ code: 'unreachable', message: expect.stringContaining('signed') })
})

test('a site that speaks no TLS where it should ends in words', async () => {
  const site = await bytes('HTTP/1.1 200 OK\r\n\r\nplain')
  await expect(read(site, 'https://news.example.org/')).rejects.toMatchObject({ code: 'unreachable' })
})

test.each([
  ['gzip', gzipSync('<p>text</p>')],
  ['x-gzip', gzipSync('<p>text</p>')],
  ['deflate', deflateSync('<p>text</p>')],
  ['deflate', deflateRawSync('<p>text</p>')],
  ['br', brotliCompressSync('<p>text</p>')],
  ['gzip, br', brotliCompressSync(gzipSync('<p>text</p>'))],
  ['identity', Buffer.from('<p>text</p>')],
  ['gzip', Buffer.concat([gzipSync('<p>text</p>'), Buffer.alloc(100)])],
])('what comes as %s though it was not asked for is read', async (encoding, body) => {
  const page = await read(await html(body, { 'content-encoding': encoding }))
  expect(page.decoded.toString()).toBe('<p>text</p>')
  expect(page.bytes.equals(body)).toBe(true)
})

test('200 KB that open to 200 MB end while they open', async () => {
  // Members one after another, as gzip allows: quicker made than one of 200 MB.
  const bomb = Buffer.concat(Array<Buffer>(200).fill(gzipSync(Buffer.alloc(MEGABYTE))))
  expect(bomb.length).toBeLessThan(210 * 1024)
  const before = process.memoryUsage().arrayBuffers
  for (const [encoding, body] of [
    ['gzip', bomb],
    ['gzip, gzip', gzipSync(bomb)],
  ] as const)
    await expect(read(await html(body, { 'content-encoding': encoding }))).rejects.toMatchObject({
      code: 'too_large',
      message: expect.stringContaining('opens to more than 10 MB'),
    })
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * MEGABYTE)
})

test('what opens to 10 MB is read, and a byte more is not', async () => {
  const just = Buffer.alloc(10 * MEGABYTE, 'a')
  const page = await read(await html(gzipSync(just), { 'content-encoding': 'gzip' }))
  expect(page.decoded.length).toBe(just.length)
  const more = gzipSync(Buffer.alloc(10 * MEGABYTE + 1, 'a'))
  await expect(read(await html(more, { 'content-encoding': 'gzip' }))).rejects.toMatchObject({ code: 'too_large' })
})

test('packed three times over, in an unknown way, or damaged: each ends in words', async () => {
  await expect(read(await html('x', { 'content-encoding': 'gzip, gzip, gzip' }))).rejects.toMatchObject({
    code: 'not_text',
  })
  await expect(read(await html('x', { 'content-encoding': 'compress' }))).rejects.toMatchObject({ code: 'not_text' })
  await expect(read(await html('no gzip', { 'content-encoding': 'gzip' }))).rejects.toMatchObject({
    code: 'unreachable',
  })
  const half = gzipSync(randomBytes(1000)).subarray(0, 500)
  await expect(read(await html(half, { 'content-encoding': 'gzip' }))).rejects.toMatchObject({ code: 'unreachable' })
})

test('more than 5 MB over the wire ends at once, announced or not', async () => {
  const announced = bytes(
    'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 5242881\r\n\r\n',
    () => undefined,
  )
  await expect(read(await announced)).rejects.toMatchObject({ code: 'too_large' })
  let sent = 0
  const endless = await answers((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    const more = (): void => {
      while (!response.destroyed && response.write(Buffer.alloc(MEGABYTE, 'a'))) sent += 1
      response.once('drain', more)
    }
    more()
  })
  await expect(read(endless)).rejects.toMatchObject({ code: 'too_large', message: expect.stringContaining('5 MB') })
  expect(sent).toBeLessThan(40)
})

test('one byte a chunk does not carry more past the limit', async () => {
  const chunks = Buffer.from('1;abcdefghi\r\na\r\n'.repeat(64 * 1024))
  const site = serveBytes((socket) => {
    socket.write('HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ntransfer-encoding: chunked\r\n\r\n')
    const more = (): void => {
      while (!socket.destroyed && socket.write(chunks));
      socket.once('drain', more)
    }
    more()
  })
  await expect(read(await site)).rejects.toMatchObject({ code: 'too_large' })
})

test.each([
  ['never answers', '', 'timed_out'],
  ['never ends its first line', 'HTTP/1.1 200 ', 'timed_out'],
  ['never ends its headers', 'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n', 'timed_out'],
  ['stops in the middle', 'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 100\r\n\r\nhalf', 'timed_out'],
  ['says that it will go on, and does not', 'HTTP/1.1 100 Continue\r\n\r\n', 'timed_out'],
])('a site that %s is given up', async (_name, text, code) => {
  const site = await bytes(text, () => undefined)
  await expect(read(site, undefined, {}, BRIEF)).rejects.toMatchObject({ code })
})

test('hints without end are not waited for', async () => {
  const site = await bytes('HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(1000), () => undefined)
  await expect(read(site, undefined, {}, BRIEF)).rejects.toMatchObject({ code: 'unreachable' })
})

test('a byte now and then is not time well spent', async () => {
  const dripping = answers((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    const drip = (): void => {
      if (!response.destroyed) response.write('a', () => setTimeout(drip, 20))
    }
    drip()
  })
  await expect(read(await dripping, undefined, {}, BRIEF)).rejects.toMatchObject({ code: 'timed_out' })
})

test('redirects that take their time share the same time', async () => {
  const slow = await answers((request, response) => {
    const next = `${request.url ?? ''}x`
    setTimeout(() => response.writeHead(302, { location: next }).end(), 100)
  })
  await expect(read(slow, undefined, {}, BRIEF)).rejects.toMatchObject({ code: 'timed_out' })
})

test.each([
  ['ends before its headers do', 'HTTP/1.1 200 OK\r\n', 'unreachable'],
  ['ends at once', '', 'unreachable'],
  [
    'sends less than it announced',
    'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 100\r\n\r\nhalf',
    'unreachable',
  ],
  ['breaks its last chunk off', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nab', 'unreachable'],
  ['has a negative length', 'HTTP/1.1 200 OK\r\ncontent-length: -5\r\n\r\nhello', 'unreachable'],
  ['has two lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\nhello', 'unreachable'],
  [
    'has a length and chunks',
    'HTTP/1.1 200 OK\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
    'unreachable',
  ],
  [
    'has a chunk of more than can be',
    'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nfffffffffffffffff\r\n',
    'unreachable',
  ],
  ['speaks HTTP/0.9', '<p>hello</p>', 'unreachable'],
  ['speaks something else', 'SSH-2.0-OpenSSH_9.6\r\n', 'unreachable'],
  ['puts a NUL into a header', 'HTTP/1.1 200 OK\r\nx: a\0b\r\n\r\n', 'unreachable'],
  ['folds a header', 'HTTP/1.1 200 OK\r\nx: a\r\n y\r\nno colon\r\n\r\n', 'unreachable'],
  ['has a status of its own', 'HTTP/1.1 999 Denied\r\n\r\n', 'server'],
  ['has no status', 'HTTP/1.1 OK\r\n\r\n', 'unreachable'],
  [
    'changes to another protocol',
    'HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n',
    'unreachable',
  ],
  ['hints without end', 'HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(1000), 'unreachable'],
  [
    'sends 10,000 headers',
    `HTTP/1.1 200 OK\r\n${Array.from({ length: 10_000 }, (_, n) => `x${n}: y\r\n`).join('')}\r\n`,
    'too_large',
  ],
  ['sends one header of 1 MB', `HTTP/1.1 200 OK\r\nx: ${'y'.repeat(MEGABYTE)}\r\n\r\n`, 'too_large'],
  [
    'sends trailers without end',
    `HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n1\r\na\r\n0\r\n${'x: y\r\n'.repeat(20_000)}\r\n`,
    'unreachable',
  ],
])('a site that %s ends in words', async (_name, text, code) => {
  await expect(read(await bytes(text))).rejects.toMatchObject({
    name: 'FetchRefused',
    code,
    message: expect.stringMatching(/\.$/),
  })
})

test('more than was announced is left out', async () => {
  const site = await bytes('HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 4\r\n\r\nhalf of what came')
  const page = await read(site).catch((error: unknown) => error as { code: string })
  if ('code' in page) expect(page.code).toBe('unreachable')
  else expect(page.decoded.toString()).toBe('half')
})

test.each([
  ['to itself', () => '/article', 'circle'],
  ['to another that leads back', (url: string) => (url === '/article' ? '/b' : '/article'), 'circle'],
  ['without end', (url: string) => `${url}a`, 'more than 3'],
])('a page that leads on %s ends in words', async (_name, next, words) => {
  const site = await answers((request, response) =>
    response.writeHead(302, { location: next(request.url ?? '') }).end(),
  )
  await expect(read(site)).rejects.toMatchObject({ code: 'redirects', message: expect.stringContaining(words) })
})

test('three redirects are followed, each told, and nothing is carried along', async () => {
  const asked: unknown[] = []
  const site = await answers((request, response) => {
    asked.push(request.headers)
    const n = Number(request.url?.slice(-1))
    if (n === 3) return void response.writeHead(200, { 'content-type': 'text/plain' }).end('there')
    response.writeHead([301, 307, 308][n] ?? 302, {
      location: `http://b${n}.example.org/page-${n + 1}`,
      'set-cookie': 'a=1',
    })
    response.end('a body that nobody reads'.repeat(1000))
  })
  const page = await read(site, 'http://news.example.org/page-0')
  expect(page.redirects).toEqual([
    { url: 'http://news.example.org/page-0', status: 301 },
    { url: 'http://b0.example.org/page-1', status: 307 },
    { url: 'http://b1.example.org/page-2', status: 308 },
  ])
  expect(page.finalUrl).toBe('http://b2.example.org/page-3')
  for (const headers of asked) expect(headers).not.toHaveProperty('cookie')
  for (const headers of asked) expect(headers).not.toHaveProperty('referer')
})

test('what is in an address cannot become a header', async () => {
  let heads = ''
  const server = await serve(
    createServer((socket) => {
      socket.once('data', (data) => {
        heads += data.toString('latin1')
        socket.end('HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\ncontent-length: 2\r\n\r\nok')
      })
    }),
  )
  await read(server, 'http://news.example.org/a\r\nx-injected: 1\r\n?b=%0d%0ax-injected:%201')
  expect(heads.split('\r\n').filter((line) => line.toLowerCase().startsWith('x-injected'))).toEqual([])
})

test('cancelling ends it at each stage, and at once', async () => {
  const never = {
    resolve: () => new Promise<never>(() => undefined),
    connect: () => new Promise<never>(() => undefined),
  }
  const reason = { code: 'cancelled' }
  await expect(readPage('http://news.example.org/', never, { signal: AbortSignal.abort() })).rejects.toMatchObject(
    reason,
  )
  const control = new AbortController()
  const looking = readPage('http://news.example.org/', never, { signal: control.signal })
  const dialling = readPage(
    'http://news.example.org/',
    { ...never, resolve: () => Promise.resolve([ADDRESS]) },
    { signal: control.signal },
  )
  control.abort()
  await expect(looking).rejects.toMatchObject(reason)
  await expect(dialling).rejects.toMatchObject(reason)
  const silent = await serveBytes(() => midway.abort())
  const midway = new AbortController()
  await expect(read(silent, undefined, { signal: midway.signal })).rejects.toMatchObject(reason)
  const body = new AbortController()
  const endless = await answers((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).write('a')
  })
  await expect(read(endless, undefined, { signal: body.signal, onProgress: () => body.abort() })).rejects.toMatchObject(
    reason,
  )
})

test('a connection that comes too late is closed', async () => {
  const site = await answers(() => undefined)
  const { network } = recordingNetwork(NAMES, site)
  const control = new AbortController()
  let finish: (() => void) | undefined
  const arrived = new Promise<Socket>(
    (resolve) => (finish = () => void network.connect(ADDRESS, 80, control.signal).then(resolve)),
  )
  const late = { ...network, connect: () => arrived }
  const reading = readPage('http://news.example.org/', late, { signal: control.signal })
  await network.resolve('news.example.org', control.signal)
  control.abort()
  await expect(reading).rejects.toMatchObject({ code: 'cancelled' })
  finish?.()
  const socket = await arrived
  if (!socket.destroyed) await new Promise((resolve) => socket.once('close', resolve))
  sites.push(site)
})
