import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { evidence, excerpt, origin } from '@/db/schema'
import type { Actor } from '@/domain/policy'
import { callAs, type Caller } from '../harness/caller'
import { useDatabase } from '../harness/database'
import { addIncident, addParty, addText, rangeOf } from '../harness/material'
import { addPerson } from '../harness/people'

const database = useDatabase()
let editor: Actor
let caller: Caller
beforeAll(async () => {
  editor = await addPerson(database.db)
  caller = callAs(database.db, editor)
})

const BODY = 'Menu Home Sport\n😀 The ministry said “two depots” were hit. מחסן אחד נפגע. Nobody was hurt.'

async function scene(claims = 1) {
  const incident = await addIncident(database.db, editor.id, claims)
  const text = `${BODY}\n${randomUUID()}`
  const { sourceId, captureId } = await addText(caller, incident.id, text, { title: 'Report' })
  const attach = (quote: string, more: object = {}) =>
    caller.evidence.attach({
      incidentId: incident.id,
      captureId,
      ...rangeOf(text, quote),
      claimId: incident.claimId,
      stance: 'supports',
      origin: { kind: 'unknown' },
      ...more,
    })
  return { ...incident, text, sourceId, captureId, attach }
}

const shown = (view: Awaited<ReturnType<Caller['evidence']['attach']>>) =>
  view.questions.flatMap((question) => question.claims.flatMap((claim) => claim.evidence))

describe('rule 1: excerpts are verbatim', () => {
  test('offsets are code points, and every script comes back to the letter', async () => {
    const { attach } = await scene()
    const quote = '“two depots” were hit. מחסן אחד נפגע.'
    const [piece] = shown(await attach(quote))
    expect(piece?.excerpt.exact).toBe(quote)
    expect(piece?.excerpt.start).toBe(Array.from(BODY.slice(0, BODY.indexOf(quote))).length)
  })

  test('a mismatch is refused at `exact` with the nearest passage, and leaves nothing', async () => {
    const { attach, captureId, text } = await scene()
    const failed = attach('“two depots” were hit', { exact: '"three depots" were hit' })
    await expect(failed).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      cause: {
        detail: {
          issues: [{ path: ['exact'] }],
          nearest: { exact: expect.stringContaining('depots” were hit') as string },
        },
      },
    })
    await expect(attach('Nobody', { start: 0, end: 6 })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    const beyond = { start: 5_000, end: 5_006 }
    await expect(attach('Nobody', beyond)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    expect(text).toContain('Nobody')
    expect(await database.db.$count(excerpt, eq(excerpt.captureId, captureId))).toBe(0)
  })

  test('what is marked as not part of the article cannot be quoted, nor what is quoted be marked', async () => {
    const { id, captureId, attach, text } = await scene()
    const { start, end } = rangeOf(text, 'Menu Home Sport')
    await caller.exclusion.mark({ incidentId: id, captureId, start, end })
    await expect(attach('Sport\n😀 The ministry')).rejects.toMatchObject({
      code: 'PRECONDITION_FAILED',
      cause: { detail: { refusal: { rule: 'anchor.excluded' } } },
    })
    await attach('Nobody was hurt')
    const over = rangeOf(text, 'was')
    await expect(
      caller.exclusion.mark({ incidentId: id, captureId, start: over.start, end: over.end }),
    ).rejects.toMatchObject({ cause: { detail: { refusal: { rule: 'exclusion.excerpt' } } } })
  })

  test('one passage is one excerpt, whatever rests on it and whoever cuts at once', async () => {
    const { captureId, attach, claimIds } = await scene(4)
    await Promise.all(claimIds.map((claimId) => attach('Nobody was hurt', { claimId })))
    expect(await database.db.$count(excerpt, eq(excerpt.captureId, captureId))).toBe(1)
  })

  test('it bears on one claim once, even when attached at once; as background once', async () => {
    const { id, attach } = await scene()
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => attach('Nobody was hurt')))
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1)
    const background = { claimId: null, stance: null }
    const view = await attach('Nobody was hurt', background)
    expect(view.background).toHaveLength(1)
    await expect(attach('Nobody was hurt', background)).rejects.toMatchObject({
      cause: { detail: { refusal: { rule: 'evidence.once' } } },
    })
    expect(await database.db.$count(evidence, eq(evidence.incidentId, id))).toBe(2)
  })
})

