import { conclude } from '../newsroom'
import type { DemoNewsroom } from '../room'
import { tell, type Story } from '../story'
import { cite, heading, paragraph, summary } from '../summary'
import * as text from '../text/trawler'

const STORY: Story = {
  at: '2024-04-24T08:00:00Z',
  by: 'noor',
  incident: {
    title: 'A patrol boat and the trawler Halcyon collide in the Sound of Merre',
    type: 'other',
    occurred: 'about 20 April 2024',
    place: 'merre',
    parties: ['coastGuard'],
    tags: ['shipping'],
  },
  sources: {
    marsad: {
      by: 'noor',
      medium: 'article',
      outlet: 'marsad',
      title: 'تصادم في مضيق ميري: زورق دورية وسفينة صيد',
      byline: 'ليلى الخطيب',
      language: 'ar',
      published: '23 April 2024',
      text: text.trawlerMarsad,
    },
    courier: {
      by: 'ilya',
      medium: 'article',
      outlet: 'courier',
      title: 'Coast guard: trawler turned into patrol boat’s way',
      language: 'en',
      published: 'about 23 April 2024',
      text: text.trawlerCourier,
    },
    call: {
      by: 'noor',
      kind: 'own_work',
      medium: 'call',
      title: 'Call with one of the crew',
      language: 'en',
      published: '24 April 2024',
      isConfidential: true,
      publicDescription: 'One of the patrol boat’s crew, who fears for their post',
      text: text.trawlerLog,
    },
  },
  questions: [
    {
      kind: 'what',
      text: 'How did they come to collide?',
      claims: {
        rammed: {
          text: 'The patrol boat steered into the trawler’s stern.',
          firstAppeared: '23 April 2024',
          isCentral: true,
        },
        turned: {
          text: 'The trawler turned into the patrol boat’s way.',
          claimants: ['coastGuard'],
          firstAppeared: 'about 23 April 2024',
        },
      },
    },
  ],
  evidence: {
    crew: {
      by: 'noor',
      source: 'marsad',
      quote: 'وإنه غيّر مساره مرتين قبل أن يصدم مؤخرة السفينة من جهة اليسار',
      claim: 'rammed',
      stance: 'supports',
      origin: { channel: 'three of the trawler’s crew', mode: 'observed', dated: 'about 20 April 2024' },
      english: 'and that it changed course twice before it struck the ship’s stern from port.',
    },
    mate: {
      by: 'noor',
      source: 'call',
      quote: 'the order was to stop the trawler, and the mate steered for her stern',
      claim: 'rammed',
      stance: 'supports',
      origin: { channel: 'one of the patrol boat’s crew', mode: 'observed', dated: 'about 20 April 2024' },
    },
    denied: {
      by: 'ilya',
      source: 'courier',
      quote: 'There was no ramming',
      claim: 'rammed',
      stance: 'disputes',
      origin: { party: 'coastGuard', channel: 'spokesman', mode: 'asserted', dated: 'about 23 April 2024' },
    },
    signal: {
      by: 'ilya',
      source: 'courier',
      quote: 'The trawler turned without a signal, and there was no time to stop.',
      claim: 'turned',
      stance: 'supports',
      origin: { same: 'denied' },
    },
  },
}

/** Published and disputed: what is known of it is about when, and partly from somebody who must not be named. */
export async function trawler(room: DemoNewsroom): Promise<void> {
  const { clock, desk } = room
  const told = await tell(room, STORY)
  clock.pass(60)
  await conclude(room, told.id('rammed'), [
    { by: 'noor', level: 'probable' },
    {
      by: 'ilya',
      level: 'doubtful',
      reason: 'A trawler with her nets out cannot be seen to turn.',
      isReasonPublic: true,
    },
    { by: 'tomas', level: 'possible' },
  ])
  await conclude(room, told.id('turned'), [
    { by: 'noor', level: 'doubtful' },
    { by: 'ilya', level: 'possible' },
    { by: 'tomas', level: 'doubtful' },
  ])
  const account = summary(
    paragraph(
      'About 20 April 2024 a patrol boat of the coast guard and the trawler Halcyon collided in the Sound of Merre. The trawler’s crew say that the boat changed course twice and struck their stern ',
      cite(told.id('crew')),
      '; one of the boat’s crew says that it was meant to stop her ',
      cite(told.id('mate')),
      '.',
    ),
    heading('What the coast guard says'),
    paragraph(
      'The coast guard denies it ',
      cite(told.id('denied')),
      ' and says that the trawler turned without a signal ',
      cite(told.id('signal')),
      '.',
    ),
  )
  await desk.write('noor', told.incidentId, account)
  clock.pass(25)
  await desk.approve('tomas', told.incidentId, 'Nothing in it leads to who spoke to us.')
  clock.pass(5)
  await desk.publish('noor', told.incidentId, null)
}
