import { eq } from 'drizzle-orm'
import { Client } from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { keyNames } from '@/db/name-keys'
import { nameKey } from '@/db/schema'
import type { Actor } from '@/domain/policy'
import { callAs } from '../harness/caller'
import { useDatabase } from '../harness/database'
import { addPerson } from '../harness/people'

const database = useDatabase()
let editor: Actor
beforeAll(async () => {
  editor = await addPerson(database.db)
})
const desk = () => callAs(database.db, editor)
const found = async (text: string) => (await desk().place.search({ text })).places.map((one) => one.name)

describe('any spelling finds a name', () => {
  test('of a place', async () => {
    const made = await desk().place.create({ precision: 'settlement', coordinates: '', names: [{ name: 'Тёткино' }] })
    for (const text of ['Тёткино', 'теткино', 'Tyotkino', 'Tetkino', 'Tiotkino', 'tyotk', 'Tötkino'])
      expect(await found(text), text).toEqual(['Тёткино'])
    await desk().place.change({
      id: made.id,
      version: 1,
      precision: 'settlement',
      coordinates: '',
      names: [{ name: 'Харків' }],
    })
    for (const text of ['Харьков', 'Kharkov', 'Kharkiv', 'khark']) expect(await found(text), text).toEqual(['Харків'])
    expect(await found('Tetkino')).toEqual([])
  })

  test('of a party, whichever of its names, the very name first', async () => {
    const create = (name: string, aliases: string[] = []) =>
      desk().party.create({ kind: 'armed_group', name, aliases: aliases.map((alias) => ({ name: alias })) })
    await create('Friends of the Legion Freedom of Russia')
    await create('Freedom of Russia Legion', ['Легион «Свобода России»'])
    await create('93rd Brigade')
    const named = async (text: string) => (await desk().party.search({ text })).parties.map((one) => one.name)
    expect((await named('“Freedom for Russia” Legion'))[0]).toBe('Freedom of Russia Legion')
    expect(await named('legion svoboda')).toEqual(['Freedom of Russia Legion'])
    expect(await named('Ninety')).toEqual([])
    expect(await named('93-я бригада')).toEqual(['93rd Brigade'])
    expect(await named('92nd Brigade')).not.toContain('93rd Brigade')
  })

  test('also of one that was written before there were keys', async () => {
    const { id } = await desk().place.create({ precision: 'region', coordinates: '', names: [{ name: 'Ґродно' }] })
    await database.db.delete(nameKey).where(eq(nameKey.placeId, id))
    expect(await found('Grodno')).toEqual([])
    const client = new Client({ connectionString: database.url })
    await client.connect()
    await keyNames(client)
    await client.end()
    expect(await found('Hrodno')).toEqual(['Ґродно'])
  })
})
