import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Actor } from '@/domain/policy'
import { startApp } from '../harness/app'
import type { RunningApp } from '../harness/app'
import { callAs } from '../harness/caller'
import { useDatabase } from '../harness/database'
import { addPerson } from '../harness/people'
import { openWire } from '../harness/wire'
import type { Wire } from '../harness/wire'

const CHANGES = 60
const READERS = 6

const database = useDatabase()
let admin: Actor
let wire: Wire
let apps: RunningApp[] = []

/** Two instances over one database, the second at the end of a wire that can be cut. */
beforeAll(async () => {
  admin = await addPerson(database.db, { role: 'lead', isAdmin: true })
  wire = await openWire(database.url)
  apps = [await startApp({ databaseUrl: database.url }), await startApp({ databaseUrl: wire.url })]
})
afterAll(async () => {
  for (const app of apps) await app.stop()
  await wire.close()
})

/** What readers see on every page, changed as an admin changes it; acknowledged when this resolves. */
async function change(number: number): Promise<void> {
  const call = callAs(database.db, admin)
  const { version, language, quorum, approvals } = await call.team.show({})
  await call.team.change({ version, language, quorum, approvals, organisation: `Desk number ${number}` })
}

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
    update public_record set number = number - ${changes};
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
})
