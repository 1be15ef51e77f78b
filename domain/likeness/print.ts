import { shinglesOf, winnow } from './shingle'
import type { Reading } from './reading'
import type { Landmark } from './landmark'
import { shortSpeech } from './speech'
import { hashText, mixHash } from './tokens'

/** Raised whenever prints come out otherwise, so that the index is made anew. */
export const PRINT_VERSION = 2

/** Salts keep prints of different kinds apart in one index. */
const LANDMARK = 0x51ed270b
const SPEECH = 0x2c1b3c6d
/** Of a text of a thousand words about a hundred; a book is no article. */
const MOST_PRINTS = 20_000
const MOST_LANDMARKS = 120

/** What is kept of a capture, so that it is found again by what another shares with it: 32-bit hashes, each once. */
export function printsOf(reading: Reading): number[] {
  return [
    ...new Set([
      ...winnow(shinglesOf(reading.tokens)).slice(0, MOST_PRINTS),
      ...landmarkPrints(reading),
      ...speechPrints(reading),
    ]),
  ]
}

/** What is looked up for a new capture: every shingle that counts, and the landmarks. */
export function queryOf(reading: Reading): { shingles: number[]; landmarks: number[] } {
  const shingles = new Set<number>()
  for (let at = 0; at < reading.shingles.length && shingles.size < MOST_PRINTS; at++)
    if (reading.isCommon[at] === 0) shingles.add(reading.shingles[at] ?? 0)
  for (const print of speechPrints(reading)) shingles.add(print)
  return { shingles: [...shingles], landmarks: landmarkPrints(reading) }
}

/**
 * For translations: rare names alone, and neighbouring numbers in pairs, which a translation keeps. A name of few
 * consonants says too little.
 */
function landmarkPrints(reading: Reading): number[] {
  const prints = new Set<number>()
  const landmarks = reading.course().landmarks
  const numbers = landmarks.filter((one) => one.kind === 'number')
  for (let at = 0; at + 1 < numbers.length; at++) {
    prints.add(pairOf(numbers[at], numbers[at + 1]))
    if (at + 2 < numbers.length) prints.add(pairOf(numbers[at], numbers[at + 2]))
  }
  for (const one of landmarks)
    if (one.kind !== 'number' && one.key.length >= 4) prints.add(mixHash(LANDMARK, hashText(one.key)))
  return [...prints].slice(0, MOST_LANDMARKS)
}

function pairOf(first: Landmark | undefined, second: Landmark | undefined): number {
  return mixHash(LANDMARK, hashText(`${first?.key ?? ''} ${second?.key ?? ''}`))
}

/** Too short for the fingerprint to be sure to hold one of its shingles. */
const speechPrints = (reading: Reading) => [...shortSpeech(reading).keys()].map((hash) => mixHash(SPEECH, hash))
