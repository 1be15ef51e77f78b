import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import * as table from '@/db/schema'
import { readSubject } from '@/server/claim/queries'
import { byHand } from '../harness/by-hand'
import { useDatabase } from '../harness/database'
import { addIncident, addParty } from '../harness/material'
import { addPerson } from '../harness/people'
import { addEvidence } from '../harness/scene'
import { seedOf } from '../harness/seed'

const WORLDS = 60
const database = useDatabase({ max: 2 })
const at = new Date('2026-02-01T00:00:00Z')

/** Mulberry32. */
function chance(seed: number): (most: number) => number {
  let state = seed >>> 0
  return (most) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * most)
  }
}

test(`rule 6: the database's own count agrees with the rule in ${WORLDS} worlds`, async () => {
  const { db } = database
  const below = chance(seedOf('two origins'))
  const by = await addPerson(db)
  const parties = [await addParty(db, 'A'), await addParty(db, 'B'), await addParty(db, 'C')]
  const party = () => parties[below(4)]
  const seen = { two: 0, fewer: 0 }
  for (let n = 0; n < WORLDS; n++) {
    const { id: incidentId, claimId } = await addIncident(db, by.id)
    const pieces = []
    for (let left = 1 + below(4); left > 0; left--) {
      const stance = below(6) === 0 ? ('disputes' as const) : ('supports' as const)
      const originPartyId = party()
      const piece = await addEvidence(db, { incidentId, claimId, by, stance, ...(originPartyId && { originPartyId }) })
      const events = [
        ['source.changed', piece.sourceId],
        ['excerpt.withdrawn', piece.excerptId],
      ] as const
      await byHand(db, events, async (tx) => {
        await tx.execute(sql`update source set outlet_id = ${party() ?? null} where id = ${piece.sourceId}`)
        if (below(8) === 0)
          await tx.execute(sql`update excerpt set withdrawn_at = now(), withdrawn_by = ${by.id}, withdrawn_reason = 'x'
            where id = ${piece.excerptId}`)
      })
      pieces.push(piece)
    }
    // An original that nothing here quotes, and edges among all of them.
    const far = randomUUID()
    const what = { kind: 'document', medium: 'article', outletId: party() ?? null } as const
    await byHand(db, [['source.added', far]], (tx) =>
      tx.insert(table.source).values({ id: far, ...what, createdBy: by.id, createdAt: at }),
    )
    const sources = [...pieces.map(({ sourceId }) => sourceId), far]
    for (let left = below(4); left > 0; left--) {
      const [sourceId = '', ofId = ''] = [sources[below(sources.length)], sources[below(sources.length)]]
      const kind = (['reprint', 'translation', 'scrape', 'quotes'] as const)[below(4)] ?? 'quotes'
      const state = below(4) === 0 ? ('suggested' as const) : ('confirmed' as const)
      const edge = { id: randomUUID(), sourceId, ofId, kind, state, reason: 'x', drawnBy: by.id, drawnAt: at }
      if (sourceId !== ofId)
        await byHand(db, [['lineage.drawn', edge.id]], (tx) =>
          tx.insert(table.lineage).values(edge).onConflictDoNothing(),
        )
    }
    const sideId = randomUUID()
    await byHand(db, [['incident.changed', incidentId]], async (tx) => {
      await tx.insert(table.side).values({ id: sideId, incidentId, name: 'North' })
      for (const partyId of parties)
        if (below(3) === 0) await tx.insert(table.sideParty).values({ incidentId, sideId, partyId })
    })
    const { origins } = await readSubject(db, { id: claimId, incidentId, text: '' })
    const { rows } = await db.execute<{ two: boolean }>(sql`select has_two_origins(${claimId}) as two`)
    expect(rows[0]?.two, `world ${n}`).toBe(origins.count >= 2)
    seen[origins.count >= 2 ? 'two' : 'fewer'] += 1
  }
  expect(Math.min(seen.two, seen.fewer)).toBeGreaterThan(5)
})
