import { and, eq, isNotNull } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { event, logLeaf, rendition, review, revision } from '@/db/schema'
import { eventWords } from '@/domain/event-words'
import { sha256Hex } from '@/domain/hash'
import type { Actor } from '@/domain/policy'
import { renditionDocumentSchema } from '@/domain/rendition-document'
import { callAs } from '../harness/caller'
import { useDatabase } from '../harness/database'
import { addDesk, approveAs, faultDetail, publishDraft, refusedBy, submitDraft, writeDraft } from '../harness/desk'
import { approveRendition, publishRendition, submitRendition, writeRendition } from '../harness/rendition'

const database = useDatabase()
const reason = 'For a test.'

async function published() {
  const { db } = database
  const desk = await addDesk(db)
  const { id, view } = await publishDraft(db, desk)
  const [line] = view.summary.publications
  return { db, desk, textId: id, publicationId: line?.id ?? '', hash: line?.hash ?? '', ...calls(desk) }
}

const calls = (desk: Awaited<ReturnType<typeof addDesk>>) => ({
  author: callAs(database.db, desk.author).rendition,
  reviewer: callAs(database.db, desk.reviewer).rendition,
  third: callAs(database.db, desk.third).rendition,
  lead: callAs(database.db, desk.lead).rendition,
})

const standing = (db: typeof database.db, publicationId: string) =>
  db.select().from(rendition).where(eq(rendition.publicationId, publicationId)).orderBy(rendition.number)

/** Whoever searches for it finds this account, in whichever language they read. */
const isFoundBy = async (slug: string, words: string) => {
  const { items } = await callAs(database.db, null).reading.list({ words })
  return items.some((item) => item.slug === slug)
}

const slugOf = async (db: typeof database.db, desk: { author: Actor; incidentId: string }) =>
  (await callAs(db, desk.author).incident.get({ id: desk.incidentId })).incident.slug

describe('the way to readers', () => {
  test('a translation of the published version, reviewed by another, published with its leaf', async () => {
    const { db, desk, publicationId, hash } = await published()
    const { id, view } = await publishRendition(db, desk)
    expect(view).toMatchObject({
      revision: { id, state: 'published', language: 'uk' },
      original: { number: 1, language: 'en' },
      published: { version: 1, number: 1, isWithdrawn: false },
      gate: [],
    })
    const [row] = await standing(db, publicationId)
    const document = renditionDocumentSchema.parse(JSON.parse(row?.document ?? ''))
    expect(document).toMatchObject({ language: 'uk', translates: { number: 1, sha256: hash, language: 'en' } })
    expect(document).toHaveProperty('summary.0.content', [
      { text: expect.stringContaining('Слово') as string },
      { citation: 1 },
      { citation: 2 },
    ])
    const [leaf] = await db.select().from(logLeaf).where(isNotNull(logLeaf.renditionId)).orderBy(logLeaf.index)
    const [own] = await db.select().from(logLeaf).where(eq(logLeaf.publicationId, publicationId)).orderBy(logLeaf.index)
    expect(JSON.parse(leaf?.entry ?? '')).toMatchObject({
      kind: 'translation',
      language: 'uk',
      number: 1,
      of: own?.index,
      translation: 1,
      note: null,
      sha256: row?.hash,
    })
    const told = await db.select().from(event).where(eq(event.kind, 'rendition.published'))
    expect(told.map(({ detail }) => detail)).toContainEqual({ language: 'uk', version: 1, number: 1 })
    const facts = { from: null, to: null, reason: null }
    expect(eventWords('rendition.published', { language: 'uk', version: 1, number: 1 }, facts)).toBe(
      'published version 1 in Ukrainian',
    )
  })

  test('the account’s own text goes its way beside it', async () => {
    const { db, desk } = await published()
    await writeRendition(db, desk)
    const draft = await writeDraft(db, desk, 'Two depots burned.')
    const uk = await callAs(db, desk.author).rendition.list({ incidentId: desk.incidentId })
    expect(uk.languages.find(({ language }) => language === 'uk')).toMatchObject({ working: { state: 'draft' } })
    expect(uk.languages.map(({ language }) => language)).not.toContain('en')
    const { summary, incident } = await callAs(db, desk.author).incident.get({ id: desk.incidentId })
    expect([summary.working?.id, incident.title]).toEqual([draft.id, 'A depot on fire'])
  })

  test('what works on one kind of text does not know the other', async () => {
    const { db, desk, textId, third } = await published()
    const { id, version } = await writeRendition(db, desk)
    const own = callAs(db, desk.third)
    const foreign = [
      () => own.revision.submit({ revisionId: id, version }),
      () => own.revision.discard({ revisionId: id, reason }),
      () => own.revision.preview({ revisionId: id }),
      () => own.publication.publish({ revisionId: id, correction: null }),
      () => third.submit({ revisionId: textId, version: 1 }),
      () => third.read({ revisionId: textId }),
    ]
    for (const attempt of foreign) expect(await refusedBy(attempt())).toEqual({ code: 'NOT_FOUND' })
  })
})

