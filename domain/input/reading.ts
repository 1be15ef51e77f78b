import { z } from 'zod'
import { LANGUAGES } from '../language'
import { HEADINGS } from '../levels'
import { isSlug } from '../slug'
import { CORRECTION_KINDS } from '../words'
import { cursor } from './common'
import { optionalLine } from './text'

/** In code points; what is longer names nothing that was published. */
export const SEARCH_MAX = 200

const slug = z.string('An address is text.').refine(isSlug, 'This is not an address of an account.')
const number = z.int('A version is a whole number.').min(1).max(2_147_483_647)
const day = z.iso.date('A day is written as 2024-03-14.')

/** `language`: what has been translated into it comes in those words. It narrows nothing. */
export const listAccountsInput = z.strictObject({
  cursor,
  language: z.enum(LANGUAGES).nullish(),
  words: optionalLine('The search', SEARCH_MAX),
  place: optionalLine('The place', SEARCH_MAX),
  party: optionalLine('The party', SEARCH_MAX),
  heading: z.enum(HEADINGS).nullish(),
  /** As it was published. */
  tag: optionalLine('The tag', SEARCH_MAX),
  /** What happened may have happened on this day or later. */
  from: day.nullish(),
  /** On this day or earlier. */
  to: day.nullish(),
})
export type ListAccountsInput = z.output<typeof listAccountsInput>

/** `language`: in which names are to be said, where a translation has them. */
export const browseInput = z.strictObject({ language: z.enum(LANGUAGES) }).optional()

/** What a list is narrowed by, to be called as a language has it. */
export const calledInput = listAccountsInput
  .pick({ place: true, party: true, tag: true })
  .extend({ language: z.enum(LANGUAGES) })
export type CalledInput = z.output<typeof calledInput>

/** A feed of everything, or of what a list can be narrowed to. `isCorrection`: of what replaced another version alone. */
export const listFeedInput = listAccountsInput
  .omit({ cursor: true, from: true, to: true })
  .extend({ isCorrection: z.boolean().optional() })
export type ListFeedInput = z.output<typeof listFeedInput>

/**
 * `number`: of the version; without it, the newest. `hasMap`: a map of the place is to be drawn with it. `language`: its
 * translation into this is to come with it, where there is one.
 */
export const readAccountInput = z.strictObject({
  slug,
  number: number.nullish(),
  hasMap: z.boolean().optional(),
  language: z.enum(LANGUAGES).optional(),
})
export type ReadAccountInput = z.output<typeof readAccountInput>

/** `before`: the number of the version that the page before ended with. */
/** `language`: in the words of the translations into it, where both versions have one. */
export const listChangesInput = z.strictObject({
  slug,
  before: number.nullish(),
  language: z.enum(LANGUAGES).nullish(),
})
export type ListChangesInput = z.output<typeof listChangesInput>

/** `kind`: those alone; without it, of every kind. `language`: of their translations, where there are any. */
export const listCorrectionsInput = z.strictObject({
  cursor,
  kind: z.enum(CORRECTION_KINDS).nullish(),
  language: z.enum(LANGUAGES).nullish(),
})
export type ListCorrectionsInput = z.output<typeof listCorrectionsInput>

/** `prefix`: hexadecimal digits that the ids of the incidents begin with. */
export const listAddressesInput = z.strictObject({
  prefix: z.string('A part is text.').regex(/^[0-9a-f]{0,3}$/, 'There is no such part.'),
})
export type ListAddressesInput = z.output<typeof listAddressesInput>
