import { z } from 'zod'
import { PRECISIONS } from '@/domain/words'
import { verdict } from '../verdict-view'

export const placeNameView = z.object({
  name: z.string(),
  language: z.string().nullable(),
  script: z.string().nullable(),
  romanisation: z.string().nullable(),
})

export const placeView = z.object({
  id: z.string(),
  /** The main name. */
  name: z.string(),
  /** Every name, the main one first. */
  names: z.array(placeNameView),
  precision: z.enum(PRECISIONS),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  /** The entry of the gazetteer that it was made from. */
  geonamesId: z.number().nullable(),
  version: z.number(),
  can: z.object({ edit: verdict, merge: verdict }),
})

export const placePage = z.object({
  places: z.array(placeView),
  nextCursor: z.string().nullable(),
  can: z.object({ create: verdict }),
})

export const alikeView = z.array(z.object({ place: placeView, because: z.string() }))
export const doublesView = z.array(z.object({ one: placeView, other: placeView, because: z.string() }))

export type AlikePlaces = z.output<typeof alikeView>
export type DoublePlaces = z.output<typeof doublesView>
export type PlaceView = z.output<typeof placeView>
export type PlacePage = z.output<typeof placePage>
