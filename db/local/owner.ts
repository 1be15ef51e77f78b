import { chownSync, existsSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** As whom the server runs. PostgreSQL refuses to run as root, so root lends it another user. */
export interface Owner {
  uid: number
  gid: number
  /** This process is root, and the owner is somebody else. */
  isLent: boolean
}

const me = (): Owner => ({ uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0, isLent: false })

export const isRoot = (): boolean => process.getuid?.() === 0

/** The user that runs the server whose data are in this folder: for root, whoever made the data, else `nobody`. */
export function ownerOf(cluster: string): Owner {
  if (!isRoot()) return me()
  if (existsSync(cluster)) {
    const { uid, gid } = statSync(cluster)
    if (uid !== 0) return { uid, gid, isLent: true }
  }
  return { ...nobody(), isLent: true }
}

function nobody(): { uid: number; gid: number } {
  const lines = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8').split('\n') : []
  const [, , uid, gid] = lines.find((line) => line.startsWith('nobody:'))?.split(':') ?? []
  return { uid: Number(uid ?? 65_534) >>> 0, gid: Number(gid ?? 65_534) >>> 0 }
}

/** Gives a file or folder that root made to the owner of the data; for anyone else there is nothing to do. */
export function hand(file: string, owner: Owner): void {
  if (owner.isLent) chownSync(file, owner.uid, owner.gid)
}

/** Whether a lent user can reach a folder: every folder above it lets strangers pass. */
export function canPass(folder: string, owner: Owner): boolean {
  for (let at = path.dirname(folder); ; at = path.dirname(at)) {
    const { mode, uid } = statSync(at)
    const bit = uid === owner.uid ? 0o100 : 0o001
    if ((mode & bit) === 0) return false
    if (at === path.dirname(at)) return true
  }
}

/** Folders in which a socket can be put when the data folder's own path is too long for one. */
export const shortFolders = (): string[] => [tmpdir(), '/tmp']
