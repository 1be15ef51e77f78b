import { z } from 'zod'
import { GRADES, LEVELS } from '@/domain/levels'
import { SEARCH_KINDS } from '@/domain/search'

const mark = z.object({ start: z.number(), end: z.number() })

/** One thing that was found, with the passage that was. Offsets in code points, end exclusive. */
export const hitView = z.object({
  /** Of the entry: the same thing can be found in several passages. */
  n: z.number(),
  kind: z.enum(SEARCH_KINDS),
  subjectId: z.string(),
  shown: z.object({
    text: z.string(),
    /** Within `text`. */
    marks: z.array(mark),
    isCutBefore: z.boolean(),
    isCutAfter: z.boolean(),
  }),
  /** Of the text that is shown, where known. */
  language: z.string().nullable(),
  /** What was found is a translation of the excerpt, and not its words. */
  isTranslation: z.boolean(),
  isWithdrawn: z.boolean(),
  /** One in which it stands; null where it stands in none. */
  incident: z.object({ id: z.string(), title: z.string() }).nullable(),
  source: z
    .object({
      id: z.string(),
      title: z.string().nullable(),
      outlet: z.string().nullable(),
      grade: z.enum(GRADES).nullable(),
      published: z.string().nullable(),
      isConfidential: z.boolean(),
    })
    .nullable(),
  /** Where in which capture the first mark is, or the passage begins. */
  capture: z.object({ id: z.string(), number: z.number(), at: mark.nullable() }).nullable(),
  /** Of a claim's revealed finding. */
  level: z.enum(LEVELS).nullable(),
  /** In words, of an incident. */
  when: z.string().nullable(),
  place: z.string().nullable(),
})
export type HitView = z.infer<typeof hitView>

export const searchView = z.object({
  items: z.array(hitView),
  nextCursor: z.string().nullable(),
  /** Words that are there and spelled nearly so; only where nothing was found. */
  near: z.array(z.string()),
})
export type SearchView = z.infer<typeof searchView>

/** How many of each kind, up to `most`. */
export const searchCountView = z.object({
  most: z.number(),
  counts: z.array(z.object({ kind: z.enum(SEARCH_KINDS), count: z.number() })),
})
export type SearchCountView = z.infer<typeof searchCountView>
