import type { DemoNewsroom } from '../fill'
import { addSource, castRound, claimOf, exclude, passageOf, type Caller, type Held, type Workspace } from '../newsroom'
import { bullets, cite, heading, paragraph, summary } from '../summary'
import * as text from '../text/orvelsk'
import { addClaim, addEvidence, addQuestion, makeCentral, originOf } from './part'

/**
 * The story that the program is for: four articles and a call, of which most go back to one video; one depot or two;
 * a place spelled four ways; a machine translation; a scraped copy with spam at its foot. Published, then corrected.
 */
export async function orvelsk(room: DemoNewsroom): Promise<string> {
  const incident = await enter(room)
  const sources = await takeIn(room, incident)
  const claims = await ask(room, incident)
  const evidence = await attach(room, incident, sources, claims)
  await vote(room, claims)
  await publishFirst(room, incident, evidence)
  await correct(room, incident, claims, evidence)
  return incident
}

async function enter({ clock, records: { party, place }, people: { mara } }: DemoNewsroom): Promise<string> {
  clock.set('2024-03-15T08:05:00Z')
  const made = await mara.incident.create({
    title: 'Fire at an ammunition depot in Orvelsk',
    type: 'strike',
    occurred: '14 March 2024',
    placeId: place.orvelsk,
    partyIds: [party.legion, party.ministry, party.generalStaff],
    tags: ['border raids', 'ammunition'],
  })
  const { id, version } = made.incident
  await mara.incident.setSides({
    id,
    version,
    sides: [
      { id: null, name: 'Tolmark', partyIds: [party.ministry, party.security, party.tolpress] },
      { id: null, name: 'Karvenia', partyIds: [party.legion, party.generalStaff] },
    ],
  })
  return id
}

type Sources = Record<'courier' | 'grenzbote' | 'tolpress' | 'newsnow' | 'herald' | 'marsad' | 'call', Held>

async function takeIn({ clock, records: { party }, people }: DemoNewsroom, incidentId: string): Promise<Sources> {
  const { mara, ilya, noor } = people
  const now = (): Promise<Workspace> => mara.incident.get({ id: incidentId })
  const courier = await addSource(mara, await now(), {
    medium: 'article',
    outletId: party.courier,
    url: 'https://harbour-courier.example/world/orvelsk-depot',
    title: 'Exile legion says it blew up arms depot across the border',
    byline: 'Philippa Anstey',
    language: 'en',
    published: '15 March 2024',
    text: text.courier,
  })
  clock.pass(12)
  const grenzbote = await addSource(ilya, await now(), {
    medium: 'article',
    outletId: party.grenzbote,
    url: 'https://grenzbote.example/orwelsk',
    title: 'Exil-Legion meldet Zerstörung zweier Munitionslager',
    language: 'de',
    published: '15 March 2024',
    text: text.grenzbote,
  })
  const tolpress = await addSource(ilya, await now(), {
    medium: 'agency',
    outletId: party.tolpress,
    title: 'Попытка прорыва у Орвельска отражена',
    language: 'ru',
    published: '15 March 2024',
    text: text.tolpress,
  })
  clock.pass(20)
  const newsnow = await addSource(mara, await now(), {
    medium: 'article',
    outletId: party.newsnow,
    url: 'https://newsnow24.example/item/88121',
    title: 'Legion strikes depot in Orvelsk, says "more to come"',
    language: 'en',
    text: text.newsnow,
  })
  await exclude(mara, incidentId, newsnow, 'MENU  HOME  WORLD  SPORT  WEATHER  SIGN IN')
  await exclude(
    mara,
    incidentId,
    newsnow,
    'You will not believe what this grandmother keeps in her cellar! Lose eleven kilos by Sunday. Click here for cheap watches.\n© NewsNow24. All rights reserved by their owners.',
  )
  const herald = await addSource(mara, await now(), {
    medium: 'article',
    outletId: party.herald,
    title: 'Legion strikes depot in Orvelsk',
    language: 'en',
    published: 'March 2024',
  })
  const marsad = await addSource(noor, await now(), {
    medium: 'article',
    outletId: party.marsad,
    url: 'https://marsad.example/orvelsk',
    title: 'احترق مستودع واحد في أورفيلسك',
    language: 'ar',
    published: '14 March 2024',
    text: text.marsad,
  })
  clock.set('2024-03-18T10:30:00Z')
  const call = await addSource(ilya, await now(), {
    kind: 'own_work',
    medium: 'call',
    title: 'Call with the ministry’s press office',
    language: 'en',
    published: '18 March 2024',
    text: text.callNote,
  })
  await mara.lineage.draw({
    incidentId,
    sourceId: newsnow.sourceId,
    ofId: herald.sourceId,
    kind: 'scrape',
    reason: 'It quotes a question that the Ridge Herald put, and keeps the Herald’s headline.',
    confirm: true,
  })
  await ilya.lineage.draw({
    incidentId,
    sourceId: grenzbote.sourceId,
    ofId: courier.sourceId,
    kind: 'quotes',
    reason: 'Same clip and same order of facts, but “two depots” and the spokesman are its own.',
    confirm: true,
  })
  return { courier, grenzbote, tolpress, newsnow, herald, marsad, call }
}

