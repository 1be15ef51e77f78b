import { z } from 'zod'
import { parseCoordinates } from '../coordinates'
import { PRECISIONS } from '../words'
import { id, version } from './common'
import { language, LIMITS, line, optionalLine, requiredLine } from './text'

export const NAMES_MOST = 50

const script = optionalLine('The script', 4).refine(
  (code) => code === null || /^[A-Z][a-z]{3}$/.test(code),
  'The script must be an ISO 15924 code such as Cyrl, Arab or Latn.',
)

const placeName = z.strictObject({
  name: requiredLine('The name', LIMITS.name),
  language: language('The language of the name'),
  script,
  romanisation: optionalLine('The romanisation', 100),
})

/** As typed or pasted: "51.2, 34.3"; nothing typed is null. */
const coordinates = optionalLine('The coordinates', 100).transform((typed, context) => {
  if (typed === null) return null
  const parsed = parseCoordinates(typed)
  if (parsed.ok) return parsed.coordinates
  context.addIssue({ code: 'custom', message: parsed.message })
  return z.NEVER
})

const fields = {
  precision: z.enum(PRECISIONS, 'Choose how precise it is.'),
  coordinates,
  /** The first is the main name. */
  names: z.array(placeName).min(1, 'A place needs a name.').max(NAMES_MOST, `A place has at most ${NAMES_MOST} names.`),
}

export const createPlaceInput = z.strictObject(fields)
export const changePlaceInput = z.strictObject({ id, version, ...fields })

/** `cursor` is the id of the last place of the page before. */
export const searchPlaceInput = z.strictObject({
  text: line('The search', LIMITS.name).default(''),
  limit: z.int().min(1).max(100).default(20),
  cursor: id.nullish(),
})

/** An entry of the gazetteer, and under which of its spellings it was found. */
export const adoptPlaceInput = z.strictObject({
  geonamesId: z
    .int()
    .min(1)
    .max(2 ** 31 - 1),
  spelling: optionalLine('The spelling', LIMITS.name),
})

export const searchGazetteerInput = z.strictObject({
  text: line('The search', LIMITS.name),
  /** Whole names alone, and not those that only begin so. */
  isWhole: z.boolean().default(false),
  limit: z.int().min(1).max(20).default(6),
})

export type AdoptPlaceInput = z.output<typeof adoptPlaceInput>
export type SearchGazetteerInput = z.output<typeof searchGazetteerInput>
export type CreatePlaceInput = z.output<typeof createPlaceInput>
export type ChangePlaceInput = z.output<typeof changePlaceInput>
export type SearchPlaceInput = z.output<typeof searchPlaceInput>
