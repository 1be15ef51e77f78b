import anyAscii from 'any-ascii'

/** Written in a script that leaves its vowels out: Hebrew, Syriac, Arabic and what is written with its letters. */
const ABJAD = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}]/u

/** Letters of which the plain table makes something that no romanisation has. */
const CYRILLIC: Readonly<Record<string, string>> = { ў: 'v', ь: '', ъ: '' }

/** Small Latin letters and digits of a word in any script: accents, ligatures, apostrophes and soft signs gone. */
export function latinOf(word: string): string {
  const bare = word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ўьъ]/gu, (letter) => CYRILLIC[letter] ?? letter)
  return anyAscii(ABJAD.test(bare) ? consonantsOf(bare) : bare)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
}

/** Without the letters that only carry a vowel, which a romanisation writes as it likes. */
function consonantsOf(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/^ال(?=..)/u, '')
    .replace(/[اآأإىءעא]/gu, '')
    .replace(/(?!^)[وיيוی]/gu, '')
    .replace(/(?!^)[הة]$/u, '')
}

/** What romanisations write in different ways, each made one; applied from the first to the last. */
const ONE_SPELLING: readonly (readonly [RegExp, string])[] = [
  [/shch|sch|sh|sz|sc(?=[eiy])/g, 's'],
  [/dzh|dj/g, 'j'],
  [/zh/g, 'z'],
  [/kh/g, 'h'],
  [/tch|cz|ch|tz|ts/g, 'c'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  // г is g in one language and h in the next.
  [/gh|g/g, 'h'],
  [/ck|q/g, 'k'],
  [/x/g, 'ks'],
  [/w/g, 'v'],
  [/ou|oo/g, 'u'],
  [/ee/g, 'i'],
  [/[jy]/g, 'i'],
  // ё is yo, io, jo, e; є and е are ye, ie, je, e; a doubled letter is one.
  [/i+(?=[eo])[eo]/g, 'e'],
  [/([aou])e/g, '$1'],
  [/([a-z])\1+/g, '$1'],
]

/** Without vowels, two consonants that stand together are two, and those that are doubled are written once. */
const ABJAD_SPELLING: readonly (readonly [RegExp, string])[] = [
  [/sh/g, 's'],
  [/kh/g, 'h'],
  [/gh|g/g, 'h'],
  [/th/g, 't'],
  [/q/g, 'k'],
  [/w/g, 'v'],
  [/[jy]/g, 'i'],
]

/** One spelling for all that are of the same letters in another script or another romanisation. */
export function skeletonOf(latin: string, word = ''): string {
  if (ABJAD.test(word)) return ABJAD_SPELLING.reduce((bare, [from, to]) => bare.replace(from, to), latin)
  return ONE_SPELLING.reduce((word, [from, to]) => word.replace(from, to), latin)
}

/** The consonants alone: what Харків, Харьков and Kharkiv have in common. Digits stay. */
export function bonesOf(skeleton: string): string {
  return skeleton.replace(/[aeiou]/g, '').replace(/(?<=..)h$/, '')
}

/** The vowels alone, in their order. */
export function vowelsOf(skeleton: string): string {
  return skeleton.replace(/[^aeiou]/g, '')
}

export function lacksVowels(name: string): boolean {
  return ABJAD.test(name)
}
