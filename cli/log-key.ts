import { readFileSync } from 'node:fs'
import type { Db } from '../db/client'
import { env, setEnv, SetupError } from '../env'
import { addCosignature } from '../server/log/cosign'
import { settleLogKey } from '../server/log/settle'
import { logSigningKey } from './machine'

type Act = (by: { db: Db }) => Promise<string>

function take(): void {
  setEnv({ LOG_SIGNING_KEY: logSigningKey(env().PUBLIC_URL) })
}

/** The key that readers check the publication log with. */
export const showLogKey: Act = ({ db }) => {
  take()
  return settleLogKey(db, new Date())
}

/** The key at hand signs from now on, whichever did before; readers have to be given the new one. */
export const renewLogKey: Act = ({ db }) => {
  take()
  return settleLogKey(db, new Date(), true)
}

/** Adds what a witness signed, from the checkpoint that it gave back. */
export function cosign(witness: string, file: string): Act {
  return async ({ db }) => {
    take()
    const size = await addCosignature(db, witness, readNote(file), new Date())
    return `The checkpoint of ${size} entries carries this witness’s signature.`
  }
}

function readNote(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new SetupError(`${file} cannot be read: ${(error as NodeJS.ErrnoException).code ?? 'unknown'}.`)
  }
}
