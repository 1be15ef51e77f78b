import { randomUUID } from 'node:crypto'
import type { Db } from '@/db/client'
import { account } from '@/db/schema'
import type { Actor, Role } from '@/domain/policy'
import { byHand } from './by-hand'

type Person = { name?: string; role?: Role; isAdmin?: boolean; isSuspended?: boolean }

/** Straight into the table: tests of other things need people, not the way people come in. */
export async function addPerson(db: Db, person: Person = {}): Promise<Actor> {
  const id = randomUUID()
  const { name = `Person ${id.slice(0, 4)}`, role = 'editor', isAdmin = false, isSuspended = false } = person
  const at = new Date('2026-01-01T00:00:00Z')
  const row = {
    id,
    email: `${id}@example.test`,
    name,
    role,
    isAdmin,
    passwordHash: 'no password opens this',
    createdAt: at,
    suspendedAt: isSuspended ? at : null,
  }
  await byHand(db, [['account.created', id]], (tx) => tx.insert(account).values(row))
  return { id, name, role, isAdmin }
}
