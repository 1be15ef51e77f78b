import { createServer, type RequestListener } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { once } from 'node:events'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { account, capture, captureFetch, event, intake, source } from '@/db/schema'
import { sha256Hex } from '@/domain/hash'
import { pagesOf } from '@/domain/page'
import type { Actor } from '@/domain/policy'
import { store } from '@/server/store'
import { startWorker, type Worker } from '@/server/worker'
import { byHand } from '../harness/by-hand'
import { callAs, type Caller } from '../harness/caller'
import { useDatabase } from '../harness/database'
import { addIncident } from '../harness/material'
import { addIntake } from '../harness/intake'
import { addPerson } from '../harness/people'
import { plantNetwork } from '../harness/plant-network'
import { until } from '../machine/hold'

const database = useDatabase()
let editor: Actor
let call: Caller
let worker: Worker
let takeAway = (): void => undefined
let hits = 0

const words = 'The depot near Orvelsk burned on Thursday night, residents said, and the fire was seen from the river. '
const article = (name: string) => `<!doctype html><html lang="en"><head><title>${name}</title>
  <meta property="og:title" content="${name}"><meta property="og:site_name" content="The Orvelsk Post">
  <meta property="article:published_time" content="2024-03-14T08:00:00Z"></head>
  <body><article><h1>${name}</h1><p>${name}. ${words.repeat(6)}</p><p>${words.repeat(4)}</p></article></body></html>`

/** One page an address; `/slow` never ends, `/gone` is gone. */
const site: RequestListener = (request, response) => {
  hits++
  if (request.url === '/gone') response.writeHead(410).end()
  else if (request.url?.startsWith('/slow')) response.writeHead(200, { 'content-type': 'text/html' }).write('<p>wait')
  else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(article(`Page ${request.url}`))
}

const server = createServer(site)

/** Milliseconds: each page is read in a process of its own, which a machine with much to do starts slowly. */
const PATIENCE = 200_000
const SLOW = { timeout: 2 * PATIENCE }

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  takeAway = plantNetwork({
    resolve: () => Promise.resolve(['93.184.216.34']),
    connect: async () => {
      const socket = connect(port, '127.0.0.1')
      await once(socket, 'connect')
      return socket
    },
  })
  editor = await addPerson(database.db)
  call = callAs(database.db, editor)
  worker = await startWorker(database.url)
})
afterAll(async () => {
  await worker.stop()
  takeAway()
  server.closeAllConnections()
  server.close()
})

const url = (name: string) => `http://news.example.org/${name}`
const incident = async () => (await addIncident(database.db, editor.id)).id
const tray = (incidentId: string) => call.intake.list({ incidentId })
const item = async (incidentId: string) => (await tray(incidentId)).items[0]
const come = (incidentId: string, state: string) => until(async () => (await item(incidentId))?.state === state)

async function readOf(incidentId: string, name: string) {
  await call.intake.askUrl({ incidentId, url: url(name) })
  await come(incidentId, 'ready')
  const found = await item(incidentId)
  return call.intake.read({ incidentId, id: found?.id ?? '' })
}

const keeping = ({ id, version, facts, outlet }: Awaited<ReturnType<typeof readOf>>, incidentId: string) => ({
  incidentId,
  id,
  version,
  medium: 'article' as const,
  title: facts.title?.value ?? null,
  published: facts.published?.value ?? null,
  language: facts.language?.value ?? null,
  outletId: outlet?.id ?? null,
  newOutlet: facts.outlet?.value ?? null,
  url: url('kept'),
})

