import type { Caller } from './newsroom'
import type { RouterInputs } from './router-types'

type PartyFacts = RouterInputs['party']['create']

const PARTIES = {
  legion: {
    kind: 'armed_group',
    name: 'Free Tolmark Legion',
    note: 'Exiles from Tolmark who fight on Karvenia’s side.',
    aliases: [
      { name: 'Legion “Freies Tolmark”', language: 'de' },
      { name: 'Легион «Свободный Толмарк»', language: 'ru' },
      { name: 'فيلق تولمارك الحرة', language: 'ar' },
    ],
  },
  ministry: {
    kind: 'state_body',
    name: 'Ministry of Defence of Tolmark',
    note: '',
    aliases: [{ name: 'Министерство обороны Толмарка', language: 'ru' }],
  },
  security: { kind: 'state_body', name: 'Security Service of Tolmark', note: '', aliases: [] },
  generalStaff: { kind: 'state_body', name: 'General Staff of Karvenia', note: '', aliases: [] },
  tolpress: {
    kind: 'agency',
    name: 'TolPress',
    note: 'State news agency of Tolmark.',
    aliases: [{ name: 'ТолПресс', language: 'ru' }],
  },
  courier: { kind: 'outlet', name: 'The Harbour Courier', note: 'Daily of Salt Haven.', aliases: [] },
  grenzbote: {
    kind: 'outlet',
    name: 'Grenzbote',
    note: 'Regional daily; translates agency copy by machine.',
    aliases: [],
  },
  newsnow: {
    kind: 'outlet',
    name: 'NewsNow24',
    note: 'Republishes other papers’ articles without saying so.',
    aliases: [],
  },
  herald: { kind: 'outlet', name: 'Ridge Herald', note: 'Weekly of the Karvenian highlands.', aliases: [] },
  marsad: {
    kind: 'outlet',
    name: 'Al-Marsad al-Hurr',
    note: 'Independent newsroom with reporters along the border.',
    aliases: [{ name: 'المرصد الحر', language: 'ar' }],
  },
  union: { kind: 'organisation', name: 'Doctors’ Union of Karvenia', note: '', aliases: [] },
  administration: { kind: 'state_body', name: 'Military administration of Nerrin', note: '', aliases: [] },
  brigade: { kind: 'state_body', name: 'Fire brigade of Dorn', note: '', aliases: [] },
  traders: { kind: 'organisation', name: 'Traders’ Association of Dorn Harbour', note: '', aliases: [] },
  coastGuard: { kind: 'state_body', name: 'Coast Guard of Karvenia', note: '', aliases: [] },
  mayor: { kind: 'person', name: 'Edda Kroll', note: 'Mayor of Lower Massel.', aliases: [] },
} as const satisfies Record<string, PartyFacts>

type PlaceFacts = RouterInputs['place']['create']

/** In the open ocean, far from every coast and border: nobody’s real town stands beside what is invented. */
const PLACES = {
  orvelsk: {
    coordinates: '51.2764, -35.7029',
    precision: 'settlement',
    names: [
      { name: 'Orvelsk', language: 'en', script: 'Latn', romanisation: null },
      { name: 'Орвельск', language: 'ru', script: 'Cyrl', romanisation: null },
      { name: 'Orwelsk', language: 'de', script: 'Latn', romanisation: null },
      { name: 'أورفيلسك', language: 'ar', script: 'Arab', romanisation: null },
    ],
  },
  massel: {
    coordinates: '50.91, -36.12',
    precision: 'vicinity',
    names: [{ name: 'Lower Massel', language: 'en', script: 'Latn', romanisation: null }],
  },
  nerrin: {
    coordinates: '51.02, -35.39',
    precision: 'district',
    names: [
      { name: 'Nerrin', language: 'en', script: 'Latn', romanisation: null },
      { name: 'Неррин', language: 'ru', script: 'Cyrl', romanisation: null },
      { name: 'نيرين', language: 'ar', script: 'Arab', romanisation: null },
    ],
  },
  dorn: {
    coordinates: '50.4418, -36.8794',
    precision: 'exact',
    names: [{ name: 'Dorn Harbour', language: 'en', script: 'Latn', romanisation: null }],
  },
  verrin: {
    coordinates: '50.1, -37.3',
    precision: 'region',
    names: [{ name: 'Cape Verrin', language: 'en', script: 'Latn', romanisation: null }],
  },
  merre: {
    coordinates: '50.3, -37.9',
    precision: 'district',
    names: [
      { name: 'Sound of Merre', language: 'en', script: 'Latn', romanisation: null },
      { name: 'مضيق ميري', language: 'ar', script: 'Arab', romanisation: null },
    ],
  },
} as const satisfies Record<string, PlaceFacts>

const GRADES = [
  ['courier', 'B', 'Names its sources, corrects in public, has reporters on the ground.'],
  ['marsad', 'B', 'Own reporters at the border; small staff; has withdrawn two reports in three years.'],
  ['herald', 'C', 'Careful, but rarely says how it knows.'],
  ['grenzbote', 'C', 'Its own reporting is sound; its translated agency copy is not read by anyone before it runs.'],
  ['tolpress', 'D', 'Carries official statements unchecked; useful for what officials say.'],
  ['newsnow', 'E', 'Copies without attribution and alters what it copies.'],
] as const satisfies readonly (readonly [keyof typeof PARTIES, string, string])[]

export type Records = {
  party: Record<keyof typeof PARTIES, string>
  place: Record<keyof typeof PLACES, string>
}

async function inTurn<Key extends string, Facts>(
  facts: Record<Key, Facts>,
  make: (one: Facts) => Promise<string>,
): Promise<Record<Key, string>> {
  const ids: [string, string][] = []
  for (const [key, one] of Object.entries<Facts>(facts)) ids.push([key, await make(one)])
  return Object.fromEntries(ids) as Record<Key, string>
}

/** The parties, places and grades that the stories share. */
export async function makeRecords(lead: Caller): Promise<Records> {
  const party = await inTurn<keyof typeof PARTIES, PartyFacts>(PARTIES, async (facts) => {
    const made = await lead.party.create(facts)
    return made.id
  })
  const place = await inTurn<keyof typeof PLACES, PlaceFacts>(PLACES, async (facts) => {
    const made = await lead.place.create(facts)
    return made.id
  })
  for (const [outlet, grade, reason] of GRADES)
    await lead.party.grade({ partyId: party[outlet], from: null, grade, reason })
  return { party, place }
}
