import { isJoining, kindOfWord, numberOf } from './name-lexicon'
import { bonesOf, lacksVowels, latinOf, skeletonOf, vowelsOf } from './name-word'

/** Raised whenever a key comes out otherwise, so that those that are kept are made anew. */
export const NAME_KEY_VERSION = 1

export type NameKey = {
  /** As one types it on a Latin keyboard: small letters, digits and single blanks. */
  folded: string
  /** Its words in their order, each in the one spelling that all its romanisations have. */
  key: string
  /** What makes it this name and no other: without kinds of things and joining words, in the order of the alphabet. */
  core: string
  /** The consonants of `core`. */
  bones: string
  /** The kinds of things it names itself to be, such as `brigade`. */
  kinds: string[]
}

type Word = { latin: string; skeleton: string; number: string | null; kind: string | null }

const ARTICLE = /(?<![\p{L}\p{N}])(?:al|el|ad|ar|as|at|az|an|ash)[-‐‑](?=\p{L})/giu
const APOSTROPHE = /[\u0027\u0060\u00b4\u02b9-\u02bf\u2018\u2019\u2032]/gu

function wordsOf(name: string): Word[] {
  return (
    name
      .normalize('NFKC')
      .replace(/[\u0027\u2019]s(?![\p{L}\p{N}])/gu, '')
      .replace(APOSTROPHE, '')
      .replace(ARTICLE, '')
      // 2-я is one word: what stands behind the hyphen is the end of the numeral.
      .replace(/(?<=\p{N})[-‐‑](?=\p{Ll}{1,3}(?![\p{L}\p{N}]))/gu, '')
      .split(/[^\p{L}\p{M}\p{N}]+/u)
      .map((word) => {
        const latin = latinOf(word)
        const number = numberOf(word)
        const skeleton = number ?? skeletonOf(latin, word)
        return { latin, skeleton, number, kind: number === null ? kindOfWord(skeleton) : null }
      })
      .filter((word) => word.latin !== '')
  )
}

/** The keys of a name. Of one without a letter or digit they are empty, and it is like no other. */
export function nameKey(name: string): NameKey {
  const words = wordsOf(name)
  const said = words.filter((word) => !isJoining(word.latin))
  const own = said.filter((word) => word.kind === null)
  // A name that is made of such words alone ("The Front", "La Paz" is not) is told by them.
  const telling = own.some((word) => word.number === null) ? own : said.length > 0 ? said : words
  const core = telling.map((word) => word.kind ?? word.skeleton).toSorted()
  return {
    folded: words.map((word) => word.latin).join(' '),
    key: (said.length > 0 ? said : words).map((word) => word.kind ?? word.skeleton).join(' '),
    core: core.join(' '),
    bones: telling
      .map((word) => word.number ?? bonesOf(word.kind ?? word.skeleton))
      .filter((word) => word !== '')
      .toSorted()
      .join(' '),
    kinds: [...new Set(said.flatMap((word) => (word.kind === null ? [] : [word.kind])))].toSorted(),
  }
}

/** A name, or how it begins, in the one spelling of all its romanisations: of each name alone, for long lists of them. */
export function spelledOf(name: string): string {
  return wordsOf(name)
    .map(({ skeleton }) => skeleton)
    .join(' ')
}

export type Likeness = {
  /** `same`: one name, written in two ways. `like`: likely, and for a person to judge. */
  degree: 'same' | 'like'
  /** From 0 (nothing in common) to 1 (letter by letter). */
  score: number
  /** Why, in words, without a stop. */
  because: string
}

const numbersIn = (key: string) =>
  key
    .split(' ')
    .filter((word) => /^\d+$/.test(word))
    .join(' ')

/**
 * What two names have in common, or null. Names with other numbers (1st, 2nd), or that say to be other kinds of
 * things (brigade, battalion), are never alike. It does not depend on which comes first.
 */
export function compareNames(one: string, other: string): Likeness | null {
  const [a, b] = [nameKey(one), nameKey(other)]
  if (a.core === '' || b.core === '' || numbersIn(a.core) !== numbersIn(b.core)) return null
  const isKindSaid = a.kinds.length > 0 && b.kinds.length > 0
  if (isKindSaid && a.kinds.join(' ') !== b.kinds.join(' ')) return null
  return sameName(one, other, a, b) ?? likeName(one, other, a, b)
}

/** As one word, which is what two that stand on both sides of a hyphen become. */
const joined = (key: NameKey) => skeletonOf(key.folded.replaceAll(' ', ''))

const same = (score: number, because: string): Likeness => ({ degree: 'same', score, because })
const like = (score: number, because: string): Likeness => ({ degree: 'like', score, because })

function sameName(one: string, other: string, a: NameKey, b: NameKey): Likeness | null {
  if (one === other) return same(1, 'the same name')
  if (a.folded === b.folded)
    return same(0.99, scriptsOf(one) === scriptsOf(other) ? 'the same letters' : 'the same letters in another script')
  if (a.key === b.key) {
    if (scriptsOf(one) !== scriptsOf(other)) return same(0.97, 'the same letters in another script')
    return same(0.95, spellingOf(a.folded, b.folded))
  }
  if (joined(a) === joined(b)) return same(0.94, 'written as one word or as two')
  if (a.core !== b.core) return null
  if (a.kinds.join(' ') === b.kinds.join(' ')) return same(0.93, 'the same words in another order')
  const extra = [...a.kinds, ...b.kinds].filter((kind) => !(a.kinds.includes(kind) && b.kinds.includes(kind)))
  return like(0.9, `the same but for “${extra.join(' ')}”`)
}

function likeName(one: string, other: string, a: NameKey, b: NameKey): Likeness | null {
  if (a.bones === b.bones && a.bones.length >= 2) {
    if (lacksVowels(one) !== lacksVowels(other)) return like(0.85, 'the same letters in a script without vowels')
    const apart = editDistance(vowelsOf(a.core), vowelsOf(b.core), 3)
    if (apart <= Math.min(a.bones.length - 2, 3)) return like(0.8, 'the same consonants with other vowels')
    return null
  }
  const length = Math.min(a.core.length, b.core.length)
  if (length >= 7 && a.core[0] === b.core[0] && editDistance(a.core, b.core, 1) === 1)
    return like(0.7, 'one letter apart')
  return null
}

function scriptsOf(name: string): string {
  const scripts = [
    'Latin',
    'Cyrillic',
    'Greek',
    'Arabic',
    'Hebrew',
    'Georgian',
    'Armenian',
    'Han',
    'Hangul',
    'Hiragana',
  ]
  return scripts.filter((script) => new RegExp(`\\p{Script=${script}}`, 'u').test(name)).join(' ') || 'other'
}

/** The first place where two romanisations part, with what each writes there. */
function spellingOf(a: string, b: string): string {
  let start = 0
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++
  let end = 0
  const most = Math.min(a.length, b.length) - start
  while (end < most && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const [x, y] = [a, b].map((word) => word.slice(start, word.length - end).trim()).toSorted()
  const parts = [x, y].filter((part) => part !== undefined && part !== '')
  if (parts.join('').length > 8 || parts.length === 0) return 'another romanisation'
  return parts.length === 2
    ? `“${parts.join('” and “')}” romanise the same letter`
    : `one writes “${parts.join('')}” more`
}

/** Levenshtein's distance, up to `most`; beyond it, `most + 1`. */
function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return Math.min(row[b.length] ?? 0, most + 1)
}
