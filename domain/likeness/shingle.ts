import { mixHash, WORD, type Tokens } from './tokens'

/** Words in a shingle: fewer, and common phrases meet; more, and a change of one word hides more around it. */
export const SHINGLE_WORDS = 5
/** Tokens in a window: of a run of `SHINGLE_WORDS + WINDOW - 1` words that two texts share, one print at least is shared. */
export const WINDOW = 12

/** The hash of the shingle that begins at each token; as many as there are whole shingles. */
export function shinglesOf(tokens: Tokens): Int32Array {
  const shingles: number[] = []
  for (let from = 0; from < tokens.count; from++) {
    let hash = 0
    let weight = 0
    let at = from
    for (; at < tokens.count && weight < SHINGLE_WORDS * WORD; at++) {
      hash = mixHash(hash, tokens.hashes[at] ?? 0)
      weight += tokens.weights[at] ?? 0
    }
    if (weight < SHINGLE_WORDS * WORD) break
    shingles.push(hash)
  }
  return Int32Array.from(shingles)
}

/** How many tokens the shingle has that begins at `from`. */
export function shingleLength(tokens: Tokens, from: number): number {
  let weight = 0
  let at = from
  for (; at < tokens.count && weight < SHINGLE_WORDS * WORD; at++) weight += tokens.weights[at] ?? 0
  return at - from
}

/**
 * The fingerprint: of each window of shingles the least, the last of equals (S. Schleimer, D. Wilkerson, A. Aiken:
 * Winnowing: Local Algorithms for Document Fingerprinting, SIGMOD 2003). About 2 in WINDOW + 1 are kept.
 */
export function winnow(shingles: Int32Array): number[] {
  const kept = new Set<number>()
  const last = Math.max(0, shingles.length - WINDOW)
  let least = -1
  for (let from = 0; from <= last && shingles.length > 0; from++) {
    const end = Math.min(shingles.length, from + WINDOW)
    if (least < from) {
      least = from
      for (let at = from + 1; at < end; at++) if (isLess(shingles, at, least)) least = at
    } else if (isLess(shingles, end - 1, least)) least = end - 1
    kept.add(shingles[least] ?? 0)
  }
  return [...kept]
}

const isLess = (shingles: Int32Array, at: number, than: number) => (shingles[at] ?? 0) <= (shingles[than] ?? 0)
