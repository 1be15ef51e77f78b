import { expect, test } from 'vitest'
import { readHead } from './head'

const read = (...lines: string[]) => readHead(Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'))
const GET = 'GET /method HTTP/1.1'
const HOST = 'Host: a.example'

test('a plain request is read', () => {
  expect(read(GET, HOST)).toEqual({ path: '/method', accepted: undefined, known: undefined })
  expect(
    read(
      'GET /incidents/a?v=1 HTTP/1.1',
      'hOST: a',
      'Connection: Keep-Alive',
      'ACCEPT-ENCODING:  gzip, br ',
      'If-None-Match: "x"',
    ),
  ).toEqual({ path: '/incidents/a?v=1', accepted: 'gzip, br', known: '"x"' })
})

test.each([
  ['no host', [GET]],
  ['no header', [GET, '']],
  ['two hosts', [GET, HOST, HOST]],
  ['a host that is none', [GET, 'Host: <a>']],
  ['what decides twice', [GET, HOST, 'Accept-Encoding: br', 'accept-encoding: gzip']],
  ['another method', ['HEAD /method HTTP/1.1', HOST]],
  ['a method in small letters', ['get /method HTTP/1.1', HOST]],
  ['another version', ['GET /method HTTP/1.0', HOST]],
  ['a whole address', ['GET http://a.example/method HTTP/1.1', HOST]],
  ['a star', ['GET * HTTP/1.1', HOST]],
  ['two blanks', ['GET  /method HTTP/1.1', HOST]],
  ['a length', [GET, HOST, 'Content-Length: 0']],
  ['a transfer coding', [GET, HOST, 'Transfer-Encoding: chunked']],
  ['a connection that ends', [GET, HOST, 'Connection: close']],
  ['a connection with more to say', [GET, HOST, 'Connection: keep-alive, te']],
  ['an upgrade', [GET, HOST, 'Upgrade: h2c']],
  ['what is expected first', [GET, HOST, 'Expect: 100-continue']],
  ['a proxy’s connection', [GET, HOST, 'Proxy-Connection: close']],
  ['a trailer', [GET, HOST, 'Trailer: x']],
  ['a blank before the colon', [GET, HOST, 'Transfer-Encoding : chunked']],
  ['a folded line', [GET, HOST, ' x: y']],
  ['no blank after the colon', [GET, HOST, 'X:y']],
  ['no value', [GET, HOST, 'X:']],
  ['a tab', [GET, HOST, 'X: a\tb']],
  ['a zero', [GET, HOST, 'X: a\0b']],
  ['what is not ASCII', [GET, HOST, 'X: ü']],
  ['a lone line feed', [GET, HOST, 'X: a\nTransfer-Encoding: chunked']],
  ['a lone return', [GET, HOST, 'X: a\rb']],
  ['more after it', [GET, HOST, '', 'GET / HTTP/1.1', HOST]],
  ['too much', [GET, HOST, `X: ${'a'.repeat(8_192)}`]],
])('with %s it is left to the parser', (_, lines) => expect(read(...lines)).toBeUndefined())

test('a part of one is left to the parser, wherever it is cut', () => {
  const whole = Buffer.from(`${GET}\r\n${HOST}\r\n\r\n`)
  for (let at = 0; at < whole.length; at++) expect(readHead(whole.subarray(0, at))).toBeUndefined()
  for (let at = 1; at < whole.length; at++) expect(readHead(whole.subarray(at))).toBeUndefined()
})