type Claims = Record<'destroyed' | 'one' | 'two' | 'repelled', string>

async function ask({ clock, records: { party }, people: { mara, ilya } }: DemoNewsroom, id: string): Promise<Claims> {
  clock.pass(30)
  const claim = (questionId: string, text: string, claimantIds: string[]): Promise<string> =>
    addClaim(ilya, id, questionId, { text, claimantIds, firstAppeared: '14 March 2024' })
  const what = await addQuestion(mara, id, 'what', 'What burned at Orvelsk?')
  const howMany = await addQuestion(mara, id, 'how_many', 'How many depots were destroyed?')
  const who = await addQuestion(mara, id, 'who', 'Did raiders reach the town?')
  const destroyed = await claim(what, 'An ammunition depot in Orvelsk was destroyed in the night to 14 March 2024.', [
    party.legion,
  ])
  const one = await claim(howMany, 'One depot was destroyed.', [])
  const two = await claim(howMany, 'Two depots were destroyed.', [party.legion])
  const repelled = await claim(who, 'No store of ammunition at Orvelsk was damaged.', [party.ministry])
  await makeCentral(mara, id, destroyed)
  return { destroyed, one, two, repelled }
}

type Evidence = Record<'video' | 'observed' | 'oneSeen' | 'twoClaimed' | 'denial' | 'hit' | 'call' | 'border', string>

