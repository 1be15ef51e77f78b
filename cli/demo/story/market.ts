import type { DemoNewsroom } from '../fill'
import { addSource, castRound, passageOf } from '../newsroom'
import { cite, paragraph, summary } from '../summary'
import * as text from '../text/others'
import { addClaim, addEvidence, addQuestion, makeCentral, originOf } from './part'

/** In review: voted on, written, and waiting for somebody who did not write it. */
export async function market({ clock, desk, records: { party, place }, people }: DemoNewsroom): Promise<void> {
  const { mara, ilya, noor, tomas } = people
  clock.set('2024-04-20T10:00:00Z')
  const made = await noor.incident.create({
    title: 'Market hall in Dorn Harbour burns',
    type: 'explosion',
    occurred: '20 April 2024',
    placeId: place.dorn,
    partyIds: [party.brigade, party.traders],
    tags: ['fires'],
  })
  const { id } = made.incident
  const courier = await addSource(noor, made, {
    medium: 'article',
    outletId: party.courier,
    url: 'https://harbour-courier.example/dorn-market',
    title: 'Market in Dorn Harbour burns for a night; cause unknown',
    byline: 'Philippa Anstey',
    language: 'en',
    published: '20 April 2024',
    text: text.marketCourier,
  })
  const grenzbote = await addSource(noor, await noor.incident.get({ id }), {
    medium: 'article',
    outletId: party.grenzbote,
    title: 'Marktbrand in Dorn: Feuerwehr spricht von zwei Brandherden',
    language: 'de',
    published: '21 April 2024',
    text: text.marketGrenzbote,
  })
  clock.pass(20)
  const why = await addQuestion(noor, id, 'why', 'Why did the hall burn?')
  const set = await addClaim(noor, id, why, {
    text: 'The fire in the market hall was set.',
    claimantIds: [],
    firstAppeared: '20 April 2024',
  })
  await makeCentral(noor, id, set)
  const twoSeats = await addEvidence(noor, id, {
    ...passageOf(
      courier,
      '"We found two seats of fire, at opposite ends of the hall," said the head of the brigade, Tam Oster.',
    ),
    claimId: set,
    stance: 'supports',
    origin: {
      kind: 'new',
      partyId: party.brigade,
      channel: 'head of the brigade, on the scene',
      mode: 'observed',
      dated: '20 April 2024',
    },
  })
  const brigade = await originOf(noor, id, twoSeats)
  const zwei = await addEvidence(noor, id, {
    ...passageOf(grenzbote, '„zwei Brandherde an entgegengesetzten Enden der Halle“'),
    claimId: set,
    stance: 'supports',
    origin: brigade,
    translation: { text: '“two seats of fire at opposite ends of the hall”', language: 'en', method: 'desk' },
  })
  const noDevice = await addEvidence(noor, id, {
    ...passageOf(grenzbote, 'Ein Brandsatz sei nicht gefunden worden, sagte Oster.'),
    claimId: set,
    stance: 'disputes',
    origin: brigade,
    translation: { text: 'No incendiary device had been found, Oster said.', language: 'en', method: 'desk' },
  })
  const stalls = await addEvidence(noor, id, {
    ...passageOf(courier, 'The Harbour Courier counted thirty-eight burnt stalls on Saturday morning.'),
    claimId: null,
    stance: null,
    origin: { kind: 'unknown' },
  })
  clock.set('2024-04-23T09:00:00Z')
  const round = await castRound(
    noor,
    set,
    [
      {
        caller: mara,
        level: 'possible',
        reason: 'Two seats of fire can also be one fault in the wiring.',
        isReasonPublic: true,
      },
      { caller: ilya, level: 'possible' },
      { caller: noor, level: 'probable' },
      { caller: tomas, level: 'unknown', reason: 'One man has seen it, and he will not say.', isReasonPublic: true },
    ],
    clock,
  )
  await noor.round.reveal({ roundId: round })
  clock.pass(60)
  await desk.write(
    'noor',
    id,
    summary(
      paragraph(
        'Part of the covered market in Dorn Harbour burned down in the night to 20 April 2024; thirty-eight stalls were counted as lost ',
        cite(stalls),
        '. Whether the fire was set is open. The fire brigade found two seats of fire ',
        cite(twoSeats),
        cite(zwei),
        ', but no device ',
        cite(noDevice),
        '.',
      ),
    ),
  )
}
