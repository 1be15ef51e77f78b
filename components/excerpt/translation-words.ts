import type { TranslationMethod } from '@/domain/words'

const METHOD_WORDS: Readonly<Record<TranslationMethod, string>> = {
  desk: 'translated by the desk',
  machine: 'machine translation',
  published: 'published translation',
}

const languages = new Intl.DisplayNames('en', { type: 'language' })

/** What a tag is called, in English. */
export function languageName(tag: string): string {
  return languages.of(tag) ?? tag
}

export function methodWords(method: TranslationMethod): string {
  return METHOD_WORDS[method]
}
