import { codePointLength } from '@/domain/text'
import type { DocumentNode } from '@/domain/document'
import { sha256Hex } from '@/domain/hash'
import type { AccountPicture, PictureClaim, PictureEvidence } from '@/domain/snapshot-picture'

/** A made-up incident with everything a public page can show: two scripts, rivals, copies, a confidential source. */
const incidentId = 'a0000000-0000-4000-8000-000000000000'
const id = (n: number) => `a0000000-0000-4000-8000-${String(n).padStart(12, '0')}`

const PARTY = { guard: 1, ministry: 2, agency: 3, courier: 4, tribune: 5, digest: 6, sahra: 7, council: 8 }
const SOURCE = { courier: 21, tribune: 22, digest: 23, sahra: 24, video: 25, insider: 26 }
const CLAIM = { one: 41, two: 42, none: 43, dead: 44, drone: 45 }
const EVIDENCE = { video: 61, courier: 62, digest: 63, tribune: 64, sahra: 65, insider: 66, council: 67, back: 68 }
const ORIGIN = { video: 81, ministry: 82, reporter: 83, insider: 84, council: 85 }

const text = (value: string): DocumentNode => ({ type: 'text', text: value })
const cite = (n: number): DocumentNode => ({ type: 'citation', attrs: { evidenceId: id(n) } })
const paragraph = (...content: DocumentNode[]): DocumentNode => ({ type: 'paragraph', content })

export const sampleSummary: DocumentNode = {
  type: 'doc',
  content: [
    paragraph(
      text(
        'Shortly before dawn on 14 March 2024 a fuel depot at the edge of Krasnyi Brid caught fire. The Northern Guard published a video in which one building burns',
      ),
      cite(EVIDENCE.video),
      text('; reporters who reached the site that afternoon counted one destroyed building as well'),
      cite(EVIDENCE.courier),
      text('. A local source who saw the yard says the same'),
      cite(EVIDENCE.insider),
      text('.'),
    ),
    { type: 'heading', attrs: { level: 2 }, content: [text('How many, and how')] },
    {
      type: 'bulletList',
      content: [
        {
          type: 'listItem',
          content: [
            paragraph(
              text('The number two goes back to one outlet, which gives no origin for it'),
              cite(EVIDENCE.tribune),
              text('.'),
            ),
          ],
        },
        {
          type: 'listItem',
          content: [
            paragraph(
              text('The ministry denies that anything military was hit'),
              cite(EVIDENCE.sahra),
              text(', and says '),
              { type: 'text', text: 'nothing', marks: [{ type: 'italic' }] },
              text(' of the cause.'),
            ),
          ],
        },
      ],
    },
    {
      type: 'blockquote',
      content: [
        paragraph(
          text('Nobody was hurt, the district council said the next morning'),
          cite(EVIDENCE.council),
          text('.'),
        ),
      ],
    },
    paragraph(text('The depot has stood there since 1987'), cite(EVIDENCE.back), text('.')),
  ],
}

const none = { confirmed: 0, probable: 0, possible: 0, doubtful: 0, improbable: 0, unknown: 0 }
const at = '2026-01-15T09:30:00.000Z'

function claim(n: number, questionId: number, words: string, more: Partial<PictureClaim>): PictureClaim {
  return {
    id: id(n),
    questionId: id(questionId),
    text: words,
    isCentral: false,
    createdAt: `2026-01-10T00:00:${n}.000Z`,
    claimantIds: [],
    firstSourceId: null,
    firstAppeared: null,
    finding: null,
    ...more,
  }
}

