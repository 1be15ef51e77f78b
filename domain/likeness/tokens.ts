import type { Span } from '../anchor'
import type { TextIndex } from '../text'

/** A text as the words that are compared. All arrays have one entry a token; offsets are UTF-16 units. */
export type Tokens = {
  count: number
  hashes: Int32Array
  starts: Int32Array
  ends: Int32Array
  /** How much of a word each stands for: `WORD` where words are spaced. */
  weights: Uint8Array
}

/** A whole word; an ideograph or a kana is half of one, a letter of an unspaced script a quarter. */
export const WORD = 4

const IDEOGRAPH = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}'
const UNSPACED = '\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}'
const APOSTROPHE = "'’‘ʼ`´ʹ"
const TOKEN = new RegExp(
  `(?<ideograph>[${IDEOGRAPH}])|(?<unspaced>[${UNSPACED}]\\p{M}*)|` +
    `[\\p{L}\\p{N}](?:(?![${IDEOGRAPH}${UNSPACED}])[\\p{L}\\p{N}\\p{M}]|[${APOSTROPHE}](?=\\p{L}))*`,
  'gu',
)
/** Accents and pointing, which one copy writes and the next leaves out; vowels of Indian scripts are letters. */
const MARKS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200c\u200d]/g
const APOSTROPHES = new RegExp(`[${APOSTROPHE}]`, 'g')
const PLAIN = /^[a-z0-9]+$/

/** One spelling for a word: small letters without accents or apostrophes, digits as 0–9. */
export function foldWord(word: string): string {
  const small = word.toLowerCase()
  if (PLAIN.test(small)) return small
  return small
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(APOSTROPHES, '')
    .replace(/\p{Nd}/gu, digitOf)
}

/** The digits of a script stand in a row in Unicode, from its nought to its nine. */
function digitOf(digit: string): string {
  if (digit >= '0' && digit <= '9') return digit
  let code = digit.codePointAt(0) ?? 0
  let value = 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - 1))) {
    code--
    value++
  }
  return String(value)
}

/** FNV-1a over UTF-16 units, 32 bits. */
export function hashText(text: string, seed = 0): number {
  let hash = 0x811c9dc5 ^ seed
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash | 0
}

/** Adds one hash to another so that the order counts. */
export function mixHash(into: number, next: number): number {
  const mixed = Math.imul(into ^ next, 0x9e3779b1)
  return ((mixed << 13) | (mixed >>> 19)) ^ (mixed >>> 7)
}

/** The tokens of a text in any script, without those that begin in `skipped` (code points). */
export function tokensOf(index: TextIndex, skipped: readonly Span[] = []): Tokens {
  const gaps = skipped
    .map((span) => ({ start: index.toUtf16(span.start), end: index.toUtf16(span.end) }))
    .toSorted((a, b) => a.start - b.start)
  const hashes: number[] = []
  const starts: number[] = []
  const ends: number[] = []
  const weights: number[] = []
  let gap = 0
  for (const match of index.text.matchAll(TOKEN)) {
    while (gap < gaps.length && (gaps[gap]?.end ?? 0) <= match.index) gap++
    if ((gaps[gap]?.start ?? Infinity) <= match.index) continue
    hashes.push(hashText(foldWord(match[0])))
    starts.push(match.index)
    ends.push(match.index + match[0].length)
    weights.push(match.groups?.['ideograph'] ? WORD / 2 : match.groups?.['unspaced'] ? WORD / 4 : WORD)
  }
  return {
    count: hashes.length,
    hashes: Int32Array.from(hashes),
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    weights: Uint8Array.from(weights),
  }
}
