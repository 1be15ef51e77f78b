/** ISO 15924 codes of the scripts of Unicode that names come in. */
const SCRIPTS = {
  Latn: 'Latin',
  Cyrl: 'Cyrillic',
  Arab: 'Arabic',
  Hebr: 'Hebrew',
  Grek: 'Greek',
  Geor: 'Georgian',
  Armn: 'Armenian',
  Hani: 'Han',
  Hang: 'Hangul',
  Kana: 'Katakana',
  Hira: 'Hiragana',
  Deva: 'Devanagari',
  Beng: 'Bengali',
  Ethi: 'Ethiopic',
  Mymr: 'Myanmar',
  Thai: 'Thai',
  Taml: 'Tamil',
  Tibt: 'Tibetan',
  Khmr: 'Khmer',
  Syrc: 'Syriac',
} as const

const LETTERS = Object.entries(SCRIPTS).map(([code, name]) => [code, new RegExp(`^\\p{Script=${name}}$`, 'u')] as const)

/** The one script of all letters of a text, as ISO 15924 has it (`Jpan` for kana and Han together); else null. */
export function scriptOf(text: string): string | null {
  const found = new Set<string | undefined>()
  for (const letter of text.match(/\p{L}/gu) ?? [])
    // Marks that lengthen a vowel belong to several scripts and tell none.
    if (!/\p{Script=Common}/u.test(letter)) found.add(LETTERS.find(([, pattern]) => pattern.test(letter))?.[0])
  const [only] = found
  if (found.size === 1) return only ?? null
  const isJapanese = found.size > 0 && [...found].every((code) => code === 'Hani' || code === 'Kana' || code === 'Hira')
  return isJapanese ? 'Jpan' : null
}
