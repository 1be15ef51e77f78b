import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import { eq } from 'drizzle-orm'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { incident } from '@/db/schema'
import { sha256Hex } from '@/domain/hash'
import type { Actor } from '@/domain/policy'
import { PageDisk } from '@/server/page/disk'
import { startApp } from '../harness/app'
import type { RunningApp } from '../harness/app'
import { callAs } from '../harness/caller'
import { useDatabase } from '../harness/database'
import { addDesk, publishDraft } from '../harness/desk'
import { addPerson } from '../harness/people'
import { openWire } from '../harness/wire'
import type { Wire } from '../harness/wire'
import { until } from './hold'

const CHANGES = 60
const READERS = 6

const database = useDatabase()
let admin: Actor
let wire: Wire
let apps: RunningApp[] = []
const data = mkdtempSync(path.join(tmpdir(), 'assay-pages-'))
/** The second instance renders pages ahead and keeps them on disk, too. */
const onDisk = { DATA_DIR: data, PAGE_DISK: '50', PAGES_AHEAD: 'auto' }

/** Two instances over one database, the second at the end of a wire that can be cut. */
beforeAll(async () => {
  admin = await addPerson(database.db, { role: 'lead', isAdmin: true })
  wire = await openWire(database.url)
  apps = [await startApp({ databaseUrl: database.url }), await startApp({ databaseUrl: wire.url, env: onDisk })]
})
afterAll(async () => {
  for (const app of apps) await app.stop()
  await wire.close()
  rmSync(data, { recursive: true, force: true })
})

/** What readers see on every page, changed as an admin changes it; acknowledged when this resolves. */
async function change(number: number): Promise<void> {
  const call = callAs(database.db, admin)
  const { version, language, quorum, approvals } = await call.team.show({})
  await call.team.change({ version, language, quorum, approvals, organisation: `Desk number ${number}` })
}

/** A stylesheet, as a page names it. */
const LOOK = /\/_next\/static\/[\w./-]+\.css/g

type Seen = { number: number; isSaid: boolean; status: number; cacheStatus: string | null }

async function see(app: RunningApp | undefined, path = '/'): Promise<Seen> {
  const response = await fetch(`${app?.url}${path}`)
  const text = await response.text()
  return {
    number: Number(/Desk number (\d+)/.exec(text)?.[1] ?? -1),
    isSaid: /<p role="status"[^>]*>The record cannot be reached/.test(text),
    status: response.status,
    cacheStatus: response.headers.get('cache-status'),
  }
}

/** The record as an older copy of the database has it, without a word to anybody. */
async function setBack(changes: number, number: number): Promise<void> {
  const superUrl = new URL(inject('postgres').superUrl)
  superUrl.pathname = new URL(database.url).pathname
  const client = new Client({ connectionString: superUrl.href })
  await client.connect()
  await client.query(`set session_replication_role = replica; begin;
    update public_record set number = number - ${changes}, state = gen_random_uuid();
    update team set organisation = 'Desk number ${number}'; commit`)
  await client.end()
}

