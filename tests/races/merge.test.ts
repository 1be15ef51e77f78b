import { and, eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { event } from '@/db/schema'
import type { Actor } from '@/domain/policy'
import { callAs } from '../harness/caller'
import { useDatabase } from '../harness/database'
import { addPerson } from '../harness/people'
import { addParty } from '../harness/material'
import { addEvidence, beginIncident } from '../harness/scene'
import { untilWaiting } from '../harness/waiting'

// Two parties become one while somebody, on a connection of their own, writes the one that goes.
const database = useDatabase({ max: 8 })
let lead: Actor
let editor: Actor
beforeAll(async () => {
  lead = await addPerson(database.db, { role: 'lead' })
  editor = await addPerson(database.db)
})

type Act = () => Promise<unknown>

/** Both on connections of their own, in this order; each has written all but its event when the next begins. */
async function atOnce(acts: readonly [Act, Act]) {
  const holder = await database.pool.connect()
  await holder.query('begin')
  await holder.query('lock table event in share mode')
  const begun: Promise<unknown>[] = []
  for (const act of acts) {
    begun.push(act())
    await untilWaiting(database.pool, begun.length)
  }
  await holder.query('commit')
  holder.release()
  return Promise.allSettled(begun)
}

const unknown = { kind: 'unknown' as const }

/** An incident that neither of the two stands in yet, or one that the one that goes stands in already. */
async function addDesk(isKnownThere: boolean) {
  const { db } = database
  const goes = await addParty(db, `Goes ${crypto.randomUUID()}`)
  const stays = await addParty(db, `Stays ${crypto.randomUUID()}`)
  const scene = await beginIncident(db, editor)
  const text = `A passage of ${goes}.`
  const piece = await addEvidence(db, { ...scene, by: editor, text, ...(isKnownThere && { originPartyId: goes }) })
  const passage = { incidentId: scene.incidentId, captureId: piece.captureId, start: 0, end: 9, exact: 'A passage' }
  return { ...scene, ...piece, passage, goes, stays, call: callAs(db, editor) }
}

type Desk = Awaited<ReturnType<typeof addDesk>>

const ATTACHED: Readonly<Record<string, (desk: Desk) => Act>> = {
  'a relay of evidence':
    ({ call, passage, claimId, goes }) =>
    () =>
      call.evidence.attach({ ...passage, claimId, stance: 'disputes', origin: unknown, relays: [goes] }),
  'the party behind evidence':
    ({ call, passage, claimId, goes }) =>
    () => {
      const origin = { kind: 'new' as const, channel: 'a call', mode: 'asserted' as const, dated: null }
      return call.evidence.attach({
        ...{ ...passage, claimId, stance: 'disputes' as const },
        origin: { ...origin, partyId: goes, firstSourceId: null },
      })
    },
  'a claimant':
    ({ call, claimId, goes }) =>
    () =>
      call.claim.edit({
        id: claimId,
        version: 1,
        text: 'Two.',
        claimantIds: [goes],
        ...{ firstSourceId: null, firstAppeared: null },
      }),
  'a claimant of a new claim':
    ({ call, questionId, goes }) =>
    () =>
      call.claim.add({ questionId, text: 'Three.', claimantIds: [goes], firstSourceId: null, firstAppeared: null }),
  'an outlet':
    ({ call, incidentId, sourceId, goes }) =>
    () =>
      call.source.edit({ incidentId, id: sourceId, version: 1, medium: 'article', outletId: goes }),
}

async function leftOn(partyId: string): Promise<number> {
  const { rows } = await database.db.execute<{ count: number }>(sql`
    select (select count(*) from claim_claimant where party_id = ${partyId}) + (select count(*) from origin where party_id = ${partyId})
      + (select count(*) from evidence_relay where party_id = ${partyId}) + (select count(*) from source where outlet_id = ${partyId})
      as count`)
  return Number(rows[0]?.count)
}

const ORDERS = [
  ['the merge first', true],
  ['the merge second', false],
] as const
const WHERE = [
  ['where it is new', false],
  ['where it stands', true],
] as const

describe.each(Object.entries(ATTACHED))('%s, attached while the party is merged', (_, attached) => {
  describe.each(WHERE)('%s', (__, isKnownThere) => {
    test.each(ORDERS)('%s: it ends on the party that stays', async (___, isMergeFirst) => {
      const desk = await addDesk(isKnownThere)
      const { goes, stays } = desk
      const merge = () => callAs(database.db, lead).party.merge({ id: goes, version: 1, intoId: stays, intoVersion: 1 })
      const attach = attached(desk)
      const settled = await atOnce(isMergeFirst ? [merge, attach] : [attach, merge])
      // Neither is lost; an edit that met the merge's own change of its row is told so, and may be sent again.
      for (const one of settled) if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'CONFLICT' })
      expect(settled.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0)
      const merged = settled[isMergeFirst ? 0 : 1]
      expect(merged?.status).toBe('fulfilled')
      expect(await leftOn(goes)).toBe(0)
      // The incident that it stood in when it went has the merge in its history.
      const merges = and(eq(event.kind, 'party.merged'), eq(event.incidentId, desk.incidentId))
      expect(await database.db.$count(event, merges)).toBe(isKnownThere || !isMergeFirst ? 1 : 0)
      const named = settled.every(({ status }) => status === 'fulfilled') ? 1 : 0
      expect(await leftOn(stays)).toBe(named + (isKnownThere ? 1 : 0))
    })
  })
})
