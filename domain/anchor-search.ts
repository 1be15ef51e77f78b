/** Approximate search for `nearestPassage`. All offsets in this file are UTF-16 units. */

type Folded = { codes: Uint16Array; offsets: Uint32Array; length: number }

const GRAM = 4
const LEAST_SIMILARITY = 0.4
/** Cells of the edit-distance table over all candidates; about a third of a second. */
const CELL_BUDGET = 60_000_000

/** Letters, marks and digits in lower case, each with its offset in the text. */
function fold(text: string): Folded {
  const codes = new Uint16Array(text.length)
  const offsets = new Uint32Array(text.length)
  let length = 0
  // By match and not by toLowerCase of the whole, which can change the length.
  for (const match of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const word = match[0]
    const lower = word.toLowerCase()
    const same = lower.length === word.length ? lower : word
    for (let at = 0; at < same.length; at++) {
      codes[length] = same.charCodeAt(at)
      offsets[length] = match.index + at
      length++
    }
  }
  return { codes, offsets, length }
}

const code = (folded: Folded, at: number): number => folded.codes[at] ?? 0

function gramAt(folded: Folded, at: number, size: number): number {
  let hash = 2166136261
  for (let step = 0; step < size; step++) hash = Math.imul(hash ^ code(folded, at + step), 16777619)
  return (hash ^ (hash >>> 15)) & 0x3ffff
}

/** Starts of the windows, as long as the quotation, that share most of its n-grams; none of them overlap. */
function candidates(text: Folded, quote: Folded): number[] {
  const size = Math.min(GRAM, quote.length)
  const wanted = new Uint8Array(0x40000)
  for (let at = 0; at + size <= quote.length; at++) wanted[gramAt(quote, at, size)] = 1
  const width = Math.max(1, quote.length - size + 1)
  const last = text.length - size
  const isHit = new Uint8Array(Math.max(0, last + 1))
  for (let at = 0; at <= last; at++) isHit[at] = wanted[gramAt(text, at, size)] ?? 0
  const best: { start: number; hits: number }[] = []
  let hits = 0
  for (let at = 0; at <= last; at++) {
    hits += isHit[at] ?? 0
    if (at >= width) hits -= isHit[at - width] ?? 0
    keepBest(best, { start: Math.max(0, at - width + 1), hits }, width)
  }
  return best.map((window) => window.start)
}

const KEPT = 3

function keepBest(best: { start: number; hits: number }[], window: { start: number; hits: number }, width: number) {
  if (window.hits === 0 || (best.length === KEPT && window.hits <= (best[KEPT - 1]?.hits ?? 0))) return
  const rival = best.findIndex((kept) => Math.abs(kept.start - window.start) < width)
  if (rival >= 0) {
    if ((best[rival]?.hits ?? 0) >= window.hits) return
    best.splice(rival, 1)
  }
  best.push(window)
  best.sort((a, b) => b.hits - a.hits || a.start - b.start)
  best.length = Math.min(best.length, KEPT)
}

type Alignment = { start: number; end: number; distance: number }

/**
 * The stretch of `text` between `from` and `to` with the least edit distance to the whole quotation
 * (Sellers 1980: free ends in the text), with where it starts carried along each cell.
 */
function align(text: Folded, quote: Folded, from: number, to: number): Alignment {
  const m = quote.length
  let distance = Uint16Array.from({ length: m + 1 }, (_, row) => row)
  let start = new Uint32Array(m + 1).fill(from)
  let nextDistance = new Uint16Array(m + 1)
  let nextStart = new Uint32Array(m + 1)
  let best: Alignment = { start: from, end: from, distance: m }
  for (let column = from; column < to; column++) {
    const letter = code(text, column)
    nextDistance[0] = 0
    nextStart[0] = column + 1
    for (let row = 1; row <= m; row++) {
      const diagonal = (distance[row - 1] ?? 0) + (code(quote, row - 1) === letter ? 0 : 1)
      const left = (distance[row] ?? 0) + 1
      const up = (nextDistance[row - 1] ?? 0) + 1
      if (diagonal <= left && diagonal <= up) {
        nextDistance[row] = diagonal
        nextStart[row] = start[row - 1] ?? from
      } else if (left <= up) {
        nextDistance[row] = left
        nextStart[row] = start[row] ?? from
      } else {
        nextDistance[row] = up
        nextStart[row] = nextStart[row - 1] ?? from
      }
    }
    ;[distance, nextDistance] = [nextDistance, distance]
    ;[start, nextStart] = [nextStart, start]
    const total = distance[m] ?? m
    if (total < best.distance) best = { start: start[m] ?? from, end: column + 1, distance: total }
  }
  return best
}

/** The passage most like the quotation, in UTF-16 units, or null where none reaches 0.4. */
export function findNear(text: string, quotation: string): { start: number; end: number; similarity: number } | null {
  const quote = fold(quotation)
  const folded = fold(text)
  if (quote.length === 0 || folded.length === 0) return null
  const slack = Math.ceil(quote.length / 4) + 8
  let best: Alignment | null = null
  let cells = 0
  for (const start of candidates(folded, quote)) {
    const from = Math.max(0, start - slack)
    const to = Math.min(folded.length, start + quote.length + slack)
    cells += (to - from) * quote.length
    if (best !== null && cells > CELL_BUDGET) break
    const found = align(folded, quote, from, to)
    if (best === null || found.distance < best.distance) best = found
  }
  if (best === null || best.end <= best.start) return null
  const similarity = 1 - best.distance / quote.length
  if (similarity < LEAST_SIMILARITY) return null
  return { ...withEnds(text, quotation, folded, best), similarity }
}

/** Takes in the quotation's own opening and closing marks where the text has the same ones. */
function withEnds(text: string, quotation: string, folded: Folded, found: Alignment): { start: number; end: number } {
  let start = folded.offsets[found.start] ?? 0
  let end = (folded.offsets[found.end - 1] ?? 0) + 1
  const opening = /^[^\p{L}\p{M}\p{N}]*/u.exec(quotation)?.[0].trimStart() ?? ''
  const closing = /[^\p{L}\p{M}\p{N}]*$/u.exec(quotation.slice(-64))?.[0].trimEnd() ?? ''
  if (opening !== '' && text.slice(0, start).endsWith(opening)) start -= opening.length
  if (closing !== '' && text.startsWith(closing, end)) end += closing.length
  return { start, end }
}
