import { shingleLength } from './shingle'
import type { Tokens } from './tokens'

/** A run of tokens that stands in both texts, word for word. */
export type Match = { a: number; b: number; length: number }

/** One text, ready to be compared: which of its shingles stand where, and which tokens count for nothing. */
export type Comparable = { tokens: Tokens; shingles: Int32Array; isCommon: Uint8Array }

/** Places at which one shingle is tried; a text that repeats itself without end is not walked through for each. */
const MOST_PLACES = 8

/** Tokens that a shingle of `common` covers. */
export function markCommon(tokens: Tokens, shingles: Int32Array, common: ReadonlySet<number>): Uint8Array {
  const marked = new Uint8Array(tokens.count)
  if (common.size === 0) return marked
  for (let from = 0; from < shingles.length; from++)
    if (common.has(shingles[from] ?? 0)) marked.fill(1, from, from + shingleLength(tokens, from))
  return marked
}

/**
 * The runs that two texts share, in the order of `a`: at each token the longest run of `b` that begins with the same
 * shingle, and on behind it. Takes time in proportion to the lengths.
 */
export function matchesBetween(a: Comparable, b: Comparable): Match[] {
  const places = new Map<number, number[]>()
  for (let at = 0; at < b.shingles.length; at++) {
    const hash = b.shingles[at] ?? 0
    const known = places.get(hash)
    if (known === undefined) places.set(hash, [at])
    else if (known.length < MOST_PLACES) known.push(at)
  }
  const matches: Match[] = []
  for (let at = 0; at < a.shingles.length;) {
    let best: Match | null = null
    for (const place of places.get(a.shingles[at] ?? 0) ?? []) {
      const length = runLength(a, b, at, place)
      if (length > (best?.length ?? 0)) best = { a: at, b: place, length }
    }
    if (best !== null && best.length >= shingleLength(a.tokens, at)) {
      matches.push(best)
      at += best.length
    } else at++
  }
  return matches
}

function runLength(a: Comparable, b: Comparable, fromA: number, fromB: number): number {
  let length = 0
  while (fromA + length < a.tokens.count && fromB + length < b.tokens.count) {
    const [atA, atB] = [fromA + length, fromB + length]
    if (a.tokens.hashes[atA] !== b.tokens.hashes[atB] || a.isCommon[atA] === 1 || b.isCommon[atB] === 1) break
    length++
  }
  return length
}
