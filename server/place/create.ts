import type { Tx } from '@/db/client'
import { place, placeName } from '@/db/schema'
import type { CreatePlaceInput } from '@/domain/input/place'
import { can, type Actor } from '@/domain/policy'
import { command, type Scope } from '../command'
import { demand } from '../fault'
import { writeNameKeys } from '../name-keys'
import { readPlace } from './queries'

export const createPlace = command(async ({ tx, actor, input, now, record }: Scope<Actor, CreatePlaceInput>) => {
  demand(can(actor, 'place.edit'))
  const id = crypto.randomUUID()
  await tx.insert(place).values({ id, precision: input.precision, ...pointOf(input), createdAt: now })
  await writeNames(tx, id, input.names)
  await record('place.created', { subjectId: id, detail: { name: input.names[0]?.name ?? '' } })
  return readPlace(tx, actor, id)
})

/** Both or neither. */
export function pointOf({ coordinates }: Pick<CreatePlaceInput, 'coordinates'>) {
  return coordinates ?? { latitude: null, longitude: null }
}

/** The first name is the main one. What they are found by is written with them. */
export async function writeNames(tx: Tx, placeId: string, names: CreatePlaceInput['names']): Promise<void> {
  await writeNameKeys(
    tx,
    { placeId },
    names.map((name) => name.name),
  )
  await tx
    .insert(placeName)
    .values(names.map((name, index) => ({ id: crypto.randomUUID(), placeId, ...name, isMain: index === 0 })))
}
