import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  rmdirSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import path from 'node:path'
import { SetupError } from '../../env'
import { onDisk } from './fault'
import { keepNow } from './keep'
import { canPass, hand, isRoot, ownerOf, shortFolders } from './owner'
import type { Owner } from './owner'

/** Where one private server keeps its things. */
export interface Place {
  /** The data folder as it really is, links followed; 0700. */
  data: string
  /** PostgreSQL's own folder inside it. */
  cluster: string
  owner: Owner
  /** Data of an earlier time, which the link that was here led to; set by the call that began with an empty folder. */
  earlier?: string
}

const shared = '/var/lib/assay'
/** The kernel's limit is 108 bytes on Linux and 104 on macOS, the closing zero included. */
const longestSocket = 99

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)

/** Root's own room for one checkout, which every user can pass. */
export const roomOf = (checkout: string): string => path.join(shared, digest(checkout))

/**
 * Makes or finds the data folder.
 * Root cannot keep it in a checkout that its lent user may not pass, so there it is a link into /var/lib/assay.
 * @throws SetupError when the folder cannot be made, or belongs to someone else.
 */
export function takePlace(dataDir: string, checkout: string): Place {
  const wanted = path.resolve(checkout, dataDir)
  const { data, ...found } = onDisk(wanted, () => (isRoot() ? placeForRoot(wanted, checkout) : placeForUser(wanted)))
  const cluster = path.join(data, 'postgres')
  const owner = ownerOf(cluster)
  onDisk(wanted, () => {
    hand(data, owner)
    chmodSync(data, 0o700)
  })
  return { data, cluster, owner, ...found }
}

type Folder = Pick<Place, 'data' | 'earlier'>

function placeForUser(wanted: string): Folder {
  mkdirSync(wanted, { recursive: true, mode: 0o700 })
  const { uid } = statSync(wanted)
  if (uid !== process.getuid?.()) {
    throw new SetupError(
      `The data folder ${wanted} belongs to another user of this machine (uid ${uid}). Start Assay as that user (or as root, if root made it), or name another folder with DATA_DIR.`,
    )
  }
  return { data: realpathSync(wanted) }
}

function placeForRoot(wanted: string, checkout: string): Folder {
  const there = lstatSync(wanted, { throwIfNoEntry: false })
  if (there?.isSymbolicLink() === true && !existsSync(wanted)) rmSync(wanted)
  else if (there !== undefined && mayStay(wanted)) return { data: realpathSync(wanted) }
  else if (there !== undefined) clearForLink(wanted)
  mkdirSync(path.dirname(wanted), { recursive: true })
  const folder = newFolder(path.join(roomOf(checkout), path.basename(wanted)))
  symlinkSync(folder.data, wanted)
  return folder
}

/** A folder that is there already is kept where it is, as long as the server's user can reach it. */
function mayStay(wanted: string): boolean {
  const real = realpathSync(wanted)
  return statSync(real).isDirectory() && canPass(real, ownerOf(path.join(real, 'postgres')))
}

function clearForLink(wanted: string): void {
  if (readdirSync(wanted).length > 0) {
    throw new SetupError(
      `Root runs the database as the user nobody, who cannot reach ${wanted}: a folder above it is closed to others. Start Assay as the folder's owner, move the folder's content away, or name another folder with DATA_DIR.`,
    )
  }
  rmdirSync(wanted)
}

/**
 * A folder left by an earlier checkout of the same path, or by somebody who removed the link, is neither taken over nor
 * removed; whoever starts is told of it.
 */
function newFolder(wanted: string): Folder {
  mkdirSync(path.dirname(wanted), { recursive: true, mode: 0o755 })
  const nameOf = (nth: number): string => (nth === 1 ? wanted : `${wanted}-${nth}`)
  for (let nth = 1; ; nth += 1) {
    const data = nameOf(nth)
    if (existsSync(data)) continue
    mkdirSync(data, { mode: 0o700 })
    return nth === 1 ? { data } : { data, earlier: nameOf(nth - 1) }
  }
}

/**
 * A folder for the server's socket, closed to everybody else, whose path fits into a socket address.
 * Whoever comes later reads where it is from postmaster.pid.
 */
export function makeSocketFolder({ data, owner }: Place): string {
  const own = path.join(data, 'socket')
  if (fits(own)) {
    mkdirSync(own, { recursive: true, mode: 0o700 })
    hand(own, owner)
    chmodSync(own, 0o700)
    return own
  }
  return rememberedFolder(data, owner) ?? newShortFolder(data, owner)
}

const memo = (data: string): string => path.join(data, 'socket-folder')

/** The same folder as last time, so that connections find a server that was started again. */
function rememberedFolder(data: string, owner: Owner): string | undefined {
  if (!existsSync(memo(data))) return undefined
  const folder = readFileSync(memo(data), 'utf8')
  const there = lstatSync(folder, { throwIfNoEntry: false })
  const isOurs = there?.isDirectory() === true && there.uid === owner.uid && (there.mode & 0o777) === 0o700
  return isOurs ? folder : undefined
}

function newShortFolder(data: string, owner: Owner): string {
  const prefix = `assay-${digest(data)}-`
  const parent = shortFolders().find((folder) => fits(path.join(folder, `${prefix}XXXXXX`)))
  if (parent === undefined) {
    throw new SetupError('No folder with a path short enough for a socket was found: set TMPDIR.')
  }
  const folder = mkdtempSync(path.join(parent, prefix))
  hand(folder, owner)
  keepNow(memo(data), owner, folder)
  return folder
}

function fits(folder: string): boolean {
  // PostgreSQL takes a list here, so a path with a comma or a quote in it would be taken apart.
  return /^[\w./-]+$/.test(folder) && Buffer.byteLength(path.join(folder, '.s.PGSQL.5432')) <= longestSocket
}
