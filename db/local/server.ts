import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { SetupError } from '../../env'
import { findBinaries } from './binary'
import { keepNow, keepOnce, makeSecret } from './keep'
import { makeSocketFolder, takePlace } from './place'
import type { Place } from './place'
import { findPostmaster, initCluster, startPostmaster, stopPostmaster } from './postmaster'

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')

/** A private PostgreSQL that is up. */
export interface LocalServer {
  place: Place
  /** The program's own database, as the program's own role. */
  url: string
  /** As the superuser, for making and dropping databases. */
  superUrl: string
  /** It was up already, because whoever started it did not stop it. */
  isAdopted: boolean
  stop: () => Promise<void>
}

interface Passwords {
  postgres: string
  assay: string
}

/**
 * Makes sure the private PostgreSQL of a data folder is up: adopts the one that runs, else starts it, and on the
 * first start creates it.
 * @throws SetupError when the folder or the machine does not let it.
 */
export async function startLocal(dataDir: string, checkout: string = root): Promise<LocalServer> {
  const place = takePlace(dataDir, checkout)
  const passwords = readPasswords(place)
  for (let attempt = 1; ; attempt += 1) {
    const { socket, isAdopted } = await bringUp(place, passwords, checkout)
    const superUrl = urlOf(socket, 'postgres', passwords.postgres, 'postgres')
    const url = urlOf(socket, 'assay', passwords.assay, 'assay')
    try {
      await createDatabase(superUrl, passwords.assay)
      return { place, url, superUrl, isAdopted, stop: () => stop(place, socket) }
    } catch (error) {
      // The server that was found was just then being stopped by the one who had started it.
      if (attempt === 5) throw error
      await sleep(100)
    }
  }
}

function readPasswords(place: Place): Passwords {
  const file = path.join(place.data, 'database.json')
  if (existsSync(place.cluster) && !existsSync(file)) {
    throw new SetupError(
      `${file}, which holds the database's passwords, is gone. Put it back from a backup and start again.`,
    )
  }
  const make = (): string => JSON.stringify({ postgres: makeSecret(), assay: makeSecret() } satisfies Passwords)
  return JSON.parse(keepOnce(file, place.owner, make)) as Passwords
}

async function bringUp(
  place: Place,
  passwords: Passwords,
  checkout: string,
): Promise<{ socket: string; isAdopted: boolean }> {
  const answers = (socket: string): Promise<boolean> =>
    doesAnswer(urlOf(socket, 'postgres', passwords.postgres, 'postgres'))
  const running = await adopt(place, answers)
  if (running !== undefined) return { socket: running, isAdopted: true }
  const binaries = findBinaries(checkout, place.data)
  if (!existsSync(place.cluster)) createCluster(place, binaries, passwords)
  requireSameMajor(place, binaries.major)
  const socket = makeSocketFolder(place)
  await startPostmaster(place, binaries, socket, answers)
  // Where two start at once one server wins, and both use it.
  const winner = await adopt(place, answers)
  if (winner === undefined) throw new SetupError('The private PostgreSQL started and stopped at once. Start again.')
  return { socket: winner, isAdopted: false }
}

async function adopt(place: Place, answers: (socket: string) => Promise<boolean>): Promise<string | undefined> {
  const deadline = Date.now() + 60_000
  for (;;) {
    const running = findPostmaster(place.cluster)
    if (running === undefined) return undefined
    if (await answers(running.socket)) return running.socket
    if (Date.now() > deadline) {
      throw new SetupError(
        `The private PostgreSQL of ${place.data} runs as process ${running.pid} but does not answer. End that process and start again.`,
      )
    }
    await sleep(50)
  }
}

function createCluster(place: Place, binaries: Parameters<typeof initCluster>[1], passwords: Passwords): void {
  const file = path.join(place.data, `.first-password.${process.pid}`)
  keepNow(file, place.owner, passwords.postgres)
  try {
    initCluster(place, binaries, file)
  } finally {
    rmSync(file, { force: true })
  }
}

function requireSameMajor(place: Place, major: string): void {
  const found = readFileSync(path.join(place.cluster, 'PG_VERSION'), 'utf8').trim()
  if (found === major) return
  throw new SetupError(
    `The data in ${place.data} were written by PostgreSQL ${found}, and the one that came with this version of Assay is ${major}. Go back to the version of Assay that wrote them.`,
  )
}

/** `localhost` only fills the place of a host: the driver goes to the socket. */
function urlOf(socket: string, user: string, password: string, database: string): string {
  return `postgresql://${user}:${password}@localhost/${database}?host=${encodeURIComponent(socket)}`
}

async function doesAnswer(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** The program's role owns its database and nothing else; making both again changes nothing. */
async function createDatabase(superUrl: string, password: string): Promise<void> {
  const client = new Client({ connectionString: superUrl })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await once(client, 'select 1 from pg_roles where rolname = $1', `create role assay login password '${password}'`)
    await once(client, 'select 1 from pg_database where datname = $1', 'create database assay owner assay')
  } finally {
    await client.end()
  }
}

async function once(client: Client, isThere: string, create: string): Promise<void> {
  if ((await client.query(isThere, ['assay'])).rowCount !== 0) return
  try {
    await client.query(create)
  } catch (error) {
    // Another start made it in the meantime: duplicate object, duplicate database, or the index that both are in.
    if (!['42710', '42P04', '23505'].includes((error as { code?: string }).code ?? '')) throw error
  }
}

async function stop(place: Place, socket: string): Promise<void> {
  await stopPostmaster(place.cluster)
  rmSync(socket, { recursive: true, force: true })
}
