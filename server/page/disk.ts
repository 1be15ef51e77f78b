import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { keepNow, keepOnce, makeSecret } from '@/db/local/keep'
import type { Owner } from '@/db/local/owner'
import { sha256Hex } from '@/domain/hash'
import { describeError, log } from '../log'
import { seal, unseal, type SealedPage } from './seal'
import { Shelf } from './shelf'

/** Milliseconds for which a disk that did not take something is left alone. */
const REST = 60_000

/** Of the room, what is for pages whose addresses are anybody's, and for the stylesheets and fonts of builds. */
const SHARE = { pages: 13 / 16, narrowed: 2 / 16, looks: 1 / 16 } as const
type ShelfName = keyof typeof SHARE

const KEY = 'key'
const SEEN = 'seen.json'
const BUILD = 'build.json'

const seenSchema = z.object({ edition: z.string(), erasure: z.string(), state: z.string(), sureAt: z.coerce.date() })

/** Which build writes there. */
const buildSchema = z.object({ build: z.string() })

/** What the record was when it was last known, and when that was. */
export type Seen = Omit<z.output<typeof seenSchema>, 'edition'>

/** A page as it is put there. */
export type DiskPage = Omit<SealedPage, 'build'>

/** A page as it is found there. `isOthers`: another build rendered it, so it is never what this one would say now. */
export type KeptPage = DiskPage & { isOthers: boolean }

export type DiskOptions = {
  folder: string
  /** Names whose pages these are: what decides what they say besides the record and the build. */
  edition: string
  /** Names what renders them. */
  build: string
  /** In bytes. */
  room: number
  owner: Owner
}

type Opened = { folder: string; key: Buffer; begunAt: Date; shelves: Readonly<Record<ShelfName, Shelf>> }

/**
 * Pages in one folder for each edition and each redaction, sealed with a key that lies in it: they go with their key, at
 * once and however many they are, and what is torn, altered or in another's place does not open (docs/decisions/0050).
 * What the disk does not do is no failure: a page is then as one that was never kept.
 */
export class PageDisk {
  /** After which redaction what is kept was made. */
  erasure: string | undefined
  private opened: Opened | undefined
  private restUntil = 0
  private isSwept = false

  constructor(private readonly options: DiskOptions) {}

  /** What an earlier run of this edition left, and what it knew then. */
  lastSeen(): Seen | undefined {
    const { folder, edition } = this.options
    const found = folders(folder)
      .flatMap((name) => readAs(seenSchema, path.join(folder, name, SEEN)) ?? [])
      .filter((seen) => seen.edition === edition)
      .sort((a, b) => b.sureAt.getTime() - a.sureAt.getTime())[0]
    return found !== undefined && existsSync(path.join(folder, this.nameOf(found.erasure), KEY)) ? found : undefined
  }

  /** Takes that up, to be served as of then until the record is known. */
  adopt(): Seen | undefined {
    const found = this.lastSeen()
    if (found === undefined) return undefined
    this.erasure = found.erasure
    this.open()
    return this.opened === undefined ? undefined : found
  }

  /** From now on pages of after this redaction alone: what was kept before cannot be read any more when this returns. */
  turn(erasure: string): void {
    const isSame = erasure === this.erasure && this.opened !== undefined
    if (isSame && this.isSwept) return
    if (!isSame) this.opened = undefined
    this.erasure = erasure
    this.isSwept = true
    eraseIn(this.options.folder, this.nameOf(erasure))
    if (!isSame) this.open()
  }

  /** Remembers as of when pages of this state are, for a start at which that cannot be asked. */
  note(state: string, sureAt: Date): void {
    const { opened, erasure } = this
    if (opened === undefined || erasure === undefined) return
    const { edition, owner } = this.options
    this.attempt(() =>
      keepNow(path.join(opened.folder, SEEN), owner, JSON.stringify({ edition, erasure, state, sureAt })),
    )
  }

  hasRoom(): boolean {
    return this.opened?.shelves.pages.hasRoom() === true && Date.now() >= this.restUntil
  }

  /** When this build wrote it; undefined for what it has not, or what is not there. */
  async writtenAt(address: string, name: ShelfName = 'pages'): Promise<Date | undefined> {
    const { opened } = this
    const at = await opened?.shelves[name].writtenAt(sha256Hex(address)).catch(() => undefined)
    return opened !== undefined && at !== undefined && at >= opened.begunAt ? at : undefined
  }

