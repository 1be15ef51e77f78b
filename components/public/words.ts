import type { Heading } from '@/domain/levels'
import type {
  CorrectionKind,
  IncidentType,
  Medium,
  OriginMode,
  PartyKind,
  Precision,
  RelationKind,
  TranslationMethod,
} from '@/domain/words'

/** Public words for the closed lists of the domain. */
export const TYPE_WORD: Readonly<Record<IncidentType, string>> = {
  strike: 'Strike',
  attack: 'Attack',
  clash: 'Clash',
  explosion: 'Explosion',
  detention: 'Detention',
  protest: 'Protest',
  statement: 'Statement',
  election: 'Election',
  disaster: 'Disaster',
  other: 'Incident',
}

export const MEDIUM_WORD: Readonly<Record<Medium, string>> = {
  article: 'article',
  agency: 'agency report',
  post: 'post',
  video: 'video',
  image: 'image',
  broadcast: 'broadcast',
  statement: 'statement',
  call: 'call by the desk',
  other: 'document',
}

export const PARTY_WORD: Readonly<Record<PartyKind, string>> = {
  person: 'person',
  armed_group: 'armed group',
  state_body: 'state body',
  agency: 'agency',
  outlet: 'outlet',
  organisation: 'organisation',
  other: 'party',
}

/** How exactly a place is known, as it reads after its name. */
export const PRECISION_WORDS: Readonly<Record<Precision, string>> = {
  exact: 'the exact spot is known',
  vicinity: 'known to within a few hundred metres',
  settlement: 'known to the settlement',
  district: 'known to the district',
  region: 'known to the region',
  country: 'known to the country',
}

export const MODE_WORD: Readonly<Record<OriginMode, string>> = { observed: 'observed', asserted: 'asserted' }

export const TRANSLATION_WORDS: Readonly<Record<TranslationMethod, string>> = {
  desk: 'Translated by the desk',
  machine: 'Machine translation',
  published: 'Published translation',
}

export const CORRECTION_WORD: Readonly<Record<CorrectionKind, string>> = {
  correction: 'Correction',
  update: 'Update',
  clarification: 'Clarification',
  retraction: 'Retraction',
}

export const HEADING_WORDS: Readonly<Record<Heading, string>> = {
  established: 'Independent origins agree on it.',
  likely: 'Not confirmed, but consistent with what else is known.',
  disputed: 'The editors who judged it were two steps or more apart.',
  unverified: 'Reported, and there is too little to say more.',
  unlikely: 'What else is known speaks against it.',
}

export function relationWords(kind: RelationKind, isInverse: boolean): string {
  switch (kind) {
    case 'part_of':
      return isInverse ? 'A part of this' : 'This is part of'
    case 'follow_up':
      return isInverse ? 'What followed' : 'What came before'
    case 'duplicate_of':
      return 'The same incident'
  }
}

const LANGUAGES = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' })

/** "Ukrainian" for `uk`; the tag itself for one that nobody has named. */
export function languageName(tag: string): string {
  try {
    return LANGUAGES.of(tag) ?? tag
  } catch {
    return tag
  }
}

/** "1 origin", "2 origins". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

export function listOf(words: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(words)
}
