import { and, eq } from 'drizzle-orm'
import { party, partyAlias } from '@/db/schema'
import type { ChangePartyInput } from '@/domain/input/party'
import { can, type Actor } from '@/domain/policy'
import { command, type Scope } from '../command'
import { conflict, demand, notFound } from '../fault'
import { writeAliases } from './create'
import { readParty } from './queries'
import type { PartyView } from './view'

export const changeParty = command(async ({ tx, actor, input, record, unchanged }: Scope<Actor, ChangePartyInput>) => {
  const [locked] = await tx.select({ id: party.id }).from(party).where(eq(party.id, input.id)).for('update')
  if (locked === undefined) throw notFound('party')
  demand(can(actor, 'party.edit'))
  const before = await readParty(tx, actor, input.id)
  const { id, version, aliases, ...fields } = input
  if (before.version !== version) throw conflict(before)
  const changed = changesOf(before, input)
  if (changed.length === 0) {
    unchanged()
    return before
  }
  const written = await tx
    .update(party)
    .set({ ...fields, version: version + 1 })
    .where(and(eq(party.id, id), eq(party.version, version)))
    .returning({ id: party.id })
  if (written.length === 0) throw conflict(before)
  await tx.delete(partyAlias).where(eq(partyAlias.partyId, id))
  await writeAliases(tx, id, input.name, aliases)
  await record('party.changed', { subjectId: id, detail: { name: input.name, changed } })
  return readParty(tx, actor, id)
})

function changesOf(before: PartyView, after: ChangePartyInput): string[] {
  const keyed = (list: PartyView['aliases']) => JSON.stringify(list.map((one) => [one.name, one.language]).sort())
  const fields = (['kind', 'name', 'note'] as const).filter((field) => before[field] !== after[field])
  return keyed(before.aliases) === keyed(after.aliases) ? fields : [...fields, 'other names']
}
