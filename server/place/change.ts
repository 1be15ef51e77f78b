import { and, eq } from 'drizzle-orm'
import { place, placeName } from '@/db/schema'
import type { ChangePlaceInput } from '@/domain/input/place'
import { can, type Actor } from '@/domain/policy'
import { command, type Scope } from '../command'
import { conflict, demand, notFound } from '../fault'
import { pointOf, writeNames } from './create'
import { readPlace } from './queries'
import type { PlaceView } from './view'

export const changePlace = command(async ({ tx, actor, input, record, unchanged }: Scope<Actor, ChangePlaceInput>) => {
  const [locked] = await tx.select({ id: place.id }).from(place).where(eq(place.id, input.id)).for('update')
  if (locked === undefined) throw notFound('place')
  demand(can(actor, 'place.edit'))
  const before = await readPlace(tx, actor, input.id)
  const { id, version, precision, names } = input
  if (before.version !== version) throw conflict(before)
  const changed = changesOf(before, input)
  if (changed.length === 0) {
    unchanged()
    return before
  }
  const written = await tx
    .update(place)
    .set({ precision, ...pointOf(input), version: version + 1 })
    .where(and(eq(place.id, id), eq(place.version, version)))
    .returning({ id: place.id })
  if (written.length === 0) throw conflict(before)
  await tx.delete(placeName).where(eq(placeName.placeId, id))
  await writeNames(tx, id, names)
  await record('place.changed', { subjectId: id, detail: { name: names[0]?.name ?? before.name, changed } })
  return readPlace(tx, actor, id)
})

function changesOf(before: PlaceView, after: ChangePlaceInput): string[] {
  const point = pointOf(after)
  const keyed = ([main, ...rest]: PlaceView['names']) =>
    JSON.stringify([main, rest.map((one) => [one.name, one.language, one.script, one.romanisation]).sort()])
  return [
    ...(before.precision === after.precision ? [] : ['precision']),
    ...(before.latitude === point.latitude && before.longitude === point.longitude ? [] : ['coordinates']),
    ...(keyed(before.names) === keyed(after.names.map(ordered)) ? [] : ['names']),
  ]
}

/** With its keys in the order of the view's, so that equal names compare equal. */
function ordered({ name, language, script, romanisation }: PlaceView['names'][number]) {
  return { name, language, script, romanisation }
}