const claims: PictureClaim[] = [
  claim(CLAIM.one, 31, 'One fuel depot was destroyed at Krasnyi Brid', {
    isCentral: true,
    claimantIds: [id(PARTY.guard)],
    firstSourceId: id(SOURCE.video),
    firstAppeared: '2024-03-14',
    finding: {
      level: 'confirmed',
      spread: 1,
      distribution: { ...none, confirmed: 3, probable: 1 },
      concludedAt: at,
      reasons: [
        { level: 'confirmed', reason: 'Two origins that do not know of each other.', isReasonPublic: true },
        {
          level: 'probable',
          reason: 'The reporters did not enter the yard; they saw it from the road.',
          isReasonPublic: true,
        },
      ],
    },
  }),
  claim(CLAIM.two, 31, 'Two fuel depots were destroyed at Krasnyi Brid', {
    claimantIds: [id(PARTY.tribune)],
    firstSourceId: id(SOURCE.tribune),
    firstAppeared: '2024-03-15',
    finding: {
      level: 'doubtful',
      spread: 1,
      distribution: { ...none, doubtful: 3, improbable: 1 },
      concludedAt: at,
      reasons: [],
    },
  }),
  claim(CLAIM.none, 33, 'The burnt building held military fuel', {
    claimantIds: [id(PARTY.guard)],
    firstAppeared: '2024-03-14~',
    finding: {
      level: 'possible',
      spread: 3,
      distribution: { ...none, probable: 2, possible: 1, improbable: 1, unknown: 0 },
      concludedAt: at,
      reasons: [
        { level: 'improbable', reason: 'The register names a farm as its owner.', isReasonPublic: true },
        { level: 'probable', reason: 'NOT RELEASED by its writer', isReasonPublic: false },
      ],
    },
  }),
  claim(CLAIM.dead, 34, 'Nobody was hurt in the fire', {
    claimantIds: [id(PARTY.council)],
    finding: {
      level: 'probable',
      spread: 0,
      distribution: { ...none, probable: 3, unknown: 1 },
      concludedAt: at,
      reasons: [],
    },
  }),
  claim(CLAIM.drone, 35, 'A claim that no text cites', { claimantIds: [id(PARTY.guard)] }),
]

type Quote = {
  claim: number | null
  stance?: 'supports' | 'disputes'
  source: number
  origin?: number
  relays?: number[]
}

function piece(n: number, exact: string, { claim: of, stance, source, origin, relays = [] }: Quote): PictureEvidence {
  return {
    id: id(n),
    claimId: of === null ? null : id(of),
    stance: of === null ? null : (stance ?? 'supports'),
    isWithdrawn: false,
    captureId: id(source + 80),
    sourceId: id(source),
    originId: origin === undefined ? null : id(origin),
    relayPartyIds: relays.map(id),
    exact,
    prefix: '',
    suffix: '',
    start: 10,
    end: 10 + codePointLength(exact),
    translation: null,
  }
}

const evidence: PictureEvidence[] = [
  {
    ...piece(EVIDENCE.video, 'На відео видно, як горить одна будівля', {
      claim: CLAIM.one,
      source: SOURCE.video,
      origin: ORIGIN.video,
    }),
    suffix: ' на околиці Красного Броду, а вогнеборці стоять осторонь',
    translation: {
      text: 'The video shows one building burning',
      language: 'en',
      method: 'desk',
      translator: 'A desk translator whose name stays here',
    },
  },
  {
    ...piece(EVIDENCE.courier, 'A single storage building had collapsed', {
      claim: CLAIM.one,
      source: SOURCE.courier,
      origin: ORIGIN.reporter,
    }),
    prefix: 'From the road our reporters could see the yard. ',
    suffix: '; the two beside it were blackened but standing.',
  },
  piece(EVIDENCE.digest, 'One building collapsed, the two next to it stand', {
    claim: CLAIM.one,
    source: SOURCE.digest,
    origin: ORIGIN.reporter,
    relays: [PARTY.courier],
  }),
  piece(EVIDENCE.insider, 'I WAS THERE and my name is not to be told', {
    claim: CLAIM.one,
    source: SOURCE.insider,
    origin: ORIGIN.insider,
  }),
  piece(EVIDENCE.tribune, 'two depots went up in flames', { claim: CLAIM.two, source: SOURCE.tribune }),
  {
    ...piece(EVIDENCE.sahra, 'لم يُصب أي هدف عسكري في تلك الليلة', {
      claim: CLAIM.none,
      stance: 'disputes',
      source: SOURCE.sahra,
      origin: ORIGIN.ministry,
      relays: [PARTY.agency],
    }),
    prefix: 'وقالت الوزارة في بيان: ',
    translation: {
      text: 'No military target was hit that night',
      language: 'en',
      method: 'machine',
      translator: 'Lingua 3',
    },
  },
  piece(EVIDENCE.council, 'There were no injuries', {
    claim: CLAIM.dead,
    source: SOURCE.courier,
    origin: ORIGIN.council,
  }),
  piece(EVIDENCE.back, 'The depot, built in 1987,', { claim: null, source: SOURCE.courier }),
]

