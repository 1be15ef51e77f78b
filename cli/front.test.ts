import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { Agent, createServer, request as ask } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { connect } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { setImmediate as breath } from 'node:timers/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readHead } from '@/server/page/head'
import { Pages } from '@/server/page/serve'
import { lettingGo, putBefore, type Front } from './front'

const GET = 'GET /method HTTP/1.1\r\nHost: a.example\r\nAccept-Encoding: gzip\r\n\r\n'
const LARGE = randomBytes(6_000_000)

type Place = { server: Server; port: number; open: Set<Socket>; front: Front | undefined; written: () => number }
let bare: Place
let fronted: Place
const places: Place[] = []

/** A server of pages that are all there, with a front before its parser or without one. */
async function place(isFronted: boolean): Promise<Place> {
  const pages = new Pages(
    (request, response) => {
      const isPicture = request.url?.endsWith('.png')
      response.writeHead(200, { 'content-type': isPicture ? 'image/png' : 'text/html; charset=utf-8' })
      response.end(isPicture ? LARGE : `<p>Ünlü ${'x'.repeat(2_000)}</p>`)
    },
    {
      freshness: {
        known: () => 1,
        ask: () => Promise.resolve(1),
        sureOf: (_, at) => at,
        stateOf: () => undefined,
        changesIn: () => undefined,
      },
      room: 20_000_000,
      publicUrl: 'http://assay.example',
      keepAlive: 5_000,
    },
  )
  for (const path of ['/method', '/incidents/a/card.png']) await pages.prepare(path, new Date())
  const server = createServer((request, response) => {
    if (!pages.takeHeld(request, response)) echo(request, response)
  })
  let written = 0
  const front = isFronted
    ? putBefore(server, (chunk) => {
        const head = readHead(chunk)
        const bytes = head && pages.bytesFor(head)
        if (bytes !== undefined) written++
        return bytes
      })
    : undefined
  const open = new Set<Socket>()
  server.on('connection', (socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const made = { server, port: (server.address() as AddressInfo).port, open, front, written: () => written }
  places.push(made)
  return made
}

/** What a program behind the parser has understood. */
function echo(request: IncomingMessage, response: ServerResponse): void {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', () => {
    response.writeHead(404, { 'content-type': 'application/json' })
    response.end(JSON.stringify([request.method, request.url, request.rawHeaders, Buffer.concat(parts).toString()]))
  })
}

/** Sends these chunks, each by itself, and no more; everything that comes back, but for the dates. */
async function say(port: number, ...chunks: (string | Buffer)[]): Promise<string> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  const parts: Buffer[] = []
  socket.on('data', (part: Buffer) => parts.push(part))
  socket.on('error', () => undefined)
  const closed = new Promise((resolve) => socket.once('close', resolve))
  await once(socket, 'connect')
  for (const chunk of chunks) {
    socket.write(typeof chunk === 'string' ? Buffer.from(chunk, 'latin1') : chunk)
    for (let breaths = 0; breaths < 4; breaths++) await breath()
  }
  socket.end()
  await closed
  return Buffer.concat(parts)
    .toString('latin1')
    .replaceAll(/\r\nDate: [^\r]+/g, '')
}

async function isAlike(...chunks: (string | Buffer)[]): Promise<string> {
  const [expected, said] = await Promise.all([say(bare.port, ...chunks), say(fronted.port, ...chunks)])
  expect(said).toBe(expected)
  return said
}

const answers = (said: string): number[] => [...said.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => Number(status))

beforeAll(async () => {
  bare = await place(false)
  fronted = await place(true)
})
afterAll(() => {
  for (const { server, front } of places) {
    server.close()
    front?.cut()
    server.closeAllConnections()
  }
})

test('what the front answers is to the byte what the parser and the program answer', async () => {
  const begun = fronted.written()
  const said = await isAlike(GET)
  const etag = /ETag: (\S+)/.exec(said)?.[1] ?? ''
  expect(answers(said)).toEqual([200])
  for (const accepted of ['br', 'gzip', 'identity', 'gzip;q=0', '  br  ']) await isAlike(GET.replace('gzip', accepted))
  expect(answers(await isAlike(GET.replace('\r\n\r\n', `\r\nIf-None-Match: W/"x", ${etag}\r\n\r\n`)))).toEqual([304])
  expect(answers(await isAlike(GET, GET, GET))).toEqual([200, 200, 200])
  expect(fronted.written() - begun).toBe(10)
})

test('a request that comes in two pieces, cut anywhere, gets the same answer', async () => {
  const whole = await isAlike(GET)
  const cuts = Array.from({ length: GET.length - 1 }, (_, at) => at + 1)
  const said = await Promise.all(cuts.map((at) => say(fronted.port, GET.slice(0, at), GET.slice(at))))
  expect(new Set(said)).toEqual(new Set([whole]))
  const after = await Promise.all(cuts.map((at) => say(fronted.port, GET, GET.slice(0, at), GET.slice(at))))
  expect(new Set(after)).toEqual(new Set([whole + whole]))
})