describe('a page', () => {
  test('is fetched, told where each fact was read, and kept as a source with its capture and how it came', async () => {
    const incidentId = await incident()
    const read = await readOf(incidentId, 'kept')
    expect(read.facts.title?.value).toBe('Page /kept')
    expect(read.facts.outlet).toMatchObject({ value: 'The Orvelsk Post', from: expect.stringMatching(/\w/) as string })
    expect(read.text).toContain('The depot near Orvelsk burned')
    const kept = await call.intake.keep(keeping(read, incidentId))
    expect(kept.tray.items).toEqual([])
    expect(kept.workspace.sources).toMatchObject([{ title: 'Page /kept', outlet: { name: 'The Orvelsk Post' } }])
    const [held] = await database.db.select().from(capture).where(eq(capture.id, kept.captureId))
    expect(held).toMatchObject({ method: 'fetch', mediaType: 'text/html', text: read.text, capturedBy: editor.id })
    expect(sha256Hex(await store().get(held?.bytesSha256 ?? ''))).toBe(held?.bytesSha256)
    const [how] = await database.db.select().from(captureFetch).where(eq(captureFetch.captureId, kept.captureId))
    expect(how).toMatchObject({
      requestedUrl: url('kept'),
      finalUrl: url('kept'),
      status: 200,
      certificateSha256: null,
    })
    const { fetched } = await call.capture.read({ incidentId, captureId: kept.captureId })
    expect(fetched).toEqual(expect.objectContaining({ finalUrl: url('kept'), certificateSha256: null }))
    const said = await database.db.select().from(event).where(eq(event.incidentId, incidentId))
    expect(said.map(({ kind, actorId }) => [kind, actorId === null]).toSorted()).toEqual(
      [
        ['capture.taken', false],
        ['intake.asked', false],
        ['intake.fetched', true],
        ['source.added', false],
      ].toSorted(),
    )
  })

  test('with pages: what is cut from it says on which it stands', async () => {
    const incidentId = await incident()
    const of = { incidentId, by: editor, state: 'ready' as const, url: url('paged') }
    const starts = [0, 7, 12]
    const id = await addIntake(database.db, { ...of, pageStarts: starts })
    const kept = await call.intake.keep(keeping(await call.intake.read({ incidentId, id }), incidentId))
    const { captureId } = kept
    const { text, pageStarts } = await call.capture.read({ incidentId, captureId })
    expect(pageStarts).toEqual(starts)
    for (const [start, end] of [
      [0, 6],
      [7, 9],
      [2, 14],
    ] as const) {
      const exact = (text ?? '').slice(start, end)
      const view = await call.evidence.attach({ incidentId, captureId, start, end, exact, origin: { kind: 'unknown' } })
      const cut = view.background.find(({ excerpt }) => excerpt.start === start)
      expect(cut?.excerpt.pages).toEqual(pagesOf(starts, { start, end }))
    }
  })

  test('is kept once, however often and by however many at once', async () => {
    const incidentId = await incident()
    const read = await readOf(incidentId, 'twice')
    const other = callAs(database.db, await addPerson(database.db))
    const input = { ...keeping(read, incidentId), url: url('twice') }
    const answers = await Promise.allSettled([
      call.intake.keep(input),
      call.intake.keep(input),
      other.intake.keep(input),
    ])
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await call.incident.get({ id: incidentId })).sources).toHaveLength(1)
  })

  test('that fails says why, and is tried again', async () => {
    const incidentId = await incident()
    await call.intake.askUrl({ incidentId, url: url('gone') })
    await come(incidentId, 'failed')
    const failed = await item(incidentId)
    expect(failed).toMatchObject({ refusalCode: 'gone', refusal: expect.stringMatching(/for good/) as string })
    const before = hits
    await call.intake.retry({ incidentId, id: failed?.id ?? '' })
    await until(() => hits > before)
    await come(incidentId, 'failed')
    // With another that failed it goes at once; what was read stays.
    for (const path of ['gone', 'stays']) await call.intake.askUrl({ incidentId, url: url(path) })
    const states = async () => (await tray(incidentId)).items.map(({ state }) => state).toSorted()
    await expect.poll(states, { timeout: PATIENCE }).toEqual(['failed', 'failed', 'ready'])
    await call.intake.discardFailed({ incidentId })
    expect(await states()).toEqual(['ready'])
    await call.intake.discardFailed({ incidentId })
    const told = and(eq(event.incidentId, incidentId), eq(event.kind, 'intake.cancelled'))
    expect(await database.db.$count(event, told)).toBe(2)
  })

  test('whose text or address is held already is told before it is kept, and refused unless on purpose', async () => {
    const [first, second] = [await incident(), await incident()]
    const read = await readOf(first, 'held')
    await call.intake.keep({ ...keeping(read, first), url: url('held') })
    const again = await readOf(second, 'held')
    expect(again.held).toMatchObject([{ by: 'text', title: 'Page /held', isHere: false }])
    const input = { ...keeping(again, second), url: url('held') }
    await expect(call.intake.keep(input)).rejects.toThrow(/already held/)
    await call.intake.keep({ ...input, evenIfHeld: true })
  })

  test('is let go within a second when it is cancelled, and nothing of it comes after', async () => {
    const incidentId = await incident()
    const closed = new Promise((resolve) => server.once('request', (request) => request.socket.once('close', resolve)))
    await call.intake.askUrl({ incidentId, url: url('slow') })
    await come(incidentId, 'reading')
    const { id = '' } = (await item(incidentId)) ?? {}
    await call.intake.cancel({ incidentId, id })
    await closed
    const [row] = await database.db.select().from(intake).where(eq(intake.id, id))
    expect(row).toMatchObject({ state: 'cancelled', text: null, refusal: null })
  })

  test('is another capture of a source that is there', async () => {
    const incidentId = await incident()
    const kept = await call.intake.keep({ ...keeping(await readOf(incidentId, 'once'), incidentId), url: url('once') })
    await call.intake.askUrl({ incidentId, url: url('once?later'), forSourceId: kept.sourceId })
    await come(incidentId, 'ready')
    const { id = '', version = 0 } = (await item(incidentId)) ?? {}
    const { workspace } = await call.intake.keep({ incidentId, id, version, medium: 'article' })
    expect(workspace.sources.map(({ title, captures }) => [title, captures.length])).toEqual([['Page /once', 2]])
  })
})

