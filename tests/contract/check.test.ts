import { and, desc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { account, event, intake } from '@/db/schema'
import type { EventDetails } from '@/domain/event'
import { eventWords } from '@/domain/event-words'
import type { Actor } from '@/domain/policy'
import { readIntake } from '@/server/intake/read-job'
import { programContext } from '@/server/jobs'
import { byHand } from '../harness/by-hand'
import { callAs, type Caller } from '../harness/caller'
import { useDatabase } from '../harness/database'
import { addIncident, rangeOf } from '../harness/material'
import { ADDRESS, recordingNetwork, serveHttp, type Site } from '../harness/pages'
import { addPerson } from '../harness/people'
import { plantNetwork } from '../harness/plant-network'

const database = useDatabase()
const URL = 'http://news.example.org/raid-on-the-depot'
let site: Site
let takeAway = (): void => undefined
let editor: Actor
let call: Caller
/** What the page answers now. */
let page: { status: number; body: string } = { status: 200, body: '' }

const FIRST = 'One depot near Orvelsk was destroyed on Thursday night, two residents told the paper by telephone.'
const SECOND = 'The fire was seen from the other bank of the river until the morning, and the road was closed.'
const html = (...paragraphs: string[]) =>
  `<!doctype html><html lang="en"><head><title>Raid</title></head><body><article><h1>Raid</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`
const shows = (...paragraphs: string[]) => {
  page = { status: 200, body: html(...paragraphs) }
}

beforeAll(async () => {
  site = await serveHttp((_request, response) =>
    response.writeHead(page.status, { 'content-type': 'text/html; charset=utf-8' }).end(page.body),
  )
  takeAway = plantNetwork(recordingNetwork({ '*': [ADDRESS] }, site).network)
  editor = await addPerson(database.db)
  call = callAs(database.db, editor)
})
afterAll(async () => {
  takeAway()
  await site.close()
})

async function runReading(incidentId: string): Promise<void> {
  const [row] = await database.db
    .select({ id: intake.id })
    .from(intake)
    .where(eq(intake.incidentId, incidentId))
    .orderBy(desc(intake.askedAt))
    .limit(1)
  const scope = { ctx: programContext(database.db), signal: new AbortController().signal }
  await readIntake(scope, { intakeId: row?.id ?? '' })
}

/** A source taken in from the page, with a passage of each paragraph quoted. */
async function taken() {
  shows(FIRST, SECOND)
  const incident = await addIncident(database.db, editor.id)
  const incidentId = incident.id
  const asked = await call.intake.askUrl({ incidentId, url: URL })
  await runReading(incidentId)
  const { title, ...read } = await call.intake.read({ incidentId, id: asked.items[0]?.id ?? '' })
  const kept = await call.intake.keep({
    incidentId,
    id: read.id,
    version: read.version,
    medium: 'article',
    title,
    url: URL,
    evenIfHeld: true,
  })
  const { sourceId, captureId } = kept
  for (const quote of ['two residents told the paper', 'seen from the other bank'])
    await call.evidence.attach({
      incidentId,
      captureId,
      ...rangeOf(read.text ?? '', quote),
      claimId: incident.claimId,
      stance: 'supports',
      origin: { kind: 'unknown' },
    })
  const check = async () => {
    await call.intake.check({ incidentId, sourceId })
    await runReading(incidentId)
    return (await call.intake.checked({ incidentId, sourceId })).check
  }
  return { incidentId, sourceId, captureId, check }
}

const captures = async (incidentId: string) => (await call.incident.get({ id: incidentId })).sources[0]?.captures ?? []

async function said(sourceId: string): Promise<string[]> {
  const rows = await database.db
    .select()
    .from(event)
    .where(and(eq(event.subjectId, sourceId), eq(event.kind, 'source.checked')))
    .orderBy(event.at)
  expect(rows.every(({ actorId }) => actorId === null)).toBe(true)
  return rows.map(({ detail }) =>
    eventWords('source.checked', detail as EventDetails['source.checked'], { from: null, to: null } as never),
  )
}

describe('a page that is read again', () => {
  test('and says the same makes no capture, and says so', async () => {
    const { incidentId, sourceId, captureId, check } = await taken()
    expect(await check()).toMatchObject({ state: 'kept', captureId, captureNumber: 1, isNew: false })
    expect(await captures(incidentId)).toHaveLength(1)
    expect((await call.intake.list({ incidentId })).items).toEqual([])
    expect(await said(sourceId)).toEqual([expect.stringContaining('the same')])
  })

  test('and has changed makes a capture, shows the difference, and marks what is gone', async () => {
    const { incidentId, sourceId, captureId, check } = await taken()
    shows(
      'Updated at noon.',
      FIRST.replace('two residents told', 'three residents told').replace('One depot', 'Two depots'),
      SECOND,
    )
    const found = await check()
    expect(found).toMatchObject({ state: 'kept', captureNumber: 2, isNew: true, found: 'changed', lost: 1 })
    const newest = found?.captureId ?? ''
    expect((await captures(incidentId)).map(({ method }) => method)).toEqual(['fetch', 'fetch'])
    const { earlier } = await call.capture.read({ incidentId, captureId: newest })
    expect(earlier.map(({ exact, how, found: at }) => [exact, how, at === null])).toEqual(
      expect.arrayContaining([
        ['two residents told the paper', 'gone', true],
        ['seen from the other bank', 'quote', false],
      ]),
    )
    expect(earlier.find(({ how }) => how === 'gone')?.near?.exact).toContain('residents told the paper')
    const { before, parts } = await call.capture.compare({ incidentId, captureId: newest })
    expect(before).toMatchObject({ id: captureId, number: 1 })
    const words = (kind: string) => parts?.flatMap((part) => (part.kind === kind && 'text' in part ? [part.text] : []))
    expect(words('gone')).toEqual(expect.arrayContaining(['two']))
    expect(words('new')).toEqual(expect.arrayContaining(['three']))
    expect(await said(sourceId)).toEqual([expect.stringContaining('1 quoted passage is gone')])
    // The old capture and its passages are what they were.
    expect((await call.capture.read({ incidentId, captureId })).earlier).toEqual([])
    expect(await call.capture.compare({ incidentId, captureId })).toMatchObject({ before: null, parts: null })
  })

  test.each([
    [404, '', 'no page at this address'],
    [410, '', 'for good'],
    [200, '<h1>This domain is for sale</h1>', 'for sale'],
  ])('and is gone (%i) is told from one that has changed', async (status, body, words) => {
    const { incidentId, sourceId, check } = await taken()
    page = { status, body }
    expect(await check()).toMatchObject({
      state: 'failed',
      refusalCode: 'gone',
      refusal: expect.stringContaining(words),
    })
    expect(await captures(incidentId)).toHaveLength(1)
    expect((await call.intake.list({ incidentId })).items).toEqual([])
    expect(await said(sourceId)).toEqual([expect.stringContaining('it is gone')])
  })

  test('and cannot be read just now is neither, and can be read again', async () => {
    const { sourceId, check } = await taken()
    page = { status: 503, body: '' }
    expect(await check()).toMatchObject({ state: 'failed', refusalCode: 'server' })
    expect(await said(sourceId)).toEqual([])
    shows(FIRST, SECOND)
    expect(await check()).toMatchObject({ state: 'kept', isNew: false })
  })
})

describe('a source that was pasted', () => {
  const pasted = async () => {
    const { id: incidentId } = await addIncident(database.db, editor.id)
    const text = ['Home', 'Sport', 'Raid', FIRST, 'Subscribe and get an umbrella!', SECOND, '© The Courier'].join('\n')
    const about = { kind: 'document', medium: 'article', url: URL, evenIfHeld: true } as const
    const { sources } = await call.source.add({ incidentId, ...about, text })
    const { id: sourceId = '', captures: held = [] } = sources[0] ?? {}
    const captureId = held[0]?.id ?? ''
    const { start, end } = rangeOf(text, 'Subscribe and get an umbrella!')
    await call.exclusion.mark({ incidentId, captureId, start, end })
    await call.intake.check({ incidentId, sourceId })
    await runReading(incidentId)
    const { check } = await call.intake.checked({ incidentId, sourceId })
    const compared = await call.capture.compare({ incidentId, captureId: check?.captureId ?? '' })
    return { sourceId, check, compared, kinds: new Set(compared.parts?.map(({ kind }) => kind)) }
  }

  test('and is read from its page is the same in spite of menus, and what was marked as none of it', async () => {
    shows(FIRST, SECOND)
    const { sourceId, check, compared, kinds } = await pasted()
    expect(check).toMatchObject({ state: 'kept', captureNumber: 2, isNew: true, found: 'same', lost: 0 })
    expect(compared).toMatchObject({ before: { number: 1, method: 'paste' }, pasted: 'before' })
    expect(kinds).not.toContain('gone')
    expect(kinds).not.toContain('new')
    expect(await said(sourceId)).toEqual([expect.stringContaining('the same')])
  })

  test('has changed where its article has', async () => {
    shows(FIRST.replace('One depot', 'Two depots'), SECOND)
    const { check, compared } = await pasted()
    expect(check).toMatchObject({ isNew: true, found: 'changed' })
    const words = compared.parts?.flatMap((part) => ('text' in part && part.kind !== 'same' ? [part.text] : []))
    expect(words).toEqual(['One', 'Two', 'depot', 'depots'])
  })

  test('or was known of alone gets its first capture from its page', async () => {
    shows(FIRST, SECOND)
    const { id: incidentId } = await addIncident(database.db, editor.id)
    const view = await call.source.add({ incidentId, kind: 'document', medium: 'article', url: URL })
    const sourceId = view.sources[0]?.id ?? ''
    await call.intake.check({ incidentId, sourceId })
    await runReading(incidentId)
    const { check } = await call.intake.checked({ incidentId, sourceId })
    expect(check).toMatchObject({ captureNumber: 1, isNew: true, found: 'first' })
  })
})

test('a check that is under way is not doubled, and one without an address refused', async () => {
  const { incidentId, sourceId } = await taken()
  const [one, two] = await Promise.all([
    call.intake.check({ incidentId, sourceId }),
    call.intake.check({ incidentId, sourceId }),
  ])
  expect(one.check?.id).toBe(two.check?.id)
  const view = await call.source.add({
    incidentId,
    kind: 'document',
    medium: 'article',
    title: 'No address',
    text: 'Some text of it.',
  })
  const without = view.sources.find(({ url }) => url === null)?.id ?? ''
  await expect(call.intake.check({ incidentId, sourceId: without })).rejects.toMatchObject({
    code: 'PRECONDITION_FAILED',
  })
})

test('what was asked for by somebody who may no longer is not kept', async () => {
  const { incidentId, sourceId } = await taken()
  const leaving = await addPerson(database.db)
  await callAs(database.db, leaving).intake.check({ incidentId, sourceId })
  await byHand(database.db, [['account.suspended', leaving.id]], (tx) =>
    tx.update(account).set({ suspendedAt: new Date() }).where(eq(account.id, leaving.id)),
  )
  shows('Something else entirely stands here now, and it is long enough to be an article of its own, or so one hopes.')
  await runReading(incidentId)
  expect((await call.intake.checked({ incidentId, sourceId })).check).toMatchObject({ state: 'failed' })
  expect(await captures(incidentId)).toHaveLength(1)
})
