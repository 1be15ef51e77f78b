import type { RouterOutputs } from '@/components/trpc'
import { LANGUAGE_NAME, type Language } from '@/domain/language'

export type RenditionPageView = RouterOutputs['rendition']['read']
export type RenditionListView = RouterOutputs['rendition']['list']

/** What a translator types: each paragraph and heading as a line, and the other words by their paths. */
export type TypedText = { lines: string[]; words: Record<string, string> }

const ENGLISH = new Intl.DisplayNames('en', { type: 'language' })

/** "Ukrainian", for the desk, which speaks English. */
export const languageWord = (tag: string) => ENGLISH.of(tag) ?? tag

/** With the language's own name beside it, for whoever looks for that. */
export function fullLanguage(language: Language): string {
  return `${languageWord(language)} (${LANGUAGE_NAME[language]})`
}

export const WHAT_LABEL: Readonly<Record<RenditionPageView['original']['words'][number]['what'], string>> = {
  title: 'Title',
  note: 'Note on this version',
  question: 'Question',
  claim: 'Claim',
  reason: 'Reason of a ballot',
  party: 'Note on a party',
  grade: 'Reason of a grade',
  description: 'Description of a source',
  name: 'Name',
  tag: 'Tag',
  related: 'Title of a related account',
}
