import path from 'node:path'
import { holdLocal, visitLocal } from '../db/local/hold'
import type { Watch } from '../db/local/hold'
import { keepOnce, makeSecret } from '../db/local/keep'
import { takePlace } from '../db/local/place'
import type { LocalServer } from '../db/local/server'
import { env } from '../env'
import { makeSigningKey } from '../server/log/key'
import { root } from './root'

/** The database that a command works on. */
export interface Machine {
  url: string
  /** The program's own PostgreSQL; undefined where DATABASE_URL names one's own. */
  local: LocalServer | undefined
  /** Where the application was last to be reached, if that is known. */
  address: string
  /** Lets a second start say where this one is. */
  tell: (address: string) => void
  close: () => Promise<void>
}

const dataDir = (): string => path.resolve(root, env().DATA_DIR)

/** For the process that serves: no other may serve the same private data. */
export async function holdMachine(watch: Watch): Promise<Machine> {
  const own = ownServer()
  if (own !== undefined) return own
  const held = await holdLocal(dataDir(), watch)
  return { url: held.server.url, local: held.server, address: '', tell: held.tell, close: held.close }
}

/** For a command that works beside the application, or without it. Close the pool before closing this. */
export async function visitMachine(): Promise<Machine> {
  const own = ownServer()
  if (own !== undefined) return own
  const { server, address, close } = await visitLocal(dataDir())
  return { url: server.url, local: server, address, tell: () => undefined, close }
}

function ownServer(): Machine | undefined {
  const url = env().DATABASE_URL
  if (url === undefined) return undefined
  return { url, local: undefined, address: '', tell: () => undefined, close: () => Promise.resolve() }
}

/** The key that everything signed is signed with: from AUTH_SECRET, else made once and kept with the data. */
export function authSecret(): string {
  const given = env().AUTH_SECRET
  if (given !== undefined) return given
  const { data, owner } = takePlace(dataDir(), root)
  return keepOnce(path.join(data, 'auth-secret'), owner, makeSecret)
}

/** What the publication log is signed with: from LOG_SIGNING_KEY, else made once, named by the address, and kept. */
export function logSigningKey(publicUrl: string): string {
  const given = env().LOG_SIGNING_KEY
  if (given !== undefined) return given
  const { data, owner } = takePlace(dataDir(), root)
  return keepOnce(path.join(data, 'log-signing-key'), owner, () => makeSigningKey(`${new URL(publicUrl).host}/log`))
}
