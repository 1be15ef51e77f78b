import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { claimReviews, safeJsonForScript } from './claim-review'
import { buildRetraction, buildSnapshot, canonicalise, publicPlace, snapshotHash } from './snapshot'
import type { Snapshot } from './snapshot-schema'
import { changeText } from './change-words'
import { ENGLISH } from './english'
import { listChanges } from './snapshot-diff'
import { diffSummaries, diffSummary, diffText } from './summary-diff'
import type { AccountPicture, PictureClaim, PictureEvidence, PictureSource } from './snapshot-picture'
import { publicDocumentSchema } from './snapshot-schema'

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const [E1, E2, E3, BACK, GONE, SECRET] = [1, 2, 3, 4, 5, 6].map(uuid) as [
  string,
  string,
  string,
  string,
  string,
  string,
]
const HASH = 'a'.repeat(64)

const cite = (evidenceId: string) => ({ type: 'citation', attrs: { evidenceId } })
const par = (text: string, ...ids: string[]) => ({
  type: 'paragraph',
  content: [{ type: 'text', text, marks: [{ type: 'bold' }] }, ...ids.map(cite)],
})

function evidence(id: string, change: Partial<PictureEvidence> = {}): PictureEvidence {
  return {
    id,
    claimId: 'c1',
    stance: 'supports',
    isWithdrawn: false,
    captureId: 'cap',
    sourceId: 's1',
    originId: 'o1',
    relayPartyIds: ['agency'],
    exact: `exact words of ${id}`,
    prefix: 'before ',
    suffix: ' behind',
    start: 7,
    end: 20,
    translation: null,
    ...change,
  }
}

function source(id: string, change: Partial<PictureSource> = {}): PictureSource {
  return {
    id,
    kind: 'document',
    medium: 'article',
    outletId: 'outlet',
    url: `https://example.org/${id}`,
    archiveUrl: null,
    title: `Title of ${id}`,
    byline: 'A. Journalist',
    language: 'uk',
    published: '2024-03-14',
    isConfidential: false,
    publicDescription: null,
    ...change,
  }
}

function claim(id: string, change: Partial<PictureClaim> = {}): PictureClaim {
  return {
    id,
    questionId: 'q1',
    text: `Claim ${id}`,
    isCentral: id === 'c1',
    createdAt: `2024-03-15T00:00:0${id.slice(1)}.000Z`,
    claimantIds: ['ministry'],
    firstSourceId: 's1',
    firstAppeared: '2024-03-14',
    finding: {
      level: 'probable',
      spread: 1,
      distribution: { confirmed: 0, probable: 2, possible: 1, doubtful: 0, improbable: 0, unknown: 0 },
      concludedAt: '2024-03-16T10:00:00.000Z',
      reasons: [
        { level: 'possible', reason: 'Released dissent.', isReasonPublic: true },
        { level: 'possible', reason: 'Kept dissent.', isReasonPublic: false },
        { level: 'probable', reason: 'Agreeing.', isReasonPublic: true },
      ],
    },
    ...change,
  }
}

const party = (id: string, kind: 'outlet' | 'state_body' | 'agency' | 'person' = 'state_body') => ({
  id,
  kind,
  name: `Name of ${id}`,
  note: '',
  aliases: ['Б', 'A'],
  grade: kind === 'outlet' ? { grade: 'B' as const, reason: 'Usually right.' } : null,
})