describe('a list', () => {
  const linesOf = (listId: string) =>
    database.db.select().from(intake).where(eq(intake.listId, listId)).orderBy(intake.line)

  test('is kept line by line, through a restart in its middle, each once; what failed is a CSV', SLOW, async () => {
    const incidentId = await incident()
    const good = Array.from({ length: 4 }, (_, n) => url(`list-${n}`))
    const text = ['url', ...good, url('gone'), '=cmd|calc', good[0]].join('\n')
    const { lists } = await call.intake.askList({ incidentId, text, name: 'urls.csv' })
    const listId = lists[0]?.id ?? ''
    await until(async () => (await tray(incidentId)).lists.some(({ kept }) => kept >= 1), PATIENCE)
    await worker.stop()
    const half = (await tray(incidentId)).lists[0]
    expect(half?.underWay, 'stopped in the middle').toBeGreaterThan(0)
    worker = await startWorker(database.url)
    await database.pool.query('update graphile_worker._private_jobs set run_at = now()')
    await until(async () => (await tray(incidentId)).lists[0]?.underWay === 0, PATIENCE)
    expect((await tray(incidentId)).lists[0]).toMatchObject({ lines: 7, kept: 4, failed: 3, cancelled: 0 })
    expect((await call.incident.get({ id: incidentId })).sources.map(({ url: at }) => at).toSorted()).toEqual(
      good.toSorted(),
    )
    const rows = await linesOf(listId)
    expect(rows.slice(4).map(({ line, refusalCode }) => [line, refusalCode])).toEqual([
      [6, 'gone'],
      [7, 'address'],
      [8, 'twice'],
    ])
    const [first] = await database.db
      .select()
      .from(source)
      .where(inArray(source.url, [good[0] ?? '']))
    expect(first).toMatchObject({ title: 'Page /list-0', createdBy: editor.id, published: '2024-03-14' })
    const { csv } = await call.intake.failures({ incidentId, listId })
    expect(csv).toContain(`7,'=cmd|calc,`)
    expect(csv.split('\r\n')).toHaveLength(5)
    // Off the tray, each line still says why.
    const { lists: left } = await call.intake.discardList({ incidentId, listId })
    expect(left[0]).toMatchObject({ kept: 4, failed: 0, cancelled: 3 })
    const { lines } = await call.intake.lines({ incidentId, listId, isFailures: true })
    expect(lines.map(({ line, refusalCode }) => [line, refusalCode])).toEqual([
      [6, 'gone'],
      [7, 'address'],
      [8, 'twice'],
    ])
    expect((await call.intake.failures({ incidentId, listId })).csv).toBe(csv)
    await call.intake.discardList({ incidentId, listId })
    const said = await database.db.select().from(event).where(eq(event.subjectId, listId))
    expect(said.map(({ kind }) => kind)).toEqual(['intake.listed', 'intake.cancelled'])
  })

  test('of whoever is suspended meanwhile is kept by nobody', async () => {
    const incidentId = await incident()
    const other = await addPerson(database.db)
    await worker.stop()
    await callAs(database.db, other).intake.askList({ incidentId, text: url('late') })
    await byHand(database.db, [['account.suspended', other.id]], (tx) =>
      tx.update(account).set({ suspendedAt: new Date() }).where(eq(account.id, other.id)),
    )
    worker = await startWorker(database.url)
    await until(async () => (await tray(incidentId)).lists[0]?.failed === 1)
    expect((await call.incident.get({ id: incidentId })).sources).toEqual([])
  })

  test('of 1,000 lines is taken at once, counts towards the hour, and can be cancelled', async () => {
    const incidentId = await incident()
    const text = Array.from({ length: 1_000 }, (_, n) => url(`slow-${n}`)).join('\n')
    const { lists } = await call.intake.askList({ incidentId, text })
    await expect(call.intake.askList({ incidentId, text })).rejects.toThrow(/in the last hour; 1,500 is the most/)
    await call.intake.cancelList({ incidentId, listId: lists[0]?.id ?? '' })
    expect((await tray(incidentId)).lists[0]).toMatchObject({ lines: 1_000, cancelled: 1_000, underWay: 0 })
    await database.db.execute(sql`delete from graphile_worker._private_jobs where locked_at is null`)
  })
})