describe('what is refused', () => {
  test('nobody approves what they wrote, nor does it stand for another', async () => {
    const { db, desk, third, author } = await published()
    const { id, hash } = await submitRendition(db, desk)
    expect(await refusedBy(third.approve({ revisionId: id, seenHash: hash }))).toMatchObject({ rule: 'review.author' })
    expect(await refusedBy(author.publish({ revisionId: id }))).toMatchObject({ rule: 'revision.state' })
    const other = author.approve({ revisionId: id, seenHash: '0'.repeat(64) })
    expect(await refusedBy(other)).toMatchObject({ rule: 'review.changed' })
    // Who wrote the original reads its translation like anybody else.
    expect(await author.approve({ revisionId: id, seenHash: hash })).toMatchObject({ revision: { state: 'approved' } })
  })

  test('a citation that is dropped, added, or in another paragraph', async () => {
    const { db, desk, third } = await published()
    const { id, version } = await writeRendition(db, desk)
    const { lines, words } = await third.read({ revisionId: id })
    let at = version
    for (const line of ['Слово. [1]', 'Слово.', 'Слово. [1][2][2]', 'Слово. [1]\\[2]', '[1][2]']) {
      const saved = await third.save({ revisionId: id, version: at, lines: [line, ...lines.slice(1)], words })
      at = saved.version
      const refused = await refusedBy(third.submit({ revisionId: id, version: at }))
      expect([line, refused.rule]).toEqual([line, line === '[1][2]' ? 'rendition.empty' : 'rendition.citation'])
    }
    const good = await third.save({ revisionId: id, version: at, lines: ['[2] Слово [1].'], words })
    expect(await third.submit({ revisionId: id, version: good.version })).toMatchObject({
      gate: [{ rule: 'gate.approval' }],
    })
  })

  test('words that are missing, foreign, or of a paragraph too many', async () => {
    const { db, desk, third } = await published()
    const { id, version } = await writeRendition(db, desk)
    const { lines, words, original } = await third.read({ revisionId: id })
    const whats = ['title', 'question', 'claim', 'name', 'name', 'name']
    expect(original.words.map(({ what }) => what)).toEqual(whats)
    const save = (more: object) => third.save({ revisionId: id, version, lines, words, ...more })
    expect((await faultDetail(save({ words: { ...words, colour: 'синій' } }))).issues).toMatchObject([
      { path: ['words', 'colour'] },
    ])
    expect((await faultDetail(save({ lines: [...lines, 'Ще одне.'] }))).issues).toMatchObject([{ path: ['lines'] }])
    expect((await faultDetail(save({ lines: ['Слово\u202e [1][2]'] }))).issues).toMatchObject([{ path: ['lines', 0] }])
    const { title: _title, ...rest } = words
    const saved = await save({ words: rest })
    const refused = await refusedBy(third.submit({ revisionId: id, version: saved.version }))
    expect(refused).toMatchObject({ rule: 'rendition.empty' })
  })

  test('names that could not be told apart; one that is left out stays as it is, one that is known is there', async () => {
    const { db, desk, third } = await published()
    const { id, version } = await writeRendition(db, desk)
    const { lines, words, original } = await third.read({ revisionId: id })
    const [one = '', two = ''] = original.words.flatMap(({ path, what }) => (what === 'name' ? [path] : []))
    const save = (at: number, names: object) =>
      third.save({ revisionId: id, version: at, lines, words: { ...words, ...names } })
    const shared = await save(version, { [one]: 'Канал', [two]: 'КАНАЛ' })
    const refused = await refusedBy(third.submit({ revisionId: id, version: shared.version }))
    expect(refused).toMatchObject({ rule: 'rendition.name' })
    const good = await save(shared.version, { [one]: '', [two]: 'Станція нарочна' })
    const { hash } = await third.submit({ revisionId: id, version: good.version })
    await callAs(db, desk.reviewer).rendition.approve({ revisionId: id, seenHash: hash })
    await callAs(db, desk.author).rendition.publish({ revisionId: id })
    expect(await isFoundBy(await slugOf(db, desk), 'нарочна')).toBe(true)
    const { desk: other, third: its } = await published()
    const begun = await its.begin({ incidentId: other.incidentId, language: 'uk' })
    expect(begun.words).toEqual({ [two]: 'Станція нарочна' })
  })

  test('a tag and a related account are called as they are in that language already, and found so', async () => {
    const { db } = database
    const tagged = async () => {
      const desk = await addDesk(db)
      const call = callAs(db, desk.author)
      const { incident } = await call.incident.get({ id: desk.incidentId })
      const { id, version, title, type } = incident
      const details = { title, type, occurred: null, placeId: null, partyIds: [] }
      await call.incident.edit({ id, version, ...details, tags: ['night raids'] })
      return { desk, call, slug: await slugOf(db, desk) }
    }
    const [first, second] = [await tagged(), await tagged()]
    await publishDraft(db, first.desk)
    const browsed = async () => (await callAs(db, null).reading.browse({ language: 'uk' })).tags
    await publishRendition(db, first.desk)
    expect(await browsed()).toContainEqual({ name: 'night raids', said: 'Слово: night raids', count: 1 })
    const called = (tag: string) => callAs(db, null).reading.called({ language: 'uk', tag })
    expect(await called('night raids')).toEqual({ place: '', party: '', tag: 'Слово: night raids' })
    expect(await called('night')).toMatchObject({ tag: 'night' })
    await second.call.incident.relate({ id: second.desk.incidentId, otherId: first.desk.incidentId, kind: 'part_of' })
    await publishDraft(db, second.desk)
    const third = callAs(db, second.desk.third).rendition
    const begun = await third.begin({ incidentId: second.desk.incidentId, language: 'uk' })
    expect(begun.original.words.find(({ what }) => what === 'related')?.text).toBe('A depot on fire')
    const known = {
      'tag/night raids': 'Слово: night raids',
      [`related/${first.slug}`]: expect.stringMatching(/^Слово: /),
    }
    expect(begun.words).toMatchObject(known)
    await third.discard({ revisionId: begun.revision.id, reason })
    const { id, version } = await writeRendition(db, second.desk)
    const { lines, words } = await third.read({ revisionId: id })
    const saved = await third.save({
      revisionId: id,
      version,
      lines,
      words: { ...words, 'tag/night raids': 'вилазки' },
    })
    const { hash } = await third.submit({ revisionId: id, version: saved.version })
    await callAs(db, second.desk.reviewer).rendition.approve({ revisionId: id, seenHash: hash })
    await second.call.rendition.publish({ revisionId: id })
    expect([await isFoundBy(second.slug, 'вилазки'), await isFoundBy(first.slug, 'вилазки')]).toEqual([true, false])
  })

  test('what is not published, the account’s own language, a second at a time', async () => {
    const { db } = database
    const desk = await addDesk(db)
    const { third } = calls(desk)
    const begin = (language: 'en' | 'uk') => third.begin({ incidentId: desk.incidentId, language })
    await writeDraft(db, desk)
    expect(await refusedBy(begin('uk'))).toMatchObject({ rule: 'rendition.none' })
    const { desk: other, third: its } = await published()
    expect(await refusedBy(its.begin({ incidentId: other.incidentId, language: 'en' }))).toMatchObject({
      rule: 'rendition.language',
    })
    await its.begin({ incidentId: other.incidentId, language: 'uk' })
    expect(await refusedBy(its.begin({ incidentId: other.incidentId, language: 'uk' }))).toMatchObject({
      rule: 'revision.working',
    })
    await its.begin({ incidentId: other.incidentId, language: 'ar' })
  })

  test('in each state what another state allows; by others what its writers do', async () => {
    const { db, desk, author, reviewer, third, lead } = await published()
    const draft = await writeRendition(db, desk)
    const version = draft.version
    // Whoever did not write it does not stand behind it.
    expect(await refusedBy(author.submit({ revisionId: draft.id, version }))).toMatchObject({ rule: 'revision.author' })
    expect(await refusedBy(third.submit({ revisionId: draft.id, version: version - 1 }))).toEqual({ code: 'CONFLICT' })
    expect(await refusedBy(reviewer.requestChanges({ revisionId: draft.id, comment: reason }))).toMatchObject({
      rule: 'revision.state',
    })
    expect(await refusedBy(third.withdraw({ revisionId: draft.id, reason }))).toMatchObject({ rule: 'revision.state' })
    const early = reviewer.approve({ revisionId: draft.id, seenHash: '0'.repeat(64) })
    expect(await refusedBy(early)).toMatchObject({ rule: 'revision.state' })
    const { hash } = await third.submit({ revisionId: draft.id, version })
    const { lines, words } = await third.read({ revisionId: draft.id })
    const late = await refusedBy(third.save({ revisionId: draft.id, version: version + 1, lines, words }))
    expect(late).toMatchObject({ rule: 'revision.state' })
    expect(await refusedBy(third.discard({ revisionId: draft.id, reason }))).toMatchObject({ rule: 'revision.state' })
    expect(await refusedBy(third.requestChanges({ revisionId: draft.id, comment: reason }))).toMatchObject({
      rule: 'review.author',
    })
    await reviewer.approve({ revisionId: draft.id, seenHash: hash })
    const more = author.approve({ revisionId: draft.id, seenHash: hash })
    expect(await refusedBy(more)).toMatchObject({ rule: 'review.enough' })
    await author.publish({ revisionId: draft.id })
    expect(await refusedBy(third.withdraw({ revisionId: draft.id, reason }))).toMatchObject({ rule: 'revision.state' })
    const first = (await author.read({ revisionId: draft.id })).published?.id ?? ''
    const again = await approveRendition(db, desk)
    await author.publish({ revisionId: again.id, note: reason })
    expect(await refusedBy(lead.takeBack({ id: first, note: reason }))).toEqual({ code: 'CONFLICT' })
    const call = callAs(db, desk.lead).incident
    const { incident } = await call.get({ id: desk.incidentId })
    const because = { closeReason: 'not_published' as const, duplicateOf: null, note: reason }
    await call.close({ id: incident.id, version: incident.version, ...because })
    expect(await refusedBy(third.begin({ incidentId: desk.incidentId, language: 'de' }))).toMatchObject({
      rule: 'revision.closed',
    })
  })

  test('of two who begin at once, one does', async () => {
    const { db, desk } = await published()
    const begin = (who: typeof desk.third) =>
      callAs(db, who).rendition.begin({ incidentId: desk.incidentId, language: 'de' })
    const both = await Promise.allSettled([begin(desk.third), begin(desk.author)])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  test('published twice at once, or while a newer version is: once, and never of what was replaced', async () => {
    const { db, desk, publicationId, author, reviewer } = await published()
    const { id } = await approveRendition(db, desk)
    const twice = await Promise.allSettled([author.publish({ revisionId: id }), reviewer.publish({ revisionId: id })])
    expect(twice.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const german = await approveRendition(db, desk, 'de')
    const next = await submitDraft(db, desk, 'Two depots burned.')
    await approveAs(db, desk.reviewer, next.id)
    const correction = { kind: 'update' as const, note: 'We counted again.' }
    const [translated] = await Promise.allSettled([
      author.publish({ revisionId: german.id }),
      callAs(db, desk.third).publication.publish({ revisionId: next.id, correction }),
    ])
    const rows = await standing(db, publicationId)
    const isOut = rows.some(({ language }) => language === 'de')
    expect(isOut).toBe(translated.status === 'fulfilled')
    const newer = await callAs(db, null).reading.account({ slug: await slugOf(db, desk), language: 'de' })
    expect(newer).toMatchObject({ version: { number: 2 }, translation: null, translatedVersion: isOut ? 1 : null })
  })

  test('a stale save shows the text there is', async () => {
    const { db, desk, author } = await published()
    const { id, version } = await writeRendition(db, desk)
    const stale = author.save({ revisionId: id, version: version - 1, lines: ['Моє. [1][2]'], words: {} })
    const { current } = await faultDetail(stale)
    expect(current).toMatchObject({
      version,
      by: desk.third.name,
      document: { lines: [expect.stringContaining('Слово')] },
    })
  })
})

describe('when the original changes', () => {
  test('a translation of an older version is not published; its words go over to the next', async () => {
    const { db, desk, author, third } = await published()
    const { id } = await approveRendition(db, desk)
    await publishDraft(db, desk, 'Two depots burned.', 'We counted again.')
    expect(await refusedBy(author.publish({ revisionId: id }))).toMatchObject({ rule: 'rendition.outdated' })
    const back = await third.withdraw({ revisionId: id, reason })
    await third.discard({ revisionId: back.revision.id, reason })
    const next = await third.begin({ incidentId: desk.incidentId, language: 'uk' })
    expect(next.original.number).toBe(2)
    expect(next.words).toMatchObject({ title: expect.stringContaining('Слово') as string })
    // The paragraph is another, and so is the note; what is cited there is cited already.
    expect(next.lines).toEqual(['[1][2]'])
    expect(next.gate.map(({ target }) => target.id)).toEqual(expect.arrayContaining(['note', '0']))
  })

  test('retracted, nothing is translated', async () => {
    const { db, desk, author } = await published()
    const { id } = await approveRendition(db, desk)
    await callAs(db, desk.lead).publication.retract({ incidentId: desk.incidentId, note: reason })
    expect(await refusedBy(author.publish({ revisionId: id }))).toMatchObject({ rule: 'rendition.retracted' })
    const begin = author.begin({ incidentId: desk.incidentId, language: 'ar' })
    expect(await refusedBy(begin)).toMatchObject({ rule: 'rendition.retracted' })
  })

  test('redacted, no byte of it is left in any language', async () => {
    const { db, desk, publicationId, author } = await published()
    const { id, renditionId } = await publishRendition(db, desk)
    await approveRendition(db, desk, 'ar')
    const slug = await slugOf(db, desk)
    expect(await isFoundBy(slug, 'слово')).toBe(true)
    const lead = callAs(db, desk.lead)
    const { redactions } = await lead.redaction.propose({
      incidentId: desk.incidentId,
      target: { kind: 'publication', publicationId },
      publicReason: 'A court order.',
    })
    await callAs(db, desk.author).redaction.confirm({ id: redactions.items[0]?.id ?? '' })
    expect(await standing(db, publicationId)).toMatchObject([{ id: renditionId, document: null }])
    expect(await isFoundBy(slug, 'слово')).toBe(false)
    const kept = await db
      .select({ snapshot: review.snapshot })
      .from(review)
      .innerJoin(revision, eq(revision.id, review.revisionId))
      .where(and(eq(revision.translates, publicationId)))
    expect(kept.map(({ snapshot }) => snapshot)).toEqual(['', ''])
    const [leaf] = await db.select().from(logLeaf).where(eq(logLeaf.renditionId, renditionId))
    expect(await callAs(db, null).log.document({ index: leaf?.index ?? -1 })).toEqual({ document: null })
    expect(await author.read({ revisionId: id })).toMatchObject({ published: { isRedacted: true } })
    const begin = author.begin({ incidentId: desk.incidentId, language: 'de' })
    expect(await refusedBy(begin)).toMatchObject({ rule: 'rendition.redacted' })
  })
})

describe('where accounts are listed', () => {
  const listedIn = async (slug: string, language: 'uk' | 'de' | 'en') => {
    const reading = callAs(database.db, null).reading
    const { items } = await reading.list({ language })
    const entries = await reading.feed({ language })
    const { items: corrections } = await reading.corrections({ language })
    const { items: addresses } = await reading.addresses({ prefix: '' })
    const of = <Item extends { slug: string }>(all: readonly Item[]) => all.find((each) => each.slug === slug)
    const isFound = await isFoundBy(slug, 'СЛОВ')
    return {
      item: of(items),
      entry: of(entries),
      corrected: of(corrections),
      languages: of(addresses)?.languages,
      isFound,
    }
  }

  test('it is in the reader’s language where it stands in it, and in its own everywhere else', async () => {
    const { db, desk, lead } = await published()
    const slug = await slugOf(db, desk)
    const { renditionId } = await publishRendition(db, desk)
    const says = expect.stringContaining('Слово: ') as string
    const uk = await listedIn(slug, 'uk')
    expect(uk.item).toMatchObject({ title: says, language: 'uk', central: { text: says } })
    expect(uk.entry).toMatchObject({
      translation: { document: { words: { title: says } } },
      document: { language: 'en' },
    })
    expect(uk.languages).toEqual(['en', 'uk'])
    expect(uk.isFound).toBe(true)
    expect(await isFoundBy(slug, 'Slovo')).toBe(true)
    const own = { item: { title: 'A depot on fire', language: 'en' }, entry: { translation: null } }
    expect(await listedIn(slug, 'de')).toMatchObject(own)
    expect(await listedIn(slug, 'en')).toMatchObject(own)
    await lead.takeBack({ id: renditionId, note: reason })
    expect(await listedIn(slug, 'uk')).toMatchObject({ ...own, languages: ['en'], isFound: false })
    expect(await isFoundBy(slug, 'depot')).toBe(true)
  })

  test('of a version that was replaced nothing is shown, nor of one that is redacted', async () => {
    const { db, desk } = await published()
    const slug = await slugOf(db, desk)
    const { renditionId } = await publishRendition(db, desk)
    const target = { kind: 'translation' as const, renditionId }
    const proposal = { incidentId: desk.incidentId, target, publicReason: reason }
    const { redactions } = await callAs(db, desk.lead).redaction.propose(proposal)
    await callAs(db, desk.reviewer).redaction.confirm({ id: redactions.items[0]?.id ?? '' })
    const own = { item: { language: 'en' }, languages: ['en'], isFound: false }
    expect(await listedIn(slug, 'uk')).toMatchObject({ ...own, entry: { translation: null } })
    const { id } = await approveRendition(db, desk)
    await callAs(db, desk.author).rendition.publish({ revisionId: id, note: reason })
    expect(await listedIn(slug, 'uk')).toMatchObject({
      item: { language: 'uk' },
      languages: ['en', 'uk'],
      isFound: true,
    })
    await publishDraft(db, desk, 'Two depots burned.', 'We counted again.')
    expect(await listedIn(slug, 'uk')).toMatchObject(own)
    const reads = (number?: number) =>
      callAs(db, null).reading.account({ slug, language: 'uk', ...(number && { number }) })
    expect(await reads()).toMatchObject({ newestIn: [], translation: null })
    expect(await reads(1)).toMatchObject({ newestIn: [], translation: { language: 'uk' } })
    const corrected = { title: 'A depot on fire', language: 'en', correction: { note: 'We counted again.' } }
    expect(await listedIn(slug, 'uk')).toMatchObject({ corrected })
    const changes = () => callAs(db, null).reading.changes({ slug, language: 'uk' })
    const inEnglish = { language: 'en', summary: [{ kind: 'changed' }] }
    const noted = { correction: { note: 'We counted again.', language: 'en' } }
    const isOwn = { title: 'A depot on fire', language: 'en', versions: [{ ...inEnglish, version: noted }, {}] }
    expect(await changes()).toMatchObject(isOwn)
    const second = await publishRendition(db, desk)
    const says = expect.stringMatching(/^Слово/) as string
    const translated = { title: says, language: 'uk', correction: { note: says } }
    expect(await listedIn(slug, 'uk')).toMatchObject({ corrected: translated })
    expect(await listedIn(slug, 'de')).toMatchObject({ corrected })
    const told = { correction: { kind: 'update', note: says, language: 'uk' } }
    expect(await reads()).toMatchObject({ version: told, versions: [told, { correction: null }] })
    expect(await reads(1)).toMatchObject({ supersededBy: told })
    const german = await callAs(db, null).reading.account({ slug, language: 'de' })
    expect(german).toMatchObject({ version: noted })
    // Both are in Ukrainian; with one of them taken back, neither is.
    const inUkrainian = { version: told, language: 'uk', changes: [{ says: { text: says } }, { says: { text: says } }] }
    expect(await changes()).toMatchObject({ title: says, language: 'uk', versions: [inUkrainian, {}] })
    await callAs(db, desk.lead).rendition.takeBack({ id: second.renditionId, note: reason })
    expect(await changes()).toMatchObject(isOwn)
  })
})

describe('redacted alone', () => {
  async function redacted() {
    const known = await published()
    const { db, desk } = known
    const { id, renditionId } = await publishRendition(db, desk)
    const lead = callAs(db, desk.lead)
    const target = { kind: 'translation' as const, renditionId }
    const proposal = { incidentId: desk.incidentId, target, publicReason: 'It named a witness.' }
    const { redactions } = await lead.redaction.propose(proposal)
    return { ...known, id, renditionId, lead, proposal, proposed: redactions }
  }

  test('two stand behind it; its bytes go from readers, reviews and the log, which says so; the version stands', async () => {
    const { db, desk, id, publicationId, renditionId, lead, proposal, proposed } = await redacted()
    expect(proposed).toMatchObject({
      items: [{ kind: 'translation', target: 'Version 1 in Ukrainian', state: 'proposed' }],
      translations: [{ id: renditionId, label: 'Version 1 in Ukrainian' }],
    })
    expect(await refusedBy(lead.redaction.propose(proposal))).toMatchObject({ rule: 'redaction.proposed' })
    const confirm = (by: Actor) => callAs(db, by).redaction.confirm({ id: proposed.items[0]?.id ?? '' })
    expect(await refusedBy(confirm(desk.lead))).toMatchObject({ rule: 'redaction.second' })
    expect(await standing(db, publicationId)).toMatchObject([{ document: expect.any(String) as string }])
    const { redactions } = await confirm(desk.reviewer)
    expect(redactions).toMatchObject({ items: [{ state: 'confirmed' }], translations: [] })
    expect(await standing(db, publicationId)).toMatchObject([{ id: renditionId, document: null }])
    const kept = await db.select({ snapshot: review.snapshot }).from(review).where(eq(review.revisionId, id))
    expect(kept).toEqual([{ snapshot: '' }])
    const own = await db.select().from(logLeaf).where(eq(logLeaf.publicationId, publicationId)).orderBy(logLeaf.index)
    const [first, leaf, gone] = own.map(({ entry }) => JSON.parse(entry) as Record<string, unknown>)
    const [, at] = own.map(({ index }) => index)
    expect([first, leaf, gone]).toMatchObject([
      { kind: 'publication' },
      { kind: 'translation' },
      {
        kind: 'redaction',
        what: 'translation',
        of: at,
        number: 1,
        sha256: null,
        reason: sha256Hex('It named a witness.'),
      },
    ])
    expect(await callAs(db, null).log.document({ index: at ?? -1 })).toEqual({ document: null })
    const slug = await slugOf(db, desk)
    expect(await callAs(db, null).reading.account({ slug, language: 'uk' })).toMatchObject({
      translation: null,
      translations: [],
      translationTakenBack: null,
      document: { language: 'en' },
      redactions: [{ kind: 'translation', language: 'uk', reason: 'It named a witness.' }],
    })
    expect(await refusedBy(lead.redaction.propose(proposal))).toMatchObject({ rule: 'redaction.done' })
  })

  test('what is gone is not taken back; another is published with a note; the version’s own redaction comes after', async () => {
    const { db, desk, author, lead, publicationId, renditionId, proposed } = await redacted()
    await callAs(db, desk.reviewer).redaction.confirm({ id: proposed.items[0]?.id ?? '' })
    const back = lead.rendition.takeBack({ id: renditionId, note: reason })
    expect(await refusedBy(back)).toMatchObject({ rule: 'rendition.redacted' })
    const again = await approveRendition(db, desk)
    expect(await author.publish({ revisionId: again.id, note: reason })).toMatchObject({ published: { number: 2 } })
    const { redactions } = await lead.redaction.propose({
      incidentId: desk.incidentId,
      target: { kind: 'publication', publicationId },
      publicReason: 'A court order.',
    })
    await callAs(db, desk.author).redaction.confirm({ id: redactions.items[0]?.id ?? '' })
    expect(await standing(db, publicationId)).toMatchObject([{ document: null }, { document: null }])
  })

  test('of another incident, of a notice, and by an editor: refused', async () => {
    const { db, desk, author, lead, proposal, proposed } = await redacted()
    await callAs(db, desk.author).redaction.decline({ id: proposed.items[0]?.id ?? '', reason })
    expect(await refusedBy(callAs(db, desk.author).redaction.propose(proposal))).toMatchObject({ code: 'FORBIDDEN' })
    const other = await published()
    const elsewhere = { ...proposal, incidentId: other.desk.incidentId }
    expect(await refusedBy(lead.redaction.propose(elsewhere))).toEqual({ code: 'NOT_FOUND' })
    await lead.rendition.takeBack({ id: proposal.target.renditionId, note: reason })
    const { published: notice } = await author.read({
      revisionId:
        (await author.list({ incidentId: desk.incidentId })).languages.find(({ language }) => language === 'uk')
          ?.published?.revisionId ?? '',
    })
    const target = { ...proposal.target, renditionId: notice?.id ?? '' }
    expect(await refusedBy(lead.redaction.propose({ ...proposal, target }))).toEqual({ code: 'NOT_FOUND' })
    // Taken back, its words are in the log still, and can go.
    expect(await lead.redaction.propose(proposal)).toMatchObject({ redactions: { items: [{ state: 'proposed' }, {}] } })
  })
})

describe('another translation of the same version', () => {
  test('tells why it replaces the first, whose words are found no more', async () => {
    const { db, desk, publicationId, author, third, reviewer } = await published()
    await publishRendition(db, desk)
    const { id, version } = await writeRendition(db, desk)
    const first = await third.read({ revisionId: id })
    const anew = (text: string) => text.replaceAll(/слово/giu, 'вираз')
    const words = Object.fromEntries(Object.entries(first.words).map(([path, text]) => [path, anew(text)]))
    const saved = await third.save({ revisionId: id, version, lines: first.lines.map(anew), words })
    const { hash } = await third.submit({ revisionId: id, version: saved.version })
    await reviewer.approve({ revisionId: id, seenHash: hash })
    expect(await refusedBy(author.publish({ revisionId: id }))).toMatchObject({ rule: 'rendition.note' })
    const slug = await slugOf(db, desk)
    expect([await isFoundBy(slug, 'слово'), await isFoundBy(slug, 'вираз')]).toEqual([true, false])
    await author.publish({ revisionId: id, note: 'Ми виправили слово.' })
    expect([await isFoundBy(slug, 'слово'), await isFoundBy(slug, 'вираз')]).toEqual([false, true])
    await callAs(db, desk.lead).publication.retract({ incidentId: desk.incidentId, note: reason })
    expect(await isFoundBy(slug, 'вираз')).toBe(false)
    expect(await standing(db, publicationId)).toMatchObject([{ number: 1 }, { number: 2, note: 'Ми виправили слово.' }])
  })

  test('a lead takes one back, once, and it can be published again', async () => {
    const { db, desk, publicationId, author, lead } = await published()
    const { renditionId: id } = await publishRendition(db, desk)
    expect(await refusedBy(author.takeBack({ id, note: reason }))).toMatchObject({ code: 'FORBIDDEN' })
    expect(await lead.takeBack({ id, note: reason })).toMatchObject({ published: { isWithdrawn: true, note: reason } })
    expect(await refusedBy(lead.takeBack({ id, note: reason }))).toMatchObject({ rule: 'rendition.withdrawn' })
    const [, notice] = await standing(db, publicationId)
    expect(JSON.parse(notice?.document ?? '')).toMatchObject({ withdrawn: reason })
    const slug = await slugOf(db, desk)
    const reads = async (language?: 'uk') => callAs(db, null).reading.account({ slug, ...(language && { language }) })
    expect(await reads('uk')).toMatchObject({
      translation: null,
      translations: [],
      translationTakenBack: { note: reason },
    })
    const again = await approveRendition(db, desk)
    expect(await author.publish({ revisionId: again.id, note: reason })).toMatchObject({ published: { number: 3 } })
    expect(await reads('uk')).toMatchObject({
      translation: {
        number: 3,
        note: reason,
        document: { words: { title: expect.stringContaining('Слово') as string } },
      },
      translations: [{ language: 'uk', number: 3 }],
      document: { language: 'en' },
    })
    expect(await reads()).toMatchObject({ translation: null, translations: [{ language: 'uk' }] })
  })
})

test('on a server whose clock is behind, a translation is still later than its version, and its notice than it', async () => {
  const { db } = database
  const desk = await addDesk(db)
  const { view } = await publishDraft(db, desk)
  const behind = () => new Date('2020-01-01T00:00:00Z')
  const text = await approveRendition(db, desk)
  const published = await callAs(db, desk.author, behind).rendition.publish({ revisionId: text.id })
  const id = published.published?.id ?? ''
  await callAs(db, desk.lead, behind).rendition.takeBack({ id, note: reason })
  const rows = await db
    .select()
    .from(rendition)
    .where(eq(rendition.incidentId, desk.incidentId))
    .orderBy(rendition.number)
  const at = Number(view.summary.publications[0]?.publishedAt)
  expect(rows.map(({ publishedAt }) => publishedAt.getTime() - at)).toEqual([1, 2])
})
