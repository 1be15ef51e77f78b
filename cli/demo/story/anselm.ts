import { conclude } from '../newsroom'
import type { DemoNewsroom } from '../room'
import { tell, type Story } from '../story'
import { cite, paragraph, summary } from '../summary'
import * as text from '../text/others'

const STORY: Story = {
  at: '2024-04-08T11:00:00Z',
  by: 'tomas',
  incident: {
    title: 'Ferry Anselm reported sunk off Cape Verrin',
    type: 'disaster',
    occurred: '8 April 2024',
    place: 'verrin',
    parties: ['coastGuard'],
    tags: ['shipping'],
  },
  sources: {
    herald: {
      by: 'tomas',
      medium: 'article',
      outlet: 'herald',
      title: 'Ferry “Anselm” sinks off Cape Verrin, three dead',
      language: 'en',
      published: '8 April 2024',
      text: text.drownedHerald,
    },
  },
  questions: [
    {
      kind: 'what',
      text: 'What became of the Anselm?',
      claims: {
        sank: {
          text: 'The ferry Anselm sank off Cape Verrin on 8 April 2024.',
          claimants: ['coastGuard'],
          firstAppeared: '8 April 2024',
          isCentral: true,
        },
      },
    },
  ],
  evidence: {
    guard: {
      by: 'tomas',
      source: 'herald',
      quote:
        'The coast guard of Karvenia said on Monday that the ferry Anselm had sunk two miles off Cape Verrin with the loss of three lives.',
      claim: 'sank',
      stance: 'supports',
      origin: { party: 'coastGuard', channel: 'statement', mode: 'asserted', dated: '8 April 2024' },
    },
  },
}

/** Published, and retracted two days later: the ferry had not sunk. */
export async function anselm(room: DemoNewsroom): Promise<void> {
  const { clock, desk, people } = room
  const told = await tell(room, STORY)
  clock.pass(90)
  await conclude(room, told.id('sank'), [
    { by: 'tomas', level: 'probable' },
    { by: 'ilya', level: 'probable' },
    { by: 'noor', level: 'probable' },
  ])
  const account = summary(
    paragraph(
      'The ferry Anselm sank two miles off Cape Verrin on 8 April 2024, the coast guard says ',
      cite(told.id('guard')),
      '.',
    ),
  )
  await desk.write('tomas', told.incidentId, account)
  clock.pass(30)
  await desk.approve('ilya', told.incidentId, 'The coast guard’s own statement.')
  clock.pass(4)
  await desk.publish('tomas', told.incidentId, null)
  clock.set('2024-04-10T08:20:00Z')
  await people.mara.publication.retract({
    incidentId: told.incidentId,
    note: 'We reported that the ferry Anselm had sunk. She had not: the coast guard had mixed up two distress calls, and she lay safe in Salt Haven.',
  })
}
