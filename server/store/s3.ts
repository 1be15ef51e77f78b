import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { S3mini, S3ServiceError } from 's3mini'
import { StoredBytesAltered, StoredBytesMissing, StoreUnavailable } from './fault'
import { keyOf, type Store } from './kind'

export type Bucket = {
  /** Without a path. */
  endpoint: string
  bucket: string
  region: string
  accessKeyId: string
  secretAccessKey: string
  /** The bucket stands in the path, and not before the host. */
  isPathStyle: boolean
}

/** Milliseconds for one request, the largest capture included: a transaction waits for it. */
const PATIENCE = 20_000
/** Each of these requests does the same when it is sent again. */
const ATTEMPTS = 3
const PAGE = 1_000

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes)

/** Captured files in a bucket of an S3-compatible store, under the names that they have on a disk. */
export function createS3Store(of: Bucket, pause = 200): Store {
  const s3 = new S3mini({
    endpoint: addressOf(of),
    region: of.region,
    accessKeyId: of.accessKeyId,
    secretAccessKey: of.secretAccessKey,
    requestAbortTimeout: PATIENCE,
    // Nothing that is signed goes anywhere but to the store that was configured.
    fetch: (url, init) => fetch(url, { ...init, redirect: 'error' }),
  })
  const ask = <T>(step: () => Promise<T>): Promise<T> => persist(step, pause)

  const put = async (bytes: Uint8Array): Promise<string> => {
    const sha256 = hashOf(bytes).digest('hex')
    // The store refuses what did not arrive as it was sent, where it knows this header.
    const checksum = { 'x-amz-checksum-sha256': hashOf(bytes).digest('base64') } as const
    const type = 'application/octet-stream'
    await ask(() => s3.putObject(keyOf(sha256), Buffer.from(bytes), type, undefined, checksum, bytes.byteLength))
    return sha256
  }

  const get = async (sha256: string): Promise<Buffer> => {
    const key = keyOf(sha256)
    const found = await ask(() => s3.getObjectArrayBuffer(key))
    if (found === null) throw new StoredBytesMissing(sha256)
    const bytes = Buffer.from(found)
    if (hashOf(bytes).digest('hex') !== sha256) throw new StoredBytesAltered(sha256)
    return bytes
  }

  const has = async (sha256: string): Promise<boolean> => {
    const key = keyOf(sha256)
    return (await ask(() => s3.objectExists(key))) === true
  }

  const remove = async (sha256: string): Promise<void> => {
    const key = keyOf(sha256)
    await ask(() => s3.deleteObject(key))
  }

  async function* list(): AsyncGenerator<string> {
    let token: string | undefined
    do {
      const page = await ask(() => s3.listObjectsPaged('/', '', PAGE, token))
      if (page === null || page === undefined) throw new StoreUnavailable('there is no such bucket', 'NoSuchBucket')
      for (const { Key } of page.objects ?? []) {
        const [sha256] = /(?<=^..\/..\/)[0-9a-f]{64}$/.exec(Key) ?? []
        if (sha256 !== undefined) yield sha256
      }
      token = page.nextContinuationToken
    } while (token !== undefined)
  }

  // An object is there whole or not at all: there is nothing to sweep.
  return { put, get, has, remove, list, sweep: () => Promise.resolve() }
}

function addressOf({ endpoint, bucket, isPathStyle }: Bucket): string {
  const url = new URL(endpoint)
  if (isPathStyle) url.pathname = `/${bucket}`
  else url.hostname = `${bucket}.${url.hostname}`
  return url.href
}

async function persist<T>(step: () => Promise<T>, pause: number): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await step()
    } catch (error) {
      const isRefused = error instanceof S3ServiceError && error.status < 500 && error.status !== 429
      if (isRefused || attempt === ATTEMPTS) throw inWords(error)
      await sleep(pause * attempt)
    }
  }
}

/** What the service said may repeat keys and addresses: its code is enough. */
function inWords(error: unknown): Error {
  if (!(error instanceof S3ServiceError))
    return new StoreUnavailable('the service that holds them does not answer', codeOf(error))
  const code = `${error.status} ${error.serviceCode ?? ''}`.trim()
  if (error.status === 401 || error.status === 403)
    return new StoreUnavailable('the service that holds them refuses its keys', code)
  if (error.status === 404) return new StoreUnavailable('there is no such bucket', code)
  return new StoreUnavailable('the service that holds them answered with an error', code)
}

function codeOf(error: unknown): string {
  const { code, cause, name } = error as { code?: unknown; cause?: { code?: unknown }; name?: unknown }
  return String(code ?? cause?.code ?? name)
}
