import { z } from 'zod'
import { PRECISIONS } from '@/domain/words'
import { placeView } from '../place/view'

export const entryView = z.object({
  /** GeoNames' number. */
  id: z.number(),
  name: z.string(),
  /** Other spellings that are like what was typed, the likest first. */
  spelledLike: z.array(z.string()),
  feature: z.string(),
  /** Of the place that it would become. */
  precision: z.enum(PRECISIONS),
  /** ISO 3166-1; empty where it lies in none. */
  country: z.string(),
  region: z.object({ name: z.string(), isSeat: z.boolean() }).nullable(),
  population: z.number(),
  latitude: z.number(),
  longitude: z.number(),
  /** The place that somebody has made of it. */
  place: placeView.nullable(),
})

export const entriesView = z.object({
  /** False where no file was ever imported. */
  isFilled: z.boolean(),
  entries: z.array(entryView),
})

export type EntriesView = z.output<typeof entriesView>