const PICTURE: AccountPicture = {
  incident: {
    id: uuid(99),
    slug: 'raid-at-lysa',
    title: 'Raid at Lysa',
    type: 'strike',
    occurred: '2024-03-13/2024-03-14',
    place: {
      latitude: 50.123456789,
      longitude: -0.00001,
      precision: 'settlement',
      names: [
        { name: 'Lysa', language: 'en', script: 'Latn', romanisation: null, isMain: true },
        { name: 'Лиса', language: 'uk', script: 'Cyrl', romanisation: null, isMain: false },
      ],
    },
    partyIds: ['ministry', 'group'],
    tags: ['depot', 'air'],
    sides: [{ id: 'north', name: 'North', partyIds: ['ministry'] }],
  },
  team: {
    organisation: 'Desk',
    address: 'Street 1',
    contact: 'desk@example.org',
    language: 'en',
    quorum: 3,
    approvals: 1,
  },
  document: {
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'What happened' }] },
      par('One depot burned.', E2, E1, SECRET),
      { type: 'paragraph' },
      { type: 'bulletList', content: [{ type: 'listItem', content: [par('An item.', BACK, GONE, E2)] }] },
      { type: 'blockquote', content: [par('A quotation.', E3)] },
    ],
  },
  parties: [
    party('ministry'),
    party('group'),
    party('outlet', 'outlet'),
    party('agency', 'agency'),
    party('secret-outlet', 'outlet'),
    party('secret-party'),
  ],
  questions: [
    { id: 'q1', kind: 'how_many', text: 'How many?', position: 1 },
    { id: 'q2', kind: 'who', text: 'Who?', position: 0 },
  ],
  claims: [claim('c1'), claim('c2'), claim('c3', { questionId: 'q2' }), claim('c4')],
  evidence: [
    evidence(E1),
    evidence(E2, { claimId: 'c2', originId: null }),
    evidence(E3, {
      claimId: 'c3',
      stance: 'disputes',
      translation: { text: 'Translated', language: 'en', method: 'desk', translator: 'An Editor' },
    }),
    evidence(BACK, { claimId: null, stance: null, originId: null }),
    evidence(GONE, { claimId: 'c4', isWithdrawn: true, exact: 'withdrawn words' }),
    evidence(SECRET, {
      sourceId: 's-secret',
      captureId: 'cap-secret',
      originId: 'o-secret',
      exact: 'secret words',
      relayPartyIds: ['secret-party'],
      translation: { text: 'secret translation', language: 'en', method: 'desk', translator: null },
    }),
    evidence(uuid(7), { stance: 'disputes', exact: 'not cited, but against' }),
    evidence(uuid(8), { claimId: 'c4', exact: 'of a claim that is not cited' }),
  ],
  origins: [
    {
      id: 'o1',
      partyId: 'ministry',
      channel: 'statement',
      mode: 'asserted',
      dated: '2024-03-14',
      firstSourceId: 's-secret',
    },
    {
      id: 'o-secret',
      partyId: 'secret-party',
      channel: 'secret channel',
      mode: 'observed',
      dated: null,
      firstSourceId: null,
    },
  ],
  sources: [
    source('s1'),
    source('s-secret', {
      outletId: 'secret-outlet',
      url: 'https://secret.example',
      title: 'Secret title',
      isConfidential: true,
      publicDescription: 'A person at the scene',
    }),
  ],
  captures: [
    { id: 'cap', textSha256: HASH, capturedAt: '2024-03-15T08:00:00.000Z', normalisation: 1 },
    { id: 'cap-secret', textSha256: 'b'.repeat(64), capturedAt: '2024-03-15T08:00:00.000Z', normalisation: 1 },
  ],
  farOutlets: [],
  lineage: [],
  bylines: ['Zoe', 'Adam', 'Zoe'],
  related: [{ slug: 'other', title: 'Other', kind: 'follow_up', isInverse: false }],
}