async function attach(room: DemoNewsroom, incidentId: string, sources: Sources, claims: Claims): Promise<Evidence> {
  const { clock, records, people } = room
  const { mara, ilya, noor } = people
  const { party } = records
  clock.pass(15)
  const put = (by: Caller, facts: Parameters<typeof addEvidence>[2]): Promise<string> => {
    clock.pass(6)
    return addEvidence(by, incidentId, facts)
  }
  const video = await put(mara, {
    ...passageOf(
      sources.courier,
      'A video posted by the Free Tolmark Legion shows smoke rising from the roof of a long brick warehouse.',
    ),
    claimId: claims.destroyed,
    stance: 'supports',
    origin: {
      kind: 'new',
      partyId: party.legion,
      channel: 'video on the group’s own channel',
      mode: 'observed',
      dated: '14 March 2024',
    },
  })
  const legionVideo = await originOf(mara, incidentId, video)
  await put(ilya, {
    ...passageOf(
      sources.grenzbote,
      'Die Bewegung veröffentlichte dazu ein Video, das den Augenblick zeigen soll, in dem eine Drohne die Zerstörung der Lager filmt.',
    ),
    claimId: claims.destroyed,
    stance: 'supports',
    origin: legionVideo,
    relays: [party.courier],
    translation: {
      text: 'The movement also published a video said to show the moment in which a drone films the destruction of the depots.',
      language: 'en',
      method: 'desk',
    },
  })
  const hit = await put(mara, {
    ...passageOf(sources.newsnow, 'confirmed that "an ammunition store in Orvelsk was hit overnight"'),
    claimId: claims.destroyed,
    stance: 'supports',
    origin: {
      kind: 'new',
      partyId: party.generalStaff,
      channel: 'spokesman, asked by the Ridge Herald',
      mode: 'asserted',
      dated: null,
      firstSourceId: sources.herald.sourceId,
    },
    relays: [party.herald],
  })
  const observed = await put(noor, {
    ...passageOf(
      sources.marsad,
      'شاهد مراسلنا صباح الخميس من التلة المقابلة للبلدة مستودعًا واحدًا يحترق، وسمع انفجارات متتالية استمرت نحو ساعة.',
    ),
    claimId: claims.destroyed,
    stance: 'supports',
    origin: {
      kind: 'new',
      partyId: party.marsad,
      channel: 'own reporter on the hill opposite the town',
      mode: 'observed',
      dated: '14 March 2024',
    },
    translation: {
      text: 'On Thursday morning, from the hill opposite the town, our reporter saw one warehouse burn and heard a series of explosions that went on for about an hour.',
      language: 'en',
      method: 'desk',
    },
  })
  const denial = await put(ilya, {
    ...passageOf(sources.tolpress, '«Ни один склад боеприпасов в Орвельске не пострадал», — заявили в ведомстве.'),
    claimId: claims.destroyed,
    stance: 'disputes',
    origin: {
      kind: 'new',
      partyId: party.ministry,
      channel: 'statement of 15 March',
      mode: 'asserted',
      dated: '15 March 2024',
    },
    relays: [party.tolpress],
    translation: {
      text: '“Not one ammunition store in Orvelsk was damaged,” the ministry said.',
      language: 'en',
      method: 'desk',
    },
  })
  const oneSeen = await put(noor, {
    ...passageOf(sources.marsad, 'وكان المبنى الثاني المجاور له سليمًا عند شروق الشمس.'),
    claimId: claims.one,
    stance: 'supports',
    origin: await originOf(mara, incidentId, observed),
    translation: {
      text: 'The second building, beside it, was intact at sunrise.',
      language: 'en',
      method: 'desk',
    },
  })
  const twoClaimed = await put(ilya, {
    ...passageOf(
      sources.grenzbote,
      'Die Artilleristen der Gruppe hätten beide Lager in der Nacht zum Donnerstag getroffen, hieß es in einer Mitteilung.',
    ),
    claimId: claims.two,
    stance: 'supports',
    origin: legionVideo,
    translation: {
      text: 'The group’s gunners had hit both depots in the night to Thursday, a statement said.',
      language: 'en',
      method: 'machine',
      translator: 'a machine, checked by the desk',
    },
  })
  const ministry = await originOf(mara, incidentId, denial)
  await put(ilya, {
    ...passageOf(sources.tolpress, 'В ведомстве добавили, что дым над посёлком — следствие возгорания сухой травы.'),
    claimId: claims.repelled,
    stance: 'supports',
    origin: ministry,
    relays: [party.tolpress],
    translation: {
      text: 'The ministry added that the smoke over the settlement came from dry grass that had caught fire.',
      language: 'en',
      method: 'desk',
    },
  })
  const call = await put(ilya, {
    ...passageOf(sources.call, '"stands by its statement of 15 March" and would take no further questions on Orvelsk'),
    claimId: null,
    stance: null,
    origin: ministry,
  })
  const border = await put(mara, {
    ...passageOf(
      sources.courier,
      'The street plan visible at its edge matches satellite pictures of the eastern edge of Orvelsk, about four kilometres from the border.',
    ),
    claimId: null,
    stance: null,
    origin: { kind: 'unknown' },
  })
  return { video, observed, oneSeen, twoClaimed, denial, hit, call, border }
}

async function vote({ clock, people: { mara, ilya, noor, tomas } }: DemoNewsroom, claims: Claims): Promise<void> {
  clock.set('2024-03-19T09:00:00Z')
  const destroyed = await castRound(
    mara,
    claims.destroyed,
    [
      { caller: mara, level: 'probable' },
      {
        caller: ilya,
        level: 'confirmed',
        reason: 'The reporter on the hill and the group’s video do not depend on one another.',
      },
      { caller: noor, level: 'confirmed', reason: 'Seen by an observer of neither side, and filmed by one of them.' },
      { caller: tomas, level: 'probable' },
    ],
    clock,
  )
  await mara.round.reveal({ roundId: destroyed })
  const one = await castRound(
    ilya,
    claims.one,
    [
      { caller: mara, level: 'possible' },
      { caller: ilya, level: 'possible' },
      { caller: noor, level: 'probable' },
    ],
    clock,
  )
  await ilya.round.reveal({ roundId: one })
  const two = await castRound(
    noor,
    claims.two,
    [
      { caller: mara, level: 'possible', reason: 'The second building may have burned later.', isReasonPublic: true },
      { caller: noor, level: 'doubtful' },
      { caller: tomas, level: 'doubtful' },
    ],
    clock,
  )
  await noor.round.reveal({ roundId: two })
  const repelled = await castRound(
    tomas,
    claims.repelled,
    [
      { caller: mara, level: 'doubtful' },
      { caller: ilya, level: 'improbable', reason: 'Grass does not explode for an hour.', isReasonPublic: true },
      { caller: tomas, level: 'doubtful' },
    ],
    clock,
  )
  await tomas.round.reveal({ roundId: repelled })
}

