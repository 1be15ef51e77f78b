import type { Tx } from '@/db/client'
import { party, partyAlias } from '@/db/schema'
import type { CreatePartyInput } from '@/domain/input/party'
import { can, type Actor } from '@/domain/policy'
import { command, type Scope } from '../command'
import { demand } from '../fault'
import { readParty } from './queries'

export const createParty = command(async ({ tx, actor, input, now, record }: Scope<Actor, CreatePartyInput>) => {
  demand(can(actor, 'party.edit'))
  const { aliases, ...fields } = input
  const id = crypto.randomUUID()
  await tx.insert(party).values({ id, ...fields, createdAt: now })
  await writeAliases(tx, id, aliases)
  await record('party.created', { subjectId: id, detail: { name: input.name } })
  return readParty(tx, actor, id)
})

export async function writeAliases(tx: Tx, partyId: string, aliases: CreatePartyInput['aliases']): Promise<void> {
  if (aliases.length === 0) return
  await tx.insert(partyAlias).values(aliases.map((alias) => ({ id: crypto.randomUUID(), partyId, ...alias })))
}