describe('rule 2: captures never change', () => {
  test('a newer capture says which cited passages it lacks', async () => {
    const { id, sourceId, attach } = await scene()
    await attach('Nobody was hurt')
    await attach('“two depots” were hit')
    const text = `The ministry said “two depots” were hit. ${randomUUID()}`
    const view = await caller.capture.take({ incidentId: id, sourceId, text })
    const newest = view.sources[0]?.captures.at(-1)
    const { earlier } = await caller.capture.read({ incidentId: id, captureId: newest?.id ?? '' })
    const found = Object.fromEntries(earlier.map((passage) => [passage.exact, passage.found]))
    expect(found['Nobody was hurt']).toBeNull()
    expect(found['“two depots” were hit']).toEqual({ start: 18, end: 39 })
    expect(shown(view).map(({ excerpt: { exact, isGone, captureNumber } }) => [exact, isGone, captureNumber])).toEqual([
      ['Nobody was hurt', true, 1],
      ['“two depots” were hit', false, 1],
    ])
  })
})

describe('one act', () => {
  test('excerpt, evidence, new origin, relays and translation; a fault in any leaves none', async () => {
    const { id, captureId, attach } = await scene()
    const [ministry, agency] = await Promise.all([
      addParty(database.db, 'Ministry', 'state_body'),
      addParty(database.db, 'Agency', 'agency'),
    ])
    const more = {
      origin: { kind: 'new', partyId: ministry, channel: 'a briefing', mode: 'asserted', dated: 'May 2023' },
      relays: [agency],
      translation: { text: 'One depot was hit.', language: 'en', method: 'desk' },
    }
    const broken = { ...more, relays: [agency, randomUUID()] }
    await expect(attach('מחסן אחד נפגע', broken)).rejects.toMatchObject({
      cause: { detail: { issues: [{ path: ['relays', 1] }] } },
    })
    const foreign = { ...more, origin: { ...more.origin, firstSourceId: randomUUID() } }
    await expect(attach('מחסן אחד נפגע', foreign)).rejects.toMatchObject({
      cause: { detail: { issues: [{ path: ['origin', 'firstSourceId'] }] } },
    })
    expect(await database.db.$count(excerpt, eq(excerpt.captureId, captureId))).toBe(0)
    expect(await database.db.$count(origin, eq(origin.incidentId, id))).toBe(0)
    const view = await attach('מחסן אחד נפגע', more)
    expect(view.origins).toMatchObject([{ label: 'Ministry: a briefing', datedWords: 'May 2023' }])
    expect(shown(view)).toMatchObject([
      { originId: view.origins[0]?.id, relays: [{ name: 'Agency' }], excerpt: { translation: { language: 'en' } } },
    ])
    const named = await attach('Nobody was hurt', { origin: { kind: 'named', id: view.origins[0]?.id } })
    expect(named.questions[0]?.claims[0]?.origins.count).toBe(1)
  })

  test('a claim, origin or capture of another incident is not there', async () => {
    const here = await scene()
    const there = await scene()
    const theirs = (await there.attach('Nobody was hurt', { origin: { kind: 'new', channel: 'x', mode: 'observed' } }))
      .origins[0]
    const fields = (path: (string | number)[]) => ({
      code: 'BAD_REQUEST',
      cause: { detail: { issues: [{ path }] } },
    })
    await expect(here.attach('Nobody', { claimId: there.claimId })).rejects.toMatchObject(fields(['claimId']))
    const named = { origin: { kind: 'named', id: theirs?.id } }
    await expect(here.attach('Nobody', named)).rejects.toMatchObject(fields(['origin', 'id']))
    await expect(here.attach('Nobody', { captureId: there.captureId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const observer = callAs(database.db, await addPerson(database.db, { role: 'observer' }))
    const refused = observer.evidence.withdraw({ incidentId: here.id, id: randomUUID(), reason: 'x' })
    await expect(refused).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('stance and claim go together', async () => {
    const { attach } = await scene()
    await expect(attach('Nobody', { stance: null })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await expect(attach('Nobody', { claimId: null })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
})

describe('afterwards', () => {
  test('it is changed under its version, and withdrawn with a reason', async () => {
    const { id, attach } = await scene()
    const [piece] = shown(await attach('Nobody was hurt'))
    const change = { incidentId: id, id: piece?.id ?? '', version: 1, origin: { kind: 'unknown' } } as const
    const view = await caller.evidence.change({ ...change, stance: 'disputes' })
    expect(shown(view)[0]).toMatchObject({ stance: 'disputes', version: 2 })
    await expect(caller.evidence.change({ ...change, stance: 'supports' })).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(caller.evidence.withdraw({ incidentId: id, id: change.id, reason: ' ' })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    })
    const gone = await caller.evidence.withdraw({ incidentId: id, id: change.id, reason: 'Misread.' })
    expect(shown(gone)[0]).toMatchObject({ isWithdrawn: true, withdrawn: { reason: 'Misread.' } })
    const again = await attach('Nobody was hurt')
    expect(shown(again)).toHaveLength(2)
  })

  test('an excerpt that is withdrawn takes along what rests on it, in every incident', async () => {
    const here = await scene()
    const other = await addIncident(database.db, editor.id)
    await caller.source.link({ incidentId: other.id, sourceId: here.sourceId })
    const excerptId = shown(await here.attach('Nobody was hurt'))[0]?.excerpt.id ?? ''
    await here.attach('Nobody was hurt', { incidentId: other.id, claimId: other.claimId })
    const stranger = await addIncident(database.db, editor.id)
    const reason = 'A misprint.'
    await expect(caller.excerpt.withdraw({ incidentId: stranger.id, id: excerptId, reason })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await caller.excerpt.withdraw({ incidentId: here.id, id: excerptId, reason })
    const rows = await database.db
      .select({ withdrawnAt: excerpt.withdrawnAt })
      .from(evidence)
      .innerJoin(excerpt, eq(excerpt.id, evidence.excerptId))
      .where(eq(evidence.incidentId, other.id))
    expect(rows).toHaveLength(1)
    expect(rows[0]?.withdrawnAt).not.toBeNull()
  })

  test('the newest translation is in force; the same one again changes nothing', async () => {
    const { id, attach } = await scene()
    const excerptId = shown(await attach('מחסן אחד נפגע'))[0]?.excerpt.id ?? ''
    const add = { incidentId: id, excerptId, language: 'en' } as const
    await caller.translation.add({ ...add, text: 'A store was hit.', method: 'machine', translator: 'Engine 2' })
    const view = await caller.translation.add({ ...add, text: 'One depot was hit.', method: 'desk' })
    await caller.translation.add({ ...add, text: 'One depot was hit.', method: 'desk' })
    expect(shown(view)[0]?.excerpt.translation).toEqual({
      text: 'One depot was hit.',
      language: 'en',
      method: 'desk',
      translator: null,
    })
    const listed = await caller.translation.list({ incidentId: id, excerptId })
    expect(listed.exact).toBe('מחסן אחד נפגע')
    expect(listed.translations.map(({ text, method, translator }) => [text, method, translator])).toEqual([
      ['One depot was hit.', 'desk', null],
      ['A store was hit.', 'machine', 'Engine 2'],
    ])
    await caller.translation.add({ ...add, text: 'A store was hit.', method: 'machine', translator: 'Engine 2' })
    const again = await caller.translation.list({ incidentId: id, excerptId })
    expect(again.translations.map(({ text }) => text)).toEqual([
      'A store was hit.',
      'One depot was hit.',
      'A store was hit.',
    ])
    const named = caller.translation.add({ ...add, text: 'x', method: 'desk', translator: 'Dana' })
    await expect(named).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await caller.excerpt.withdraw({ incidentId: id, id: excerptId, reason: 'Cut wrongly.' })
    await expect(caller.translation.add({ ...add, text: 'One store.', method: 'desk' })).rejects.toMatchObject({
      cause: { detail: { refusal: { rule: 'excerpt.withdrawn' } } },
    })
  })
})
