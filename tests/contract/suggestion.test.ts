import { eq, lt, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { event, lineage, likeness, likenessPrint, originHint } from '@/db/schema'
import { PRINT_VERSION } from '@/domain/likeness/print'
import type { Actor } from '@/domain/policy'
import { programContext } from '@/server/jobs'
import { indexCaptures } from '@/server/lineage/index-all'
import { indexAnew, startIndexAnew } from '@/server/lineage/index-anew'
import { suggestLineage } from '@/server/lineage/suggest'
import { callAs } from '../harness/caller'
import { useDatabase } from '../harness/database'
import { conclude, refusedBy } from '../harness/desk'
import { addIncident, addParty, addText, rangeOf } from '../harness/material'
import { addPerson } from '../harness/people'
import { flood } from '../likeness/bank-flood'
import { factsOf, otherVoice, randomOf, tell, voiceOf } from '../likeness/story'

// Who copied whom, from a capture taken to a connection confirmed or refused.
const database = useDatabase()

let seed = 1
/** An article of its own, and what others make of it. */
function story() {
  const random = randomOf(seed++)
  const facts = factsOf(random)
  const voice = voiceOf(random, flood)
  const paragraphs = tell(flood, voice, facts, 'en')
  return {
    original: paragraphs.join('\n\n'),
    cut: paragraphs.slice(0, 5).join('\n\n'),
    independent: tell(flood, otherVoice(random, flood, voice), facts, 'en').join('\n\n'),
    ukrainian: tell(flood, voice, facts, 'uk').join('\n\n'),
  }
}

// Every story here is of the same sentences: what one test took in is not found by the next.
beforeEach(async () => {
  await database.db.delete(likeness)
})

const signal = new AbortController().signal
const suggest = (captureId: string) => suggestLineage({ ctx: programContext(database.db), signal }, { captureId })

async function scene(by?: Actor) {
  const { db } = database
  const editor = by ?? (await addPerson(db))
  const { id: incidentId, claimId } = await addIncident(db, editor.id)
  const call = callAs(db, editor)
  const add = async (text: string, facts: Parameters<typeof addText>[3] = {}) => {
    const added = await addText(call, incidentId, text, facts)
    await suggest(added.captureId)
    return added
  }
  const edges = async () => (await call.incident.get({ id: incidentId })).lineage
  return { db, editor, call, incidentId, claimId, add, edges }
}

describe('a new capture', () => {
  test('that reprints another is suggested with its direction and what it rests on, by the program', async () => {
    const { db, add, edges, incidentId } = await scene()
    const { original, cut } = story()
    const first = await add(original, { published: '2024-03-11', language: 'en' })
    const copy = await add(cut, { published: '2024-03-13', language: 'en' })
    const [edge, ...more] = await edges()
    expect(more).toEqual([])
    expect(edge).toMatchObject({ sourceId: copy.sourceId, ofId: first.sourceId, kind: 'reprint', state: 'suggested' })
    expect(edge?.reason).toMatch(/^100 % of it stands word for word in the other, .* It was published 2 days later\./)
    expect(edge?.strength).toBeGreaterThan(0.9)
    const told = await db
      .select()
      .from(event)
      .where(eq(event.subjectId, edge?.id ?? ''))
    expect(told).toMatchObject([{ kind: 'lineage.suggested', actorId: null, incidentId }])
  })

  test('that takes passages of many, and most of one, is suggested as a copy of that one', async () => {
    const { add, edges } = await scene()
    const random = randomOf(7)
    const words = (count: number) => Array.from({ length: count }, () => `w${Math.floor(random() * 5_000)}`).join(' ')
    const passages = Array.from({ length: 9 }, () => words(70))
    for (const passage of passages) await add(`${words(80)}\n\n${passage}\n\n${words(80)}`)
    const copied = words(240)
    const original = await add(`${copied}\n\n${words(150)}`)
    const copy = await add(`${copied}\n\n${passages.join('\n\n')}`)
    const found = (await edges()).filter((edge) => [edge.sourceId, edge.ofId].includes(copy.sourceId))
    expect(found).toHaveLength(8)
    expect(found.filter((edge) => edge.kind === 'reprint')).toMatchObject([{ ofId: original.sourceId }])
  })

  test('drawn by an editor all the same, it is that editor’s own, with the editor’s reason', async () => {
    const { db, call, editor, add, edges, incidentId } = await scene()
    const { original, cut } = story()
    const first = await add(original, { published: '2024-03-11' })
    const copy = await add(cut, { published: '2024-03-13' })
    const drawn = {
      incidentId,
      sourceId: copy.sourceId,
      ofId: first.sourceId,
      kind: 'reprint',
      confirm: false,
    } as const
    await call.lineage.draw({ ...drawn, reason: 'It says so at its foot.' })
    expect(await edges()).toMatchObject([{ state: 'suggested', reason: 'It says so at its foot.' }])
    const by = { drawnBy: lineage.drawnBy }
    expect(await db.select(by).from(lineage).where(eq(lineage.sourceId, copy.sourceId))).toEqual([
      { drawnBy: editor.id },
    ])
    expect(await refusedBy(call.lineage.draw({ ...drawn, reason: 'Once more.' }))).toMatchObject({
      rule: 'lineage.once',
    })
  })

  test('whatever comes first, and twice, it is one suggestion', async () => {
    const { add, edges } = await scene()
    const { original } = story()
    const later = await add(
      `${original}\n\nMore on win-now.example and bonus-luck.example today: play and win at once, no deposit asked.`,
      { published: '2024-03-13' },
    )
    const earlier = await add(original, { published: '2024-03-11' })
    await suggest(later.captureId)
    await suggest(earlier.captureId)
    expect(await edges()).toMatchObject([{ sourceId: later.sourceId, ofId: earlier.sourceId, kind: 'scrape' }])
  })

  test('a third copy is joined to the original, once', async () => {
    const { add, edges } = await scene()
    const { original, cut } = story()
    const first = await add(original, { published: '2024-03-11' })
    await add(cut, { published: '2024-03-12' })
    const third = await add(`${cut}\n\nOur own correspondent.`, { published: '2024-03-13' })
    expect((await edges()).filter((edge) => edge.sourceId === third.sourceId)).toMatchObject([{ ofId: first.sourceId }])
    expect(await edges()).toHaveLength(2)
  })

  test('a translation is found, and independent articles are not', async () => {
    const { add, edges, call, incidentId } = await scene()
    const { original, ukrainian, independent } = story()
    const first = await add(original, { published: '2024-03-11', language: 'en' })
    const own = await add(independent, { published: '2024-03-12', language: 'en' })
    const other = await add(ukrainian, { published: '2024-03-13', language: 'uk' })
    expect(await edges()).toMatchObject([{ sourceId: other.sourceId, ofId: first.sourceId, kind: 'translation' }])
    // The same direct quotations stand in both: a hint, which connects nothing and can be set aside.
    const [hint] = await call.lineage.hints({ incidentId })
    expect([hint?.sourceId, hint?.otherId].toSorted()).toEqual([first.sourceId, own.sourceId].toSorted())
    const dismiss = { incidentId, id: hint?.id ?? '', version: 1 }
    const elsewhere = { ...dismiss, incidentId: (await scene()).incidentId }
    expect(await refusedBy(call.lineage.dismissHint(elsewhere))).toEqual({ code: 'NOT_FOUND' })
    expect(await call.lineage.dismissHint(dismiss)).toEqual([])
    expect(await refusedBy(call.lineage.dismissHint(dismiss))).toMatchObject({ code: 'CONFLICT' })
    await suggest(own.captureId)
    expect(await call.lineage.hints({ incidentId })).toEqual([])
    const compared = await call.lineage.compare({ incidentId, id: dismiss.id })
    expect(compared.passages.length).toBeGreaterThan(0)
  })

  test('what an outlet prints under every page connects none of them', async () => {
    const { db, add, edges } = await scene()
    const outletId = await addParty(db, 'Paper with a foot')
    const foot = story().original
    const page = (of: number) => Array.from({ length: 200 }, (_, word) => `w${of}x${word}`).join(' ')
    for (let of = 0; of < 6; of++) await add(`${page(of)}\n\n${foot.slice(0, 400)}`, { outletId })
    // The first three could not know; what came then is not connected to any of them.
    const own = (await edges()).map((edge) => edge.kind)
    expect(own).toEqual([])
  })
})

describe('what is decided', () => {
  test('rejected, it stays so: for a new capture, the other direction and another kind', async () => {
    const { db, add, edges, call, incidentId } = await scene()
    const { original, cut } = story()
    const first = await add(original, { published: '2024-03-11' })
    const copy = await add(cut, { published: '2024-03-13' })
    const [edge] = await edges()
    await call.lineage.reject({ incidentId, id: edge?.id ?? '', version: 1, reason: 'Both print the agency.' })
    const again = await call.capture.take({ incidentId, sourceId: copy.sourceId, text: `${original} And more.` })
    const newest = again.sources.find((source) => source.id === copy.sourceId)?.captures.at(-1)
    await suggest(newest?.id ?? '')
    await suggest(first.captureId)
    expect(await edges()).toMatchObject([{ state: 'rejected' }])
    const rows = await db.select().from(lineage).where(eq(lineage.sourceId, copy.sourceId))
    expect(rows).toHaveLength(1)
  })

  test('what an editor drew is never overwritten', async () => {
    const { edges, call, incidentId } = await scene()
    const { original } = story()
    const first = await addText(call, incidentId, original)
    const second = await addText(call, incidentId, `${original} More.`)
    const ends = { incidentId, sourceId: first.sourceId, ofId: second.sourceId, kind: 'quotes' as const }
    await call.lineage.draw({ ...ends, reason: 'I know.', confirm: true })
    await suggest(first.captureId)
    await suggest(second.captureId)
    expect(await edges()).toMatchObject([{ kind: 'quotes', state: 'confirmed', reason: 'I know.' }])
  })

  test('counts change when it is confirmed and not before, put right on the way, and the finding is stale', async () => {
    const { db, editor, add, call, incidentId, claimId, edges } = await scene()
    const { original, cut } = story()
    const outlets = [await addParty(db, 'First Paper'), await addParty(db, 'Second Paper')]
    const texts = [original, cut]
    for (const [index, text] of texts.entries()) {
      const outletId = outlets[index] ?? ''
      const { captureId } = await add(text, { outletId, published: `2024-03-1${index + 1}` })
      const origin = { kind: 'new', partyId: outletId, channel: 'own reporter', mode: 'observed' } as const
      const passage = rangeOf(text, text.slice(0, 20))
      await call.evidence.attach({ incidentId, captureId, ...passage, claimId, stance: 'supports', origin })
    }
    const count = async () => {
      const view = await call.incident.get({ id: incidentId })
      return view.questions.flatMap((question) => question.claims).find((claim) => claim.id === claimId)
    }
    expect((await count())?.origins.count).toBe(2)
    await conclude(db, claimId, [editor, await addPerson(db), await addPerson(db)])
    const [edge] = await edges()
    const { sourceId = '', ofId = '', id = '' } = edge ?? {}
    const effect = await call.lineage.effect({ incidentId, sourceId, ofId, kind: 'reprint' })
    expect(effect.claims[0]).toMatchObject({ before: 2, after: 1 })
    const as = { sourceId: ofId, ofId: sourceId, kind: 'scrape' as const }
    await call.lineage.confirm({ incidentId, id, version: 1, as })
    expect(await edges()).toMatchObject([{ ...as, state: 'confirmed' }])
    const after = await count()
    expect(after?.origins.count).toBe(1)
    expect(JSON.stringify(after)).toContain('"isStale":true')
    // Turned around, each text stands at its own source.
    const compared = await call.lineage.compare({ incidentId, id })
    expect([compared.source.text, compared.of.text]).toEqual([original, cut])
  })
})

describe('other incidents', () => {
  test('a copy in one is found from the other; of a confidential source neither title nor text is told there', async () => {
    const { original } = story()
    const [here, there] = [await scene(), await scene()]
    const publicDescription = 'An official.'
    await there.add(original, { title: 'A secret paper', isConfidential: true, publicDescription })
    await here.add(`${original} More.`, { title: 'The open one' })
    const [edge] = await here.edges()
    expect(edge?.state).toBe('suggested')
    const compared = await here.call.lineage.compare({ incidentId: here.incidentId, id: edge?.id ?? '' })
    expect(JSON.stringify([edge, compared])).not.toContain('secret')
    expect([compared.source.text, compared.of.text].filter((text) => text !== null)).toEqual([`${original} More.`])
    expect(compared.passages).toEqual([])
    expect((await there.edges())[0]?.id).toBe(edge?.id)
    const elsewhere = await scene()
    const foreign = elsewhere.call.lineage.compare({ incidentId: elsewhere.incidentId, id: edge?.id ?? '' })
    expect(await refusedBy(foreign)).toMatchObject({ code: 'NOT_FOUND' })
  })
})

test('rule 12: a redacted capture leaves the index, and nothing is found by it', async () => {
  const { db, add, call, incidentId, edges } = await scene()
  const { original } = story()
  const { captureId } = await add(original)
  const [row] = await db.select().from(likeness).where(eq(likeness.captureId, captureId))
  const prints = () =>
    db
      .select()
      .from(likenessPrint)
      .where(eq(likenessPrint.number, row?.number ?? 0))
  expect((await prints()).length).toBeGreaterThan(20)
  const lead = callAs(db, await addPerson(db, { role: 'lead' }))
  const target = { kind: 'capture' as const, captureId }
  const { redactions } = await lead.redaction.propose({ incidentId, target, publicReason: 'A court order.' })
  await call.redaction.confirm({ id: redactions.items[0]?.id ?? '' })
  expect(await prints()).toEqual([])
  expect(await db.select().from(likeness).where(eq(likeness.captureId, captureId))).toEqual([])
  await suggest(captureId)
  await add(original.replace('the', 'a'))
  expect(await edges()).toEqual([])
})

test('a capture asks for the job in its own transaction', async () => {
  const { db, call, incidentId } = await scene()
  const { captureId } = await addText(call, incidentId, story().original)
  const { rows } = await db.execute(sql`select from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = 'suggest-lineage' and j.payload ->> 'captureId' = ${captureId}`)
  expect(rows).toHaveLength(1)
  expect(await db.select().from(originHint).where(eq(originHint.sourceId, incidentId))).toEqual([])
})

test('of a family of copies one gets a hint, also where that was set aside', async () => {
  const { add, call, incidentId } = await scene()
  const { original, cut, independent } = story()
  await add(original, { published: '2024-03-11', language: 'en' })
  await add(cut, { published: '2024-03-13', language: 'en' })
  await add(independent, { published: '2024-03-12', language: 'en' })
  const hints = await call.lineage.hints({ incidentId })
  expect(hints).toHaveLength(1)
  // A copy of the third is of its family, and another of the first of that one's.
  const words = independent.split(' ')
  await add(words.slice(0, Math.ceil(words.length * 0.8)).join(' '), { published: '2024-03-14', language: 'en' })
  expect(await call.lineage.hints({ incidentId })).toHaveLength(1)
  await call.lineage.dismissHint({ incidentId, id: hints[0]?.id ?? '', version: 1 })
  await add(`${original} And one line more.`, { published: '2024-03-15', language: 'en' })
  expect(await call.lineage.hints({ incidentId })).toEqual([])
})

test('a hint names no confidential source of another incident', async () => {
  const [one, other] = [await scene(), await scene()]
  const { original, independent } = story()
  const published = { published: '2024-03-11', language: 'en' }
  const secret = { title: 'CANARY', isConfidential: true, publicDescription: 'Somebody who works there' }
  await one.add(original, { ...published, ...secret })
  await other.add(independent, { ...published, title: 'An open letter' })
  const titles = async ({ call, incidentId }: typeof one) =>
    (await call.lineage.hints({ incidentId })).flatMap((hint) => [hint.sourceTitle, hint.otherTitle]).toSorted()
  expect(await titles(other)).toEqual(['An open letter', null])
  expect(await titles(one)).toEqual(['An open letter', 'CANARY'])
})

test('an agency of the desk that two credit is a hint', async () => {
  const { add, call, incidentId } = await scene()
  await call.party.create({ kind: 'agency', name: 'Qalam Agency', aliases: [], note: '' })
  const shared = 'the ferry had eleven people on board when it left the pier'
  await add(
    `Nobody slept that night in the lower town: ${shared}, according to Qalam Agency. ${'Boats were counted. '.repeat(3)}`,
  )
  await add(
    `(Qalam Agency) A clerk with an empty list says that ${shared}. ${'He waited until the morning came. '.repeat(3)}`,
  )
  expect((await call.lineage.hints({ incidentId })).map((hint) => hint.reason)).toEqual([
    'Both credit Qalam Agency with what they tell.',
  ])
})

describe('what is older than the index', () => {
  test('is put into it by the command, once, and compared with the others', async () => {
    const { db, call, incidentId } = await scene()
    const { original } = story()
    const held = await addText(call, incidentId, original)
    const note = await addText(call, incidentId, 'Three words alone.')
    const of = ({ captureId }: { captureId: string }) =>
      db.select({ version: likeness.printVersion }).from(likeness).where(eq(likeness.captureId, captureId))
    const jobs = async () =>
      (await db.execute(sql`select from graphile_worker.jobs where task_identifier = 'suggest-lineage'`)).rows.length
    const before = await jobs()
    const told: number[] = []
    const indexed = await indexCaptures(db, (so) => told.push(so))
    expect(indexed).toBeGreaterThan(0)
    expect(told.at(-1)).toBe(indexed)
    expect(await of(held)).toEqual([{ version: PRINT_VERSION }])
    expect(await of(note)).toEqual([])
    expect(await jobs()).toBe(before + indexed)
    expect(await indexCaptures(db, () => undefined)).toBe(0)
    // Made by an older program: by today's prints, and not compared a second time.
    await db.update(likeness).set({ printVersion: 0 }).where(eq(likeness.captureId, held.captureId))
    expect(await indexCaptures(db, () => undefined)).toBe(1)
    expect(await of(held)).toEqual([{ version: PRINT_VERSION }])
    expect(await jobs()).toBe(before + indexed)
  })
  test('is made anew by itself after a change of how prints are made, a piece at a time', async () => {
    const { db, call, incidentId } = await scene()
    await indexCaptures(db, () => undefined)
    const kept = []
    for (let at = 0; at < 23; at++) kept.push(await addText(call, incidentId, `${story().original} Number ${at}.`))
    await indexCaptures(db, () => undefined)
    const note = await addText(call, incidentId, 'Four words, not more.')
    const count = async () => (await db.select().from(likeness).where(lt(likeness.printVersion, PRINT_VERSION))).length
    const waiting = async () =>
      (
        await db.execute<{ rests: boolean; priority: number }>(
          sql`select run_at > now() as rests, priority from graphile_worker.jobs where task_identifier = 'index-likeness'`,
        )
      ).rows
    await startIndexAnew(db)
    expect(await waiting(), 'all are of today').toEqual([])
    await db.update(likeness).set({ printVersion: 0 })
    // One that is no longer of those that are indexed must not be looked at for ever.
    await db.insert(likeness).values({ captureId: note.captureId, printVersion: 0, prints: [] })
    const before = await db.$count(likeness)
    await startIndexAnew(db)
    await startIndexAnew(db)
    expect(await waiting(), 'asked for twice').toMatchObject([{ priority: 100 }])
    const scope = { ctx: programContext(db), signal: new AbortController().signal }
    const left = [await count()]
    while ((left.at(-1) ?? 0) > 0) {
      await indexAnew(scope)
      left.push(await count())
    }
    expect(left.length).toBeGreaterThan(2)
    expect(await waiting()).toMatchObject([{ rests: true }])
    expect(await db.$count(likeness)).toBe(before - 1)
    await db.execute(sql`select graphile_worker.remove_job('index-likeness')`)
    await indexAnew(scope)
    expect(await waiting(), 'nothing is left').toEqual([])
    // What an instance of a newer version made is left alone, and one that is told to stop goes on later.
    await db.update(likeness).set({ printVersion: PRINT_VERSION + 1 })
    await startIndexAnew(db)
    expect(await waiting()).toEqual([])
    await db.update(likeness).set({ printVersion: 0 })
    await indexAnew({ ...scope, signal: AbortSignal.abort() })
    expect(await count()).toBe(before - 1)
    expect(await waiting()).toHaveLength(1)
    await db.execute(sql`select graphile_worker.remove_job('index-likeness')`)
    await db.update(likeness).set({ printVersion: PRINT_VERSION })
  })
})
