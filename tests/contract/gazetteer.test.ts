import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { makeZip } from 'client-zip'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { event, gazetteerEntry } from '@/db/schema'
import type { Actor } from '@/domain/policy'
import { importGazetteer } from '@/server/gazetteer/import'
import { callAs } from '../harness/caller'
import { useDatabase } from '../harness/database'
import { addEntries, dumpLine } from '../harness/gazetteer'
import { addPerson } from '../harness/people'

const database = useDatabase({ max: 8 })
let editor: Actor
let lead: Actor
beforeAll(async () => {
  editor = await addPerson(database.db)
  lead = await addPerson(database.db, { role: 'lead' })
})
const desk = (actor = editor) => callAs(database.db, actor)

const folder = mkdtempSync(path.join(tmpdir(), 'assay-gazetteer-'))
afterAll(() => rmSync(folder, { recursive: true }))
const fileOf = (name: string, content: string | Uint8Array) => {
  const file = path.join(folder, name)
  writeFileSync(file, content)
  return file
}
const load = (file: string) => importGazetteer(database.db, file, () => undefined)

async function zipped(files: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const entries = Object.entries(files).map(([name, input]) => ({ name, input }))
  return new Uint8Array(await new Response(makeZip(entries)).arrayBuffer())
}

const TYOTKINO = dumpLine({
  id: 481608,
  name: 'Tëtkino',
  names: ['Tyotkino', 'Тёткино', 'HRK', 'ha er ke fu'],
  population: 3967,
})
const found = async (text: string) => (await desk().gazetteer.search({ text })).entries

describe('a dump of GeoNames', () => {
  test('is read whole, once, from text or an archive, and again where it has changed', async () => {
    const none = await desk().gazetteer.search({ text: 'Tetkino' })
    expect(none).toEqual({ isFilled: false, entries: [] })
    const many = Array.from({ length: 1500 }, (_, at) => dumpLine({ id: at + 1, name: `Khutor ${at}` }))
    const file = fileOf('RU.txt', [TYOTKINO, ...many, ''].join('\r\n'))
    expect(await load(file)).toEqual({ outcome: 'done', entries: 1501, spellings: 1501 })
    expect(await load(file)).toEqual({ outcome: 'known', entries: 1501 })
    const changed = dumpLine({ id: 481608, name: 'Tëtkino', names: ['Теткіно'], population: 4000 })
    const zip = fileOf('RU.zip', await zipped({ 'readme.txt': 'No table.', 'RU.txt': changed }))
    expect(await load(zip)).toMatchObject({ outcome: 'done', entries: 1 })
    expect(await found('Tyotkino')).toMatchObject([{ id: 481608, population: 4000, spelledLike: ['Теткіно'] }])
    await load(fileOf('more.txt', TYOTKINO))
  })

  test('that is newer than one of its name takes out what is no longer in it, and nothing else', async () => {
    const [stays, goes, other] = [
      dumpLine({ id: 9_100_001, name: 'Staysville' }),
      dumpLine({ id: 9_100_002, name: 'Goesville' }),
      dumpLine({ id: 9_100_003, name: 'Otherville' }),
    ]
    await load(fileOf('AA.txt', [stays, goes, other].join('\n')))
    await load(fileOf('BB.txt', [other, dumpLine({ id: 9_100_004, name: 'Bothville' })].join('\n')))
    const made = await desk().place.adopt({ geonamesId: 9_100_002, spelling: '' })
    await load(fileOf('AA.zip', await zipped({ 'AA.txt': stays })))
    expect(await found('Staysville')).toHaveLength(1)
    expect(await found('Goesville')).toEqual([])
    // The one was read from another file since, the other never from this.
    expect(await found('Otherville')).toHaveLength(1)
    expect(await found('Bothville')).toHaveLength(1)
    expect(await desk().place.get({ id: made.id })).toMatchObject({ name: 'Goesville' })
  })

  test.each([
    ['nothing', '', /no line/],
    ['a table of something else', 'a\tb\tc', /line 1 is no place of GeoNames: it has 3 columns/],
    ['a line cut short', `${TYOTKINO}\n${TYOTKINO.slice(0, 60)}`, /line 2 .*columns/],
    ['a latitude off the globe', dumpLine({ id: 1, name: 'A', at: [91, 0] }), /coordinates/],
    ['a number that is none', TYOTKINO.replace('481608', '99999999999'), /number/],
    ['a name that turns around', dumpLine({ id: 1, name: 'A\u202eB' }), /name/],
    ['bytes', new Uint8Array(randomBytes(3000)), /not text|columns/],
    ['one endless line', 'x'.repeat(400_000), /without an end/],
  ])('of %s is refused, and nothing of it is kept', async (_, content, said) => {
    const first = dumpLine({ id: 9_000_777, name: 'Kept not' })
    const whole = typeof content === 'string' && content !== '' ? `${content}\n${first}` : content
    await expect(load(fileOf('bad.txt', whole))).rejects.toThrow(said)
    expect(await database.db.select().from(gazetteerEntry).where(eq(gazetteerEntry.id, 9_000_777))).toEqual([])
  })

  test('that is no archive, or one of several tables, or not there, is refused', async () => {
    await expect(load(fileOf('bad.zip', 'PK no'))).rejects.toThrow(/no ZIP archive/)
    const two = fileOf('two.zip', await zipped({ 'RU.txt': TYOTKINO, 'UA.txt': TYOTKINO }))
    await expect(load(two)).rejects.toThrow(/2 tables/)
    await expect(load(path.join(folder, 'none.txt'))).rejects.toThrow(/ENOENT/)
  })

  test('waits for no other import: it says that one is under way', async () => {
    const other = await database.pool.connect()
    await other.query('begin')
    await other.query('select pg_advisory_xact_lock(4161790004)')
    await expect(load(fileOf('other.txt', TYOTKINO))).rejects.toThrow(/being filled right now/)
    await other.query('rollback')
    other.release()
  })
})

