import { spawn, spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { SetupError } from '../../env'
import type { Binaries } from './binary'
import { onDisk } from './fault'
import { hand } from './owner'
import type { Place } from './place'

/** What postmaster.pid tells about a server. */
export interface Postmaster {
  pid: number
  socket: string
}

/**
 * The server that runs on these data, or undefined.
 * A pid file that outlived its server is left for PostgreSQL to clear, which also looks for that server's orphans;
 * one whose number now belongs to an unrelated process (as after a restart of a container) is cleared here.
 */
export function findPostmaster(cluster: string): Postmaster | undefined {
  const file = path.join(cluster, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const [pidLine, , , , socket] = readFileSync(file, 'utf8').split('\n')
  const pid = Number(pidLine)
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return undefined
  if (!isPostgresOf(pid, cluster)) {
    rmSync(file, { force: true })
    return undefined
  }
  return socket === undefined || socket === '' ? undefined : { pid, socket }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !isZombie(pid)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** In a container nobody may collect the dead, and they go on looking alive. */
function isZombie(pid: number): boolean {
  const file = `/proc/${pid}/stat`
  if (!existsSync(file)) return false
  try {
    return /\) Z /.test(readFileSync(file, 'utf8'))
  } catch {
    return false
  }
}

function isPostgresOf(pid: number, cluster: string): boolean {
  const command = commandOf(pid)
  return command.includes('postgres') && command.includes(cluster)
}

function commandOf(pid: number): string {
  const file = `/proc/${pid}/cmdline`
  if (!existsSync('/proc/self')) return spawnSync('ps', ['-ww', '-o', 'args=', '-p', String(pid)]).stdout.toString()
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** How the server is told to run; `log_error_verbosity` terse keeps the rows that a check refused out of its log. */
const settings = (socket: string): Record<string, string> => ({
  listen_addresses: '',
  unix_socket_directories: socket,
  unix_socket_permissions: '0700',
  port: '5432',
  max_connections: '300',
  shared_buffers: '256MB',
  fsync: 'on',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  logging_collector: 'off',
})

/** The one environment the server's programs get: none of ours, so no PG… variable and no secret. */
const bare = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

/**
 * Makes an empty cluster, whole or not at all.
 * @param passwordFile holds the superuser's password; the server's user can read it.
 */
export function initCluster(place: Place, { initdb }: Binaries, passwordFile: string): void {
  const fresh = `${place.cluster}.${process.pid}`
  rmSync(fresh, { recursive: true, force: true })
  const made = spawnSync(
    initdb,
    [
      ...['--pgdata', fresh, '--username', 'postgres', '--pwfile', passwordFile, '--auth', 'scram-sha-256'],
      ...['--encoding', 'UTF8', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--locale', 'C'],
      '--no-instructions',
    ],
    { ...asOwner(place), encoding: 'utf8' },
  )
  if (made.status !== 0) {
    rmSync(fresh, { recursive: true, force: true })
    const said = made.error?.message ?? made.stderr
    throw namelessUser(said) ?? failed('The private PostgreSQL could not be set up', place, said)
  }
  try {
    renameSync(fresh, place.cluster)
  } catch (error) {
    // Somebody else was quicker; theirs is as good.
    rmSync(fresh, { recursive: true, force: true })
    if (!existsSync(path.join(place.cluster, 'PG_VERSION'))) throw error
  }
}

/** As in a container that runs under any number: initdb looks its user up by name, whatever it is told. */
function namelessUser(said: string): SetupError | undefined {
  const [, uid] = /could not look up effective user ID (\d+)/.exec(said) ?? []
  if (uid === undefined) return undefined
  return new SetupError(
    `The user that runs Assay (uid ${uid}) has no name on this machine, and PostgreSQL needs one to set up its data. Give it one, as with \`useradd --uid ${uid} assay\` or a line in /etc/passwd (assay:x:${uid}:${uid}::/:/sbin/nologin), start Assay as another user, or set DATABASE_URL to a PostgreSQL of your own.`,
  )
}

function asOwner({ owner }: Place): { cwd: string; env: NodeJS.ProcessEnv; uid?: number; gid?: number } {
  const env = bare as unknown as NodeJS.ProcessEnv
  return owner.isLent ? { cwd: '/', env, uid: owner.uid, gid: owner.gid } : { cwd: '/', env }
}

/**
 * Starts the server, apart from this process so that it outlives a crash, and waits until it takes connections.
 * @param answers asks the server once; true when it took the connection.
 */
export async function startPostmaster(
  place: Place,
  binaries: Binaries,
  socket: string,
  answers: (socket: string) => Promise<boolean>,
): Promise<void> {
  const deadline = Date.now() + 60_000
  for (;;) {
    const before = logSize(place)
    const child = launch(place, binaries, socket)
    if (await waitFor(() => answers(socket), child, deadline)) return
    const said = logSince(place, before)
    // Children of a server that was killed may need a moment to notice, and another start may have been quicker.
    if (findPostmaster(place.cluster) !== undefined) return
    const passing = /pre-existing shared memory block|lock file ".*" already exists/.test(said)
    if (!passing || Date.now() > deadline) throw failed('The private PostgreSQL did not start', place, said)
    await sleep(200)
  }
}

interface Launched {
  hasEnded: boolean
}

function launch(place: Place, { postgres }: Binaries, socket: string): Launched {
  const options = Object.entries(settings(socket)).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const log = openLog(place)
  const state: Launched = { hasEnded: false }
  const child = spawn(postgres, ['-D', place.cluster, ...options], {
    ...asOwner(place),
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  child.once('exit', () => (state.hasEnded = true))
  child.once('error', () => (state.hasEnded = true))
  child.unref()
  return state
}

async function waitFor(answers: () => Promise<boolean>, child: Launched, deadline: number): Promise<boolean> {
  while (!child.hasEnded && Date.now() < deadline) {
    if (await answers()) return true
    await sleep(30)
  }
  return false
}

const logFile = (place: Place): string => path.join(place.data, 'postgres.log')

function openLog(place: Place): number {
  const file = logFile(place)
  return onDisk(place.data, () => {
    if (logSize(place) > 10_000_000) renameSync(file, `${file}.1`)
    const log = openSync(file, 'a', 0o600)
    hand(file, place.owner)
    return log
  })
}

const logSize = (place: Place): number => statSync(logFile(place), { throwIfNoEntry: false })?.size ?? 0

function logSince(place: Place, offset: number): string {
  const text = readFileSync(logFile(place))
  return text.subarray(offset <= text.length ? offset : 0).toString('utf8')
}

function failed(what: string, place: Place, said: string): SetupError {
  if (/No space left on device|Disk quota exceeded/.test(said)) {
    return new SetupError(
      `${what}: the disk that holds ${place.data} is full. Make room and start again. Nothing was lost.`,
    )
  }
  const lines = said.split('\n').filter((line) => /FATAL|PANIC|error|could not|cannot/i.test(line))
  const why = lines.slice(-3).join(' ').trim() || said.trim().slice(-300) || 'it gave no reason'
  return new SetupError(`${what}: ${why} (its log is ${logFile(place)})`)
}

/** Stops the server: open transactions are rolled back and what was committed is on disk when this returns. */
export async function stopPostmaster(cluster: string): Promise<void> {
  const running = beginStop(cluster)
  if (running === undefined) return
  const deadline = Date.now() + 20_000
  while (isAlive(running.pid)) {
    if (Date.now() > deadline) {
      signal(running.pid, 'SIGQUIT')
      return
    }
    await sleep(20)
  }
}

/** Tells the server to stop, and does not wait. */
export function beginStop(cluster: string): Postmaster | undefined {
  const running = findPostmaster(cluster)
  if (running !== undefined) signal(running.pid, 'SIGINT')
  return running
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
