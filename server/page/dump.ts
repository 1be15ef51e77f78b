import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { brotliCompress, brotliDecompress, constants } from 'node:zlib'
import inject from 'light-my-request'
import { z } from 'zod'
import { describeError, log } from '../log'
import { asOfHeaders, isKnown } from './answer'
import type { DiskPage, PageDisk } from './disk'
import type { Freshness } from './freshness'
import { ASKING, headersIn } from './render'

const brotli = promisify(brotliCompress)
const unbrotli = promisify(brotliDecompress)

/** What dumps are called: `publications-0.jsonl`. */
export const DUMPS = [
  ['publications', 'jsonl'],
  ['publications', 'csv'],
  ['claims', 'csv'],
] as const
export const DUMP = new RegExp(`^/dumps/(?:${DUMPS.map(([name, end]) => `${name}-\\d{1,6}\\.${end}`).join('|')})$`)

/** Bytes of a dump that are read, sealed and sent at once. */
const PIECE = 1_048_576

const listSchema = z.object({ pieces: z.number(), bytes: z.number(), etag: z.string() })
type List = z.output<typeof listSchema>

type DumpsOptions = {
  listener: RequestListener
  freshness: Pick<Freshness, 'known' | 'ask' | 'sureOf' | 'stateOf' | 'changesIn'>
  disk: PageDisk
  publicUrl: string
}

/** Parts of dumps, on the disk in pieces: for while the database cannot be read. Nothing of one is held in memory. */
export class Dumps {
  constructor(private readonly options: DumpsOptions) {}

  /** Has a part ready; one whose tag is still the same is only noted as of now. */
  async prepare(path: string): Promise<void> {
    const { freshness, disk, listener, publicUrl } = this.options
    const number = freshness.known()
    const state = number === undefined ? undefined : freshness.stateOf(number)
    if (state === undefined) return
    const begun = new Date()
    const kept = await disk.get(path)
    const list = kept && readList(kept)
    // Another build may write it in another way, with the same tag.
    const isOwn = kept !== undefined && !kept.isOthers
    const isWhole = list !== undefined && isOwn && (await this.isWhole(path, list))
    if (isWhole && kept.state === state) return
    const { erasure } = disk
    const { host } = new URL(publicUrl)
    const answer = await inject(listener, {
      method: 'GET',
      url: path,
      headers: { ...ASKING, host, ...(isWhole && { 'if-none-match': list.etag }) },
      remoteAddress: '127.0.0.1',
      payloadAsStream: true,
    })
    const put = async (address: string, page: Omit<DiskPage, 'renderedAt'>): Promise<void> => {
      if (disk.erasure !== erasure) throw new Error('a redaction came while a dump was laid down')
      await disk.put(address, { ...page, renderedAt: begun })
    }
    if (answer.statusCode !== 200) answer.stream().resume()
    if (answer.statusCode === 304 && kept !== undefined) await put(path, { ...kept, state })
    if (answer.statusCode !== 200) return
    const made = await lay(path, String(answer.headers['etag']), answer.stream(), put)
    const headers = headersIn(path, answer, publicUrl)
    await put(path, { ...BARE, headers, state, body: Buffer.from(JSON.stringify(made)) })
    if (list !== undefined && list.etag !== made.etag) await this.drop(path, list)
  }

  /** Answers from the disk where the record cannot be asked; false for all else. */
  take(request: IncomingMessage, response: ServerResponse, otherwise: () => void): boolean {
    const { url = '', method } = request
    const { freshness } = this.options
    if ((method !== 'GET' && method !== 'HEAD') || !DUMP.test(url) || freshness.known() !== undefined) return false
    this.answer(request, response, otherwise).catch((error: unknown) => {
      log.error('a dump failed', describeError(error))
      response.destroy()
    })
    return true
  }

  private async answer(request: IncomingMessage, response: ServerResponse, otherwise: () => void): Promise<void> {
    const { freshness, disk } = this.options
    const number = await freshness.ask().catch(() => undefined)
    const path = request.url ?? ''
    const kept = number === undefined ? await disk.get(path) : undefined
    const list = kept && readList(kept)
    if (kept === undefined || list === undefined) {
      otherwise()
      return
    }
    const at = freshness.sureOf(freshness.changesIn(kept.state) ?? -1, kept.renderedAt)
    const headers = { ...kept.headers, ...asOfHeaders(at), ETag: list.etag }
    if (isKnown(request.headers['if-none-match'], list.etag)) {
      response.writeHead(304, headers).end()
      return
    }
    response.writeHead(200, { ...headers, 'Content-Length': list.bytes })
    if (request.method === 'HEAD') response.end()
    else await this.send(path, list, response)
  }

  private async send(path: string, { etag, pieces }: List, response: ServerResponse): Promise<void> {
    for (let nth = 0; nth < pieces && !response.destroyed; nth++) {
      const piece = await this.options.disk.get(pieceOf(path, etag, nth))
      // What follows cannot be told any more: whoever reads sees that it is broken off.
      if (piece === undefined) throw new Error('a piece of a dump is missing')
      if (!response.write(await unbrotli(piece.body))) await drained(response)
    }
    response.end()
  }

  private async isWhole(path: string, { etag, pieces }: List): Promise<boolean> {
    for (let nth = 0; nth < pieces; nth++)
      if ((await this.options.disk.writtenAt(pieceOf(path, etag, nth))) === undefined) return false
    return true
  }

  private async drop(path: string, { etag, pieces }: List): Promise<void> {
    for (let nth = 0; nth < pieces; nth++) await this.options.disk.remove(pieceOf(path, etag, nth))
  }
}

type Put = (address: string, page: Omit<DiskPage, 'renderedAt'>) => Promise<void>

/** Lays a dump down piece by piece, as it comes. */
async function lay(path: string, etag: string, stream: Readable, put: Put): Promise<List> {
  const list = { pieces: 0, bytes: 0, etag }
  const one = async (plain: Buffer): Promise<void> => {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length }
    await put(pieceOf(path, etag, list.pieces++), { ...BARE, body: await brotli(plain, { params }) })
    list.bytes += plain.length
  }
  let waiting = Buffer.alloc(0)
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    waiting = Buffer.concat([waiting, chunk])
    for (; waiting.length >= PIECE; waiting = waiting.subarray(PIECE)) await one(waiting.subarray(0, PIECE))
  }
  await one(waiting)
  return list
}

/** No address has such a part. */
const pieceOf = (path: string, etag: string, nth: number): string => `${path}#${etag}#${nth}`

const BARE: Omit<DiskPage, 'body' | 'renderedAt'> = {
  status: 200,
  headers: {},
  isFound: true,
  isText: false,
  tag: '',
  state: '',
}

function readList({ body }: DiskPage): List | undefined {
  const read = listSchema.safeParse(JSON.parse(body.toString()))
  return read.success ? read.data : undefined
}

/** Until what was written is on its way, or nobody takes it any more. */
const drained = (response: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      response.off('drain', done).off('close', done)
      resolve()
    }
    response.on('drain', done).on('close', done)
  })
