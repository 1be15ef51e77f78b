import { claimOf, conclude } from '../../newsroom'
import type { DemoNewsroom } from '../../room'
import { tell, type Told } from '../../story'
import { bullets, cite, heading, paragraph, summary } from '../../summary'
import { STORY } from './story'
import { ARABIC, UKRAINIAN, UKRAINIAN_FIRST } from './translation'

/** Published, then corrected after a second vote on how many depots burned. */
export async function orvelsk(room: DemoNewsroom): Promise<void> {
  const told = await tell(room, STORY)
  await vote(room, told)
  await publishFirst(room, told)
  room.clock.pass(120)
  await room.desk.translate('noor', 'ilya', told.incidentId, { language: 'ar', ...ARABIC })
  await room.desk.translate('ilya', 'tomas', told.incidentId, { language: 'uk', ...UKRAINIAN_FIRST })
  await correct(room, told)
  room.clock.pass(90)
  await room.desk.translate('ilya', 'tomas', told.incidentId, { language: 'uk', ...UKRAINIAN })
}

async function vote(room: DemoNewsroom, told: Told): Promise<void> {
  room.clock.set('2024-03-19T09:00:00Z')
  await conclude(room, told.id('destroyed'), [
    { by: 'mara', level: 'probable' },
    {
      by: 'ilya',
      level: 'confirmed',
      reason: 'The reporter on the hill and the group’s clip do not depend on one another.',
    },
    { by: 'noor', level: 'confirmed', reason: 'Seen by an observer of neither side, and filmed by one of them.' },
    { by: 'tomas', level: 'confirmed', reason: 'Two origins, and nothing but a bare denial against them.' },
  ])
  await conclude(room, told.id('grass'), [
    { by: 'tomas', level: 'doubtful' },
    { by: 'mara', level: 'doubtful' },
    { by: 'ilya', level: 'improbable', reason: 'Grass does not explode for an hour.', isReasonPublic: true },
  ])
  await conclude(room, told.id('one'), [
    { by: 'ilya', level: 'possible' },
    { by: 'mara', level: 'possible' },
    { by: 'noor', level: 'probable' },
  ])
  await conclude(room, told.id('two'), [
    { by: 'noor', level: 'doubtful' },
    { by: 'mara', level: 'possible', reason: 'The second building may have burned later.', isReasonPublic: true },
    { by: 'tomas', level: 'doubtful' },
  ])
}

/** What both versions say of the fire and of the denial. */
function shared(told: Told) {
  const cited = (key: string) => cite(told.id(key))
  return {
    cited,
    seen: [
      'The Free Tolmark Legion published a clip of it ',
      cited('video'),
      cited('videoAgain'),
      ', and a reporter of Al-Marsad al-Hurr watched it burn from across the border ',
      cited('observed'),
    ],
    denial: paragraph(
      'The Ministry of Defence of Tolmark denies it ',
      cited('denial'),
      ' and speaks of burning grass ',
      cited('grassSaid'),
      '. Asked again, it stood by its statement ',
      cited('stands'),
      '.',
    ),
    siding: paragraph('The siding in the clip matches the eastern edge of the town ', cited('siding'), '.'),
  }
}

async function publishFirst({ clock, desk }: DemoNewsroom, told: Told): Promise<void> {
  const { cited, seen, denial, siding } = shared(told)
  const account = summary(
    paragraph('An ammunition depot in Orvelsk was destroyed in the night to 14 March 2024. ', ...seen, '.'),
    denial,
    heading('One depot or two'),
    bullets(
      ['The Legion speaks of two ', cited('twoClaimed'), '.'],
      ['At sunrise a second building beside the first was standing ', cited('oneSeen'), '.'],
    ),
    siding,
  )
  clock.set('2024-03-20T14:00:00Z')
  await desk.write('mara', told.incidentId, account)
  clock.pass(55)
  await desk.approve('noor', told.incidentId, 'Checked each quotation against its capture.')
  clock.pass(5)
  await desk.publish('mara', told.incidentId, null)
}

async function correct(room: DemoNewsroom, told: Told): Promise<void> {
  const { clock, desk, people } = room
  clock.set('2024-04-02T09:30:00Z')
  const last = claimOf(await people.ilya.incident.get({ id: told.incidentId }), told.id('one')).finding
  await conclude(
    room,
    told.id('one'),
    [
      { by: 'ilya', level: 'probable' },
      { by: 'noor', level: 'probable' },
      { by: 'tomas', level: 'probable' },
    ],
    { reason: 'Satellite pictures of 15 March show the second roof whole.', lastRoundId: last?.roundId ?? null },
  )
  const { cited, seen, denial, siding } = shared(told)
  const account = summary(
    paragraph(
      'One ammunition depot in Orvelsk was destroyed in the night to 14 March 2024. ',
      ...seen,
      '. The General Staff of Karvenia says that a store was hit ',
      cited('hit'),
      '.',
    ),
    denial,
    heading('One depot, not two'),
    bullets(
      ['The Legion speaks of two ', cited('twoClaimed'), '.'],
      ['The second building was standing at sunrise, the reporter says ', cited('oneSeen'), '.'],
    ),
    siding,
  )
  clock.pass(40)
  await desk.write('ilya', told.incidentId, account)
  clock.pass(90)
  await desk.approve('tomas', told.incidentId, 'The change is the one the new finding asks for.')
  clock.pass(3)
  await desk.publish('mara', told.incidentId, {
    kind: 'correction',
    note: 'We first left open whether one depot or two had burned. One did: the second building was standing at sunrise.',
  })
}
