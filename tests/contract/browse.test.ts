import { beforeAll, describe, expect, test } from 'vitest'
import { buildSnapshot } from '@/domain/snapshot'
import { samplePicture } from '../harness/account-picture'
import { callAs } from '../harness/caller'
import { useDatabase } from '../harness/database'
import { addPerson } from '../harness/people'
import { addAddress, publishRetraction, publishSnapshot, redactPublication } from '../harness/publish'

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
    const id = incidentId ?? (await addAddress(db, author, { address, title: 'CANARY Zaporizke' }))
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
  await add('moved', about({ title: 'Fire', tags: ['New tag'], ...placed('Newtown') }), 2, moved.id)
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
  expect(await found({ tag: 'New tag' })).toEqual(['moved'])
  for (const tag of ['old tag', 'secret tag', 'wreck', 'raid', '{raids}', '%']) expect(await found({ tag })).toEqual([])
})

test('what is counted is what stands: nothing unpublished, replaced, retracted or redacted', async () => {
  const browse = await nobody().reading.browse()
  expect(browse.tags).toEqual([
    { name: 'raids', said: 'raids', count: 2 },
    { name: 'border', said: 'border', count: 1 },
    { name: 'New tag', said: 'New tag', count: 1 },
  ])
  // As often as each other, they stand as the reader's language has them: not by the numbers of their signs.
  expect(browse.places.map(({ name }) => name)).toEqual(['Newtown', 'Тёткино', 'Шебекино'])
  const ukrainian = await nobody().reading.browse({ language: 'uk' })
  expect(ukrainian.places.map(({ name }) => name)).toEqual(['Тёткино', 'Шебекино', 'Newtown'])
  expect(browse.headings).toEqual([{ name: 'established', count: 3 }])
  expect(browse.parties.every(({ count }) => count === 3)).toBe(true)
  expect(browse.lookedAt).toBe(4)
  expect(JSON.stringify(browse)).not.toMatch(/Secret|Oldtown|CANARY|Wreck/)
})

describe('the settings', () => {
  const by = (quorum: number, approvals: number) =>
    buildSnapshot({ ...samplePicture, team: { ...samplePicture.team, quorum, approvals } })

  test('are told as they changed, however often they were changed back', async () => {
    const { db } = database
    const people = { author: await addPerson(db, { name: 'C' }), reviewer: await addPerson(db, { name: 'D' }) }
    const before = await nobody().reading.settings()
    const { lookedAt } = await nobody().reading.browse()
    expect(before).toHaveLength(1)
    const incidentId = await addAddress(db, people.author, { address: 'through-time', title: 'Through time' })
    const day = (number: number) => new Date(Date.UTC(2026, 2, number))
    const settings = [
      [4, 1],
      [4, 1],
      [2, 3],
      [4, 1],
      [2, 3],
      [2, 3],
    ] as const
    for (const [index, [quorum, approvals]] of settings.entries()) {
      const correction = index === 0 ? {} : { correction: { kind: 'update' as const, note: 'More.' } }
      const number = index + 1
      await publishSnapshot(db, by(quorum, approvals), {
        ...people,
        incidentId,
        number,
        at: day(number),
        ...correction,
      })
    }
    // What was counted is counted again once there is more.
    expect((await nobody().reading.browse()).lookedAt).toBe(lookedAt + 1)
    expect(
      (await nobody().reading.settings()).map(({ since, quorum, approvals }) => [since, quorum, approvals]),
    ).toEqual([
      [day(5), 2, 3],
      [day(4), 4, 1],
      [day(3), 2, 3],
      [day(1), 4, 1],
      ...before.map(({ since, quorum, approvals }) => [since, quorum, approvals]),
    ])
  })
})
