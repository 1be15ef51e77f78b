import { createServer } from 'node:http'
import type { RequestListener } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { guardsMissing } from '../tests/harness/guards'
import { answerFaults, guarded, namesOneHost } from './strict'

async function serve(listener: RequestListener) {
  const limits = { headersTimeout: 200, requestTimeout: 200, connectionsCheckingInterval: 20 }
  const server = createServer({ requireHostHeader: false, ...limits }, listener)
  answerFaults(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  /** What comes back for these bytes, and for `then` once something came, until the line is closed. */
  return (bytes: string, then?: string): Promise<string> =>
    new Promise((resolve) => {
      let said = ''
      const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
      socket.on('data', (chunk) => (said += chunk.toString('latin1')))
      if (then !== undefined) socket.once('data', () => socket.write(then))
      socket.on('error', () => resolve(said))
      socket.on('close', () => resolve(said))
    })
}

const HOST = 'Host: a\r\n'

test.each([
  ['what is no request', 'junk\r\n\r\n', '400 Bad Request'],
  ['a method of nobody', `FOO / HTTP/1.1\r\n${HOST}\r\n`, '400 Bad Request'],
  ['two lengths', `POST / HTTP/1.1\r\n${HOST}Content-Length: 1\r\nContent-Length: 2\r\n\r\n`, '400 Bad Request'],
  [
    'headers of 20 KB',
    `GET / HTTP/1.1\r\n${HOST}X: ${'a'.repeat(20_000)}\r\n\r\n`,
    '431 Request Header Fields Too Large',
  ],
  ['what never ends', `GET / HTTP/1.1\r\n${HOST}`, '408 Request Timeout'],
  ['an expectation', `POST / HTTP/1.1\r\n${HOST}Expect: much\r\nConnection: close\r\n\r\n`, '417 Expectation Failed'],
  ['a tunnel', `CONNECT a:1 HTTP/1.1\r\n${HOST}\r\n`, '405 Method Not Allowed'],
])('%s is refused with every header that guards an answer', async (_, bytes, status) => {
  const ask = await serve((_request, response) => response.end('taken'))
  const said = await ask(bytes)
  expect(said.split('\r\n', 1)).toEqual([`HTTP/1.1 ${status}`])
  const [head = '', body = ''] = said.split('\r\n\r\n')
  expect(guardsMissing((name) => head.toLowerCase().includes(`\r\n${name}: `))).toEqual([])
  expect(body).toMatch(/^[A-Z][^<]+\.\n$/)
})

test('a fault in the middle of another answer adds nothing to it', async () => {
  const ask = await serve((_request, response) => void response.writeHead(200).write('half'))
  const said = await ask(`GET / HTTP/1.1\r\n${HOST}\r\n`, 'junk\r\n\r\n')
  expect(said.match(/HTTP\/1\.1/g)).toHaveLength(1)
})

test('what names its host other than once, or by what is none, is told apart', () => {
  const asked = (rawHeaders: string[], httpVersion = '1.1') => namesOneHost({ rawHeaders, httpVersion })
  expect(asked(['Host', 'assay.example:80', 'Accept', '*/*'])).toBe(true)
  expect(asked(['host', '[::1]:3000'])).toBe(true)
  expect(asked(['Host', 'a', 'HOST', 'b'])).toBe(false)
  expect(asked(['Host', 'a', 'Host', 'a'])).toBe(false)
  for (const host of ['a b', 'a/b', 'a@b', '<a>', 'a\\b']) expect(asked(['Host', host]), host).toBe(false)
  expect([asked([]), asked([], '1.0')]).toEqual([false, true])
})

test('an answer that says nothing of what may run lets nothing run, and one that does keeps its word', async () => {
  const ask = await serve(
    guarded((request, response) => {
      if (request.url === '/own') response.setHeader('Content-Security-Policy', 'own')
      response.statusCode = 405
      response.end(String(request.headers['next-action']))
    }),
  )
  const of = (path: string) => ask(`GET ${path} HTTP/1.1\r\n${HOST}Next-Action: x\r\nConnection: close\r\n\r\n`)
  const bare = await of('/api/intake')
  expect(guardsMissing((name) => bare.toLowerCase().includes(`\r\n${name}: `))).toEqual([])
  expect(bare).toContain("Content-Security-Policy: default-src 'none'; base-uri 'none'")
  expect(bare).toMatch(/undefined$/)
  expect((await of('/own')).match(/Content-Security-Policy: .*/g)).toEqual(['Content-Security-Policy: own'])
})