async function publishFirst({ clock, desk }: DemoNewsroom, incidentId: string, evidence: Evidence): Promise<void> {
  clock.set('2024-03-20T14:00:00Z')
  await desk.write('mara', incidentId, text1(evidence))
  clock.pass(55)
  await desk.approve('noor', incidentId, 'Checked each quotation against its capture.')
  clock.pass(5)
  await desk.publish('mara', incidentId, null)
}

function text1(evidence: Evidence) {
  return summary(
    paragraph(
      'An ammunition depot on the eastern edge of Orvelsk was destroyed in the night to 14 March 2024. The Free Tolmark Legion published a video of it ',
      cite(evidence.video),
      ', and a reporter of Al-Marsad al-Hurr watched it burn from across the border ',
      cite(evidence.observed),
      '.',
    ),
    paragraph(
      'The Ministry of Defence of Tolmark denies it ',
      cite(evidence.denial),
      '. Asked again, it stood by its statement ',
      cite(evidence.call),
      '.',
    ),
    heading('One depot or two'),
    bullets(
      ['The Legion speaks of two ', cite(evidence.twoClaimed), '.'],
      ['At sunrise a second building beside the first was standing ', cite(evidence.oneSeen), '.'],
    ),
    paragraph('The street plan in the video matches the eastern edge of the town ', cite(evidence.border), '.'),
  )
}

/** A second vote on "one depot", after a clearer look at the same evidence, and the correction that follows from it. */
async function correct(room: DemoNewsroom, incidentId: string, claims: Claims, evidence: Evidence): Promise<void> {
  const { clock, desk, people } = room
  const { mara, ilya, noor, tomas } = people
  clock.set('2024-04-02T09:30:00Z')
  const last = claimOf(await ilya.incident.get({ id: incidentId }), claims.one).finding
  const round = await castRound(
    ilya,
    claims.one,
    [
      { caller: ilya, level: 'probable' },
      { caller: noor, level: 'probable' },
      { caller: tomas, level: 'probable' },
    ],
    clock,
    { reason: 'Satellite pictures of 15 March show the second roof whole.', lastRoundId: last?.roundId ?? null },
  )
  await ilya.round.reveal({ roundId: round })
  clock.pass(40)
  await desk.write('ilya', incidentId, text2(evidence))
  clock.pass(90)
  await desk.approve('tomas', incidentId, 'The change is the one the new finding asks for.')
  clock.pass(3)
  await desk.publish('mara', incidentId, {
    kind: 'correction',
    note: 'We first left open whether one depot or two had burned. One did: the second building was standing at sunrise.',
  })
}

function text2(evidence: Evidence) {
  return summary(
    paragraph(
      'One ammunition depot on the eastern edge of Orvelsk was destroyed in the night to 14 March 2024. The Free Tolmark Legion published a video of it ',
      cite(evidence.video),
      ', and a reporter of Al-Marsad al-Hurr watched it burn from across the border ',
      cite(evidence.observed),
      '. The General Staff of Karvenia says that a store was hit ',
      cite(evidence.hit),
      '.',
    ),
    paragraph(
      'The Ministry of Defence of Tolmark denies it ',
      cite(evidence.denial),
      '. Asked again, it stood by its statement ',
      cite(evidence.call),
      '.',
    ),
    heading('One depot, not two'),
    bullets(
      ['The Legion speaks of two ', cite(evidence.twoClaimed), '.'],
      ['The second building was standing at sunrise, the reporter says ', cite(evidence.oneSeen), '.'],
    ),
    paragraph('The street plan in the video matches the eastern edge of the town ', cite(evidence.border), '.'),
  )
}
