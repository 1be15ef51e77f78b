import path from 'node:path'
import { env } from '@/env'
import { createDiskStore } from './store/disk'
import type { Store } from './store/kind'

export { StoredBytesAltered, StoredBytesMissing, StoreUnavailable } from './store/fault'

const known = new Map<string, Store>()

/** Where captured files are kept, by their hash (docs/decisions/0027). */
export function store(): Store {
  const folder = path.resolve(env().DATA_DIR, 'captures')
  const found = known.get(folder) ?? createDiskStore(folder)
  known.set(folder, found)
  return found
}
