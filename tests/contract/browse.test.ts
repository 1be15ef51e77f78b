import { beforeAll, describe, expect, test } from 'vitest'
import { buildSnapshot } from '@/domain/snapshot'
import { samplePicture } from '../harness/account-picture'
import { callAs } from '../harness/caller'
import { useDatabase } from '../harness/database'
import { addPerson } from '../harness/people'
import { addIncident, publishRetraction, publishSnapshot, redactPublication } from '../harness/publish'

const database = useDatabase()
const nobody = () => callAs(database.db, null)
const found = async (wanted: Parameters<ReturnType<typeof nobody>['reading']['list']>[0]) =>
  (await nobody().reading.list(wanted)).items.map(({ slug }) => slug)

const { incident } = samplePicture
const about = (changes: Partial<typeof incident>) =>
  buildSnapshot({ ...samplePicture, incident: { ...incident, ...changes } })
const placed = (name: string): Partial<typeof incident> => ({
  place: incident.place && {
    ...incident.place,
    names: incident.place.names.slice(0, 1).map((own) => ({ ...own, name })),
  },
})

beforeAll(async () => {
  const { db } = database
  const author = await addPerson(db, { name: 'A' })
  const reviewer = await addPerson(db, { name: 'B' })
  const at = new Date(Date.UTC(2026, 1, 1))
  const add = async (address: string, snapshot: ReturnType<typeof buildSnapshot>, number = 1, incidentId?: string) => {
    const id = incidentId ?? (await addIncident(db, author, { address, title: 'CANARY Zaporizke' }))
    const correction = number > 1 ? { correction: { kind: 'update' as const, note: 'More.' } } : {}
    const publicationId = await publishSnapshot(db, snapshot, {
      author,
      reviewer,
      incidentId: id,
      number,
      at,
      ...correction,
    })
    return { id, publicationId }
  }
  await add('tetkino', about({ title: 'Raid', tags: ['raids', 'border'], ...placed('Тёткино') }))
  await add('shebekino', about({ title: 'Raid', tags: ['raids'], ...placed('Шебекино') }))
  const moved = await add('moved', about({ title: 'Fire', tags: ['old tag'], ...placed('Oldtown') }))
  await add('moved', about({ title: 'Fire', tags: ['new tag'], ...placed('Newtown') }), 2, moved.id)
  const taken = await add('taken', about({ title: 'Flood', tags: ['secret tag'], ...placed('Secretville') }))
  const { id: incidentId, publicationId } = taken
  await redactPublication(db, { publicationId, incidentId, by: author, second: reviewer, reason: 'A court order.' })
  const gone = await add('gone', about({ title: 'Wreck', tags: ['wreck'], ...placed('Wreckport') }))
  await publishRetraction(db, about({}), 'It never happened.', { author, reviewer, incidentId: gone.id, number: 2, at })
})

describe('names', () => {
  test.each([
    [{ place: 'Tyotkino' }, ['tetkino']],
    [{ place: 'Tetkino' }, ['tetkino']],
    [{ words: 'tyotkino raid' }, ['tetkino']],
    [{ place: 'Schebekino' }, ['shebekino']],
    [{ place: 'Shebekyne' }, []],
    [{ words: 'Shebekino flood' }, []],
    [{ place: "'~tetkino'" }, ['tetkino']],
    [{ place: '~' }, []],
  ])('%j', async (wanted, slugs) => expect((await found(wanted)).toSorted()).toEqual(slugs))
})

test('a tag is found as it was published, of the newest version alone', async () => {
  expect((await found({ tag: 'raids' })).toSorted()).toEqual(['shebekino', 'tetkino'])
  expect(await found({ tag: 'border', place: 'Tetkino' })).toEqual(['tetkino'])
  expect(await found({ tag: 'new tag' })).toEqual(['moved'])
  for (const tag of ['old tag', 'secret tag', 'wreck', 'raid', '{raids}', '%']) expect(await found({ tag })).toEqual([])
})

test('what is counted is what stands: nothing unpublished, replaced, retracted or redacted', async () => {
  const browse = await nobody().reading.browse()
  expect(browse.tags).toEqual([
    { name: 'raids', count: 2 },
    { name: 'border', count: 1 },
    { name: 'new tag', count: 1 },
  ])
  expect(browse.places.map(({ name }) => name).toSorted()).toEqual(['Newtown', 'Тёткино', 'Шебекино'])
  expect(browse.headings).toEqual([{ name: 'established', count: 3 }])
  expect(browse.parties.every(({ count }) => count === 3)).toBe(true)
  expect(browse.lookedAt).toBe(4)
  expect(JSON.stringify(browse)).not.toMatch(/Secret|Oldtown|CANARY|Wreck/)
})
