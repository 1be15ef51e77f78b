import type { DemoNewsroom } from '../fill'
import { addSource, castRound, passageOf } from '../newsroom'
import { cite, paragraph, summary } from '../summary'
import * as text from '../text/others'
import { addClaim, addEvidence, addQuestion, makeCentral } from './part'

/** Published, and retracted two days later: the ferry had not sunk. */
export async function anselm({ clock, desk, records: { party, place }, people }: DemoNewsroom): Promise<void> {
  const { mara, ilya, noor, tomas } = people
  clock.set('2024-04-08T11:00:00Z')
  const made = await tomas.incident.create({
    title: 'Ferry Anselm reported sunk off Cape Verrin',
    type: 'disaster',
    occurred: '8 April 2024',
    placeId: place.verrin,
    partyIds: [party.coastGuard],
    tags: ['shipping'],
  })
  const { id } = made.incident
  const herald = await addSource(tomas, made, {
    medium: 'article',
    outletId: party.herald,
    title: 'Ferry “Anselm” sinks off Cape Verrin, three dead',
    language: 'en',
    published: '8 April 2024',
    text: text.drownedHerald,
  })
  const what = await addQuestion(tomas, id, 'what', 'What became of the Anselm?')
  const sank = await addClaim(tomas, id, what, {
    text: 'The ferry Anselm sank off Cape Verrin on 8 April 2024.',
    claimantIds: [party.coastGuard],
    firstAppeared: '8 April 2024',
  })
  await makeCentral(tomas, id, sank)
  const guard = await addEvidence(tomas, id, {
    ...passageOf(
      herald,
      'The coast guard of Karvenia said on Monday that the ferry Anselm had sunk two miles off Cape Verrin with the loss of three lives.',
    ),
    claimId: sank,
    stance: 'supports',
    origin: {
      kind: 'new',
      partyId: party.coastGuard,
      channel: 'statement',
      mode: 'asserted',
      dated: '8 April 2024',
    },
  })
  clock.pass(90)
  const round = await castRound(
    tomas,
    sank,
    [
      { caller: ilya, level: 'probable' },
      { caller: noor, level: 'probable' },
      { caller: tomas, level: 'probable' },
    ],
    clock,
  )
  await tomas.round.reveal({ roundId: round })
  await desk.write(
    'tomas',
    id,
    summary(
      paragraph(
        'The ferry Anselm sank two miles off Cape Verrin on 8 April 2024, the coast guard says ',
        cite(guard),
        '.',
      ),
    ),
  )
  clock.pass(30)
  await desk.approve('ilya', id, 'The coast guard’s own statement.')
  clock.pass(4)
  await desk.publish('tomas', id, null)

  clock.set('2024-04-10T08:20:00Z')
  const courier = await addSource(noor, await noor.incident.get({ id }), {
    medium: 'article',
    outletId: party.courier,
    title: 'Ferry feared lost is safe in port, coast guard says',
    language: 'en',
    published: '9 April 2024',
    text: text.drownedCourier,
  })
  await addEvidence(noor, id, {
    ...passageOf(courier, 'A Harbour Courier reporter went aboard on Tuesday morning and spoke with her captain.'),
    claimId: sank,
    stance: 'disputes',
    origin: {
      kind: 'new',
      partyId: party.courier,
      channel: 'own reporter aboard',
      mode: 'observed',
      dated: '9 April 2024',
    },
  })
  clock.pass(12)
  await mara.publication.retract({
    incidentId: id,
    note: 'We reported that the ferry Anselm had sunk. She had not: the coast guard had mixed up two distress calls, and she lay safe in Salt Haven.',
  })
}