const POST = 'POST /api HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello'
const withLines = (...lines: string[]) => `GET /method HTTP/1.1\r\nHost: a\r\n${lines.join('\r\n')}\r\n\r\n`

test.each<[string, string[]]>([
  ['a pipelined pair', [GET + GET]],
  ['a pair and a half', [GET + GET + GET.slice(0, 20), GET.slice(20)]],
  ['kept alive, then a pipelined pair', [GET, GET + POST, GET]],
  ['kept alive, then POST', [GET, POST, GET]],
  ['kept alive, then POST in pieces', [GET, POST.slice(0, -3), POST.slice(-3), GET]],
  ['kept alive, then what is not there', [GET, GET.replace('method', 'nothing'), GET]],
  ['HEAD', [GET.replace('GET', 'HEAD'), GET]],
  ['one that says it is the last', [withLines('Connection: close'), GET]],
  ['a body where none is due', [withLines('Content-Length: 5') + 'GET /', GET]],
  ['a length of nothing', [withLines('Content-Length: 0'), GET]],
  ['chunks where none are due', [`${withLines('Transfer-Encoding: chunked')}5\r\nhello\r\n0\r\n\r\n`, GET]],
  ['a body that comes by itself', [withLines(`Content-Length: ${GET.length}`), GET, GET]],
  ['chunks that come by themselves', [withLines('Transfer-Encoding: chunked'), '0\r\n\r\n', GET]],
  ['a length and chunks', [`${withLines('Content-Length: 4', 'Transfer-Encoding: chunked')}0\r\n\r\n${POST}`]],
  ['two lengths', [`${withLines('Content-Length: 5', 'Content-Length: 0')}hello`, GET]],
  ['a coding that nobody knows', [`${withLines('Transfer-Encoding: xchunked')}0\r\n\r\n`, GET]],
  ['a blank before the colon', [`${withLines('Transfer-Encoding : chunked')}0\r\n\r\n`, GET]],
  ['a folded coding', [`${withLines('Transfer-Encoding:', ' chunked')}0\r\n\r\n`, GET]],
  ['a coding after a lone line feed', [`${withLines('X: a\nTransfer-Encoding: chunked')}0\r\n\r\n`, GET]],
  ['lone line feeds', [GET.replaceAll('\r\n', '\n')]],
  ['lone returns', [GET.replaceAll('\r\n', '\r')]],
  ['a zero', [withLines('X: a\0b')]],
  ['letters that are not ASCII', [withLines('X: \xfc'), GET]],
  ['empty values', [withLines('X:', 'Y: ', 'Z:a'), GET]],
  ['no host', ['GET /method HTTP/1.1\r\nX: y\r\n\r\n']],
  ['no header', ['GET /method HTTP/1.1\r\n\r\n']],
  ['two hosts', [withLines('Host: b'), GET]],
  ['HTTP/1.0', [GET.replace('1.1', '1.0'), GET]],
  ['HTTP/2', ['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n']],
  ['a whole address', [GET.replace('/method', 'http://a.example/method'), GET]],
  ['empty lines before it', [`\r\n\r\n${GET}`, GET]],
  ['what comes first', [withLines('Expect: 100-continue'), GET]],
  ['an upgrade', [withLines('Connection: upgrade', 'Upgrade: h2c'), GET]],
  ['too many headers', [withLines(...Array.from({ length: 3_000 }, (_, at) => `X${at}: y`))]],
  ['a header of 20 KB', [withLines(`X: ${'y'.repeat(20_000)}`)]],
  ['nothing', []],
  ['no HTTP', ['\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03']],
])('%s is to the byte what the parser makes of it', async (_, chunks) => void (await isAlike(...chunks)))

test('a plain request with any byte changed, put in or taken out is what the parser makes of it', async () => {
  const whole = GET.replace('\r\n\r\n', '\r\nConnection: keep-alive\r\nTE: a\r\n\r\n')
  const byte = fc.oneof(fc.constantFrom(10, 13, 32, 9, 58, 0), fc.integer({ min: 0, max: 255 }))
  const edit = fc.tuple(fc.nat(whole.length - 1), fc.constantFrom(0, 1), byte, fc.boolean())
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 3 }), async (edits) => {
      const bytes = [...Buffer.from(whole)]
      for (const [at, taken, put, isPut] of edits) bytes.splice(at, taken, ...(isPut ? [put] : []))
      await isAlike(Buffer.from(bytes), GET)
    }),
    { numRuns: 300 },
  )
})

