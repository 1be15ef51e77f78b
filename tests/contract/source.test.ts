import { randomUUID } from 'node:crypto'
import { TRPCError } from '@trpc/server'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { capture, event, incidentSource, source } from '@/db/schema'
import { sha256Hex } from '@/domain/hash'
import type { Actor } from '@/domain/policy'
import { Fault } from '@/server/fault'
import { store } from '@/server/store'
import { MOST } from '@/server/workspace/picture'
import { byHand } from '../harness/by-hand'
import { callAs, type Caller } from '../harness/caller'
import { useDatabase } from '../harness/database'
import { addIncident, addParty, addText } from '../harness/material'
import { addPerson } from '../harness/people'

const database = useDatabase()
let editor: Actor
let caller: Caller
beforeAll(async () => {
  editor = await addPerson(database.db)
  caller = callAs(database.db, editor)
})

const minimal = { kind: 'document', medium: 'article' } as const
const fresh = () => `A text of its own, ${randomUUID()}.`

/** Fields and messages of a refusal, whether a schema's or a command's. */
async function refusalOf(attempt: Promise<unknown>) {
  const error: unknown = await attempt.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof TRPCError)) throw new Error('was not refused', { cause: error })
  const fault = error.cause instanceof Fault ? error.cause.detail : {}
  const issues = fault.issues ?? (error.cause as { issues?: { path: (string | number)[]; message: string }[] })?.issues
  return { code: error.code, fault, path: issues?.[0]?.path.join('.'), message: issues?.[0]?.message ?? error.message }
}

test('an incident has room for so many sources, however they come', async () => {
  const { db } = database
  const [{ id: incidentId }, { id: elsewhere }] = [await addIncident(db, editor.id), await addIncident(db, editor.id)]
  const { sourceId } = await addText(caller, elsewhere, fresh())
  const made = { createdBy: editor.id, createdAt: new Date('2026-01-01T00:00:00Z') }
  const rows = Array.from({ length: MOST.sources - 1 }, () => ({ id: randomUUID(), ...minimal, ...made }))
  const events = rows.map((row) => ['source.added', row.id] as const)
  await byHand(db, events, async (tx) => {
    await tx.insert(source).values(rows)
    await tx
      .insert(incidentSource)
      .values(rows.map((row) => ({ incidentId, sourceId: row.id, addedAt: row.createdAt })))
  })
  await caller.source.add({ incidentId, ...minimal, title: 'The last', text: null })
  for (const one of [
    caller.source.link({ incidentId, sourceId }),
    caller.source.add({ incidentId, ...minimal, title: 'One more', text: null }),
  ])
    expect((await refusalOf(one)).fault.refusal).toMatchObject({ rule: 'incident.full' })
})