  /** Undefined for what is not there, or is not as it was put there. */
  async get(address: string, name: ShelfName = 'pages'): Promise<KeptPage | undefined> {
    const { opened } = this
    if (opened === undefined) return undefined
    const shelf = opened.shelves[name]
    try {
      const bytes = await shelf.read(sha256Hex(address))
      if (bytes === undefined) return undefined
      const sealed = unseal(opened.key, address, bytes)
      if (sealed !== undefined) {
        const { build, ...page } = sealed
        return { ...page, isOthers: build !== this.options.build }
      }
      log.warn('a stored page on disk was damaged, and is dropped', { address })
      await shelf.remove(sha256Hex(address))
    } catch (error) {
      this.tell(error)
    }
    return undefined
  }

  async put(address: string, page: DiskPage, name: ShelfName = 'pages'): Promise<void> {
    if (Date.now() < this.restUntil) return
    if (this.opened === undefined && this.erasure !== undefined) this.open()
    const { opened } = this
    if (opened === undefined) return
    const bytes = seal(opened.key, address, { ...page, build: this.options.build })
    await opened.shelves[name].write(sha256Hex(address), bytes).catch((error: unknown) => {
      // What was on its way when its folder went is not missed.
      if (opened === this.opened) this.tell(error)
    })
  }

  async remove(address: string, name: ShelfName = 'pages'): Promise<void> {
    await this.opened?.shelves[name].remove(sha256Hex(address)).catch((error: unknown) => this.tell(error))
  }

  private nameOf(erasure: string): string {
    return sha256Hex(`${this.options.edition} ${erasure}`).slice(0, 32)
  }

  private open(): void {
    const { folder, room, owner } = this.options
    const own = path.join(folder, this.nameOf(this.erasure ?? ''))
    this.attempt(() => {
      for (const each of [folder, own]) {
        mkdirSync(each, { recursive: true, mode: 0o700 })
        if (owner.isLent) chownSync(each, owner.uid, owner.gid)
      }
      const key = Buffer.from(keepOnce(path.join(own, KEY), owner, makeSecret), 'base64url')
      const on = (name: ShelfName) => new Shelf(path.join(own, name), room * SHARE[name], owner)
      if (key.length !== 32) rmSync(path.join(own, KEY))
      else
        this.opened = {
          folder: own,
          key,
          begunAt: this.beginIn(path.join(own, BUILD)),
          shelves: { pages: on('pages'), narrowed: on('narrowed'), looks: on('looks') },
        }
    })
    for (const shelf of Object.values(this.opened?.shelves ?? {}))
      shelf.count().catch((error: unknown) => this.tell(error))
  }

  /** Since when this build writes there, by the same clock: what was written before is another's. */
  private beginIn(file: string): Date {
    const { build, owner } = this.options
    if (readAs(buildSchema, file)?.build !== build) keepNow(file, owner, JSON.stringify({ build }))
    return statSync(file).mtime
  }

  private attempt(step: () => void): void {
    try {
      step()
    } catch (error) {
      this.tell(error)
    }
  }

  /** Once, and then not for a while. */
  private tell(error: unknown): void {
    if (Date.now() < this.restUntil) return
    this.restUntil = Date.now() + REST
    log.warn('pages are not kept on disk just now', describeError(error))
  }
}

/** Takes away everything in the folder but `kept`: first every key, then, when there is time, what they opened. */
export function eraseIn(folder: string, kept?: string): void {
  const others = folders(folder).filter((name) => name !== kept)
  try {
    for (const name of others) forget(path.join(folder, name))
  } catch (error) {
    log.error('what was redacted may still be on this disk: remove this folder', { folder, ...describeError(error) })
  }
  for (const name of others)
    rm(path.join(folder, name), { recursive: true, force: true, maxRetries: 3 }).catch((error: unknown) =>
      log.warn('what is kept no more is still on the disk', { folder, ...describeError(error) }),
    )
}

/** A file is gone for good only when its folder knows. */
function forget(folder: string): void {
  rmSync(path.join(folder, KEY), { force: true })
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

const folders = (folder: string): string[] => {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function readAs<T>(schema: z.ZodType<T>, file: string): T | undefined {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined
  }
}
