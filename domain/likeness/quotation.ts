import type { Span } from '../anchor'

/** UTF-16 units; what is longer lost its closing mark somewhere. */
const MOST = 1500
const LEAST = 6
/** Marks that are open at once, at most: quotations within quotations. */
const DEEPEST = 8

/** Every mark that opens a quotation, with those that may close it. */
const CLOSES: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '”': '”',
  '«': '»',
  '»': '«»',
  '‹': '›',
  '›': '‹',
  '‘': '’',
  '‚': '‘’',
  '「': '」',
  '『': '』',
  '"': '"',
  "'": "'",
}
/** These end with their line: they open and close alike, and one that is missing would turn all the others around. */
const STRAIGHT = new Set(['"', "'"])
/** In scripts without spaces these say themselves whether they open. */
const PLAIN_OPEN = new Set(['「', '『'])
const PLAIN_CLOSE = new Set(['」', '』'])
const MARK = /["'“”„«»‹›‘’‚「」『』]/g
const LETTER = /[\p{L}\p{N}\p{M}]/u
const BEFORE_OPEN = /[\s([{—–\-:;/]|^$/u

/** What stands between quotation marks, in the order of the text, outermost only; UTF-16 units, the marks left out. */
export function quotationsIn(text: string): Span[] {
  const open: { mark: string; at: number }[] = []
  const found: Span[] = []
  for (const match of text.matchAll(MARK)) {
    const [mark, at] = [match[0], match.index]
    const [before, after] = [text[at - 1] ?? '', text[at + 1] ?? '']
    if (!PLAIN_OPEN.has(mark) && !PLAIN_CLOSE.has(mark) && LETTER.test(before) && LETTER.test(after)) continue
    const opener = open.findLastIndex((one) => isClosed(one, mark, at, text))
    if (opener >= 0 && mayClose(mark, before)) {
      const start = (open[opener]?.at ?? at) + 1
      open.length = opener
      if (at - start >= LEAST) found.push({ start, end: at })
    } else if (mark in CLOSES && mayOpen(mark, before, after, open.at(-1)?.at === at - 1)) {
      if (open.length >= DEEPEST) open.shift()
      open.push({ mark, at })
    }
  }
  return outermost(found)
}

function isClosed(opener: { mark: string; at: number }, mark: string, at: number, text: string): boolean {
  if (!(CLOSES[opener.mark] ?? '').includes(mark) || at - opener.at > MOST) return false
  return !STRAIGHT.has(mark) || !text.slice(opener.at, at).includes('\n')
}

const mayClose = (mark: string, before: string) => PLAIN_CLOSE.has(mark) || !/\s/u.test(before)

function mayOpen(mark: string, before: string, after: string, isBehindMark: boolean): boolean {
  return PLAIN_OPEN.has(mark) || ((BEFORE_OPEN.test(before) || isBehindMark) && !/\s|^$/u.test(after))
}

function outermost(found: Span[]): Span[] {
  const outer: Span[] = []
  for (const span of found.toSorted((a, b) => a.start - b.start || b.end - a.end))
    if (span.start >= (outer.at(-1)?.end ?? -1)) outer.push(span)
  return outer
}
