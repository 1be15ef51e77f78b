import type { IncomingMessage } from 'node:http'
import { promisify } from 'node:util'
import * as zlib from 'node:zlib'
import type { ZlibOptions } from 'node:zlib'
import { brokenOff } from './ask'
import { inMegabytes } from './limits'
import type { Limits } from './limits'
import { FetchRefused } from './refused'

type Progress = (progress: { received: number; total: number | null }) => void
type Decode = (bytes: Buffer, options: ZlibOptions) => Promise<Buffer>

/** Bytes of output made at a time, between two looks at the limit. */
const CHUNK = 64 * 1024
/** A raw deflate stream, which some servers send, does not begin with the method byte of zlib (RFC 1950). */
const ZLIB_METHOD = 8

const inflate: Decode = promisify(zlib.inflate)
const inflateRaw: Decode = promisify(zlib.inflateRaw)
const gunzip: Decode = promisify(zlib.gunzip)
const brotli = promisify(zlib.brotliDecompress) as Decode
const decoders: ReadonlyMap<string, Decode> = new Map<string, Decode>([
  ['gzip', gunzip],
  ['x-gzip', gunzip],
  ['deflate', (bytes, options) => ((bytes[0] ?? 0) % 16 === ZLIB_METHOD ? inflate : inflateRaw)(bytes, options)],
  ['br', brotli],
  ...zstd(),
])

/** Node has it from 22.15 on. */
function zstd(): [string, Decode][] {
  const own = (zlib as { zstdDecompress?: Parameters<typeof promisify>[0] }).zstdDecompress
  return own === undefined ? [] : [['zstd', promisify(own) as unknown as Decode]]
}

/** The body as it comes over the wire. @throws FetchRefused when it is longer than may be, or breaks off */
export async function receive(
  response: IncomingMessage,
  host: string,
  limits: Limits,
  onProgress: Progress = () => undefined,
): Promise<Buffer> {
  const announced = /^\d{1,15}$/.exec(response.headers['content-length'] ?? '')
  const total = announced === null ? null : Number(announced[0])
  if (total !== null && total > limits.wire) throw tooLarge(host, limits.wire)
  const parts: Buffer[] = []
  let received = 0
  try {
    for await (const part of response as AsyncIterable<Buffer>) {
      received += part.length
      const wrapping = response.socket.bytesRead - received
      if (received > limits.wire || wrapping > limits.wrapping) throw tooLarge(host, limits.wire)
      parts.push(part)
      onProgress({ received, total })
    }
  } catch (error) {
    throw brokenOff(host, error)
  }
  return Buffer.concat(parts)
}

/** Undoes what Content-Encoding names, the last first. @throws FetchRefused when it opens to more than may be */
export async function decode(bytes: Buffer, encoding: string, host: string, limits: Limits): Promise<Buffer> {
  const layers = encoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity')
  if (layers.length > limits.layers)
    throw new FetchRefused('not_text', `${host} packs its page ${layers.length} times over, which no honest site does.`)
  let opened = bytes
  for (const name of layers.reverse()) {
    // A page without a body has nothing to undo.
    if (opened.length > 0) opened = await open(opened, name, host, limits.decoded)
  }
  if (opened.length > limits.decoded) throw tooLarge(host, limits.decoded)
  return opened
}

async function open(bytes: Buffer, name: string, host: string, most: number): Promise<Buffer> {
  const decoder = decoders.get(name)
  if (decoder === undefined)
    throw new FetchRefused(
      'not_text',
      `${host} packs its page in a way that cannot be read here (${name.slice(0, 40)}).`,
    )
  try {
    return await decoder(bytes, { maxOutputLength: most, chunkSize: CHUNK })
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE')
      throw new FetchRefused('too_large', `The page of ${host} opens to more than ${inMegabytes(most)}.`)
    throw new FetchRefused(
      'unreachable',
      `What ${host} sent is damaged and cannot be unpacked (${name}). Try again later.`,
    )
  }
}

function tooLarge(host: string, most: number): FetchRefused {
  return new FetchRefused('too_large', `${host} sends more than ${inMegabytes(most)}. Paste the text, or drop a file.`)
}
