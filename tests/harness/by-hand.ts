import { randomUUID } from 'node:crypto'
import type { Reader, Tx } from '@/db/client'
import { event } from '@/db/schema'
import type { EventKind } from '@/domain/event'

/**
 * Rows straight into the tables, with the events that rule 13 asks of every transaction: for tests that need a state
 * and not the way to it. `events`: their kinds, each with the id of what it is about.
 */
export function byHand<T>(
  db: Reader,
  events: readonly (readonly [EventKind, string])[],
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return db.transaction(async (tx) => {
    const at = new Date('2026-01-01T00:00:00Z')
    await tx
      .insert(event)
      .values(events.map(([kind, subjectId]) => ({ id: randomUUID(), at, kind, subjectId, detail: {} })))
    return work(tx)
  })
}

/** What an event of the team's settings is about, for the lock does not ask. */
export const TEAM = '00000000-0000-4000-8000-000000000001'