describe('adding', () => {
  test('a source with a text is a source, a link, a capture and two events in one act', async () => {
    const { id } = await addIncident(database.db, editor.id)
    const outletId = await addParty(database.db, 'The Courier')
    const raw = '\uFEFFTitle\r\n\r\n\r\n\r\nTwo depots.   \r\nמחסן אחד.\u202E'
    const { sourceId, captureId, view } = await addText(caller, id, raw, {
      outletId,
      url: 'https://courier.example/a',
      title: '  Two   depots ',
      language: 'en',
      published: '22–23 May 2023',
    })
    const [row] = await database.db.select().from(capture).where(eq(capture.id, captureId))
    expect(row?.bytesSha256).toBe(sha256Hex(Buffer.from(raw, 'utf8')))
    expect((await store().get(row?.bytesSha256 ?? '')).toString('utf8')).toBe(raw)
    expect(row?.text).toBe('Title\n\nTwo depots.\nמחסן אחד.\u202E')
    expect(row?.textSha256).toBe(sha256Hex(row?.text ?? ''))
    expect(row?.method).toBe('paste')
    expect(view.sources[0]).toMatchObject({
      title: 'Two depots',
      published: '2023-05-22/2023-05-23',
      publishedWords: '22–23 May 2023',
      outlet: { name: 'The Courier', grade: null },
    })
    const kinds = await database.db.select({ kind: event.kind }).from(event).where(eq(event.incidentId, id))
    expect(kinds.map((line) => line.kind).toSorted()).toEqual(['capture.taken', 'source.added'])
    expect((await caller.capture.read({ incidentId: id, captureId })).sourceId).toBe(sourceId)
  })

  test('everything but kind and medium may be unknown; without a text it is known of, not held', async () => {
    const { id } = await addIncident(database.db, editor.id)
    const view = await caller.source.add({ incidentId: id, ...minimal })
    expect(view.sources[0]).toMatchObject({ title: null, outlet: null, published: null, captures: [] })
  })

  test("the desk's own work is a note", async () => {
    const { id } = await addIncident(database.db, editor.id)
    const { captureId } = await addText(caller, id, fresh(), { kind: 'own_work', medium: 'call' })
    expect((await caller.capture.read({ incidentId: id, captureId })).method).toBe('note')
  })

  test('an observer may not, nobody signed in even less, and a closed incident keeps still', async () => {
    const incident = await addIncident(database.db, editor.id)
    const observer = callAs(database.db, await addPerson(database.db, { role: 'observer' }))
    await expect(observer.source.add({ incidentId: incident.id, ...minimal })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    const nobody = callAs(database.db, null)
    await expect(nobody.source.add({ incidentId: incident.id, ...minimal })).rejects.toMatchObject({
      code: 'UNAUTHORIZED',
    })
    expect(await database.db.$count(incidentSource, eq(incidentSource.incidentId, incident.id))).toBe(0)
  })
})

describe('bad input', () => {
  const cases: [string, Record<string, unknown>, string][] = [
    ['a javascript: address', { url: 'javascript:alert(1)' }, 'url'],
    ['an address with a password', { url: 'https://a:b@example.org/' }, 'url'],
    ['a direction override in the title', { title: 'abc\u202Etxt' }, 'title'],
    ['a title too long', { title: 'x'.repeat(301) }, 'title'],
    ['an impossible date', { published: '31 February 2024' }, 'published'],
    ['a language that is none', { language: 'Klingon' }, 'language'],
    ['an outlet that is none', { outletId: '00000000-0000-4000-8000-000000000000' }, 'outletId'],
    ['confidential without a description', { isConfidential: true }, 'publicDescription'],
    ['an empty text', { text: ' \n\n ' }, 'text'],
    ['NUL in the text', { text: 'ab\0c' }, 'text'],
    ['half a character in the text', { text: 'line\nab\uD800c' }, 'text'],
    ['a text too long', { text: 'x'.repeat(2_000_001) }, 'text'],
    ['an unknown field', { colour: 'red' }, ''],
  ]
  test.each(cases)('%s is refused at its field and leaves nothing', async (_, facts, path) => {
    const { id } = await addIncident(database.db, editor.id)
    const before = await database.db.$count(source)
    const refused = await refusalOf(caller.source.add({ incidentId: id, ...minimal, ...facts }))
    expect(refused).toMatchObject({ code: 'BAD_REQUEST', path })
    expect(await database.db.$count(source)).toBe(before)
  })

  test('says where the NUL is', async () => {
    const { id } = await addIncident(database.db, editor.id)
    const { message } = await refusalOf(caller.source.add({ incidentId: id, ...minimal, text: '😀\nab\0c' }))
    expect(message).toContain('character 5, in line 2')
  })

  test('two million characters are taken', async () => {
    const { id } = await addIncident(database.db, editor.id)
    const { captureId } = await addText(caller, id, 'ж'.repeat(2_000_000))
    expect((await caller.capture.read({ incidentId: id, captureId })).textLength).toBe(2_000_000)
  })
})

describe('what the desk has already', () => {
  test('the same text is noticed however it was spaced, with where it is, and kept on purpose', async () => {
    const one = await addIncident(database.db, editor.id)
    const two = await addIncident(database.db, editor.id)
    const text = fresh()
    const first = await addText(caller, one.id, text, { title: 'The first' })
    const again = await refusalOf(caller.source.add({ incidentId: two.id, ...minimal, text: `${text}\r\n\r\n` }))
    expect(again).toMatchObject({ code: 'BAD_REQUEST', path: 'text' })
    expect(again.message).toContain('“The first”')
    expect(again.fault.current).toEqual({ sourceId: first.sourceId, captureId: first.captureId })
    const view = await caller.source.add({ incidentId: two.id, ...minimal, text, evenIfHeld: true })
    expect(view.sources).toHaveLength(1)
  })

  test('two pasting it at once: one is told', async () => {
    const { id } = await addIncident(database.db, editor.id)
    const text = fresh()
    const outcomes = await Promise.allSettled(
      Array.from({ length: 4 }, () => caller.source.add({ incidentId: id, ...minimal, text })),
    )
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1)
  })

  test('it is found by title, address and outlet, literally, page by page, and linked once', async () => {
    const one = await addIncident(database.db, editor.id)
    const two = await addIncident(database.db, editor.id)
    const mark = randomUUID().slice(0, 8)
    for (const n of [1, 2, 3]) await addText(caller, one.id, null, { title: `100%_${mark} ${n}` })
    const first = await caller.source.search({ text: `100%_${mark}`, limit: 2, exceptIncidentId: two.id })
    expect(first.sources).toHaveLength(2)
    const rest = await caller.source.search({ text: `100%_${mark}`, limit: 2, cursor: first.nextCursor })
    expect(rest.sources).toHaveLength(1)
    expect(rest.nextCursor).toBeNull()
    const sourceId = first.sources[0]?.id ?? ''
    await caller.source.link({ incidentId: two.id, sourceId })
    const view = await caller.source.link({ incidentId: two.id, sourceId })
    expect(view.sources.map((found) => found.id)).toEqual([sourceId])
    const left = await caller.source.search({ text: `100%_${mark}`, exceptIncidentId: two.id })
    expect(left.sources).toHaveLength(2)
    await expect(caller.source.search({ cursor: 'nonsense' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
})

describe('editing and capturing again', () => {
  test('a stale edit is refused with what there is', async () => {
    const { id } = await addIncident(database.db, editor.id)
    const { sourceId } = await addText(caller, id, null, { title: 'Old' })
    const edit = { incidentId: id, id: sourceId, version: 1, medium: 'article' } as const
    const view = await caller.source.edit({ ...edit, title: 'New' })
    expect(view.sources[0]).toMatchObject({ title: 'New', version: 2 })
    const stale = await refusalOf(caller.source.edit({ ...edit, title: 'Other' }))
    expect(stale.code).toBe('CONFLICT')
    expect(stale.fault.current).toMatchObject({ sources: [{ title: 'New' }] })
  })

  test('a source of another incident is not there', async () => {
    const one = await addIncident(database.db, editor.id)
    const two = await addIncident(database.db, editor.id)
    const { sourceId, captureId } = await addText(caller, one.id, fresh())
    const take = caller.capture.take({ incidentId: two.id, sourceId, text: fresh() })
    await expect(take).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const read = caller.capture.read({ incidentId: two.id, captureId })
    await expect(read).rejects.toMatchObject({ code: 'NOT_FOUND', message: 'There is no such capture.' })
    const none = caller.capture.read({ incidentId: two.id, captureId: randomUUID() })
    await expect(none).rejects.toMatchObject({ code: 'NOT_FOUND', message: 'There is no such capture.' })
  })

  test('captures number themselves, even when taken at once', async () => {
    const { id } = await addIncident(database.db, editor.id)
    const { sourceId } = await addText(caller, id, fresh())
    await Promise.all([1, 2, 3].map(() => caller.capture.take({ incidentId: id, sourceId, text: fresh() })))
    const rows = await database.db
      .select({ number: capture.number })
      .from(capture)
      .where(eq(capture.sourceId, sourceId))
    expect(rows.map((row) => row.number).toSorted()).toEqual([1, 2, 3, 4])
  })
})

describe('not part of the article', () => {
  test('a mark hides, changes no hash, and can be lifted', async () => {
    const { id } = await addIncident(database.db, editor.id)
    const { captureId } = await addText(caller, id, `Menu Menu\n${fresh()}`)
    const before = await caller.capture.read({ incidentId: id, captureId })
    const { exclusions } = await caller.exclusion.mark({ incidentId: id, captureId, start: 0, end: 9 })
    expect(exclusions).toMatchObject([{ start: 0, end: 9 }])
    const after = await caller.capture.read({ incidentId: id, captureId })
    expect(after).toMatchObject({ textSha256: before.textSha256, text: before.text, exclusions })
    await expect(caller.exclusion.mark({ incidentId: id, captureId, start: 5, end: 5 })).rejects.toMatchObject({
      code: 'PRECONDITION_FAILED',
    })
    const lifted = await caller.exclusion.lift({ incidentId: id, id: exclusions[0]?.id ?? '' })
    expect(lifted.exclusions).toEqual([])
  })
})
