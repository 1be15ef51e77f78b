import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { event, lineage } from '@/db/schema'
import type { Actor } from '@/domain/policy'
import { callAs, type Caller } from '../harness/caller'
import { useDatabase } from '../harness/database'
import { textOf } from '../harness/desk'
import { addIncident, addParty, addText, rangeOf } from '../harness/material'
import { addPerson } from '../harness/people'

const database = useDatabase()
let editor: Actor
let caller: Caller
beforeAll(async () => {
  editor = await addPerson(database.db)
  caller = callAs(database.db, editor)
})

/** Two outlets that each report, by themselves, that two depots were hit. */
async function twoReports() {
  const incident = await addIncident(database.db, editor.id)
  const sources = []
  for (const name of ['Courier', 'Herald']) {
    const outletId = await addParty(database.db, name)
    const text = `Two depots were hit, our reporter saw. ${randomUUID()}`
    const { sourceId, captureId } = await addText(caller, incident.id, text, { outletId, title: name })
    const view = await caller.evidence.attach({
      incidentId: incident.id,
      captureId,
      ...rangeOf(text, 'Two depots were hit'),
      claimId: incident.claimId,
      stance: 'supports',
      origin: { kind: 'new', partyId: outletId, channel: 'own reporter at the scene', mode: 'observed' },
    })
    sources.push({ sourceId, captureId, outletId, view })
  }
  const [courier, herald] = sources
  if (courier === undefined || herald === undefined) throw new Error('no sources')
  const draw = (more: object = {}) =>
    caller.lineage.draw({
      incidentId: incident.id,
      sourceId: herald.sourceId,
      ofId: courier.sourceId,
      kind: 'reprint',
      reason: 'Word for word.',
      ...more,
    })
  return { ...incident, courier, herald, draw }
}

const countOf = (view: Awaited<ReturnType<Caller['lineage']['draw']>>) => view.questions[0]?.claims[0]?.origins.count