describe('what becomes public', () => {
  const snapshot = buildSnapshot(PICTURE)

  test('a passage of a document with pages says on which it stands, a confidential one does not', () => {
    const pages = { first: 3, last: 4 }
    const paged = buildSnapshot({ ...PICTURE, evidence: PICTURE.evidence.map((piece) => ({ ...piece, pages })) })
    for (const piece of paged.evidence) {
      if (piece.isConfidential) expect(JSON.stringify(piece)).not.toContain('pages')
      else expect(piece.quotation.pages).toEqual(pages)
    }
    expect(JSON.stringify(snapshot)).not.toContain('"pages"')
  })

  test('evidence is numbered by citation, then what else there is for and against the cited claims', () => {
    const words = snapshot.evidence.map((piece) => (piece.isConfidential ? piece.description : piece.quotation.exact))
    expect(words).toEqual([
      `exact words of ${E2}`,
      `exact words of ${E1}`,
      'A person at the scene',
      `exact words of ${BACK}`,
      `exact words of ${E3}`,
      'not cited, but against',
    ])
    expect(snapshot.evidence.map((piece) => piece.number)).toEqual([1, 2, 3, 4, 5, 6])
  })

  test('the summary carries those numbers, and nothing for what is withdrawn', () => {
    expect(snapshot.summary).toEqual([
      { kind: 'heading', level: 2, content: [{ text: 'What happened' }] },
      {
        kind: 'paragraph',
        content: [{ text: 'One depot burned.', isBold: true }, { citation: 1 }, { citation: 2 }, { citation: 3 }],
      },
      {
        kind: 'list',
        isOrdered: false,
        start: 1,
        items: [
          [{ kind: 'paragraph', content: [{ text: 'An item.', isBold: true }, { citation: 4 }, { citation: 1 }] }],
        ],
      },
      {
        kind: 'quotation',
        blocks: [{ kind: 'paragraph', content: [{ text: 'A quotation.', isBold: true }, { citation: 5 }] }],
      },
    ])
  })

  test('only cited claims are in it, by question, with their rivals', () => {
    expect(snapshot.claims.map((each) => each.text)).toEqual(['Claim c3', 'Claim c1', 'Claim c2'])
    const [c3, c1, c2] = snapshot.claims
    expect([c3?.rivals, c1?.rivals, c2?.rivals]).toEqual([[], [c2?.key], [c1?.key]])
    expect(c1?.evidence).toEqual([2, 3, 6])
  })

  test('a finding shows its ballots, and released dissent alone', () => {
    expect(snapshot.claims[1]?.finding).toMatchObject({
      heading: 'likely',
      ballots: 3,
      dissent: [{ level: 'possible', reason: 'Released dissent.' }],
    })
  })

  test('coordinates are no finer than the place', () => {
    expect(snapshot.incident.place).toMatchObject({ name: 'Lysa', latitude: 50.12, longitude: 0 })
    const place = PICTURE.incident.place
    if (place === null) throw new Error('no place')
    const latitude = (precision: typeof place.precision) => publicPlace({ ...place, precision }).latitude
    expect((['exact', 'vicinity', 'settlement', 'district', 'region', 'country'] as const).map(latitude)).toEqual([
      50.12346, 50.123, 50.12, 50.1, 50.1, 50,
    ])
    expect(Object.is(snapshot.incident.place?.longitude, -0)).toBe(false)
    // Whose coordinates they are is told where they are somebody's, and changes no page that has none.
    expect(publicPlace({ ...place, geonamesId: 706483 })).toMatchObject({ geonamesId: 706483 })
    expect(Object.keys(publicPlace({ ...place, geonamesId: null }))).not.toContain('geonamesId')
  })

  test('rule 14: a confidential source is its description and nothing else', () => {
    expect(snapshot.evidence[2]).toEqual({
      number: 3,
      key: expect.stringMatching(/^e-[0-9a-f]{10}$/) as unknown,
      claim: snapshot.claims[1]?.key,
      stance: 'supports',
      isConfidential: true,
      description: 'A person at the scene',
    })
    expect(canonicalise(snapshot)).not.toMatch(/secret|bbbb/i)
  })

  test('rule 14: it counts as an origin, but shares no named group', () => {
    expect(snapshot.claims[1]?.origins).toEqual({
      count: 2,
      groups: [
        { name: 'Name of ministry', evidence: [2], reasons: [] },
        { name: 'A confidential source', evidence: [3], reasons: [] },
      ],
      unattributed: [],
      lineage: { sources: [], copies: [] },
    })
    const shared = PICTURE.origins.map((origin) => ({ ...origin, partyId: 'ministry' }))
    const joined = buildSnapshot({ ...PICTURE, origins: shared })
    expect(joined.claims[1]?.origins).toEqual({
      count: 1,
      groups: [{ name: 'Name of ministry', evidence: [2], reasons: [] }],
      unattributed: [],
      lineage: { sources: [], copies: [] },
    })
  })

  test('rule 14: no editor is in it', () => {
    const translated = snapshot.evidence[4]
    expect(translated?.isConfidential === false && translated.translation).toMatchObject({
      method: 'desk',
      translator: null,
    })
    const ownWork = buildSnapshot({
      ...PICTURE,
      sources: [source('s1', { kind: 'own_work', medium: 'call', byline: 'An Editor' }), ...PICTURE.sources.slice(1)],
    })
    expect(canonicalise(ownWork)).not.toContain('An Editor')
    expect(snapshot.bylines).toEqual(['Adam', 'Zoe'])
  })

  test('no id of the database is in it', () => {
    expect(canonicalise(snapshot).replaceAll(/exact words of [0-9a-f-]+/g, '')).not.toMatch(/00000000-0000/)
  })

  test('an unknown origin is unattributed', () => {
    expect(snapshot.claims[2]?.origins).toEqual({
      count: 0,
      groups: [],
      unattributed: [1],
      lineage: { sources: [], copies: [] },
    })
  })

  test('confirmed copies are told with the sources that they connect, by what these are here, and never who drew them', () => {
    const copy = (fromSourceId: string, toSourceId: string, rest: object = {}) => {
      return { fromSourceId, toSourceId, kind: 'scrape' as const, state: 'confirmed' as const, ...rest }
    }
    const told = (...lineage: AccountPicture['lineage']) => {
      const sources = [...PICTURE.sources, source('s2', { title: 'The original' })]
      return buildSnapshot({ ...PICTURE, sources, lineage }).claims[1]?.origins.lineage
    }
    expect(told(copy('s1', 's2'))).toEqual({
      sources: [
        { evidence: [2], outlet: 'Name of outlet', title: expect.any(String) },
        { evidence: [], outlet: 'Name of outlet', title: 'The original' },
      ],
      copies: [{ kind: 'scrape', copy: 0, of: 1 }],
    })
    const none = { sources: [], copies: [] }
    expect(told(copy('s1', 's2', { state: 'suggested' }))).toEqual(none)
    expect(told(copy('s1', 's2', { kind: 'quotes' }))).toEqual(none)
    // Rule 14, and a source of another incident, of which nothing is public here.
    expect(told(copy('s1', 's-secret'))).toEqual(none)
    expect(told(copy('s1', 'far'))).toEqual(none)
  })

  test('what is not voted on can be previewed', () => {
    const preview = buildSnapshot({ ...PICTURE, claims: PICTURE.claims.map((each) => ({ ...each, finding: null })) })
    expect(preview.claims.every((each) => each.finding === null)).toBe(true)
  })

  test('it is what its schema says, strictly', () => {
    expect(publicDocumentSchema.parse(JSON.parse(canonicalise(snapshot)))).toEqual(snapshot)
    expect(publicDocumentSchema.safeParse({ ...snapshot, accountId: 'x' }).success).toBe(false)
    const notice = buildRetraction({ slug: 'a', title: 'A' }, PICTURE.team, 'It was false.')
    expect(publicDocumentSchema.parse(JSON.parse(canonicalise(notice)))).toEqual(notice)
  })

  test('no order of any list changes its hash', () => {
    const shuffled = <Item>(items: readonly Item[]) => fc.shuffledSubarray([...items], { minLength: items.length })
    fc.assert(
      fc.property(
        fc.record({
          parties: shuffled(PICTURE.parties),
          questions: shuffled(PICTURE.questions),
          claims: shuffled(PICTURE.claims),
          evidence: shuffled(PICTURE.evidence),
          origins: shuffled(PICTURE.origins),
          sources: shuffled(PICTURE.sources),
          captures: shuffled(PICTURE.captures),
          bylines: shuffled(PICTURE.bylines),
        }),
        (lists) => snapshotHash(buildSnapshot({ ...PICTURE, ...lists })) === snapshotHash(snapshot),
      ),
      { numRuns: 50 },
    )
  })
})

