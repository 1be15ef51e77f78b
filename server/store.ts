import path from 'node:path'
import { env } from '@/env'
import { log } from './log'
import { createDiskStore } from './store/disk'
import { StoreFault } from './store/fault'
import type { Store } from './store/kind'
import { createS3Store, type Bucket } from './store/s3'

export { StoredBytesAltered, StoredBytesMissing, StoreUnavailable } from './store/fault'

const known = new Map<string, Store>()

/** Where captured files are kept, by their hash (docs/decisions/0027): in a bucket where one is set, else on disk. */
export function store(): Store {
  const bucket = configuredBucket()
  const folder = path.resolve(env().DATA_DIR, 'captures')
  const key = JSON.stringify(bucket ?? folder)
  const found = known.get(key) ?? heard(bucket === null ? createDiskStore(folder) : createS3Store(bucket))
  known.set(key, found)
  return found
}

/** The bucket of an S3-compatible store that the environment names. */
export function configuredBucket(): Bucket | null {
  const { S3_BUCKET, S3_ENDPOINT, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, S3_PATH_STYLE } = env()
  if (S3_BUCKET === undefined || S3_ENDPOINT === undefined) return null
  if (S3_ACCESS_KEY_ID === undefined || S3_SECRET_ACCESS_KEY === undefined) return null
  return {
    endpoint: S3_ENDPOINT,
    bucket: S3_BUCKET,
    region: S3_REGION,
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
    isPathStyle: S3_PATH_STYLE,
  }
}

/** What is wrong with the store is for the log too: somebody has to mend it. */
function heard(kept: Store): Store {
  const hear = async <T>(step: Promise<T>): Promise<T> => {
    try {
      return await step
    } catch (error) {
      if (error instanceof StoreFault) log.error('a captured file', error.facts)
      throw error
    }
  }
  return {
    ...kept,
    put: (bytes) => hear(kept.put(bytes)),
    get: (sha256) => hear(kept.get(sha256)),
    remove: (sha256) => hear(kept.remove(sha256)),
  }
}
