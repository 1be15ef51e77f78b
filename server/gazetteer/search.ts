import { precisionOf, spelledLike } from '@/domain/gazetteer'
import type { SearchGazetteerInput } from '@/domain/input/place'
import { can } from '@/domain/policy'
import { query } from '../command'
import { demand } from '../fault'
import { placesByIds } from '../place/queries'
import { findEntries, hasGazetteer } from './queries'
import type { EntriesView } from './view'

const SPELLINGS = 3

/** Places of the world that may be meant, as somebody types; those that are in the desk already come as they are there. */
export const searchGazetteer = query<SearchGazetteerInput, EntriesView>(async ({ db, actor, input }) => {
  demand(can(actor, 'desk.read'))
  const found = await findEntries(db, input)
  const ids = found.flatMap(({ placeId }) => placeId ?? [])
  const places = await placesByIds(db, actor, [...new Set(ids)])
  return {
    isFilled: found.length > 0 || (await hasGazetteer(db)),
    entries: found.map((entry) => ({
      id: entry.id,
      name: entry.name,
      spelledLike: spelledLike(entry, input.text).slice(0, SPELLINGS),
      feature: entry.feature,
      precision: precisionOf(entry.feature),
      country: entry.country,
      region: entry.regionOf,
      population: entry.population,
      latitude: entry.latitude,
      longitude: entry.longitude,
      place: places.find(({ id }) => id === entry.placeId) ?? null,
    })),
  }
})