describe('what changed', () => {
  const before = buildSnapshot(PICTURE)
  const withIncident = (change: Partial<AccountPicture['incident']>) => ({
    incident: { ...PICTURE.incident, ...change },
  })
  const improbable = {
    level: 'improbable' as const,
    spread: 0,
    distribution: { confirmed: 0, probable: 0, possible: 0, doubtful: 0, improbable: 3, unknown: 0 },
    concludedAt: '2024-04-01T00:00:00.000Z',
    reasons: [],
  }
  const editedDoc = (content: NonNullable<AccountPicture['document']['content']>) => ({
    document: { type: 'doc', content },
  })
  const content = PICTURE.document.content ?? []

  test.each<[string, Partial<AccountPicture>, string]>([
    ['the title', withIncident({ title: 'Raid on Lysa' }), 'The title changed from “Raid at Lysa” to “Raid on Lysa”.'],
    ['the time', withIncident({ occurred: '2024-03' }), 'The time changed from 13–14 March 2024 to March 2024.'],
    ['the time gone', withIncident({ occurred: null }), 'The time was 13–14 March 2024; it is no longer given.'],
    [
      'the place',
      withIncident({ place: null }),
      'The place was “Lysa” (50.12, 0), known to the settlement; it is no longer given.',
    ],
    ['tags', withIncident({ tags: ['air'] }), 'The list of tags changed from air and depot to air.'],
    ['sides', withIncident({ sides: [] }), 'The list of sides changed from North (Name of ministry) to nothing.'],
    [
      'a finding',
      { claims: PICTURE.claims.map((each) => (each.id === 'c1' ? { ...each, finding: improbable } : each)) },
      'The claim “Claim c1”: the finding changed from Likely (Probably true) to Unlikely (Improbable).',
    ],
    [
      "a claim's text",
      { claims: PICTURE.claims.map((each) => (each.id === 'c2' ? { ...each, text: 'Two' } : each)) },
      'The claim “Two”: the wording changed from “Claim c2” to “Two”.',
    ],
    ['the summary', editedDoc([...content, par('More.', E1)]), 'Added to the summary: “More.[2]”'],
    ['a claim cited no more', editedDoc(content.slice(0, 4)), 'The claim “Claim c3” is no longer in it.'],
    [
      'an origin',
      { evidence: PICTURE.evidence.map((each) => (each.id === E2 ? { ...each, originId: 'o1' } : each)) },
      'The claim “Claim c2”: the number of independent origins changed from 0 to 1.',
    ],
    [
      'a source',
      { sources: PICTURE.sources.map((each) => (each.id === 's1' ? { ...each, title: 'New' } : each)) },
      `The passage “exact words of ${E2}”: what is said of its source changed.`,
    ],
    [
      'a source made confidential',
      { sources: PICTURE.sources.map((each) => ({ ...each, isConfidential: true, publicDescription: 'Someone' })) },
      'The evidence of Someone: what is said of it changed.',
    ],
    ['a byline', { bylines: [] }, 'The list of bylines changed from Adam and Zoe to nothing.'],
    ['the settings', { team: { ...PICTURE.team, quorum: 4 } }, 'The quorum changed from 3 to 4.'],
    ['related incidents', { related: [] }, 'The list of related incidents changed from Other to nothing.'],
  ])('%s', (_name, change, sentence) => {
    const changes = listChanges(before, buildSnapshot({ ...PICTURE, ...change }))
    expect(changes.map((each) => changeText(each, ENGLISH))).toContain(sentence)
  })

  test('nothing changed, nothing listed', () => expect(listChanges(before, buildSnapshot(PICTURE))).toEqual([]))

  function other(value: unknown, name: string | number): unknown {
    if (name === 'level' && typeof value === 'string') return value === 'doubtful' ? 'possible' : 'doubtful'
    if (name === 'heading') return value === 'disputed' ? 'unlikely' : 'disputed'
    if (typeof value === 'number') return value + 1
    return typeof value === 'boolean' ? !value : `${String(value)} altered`
  }

  // Every leaf of the public document in turn: no difference goes without a line.
  test('whatever differs, something is listed', () => {
    const missed: string[] = []
    const visit = (value: unknown, path: (string | number)[]) => {
      if (typeof value === 'object' && value !== null) {
        for (const [name, child] of Object.entries(value))
          visit(child, [...path, Array.isArray(value) ? Number(name) : name])
        return
      }
      const altered = structuredClone(before)
      let parent = altered as unknown as Record<string | number, unknown>
      for (const step of path.slice(0, -1)) parent = parent[step] as Record<string | number, unknown>
      const last = path.at(-1) ?? ''
      // What is of another kind has another shape, and would be no snapshot.
      if ((path[0] === 'summary' && last === 'kind') || last === 'isConfidential') return
      parent[last] = other(value, last)
      if (listChanges(before, altered).length === 0) missed.push(path.join('.'))
    }
    visit(before, [])
    expect(missed.filter((path) => !/^(schemaVersion|kind)$/.test(path))).toEqual([])
  })

  test('what is marked is both texts, whole', () => {
    const words = fc
      .array(fc.constantFrom('one', 'two', 'burned', '[1]', '  ', ',', 'дим'))
      .map((list) => list.join(' '))
    fc.assert(
      fc.property(words, words, (before, after) => {
        const without = (left: 'added' | 'removed') =>
          diffText(before, after)
            .map(({ kind, text }) => (kind === left ? '' : text))
            .join('')
        expect([without('added'), without('removed')]).toEqual([before, after])
      }),
    )
  })

  test('words and blocks are marked', () => {
    expect(diffText('At dawn one depot burned.', 'At dawn two depots had burned.')).toEqual([
      { kind: 'same', text: 'At dawn ' },
      { kind: 'removed', text: 'one depot ' },
      { kind: 'added', text: 'two depots had ' },
      { kind: 'same', text: 'burned.' },
    ])
    // Letter by letter these have much in common, across words.
    expect(
      diffText('На світанку поруч із першою стояла друга будівля [8].', 'На світанку друга будівля стояла, п’ята [1].'),
    ).toEqual([
      { kind: 'same', text: 'На світанку ' },
      { kind: 'removed', text: 'поруч із першою ' },
      { kind: 'added', text: 'друга будівля ' },
      { kind: 'same', text: 'стояла' },
      { kind: 'removed', text: ' друга будівля [8]' },
      { kind: 'added', text: ', п’ята [1]' },
      { kind: 'same', text: '.' },
    ])
    expect(diffText('كان المبنى قائمًا', 'كان المبنى الثاني قائمًا').map(({ kind }) => kind)).toEqual([
      'same',
      'added',
      'same',
    ])
    expect(diffText('两个仓库', '一个仓库').map(({ text }) => text)).toEqual(['两', '一', '个仓库'])
    const block = (text: string) => ({ kind: 'paragraph' as const, content: [{ text }] })
    expect(
      diffSummary([block('same'), block('old')], [block('same'), block('new'), block('more')]).map((each) => each.kind),
    ).toEqual(['same', 'removed', 'added', 'added'])
    expect(diffSummary([block('same'), block('old')], [block('same'), block('new')]).map((each) => each.kind)).toEqual([
      'same',
      'changed',
    ])
  })
})

