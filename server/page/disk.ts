import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
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
} from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { keepNow, keepOnce, makeSecret } from '@/db/local/keep'
import type { Owner } from '@/db/local/owner'
import { sha256Hex } from '@/domain/hash'
import { describeError, log } from '../log'
import { Shelf } from './shelf'

/** Milliseconds for which a disk that did not take something is left alone. */
const REST = 60_000

/** Of the room, what is for pages whose addresses are anybody's. */
const ROOM_OF_NARROWED = 1 / 8

const KEY = 'key'
const SEEN = 'seen.json'

const seenSchema = z.object({ edition: z.string(), erasure: z.string(), state: z.string(), sureAt: z.coerce.date() })

/** What the record was when it was last known, and when that was. */
export type Seen = Omit<z.output<typeof seenSchema>, 'edition'>

const headSchema = z.object({
  status: z.number(),
  headers: z.record(z.string(), z.string()),
  isFound: z.boolean(),
  isText: z.boolean(),
  tag: z.string(),
  state: z.string(),
  renderedAt: z.coerce.date(),
})

/** A page as it lies on the disk; the body of a text is compressed with brotli. */
export type DiskPage = z.output<typeof headSchema> & { body: Buffer }

export type DiskOptions = {
  folder: string
  /** Names what decides how a page is rendered besides the record. */
  edition: string
  /** In bytes. */
  room: number
  owner: Owner
}

type Opened = { folder: string; key: Buffer; pages: Shelf; narrowed: Shelf }

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
      .flatMap((name) => readSeen(path.join(folder, name, SEEN)) ?? [])
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
    return this.opened?.pages.hasRoom() === true && Date.now() >= this.restUntil
  }

  async writtenAt(address: string, isNarrowed = false): Promise<Date | undefined> {
    const shelf = isNarrowed ? this.opened?.narrowed : this.opened?.pages
    return shelf?.writtenAt(sha256Hex(address)).catch(() => undefined)
  }

  /** Undefined for what is not there, or is not as it was put there. */
  async get(address: string, isNarrowed = false): Promise<DiskPage | undefined> {
    const { opened } = this
    if (opened === undefined) return undefined
    const shelf = isNarrowed ? opened.narrowed : opened.pages
    try {
      const bytes = await shelf.read(sha256Hex(address))
      if (bytes === undefined) return undefined
      const page = unseal(opened.key, address, bytes)
      if (page !== undefined) return page
      log.warn('a stored page on disk was damaged, and is dropped', { address })
      await shelf.remove(sha256Hex(address))
    } catch (error) {
      this.tell(error)
    }
    return undefined
  }

  async put(address: string, page: DiskPage, isNarrowed = false): Promise<void> {
    if (Date.now() < this.restUntil) return
    if (this.opened === undefined && this.erasure !== undefined) this.open()
    const { opened } = this
    if (opened === undefined) return
    const shelf = isNarrowed ? opened.narrowed : opened.pages
    await shelf.write(sha256Hex(address), seal(opened.key, address, page)).catch((error: unknown) => {
      // What was on its way when its folder went is not missed.
      if (opened === this.opened) this.tell(error)
    })
  }

  async remove(address: string, isNarrowed = false): Promise<void> {
    const shelf = isNarrowed ? this.opened?.narrowed : this.opened?.pages
    await shelf?.remove(sha256Hex(address)).catch((error: unknown) => this.tell(error))
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
      if (key.length !== 32) rmSync(path.join(own, KEY))
      else
        this.opened = {
          folder: own,
          key,
          pages: new Shelf(path.join(own, 'pages'), room * (1 - ROOM_OF_NARROWED), owner),
          narrowed: new Shelf(path.join(own, 'narrowed'), room * ROOM_OF_NARROWED, owner),
        }
    })
    for (const shelf of [this.opened?.pages, this.opened?.narrowed])
      shelf?.count().catch((error: unknown) => this.tell(error))
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

function readSeen(file: string): z.output<typeof seenSchema> | undefined {
  try {
    return seenSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined
  }
}

const CIPHER = 'aes-256-gcm'
const NONCE = 12
const TAG = 16

function seal(key: Buffer, address: string, { body, ...head }: DiskPage): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG }).setAAD(Buffer.from(address))
  const said = Buffer.from(JSON.stringify(head))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(said.length)
  const parts = [length, said, body].map((part) => cipher.update(part))
  cipher.final()
  return Buffer.concat([nonce, cipher.getAuthTag(), ...parts])
}

function unseal(key: Buffer, address: string, bytes: Buffer): DiskPage | undefined {
  if (bytes.length < NONCE + TAG + 4) return undefined
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE), { authTagLength: TAG })
    .setAAD(Buffer.from(address))
    .setAuthTag(bytes.subarray(NONCE, NONCE + TAG))
  try {
    const plain = decipher.update(bytes.subarray(NONCE + TAG))
    decipher.final()
    const end = 4 + plain.readUInt32BE()
    return { ...headSchema.parse(JSON.parse(plain.toString('utf8', 4, end))), body: plain.subarray(end) }
  } catch {
    return undefined
  }
}
