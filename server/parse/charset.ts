import { getBOMEncoding, normalizeEncoding, TextDecoder } from '@exodus/bytes/encoding.js'
import { detect } from 'chardet'
import sniff from 'html-encoding-sniffer'
import { LIMITS } from './limits'
import { ParseRefused } from './parsed'

/** How much is looked at to guess; guessing reads the whole of what it gets, several times. */
const SAMPLE = 64 * 1024
const UNKNOWN = 'unknown'

/**
 * Bytes as text: by byte order mark, then what was sent along, then a page's own `<meta>`, else by what the bytes are.
 * What was declared yields where the bytes are plainly something else. Never fails on malformed bytes: U+FFFD.
 * @throws ParseRefused `too_large`
 */
export function decode(bytes: Uint8Array, declared: string | null): string {
  const text = new TextDecoder(encodingOf(bytes, declared)).decode(bytes)
  if (text.length <= LIMITS.decoded) return text
  throw new ParseRefused('too_large', 'This text is too large: 10 MB is the most.')
}

export function encodingOf(bytes: Uint8Array, declared: string | null): string {
  const mark = getBOMEncoding(bytes)
  if (mark !== null) return mark
  const said = labelled(bytes, declared)
  // ISO-2022-JP and UTF-16 are ASCII bytes, or UTF-8 by chance.
  if (said !== null && /^(iso-2022-jp|utf-16)/.test(said)) return said
  const broken = brokenShare(bytes)
  if (broken === 0 && (said === null || hasHighBytes(bytes))) return 'utf-8'
  // A few broken sequences are a page that was cut or patched; many are another encoding.
  if (said === 'utf-8' && broken < 0.02) return said
  return said === null || said === 'utf-8' ? guess(bytes) : said
}

function labelled(bytes: Uint8Array, declared: string | null): string | null {
  const transport = declared === null ? null : readable(declared)
  if (transport !== null) return transport
  const sniffed: string = sniff(bytes, { defaultEncoding: UNKNOWN })
  return sniffed === UNKNOWN ? null : readable(sniffed)
}

/** Null for a label of no encoding, and for the encodings that stand for "do not read". */
function readable(label: string): string | null {
  const name = normalizeEncoding(label)
  return name === 'replacement' || name === 'x-user-defined' ? null : name
}

function hasHighBytes(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte > 0x7f)
}

/** Of the sequences above ASCII in a sample, how many are no UTF-8. */
function brokenShare(bytes: Uint8Array): number {
  const sample = bytes.subarray(0, SAMPLE * 4)
  const high = sample.reduce((count, byte) => count + (byte >= 0xc0 ? 1 : 0), 0)
  const text = new TextDecoder('utf-8').decode(sample)
  // The end of a sample may cut a character; the end of the whole does not.
  const settled = sample.length < bytes.length ? text.slice(0, -4) : text
  const broken = settled.match(/\uFFFD/g)?.length ?? 0
  return broken === 0 ? 0 : broken / Math.max(high, broken)
}

function guess(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, SAMPLE)
  // No charset that chardet knows tells it from bytes with a zero in every second place.
  const zeros = sample.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0)
  if (zeros > sample.length / 4) return sample[0] === 0 ? 'utf-16be' : 'utf-16le'
  const found = detect(sample)
  return (found === null ? null : readable(found)) ?? 'windows-1252'
}
