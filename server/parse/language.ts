/** How much of a text is looked at, in UTF-16 units. */
const SAMPLE = 20_000
/** Share of a text's letters that a language's script must have. */
const ENOUGH = 0.4

const SCRIPTS = {
  Latn: /\p{Script=Latin}/gu,
  Cyrl: /\p{Script=Cyrillic}/gu,
  Arab: /\p{Script=Arabic}/gu,
  Hebr: /\p{Script=Hebrew}/gu,
  Grek: /\p{Script=Greek}/gu,
  Armn: /\p{Script=Armenian}/gu,
  Geor: /\p{Script=Georgian}/gu,
  Deva: /\p{Script=Devanagari}/gu,
  Beng: /\p{Script=Bengali}/gu,
  Thai: /\p{Script=Thai}/gu,
  Hang: /\p{Script=Hangul}/gu,
  Kana: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  Hani: /\p{Script=Han}/gu,
  Ethi: /\p{Script=Ethiopic}/gu,
} as const

type Script = keyof typeof SCRIPTS

/** Languages that CLDR gives a script which is written with several of the above. */
const MIXED: Readonly<Record<string, readonly Script[]>> = {
  Jpan: ['Hani', 'Kana'],
  Kore: ['Hang', 'Hani'],
  Hans: ['Hani'],
  Hant: ['Hani'],
}

function sharesOf(text: string): (script: Script) => number {
  const sample = text.slice(0, SAMPLE)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  return (script) => (letters === 0 ? 0 : (sample.match(SCRIPTS[script])?.length ?? 0) / letters)
}

/** A BCP 47 tag in its canonical form, from what pages write (`en_US`, `RU`, `English` is none); null for no tag. */
export function languageTag(written: string): string | null {
  const text = written.trim().replaceAll('_', '-')
  if (!/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(text)) return null
  try {
    return Intl.getCanonicalLocales(text)[0] ?? null
  } catch {
    return null
  }
}

/** Can a text be in this language? By its script: a Russian page under `lang="en"` is not. */
export function isPlausible(tag: string, text: string): boolean {
  const script = new Intl.Locale(tag).maximize().script
  const scripts =
    script === undefined ? undefined : (MIXED[script] ?? (script in SCRIPTS ? [script as Script] : undefined))
  if (scripts === undefined || !/\p{L}/u.test(text.slice(0, SAMPLE))) return true
  const share = sharesOf(text)
  return scripts.reduce((sum, one) => sum + share(one), 0) >= ENOUGH
}

const ALONE: Partial<Record<Script, string>> = {
  Hebr: 'he',
  Grek: 'el',
  Armn: 'hy',
  Geor: 'ka',
  Thai: 'th',
  Hang: 'ko',
  Kana: 'ja',
  Hani: 'zh',
}

/** The language that a script, or letters no other language has, give away; null where several could be. */
export function languageOfScript(text: string): string | null {
  const share = sharesOf(text)
  // Japanese is Chinese signs with syllables between them.
  if (share('Kana') > 0.1) return 'ja'
  const script = (Object.keys(SCRIPTS) as Script[]).find((one) => share(one) >= 0.6)
  if (script === 'Cyrl') return cyrillic(text.slice(0, SAMPLE))
  return script === undefined ? null : (ALONE[script] ?? null)
}

function cyrillic(sample: string): string | null {
  const count = (letters: RegExp) => sample.match(letters)?.length ?? 0
  const [russian, ukrainian, belarusian] = [count(/[ыэъё]/gi), count(/[їєґ]/gi), count(/[ў]/gi)]
  // Others are written with ы and э too; what they have and these have not decides against a guess.
  if (count(/[јљњћђџѓќәғқңөұүһҳ]/gi) > 0) return null
  if (belarusian > ukrainian) return 'be'
  if (ukrainian > russian) return 'uk'
  return russian > 0 && ukrainian === 0 ? 'ru' : null
}
