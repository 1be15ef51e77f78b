import type { Db } from '../db/client'
import { takePlace } from '../db/local/place'
import { env, setEnv, SetupError } from '../env'
import { configuredBucket, store, StoreUnavailable } from '../server/store'
import { moveBytesIn } from '../server/store/move-in'
import type { Machine } from './machine'
import { root } from './root'

/** Makes known where captured files are kept: in the data folder as it really is, links followed. */
export function settleData({ local }: Machine, say: (line: string) => void): void {
  if (configuredBucket() !== null) return
  try {
    setEnv({ DATA_DIR: (local?.place ?? takePlace(env().DATA_DIR, root)).data })
  } catch (error) {
    // Reading what is published needs no file: whoever is about to keep one is told.
    if (!(error instanceof SetupError)) throw error
    say(`${error.message} Until then no source can be captured.`)
  }
}

/** Sweeps what a killed program left half written, and takes in what an earlier version kept in the database. */
export async function prepareStore(db: Db, say: (line: string) => void): Promise<void> {
  await store()
    .sweep()
    .catch((error: unknown) => {
      if (!(error instanceof StoreUnavailable)) throw error
      say(error.message)
    })
  await moveBytesIn(db)
}
