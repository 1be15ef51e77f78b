import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { event } from '@/db/schema'
import type { Actor } from '@/domain/policy'
import { callAs } from '../harness/caller'
import { useDatabase } from '../harness/database'
import { addPerson } from '../harness/people'

const database = useDatabase()
let editor: Actor
let observer: Actor

beforeAll(async () => {
  editor = await addPerson(database.db)
  observer = await addPerson(database.db, { role: 'observer' })
})

const as = (actor: Actor | null) => callAs(database.db, actor)
const name = (text: string) => ({ name: text, language: null, script: null, romanisation: null })
const bare = { precision: 'settlement' as const, coordinates: '51.2, 34.3', names: [name('Kozynka')] }

describe('places', () => {
  test('have one main name and many others, and are found by any', async () => {
    const made = await as(editor).place.create({
      ...bare,
      names: [
        name('Grayvoron'),
        { name: 'Грайворон', language: 'ru', script: 'Cyrl', romanisation: null },
        { name: 'Graivoron', language: 'ru', script: 'Latn', romanisation: 'BGN/PCGN' },
      ],
    })
    expect(made).toMatchObject({ name: 'Grayvoron', latitude: 51.2, longitude: 34.3, version: 1 })
    for (const text of ['gray', 'ГРАЙ', 'ivor']) {
      const { places } = await as(observer).place.search({ text })
      expect(places.map((one) => one.id)).toEqual([made.id])
    }
  })

  test('may have no coordinates, and can change; a stale change is told what it met', async () => {
    const made = await as(editor).place.create({ ...bare, coordinates: null })
    expect(made).toMatchObject({ latitude: null, longitude: null })
    const change = { id: made.id, version: 1, ...bare, names: [name('New'), name('Kozynka')] }
    expect(await as(editor).place.change(change)).toMatchObject({ name: 'New', version: 2, latitude: 51.2 })
    await expect(as(editor).place.change(change)).rejects.toMatchObject({ code: 'CONFLICT' })
    expect((await as(editor).place.change({ ...change, version: 2 })).version).toBe(2)
    const kinds = (await database.db.select().from(event).where(eq(event.subjectId, made.id))).map((one) => one.kind)
    expect(kinds.sort()).toEqual(['place.changed', 'place.created'])
  })

  test('the list runs by a key', async () => {
    for (let count = 0; count < 5; count++) await as(editor).place.create({ ...bare, names: [name('Same Name')] })
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: { places: { id: string }[]; nextCursor: string | null } = await as(editor).place.search({
        text: 'same',
        limit: 2,
        cursor,
      })
      seen.push(...page.places.map((one) => one.id))
      cursor = page.nextCursor
    } while (cursor !== null)
    expect(new Set(seen).size).toBe(5)
    expect(seen).toHaveLength(5)
  })

  test.each([
    ['a latitude off the globe', { coordinates: '90.1, 0' }],
    ['a longitude off the globe', { coordinates: '0, -181' }],
    ['one coordinate', { coordinates: '51.2' }],
    ['no name', { names: [] }],
    ['an empty name', { names: [name(' ')] }],
    ['NUL', { names: [name('a\u0000')] }],
    ['a lone surrogate', { names: [name('\udc00')] }],
    ['an override', { names: [name('a\u202eb')] }],
    ['a script that is none', { names: [{ ...name('x'), script: 'cyrillic' }] }],
    ['a strange precision', { precision: 'roughly' }],
    ['an unknown field', { more: 1 }],
  ])('%s is refused as bad input', async (_, wrong) => {
    const refused = as(editor).place.create({ ...bare, ...wrong } as typeof bare)
    await expect(refused).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })

  test('an observer changes nothing', async () => {
    await expect(as(observer).place.create(bare)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const id = crypto.randomUUID()
    await expect(as(observer).place.change({ id, version: 1, ...bare })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
