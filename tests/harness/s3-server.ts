import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the server is asked for, and what a store must find in an answer. */
export type S3Server = {
  endpoint: string
  objects: Map<string, Buffer>
  /** The next so many requests are answered with 503. */
  failing: number
  asked: string[]
  close: () => Promise<void>
}

export const S3_KEYS = { accessKeyId: 'TESTKEY', secretAccessKey: 'only for tests/+=' } as const
const BUCKET = 'captures'

/**
 * A bucket over HTTP, after Amazon's documents: checks each request's Signature Version 4 and a sent SHA-256, lists by
 * pages. For there is none from npm to test against: s3rver 3.7.1 takes any key, and cannot list on today's Node.
 */
export async function startS3(page = 1_000): Promise<S3Server> {
  const state: S3Server = { endpoint: '', objects: new Map(), failing: 0, asked: [], close: () => Promise.resolve() }
  const server = createServer((request, response) => void answer(state, page, request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  state.endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  state.close = () =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return state
}

type Reply = { status: number; body?: Buffer | string }

async function answer(state: S3Server, page: number, request: IncomingMessage, response: ServerResponse) {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  const url = new URL(request.url ?? '/', state.endpoint)
  state.asked.push(`${request.method ?? ''} ${url.pathname}`)
  const { status, body = '' } = replyTo(state, page, { request, url, body: Buffer.concat(parts) })
  response.writeHead(status, {
    'content-type': typeof body === 'string' ? 'application/xml' : 'application/octet-stream',
  })
  response.end(body)
}

type Asked = { request: IncomingMessage; url: URL; body: Buffer }

function replyTo(state: S3Server, page: number, { request, url, body }: Asked): Reply {
  if (state.failing > 0) {
    state.failing -= 1
    return { status: 503, body: fault('SlowDown') }
  }
  if (!isSigned(request, url)) return { status: 403, body: fault('SignatureDoesNotMatch') }
  const [, bucket, key] = /^\/([^/]+)\/?(.*)$/.exec(url.pathname) ?? []
  if (bucket !== BUCKET) return { status: 404, body: fault('NoSuchBucket') }
  if (key === '' || key === undefined) return { status: 200, body: listing(state, page, url) }
  const there = state.objects.get(key)
  switch (request.method) {
    case 'PUT': {
      const sum = request.headers['x-amz-checksum-sha256']
      if (sum !== createHash('sha256').update(body).digest('base64')) return { status: 400, body: fault('BadDigest') }
      state.objects.set(key, body)
      return { status: 200 }
    }
    case 'DELETE':
      state.objects.delete(key)
      return { status: 204 }
    default:
      return there === undefined ? { status: 404, body: fault('NoSuchKey') } : { status: 200, body: there }
  }
}

function listing(state: S3Server, page: number, url: URL): string {
  const after = url.searchParams.get('continuation-token') ?? ''
  const keys = [...state.objects.keys()].sort().filter((key) => key > after)
  const shown = keys.slice(0, page)
  const next = keys.length > page ? `<NextContinuationToken>${shown.at(-1) ?? ''}</NextContinuationToken>` : ''
  const contents = shown.map((key) => `<Contents><Key>${key}</Key><Size>1</Size></Contents>`).join('')
  return `<?xml version="1.0" encoding="UTF-8"?><ListBucketResult><Name>${BUCKET}</Name><KeyCount>${shown.length}</KeyCount><IsTruncated>${next !== ''}</IsTruncated>${contents}${next}</ListBucketResult>`
}

const fault = (code: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`

const hmac = (key: Buffer | string, text: string) => createHmac('sha256', key).update(text).digest()

/** Amazon, "Authenticating Requests (AWS Signature Version 4)". */
function isSigned(request: IncomingMessage, url: URL): boolean {
  const given = /Credential=([^/]+)\/([^,]+), ?SignedHeaders=([^,]+), ?Signature=(\w+)/.exec(
    request.headers.authorization ?? '',
  )
  const [, keyId, scope = '', names = '', signature] = given ?? []
  const { headers } = request
  const query = [...url.searchParams].map(([name, value]) => [name, value].map(encodeURIComponent).join('=')).sort()
  const signed = names.split(';').map((name) => `${name}:${String(headers[name] ?? '').trim()}\n`)
  const canonical = [
    request.method ?? '',
    url.pathname,
    query.join('&'),
    signed.join(''),
    names,
    String(headers['x-amz-content-sha256'] ?? ''),
  ].join('\n')
  const hashed = createHash('sha256').update(canonical).digest('hex')
  const text = ['AWS4-HMAC-SHA256', String(headers['x-amz-date'] ?? ''), scope, hashed].join('\n')
  const key = scope.split('/').reduce<Buffer | string>((by, part) => hmac(by, part), `AWS4${S3_KEYS.secretAccessKey}`)
  return keyId === S3_KEYS.accessKeyId && signature === hmac(key, text).toString('hex')
}