describe('rule 3, through the commands', () => {
  test('a suggestion joins nothing, a confirmed copy does, a rejected one no more', async () => {
    const { id, herald, courier, draw } = await twoReports()
    expect(countOf(herald.view)).toBe(2)
    const suggested = await draw()
    expect(countOf(suggested)).toBe(2)
    const edge = { incidentId: id, sourceId: herald.sourceId, ofId: courier.sourceId, kind: 'reprint' } as const
    const effect = await caller.lineage.effect(edge)
    expect(effect).toMatchObject({ verdict: { allowed: true }, claims: [{ before: 2, after: 1 }], otherIncidents: 0 })
    const drawn = suggested.lineage[0]
    const confirmed = await caller.lineage.confirm({ incidentId: id, id: drawn?.id ?? '', version: 1 })
    expect(countOf(confirmed)).toBe(1)
    expect(await caller.lineage.effect({ ...edge, without: true })).toMatchObject({ claims: [{ before: 1, after: 2 }] })
    const stale = caller.lineage.reject({ incidentId: id, id: drawn?.id ?? '', version: 1, reason: 'No.' })
    await expect(stale).rejects.toMatchObject({ code: 'CONFLICT' })
    const rejected = await caller.lineage.reject({ incidentId: id, id: drawn?.id ?? '', version: 2, reason: 'No.' })
    expect(countOf(rejected)).toBe(2)
    const again = await draw({ confirm: true })
    expect(again.lineage.find((line) => line.id === drawn?.id)).toMatchObject({ state: 'confirmed' })
    expect(countOf(again)).toBe(1)
  })

  test('what a connection does to a vote is told before, also where no number changes (rule 8)', async () => {
    const { id, claimId, herald, courier } = await twoReports()
    const text = 'Seen from afar.'
    const { sourceId: ofId } = await addText(caller, id, text, { title: 'Uncited' })
    const edge = { incidentId: id, sourceId: herald.sourceId, kind: 'reprint' } as const
    const outdated = async (more: object) => (await caller.lineage.effect({ ...edge, ofId, ...more })).claims[0]
    expect(await outdated({})).toMatchObject({ before: 2, after: 2, outdates: null })
    const opened = await caller.round.open({ claimId, lastRoundId: null, reason: '' })
    expect(await outdated({})).toMatchObject({ before: 2, after: 2, outdates: 'round' })
    const roundId = opened.questions[0]?.claims[0]?.round?.id ?? ''
    for (const voter of [editor, await addPerson(database.db)])
      await callAs(database.db, voter).ballot.cast({ roundId, level: 'possible', reason: '', isReasonPublic: false })
    await caller.round.reveal({ roundId })
    expect(await outdated({})).toMatchObject({ outdates: 'finding' })
    expect(await outdated({ ofId: courier.sourceId })).toMatchObject({ before: 2, after: 1, outdates: 'finding' })
    expect(await outdated({ kind: 'quotes' })).toMatchObject({ outdates: null })
    await caller.lineage.draw({ ...edge, ofId, reason: 'Word for word.', confirm: true })
    expect(await outdated({ ofId: courier.sourceId })).toMatchObject({ outdates: null })
  })

  test('to quote joins nothing', async () => {
    const { draw } = await twoReports()
    expect(countOf(await draw({ kind: 'quotes', confirm: true }))).toBe(2)
  })

  test('a side joins its parties', async () => {
    const { id, courier, herald } = await twoReports()
    const view = await caller.incident.setSides({
      id,
      version: 1,
      sides: [{ id: null, name: 'North', partyIds: [courier.outletId, herald.outletId] }],
    })
    expect(countOf(view)).toBe(1)
  })

  test('copies run in no circle, and nothing is a copy of itself', async () => {
    const { courier, herald, draw } = await twoReports()
    await draw()
    const back = { sourceId: courier.sourceId, ofId: herald.sourceId }
    await expect(draw({ ...back, kind: 'translation' })).rejects.toMatchObject({
      cause: { detail: { refusal: { rule: 'lineage.circle' } } },
    })
    await expect(draw({ sourceId: courier.sourceId, ofId: courier.sourceId })).rejects.toMatchObject({
      cause: { detail: { refusal: { rule: 'lineage.self' } } },
    })
    await expect(draw()).rejects.toMatchObject({ cause: { detail: { refusal: { rule: 'lineage.once' } } } })
    await draw({ ...back, kind: 'quotes' })
  })

  test('drawn both ways at once, one is refused', async () => {
    const { courier, herald, draw } = await twoReports()
    const back = { sourceId: courier.sourceId, ofId: herald.sourceId }
    const outcomes = await Promise.allSettled([draw(), draw(back), draw(), draw(back)])
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1)
    const rows = await database.db.select().from(lineage).where(eq(lineage.ofId, courier.sourceId))
    const others = await database.db.select().from(lineage).where(eq(lineage.ofId, herald.sourceId))
    expect(rows.length + others.length).toBe(1)
  })

  test('it reaches other incidents that hold the same sources', async () => {
    const { courier, herald, draw } = await twoReports()
    const other = await addIncident(database.db, editor.id)
    await caller.source.link({ incidentId: other.id, sourceId: courier.sourceId })
    await draw({ confirm: true })
    const view = await caller.source.link({ incidentId: other.id, sourceId: herald.sourceId })
    expect(view.lineage).toMatchObject([{ state: 'confirmed', kind: 'reprint' }])
  })

  test('an original that only another incident holds is read by the desk and by the page alike', async () => {
    const { courier, herald, draw } = await twoReports()
    await draw({ confirm: true })
    const other = await addIncident(database.db, editor.id)
    const own = { channel: 'own reporter', mode: 'observed' } as const
    const bearing = { incidentId: other.id, claimId: other.claimId, stance: 'supports' } as const
    const reports = [
      { ...herald, text: 'Two depots were hit', partyId: courier.outletId },
      { ...(await anotherCopy(herald.sourceId)), text: 'Two were', partyId: null },
    ]
    for (const { sourceId, captureId, text, outletId, partyId } of reports) {
      await caller.source.link({ incidentId: other.id, sourceId })
      const origin = { kind: 'new', partyId: partyId ?? outletId, ...own } as const
      await caller.evidence.attach({ ...bearing, captureId, start: 0, end: text.length, exact: text, origin })
    }
    const view = await caller.incident.get({ id: other.id })
    expect(countOf(view)).toBe(1)
    const [cited] = view.questions[0]?.claims[0]?.evidence ?? []
    const draft = await caller.revision.draft({ incidentId: other.id })
    const revisionId = draft.summary.working?.id ?? ''
    await caller.revision.save({ revisionId, version: 1, document: textOf('Two.', cited?.id ?? '') })
    const { page } = await caller.revision.preview({ revisionId })
    expect(page?.claims[0]?.origins).toMatchObject({ count: 1, groups: [{ evidence: [1, 2] }] })

    /** A second copy of what `ofId` copies, in an incident of its own. */
    async function anotherCopy(ofId: string) {
      const far = await addIncident(database.db, editor.id)
      const outletId = await addParty(database.db, 'Digest')
      const words = `Two were hit. ${randomUUID()}`
      const { sourceId, captureId } = await addText(caller, far.id, words, { outletId })
      await caller.source.link({ incidentId: far.id, sourceId: ofId })
      const edge = { incidentId: far.id, sourceId, ofId, kind: 'scrape', reason: 'The same.', confirm: true } as const
      await caller.lineage.draw(edge)
      return { sourceId, captureId, outletId }
    }
  })

  test('an edge to a source of another incident is not drawn', async () => {
    const here = await twoReports()
    const there = await twoReports()
    await expect(here.draw({ ofId: there.courier.sourceId })).rejects.toMatchObject({
      cause: { detail: { issues: [{ path: ['ofId'] }] } },
    })
  })
})

describe('origins', () => {
  test('are named and changed under their version, with their events', async () => {
    const { id } = await addIncident(database.db, editor.id)
    const partyId = await addParty(database.db, 'The group', 'armed_group')
    const facts = { incidentId: id, partyId, channel: 'video on its channel', mode: 'asserted' } as const
    const named = await caller.origin.name(facts)
    const made = named.origins[0]
    expect(made).toMatchObject({ label: 'The group: video on its channel', version: 1 })
    const change = { ...facts, id: made?.id ?? '', version: 1 }
    const view = await caller.origin.change({ ...change, partyId: null, dated: 'about June 2023' })
    expect(view.origins[0]).toMatchObject({ party: null, dated: '2023-06~', version: 2 })
    await expect(caller.origin.change({ ...change, mode: 'observed' })).rejects.toMatchObject({ code: 'CONFLICT' })
    const kinds = await database.db.select({ kind: event.kind }).from(event).where(eq(event.incidentId, id))
    expect(kinds.map((line) => line.kind).toSorted()).toEqual(['origin.changed', 'origin.named'])
  })

  test('a party or source that is none is refused at its field', async () => {
    const { id } = await addIncident(database.db, editor.id)
    const facts = { incidentId: id, channel: 'x', mode: 'asserted' } as const
    await expect(caller.origin.name({ ...facts, partyId: randomUUID() })).rejects.toMatchObject({
      cause: { detail: { issues: [{ path: ['partyId'] }] } },
    })
    await expect(caller.origin.name({ ...facts, firstSourceId: randomUUID() })).rejects.toMatchObject({
      cause: { detail: { issues: [{ path: ['firstSourceId'] }] } },
    })
    await expect(caller.origin.name({ ...facts, channel: ' ' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
})
