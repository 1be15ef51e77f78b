import type { LineageKind, Medium } from '@/domain/words'

export const MEDIUM_LABEL: Readonly<Record<Medium, string>> = {
  article: 'Article',
  agency: 'Agency report',
  post: 'Post',
  video: 'Video',
  image: 'Image',
  broadcast: 'Broadcast',
  statement: 'Statement',
  call: 'Call',
  other: 'Other',
}

export const LINEAGE_LABEL: Readonly<Record<LineageKind, string>> = {
  reprint: 'is a reprint of',
  translation: 'is a translation of',
  scrape: 'is a scraped copy of',
  quotes: 'quotes',
}

const LANGUAGES = [
  'ar',
  'de',
  'en',
  'es',
  'fa',
  'fr',
  'he',
  'hy',
  'it',
  'ka',
  'pl',
  'pt',
  'ro',
  'ru',
  'tr',
  'uk',
  'ur',
  'zh',
]

/** A language's name, for a tag; the tag itself where it has none. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}

const LANGUAGE_OPTIONS = LANGUAGES.map((id) => ({ id, label: `${languageName(id)} (${id})` })).toSorted((a, b) =>
  a.label < b.label ? -1 : 1,
)

/** Languages to choose from, with the one that is chosen where it is another. */
export function languageOptions(chosen: string): { id: string; label: string }[] {
  if (chosen === '' || LANGUAGE_OPTIONS.some(({ id }) => id === chosen)) return LANGUAGE_OPTIONS
  return [...LANGUAGE_OPTIONS, { id: chosen, label: `${languageName(chosen)} (${chosen})` }]
}
