/** The languages of what readers are told. English stands at the addresses that always were; the others under their own. */
export const LANGUAGES = ['en', 'uk', 'ru', 'de', 'ar'] as const
export type Language = (typeof LANGUAGES)[number]

/** Each in its own words. */
export const LANGUAGE_NAME: Readonly<Record<Language, string>> = {
  en: 'English',
  uk: 'Українська',
  ru: 'Русский',
  de: 'Deutsch',
  ar: 'العربية',
}

/** For `Intl`. Arabic takes the digits that version numbers, hashes and citations have everywhere. */
export const LOCALE: Readonly<Record<Language, string>> = {
  en: 'en-GB',
  uk: 'uk',
  ru: 'ru',
  de: 'de',
  ar: 'ar-u-ca-gregory-nu-latn',
}

export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr')

export const isLanguage = (text: unknown): text is Language => LANGUAGES.some((language) => language === text)

const PREFIXED = new RegExp(`^/(${LANGUAGES.filter((language) => language !== 'en').join('|')})(/.*)?$`)

/** Pages and feeds that are told in every language. Data and pictures have one address, whoever reads them. */
export const TRANSLATED_PAGES = [
  '/',
  '/corrections',
  '/corrections/:kind',
  '/corrections/feed.atom',
  '/corrections/feed.rss',
  '/corrections/feed.json',
  '/method',
  '/log',
  '/data',
  '/feed.atom',
  '/feed.rss',
  '/feed.json',
  '/incidents/:slug',
  '/incidents/:slug/changes',
  '/incidents/:slug/v/:number',
] as const

/** What shows an account elsewhere: in another language where it was translated into that. */
export const SHARED_PAGES = [
  '/incidents/:slug/card.png',
  '/incidents/:slug/v/:number/card.png',
  '/embed/incidents/:slug',
] as const
const patternOf = (pages: readonly string[]) =>
  new RegExp(`^(?:${pages.map((page) => page.replace('.', '\\.').replace(/:\w+/g, '[^/]+')).join('|')})$`)
const PAGE = patternOf(TRANSLATED_PAGES)
const SHARED = patternOf(SHARED_PAGES)

/** Has what is at this path (without a language, without a query) an address in every language? */
const hasLanguages = (path: string): boolean => PAGE.test(path) || SHARED.test(path)

/** Is there a page at this path (without a language, without a query) that every language has? */
export const isTranslatedPage = (path: string): boolean => PAGE.test(path)

/** The language that a path (without its query) asks for, and the path without it. `/uk` is the front page. */
export function readAddress(path: string): { language: Language; path: string } {
  const [, language, rest = '/'] = PREFIXED.exec(path) ?? []
  return isLanguage(language) && rest !== '//' && (rest !== '/' || path === `/${language}`) && hasLanguages(rest)
    ? { language, path: rest }
    : { language: 'en', path }
}

/** The language that stands before a path, whatever comes after it: for what is said of addresses that lead nowhere. */
export function languageBefore(path: string): Language {
  const language = PREFIXED.exec(path)?.[1]
  return isLanguage(language) ? language : 'en'
}

/** The address of a page in a language; what has no page of its own in it keeps the one it has. Query and anchor stay. */
export function addressIn(language: Language, address: string): string {
  const end = address.search(/[?#]/)
  const path = end < 0 ? address : address.slice(0, end)
  if (language === 'en' || !hasLanguages(path)) return address
  return `/${language}${path === '/' ? '' : path}${end < 0 ? '' : address.slice(end)}`
}
