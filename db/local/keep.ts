import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { onDisk } from './fault'
import { hand } from './owner'
import type { Owner } from './owner'

/** An unguessable value of 256 bits that needs no escaping anywhere. */
export const makeSecret = (): string => randomBytes(32).toString('base64url')

/**
 * Reads a file that is written once and kept, closed to others; the first of several that come at once writes it.
 */
export function keepOnce(file: string, owner: Owner, make: () => string): string {
  if (!existsSync(file)) writeWhole(file, owner, make(), linkFirst)
  return onDisk(file, () => readFileSync(file, 'utf8'))
}

function linkFirst(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

function writeWhole(file: string, owner: Owner, text: string, place: (from: string, to: string) => void): void {
  const fresh = `${file}.${randomBytes(6).toString('hex')}`
  onDisk(file, () => {
    try {
      writeFileSync(fresh, text, { mode: 0o600, flag: 'wx', flush: true })
      chmodSync(fresh, 0o600)
      hand(fresh, owner)
      place(fresh, file)
    } finally {
      rmSync(fresh, { force: true })
    }
  })
}

/** Writes a file, closed to others, so that a reader sees the old text or the new one and never half of it. */
export function keepNow(file: string, owner: Owner, text: string): void {
  writeWhole(file, owner, text, renameSync)
}
