import { createTranslator } from 'use-intl/core'
import { addressIn, directionOf, LOCALE, type Language } from './language'
import type { Messages } from './messages/en'
import { formatWhen } from './time'
import { localiseWhen, type AroundTime } from './time-localised'

/**
 * Everything that is said to one reader: the words of a language, and dates, numbers and lists as it writes them. Handed
 * down as `words` to whatever is drawn, on the server and in the browser alike.
 */
export type Words = {
  language: Language
  /** For `Intl`. */
  locale: string
  dir: 'ltr' | 'rtl'
  /** A message by its key; `t.rich` puts elements where its tags stand. */
  t: ReturnType<typeof createTranslator<Messages>>
  number: (value: number) => string
  /** An instant, in UTC, as a day. */
  day: (instant: Date | string) => string
  /** The same to the minute, saying that it is UTC. */
  minute: (instant: Date | string) => string
  /** When something happened (EDTF), with its precision. */
  when: (edtf: string) => string
  /** "a, b and c" */
  list: (items: readonly string[]) => string
  /** Between the parts of a line, with its blank. */
  comma: string
  semicolon: string
  /** A title within a sentence, in the quotation marks of the language. */
  quoted: (title: string) => string
  /** Between names, nearest first and farthest first: an arrow points the way the line is read, or against it. */
  cameFrom: string
  wentTo: string
  /** A heading or label as it stands within a sentence: in German, where nouns are great, as it is. */
  within: (label: string) => string
  /** What a language is called, by its tag. */
  nameOf: (tag: string) => string
  /** The address of a public page in this language. */
  href: (address: string) => string
}

/** A name within a sentence, in its own direction: what stands beside it keeps its place, whichever way the sentence runs. */
export const isolated = (name: string): string => `\u2068${name}\u2069`

/** The words of a language, made once and kept by whoever asks: messages are read when they are first needed. */
export function wordsFrom(language: Language, messages: Messages): Words {
  const locale = LOCALE[language]
  const t = createTranslator<Messages>({ locale, messages, timeZone: 'UTC' })
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  const minute = new Intl.DateTimeFormat(locale, {
    ...{ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    timeZone: 'UTC',
  })
  const numbers = new Intl.NumberFormat(locale)
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' })
  const around = aroundTime(t)
  return {
    language,
    locale,
    dir: directionOf(language),
    t,
    number: (value) => numbers.format(value),
    day: (instant) => day.format(new Date(instant)),
    minute: (instant) => `${minute.format(new Date(instant))} UTC`,
    when: (edtf) => (language === 'en' ? formatWhen(edtf) : localiseWhen(edtf, locale, around)),
    list: (items) => lists.format(items),
    comma: language === 'ar' ? '، ' : ', ',
    semicolon: language === 'ar' ? '؛ ' : '; ',
    quoted: (title) => QUOTES[language].join(title),
    ...(directionOf(language) === 'rtl' ? { cameFrom: ' → ', wentTo: ' ← ' } : { cameFrom: ' ← ', wentTo: ' → ' }),
    within: (label) => (language === 'de' ? label : label.charAt(0).toLowerCase() + label.slice(1)),
    nameOf: (tag) => nameOf(tag, locale),
    href: (address) => addressIn(language, address),
  }
}

const QUOTES: Readonly<Record<Language, readonly [string, string]>> = {
  en: ['“', '”'],
  uk: ['«', '»'],
  ru: ['«', '»'],
  de: ['„', '“'],
  ar: ['«', '»'],
}

const SEASONS = ['time.spring', 'time.summer', 'time.autumn', 'time.winter'] as const

const aroundTime = (t: Words['t']): AroundTime => ({
  about: (when) => t('time.about', { when }),
  uncertain: (when) => t('time.uncertain', { when }),
  orEarlier: (when) => t('time.orEarlier', { when }),
  orLater: (when) => t('time.orLater', { when }),
  fromTo: (from, to) => t('time.fromTo', { from, to }),
  season: (index, year) => t(SEASONS[index], { year }),
  decade: (year) => t('time.decade', { year }),
})

const names = new Map<string, Intl.DisplayNames>()

/** The tag itself for one that nobody has named. */
function nameOf(tag: string, locale: string): string {
  const known = names.get(locale) ?? new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' })
  names.set(locale, known)
  try {
    return known.of(tag) ?? tag
  } catch {
    return tag
  }
}