describe('what readers are shown', () => {
  test(`${CHANGES} changes under load: none that was acknowledged is missing, on any instance`, async () => {
    let acknowledged = 0
    let isOver = false
    await change(0)
    const read = async (reader: number): Promise<number> => {
      let count = 0
      for (; !isOver; count++) {
        const least = acknowledged
        const seen = await see(apps[reader % apps.length])
        expect(seen.status).toBe(200)
        expect(seen.number).toBeGreaterThanOrEqual(least)
        expect(seen.isSaid).toBe(false)
      }
      return count
    }
    const readers = Array.from({ length: READERS }, (_, reader) => read(reader))
    try {
      for (let number = 1; number <= CHANGES; number++) {
        await change(number)
        acknowledged = number
      }
    } finally {
      isOver = true
    }
    const counts = await Promise.all(readers)
    expect(Math.min(...counts)).toBeGreaterThan(0)
  })

  test('an instance that hears nothing shows nothing old as new, and holds nobody up for long', async () => {
    const [near, far] = apps
    await change(CHANGES + 1)
    await see(far)
    wire.stall()
    try {
      await change(CHANGES + 2)
      expect(await see(far)).toMatchObject({ status: 200, number: CHANGES + 1, isSaid: true })
      expect((await see(near)).number).toBe(CHANGES + 2)
    } finally {
      wire.mend()
    }
    for (let seen = await see(far); seen.number !== CHANGES + 2 || seen.isSaid; seen = await see(far))
      expect(seen.isSaid).toBe(true)
  })

  test('an instance that is cut off shows what it holds and says as of when, until it is back', async () => {
    const [near, far] = apps
    await change(CHANGES + 3)
    expect((await see(far)).number).toBe(CHANGES + 3)
    const machines = [
      '/feed.atom',
      '/api/v1/incidents',
      '/log/checkpoint',
      '/log/key',
      '/dumps/index.json',
      '/sitemap.xml',
    ]
    for (const path of machines) expect(await see(far, path)).toMatchObject({ status: 200, cacheStatus: null })
    wire.cut()
    await change(CHANGES + 4)
    expect(await see(near)).toMatchObject({ number: CHANGES + 4, isSaid: false, cacheStatus: null })
    const held = await see(far)
    expect(held).toMatchObject({ status: 200, number: CHANGES + 3, isSaid: true })
    expect(held.cacheStatus).toMatch(/^Assay; hit; ttl=-\d+/)
    for (const path of machines) {
      const { status, cacheStatus } = await see(far, path)
      expect([path, status, cacheStatus]).toEqual([path, 200, expect.stringMatching(/^Assay; hit; ttl=-\d+/)])
    }
    // What it does not hold it does not make up.
    expect((await see(far, '/incidents/nowhere')).status).toBe(503)
    wire.mend()
    for (let seen = await see(far); seen.number !== CHANGES + 4 || seen.isSaid; seen = await see(far))
      expect(seen.isSaid).toBe(true)
    await change(CHANGES + 5)
    expect(await see(far)).toMatchObject({ number: CHANGES + 5, isSaid: false })
  })

  test('a database that is set back to an older copy of itself is believed, and so is what comes after', async () => {
    const [near] = apps
    await change(CHANGES + 6)
    expect((await see(near)).number).toBe(CHANGES + 6)
    await setBack(2, 5)
    for (let seen = await see(near); seen.number !== 5; seen = await see(near)) expect(seen.number).toBe(CHANGES + 6)
    // The very numbers that were seen before, for something else.
    for (const number of [7, 8]) {
      await change(number)
      expect(await see(near)).toMatchObject({ number, isSaid: false })
    }
  })

  test('a page runs nothing, sets nothing, and is sent as small as it is taken', async () => {
    const [near] = apps
    const response = await fetch(`${near?.url}/method`, { headers: { 'accept-encoding': 'br', cookie: 'a=b' } })
    expect(await response.text()).not.toMatch(/<script(?! type="application\/ld\+json")|nonce/)
    expect(response.headers.get('content-security-policy')).toContain("script-src 'none'")
    expect(response.headers.get('content-encoding')).toBe('br')
    expect(response.headers.get('set-cookie')).toBeNull()
    const etag = response.headers.get('etag') ?? ''
    const again = await fetch(`${near?.url}/method`, { headers: { 'accept-encoding': 'br', 'if-none-match': etag } })
    expect([again.status, await again.text()]).toEqual([304, ''])
    const head = await fetch(`${near?.url}/method`, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
  })

  /** Folder by folder: what is swept away meanwhile holds nothing any more. */
  const filesIn = (folder: string): string[] => {
    try {
      return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
        const file = path.join(folder, entry.name)
        return entry.isDirectory() ? filesIn(file) : entry.isFile() ? [file] : []
      })
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
      throw error
    }
  }
  const filesOnDisk = () => filesIn(path.join(data, 'pages'))
  const keys = () => filesOnDisk().filter((file) => file.endsWith('key'))
  const isOnDisk = (address: string, since: number): boolean => {
    const name = sha256Hex(address)
    const place = path.join(name.slice(0, 2), name.slice(2))
    return filesOnDisk().some(
      (file) => file.endsWith(place) && (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) >= since,
    )
  }
  /** Answers as of then are all right while it comes back, and others are not. */
  const backTo = async (app: RunningApp | undefined, number: number): Promise<void> => {
    for (let seen = await see(app); seen.number !== number || seen.isSaid; seen = await see(app))
      expect(seen.status === 200 && seen.isSaid).toBe(true)
  }

  test('what was redacted is on no disk once that was acknowledged, and is shown by nobody who cannot ask', async () => {
    const [, far] = apps
    const desk = await addDesk(database.db)
    await publishDraft(database.db, desk, 'A name that has to go from here.')
    const [own] = await database.db
      .select({ slug: incident.slug })
      .from(incident)
      .where(eq(incident.id, desk.incidentId))
    const account = `/incidents/${own?.slug ?? ''}`
    expect(await (await fetch(`${far?.url}${account}`)).text()).toContain('A name that has to go from')
    const before = keys().map((file) => readFileSync(file, 'utf8'))
    await change(200)
    expect(keys().map((file) => readFileSync(file, 'utf8'))).toEqual(before)
    const lead = callAs(database.db, desk.lead)
    const { summary } = await lead.incident.get({ id: desk.incidentId })
    const target = { kind: 'publication' as const, publicationId: summary.publications[0]?.id ?? '' }
    const proposed = await lead.redaction.propose({ incidentId: desk.incidentId, target, publicReason: 'A reason.' })
    const id = proposed.redactions.items[0]?.id ?? ''
    await callAs(database.db, desk.reviewer).redaction.confirm({ id })
    // At once: whoever confirmed it has been told that it is done.
    const after = keys().map((file) => readFileSync(file, 'utf8'))
    expect(after).toHaveLength(1)
    expect(before).not.toContain(after[0])
    wire.cut()
    expect((await fetch(`${far?.url}${account}`)).status).toBe(503)
    wire.mend()
    await backTo(far, 200)
  })

  const OTHERS = '/_next/static/chunks/another.css'
  /** The disk as another build left it, whose front page looks in another way. */
  const handOver = async (): Promise<void> => {
    const [seen = ''] = filesOnDisk().filter((file) => file.endsWith('seen.json'))
    const { edition } = JSON.parse(readFileSync(seen, 'utf8')) as { edition: string }
    const owner = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0, isLent: false }
    const disk = new PageDisk({ folder: path.join(data, 'pages'), edition, build: 'another', room: 5e7, owner })
    disk.adopt()
    const front = await disk.get('/')
    if (front === undefined) throw new Error('the front page is not on the disk')
    const text = brotliDecompressSync(front.body).toString()
    expect(text).toMatch(LOOK)
    await disk.put('/', { ...front, body: brotliCompressSync(text.replaceAll(LOOK, OTHERS)) })
    const said = { status: 200, isFound: false, isText: true, tag: 'another', state: '', renderedAt: new Date() }
    const look = { ...said, headers: { 'content-type': 'text/css' }, body: brotliCompressSync('p{}') }
    await disk.put(OTHERS, look, 'looks')
  }

  test('kill -9, and a new build started without the database: what lies on disk is served as of then, and all is back without a restart', async () => {
    const [, killed] = apps
    await publishDraft(database.db, await addDesk(database.db), 'One depot burned.')
    const begun = Date.now()
    await change(201)
    const read = ['/', '/method', '/uk/method', '/feed.atom', '/log/checkpoint']
    for (const address of read) expect((await see(killed, address)).status).toBe(200)
    await until(() => read.every((address) => isOnDisk(address, begun)))
    // Nobody has asked for them: they are rendered when it has been calm.
    const unread = ['/log/words.json', '/?level=likely', '/feed.json?level=likely']
    await until(() => unread.every((address) => isOnDisk(address, begun)))
    await killed?.kill()
    wire.cut()
    await handOver()
    const port = Number(new URL(killed?.url ?? '').port)
    const app = await startApp({ databaseUrl: wire.url, port, env: onDisk })
    apps[1] = app
    expect(await see(app)).toMatchObject({ status: 200, number: 201, isSaid: true })
    for (const address of [...read, ...unread])
      expect(await see(app, address)).toMatchObject({ status: 200, cacheStatus: expect.stringMatching(/ttl=-\d+/) })
    // As the build before it had them, with what they look like.
    const frontLooks = async () => (await (await fetch(`${app.url}/`)).text()).match(LOOK)
    expect(await frontLooks()).toContain(OTHERS)
    const told = async (address: string) => {
      const answer = await fetch(`${app.url}${address}`)
      return [answer.status, await answer.text()]
    }
    expect(await told(OTHERS)).toEqual([200, 'p{}'])
    expect(await told('/healthz')).toEqual([200, 'ok\n'])
    expect(await told('/readyz')).toEqual([503, 'not ready: the database cannot be reached\n'])
    expect(await told('/desk')).toEqual([503, expect.stringContaining('does not answer. Nothing is lost.')])
    expect((await told('/incidents/nowhere'))[0]).toBe(503)
    // It holds no lease: whoever publishes does not wait for it.
    await change(202)
    expect(await see(app)).toMatchObject({ number: 201, isSaid: true })
    const mended = Date.now()
    wire.mend()
    await backTo(app, 202)
    const looks = await frontLooks()
    expect(looks).not.toContain(OTHERS)
    await until(() => app.output().includes('Assay is ready at'))
    expect(await told('/readyz')).toEqual([200, 'ready\n'])
    expect((await told('/desk'))[0]).toBe(200)
    // And what nobody asks for is its own, too.
    await until(() => isOnDisk('/data', mended))
    wire.cut()
    await change(203)
    expect(await see(app)).toMatchObject({ number: 202, isSaid: true })
    expect(await frontLooks()).toEqual(looks)
    wire.mend()
  })

  test('a first start with a database that cannot be reached ends at once and says so', async () => {
    const nowhere = new URL(wire.url)
    nowhere.searchParams.set('host', path.join(data, 'nowhere'))
    const options = { databaseUrl: nowhere.href, env: onDisk }
    await expect(startApp(options)).rejects.toThrow(/The database cannot be reached: .*Check DATABASE_URL/)
  })
})