test('a citation that only has another number is not marked; one whose evidence is gone is, though its number stays', () => {
  const whole = buildSnapshot(PICTURE)
  const [first, second, ...rest] = whole.evidence
  if (first === undefined || second === undefined) throw new Error('another sample')
  const cite = (...numbers: number[]): Snapshot['summary'] => [
    { kind: 'paragraph', content: [{ text: 'It burned ' }, ...numbers.map((citation) => ({ citation }))] },
  ]
  const before = { ...whole, summary: cite(1, 2) }
  const swapped = [{ ...second, number: 1 }, { ...first, number: 2 }, ...rest]
  const renumbered = { ...whole, evidence: swapped, summary: cite(2, 1) }
  expect(diffSummaries(before, renumbered).map(({ kind }) => kind)).toEqual(['same'])
  expect(listChanges(before, renumbered).filter(({ about }) => about === 'summary')).toEqual([])
  expect(listChanges(before, renumbered).map((each) => changeText(each, ENGLISH))).toContain(
    'The numbers of the citations changed.',
  )
  const replaced = { ...whole, evidence: [{ ...first, key: 'e-0000000000' }, second, ...rest], summary: cite(1, 2) }
  expect(diffSummaries(before, replaced).map(({ kind }) => kind)).toEqual(['changed'])
})

