import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { incidentMember } from '@/db/schema'
import type { Actor } from '@/domain/policy'
import { byHand } from '../harness/by-hand'
import { callAs } from '../harness/caller'
import { useDatabase } from '../harness/database'
import { addDesk, approveAs, publishDraft, submitDraft } from '../harness/desk'
import { addPerson } from '../harness/people'
import { addEvidence } from '../harness/scene'

const database = useDatabase()

/** What waits for somebody's review, wherever the desk says it. */
async function reviewsOf(person: Actor) {
  const call = callAs(database.db, person)
  const home = await call.desk.home()
  const list = await call.review.list({ which: 'mine', limit: 50 })
  const { reviews } = await call.desk.waiting()
  const ids = list.items.map((item) => item.revisionId)
  expect(home.reviews.items.map((item) => item.revisionId)).toEqual(ids.slice(0, 8))
  expect(reviews).toBe(ids.length)
  return { ids, home: home.reviews.items, items: list.items }
}

describe('reviews that wait', () => {
  test('an approved page that has changed since waits for whoever may approve it anew (rule 10)', async () => {
    const { db } = database
    const desk = await addDesk(db)
    const { id } = await submitDraft(db, desk)
    expect((await reviewsOf(desk.reviewer)).home).toMatchObject([{ revisionId: id, isChanged: false }])
    await approveAs(db, desk.reviewer, id)
    for (const who of [desk.reviewer, desk.third]) expect((await reviewsOf(who)).ids).not.toContain(id)

    const { incident } = await callAs(db, desk.author).incident.get({ id: desk.incidentId })
    const { version, type, tags } = incident
    const rest = { occurred: '', placeId: null, partyIds: [] }
    await callAs(db, desk.lead).incident.edit({
      id: incident.id,
      version,
      title: 'A depot burned',
      type,
      tags,
      ...rest,
    })
    for (const who of [desk.reviewer, desk.third]) {
      const { home, items } = await reviewsOf(who)
      expect(home).toContainEqual(expect.objectContaining({ revisionId: id, isChanged: true }))
      expect(items).toContainEqual(expect.objectContaining({ revisionId: id, state: 'approved', isChanged: true }))
    }
    for (const who of [desk.author, desk.observer]) expect((await reviewsOf(who)).ids).not.toContain(id)

    await approveAs(db, desk.third, id)
    for (const who of [desk.reviewer, desk.third]) expect((await reviewsOf(who)).ids).not.toContain(id)
  })
})

test('so does one that is shared: a place, a party, the team’s name', async () => {
  const { db } = database
  const desk = await addDesk(db)
  const { id } = await submitDraft(db, desk)
  await approveAs(db, desk.reviewer, id)
  const team = await callAs(db, desk.lead).team.show()
  const { organisation, address, contact, language, quorum, approvals, version } = team
  const settings = { address, contact, language, quorum, approvals }
  await callAs(db, desk.lead).team.change({ ...settings, version, organisation: `${organisation} II` })
  expect((await reviewsOf(desk.reviewer)).ids).toContain(id)
})

describe('published accounts gone stale', () => {
  const stale = async (person: Actor) => {
    const { stale: list } = await callAs(database.db, person).desk.home()
    return list.items.map((item) => item.claimId)
  }

  test('wait for every editor, on the incident or not, until they are retracted', async () => {
    const { db } = database
    const desk = await addDesk(db)
    await publishDraft(db, desk)
    expect(await stale(desk.author)).not.toContain(desk.claimId)
    await addEvidence(db, { incidentId: desk.incidentId, claimId: desk.claimId, by: desk.author })
    await byHand(db, [['incident.left', desk.incidentId]], (tx) =>
      tx.delete(incidentMember).where(eq(incidentMember.incidentId, desk.incidentId)),
    )
    for (const who of [desk.author, desk.third, desk.lead]) expect(await stale(who)).toContain(desk.claimId)
    expect(await stale(desk.observer)).toEqual([])
    await callAs(db, desk.lead).publication.retract({ incidentId: desk.incidentId, note: 'It was not so.' })
    expect(await stale(desk.author)).not.toContain(desk.claimId)
  })
})

test('the history of the team tells of grades and ranks; links to come in by are for who looks after accounts', async () => {
  const { db } = database
  const admin = await addPerson(db, { role: 'lead', isAdmin: true })
  const observer = await addPerson(db, { role: 'observer' })
  const made = await callAs(db, admin).party.create({ kind: 'outlet', name: 'The Quay', note: '', aliases: [] })
  await callAs(db, admin).party.grade({ partyId: made.id, from: null, grade: 'B', reason: 'It corrects itself.' })
  await callAs(db, admin).account.invite({ email: 'new@example.org', role: 'editor', isAdmin: false })
  const linesOf = async (person: Actor) => {
    const page = await callAs(db, person).event.list({ incidentId: null, limit: 3 })
    expect(page.title).toBeNull()
    return page.items.map(({ actor, words, reason }) => [actor, words, reason])
  }
  expect(await linesOf(admin)).toEqual([
    [admin.name, 'invited somebody as editor', null],
    [admin.name, 'graded The Quay B', 'It corrects itself.'],
    [admin.name, 'added the party The Quay', null],
  ])
  expect((await linesOf(observer)).slice(0, 2)).toEqual([
    [admin.name, 'graded The Quay B', 'It corrects itself.'],
    [admin.name, 'added the party The Quay', null],
  ])
})
