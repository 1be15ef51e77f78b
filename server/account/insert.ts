import type { Tx } from '@/db/client'
import { account } from '@/db/schema'
import type { Role } from '@/domain/policy'
import type { Recorder } from '../command'

type NewAccount = {
  email: string
  name: string
  role: Role
  isAdmin: boolean
  passwordHash: string
  now: Date
  record: Recorder
}

/** Writes the account and its event, of which the new person is the actor. */
export async function insertAccount(tx: Tx, { now, record, ...person }: NewAccount): Promise<string> {
  const id = crypto.randomUUID()
  await tx.insert(account).values({ id, ...person, createdAt: now })
  const { name, role, isAdmin } = person
  await record('account.created', { subjectId: id, actorId: id, detail: { name, role, isAdmin } })
  return id
}