describe('ClaimReview', () => {
  const context = {
    url: 'https://desk.example/incidents/raid-at-lysa',
    datePublished: '2024-03-17T00:00:00.000Z',
    organisationUrl: 'https://desk.example',
  }
  const snapshot = buildSnapshot(PICTURE)

  test('carries the fields that search engines document', () => {
    const [, review] = claimReviews(snapshot, context)
    expect(review).toEqual({
      '@context': 'https://schema.org',
      '@type': 'ClaimReview',
      url: `${context.url}#${snapshot.claims[1]?.key ?? ''}`,
      claimReviewed: 'Claim c1',
      datePublished: context.datePublished,
      inLanguage: 'en',
      author: { '@type': 'Organization', name: 'Desk', url: 'https://desk.example' },
      reviewRating: {
        '@type': 'Rating',
        ratingValue: 4,
        bestRating: 5,
        worstRating: 1,
        alternateName: 'Probably true',
      },
      itemReviewed: {
        '@type': 'Claim',
        author: { '@type': 'Organization', name: 'Name of ministry' },
        datePublished: '2024-03-14',
        firstAppearance: {
          '@type': 'CreativeWork',
          url: 'https://example.org/s1',
          headline: 'Title of s1',
          publisher: { '@type': 'Organization', name: 'Name of outlet' },
        },
        appearance: [
          {
            '@type': 'CreativeWork',
            url: 'https://example.org/s1',
            headline: 'Title of s1',
            publisher: { '@type': 'Organization', name: 'Name of outlet' },
          },
        ],
      },
    })
  })

  test.each([
    ['2024-03-14', '2024-03-14'],
    ['2024-03', '2024-03'],
    ['2024', '2024'],
    ['2024-03~', undefined],
    ['2024-21', undefined],
    ['2024-03-14/..', undefined],
  ])('a claim first seen %s is dated %s', (firstAppeared, dated) => {
    const claims = PICTURE.claims.map((each) => ({ ...each, firstAppeared }))
    const [review] = claimReviews(buildSnapshot({ ...PICTURE, claims }), context)
    expect(review).toMatchObject({ itemReviewed: { '@type': 'Claim' } })
    expect((review?.itemReviewed as Record<string, unknown>).datePublished).toBe(dated)
  })

  test('only for a claim with a claimant and a rated level', () => {
    const of = (change: Partial<PictureClaim>) =>
      claimReviews(
        buildSnapshot({
          ...PICTURE,
          claims: PICTURE.claims.map((each) => ({
            ...each,
            ...change,
            id: each.id,
            questionId: each.questionId,
            text: each.text,
          })),
        }),
        context,
      ).length
    expect(of({})).toBe(3)
    expect(of({ claimantIds: [] })).toBe(0)
    expect(of({ finding: null })).toBe(0)
    const finding = PICTURE.claims[0]?.finding
    if (!finding) throw new Error('no finding')
    expect(of({ finding: { ...finding, level: 'unknown' } })).toBe(0)
  })

  test('nothing in it can end a script', () => {
    const nasty = { text: '</script><!-- \u2028 \u2029 & é' }
    const json = safeJsonForScript(nasty)
    expect(json).not.toMatch(/[<>&\u2028\u2029]/)
    expect(JSON.parse(json)).toEqual(nasty)
  })
})