const outlet = (n: number, name: string, grade: 'A' | 'B' | 'C' | 'D' | 'E' | 'F', reason: string) => ({
  id: id(n),
  kind: 'outlet' as const,
  name,
  note: '',
  aliases: [],
  grade: { grade, reason },
})
const party = (n: number, kind: 'armed_group' | 'state_body' | 'agency', name: string, aliases: string[] = []) => ({
  id: id(n),
  kind,
  name,
  note: '',
  aliases,
  grade: null,
})

const source = (n: number, outletParty: number | null, title: string | null, language: string, published: string) => ({
  id: id(n),
  kind: 'document' as const,
  medium: 'article' as const,
  outletId: outletParty === null ? null : id(outletParty),
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
      longitude: 36.987654,
      precision: 'settlement',
      names: [
        { name: 'Krasnyi Brid', language: 'uk', script: 'Latn', romanisation: 'BGN/PCGN', isMain: true },
        { name: 'Красний Брід', language: 'uk', script: 'Cyrl', romanisation: null, isMain: false },
        { name: 'Krasny Brod', language: 'en', script: 'Latn', romanisation: null, isMain: false },
      ],
    },
    partyIds: [id(PARTY.guard), id(PARTY.ministry), id(PARTY.council)],
    tags: ['fuel', 'border'],
    sides: [{ id: id(11), name: 'The republic', partyIds: [id(PARTY.ministry), id(PARTY.council)] }],
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
    { id: id(31), kind: 'how_many', text: 'How many depots were destroyed?', position: 1 },
    { id: id(33), kind: 'what', text: 'What was in the building?', position: 2 },
    { id: id(34), kind: 'how_many', text: 'How many people were hurt?', position: 3 },
    { id: id(35), kind: 'what', text: 'What struck it?', position: 4 },
  ],
  claims,
  evidence,
  origins: [
    {
      id: id(ORIGIN.video),
      partyId: id(PARTY.guard),
      channel: 'video on the Guard’s channel',
      mode: 'observed',
      dated: '2024-03-14',
      firstSourceId: id(SOURCE.video),
    },
    {
      id: id(ORIGIN.ministry),
      partyId: id(PARTY.ministry),
      channel: 'statement to the press',
      mode: 'asserted',
      dated: null,
      firstSourceId: null,
    },
    {
      id: id(ORIGIN.reporter),
      partyId: id(PARTY.courier),
      channel: 'own reporters at the scene',
      mode: 'observed',
      dated: '2024-03-14',
      firstSourceId: id(SOURCE.courier),
    },
    {
      id: id(ORIGIN.insider),
      partyId: null,
      channel: 'CHANNEL OF THE INSIDER',
      mode: 'observed',
      dated: null,
      firstSourceId: null,
    },
    {
      id: id(ORIGIN.council),
      partyId: id(PARTY.council),
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
    id: id(n + 80),
    textSha256: sha256Hex(`capture of ${n}`),
    capturedAt: '2026-01-09T08:00:00.000Z',
    normalisation: 1,
  })),
  farOutlets: [],
  lineage: [{ fromSourceId: id(SOURCE.digest), toSourceId: id(SOURCE.courier), kind: 'scrape', state: 'confirmed' }],
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
