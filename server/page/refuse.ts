import type { ServerResponse } from 'node:http'
import { env } from '@/env'
import { securityHeaders } from '../security-headers'

/** Answers a request that nothing was made for, in one line, before anything behind it is asked. */
export function refuse(response: ServerResponse, status: 400 | 405, line: string, more?: Record<string, string>): void {
  const isHttps = env().PUBLIC_URL.startsWith('https:')
  response.writeHead(status, {
    ...securityHeaders('/', { zone: 'api', nonce: '', isDevelopment: false, isHttps }),
    'Cache-Control': 'no-store',
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': Buffer.byteLength(line),
    ...more,
  })
  response.end(line)
}
