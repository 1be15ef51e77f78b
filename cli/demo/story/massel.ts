import type { DemoNewsroom } from '../room'
import { tell, type Story } from '../story'
import * as text from '../text/others'

/** New: entered this morning, one source taken in, nothing asked yet. */
const STORY: Story = {
  at: '2024-06-03T07:40:00Z',
  by: 'tomas',
  incident: {
    title: 'Footbridge at Lower Massel hit',
    type: 'strike',
    occurred: '1–2 June 2024',
    place: 'massel',
    parties: ['mayor'],
    tags: ['bridges'],
  },
  sources: {
    courier: {
      by: 'tomas',
      medium: 'article',
      outlet: 'courier',
      title: 'Footbridge at Lower Massel closed after night of shelling',
      byline: 'Jonas Wick',
      language: 'en',
      published: '2 June 2024',
      text: text.bridgeCourier,
    },
  },
}

export async function massel(room: DemoNewsroom): Promise<void> {
  await tell(room, STORY)
}