describe('the gazetteer', () => {
  beforeAll(async () => {
    await addEntries(database.db, [
      { id: 11, name: 'Kursk', names: ['Курск'], feature: 'P.PPLA', region: '41', population: 400_000 },
      { id: 12, name: 'Kurskoye', region: '04', population: 3_000 },
      { id: 13, name: 'Kurskaya Kosa', feature: 'L.AREA', region: '00' },
      { id: 14, name: 'Orvelsk Depot', feature: 'S.MLO', region: '00' },
    ])
  })

  test.each(['Тёткино', 'теткино', 'Tyotkino', 'tetk', 'Tiotkino', 'село Тёткино', 'Tyotkino village'])(
    'finds “%s” in any spelling',
    async (text) => {
      expect((await found(text)).map(({ name }) => name)).toEqual(['Tëtkino'])
    },
  )

  test('says what kind of place it is, where, and how it was found; the very name first, then the largest', async () => {
    expect(await found('Kursk')).toMatchObject([
      { id: 11, region: null, precision: 'settlement', place: null },
      { id: 12, name: 'Kurskoye', region: null },
      { id: 13, precision: 'district', feature: 'L.AREA' },
    ])
    expect(await found('тёткино')).toMatchObject([
      { region: { name: 'Kursk', isSeat: true }, country: 'RU', spelledLike: ['Тёткино', 'Tyotkino'] },
    ])
    expect((await desk().gazetteer.search({ text: 'Kursk', isWhole: true })).entries).toHaveLength(1)
    expect(await found('k')).toEqual([])
    expect(await found('%')).toEqual([])
    expect(await found('Orvelsk Depot')).toMatchObject([{ precision: 'vicinity' }])
  })

  test('an entry that is chosen becomes a place with its names and scripts, and leaves an event', async () => {
    const made = await desk().place.adopt({ geonamesId: 481608, spelling: 'Tyotkino' })
    expect(made).toMatchObject({
      name: 'Tëtkino',
      names: [
        { name: 'Tëtkino', script: 'Latn' },
        { name: 'Tyotkino', script: 'Latn' },
        { name: 'Тёткино', script: 'Cyrl', language: null },
      ],
      precision: 'settlement',
      latitude: 51.28,
      longitude: 34.28,
      geonamesId: 481608,
    })
    const events = await database.db.select().from(event).where(eq(event.subjectId, made.id))
    expect(events).toMatchObject([{ kind: 'place.created', detail: { name: 'Tëtkino', geonamesId: 481608 } }])
    expect(await desk().place.adopt({ geonamesId: 481608 })).toEqual(made)
    expect(await found('Tetkino')).toMatchObject([{ place: { id: made.id } }])
    expect((await desk().place.search({ text: 'Тёткино' })).places.map(({ id }) => id)).toEqual([made.id])
  })

  test('chosen by two at once it is one place, with one event', async () => {
    const { db } = database
    const both = await Promise.all([1, 2, 3, 4].map(() => desk().place.adopt({ geonamesId: 12 })))
    expect(new Set(both.map(({ id }) => id)).size).toBe(1)
    const [first] = both
    expect(
      await db
        .select()
        .from(event)
        .where(eq(event.subjectId, first?.id ?? '')),
    ).toHaveLength(1)
  })

  test('of two records that are one, the place that stays is the entry’s', async () => {
    const typed = await desk().place.create({ precision: 'settlement', coordinates: '', names: [{ name: 'Курск' }] })
    const made = await desk().place.adopt({ geonamesId: 11 })
    const merged = await desk(lead).place.merge({ id: made.id, version: 1, intoId: typed.id, intoVersion: 1 })
    expect(merged).toMatchObject({ id: typed.id, geonamesId: 11, latitude: 51.28 })
    expect((await desk().place.adopt({ geonamesId: 11 })).id).toBe(typed.id)
    expect(await found('Kursk')).toMatchObject([{ place: { id: typed.id } }, {}, {}])
  })

  test('two entries are two places, however alike their names', async () => {
    await addEntries(database.db, [
      { id: 21, name: 'Ivanovka', at: [50, 30] },
      { id: 22, name: 'Ivanovka', at: [60, 90] },
    ])
    const [one, other] = [await desk().place.adopt({ geonamesId: 21 }), await desk().place.adopt({ geonamesId: 22 })]
    const typed = await desk().place.create({ precision: 'settlement', coordinates: '', names: [{ name: 'Іванівка' }] })
    const pairs = (await desk().place.doubles({ limit: 50 })).map((pair) => [pair.one.id, pair.other.id].toSorted())
    expect(pairs).not.toContainEqual([one.id, other.id].toSorted())
    expect(typed.geonamesId).toBeNull()
  })
})
