import { beforeAll, describe, expect, test } from 'vitest'
import { notice, slug } from '@/db/schema'
import type { Actor } from '@/domain/policy'
import { buildSnapshot } from '@/domain/snapshot'
import { samplePicture } from '../harness/account-picture'
import { callAs } from '../harness/caller'
import { useDatabase } from '../harness/database'
import { addPerson } from '../harness/people'
import { addIncident, publishRetraction, publishSnapshot, redactPublication } from '../harness/publish'

const database = useDatabase()
const nobody = () => callAs(database.db, null)
const first = buildSnapshot(samplePicture)
const second = buildSnapshot({
  ...samplePicture,
  incident: { ...samplePicture.incident, title: 'Fire at Krasnyi Brid' },
})
const elsewhere = (title: string, occurred: string | null) =>
  buildSnapshot({ ...samplePicture, incident: { ...samplePicture.incident, title, occurred, place: null } })

let author: Actor
let reviewer: Actor
let depot = ''
const at = (day: number) => new Date(Date.UTC(2026, 1, day, 12))

beforeAll(async () => {
  const { db } = database
  author = await addPerson(db, { name: 'CANARY-AUTHOR' })
  reviewer = await addPerson(db, { name: 'CANARY-REVIEWER' })
  const people = { author, reviewer }
  depot = await addIncident(db, author, { address: 'fire-at-krasnyi-brid', title: 'CANARY working title' })
  await db.insert(slug).values({ slug: 'old-name', incidentId: depot, createdAt: at(1), retiredAt: at(2) })
  await publishSnapshot(db, first, { ...people, incidentId: depot, number: 1, at: at(1) })
  const correction = { kind: 'correction' as const, note: 'The title named a depot that has no name.' }
  await publishSnapshot(db, second, { ...people, incidentId: depot, number: 2, at: at(5), correction })
  const gone = await addIncident(db, author, { address: 'gone', title: 'Gone' })
  const gas = elsewhere('A leak of gas', '2023-05')
  await publishSnapshot(db, gas, { ...people, incidentId: gone, number: 1, at: at(2) })
  await publishRetraction(db, gas, 'It never happened.', { ...people, incidentId: gone, number: 2, at: at(6) })
  const dark = await addIncident(db, author, { address: 'dark', title: 'Dark' })
  const secret = elsewhere('SECRET TITLE', null)
  const publicationId = await publishSnapshot(db, secret, { ...people, incidentId: dark, number: 1, at: at(3) })
  await redactPublication(db, {
    publicationId,
    incidentId: dark,
    by: author,
    second: reviewer,
    reason: 'A court order.',
  })
  await addIncident(db, author, { address: 'never-published', title: 'Draft' })
})

describe('the list', () => {
  test('has the newest publication of each incident, newest first', async () => {
    const { items } = await nobody().reading.list({})
    expect(items.map(({ slug, number, state, title }) => ({ slug, number, state, title }))).toEqual([
      { slug: 'gone', number: 2, state: 'retracted', title: 'A leak of gas' },
      { slug: 'fire-at-krasnyi-brid', number: 2, state: 'account', title: 'Fire at Krasnyi Brid' },
      { slug: 'dark', number: 1, state: 'redacted', title: null },
    ])
  })

  test.each([
    [{ words: 'krasnyi FIRE' }, ['fire-at-krasnyi-brid']],
    [{ words: 'krasnyi flood' }, []],
    [{ words: '%' }, []],
    [{ place: 'красний' }, ['fire-at-krasnyi-brid']],
    [{ party: 'північна' }, ['fire-at-krasnyi-brid']],
    [{ heading: 'established' as const }, ['fire-at-krasnyi-brid']],
    [{ heading: 'unlikely' as const }, []],
    [{ from: '2024-03-14', to: '2024-03-20' }, ['fire-at-krasnyi-brid']],
    [{ from: '2024-03-15' }, []],
    [{ to: '2024-03-12' }, []],
    [{ to: '2024-03-13' }, ['fire-at-krasnyi-brid']],
  ])('filtered by %j', async (filter, slugs) => {
    const { items } = await nobody().reading.list(filter)
    expect(items.map((item) => item.slug)).toEqual(slugs)
  })

  test('a place in it that nobody gave is refused', async () => {
    for (const cursor of ['x', '2026-02-31T00:00:00.000Z~a', '\u0000'])
      await expect(nobody().reading.list({ cursor })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
})

describe('an account', () => {
  test('is the newest version, or the one asked for', async () => {
    const newest = await nobody().reading.account({ slug: 'fire-at-krasnyi-brid' })
    expect(newest).toMatchObject({ outcome: 'found', version: { number: 2 }, document: second, supersededBy: null })
    const old = await nobody().reading.account({ slug: 'fire-at-krasnyi-brid', number: 1 })
    expect(old).toMatchObject({ version: { number: 1 }, newest: { number: 2 }, supersededBy: { number: 2 } })
  })

  test('moves with its address, and is not there before it is published', async () => {
    expect(await nobody().reading.account({ slug: 'old-name' })).toEqual({
      outcome: 'moved',
      slug: 'fire-at-krasnyi-brid',
    })
    for (const slug of ['never-published', 'no-such'])
      await expect(nobody().reading.account({ slug })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    for (const number of [3, 2_147_483_647])
      await expect(nobody().reading.account({ slug: 'gone', number })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('a redacted one keeps its number, hash and public reason, and nothing else', async () => {
    const dark = await nobody().reading.account({ slug: 'dark' })
    expect(dark).toMatchObject({
      version: { number: 1, isRedacted: true },
      document: null,
      redactions: [{ kind: 'publication', reason: 'A court order.' }],
    })
    expect(JSON.stringify(dark)).not.toContain('SECRET')
  })

  test('carries the notice that stands', async () => {
    await database.db.insert(notice).values({
      id: depot,
      incidentId: depot,
      reason: 'A new film has appeared.',
      begunBy: author.id,
      begunAt: at(9),
    })
    const account = await nobody().reading.account({ slug: 'fire-at-krasnyi-brid', number: 1 })
    expect(account).toMatchObject({ standingNotice: { reason: 'A new film has appeared.', since: at(9) } })
    const { items } = await nobody().reading.list({ words: 'krasnyi' })
    expect(items[0]?.reexaminedSince).toEqual(at(9))
  })
})

test('changes say what differs from the version before', async () => {
  const found = await nobody().reading.changes({ slug: 'fire-at-krasnyi-brid' })
  if (found.outcome !== 'found') throw new Error('moved')
  expect(found.versions.map(({ version, comparedWith }) => [version.number, comparedWith])).toEqual([
    [2, 1],
    [1, null],
  ])
  expect(found.versions[0]?.changes.map((change) => change.text).join()).toContain('The title changed')
})

test('corrections are every publication that replaced another', async () => {
  const { items } = await nobody().reading.corrections({})
  expect(items.map(({ slug, correction }) => [slug, correction.kind])).toEqual([
    ['gone', 'retraction'],
    ['fire-at-krasnyi-brid', 'correction'],
  ])
})
