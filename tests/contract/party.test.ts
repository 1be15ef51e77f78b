import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { event, outletGrade, party } from '@/db/schema'
import type { Actor } from '@/domain/policy'
import { callAs } from '../harness/caller'
import { useDatabase } from '../harness/database'
import { addPerson } from '../harness/people'

const database = useDatabase()
let editor: Actor
let lead: Actor
let observer: Actor

beforeAll(async () => {
  editor = await addPerson(database.db)
  lead = await addPerson(database.db, { role: 'lead', name: 'Lea Lead' })
  observer = await addPerson(database.db, { role: 'observer' })
})

const as = (actor: Actor | null) => callAs(database.db, actor)
const bare = { kind: 'outlet' as const, name: 'The Morning Post' }

describe('parties', () => {
  test('are made with names in any script and found by any of them, part by part', async () => {
    const made = await as(editor).party.create({
      kind: 'agency',
      name: '  Новини   Сьогодні ',
      note: 'A wire service.',
      aliases: [
        { name: 'Novyny Sohodni', language: 'uk-Latn' },
        { name: 'نوفيني', language: 'ar' },
      ],
    })
    expect(made).toMatchObject({ name: 'Новини Сьогодні', version: 1, grade: null })
    for (const text of ['новини', 'СЬОГ', 'sohod', 'نوف']) {
      const { parties } = await as(observer).party.search({ text })
      expect(parties.map((one) => one.id)).toEqual([made.id])
    }
    expect((await as(observer).party.search({ text: '%' })).parties).toEqual([])
    expect((await as(observer).party.search({ text: 'новини', kinds: ['person'] })).parties).toEqual([])
  })

  test('the list runs by a key, names that begin with the text first', async () => {
    for (const name of ['Delta North', 'Alpha Delta', 'delta South', 'Delta North'])
      await as(editor).party.create({ ...bare, name })
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: { parties: { name: string }[]; nextCursor: string | null } = await as(editor).party.search({
        text: 'delta',
        limit: 1,
        cursor,
      })
      seen.push(...page.parties.map((one) => one.name))
      cursor = page.nextCursor
    } while (cursor !== null)
    expect(seen).toEqual(['Delta North', 'Delta North', 'delta South', 'Alpha Delta'])
  })

  test('a change leaves its event; the same again leaves none; a stale one is told what it met', async () => {
    const made = await as(editor).party.create(bare)
    const changed = await as(editor).party.change({ id: made.id, version: 1, ...bare, name: 'The Evening Post' })
    expect(changed).toMatchObject({ version: 2, name: 'The Evening Post' })
    await as(editor).party.change({ id: made.id, version: 2, ...bare, name: 'The Evening Post' })
    const events = await database.db.select().from(event).where(eq(event.subjectId, made.id))
    expect(events.map((one) => one.kind).sort()).toEqual(['party.changed', 'party.created'])
    const stale = as(lead).party.change({ id: made.id, version: 1, ...bare })
    await expect(stale).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  test('two who change it at once: one does', async () => {
    const made = await as(editor).party.create(bare)
    const tries = ['A', 'B', 'C'].map((name) => as(editor).party.change({ id: made.id, version: 1, ...bare, name }))
    const results = await Promise.allSettled(tries)
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
    expect((await as(editor).party.get({ id: made.id })).version).toBe(2)
  })

  test('an observer reads and changes nothing; nobody reads', async () => {
    const before = (await database.db.select().from(party)).length
    await expect(as(observer).party.create(bare)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(as(null).party.search({})).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
    expect((await as(observer).party.search({})).can.create).toMatchObject({ allowed: false, rule: 'policy.role' })
    expect(await database.db.select().from(party)).toHaveLength(before)
  })

  test.each([
    ['no name', { name: ' ' }],
    ['a long name', { name: 'x'.repeat(201) }],
    ['NUL', { name: 'a\u0000b' }],
    ['a lone surrogate', { name: 'a\ud800b' }],
    ['an override', { name: 'abc\u202etxt' }],
    ['a strange kind', { kind: 'ghost' }],
    ['an unknown field', { more: true }],
    ['a bad language', { aliases: [{ name: 'x', language: 'English' }] }],
    ['too many names', { aliases: Array.from({ length: 51 }, () => ({ name: 'x', language: null })) }],
  ])('%s is refused as bad input', async (_, wrong) => {
    const input = { ...bare, ...wrong } as typeof bare
    await expect(as(editor).party.create(input)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })

  test('what is not there is missing', async () => {
    const id = crypto.randomUUID()
    await expect(as(editor).party.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(as(editor).party.get({ id: 'x' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await expect(as(observer).party.change({ id, version: 1, ...bare })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('grades', () => {
  test('are put by leads, with a reason, one over the other, and stay', async () => {
    const { id } = await as(editor).party.create(bare)
    const first = await as(lead).party.grade({ partyId: id, from: null, grade: 'C', reason: 'It corrects itself.' })
    expect(first.grade).toMatchObject({ grade: 'C', reason: 'It corrects itself.', gradedByName: 'Lea Lead' })
    await as(lead).party.grade({ partyId: id, from: 'C', grade: 'D', reason: 'It no longer does.' })
    const { grades } = await as(observer).party.grades({ partyId: id })
    expect(grades.map((one) => one.grade)).toEqual(['D', 'C'])
    const stale = as(lead).party.grade({ partyId: id, from: 'C', grade: 'A', reason: 'Stale.' })
    await expect(stale).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(database.db.delete(outletGrade)).rejects.toThrow()
  })

  test('never without a reason, by an editor, or of what is no outlet', async () => {
    const { id } = await as(editor).party.create(bare)
    const person = await as(editor).party.create({ kind: 'person', name: 'A Person' })
    const grade = { partyId: id, from: null, grade: 'B' as const, reason: 'x' }
    await expect(as(lead).party.grade({ ...grade, reason: ' ' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await expect(as(editor).party.grade(grade)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(as(lead).party.grade({ ...grade, partyId: person.id })).rejects.toMatchObject({
      code: 'PRECONDITION_FAILED',
    })
    expect(person.can.grade.allowed).toBe(false)
  })
})

describe('the team', () => {
  const settings = {
    organisation: 'The Border Desk',
    address: '',
    contact: 'corrections@example.org',
    language: 'en',
    quorum: 4,
    approvals: 2,
  }

  test('is changed by leads alone, on the version they saw', async () => {
    const { version } = await as(observer).team.show()
    await expect(as(editor).team.change({ ...settings, version })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await as(lead).team.change({ ...settings, version })).toMatchObject({ quorum: 4, version: version + 1 })
    await expect(as(lead).team.change({ ...settings, version })).rejects.toMatchObject({ code: 'CONFLICT' })
    expect((await as(lead).team.change({ ...settings, version: version + 1 })).version).toBe(version + 1)
  })

  test.each([
    ['javascript', { contact: 'javascript:alert(1)' }],
    ['a password in the address', { contact: 'https://a:b@example.org' }],
    ['neither address nor mail', { contact: 'call us' }],
    ['quorum of one', { quorum: 1 }],
    ['half a quorum', { quorum: 2.5 }],
    ['four approvals', { approvals: 4 }],
    ['no language', { language: '' }],
    ['an override', { organisation: 'abc\u202etxt' }],
  ])('%s is refused as bad input', async (_, wrong) => {
    const { version } = await as(lead).team.show()
    const refused = as(lead).team.change({ ...settings, ...wrong, version })
    await expect(refused).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
})
