import { sha256Hex } from '@/domain/hash'
import type { AccountPicture } from '@/domain/snapshot-picture'
import { claims } from './account/claims'
import { evidence } from './account/evidence'
import { idOf, ORIGIN, PARTY, SOURCE } from './account/ids'
import { sampleSummary } from './account/summary'

/** A made-up incident with everything a public page can show: two scripts, rivals, copies, a confidential source. */
const incidentId = 'a0000000-0000-4000-8000-000000000000'

const outlet = (n: number, name: string, grade: 'A' | 'B' | 'C' | 'D' | 'E' | 'F', reason: string) => ({
  id: idOf(n),
  kind: 'outlet' as const,
  name,
  note: '',
  aliases: [],
  grade: { grade, reason },
})
const party = (n: number, kind: 'armed_group' | 'state_body' | 'agency', name: string, aliases: string[] = []) => ({
  id: idOf(n),
  kind,
  name,
  note: '',
  aliases,
  grade: null,
})

const source = (n: number, outletParty: number | null, title: string | null, language: string, published: string) => ({
  id: idOf(n),
  kind: 'document' as const,
  medium: 'article' as const,
  outletId: outletParty === null ? null : idOf(outletParty),
  url: title === null ? null : `https://${String(n)}.example/story?a=1&b=2`,
  archiveUrl: null,
  title,
  byline: null,
  language,
  published,
  isConfidential: false,
  publicDescription: null,
})

export const samplePicture: AccountPicture = {
  incident: {
    id: incidentId,
    slug: 'fire-at-krasnyi-brid',
    title: 'Fire at the fuel depot of Krasnyi Brid',
    type: 'strike',
    occurred: '2024-03-13/2024-03-14~',
    place: {
      latitude: 49.123456,
      longitude: 36.9001,
      precision: 'settlement',
      names: [
        { name: 'Krasnyi Brid', language: 'uk', script: 'Latn', romanisation: 'BGN/PCGN', isMain: true },
        { name: 'Красний Брід', language: 'uk', script: 'Cyrl', romanisation: null, isMain: false },
        { name: 'Krasny Brod', language: 'en', script: 'Latn', romanisation: null, isMain: false },
      ],
    },
    partyIds: [idOf(PARTY.guard), idOf(PARTY.ministry), idOf(PARTY.council)],
    tags: ['fuel', 'border'],
    sides: [{ id: idOf(11), name: 'The republic', partyIds: [idOf(PARTY.ministry), idOf(PARTY.council)] }],
  },
  team: {
    organisation: 'The Border Desk',
    address: '1 Mill Lane, Arden',
    contact: 'corrections@border-desk.example',
    language: 'en',
    quorum: 3,
    approvals: 1,
  },
  document: sampleSummary,
  parties: [
    {
      ...party(PARTY.guard, 'armed_group', 'Northern Guard', ['Північна варта', 'NG']),
      note: 'Says it acts for nobody.',
    },
    party(PARTY.ministry, 'state_body', 'Ministry of Defence'),
    party(PARTY.council, 'state_body', 'District council'),
    party(PARTY.agency, 'agency', 'Novosti Agency'),
    outlet(PARTY.courier, 'The Arden Courier', 'B', 'Corrects itself in public; has reporters in the district.'),
    outlet(PARTY.tribune, 'Tribune 24', 'D', 'Prints numbers without saying whose they are.'),
    outlet(PARTY.digest, 'World Digest', 'E', 'Copies others, with what looks like machine translation.'),
    outlet(PARTY.sahra, 'الصحراء اليوم', 'C', 'Reliable on statements, not on the front.'),
  ],
  questions: [
    { id: idOf(31), kind: 'how_many', text: 'How many depots were destroyed?', position: 1 },
    { id: idOf(33), kind: 'what', text: 'What was in the building?', position: 2 },
    { id: idOf(34), kind: 'how_many', text: 'How many people were hurt?', position: 3 },
    { id: idOf(35), kind: 'what', text: 'What struck it?', position: 4 },
  ],
  claims,
  evidence,
  origins: [
    {
      id: idOf(ORIGIN.video),
      partyId: idOf(PARTY.guard),
      channel: 'video on the Guard’s channel',
      mode: 'observed',
      dated: '2024-03-14',
      firstSourceId: idOf(SOURCE.video),
    },
    {
      id: idOf(ORIGIN.ministry),
      partyId: idOf(PARTY.ministry),
      channel: 'statement to the press',
      mode: 'asserted',
      dated: null,
      firstSourceId: null,
    },
    {
      id: idOf(ORIGIN.reporter),
      partyId: idOf(PARTY.courier),
      channel: 'own reporters at the scene',
      mode: 'observed',
      dated: '2024-03-14',
      firstSourceId: idOf(SOURCE.courier),
    },
    {
      id: idOf(ORIGIN.insider),
      partyId: null,
      channel: 'CHANNEL OF THE INSIDER',
      mode: 'observed',
      dated: null,
      firstSourceId: null,
    },
    {
      id: idOf(ORIGIN.council),
      partyId: idOf(PARTY.council),
      channel: 'spokeswoman, by telephone',
      mode: 'asserted',
      dated: '2024-03-15',
      firstSourceId: null,
    },
  ],
  sources: [
    source(SOURCE.courier, PARTY.courier, 'One building lost in Krasnyi Brid fire', 'en', '2024-03-14'),
    source(SOURCE.tribune, PARTY.tribune, 'Twin blaze as depots fall', 'en', '2024-03-15'),
    source(SOURCE.digest, PARTY.digest, 'One building collapsed', 'en', '2024-03'),
    source(SOURCE.sahra, PARTY.sahra, 'الوزارة تنفي استهداف أي موقع عسكري', 'ar', '2024-03-15'),
    { ...source(SOURCE.video, null, null, 'uk', '2024-03-14'), medium: 'video' },
    {
      ...source(SOURCE.insider, PARTY.tribune, 'TITLE OF THE CONFIDENTIAL SOURCE', 'en', '2024-03-14'),
      isConfidential: true,
      publicDescription: 'A person who works near the yard and spoke to the desk',
    },
  ],
  captures: Object.values(SOURCE).map((n) => ({
    id: idOf(n + 80),
    textSha256: sha256Hex(`capture of ${n}`),
    capturedAt: '2026-01-09T08:00:00.000Z',
    normalisation: 1,
  })),
  farOutlets: [],
  lineage: [
    { fromSourceId: idOf(SOURCE.digest), toSourceId: idOf(SOURCE.courier), kind: 'scrape', state: 'confirmed' },
  ],
  bylines: ['Ada Marsh'],
  related: [],
}

export const confidentialWords = [
  'I WAS THERE',
  'TITLE OF THE CONFIDENTIAL SOURCE',
  'CHANNEL OF THE INSIDER',
  'NOT RELEASED',
  'A desk translator whose name stays here',
]
