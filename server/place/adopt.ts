import { eq } from 'drizzle-orm'
import { place } from '@/db/schema'
import { placeNamesOf, precisionOf } from '@/domain/gazetteer'
import type { AdoptPlaceInput } from '@/domain/input/place'
import { can, type Actor } from '@/domain/policy'
import { command, type Scope } from '../command'
import { demand, notFound } from '../fault'
import { readEntry } from '../gazetteer/queries'
import { writeNames } from './create'
import { readPlace } from './queries'

/**
 * Makes a place of an entry of the gazetteer, once: whoever chooses it again, or at the same time, gets the same place,
 * or the one that it was merged into.
 */
export const adoptPlace = command(
  async ({ tx, actor, input, now, record, unchanged }: Scope<Actor, AdoptPlaceInput>) => {
    const { geonamesId, spelling } = input
    const entry = await readEntry(tx, geonamesId)
    if (entry === undefined) throw notFound('place in the gazetteer')
    demand(can(actor, 'place.edit'))
    const { latitude, longitude, feature } = entry
    // Waits for another who is making it, and then makes none.
    const [made] = await tx
      .insert(place)
      .values({
        id: crypto.randomUUID(),
        precision: precisionOf(feature),
        ...{ latitude, longitude, geonamesId },
        createdAt: now,
      })
      .onConflictDoNothing({ target: place.geonamesId })
      .returning({ id: place.id })
    if (made === undefined) {
      unchanged()
      const [known] = await tx.select({ id: place.id }).from(place).where(eq(place.geonamesId, geonamesId))
      return readPlace(tx, actor, known?.id ?? '')
    }
    await writeNames(tx, made.id, placeNamesOf(entry, spelling))
    await record('place.created', { subjectId: made.id, detail: { name: entry.name, geonamesId } })
    return readPlace(tx, actor, made.id)
  },
)
