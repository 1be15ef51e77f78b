import { randomBytes } from 'node:crypto'
import { chown, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Owner } from '@/db/local/owner'

/** Files take whole blocks, and their name and place some bytes besides. */
const BLOCK = 4_096
const AROUND = 512
const taken = (bytes: number): number => Math.ceil((bytes + AROUND) / BLOCK) * BLOCK

/** What was begun longer ago, in milliseconds, is written by nobody any more. */
const BEGUN = 60_000

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? ''

/** Undefined for what is not there. */
const unlessAbsent = (error: unknown): undefined => {
  if (codeOf(error) === 'ENOENT') return undefined
  throw error
}

type File = { file: string; bytes: number; writtenAt: number }

/**
 * Files by their names of 64 hexadecimal digits in 256 folders, of which there are no more than there is room for: those
 * that were written longest ago go, of one folder at a time. Nothing of it is held in memory.
 */
export class Shelf {
  private bytes = 0
  private isCounted = false
  private making: Promise<void> | undefined

  /** @param room in bytes. */
  constructor(
    private readonly folder: string,
    private readonly room: number,
    private readonly owner: Owner,
  ) {}

  /** Counts what is there, and takes away what was left half written. */
  async count(): Promise<void> {
    for (const name of (await readdir(this.folder).catch(unlessAbsent)) ?? []) {
      for (const { file, bytes, writtenAt } of await this.filesOf(name)) {
        if (path.basename(file).includes('.') && writtenAt < Date.now() - BEGUN) await rm(file, { force: true })
        else this.bytes += bytes
      }
    }
    this.isCounted = true
    await this.makeRoom()
  }

  /** Is there room for what nobody has asked for? A tenth is left for what is asked for. */
  hasRoom(): boolean {
    return this.isCounted && this.bytes < this.room * 0.9
  }

  async read(name: string): Promise<Buffer | undefined> {
    return readFile(this.fileOf(name)).catch(unlessAbsent)
  }

  async writtenAt(name: string): Promise<Date | undefined> {
    return (await stat(this.fileOf(name)).catch(unlessAbsent))?.mtime
  }

  /** Whole or not at all, as whoever reads sees it; what a power cut leaves is for whoever reads to see. */
  async write(name: string, content: Buffer): Promise<void> {
    const file = this.fileOf(name)
    const fresh = `${file}.${randomBytes(6).toString('hex')}`
    try {
      await this.begin(fresh, content)
      const before = await stat(file).catch(unlessAbsent)
      await rename(fresh, file)
      this.bytes += taken(content.length) - (before === undefined ? 0 : taken(before.size))
    } catch (error) {
      await rm(fresh, { force: true }).catch(() => undefined)
      throw error
    }
    await this.makeRoom()
  }

  async remove(name: string): Promise<void> {
    const before = await stat(this.fileOf(name)).catch(unlessAbsent)
    if (before === undefined) return
    await rm(this.fileOf(name), { force: true })
    this.bytes -= taken(before.size)
  }

  private fileOf(name: string): string {
    return path.join(this.folder, name.slice(0, 2), name.slice(2))
  }

  private async begin(fresh: string, content: Buffer): Promise<void> {
    const options = { mode: 0o600, flag: 'wx' }
    const written = await writeFile(fresh, content, options).then(() => true, unlessAbsent)
    if (written === undefined) {
      const folder = path.dirname(fresh)
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await this.hand(folder)
      await writeFile(fresh, content, options)
    }
    await this.hand(fresh)
  }

  private async hand(file: string): Promise<void> {
    if (this.owner.isLent) await chown(file, this.owner.uid, this.owner.gid)
  }

  private async filesOf(name: string): Promise<File[]> {
    const folder = path.join(this.folder, name)
    const files: File[] = []
    for (const entry of (await readdir(folder).catch(unlessAbsent)) ?? []) {
      const file = path.join(folder, entry)
      const found = await stat(file).catch(unlessAbsent)
      if (found !== undefined) files.push({ file, bytes: taken(found.size), writtenAt: found.mtimeMs })
    }
    return files.sort((a, b) => a.writtenAt - b.writtenAt)
  }

  private makeRoom(): Promise<void> {
    if (this.bytes <= this.room) return Promise.resolve()
    this.making ??= this.clear().finally(() => (this.making = undefined))
    return this.making
  }

  /** An eighth of one folder after the other, in any order, until there is room. */
  private async clear(): Promise<void> {
    const names = (await readdir(this.folder).catch(unlessAbsent)) ?? []
    const first = Math.floor(Math.random() * names.length)
    while (this.bytes > this.room) {
      const before = this.bytes
      for (const name of [...names.slice(first), ...names.slice(0, first)]) {
        const files = await this.filesOf(name)
        for (const { file, bytes } of files.slice(0, Math.ceil(files.length / 8))) {
          await rm(file, { force: true })
          this.bytes -= bytes
        }
        if (this.bytes <= this.room) return
      }
      // Somebody else has taken it away.
      if (this.bytes === before) this.bytes = 0
    }
  }
}
