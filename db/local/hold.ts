import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { SetupError } from '../../env'
import { keepNow } from './keep'
import type { Place } from './place'
import { beginStop, isAlive } from './postmaster'
import { startLocal } from './server'
import type { LocalServer } from './server'

/** The private server, in the hands of one process that serves these data. */
export interface Held {
  server: LocalServer
  /** Lets a second start say where the first one is. */
  tell: (address: string) => void
  /** Stops the server and lets go. */
  close: () => Promise<void>
}

export interface Watch {
  say: (line: string) => void
  /** Somebody else serves these data now: this process must end. */
  onTakenOver: (error: SetupError) => void
}

/** Whoever serves the data holds this advisory lock; it goes with the session, so a killed process frees it. */
export const servingLock = 4_161_790_002

/**
 * Brings the private server up and takes sole charge of it. When the server dies it is started again.
 * @throws SetupError naming the address of the process that already serves these data.
 */
export async function holdLocal(dataDir: string, watch: Watch): Promise<Held> {
  const state = { isClosing: false, address: '' }
  let { server, lock } = await take(dataDir)
  if (server.place.earlier !== undefined) watch.say(aboutEarlier(dataDir, server.place.earlier))
  const tell = (address: string): void => {
    state.address = address
    note(server.place, address)
  }
  const guard = (): void => {
    const lost = (): void => {
      if (state.isClosing) return
      watch.say('The private PostgreSQL went away; bringing it up again.')
      void revive().catch((error: unknown) => {
        state.isClosing = true
        watch.onTakenOver(asSetupError(error))
      })
    }
    lock.once('end', lost)
  }
  const revive = async (): Promise<void> => {
    ;({ server, lock } = await takeAgain(dataDir, watch, () => state.isClosing))
    if (state.isClosing) return lock.end()
    note(server.place, state.address)
    guard()
    watch.say('The private PostgreSQL is up again.')
  }
  // Whatever ends this process without closing first, short of kill -9, does not leave the server behind.
  process.once('exit', () => {
    if (!state.isClosing) beginStop(server.place.cluster)
  })
  tell('')
  guard()
  const close = async (): Promise<void> => {
    state.isClosing = true
    await server.stop()
    await lock.end().catch(() => undefined)
  }
  return { server, tell, close }
}

function aboutEarlier(dataDir: string, earlier: string): string {
  return `\n${dataDir} was not there, so Assay begins with empty data. Data of an earlier time are still in ${earlier}.
To go back to them, stop Assay and run: ln -sfn ${earlier} ${dataDir}\n`
}

export interface Visited {
  server: LocalServer
  /** Where the application is, or was last, to be reached; empty before its first start. */
  address: string
  close: () => Promise<void>
}

/**
 * Brings the private server up without taking charge, beside an application that may be running.
 * On closing the server is stopped, unless someone else uses it.
 */
export async function visitLocal(dataDir: string): Promise<Visited> {
  const server = await startLocal(dataDir)
  const close = async (): Promise<void> => {
    const client = await open(server.url)
    const isFree = (await tryLock(client)) && !(await hasOthers(client))
    if (isFree) await server.stop()
    await client.end().catch(() => undefined)
  }
  return { server, address: readNote(server.place)?.address ?? '', close }
}

interface Taken {
  server: LocalServer
  lock: Client
}

async function take(dataDir: string): Promise<Taken> {
  for (let attempt = 1; ; attempt += 1) {
    const server = await startLocal(dataDir)
    const lock = await open(server.url).catch(() => undefined)
    try {
      if (lock !== undefined) {
        await waitForLock(lock, server.place)
        return { server, lock }
      }
    } catch (error) {
      await lock?.end().catch(() => undefined)
      // The server that was found may just then have been told to stop.
      if (error instanceof SetupError || attempt === 5) throw error
    }
    if (attempt === 5) throw new SetupError('The private PostgreSQL keeps closing its connections. Start again.')
    await sleep(200)
  }
}

async function takeAgain(dataDir: string, watch: Watch, isClosing: () => boolean): Promise<Taken> {
  for (let pause = 200; ; pause = Math.min(pause * 2, 5000)) {
    try {
      return await take(dataDir)
    } catch (error) {
      if (error instanceof AlreadyServed || isClosing()) throw error
      watch.say(`It could not be brought up yet: ${asSetupError(error).message}`)
      await sleep(pause)
    }
  }
}

class AlreadyServed extends SetupError {}

async function waitForLock(lock: Client, place: Place): Promise<void> {
  const begun = Date.now()
  while (!(await tryLock(lock))) {
    const holder = readNote(place)
    // The session of a killed process ends a moment after it; one that lives is not waited for.
    const patience = holder !== undefined && isAlive(holder.pid) ? 1500 : 10_000
    if (Date.now() - begun > patience) {
      const where = holder?.address ? ` at ${holder.address} (process ${holder.pid})` : ''
      throw new AlreadyServed(
        `Assay is already running on the data in ${place.data}${where}. Use that one, stop it first, or name another folder with DATA_DIR.`,
      )
    }
    await sleep(50)
  }
}

async function tryLock(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [servingLock])
  return rows[0]?.got === true
}

async function hasOthers(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ others: number }>(
    `select count(*)::int as others from pg_stat_activity
      where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()`,
  )
  return (rows[0]?.others ?? 0) > 0
}

async function open(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, application_name: 'assay serving', keepAlive: true })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

const noteFile = (place: Place): string => path.join(place.data, 'serving.json')

function note(place: Place, address: string): void {
  keepNow(noteFile(place), place.owner, JSON.stringify({ pid: process.pid, address }))
}

function readNote(place: Place): { pid: number; address: string } | undefined {
  const file = noteFile(place)
  if (!existsSync(file)) return undefined
  return JSON.parse(readFileSync(file, 'utf8')) as { pid: number; address: string }
}

function asSetupError(error: unknown): SetupError {
  return error instanceof SetupError ? error : new SetupError(error instanceof Error ? error.message : String(error))
}
