import { headers } from 'next/headers'
import { cache } from 'react'
import { isLanguage, LANGUAGES, type Language } from '@/domain/language'
import { ALL_MESSAGES } from '@/domain/messages/all'
import { wordsFrom, type Words } from '@/domain/wording'

const made = new Map<Language, Words>()

/** The words of a language, made once in this process: there are as many as there are languages. */
export function wordsOf(language: Language): Words {
  const known = made.get(language) ?? wordsFrom(language, ALL_MESSAGES[language])
  made.set(language, known)
  return known
}

/** What proxy.ts says of an address: the language it asks for, and the page without it. */
const asked = cache(async () => {
  const given = await headers()
  const language = given.get('x-assay-language')
  return { language: isLanguage(language) ? language : ('en' as const), page: given.get('x-assay-page') ?? '/' }
})

/** The words in which this request is answered. */
export const readerWords = async (): Promise<Words> => wordsOf((await asked()).language)

/** This very page, its query included, in every language. */
export async function otherLanguages(): Promise<{ language: Language; href: string }[]> {
  const { page } = await asked()
  return LANGUAGES.map((language) => ({ language, href: wordsOf(language).href(page) }))
}
