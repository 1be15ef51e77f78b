import type { DemoNewsroom } from '../fill'
import { addSource, castRound, passageOf } from '../newsroom'
import * as text from '../text/others'
import { addClaim, addEvidence, addQuestion, makeCentral } from './part'

/** Being voted on: one round is open with a ballot missing, another waits for its quorum. */
export async function nerrin({ clock, records: { party, place }, people }: DemoNewsroom): Promise<void> {
  const { mara, ilya, noor } = people
  clock.set('2024-05-08T12:15:00Z')
  const made = await ilya.incident.create({
    title: 'Two nurses said to be held in Nerrin',
    type: 'detention',
    occurred: '7 May 2024',
    placeId: place.nerrin,
    partyIds: [party.union, party.administration],
    tags: ['health workers'],
  })
  const { id, version } = made.incident
  await ilya.incident.setSides({
    id,
    version,
    sides: [{ id: null, name: 'Tolmark', partyIds: [party.administration, party.tolpress] }],
  })
  const herald = await addSource(ilya, made, {
    medium: 'article',
    outletId: party.herald,
    title: 'Doctors’ union: two nurses held after clinic search',
    language: 'en',
    published: '8 May 2024',
    text: text.hospitalHerald,
  })
  const tolpress = await addSource(ilya, await ilya.incident.get({ id }), {
    medium: 'agency',
    outletId: party.tolpress,
    title: 'В Неррине прошла проверка документов',
    language: 'ru',
    published: '8 May 2024',
    text: text.hospitalTolpress,
  })
  const marsad = await addSource(noor, await noor.incident.get({ id }), {
    medium: 'article',
    outletId: party.marsad,
    title: 'نقابة الأطباء: اقتياد ممرضتين من عيادة نيرين',
    language: 'ar',
    published: '8 May 2024',
    text: text.hospitalMarsad,
  })
  const relative = await addSource(noor, await noor.incident.get({ id }), {
    kind: 'own_work',
    medium: 'call',
    title: 'Call with a relative',
    language: 'en',
    published: '9 May 2024',
    isConfidential: true,
    publicDescription: 'A relative of one of the nurses, who spoke on condition that nothing about them be published.',
    text: 'The relative says that neither of the two has been allowed to telephone since Tuesday.',
  })
  clock.pass(25)
  const what = await addQuestion(ilya, id, 'what', 'What happened to the two nurses?')
  const held = await addClaim(ilya, id, what, {
    text: 'Soldiers took two nurses away from the district clinic in Nerrin on 7 May 2024.',
    claimantIds: [party.union],
    firstAppeared: '8 May 2024',
  })
  const nobody = await addClaim(ilya, id, what, {
    text: 'Nobody was detained at the clinic.',
    claimantIds: [party.administration],
  })
  await makeCentral(ilya, id, held)
  await addEvidence(ilya, id, {
    ...passageOf(herald, '"They were told to bring their identity cards and have not come back,"'),
    claimId: held,
    stance: 'supports',
    origin: {
      kind: 'new',
      partyId: party.union,
      channel: 'secretary Oma Lirin',
      mode: 'asserted',
      dated: '8 May 2024',
    },
    relays: [],
  })
  await addEvidence(noor, id, {
    ...passageOf(marsad, 'وقال قريب لإحداهما للمرصد الحر إنه رآها في سيارة عسكرية عند الساعة الرابعة عصرًا.'),
    claimId: held,
    stance: 'supports',
    origin: {
      kind: 'new',
      partyId: null,
      channel: 'a relative who saw her in a military car',
      mode: 'observed',
      dated: '7 May 2024',
    },
    relays: [party.marsad],
    translation: {
      text: 'A relative of one of them told Al-Marsad al-Hurr of having seen her in a military car at four in the afternoon.',
      language: 'en',
      method: 'desk',
    },
  })
  await addEvidence(noor, id, {
    ...passageOf(relative, 'neither of the two has been allowed to telephone since Tuesday'),
    claimId: held,
    stance: 'supports',
    origin: { kind: 'unknown' },
  })
  await addEvidence(ilya, id, {
    ...passageOf(tolpress, '«Никто не задержан», — сказал представитель администрации.'),
    claimId: nobody,
    stance: 'supports',
    origin: {
      kind: 'new',
      partyId: party.administration,
      channel: 'spokesman',
      mode: 'asserted',
      dated: '8 May 2024',
    },
    relays: [party.tolpress],
    translation: {
      text: '“Nobody is detained,” a spokesman for the administration said.',
      language: 'en',
      method: 'desk',
    },
  })
  clock.set('2024-05-10T08:00:00Z')
  await castRound(
    ilya,
    held,
    [
      { caller: ilya, level: 'probable' },
      { caller: noor, level: 'confirmed', reason: 'Two who do not know each other, one of whom saw it.' },
    ],
    clock,
  )
  await castRound(mara, nobody, [{ caller: mara, level: 'doubtful' }], clock)
}
