import type { ServerResponse } from 'node:http'
import { env } from '@/env'
import { securityHeaders } from '../security-headers'

type Status = 400 | 405 | 417 | 503

const headersOf = (line: string, more: Record<string, string>): Record<string, string> => ({
  ...securityHeaders('/', {
    zone: 'api',
    nonce: '',
    isDevelopment: false,
    isHttps: env().PUBLIC_URL.startsWith('https:'),
  }),
  'Cache-Control': 'no-store',
  'Content-Type': 'text/plain; charset=utf-8',
  'Content-Length': String(Buffer.byteLength(line)),
  ...more,
})

/** Answers a request that nothing was made for, in one line, before anything behind it is asked. */
export function refuse(
  response: ServerResponse,
  status: Status,
  line: string,
  more: Record<string, string> = {},
): void {
  response.writeHead(status, headersOf(line, more))
  response.end(line)
}

/** The same for what is no request: as it goes over the line. @param status with its words */
export function refusal(status: string, line: string): string {
  const headers = Object.entries(headersOf(line, { Date: new Date().toUTCString(), Connection: 'close' }))
  const head = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  return `HTTP/1.1 ${status}\r\n${head}\r\n${line}`
}
