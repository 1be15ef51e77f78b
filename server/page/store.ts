import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { sha256Hex } from '@/domain/hash'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

export const ENCODINGS = ['br', 'gzip', 'identity'] as const
export type Encoding = (typeof ENCODINGS)[number]

/** An answer as it was rendered: text, or the bytes of what is none. */
export type Rendered = { status: number; headers: Readonly<Record<string, string>>; body: string | Buffer }

/** One form of a page: its bytes, and its headers as `writeHead` takes them soonest. */
export type Form = { status: number; etag: string; headers: string[]; body: Buffer }

export type StoredPage = {
  /** How many changes of the public record this instance had seen before it was rendered. */
  record: number
  renderedAt: Date
  rendered: Rendered
  forms: Readonly<Record<Encoding, Form>>
  bytes: number
}

/** Every answer may be kept, and is asked after each time: a change of the record is what the next request gets. */
const CACHING = 'public, max-age=0, must-revalidate, stale-if-error=604800'

async function encode(body: string | Buffer, encoding: Encoding): Promise<Buffer> {
  const plain = typeof body === 'string' ? Buffer.from(body) : body
  if (encoding === 'identity') return plain
  if (encoding === 'gzip') return zip(plain, { level: 9 })
  return brotli(plain, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length },
  })
}

/** An answer in one of its forms. */
export async function formOf({ status, headers, body }: Rendered, wanted: Encoding): Promise<Form> {
  // A picture is as small as it gets.
  const encoding = typeof body === 'string' ? wanted : 'identity'
  const bytes = await encode(body, encoding)
  const etag = `"${sha256Hex(body).slice(0, 32)}${encoding === 'identity' ? '' : `-${encoding}`}"`
  const all = {
    'Cache-Control': status < 400 ? CACHING : 'no-store',
    ...headers,
    ETag: etag,
    Vary: 'Accept-Encoding',
    ...(encoding !== 'identity' && { 'Content-Encoding': encoding }),
    'Content-Length': String(bytes.length),
  }
  return { status, etag, headers: Object.entries(all).flat(), body: bytes }
}

/** Every form of an answer, each made once. */
export async function pageOf(rendered: Rendered, record: number): Promise<StoredPage> {
  const [br, gzip, identity] = await Promise.all([
    formOf(rendered, 'br'),
    formOf(rendered, 'gzip'),
    formOf(rendered, 'identity'),
  ])
  const bytes = [br, gzip, identity].reduce((sum, { body }) => sum + body.length, rendered.body.length)
  return { record, renderedAt: new Date(), rendered, forms: { br, gzip, identity }, bytes }
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

  remove(path: string): void {
    this.bytes -= this.pages.get(path)?.bytes ?? 0
    this.pages.delete(path)
  }
}
