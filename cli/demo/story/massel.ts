import type { DemoNewsroom } from '../fill'
import { addSource } from '../newsroom'
import * as text from '../text/others'

/** New: entered this morning, one source taken in, nothing asked yet. */
export async function massel({ clock, records: { party, place }, people: { tomas } }: DemoNewsroom): Promise<void> {
  clock.set('2024-06-03T07:40:00Z')
  const made = await tomas.incident.create({
    title: 'Footbridge at Lower Massel hit',
    type: 'strike',
    occurred: '1 June 2024 to 2 June 2024',
    placeId: place.massel,
    partyIds: [party.mayor],
    tags: ['bridges'],
  })
  await addSource(tomas, made, {
    medium: 'article',
    outletId: party.courier,
    title: 'Footbridge at Lower Massel closed after night of shelling',
    byline: 'Jonas Wick',
    language: 'en',
    published: '2 June 2024',
    text: text.bridgeCourier,
  })
}
