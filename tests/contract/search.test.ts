import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { searchEntry, searchWord } from '@/db/schema'
import type { SearchInput } from '@/domain/input/search'
import type { Actor } from '@/domain/policy'
import { sliceCodePoints } from '@/domain/text'
import { callAs, type Caller } from '../harness/caller'
import { useDatabase } from '../harness/database'
import { addDesk } from '../harness/desk'
import { addPerson } from '../harness/people'
import { addEvidence, beginIncident, addScene } from '../harness/scene'

const database = useDatabase()
let editor: Actor
let lead: Actor
let caller: Caller
let incidentId: string
let claimId: string

beforeAll(async () => {
  ;[editor, lead] = [await addPerson(database.db), await addPerson(database.db, { role: 'lead' })]
  caller = callAs(database.db, editor)
  ;({ incidentId, claimId } = await beginIncident(database.db, editor, 'A raid near Orvelsk'))
})

type Asked = Partial<SearchInput>
const find = (asked: Asked) => caller.search.find(asked)
const kindsOf = async (asked: Asked) => (await find(asked)).items.map((item) => item.kind)
const textsOf = async (asked: Asked) => (await find(asked)).items.map((item) => item.shown.text)
/** What is marked, as it reads. */
const marked = (shown: { text: string; marks: { start: number; end: number }[] }) =>
  shown.marks.map(({ start, end }) => sliceCodePoints(shown.text, start, end))
const evidence = (text: string) => addEvidence(database.db, { incidentId, claimId, by: editor, text })

