import type { SearchPlaceInput } from '@/domain/input/place'
import { can } from '@/domain/policy'
import { query } from '../command'
import { demand } from '../fault'
import { readPlace, searchPlaces } from './queries'
import type { PlacePage, PlaceView } from './view'

export const searchPlace = query<SearchPlaceInput, PlacePage>(async ({ db, actor, input }) => {
  demand(can(actor, 'desk.read'))
  return searchPlaces(db, actor, input)
})

export const getPlace = query<{ id: string }, PlaceView>(async ({ db, actor, input }) => {
  demand(can(actor, 'desk.read'))
  return readPlace(db, actor, input.id)
})
