import { accessSync, constants, mkdtempSync, statfsSync } from 'node:fs'
import { freemem, tmpdir } from 'node:os'
import path from 'node:path'

/** Bytes that have to be free, in the file system and in memory; a run takes a third of one of them. */
const ROOM = 4 * 1024 ** 3

/**
 * A new folder for what does not outlive the run: in memory where there is room, for a database of 400 files is made and
 * dropped there in a quarter of the time. A process that is killed has written what it has written, there as on a disk.
 */
export const quickFolder = (prefix: string): string => mkdtempSync(path.join(hasMemory() ? MEMORY : tmpdir(), prefix))

const MEMORY = '/dev/shm'

function hasMemory(): boolean {
  try {
    accessSync(MEMORY, constants.W_OK)
    const { bavail, bsize } = statfsSync(MEMORY)
    return Math.min(bavail * bsize, freemem()) > ROOM
  } catch {
    return false
  }
}
