import { conclude } from '../newsroom'
import type { DemoNewsroom } from '../room'
import { tell, type Story } from '../story'
import { cite, paragraph, summary } from '../summary'
import * as text from '../text/others'

const STORY: Story = {
  at: '2024-04-20T10:00:00Z',
  by: 'noor',
  incident: {
    title: 'Market hall in Dorn Harbour burns',
    type: 'explosion',
    occurred: '20 April 2024',
    place: 'dorn',
    parties: ['brigade', 'traders'],
    tags: ['fires'],
  },
  sources: {
    courier: {
      by: 'noor',
      medium: 'article',
      outlet: 'courier',
      url: 'https://harbour-courier.example/dorn-market',
      title: 'Market in Dorn Harbour burns for a night; cause unknown',
      byline: 'Philippa Anstey',
      language: 'en',
      published: '20 April 2024',
      text: text.marketCourier,
    },
    grenzbote: {
      by: 'noor',
      medium: 'article',
      outlet: 'grenzbote',
      title: 'Marktbrand in Dorn: Feuerwehr spricht von zwei Brandherden',
      language: 'de',
      published: '21 April 2024',
      text: text.marketGrenzbote,
    },
  },
  questions: [
    {
      kind: 'why',
      text: 'Why did the hall burn?',
      claims: {
        set: { text: 'The fire in the market hall was set.', firstAppeared: '20 April 2024', isCentral: true },
      },
    },
  ],
  evidence: {
    twoSeats: {
      by: 'noor',
      source: 'courier',
      quote: '"We found two seats of fire, at opposite ends of the hall," said the head of the brigade, Tam Oster.',
      claim: 'set',
      stance: 'supports',
      origin: {
        party: 'brigade',
        channel: 'head of the brigade, on the scene',
        mode: 'observed',
        dated: '20 April 2024',
      },
    },
    zwei: {
      by: 'noor',
      source: 'grenzbote',
      quote: '„zwei Brandherde an entgegengesetzten Enden der Halle“',
      claim: 'set',
      stance: 'supports',
      origin: { same: 'twoSeats' },
      english: '“two seats of fire at opposite ends of the hall”',
    },
    noDevice: {
      by: 'noor',
      source: 'grenzbote',
      quote: 'Ein Brandsatz sei nicht gefunden worden, sagte Oster.',
      claim: 'set',
      stance: 'disputes',
      origin: { same: 'twoSeats' },
      english: 'No incendiary device had been found, Oster said.',
    },
    stalls: {
      by: 'noor',
      source: 'courier',
      quote: 'The Harbour Courier counted thirty-eight burnt stalls on Saturday morning.',
    },
  },
}

/** In review: voted on, written, and waiting for somebody who did not write it. */
export async function market(room: DemoNewsroom): Promise<void> {
  const told = await tell(room, STORY)
  const cited = (key: string) => cite(told.id(key))
  room.clock.set('2024-04-23T09:00:00Z')
  await conclude(room, told.id('set'), [
    { by: 'noor', level: 'probable' },
    {
      by: 'mara',
      level: 'possible',
      reason: 'Two seats of fire can also be one fault in the wiring.',
      isReasonPublic: true,
    },
    { by: 'ilya', level: 'possible' },
    {
      by: 'tomas',
      level: 'unknown',
      reason: 'One man has seen it, and he will not say.',
      isReasonPublic: true,
    },
  ])
  room.clock.pass(60)
  await room.desk.write(
    'noor',
    told.incidentId,
    summary(
      paragraph(
        'Part of the covered market in Dorn Harbour burned down in the night to 20 April 2024; thirty-eight stalls were counted as lost ',
        cited('stalls'),
        '. Whether the fire was set is open. The fire brigade found two seats of fire ',
        cited('twoSeats'),
        cited('zwei'),
        ', but no device ',
        cited('noDevice'),
        '.',
      ),
    ),
  )
}
