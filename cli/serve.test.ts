import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { isReadable, keepForwarded } from './serve'

function after(headers: Record<string, string>, hops: number): IncomingMessage['headers'] {
  const request = { headers: { ...headers }, socket: { remoteAddress: '192.0.2.9' } } as unknown as IncomingMessage
  keepForwarded(request, hops)
  return request.headers
}

test('without a proxy the peer’s address counts, whatever a stranger wrote', () => {
  expect(
    after({ 'x-forwarded-for': '1.2.3.4', 'x-forwarded-host': 'evil.example', forwarded: 'for=1.2.3.4' }, 0),
  ).toEqual({ 'x-forwarded-for': '192.0.2.9' })
})

test('behind proxies the outermost’s word counts, and what came before it does not', () => {
  expect(after({ 'x-forwarded-for': '1.2.3.4, 203.0.113.5' }, 1)['x-forwarded-for']).toBe('203.0.113.5')
  expect(after({ 'x-forwarded-for': '1.2.3.4, 203.0.113.5, 10.0.0.2' }, 2)['x-forwarded-for']).toBe('203.0.113.5')
  expect(after({}, 2)['x-forwarded-for']).toBe('192.0.2.9')
})

test('an address whose percent signs spell no text is told apart', () => {
  expect(['/', '/incidents/a%2Fb', '/%C3%A9?q=%', undefined].map(isReadable)).toEqual([true, true, true, true])
  expect(['/%', '/incidents/%ED%A0%80', '/desk/%FF'].map(isReadable)).toEqual([false, false, false])
})
