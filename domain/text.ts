const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/
const CONTROLS = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g
const BIDI_CONTROL = /[\u202A-\u202E\u2066-\u2069]/
const BIDI_CONTROLS = /[\u202A-\u202E\u2066-\u2069]/g

/** A half of a UTF-16 pair on its own: no Unicode text, and PostgreSQL refuses it. */
export function hasLoneSurrogate(text: string): boolean {
  return LONE_SURROGATE.test(text)
}

/** NUL or another C0 or C1 control, DEL among them; tab and newline are no controls here, carriage return is. */
export function hasControl(text: string): boolean {
  return CONTROL.test(text)
}

/** An embedding, override or isolate (U+202A–202E, U+2066–2069), which can make text read as what it is not. */
export function hasBidiControl(text: string): boolean {
  return BIDI_CONTROL.test(text)
}

/** Letters that take no place or no ink: the Hangul fillers are ignorable, the blank of Braille is not. */
const UNSEEN = /[\s\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\u2800]/gu

/** Is there nothing in it that anybody could see, or press? */
export function isUnseen(text: string): boolean {
  return text.replace(UNSEEN, '') === ''
}

/** What a single line or a summary may hold: none of the three above. */
export function isCleanText(text: string): boolean {
  return !hasLoneSurrogate(text) && !hasControl(text) && !hasBidiControl(text)
}

/** Drops what `isCleanText` refuses, for what is pasted; a lone surrogate becomes U+FFFD. */
export function cleanText(text: string): string {
  return unifyNewlines(text)
    .replace(CONTROLS, '')
    .replace(BIDI_CONTROLS, '')
    .replace(new RegExp(LONE_SURROGATE, 'g'), '\uFFFD')
}

function unifyNewlines(text: string): string {
  return text.replace(/\r\n?|[\u000B\u000C\u0085\u2028\u2029]/g, '\n')
}

/** Single-line text, such as a title: NFC, every run of white space one space, none at the ends. */
export function normaliseLine(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim()
}

/** Text of several lines, such as a reason: NFC, newlines as LF, none at the ends. */
export function normaliseProse(text: string): string {
  return unifyNewlines(text).normalize('NFC').trim()
}

/** Version of `normaliseCaptureText`; stored with each capture. A change of the steps is a new version. */
export const NORMALISATION_VERSION = 1

/**
 * The one normalisation of a captured text, version 1; it is idempotent:
 * 1. CR LF, CR, vertical tab, form feed, NEL, U+2028 and U+2029 become LF;
 * 2. other C0 and C1 controls go, but for tab; soft hyphen, zero-width space, word joiner and byte order mark go
 *    (ZWJ, ZWNJ and the direction marks stay: scripts need them);
 * 3. no-break spaces (U+00A0, U+2007, U+202F) become spaces, as a browser's clipboard makes them;
 * 4. NFC;
 * 5. spaces and tabs at the end of a line go, three or more LF become two, and none stand at either end.
 */
export function normaliseCaptureText(raw: string): string {
  return unifyNewlines(raw)
    .replace(CONTROLS, '')
    .replace(/[\u00AD\u200B\u2060\uFEFF]/g, '')
    .replace(/[\u00A0\u2007\u202F]/g, ' ')
    .normalize('NFC')
    .split('\n')
    .map(trimEnd)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '')
}

/** By hand: `/[ \t]+$/` takes quadratic time on a long run of spaces. */
function trimEnd(line: string): string {
  let end = line.length
  while (end > 0 && (line[end - 1] === ' ' || line[end - 1] === '\t')) end--
  return line.slice(0, end)
}

/** Length in Unicode code points; a lone surrogate counts as one. */
export function codePointLength(text: string): number {
  return indexText(text).length
}

/** The part from code point `start` up to, not including, `end`; both are clamped to the text. */
export function sliceCodePoints(text: string, start: number, end: number): string {
  return indexText(text).slice(start, end)
}

/** Offsets of one text in both units. Build it once for a long text: building reads the whole of it. */
export type TextIndex = {
  text: string
  /** In code points. */
  length: number
  /** From code points to UTF-16 units; clamped to the text. */
  toUtf16(codePoint: number): number
  /** From UTF-16 units to code points; the inside of a pair counts as its start. Clamped to the text. */
  toCodePoint(utf16: number): number
  slice(start: number, end: number): string
}

const STEP = 1024

/** An index with a mark every 1,024 code points, so that a look-up reads at most that many. */
export function indexText(text: string): TextIndex {
  const index = /[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text) ? indexPairs(text) : indexPlain(text)
  return { text, ...index, slice: (start, end) => text.slice(index.toUtf16(start), index.toUtf16(end)) }
}

type Conversions = Pick<TextIndex, 'length' | 'toUtf16' | 'toCodePoint'>

function indexPlain(text: string): Conversions {
  const length = text.length
  const clamp = (offset: number) => Math.max(0, Math.min(length, offset))
  return { length, toUtf16: clamp, toCodePoint: clamp }
}

function isPair(text: string, at: number): boolean {
  const high = text.charCodeAt(at)
  if (high < 0xd800 || high > 0xdbff) return false
  const low = text.charCodeAt(at + 1)
  return low >= 0xdc00 && low <= 0xdfff
}

function indexPairs(text: string): Conversions {
  const marks: number[] = []
  let length = 0
  for (let at = 0; at < text.length; at += isPair(text, at) ? 2 : 1) {
    if (length % STEP === 0) marks.push(at)
    length++
  }
  return {
    length,
    toUtf16(codePoint) {
      if (codePoint >= length) return text.length
      if (codePoint <= 0) return 0
      let at = marks[Math.floor(codePoint / STEP)] ?? 0
      for (let left = codePoint % STEP; left > 0; left--) at += isPair(text, at) ? 2 : 1
      return at
    },
    toCodePoint(utf16) {
      if (utf16 >= text.length) return length
      if (utf16 <= 0) return 0
      const mark = lastAtOrBefore(marks, utf16)
      let at = marks[mark] ?? 0
      let codePoint = mark * STEP
      for (;;) {
        const next = at + (isPair(text, at) ? 2 : 1)
        if (next > utf16) return codePoint
        at = next
        codePoint++
      }
    },
  }
}

function lastAtOrBefore(sorted: readonly number[], value: number): number {
  let low = 0
  let high = sorted.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((sorted[middle] ?? 0) <= value) low = middle
    else high = middle - 1
  }
  return low
}