/** A connection that is open, as its reader and as the server has it. */
async function line({ port, open, server }: Place): Promise<{ reader: Socket; socket: Socket }> {
  const accepted = once(server, 'connection') as Promise<[Socket]>
  const reader = connect({ port, host: '127.0.0.1' })
  reader.on('error', () => undefined)
  const [socket] = await accepted
  expect(open.has(socket)).toBe(true)
  return { reader, socket }
}

const PICTURE = 'GET /incidents/a/card.png HTTP/1.1\r\nHost: a\r\n\r\n'

test('a reader who takes nothing is sent one answer; what else he asks for waits, and comes', async () => {
  const { reader, socket } = await line(fronted)
  const begun = fronted.written()
  reader.pause()
  const asked = 4
  for (let count = 0; count < asked; count++) {
    reader.write(PICTURE)
    await breath()
    while (fronted.written() === begun) await breath()
  }
  expect(fronted.written() - begun).toBe(1)
  expect(socket.writableLength).toBeLessThanOrEqual(LARGE.length + 2_000)
  let length = 0
  reader.on('data', (part: Buffer) => (length += part.length))
  reader.resume()
  while (length < asked * LARGE.length) await once(reader, 'data')
  reader.destroy()
})

test('a reader who goes in the middle of an answer is forgotten', async () => {
  const { reader, socket } = await line(fronted)
  reader.pause()
  reader.write(PICTURE)
  while (socket.writableLength === 0) await breath()
  const gone = new Promise((resolve) => socket.once('close', resolve))
  reader.resetAndDestroy()
  await gone
  expect(fronted.open.has(socket)).toBe(false)
})

test('who says nothing is let go, before a first request and after an answer; who was given to the parser is its own', async () => {
  const own = await place(true)
  own.server.keepAliveTimeout = 40
  own.server.headersTimeout = 60
  const silent = await line(own)
  const answered = await line(own)
  answered.reader.resume().write(GET)
  await Promise.all([once(silent.reader.resume(), 'close'), once(answered.reader, 'close')])
  const given = await line(own)
  given.reader.write('POST /api HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhe')
  while (given.socket.listenerCount('timeout') === 0 || given.socket.timeout !== 0) await breath()
  given.reader.write('llo')
  await once(given.reader, 'data')
  given.reader.destroy()
})

test('at the end an idle connection is closed at once, and an answer that is on its way is ended', async () => {
  const own = await place(true)
  const idle = await line(own)
  idle.reader.write(GET)
  await once(idle.reader, 'data')
  const slow = await line(own)
  slow.reader.pause()
  slow.reader.write(PICTURE)
  while (slow.socket.writableLength === 0) await breath()
  const closed = new Promise((resolve) => own.server.close(resolve))
  own.front?.close()
  await once(idle.reader, 'close')
  let length = 0
  slow.reader.on('data', (part: Buffer) => (length += part.length)).resume()
  await closed
  await once(slow.reader, 'close')
  expect(length).toBeGreaterThan(LARGE.length)
})

test('many connections that say nothing are held, cost no parser, and are gone when they go', async () => {
  const own = await place(true)
  const lines = Array.from({ length: 500 }, () => connect({ port: own.port, host: '127.0.0.1' }))
  await Promise.all(lines.map((reader) => once(reader, 'connect')))
  while (own.open.size < lines.length) await breath()
  expect(answers(await say(own.port, GET))).toEqual([200])
  const closed = new Promise((resolve) => own.server.close(resolve))
  own.front?.close()
  await Promise.all([closed, ...lines.map((reader) => once(reader.resume(), 'close'))])
})

test('a connection that the parser has is let go after a hundred pages, so that the next begins before it again', async () => {
  const take = lettingGo((request, response) => {
    if (request.url !== '/held') return false
    response.writeHead(200, ['Content-Length', '2']).end('ok')
    return true
  })
  const server = createServer((request, response) => {
    if (!take(request, response)) response.end('else')
  })
  const connections = new Set<Socket>()
  server.on('connection', (socket) => connections.add(socket))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const { port } = server.address() as AddressInfo
  const get = async (path: string) => {
    const sent = ask({ port, path, agent, host: '127.0.0.1' }).end()
    const [response] = (await once(sent, 'response')) as [IncomingMessage]
    await once(response.resume(), 'end')
    return response.headers.connection
  }
  const said = async (times: number, path: string) => {
    const all = new Set<string | undefined>()
    for (let time = 0; time < times; time++) all.add(await get(path))
    return [...all]
  }
  expect(await said(150, '/else')).toEqual(['keep-alive'])
  expect(await said(99, '/held')).toEqual(['keep-alive'])
  expect(connections.size).toBe(1)
  expect(await get('/held')).toBe('close')
  expect(await said(10, '/held')).toEqual(['keep-alive'])
  expect(connections.size).toBe(2)
  agent.destroy()
  server.close()
})
