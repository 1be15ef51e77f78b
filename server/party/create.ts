import type { Tx } from '@/db/client'
import { party, partyAlias } from '@/db/schema'
import type { CreatePartyInput } from '@/domain/input/party'
import { can, type Actor } from '@/domain/policy'
import { command, type Scope } from '../command'
import { demand } from '../fault'
import { writeNameKeys } from '../name-keys'
import { readParty } from './queries'

export const createParty = command(async ({ tx, actor, input, now, record }: Scope<Actor, CreatePartyInput>) => {
  demand(can(actor, 'party.edit'))
  const { aliases, ...fields } = input
  const id = crypto.randomUUID()
  await tx.insert(party).values({ id, ...fields, createdAt: now })
  await writeAliases(tx, id, input.name, aliases)
  await record('party.created', { subjectId: id, detail: { name: input.name } })
  return readParty(tx, actor, id)
})

type Aliases = CreatePartyInput['aliases']

/** The other names, and what all of them are found by. */
export async function writeAliases(tx: Tx, partyId: string, name: string, aliases: Aliases): Promise<void> {
  await writeNameKeys(tx, { partyId }, [name, ...aliases.map((alias) => alias.name)])
  if (aliases.length === 0) return
  await tx.insert(partyAlias).values(aliases.map((alias) => ({ id: crypto.randomUUID(), partyId, ...alias })))
}