describe('words', () => {
  test('each kind is found by its own words, and withdrawn things are found as such', async () => {
    const { excerptId, captureId, sourceId } = await evidence('Zwickelberg was quiet that night.')
    expect(new Set(await kindsOf({ text: 'zwickelberg' }))).toEqual(new Set(['source', 'passage', 'excerpt']))
    expect((await find({ text: 'zwickelberg', kind: 'excerpt' })).items[0]).toMatchObject({
      subjectId: excerptId,
      incident: { id: incidentId },
      source: { id: sourceId },
      capture: { id: captureId, at: { start: 0, end: 11 } },
      isWithdrawn: false,
    })
    await caller.excerpt.withdraw({ id: excerptId, incidentId, reason: 'A slip.' })
    expect((await find({ text: 'zwickelberg', kind: 'excerpt' })).items[0]?.isWithdrawn).toBe(true)
    expect(await kindsOf({ text: 'raid orvelsk' })).toEqual(['incident'])
    expect(await kindsOf({ text: '"one depot burned"', kind: 'claim' })).toContain('claim')
    await caller.party.create({ kind: 'agency', name: 'Quillfeather Wire', aliases: [], note: '' })
    expect(await kindsOf({ text: 'quillfeather' })).toEqual(['party'])
  })

  test('stems by the language of the text, phrases as they are, exclusions, beginnings', async () => {
    const told = await caller.source.add({
      incidentId,
      kind: 'document',
      medium: 'article',
      language: 'ru',
      text: 'Солдаты видели горящие склады у реки. Крупные склады сгорели дотла.',
    })
    expect(told.sources.length).toBeGreaterThan(0)
    expect((await find({ text: 'складов' })).items.flatMap((item) => marked(item.shown))).toEqual(['склады', 'склады'])
    const phrase = await find({ text: '"крупные склады"' })
    expect(phrase.items.map((item) => marked(item.shown))).toEqual([['Крупные склады']])
    expect(await textsOf({ text: '"склады крупные"' })).toEqual([])
    expect(await textsOf({ text: '"крупный склад"' })).toEqual([])
    expect(await textsOf({ text: 'склады -реки' })).toEqual([])
    expect((await find({ text: 'сгоре*' })).items.flatMap((item) => marked(item.shown))).toEqual(['сгорели'])
  })

  test('what nobody wrote is taken as a beginning; else what is spelled nearly so is offered', async () => {
    await evidence('The quartermaster kept a ledger.')
    expect(await kindsOf({ text: 'quarterm' })).toContain('excerpt')
    const none = await find({ text: 'kuartermoster' })
    expect(none.items).toEqual([])
    expect(none.near).toContain('quartermaster')
  })

  test('scripts without blanks are found by any of their parts', async () => {
    await evidence('深夜に東京都庁で火災があった。')
    const found = await find({ text: '都庁', kind: 'excerpt' })
    expect(found.items.map((item) => marked(item.shown))).toEqual([['都庁']])
    expect(await textsOf({ text: '京東' })).toEqual([])
  })

  test.each(['"', "'", '\\', '& | !', ':*', '<->', '()', '-', '*', "o'neil & (x", "a\\'b:*", '"\'" -"', '%', '🙂'])(
    'nothing that is typed breaks it: %s',
    async (text) => {
      await expect(find({ text })).resolves.toMatchObject({ nextCursor: null })
      await expect(caller.search.count({ text })).resolves.toBeDefined()
    },
  )

  test.each([
    ['half a character', '\uD800'],
    ['a NUL', 'a\u0000b'],
    ['too long', 'x'.repeat(201)],
  ])('refused: %s', async (_, text) => {
    await expect(find({ text })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })

  test.each(['1.2', '-1', '1.2.3', 'x', '99999999999999999999'])(
    'a place in the list that is none: %s',
    async (cursor) => {
      await expect(find({ text: 'depot', cursor })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    },
  )
})

describe('names', () => {
  test('a word in another script or romanisation finds it, also where no record names it', async () => {
    await evidence('Бой шёл у села Щербаковка.')
    for (const text of ['Shcherbakovka', 'Scherbakovka', 'Щербаковка'])
      expect(await kindsOf({ text, kind: 'excerpt' }), text).toEqual(['excerpt'])
  })

  test('a party is found under each of its names', async () => {
    await caller.party.create({
      kind: 'armed_group',
      name: 'Freedom of Russia Legion',
      note: '',
      aliases: [{ name: 'Легион «Свобода России»', language: 'ru' }],
    })
    await evidence('Легион «Свобода России» заявил об этом.')
    const { items } = await find({ text: 'Freedom of Russia Legion' })
    expect(items.map((item) => item.kind)).toEqual(expect.arrayContaining(['party', 'excerpt']))
    const excerpt = items.find((item) => item.kind === 'excerpt')
    expect(excerpt === undefined ? null : marked(excerpt.shown)).toEqual(['Легион', 'Свобода России'])
  })
})

describe('marks', () => {
  test('stand at code points, behind an emoji, right to left, and where the capture has them', async () => {
    const text = `${'🙂 '.repeat(400)}אמש נשרף מחסן תחמושת 🙂 ליד הגבול.`
    const { captureId } = await evidence(text)
    const [hit] = (await find({ text: 'תחמושת', kind: 'passage' })).items
    expect(hit && marked(hit.shown)).toEqual(['תחמושת'])
    expect(hit?.capture?.id).toBe(captureId)
    const at = hit?.capture?.at
    expect(at && sliceCodePoints(text, at.start, at.end)).toBe('תחמושת')
  })

  test('a long text is found in its own passage, at its place in the whole', async () => {
    const text =
      `${'Line of a long report.\n'.repeat(900)}Here the brontosaurus 🦕 stood.\n${'More of it.\n'.repeat(900)}`.trim()
    await evidence(text.slice(0, 30_000))
    const whole = text.slice(0, 30_000)
    const [hit] = (await find({ text: 'brontosaurus', kind: 'passage' })).items
    const at = hit?.capture?.at
    expect(at && sliceCodePoints(whole, at.start, at.end)).toBe('brontosaurus')
    expect(hit?.shown).toMatchObject({ isCutBefore: true, isCutAfter: true })
  })
})

describe('narrowing', () => {
  test('by outlet in any spelling, its grade, language and days of publication', async () => {
    const outlet = await caller.party.create({ kind: 'outlet', name: 'Вестник Орвельска', note: '', aliases: [] })
    await callAs(database.db, lead).party.grade({ partyId: outlet.id, from: null, grade: 'C', reason: 'Mixed.' })
    const text = 'Mirabelle orchards were shelled.'
    await caller.source.add({
      incidentId,
      kind: 'document',
      medium: 'article',
      text,
      language: 'en',
      outletId: outlet.id,
      published: '14 March 2024',
    })
    const mirabelle = { text: 'mirabelle', kind: 'passage' } as const
    for (const more of [
      { outlet: 'Vestnik Orvelska' },
      { grade: 'C' },
      { language: 'en' },
      { publishedFrom: '2024-03-14', publishedTo: '2024-03-14' },
      { publishedFrom: '2024-01-01' },
      { publishedTo: '2024-12-31' },
      { party: 'Вестник Орвельска' },
    ] as const)
      expect(await kindsOf({ ...mirabelle, ...more }), JSON.stringify(more)).toEqual(['passage'])
    for (const more of [
      { outlet: 'Nobody Knows' },
      { grade: 'A' },
      { language: 'ru' },
      { publishedFrom: '2024-03-15' },
      { publishedTo: '2024-03-13' },
      { publishedFrom: '2024-03-15', publishedTo: '2024-03-01' },
    ] as const)
      expect(await kindsOf({ ...mirabelle, ...more }), JSON.stringify(more)).toEqual([])
    await callAs(database.db, lead).party.grade({ partyId: outlet.id, from: 'C', grade: 'A', reason: 'Better.' })
    expect(await kindsOf({ ...mirabelle, grade: 'A' })).toEqual(['passage'])
  })

  test('by place, party and day of the incident, its status, and nothing but what was narrowed by', async () => {
    const place = await caller.place.create({ names: [{ name: 'Тёткино' }], precision: 'settlement' })
    const party = await caller.party.create({ kind: 'armed_group', name: 'Heron Brigade', note: '', aliases: [] })
    const made = await caller.incident.create({
      title: 'Periwinkle bridge fell',
      type: 'strike',
      occurred: '22–23 May 2023',
      placeId: place.id,
      partyIds: [party.id],
      tags: [],
    })
    const all = { text: 'periwinkle' }
    for (const more of [
      { place: 'Tyotkino' },
      { party: 'heron brigade' },
      { happenedFrom: '2023-05-23', happenedTo: '2023-05-23' },
      { status: 'open' },
    ] as const)
      expect(await kindsOf({ ...all, ...more }), JSON.stringify(more)).toEqual(['incident'])
    for (const more of [
      { place: 'Orvelsk' },
      { happenedFrom: '2023-05-24' },
      { status: 'closed' },
      { level: 'probable' },
    ] as const)
      expect(await kindsOf({ ...all, ...more }), JSON.stringify(more)).toEqual([])
    expect(await kindsOf({ place: 'Tetkino', kind: 'incident' })).toEqual(['incident'])
    await callAs(database.db, lead).incident.close({
      id: made.incident.id,
      version: made.incident.version,
      closeReason: 'not_published',
      duplicateOf: null,
      note: 'Nothing came.',
    })
    expect(await kindsOf({ ...all, status: 'closed' })).toEqual(['incident'])
    expect(await kindsOf({ ...all, status: 'open' })).toEqual([])
  })

  test('by level: what was revealed alone, never what stands in an open round', async () => {
    const scene = await addScene(database.db, editor)
    const of = (level: SearchInput['level']) =>
      find({ level, kind: 'claim' }).then(({ items }) => items.some((item) => item.subjectId === scene.claimId))
    const seen = await caller.round.open({ claimId: scene.claimId, lastRoundId: null, reason: '' })
    const roundId = seen.questions.flatMap((q) => q.claims).find((c) => c.id === scene.claimId)?.round?.id ?? ''
    const voters = [editor, lead, await addPerson(database.db)]
    const before = await database.db.select().from(searchEntry)
    for (const voter of voters)
      await callAs(database.db, voter).ballot.cast({
        roundId,
        level: 'probable',
        reason: 'Wolverine.',
        isReasonPublic: false,
      })
    expect(await database.db.select().from(searchEntry)).toEqual(before)
    expect(await of('probable')).toBe(false)
    expect(await of('none')).toBe(true)
    await caller.round.reveal({ roundId })
    expect(await of('probable')).toBe(true)
    expect((await find({ level: 'probable', kind: 'excerpt' })).items.length).toBeGreaterThan(0)
    expect(await textsOf({ text: 'wolverine' })).toEqual([])
  })
})

test('pages follow one another without a gap, whatever comes in meanwhile', async () => {
  const made: string[] = []
  for (let i = 0; i < 23; i++) made.push((await evidence(`Kumquat number ${i} ${randomUUID()}.`)).excerptId)
  const first = await find({ text: 'kumquat', kind: 'excerpt' })
  const late = await evidence('Kumquat kumquat kumquat, and late.')
  const second = await find({ text: 'kumquat', kind: 'excerpt', cursor: first.nextCursor })
  const seen = [...first.items, ...second.items].map((item) => item.subjectId)
  expect(seen.toSorted()).toEqual(made.toSorted())
  expect(second.nextCursor).toBeNull()
  expect((await find({ text: 'kumquat', kind: 'excerpt' })).items.map((item) => item.subjectId)).toContain(
    late.excerptId,
  )
  const { counts } = await caller.search.count({ text: 'kumquat' })
  expect(counts.find((count) => count.kind === 'excerpt')?.count).toBe(24)
})

test('a translation is found as one, and its words are gone with the redaction, to the last of them', async () => {
  const { db } = database
  const desk = await addDesk(db)
  const piece = await addEvidence(db, {
    incidentId: desk.incidentId,
    claimId: desk.claimId,
    by: desk.author,
    text: 'Ocelot heißt das Wort.',
  })
  await callAs(db, desk.author).translation.add({
    incidentId: desk.incidentId,
    excerptId: piece.excerptId,
    text: 'Margay is the word.',
    language: 'en',
    method: 'desk',
    translator: null,
  })
  expect((await find({ text: 'margay' })).items).toMatchObject([
    { isTranslation: true, language: 'en', capture: { at: null } },
  ])
  expect((await kindsOf({ text: 'ocelot' })).toSorted()).toEqual(['excerpt', 'passage', 'source'])
  const { redactions } = await callAs(db, desk.lead).redaction.propose({
    incidentId: desk.incidentId,
    target: { kind: 'capture', captureId: piece.captureId },
    publicReason: 'A court order.',
  })
  const open = redactions.items.find((item) => item.state === 'proposed')
  await callAs(db, desk.third).redaction.confirm({ id: open?.id ?? '' })
  expect(await kindsOf({ text: 'margay' })).toEqual([])
  expect(await kindsOf({ text: 'ocelot' })).toEqual(['source'])
  expect(await db.select().from(searchWord).where(eq(searchWord.word, 'margay'))).toEqual([])
})

describe('the steps in which the newest are looked for', () => {
  test('leave none out, whatever lies between, and give them newest first', async () => {
    const { db } = database
    const { rows } = await db.execute<{ n: string }>(sql`select max(n) as n from search_entry`)
    const first = Number(rows[0]?.n) + 1
    const gaps = [0, 1, 4_095, 4_096, 8_191, 30_000, 32_768, 65_537, 262_144, 500_001, 2_097_151, 4_200_000, 20_000_000]
    const all = gaps.map((gap) => first + gap)
    await db.execute(sql`insert into search_entry (n, kind, subject_id, part, start, language, text, words, facets)
      select n, 'claim', gen_random_uuid(), 0, 0, 'en', 'farstep', 'farstep:1'::tsvector, array['k:claim'] || search_steps(n)
      from unnest(${sql.param(all)}::bigint[]) as n`)
    await db.execute(sql`select setval('search_entry_n', ${all.at(-1)}::bigint)`)
    const newest = async (top: number, most: number, groups = '[]') => {
      const found = await db.execute<{ found: string[] }>(
        sql`select search_newest('farstep'::tsquery, ${groups}::jsonb, ${top}::bigint, ${most}::integer)::text[] as found`,
      )
      return found.rows[0]?.found.map(Number)
    }
    const down = all.toReversed()
    // Also from a place beyond the newest, and no further than there is.
    for (const top of [...all, 1e15])
      for (const most of [1, 3, 200])
        expect(await newest(top, most)).toEqual(down.filter((n) => n <= top).slice(0, most))
    expect(await newest(1e15, 200, '[["k:incident"]]')).toEqual([])
  })

  test('are read no further than a page needs, and one page after another to the last', async () => {
    const { db } = database
    const { rows } = await db.execute<{ n: string }>(sql`select max(n) as n from search_entry`)
    const first = Number(rows[0]?.n) + 1
    const all = Array.from({ length: 70 }, (_, at) => first + at ** 3)
    await db.execute(sql`insert into search_entry (n, kind, subject_id, part, start, language, text, words, facets)
      select n, 'claim', gen_random_uuid(), 0, 0, 'en', 'widestep', ('widestep:1 begunso' || at || ':2')::tsvector, array['k:claim'] || search_steps(n)
      from unnest(${sql.param(all)}::bigint[]) with ordinality as each(n, at)`)
    await db.execute(sql`insert into search_word (word) select 'begunso' || at from generate_series(1, 70) as at`)
    await db.execute(sql`select setval('search_entry_n', ${all.at(-1)}::bigint)`)
    const windows = async (wanted: string, sure: string | null, groups: string, most: number, enough: number) => {
      const seen: number[][] = []
      for (let top = 1e15; top > 0;) {
        const { rows } = await db.execute<{ numbers: string[]; bottom: string }>(
          sql`select numbers::text[], bottom from search_window(${wanted}::tsquery, ${sure}::tsquery, ${groups}::jsonb, ${top}::bigint,
            ${most}::integer, ${enough}::integer, null)`,
        )
        seen.push(rows[0]?.numbers.map(Number) ?? [])
        top = Number(rows[0]?.bottom) - 1
      }
      return seen
    }
    const down = all.toReversed()
    const begun = `'begunso':*`
    const word = `'widestep'`
    for (const [wanted, sure, groups] of [
      [word, word, '[]'],
      [begun, null, '[]'],
      [begun, null, '[["k:claim"]]'],
      [`${word} & ${begun}`, word, '[]'],
    ] as const)
      for (const [most, enough] of [
        [1, 1],
        [200, 1],
        [200, 20],
        [200, 200],
      ] as const)
        expect((await windows(wanted, sure, groups, most, enough)).flat(), `${wanted} ${enough}`).toEqual(down)
    // A window ends once there is enough in it, and reads on to where it once ended.
    const [few = [], ...others] = await windows(word, word, '[]', 200, 20)
    expect(few.length).toBeGreaterThanOrEqual(20)
    expect(others.flat().length).toBeGreaterThan(20)
    const again = await db.execute<{ numbers: string[] }>(
      sql`select numbers::text[] from search_window(${word}::tsquery, ${word}::tsquery, '[]'::jsonb, 1000000000000000, 200, 20, ${down[50]}::bigint)`,
    )
    expect(again.rows[0]?.numbers.map(Number).slice(0, 51)).toEqual(down.slice(0, 51))
    // As one types it: 70 words begin so, all of them or with another word or without it.
    expect((await find({ text: 'begunso*' })).items).toHaveLength(20)
    expect((await find({ text: 'begunso* widestep' })).items.map((item) => item.n)).toEqual(down.slice(0, 20))
    expect((await find({ text: 'begunso* -widestep' })).items).toEqual([])
    expect((await find({ text: 'begunso1* widestep' })).items).toHaveLength(11)
    const seen: number[] = []
    for (let cursor: string | null = null, page = 0; page < 4; page++) {
      const { items, nextCursor }: Awaited<ReturnType<typeof find>> = await find({ text: 'widestep', cursor })
      seen.push(...items.map((item) => item.n))
      cursor = nextCursor
    }
    expect(seen.toSorted((a, b) => b - a)).toEqual(down)
    expect(new Set(seen).size).toBe(70)
  })
})
