import path from 'node:path'
import { env } from '@/env'
import { log } from './log'
import { createDiskStore } from './store/disk'
import { StoreFault } from './store/fault'
import type { Store } from './store/kind'

export { StoredBytesAltered, StoredBytesMissing, StoreUnavailable } from './store/fault'

const known = new Map<string, Store>()

/** Where captured files are kept, by their hash (docs/decisions/0027). */
export function store(): Store {
  const folder = path.resolve(env().DATA_DIR, 'captures')
  const found = known.get(folder) ?? heard(createDiskStore(folder))
  known.set(folder, found)
  return found
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
