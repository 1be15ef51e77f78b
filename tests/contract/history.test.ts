import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { EVENT_GROUPS, kindsIn } from '@/domain/event-group'
import { event } from '@/db/schema'
import { eventFilters, PROGRAM, type EventFilters } from '@/domain/input/event'
import type { Actor } from '@/domain/policy'
import { callAs } from '../harness/caller'
import { useDatabase } from '../harness/database'
import { addPerson } from '../harness/people'
import { addScene, only } from '../harness/scene'

const database = useDatabase()

test('a history that is narrowed is part of what it shows anyway', async () => {
  const { db } = database
  const ana = await addPerson(db, { name: 'Ana' })
  const ben = await addPerson(db, { name: 'Ben' })
  const observer = await addPerson(db, { role: 'observer' })
  const { incidentId, claimId } = await addScene(db, ana)
  const opened = await callAs(db, ana).round.open({ claimId, lastRoundId: null, reason: '' })
  const roundId = only(only(opened.questions).claims).round?.id ?? ''
  const ballot = { roundId, level: 'possible', reason: 'Because.', isReasonPublic: false } as const
  const instants = ['2031-03-01T23:59:59.999Z', '2031-03-02T00:00:00.000Z', '2031-03-03T12:00:00.000Z']
  for (const at of instants) for (const who of [ana, ben]) await callAs(db, who, () => new Date(at)).ballot.cast(ballot)
  const byItself = { kind: 'source.changed', actorId: null, incidentId, subjectId: incidentId } as const
  await db.insert(event).values({ id: randomUUID(), at: new Date('2031-03-02'), detail: { changed: [] }, ...byItself })
  const list = async (narrowed: EventFilters) =>
    (await callAs(db, observer).event.list({ incidentId, limit: 100, ...narrowed })).items
  const all = await list({})
  expect(all.filter(({ kind }) => kind === 'ballot.cast')).toHaveLength(2)
  const theProgram = { id: PROGRAM, name: null }
  const days = [null, '2031-03-01', '2031-03-02']
  for (const group of [null, ...EVENT_GROUPS])
    for (const person of [null, ana, observer, theProgram])
      for (const from of days) {
        const to = from === '2031-03-01' ? from : null
        const fits = all.filter(({ kind, actor, at }) => {
          const day = at.toISOString().slice(0, 10)
          const isOfGroup = group === null || kindsIn(group).includes(kind)
          return isOfGroup && (!person || actor === person.name) && (!from || day >= from) && (!to || day <= to)
        })
        expect(await list({ group, person: person?.id ?? null, from, to })).toEqual(fits)
      }
  expect(await list({ from: '0001-01-01', to: '9999-12-31' })).toEqual(all)
  const first = await callAs(db, observer).event.list({ incidentId, group: 'evidence', limit: 1 })
  const rest = await callAs(db, observer).event.list({ incidentId, group: 'evidence', cursor: first.nextCursor })
  expect([...first.items, ...rest.items]).toEqual(await list({ group: 'evidence' }))
  const never = `0000-01-01T00:00:00.000Z~${randomUUID()}`
  await expect(callAs(db, ben).event.list({ incidentId, cursor: never })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
})

test('what people do with their accounts is told to those alone who look after accounts', async () => {
  const { db } = database
  const admin = await addPerson(db, { isAdmin: true })
  const lead = await addPerson(db, { role: 'lead' })
  await callAs(db, admin).account.invite({ email: 'new@example.org', role: 'editor', isAdmin: false })
  await callAs(db, lead).party.create({ kind: 'outlet', name: 'The Courier' })
  const told = async (actor: Actor) =>
    (await callAs(db, actor).event.list({ incidentId: null, limit: 100 })).items.map(({ kind }) => kind)
  expect(await told(admin)).toContain('invitation.created')
  expect(await told(lead)).toContain('party.created')
  expect(await told(lead)).not.toContain('invitation.created')
})

test.each([
  ['no group', { group: 'ballot.recast' }, 'group'],
  ['no id', { person: 'Ana' }, 'person'],
  ['no day', { from: '2024-02-30' }, 'from'],
  ['a year that the calendar has not', { from: '0000-01-01' }, 'from'],
  ['days the wrong way round', { from: '2024-02-02', to: '2024-02-01' }, 'to'],
])('a history narrowed to %s is refused at its field', (_, narrowed, field) => {
  expect(eventFilters.safeParse(narrowed).error?.issues.map(({ path }) => path)).toEqual([[field]])
})
