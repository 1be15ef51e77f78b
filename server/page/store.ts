import { promisify } from 'node:util'
import { brotliCompress, brotliDecompress, constants, gunzipSync, gzip } from 'node:zlib'
import { sha256Hex } from '@/domain/hash'
import type { DiskPage, KeptPage } from './disk'

const brotli = promisify(brotliCompress)
const unbrotli = promisify(brotliDecompress)
const zip = promisify(gzip)

export const ENCODINGS = ['br', 'gzip', 'identity'] as const
export type Encoding = (typeof ENCODINGS)[number]

/** `isFound`: there is something in it, as what was narrowed says. */
type Said = { status: number; headers: Readonly<Record<string, string>>; isFound: boolean }

/** An answer as it was rendered: text, or the bytes of what is none. */
export type Rendered = Said & { body: string | Buffer }

/** One form of a page: its bytes, and its headers as `writeHead` takes them soonest. */
export type Form = { status: number; etag: string; headers: string[]; body: Buffer }

/** A page as it is held: of text only what is compressed, which is a sixth of it and what nearly everybody takes. */
export type StoredPage = Said & {
  /** How many changes of the public record this instance had seen before it was rendered. */
  record: number
  /** Another build rendered it: it is shown as of when it was, and never as what the record says now. */
  isOthers: boolean
  renderedAt: Date
  /** Hash of what was rendered. */
  tag: string
  bodies: { br: Buffer; gzip: Buffer } | { identity: Buffer }
  bytes: number
}

/** Every answer may be kept, and is asked after each time: a change of the record is what the next request gets. */
const CACHING = 'public, max-age=0, must-revalidate, stale-if-error=604800'

/** Bytes of a stored page that are no body: its address and headers, about. */
const AROUND = 2_048

async function encode(body: string | Buffer, encoding: Encoding): Promise<Buffer> {
  const plain = typeof body === 'string' ? Buffer.from(body) : body
  if (encoding === 'identity') return plain
  if (encoding === 'gzip') return zip(plain, { level: 9 })
  return brotli(plain, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length },
  })
}

const tagOf = (body: string | Buffer): string => sha256Hex(body).slice(0, 32)

function formWith(
  { status, headers }: Pick<Said, 'status' | 'headers'>,
  tag: string,
  encoding: Encoding,
  body: Buffer,
): Form {
  const etag = `"${tag}${encoding === 'identity' ? '' : `-${encoding}`}"`
  const all = {
    'Cache-Control': status < 400 ? CACHING : 'no-store',
    ...headers,
    ETag: etag,
    Vary: 'Accept-Encoding',
    ...(encoding !== 'identity' && { 'Content-Encoding': encoding }),
    'Content-Length': String(body.length),
  }
  return { status, etag, headers: Object.entries(all).flat(), body }
}

/** An answer in one of its forms. */
export async function formOf(rendered: Rendered, wanted: Encoding): Promise<Form> {
  // A picture is as small as it gets.
  const encoding = typeof rendered.body === 'string' ? wanted : 'identity'
  return formWith(rendered, tagOf(rendered.body), encoding, await encode(rendered.body, encoding))
}

/** An answer as it is held, compressed once. */
export async function pageOf({ body, ...said }: Rendered, record: number): Promise<StoredPage> {
  const bodies =
    typeof body === 'string' ? { br: await encode(body, 'br'), gzip: await encode(body, 'gzip') } : { identity: body }
  const bytes = Object.values(bodies).reduce((sum, { length }) => sum + length, AROUND)
  return { ...said, record, isOthers: false, renderedAt: new Date(), tag: tagOf(body), bodies, bytes }
}

/** A held page as it is laid on the disk: in the smallest of its forms. `state`: of the record before it was rendered. */
export function diskPageOf({ bodies, status, headers, isFound, tag, renderedAt }: StoredPage, state: string): DiskPage {
  const isText = !('identity' in bodies)
  const body = 'identity' in bodies ? bodies.identity : bodies.br
  return { status, headers, isFound, isText, tag, state, renderedAt, body }
}

/** A page from the disk as it is held. `record`: how many changes had been seen in its state, -1 where that is not known. */
export async function pageFromDisk({ body, isText, state: _, ...said }: KeptPage, record: number): Promise<StoredPage> {
  const bodies = isText ? { br: body, gzip: await encode(await unbrotli(body), 'gzip') } : { identity: body }
  const bytes = Object.values(bodies).reduce((sum, { length }) => sum + length, AROUND)
  return { ...said, record, bodies, bytes }
}

/** What was rendered. */
export const plainOf = ({ bodies }: StoredPage): Buffer =>
  'identity' in bodies ? bodies.identity : gunzipSync(bodies.gzip)

/** A held page in one of its forms. */
export function heldForm(page: StoredPage, wanted: Encoding): Form {
  if ('identity' in page.bodies || wanted === 'identity') return formWith(page, page.tag, 'identity', plainOf(page))
  return formWith(page, page.tag, wanted, page.bodies[wanted])
}

/** Pages by their path; those that were rendered longest ago go when there is no room. */
export class PageStore {
  private readonly pages = new Map<string, StoredPage>()
  private bytes = 0

  /** @param room in bytes. */
  constructor(private readonly room: number) {}

  get(path: string): StoredPage | undefined {
    return this.pages.get(path)
  }

  /** A tenth is left for what is asked for. */
  hasRoom(): boolean {
    return this.bytes < this.room * 0.9
  }

  put(path: string, page: StoredPage): void {
    this.remove(path)
    this.pages.set(path, page)
    this.bytes += page.bytes
    for (const oldest of this.pages.keys()) {
      if (this.bytes <= this.room || oldest === path) break
      this.remove(oldest)
    }
  }

  clear(): void {
    this.pages.clear()
    this.bytes = 0
  }

  remove(path: string): void {
    this.bytes -= this.pages.get(path)?.bytes ?? 0
    this.pages.delete(path)
  }
}
