import { bonesOf, latinOf, skeletonOf } from '../name-word'
import { foldWord } from './tokens'

/**
 * What a translation leaves standing in its place: a number, or a name by its consonants. `word` is any word of a
 * script without capitals, which may be a name.
 */
export type Landmark = {
  kind: 'number' | 'name' | 'word'
  key: string
  /** 0–1: how far into the text. */ place: number
}

const MOST = 400
const WORDS = /\p{N}+(?:[.,:٫٬]\p{N}+)*|\p{L}[\p{L}\p{M}'’ʼ]*/gu
const CASED = /[\p{Lu}\p{Lt}]/u
const UNCASED = /^[\p{Lo}\p{M}]+$/u
const SENTENCE_START = /(?:^|[.!?…。:;\n«»“”„"'‘(—–-])\s*$/u

/** Numbers and names in the order of the text, at most 400; a name that opens a sentence counts where it comes again. */
export function landmarksOf(text: string): Landmark[] {
  const inside = new Set<string>()
  const found: (Landmark & { isOpening: boolean })[] = []
  let capitals = 0
  for (const match of text.matchAll(WORDS)) {
    if (found.length >= MOST * 4) break
    const word = match[0]
    const place = match.index / Math.max(1, text.length)
    if (/\p{N}/u.test(word)) {
      const key = foldWord(word).replace(/[^0-9]/g, '')
      if (key.length > 0) found.push({ kind: 'number', key, place, isOpening: false })
    } else if (CASED.test(word[0] ?? '')) {
      capitals++
      const key = boneKey(word)
      const isOpening = SENTENCE_START.test(text.slice(Math.max(0, match.index - 4), match.index))
      if (!isOpening) inside.add(key)
      if (key.length >= 2) found.push({ kind: 'name', key, place, isOpening })
    } else if (UNCASED.test(word)) {
      const key = boneKey(word)
      if (key.length >= 2) found.push({ kind: 'word', key, place, isOpening: false })
    }
  }
  return found
    .filter((one) => (one.kind === 'word' ? capitals < found.length / 20 : !one.isOpening || inside.has(one.key)))
    .slice(0, MOST)
    .map(({ kind, key, place }) => ({ kind, key, place }))
}

function boneKey(word: string): string {
  return bonesOf(skeletonOf(latinOf(word), word))
}

/** Cases end in consonants, and Arabic writes its small words onto the front. */
function isSame(a: Landmark, b: Landmark): boolean {
  if (a.kind === 'number' || b.kind === 'number') return a.kind === b.kind && a.key === b.key
  const [short, long] = a.key.length <= b.key.length ? [a.key, b.key] : [b.key, a.key]
  if (short === long) return true
  if (short.length < 3) return false
  if (long.startsWith(short)) return long.length - short.length <= 2
  return (a.kind === 'word' || b.kind === 'word') && long.length - short.length === 1 && long.endsWith(short)
}

/** How two rows of landmarks run; counts, and shares of the shorter row. */
export type LandmarkOrder = {
  shared: number
  numbers: number
  names: number
  /** Of the fewer landmarks, how many stand in the other in the same order, 0–1. */
  coverage: number
  /** 1 where what is shared stands equally far into both texts, 0 where it is scattered. */
  alignment: number
  /** 1 where sentences end in the same places between what is shared, and it is equally far apart: as one translates. */
  rhythm: number
}

/** A text's landmarks, and how far into it its sentences end, 0–1. */
export type Course = { landmarks: readonly Landmark[]; ends: readonly number[] }

const END = /[.!?…؟۔。！？]+(?=[\s”»"'’)]|$)|\n+/gu
/** What is shorter is an initial or a number. */
const SHORTEST_SENTENCE = 8

export function sentenceEnds(text: string): number[] {
  const ends: number[] = []
  for (const { index } of text.matchAll(END)) if (index - (ends.at(-1) ?? 0) > SHORTEST_SENTENCE) ends.push(index)
  return ends.slice(0, MOST).map((end) => end / Math.max(1, text.length))
}

/** The longest row that both share in its order, as `diff` finds it; words of a text without capitals are asked for names only. */
export function compareLandmarks(a: Course, b: Course): LandmarkOrder {
  const [left, right] = [tellingOf(a.landmarks, b.landmarks), tellingOf(b.landmarks, a.landmarks)]
  const pairs = longestCommon(left, right)
  const fewer = Math.min(left.length, right.length)
  const apart =
    pairs.reduce((sum, [one, other]) => sum + Math.abs(one.place - other.place), 0) / Math.max(1, pairs.length)
  const numbers = pairs.filter(([one]) => one.kind === 'number').length
  return {
    shared: pairs.length,
    numbers,
    names: pairs.length - numbers,
    coverage: fewer === 0 ? 0 : pairs.length / fewer,
    alignment: Math.max(0, 1 - apart * 4),
    rhythm: rhythmOf(pairs, a.ends, b.ends),
  }
}

/** Of ends, the farthest from any of the other text that still counts, in shares of what both have in common. */
const FAR = 0.1

/**
 * Between the first and the last landmark that both have: whether the stretches between landmarks are as long in both
 * (their total variation), sentences end in the same places, and there are as many. An article that tells the same in the
 * same order has the first by chance, and seldom all.
 */
function rhythmOf(pairs: readonly [Landmark, Landmark][], endsA: readonly number[], endsB: readonly number[]): number {
  const [first, last] = [pairs[0], pairs.at(-1)]
  if (first === undefined || last === undefined) return 0
  const within = (from: number, to: number) => (place: number) => (place - from) / Math.max(1e-9, to - from)
  const [inA, inB] = [within(first[0].place, last[0].place), within(first[1].place, last[1].place)]
  let variation = 0
  pairs.slice(1).forEach(([one, other], at) => {
    const [before, otherBefore] = pairs[at] ?? first
    variation += Math.abs(inA(one.place) - inA(before.place) - inB(other.place) + inB(otherBefore.place))
  })
  const inside = (place: number) => place > 0 && place < 1
  const [a, b] = [endsA.map(inA).filter(inside), endsB.map(inB).filter(inside)]
  if (a.length === 0 || b.length === 0) return 0
  const off = (ends: readonly number[], others: readonly number[]) =>
    ends.reduce((sum, end) => sum + Math.min(2 * FAR, ...others.map((other) => Math.abs(end - other))), 0)
  const apart = (off(a, b) + off(b, a)) / (a.length + b.length)
  const many = Math.min(a.length, b.length) / Math.max(a.length, b.length)
  return Math.max(0, 1 - apart / FAR) * Math.max(0, 1 - variation / 2) * many
}

/** Any word may be a name in a script without capitals: those alone count that are like a name of the other text. */
function tellingOf(own: readonly Landmark[], other: readonly Landmark[]): Landmark[] {
  const names = other.filter((one) => one.kind === 'name')
  return own.filter((one) => one.kind !== 'word' || names.some((name) => isSame(name, one)))
}

function longestCommon(a: readonly Landmark[], b: readonly Landmark[]): [Landmark, Landmark][] {
  const width = b.length + 1
  const lengths = new Uint16Array((a.length + 1) * width)
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0
  const same = (i: number, j: number) => {
    const [one, other] = [a[i], b[j]]
    return one !== undefined && other !== undefined && isSame(one, other)
  }
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] = same(i, j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const pairs: [Landmark, Landmark][] = []
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [one, other] = [a[i], b[j]]
    if (one !== undefined && other !== undefined && same(i, j) && at(i, j) === at(i + 1, j + 1) + 1) {
      pairs.push([one, other])
      i++
      j++
    } else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return pairs
}
