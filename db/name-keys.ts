import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { NAME_KEY_VERSION, nameKey } from '../domain/name-key'

export type NameOwner = { partyId: string } | { placeId: string }

/** The rows by which a party's or a place's names are found in any spelling; each name once. */
export function nameKeyRows(owner: NameOwner, names: readonly string[]) {
  return [...new Set(names)].map((name) => {
    const { folded, key, core, bones } = nameKey(name)
    return { id: randomUUID(), ...owner, name, folded, key, core, bones, made: NAME_KEY_VERSION }
  })
}

const BATCH = 2_000

const OWNERS = {
  partyId: `select p.id, array(select p.name union all select a.name from party_alias a where a.party_id = p.id) as names
    from party p where p.merged_into_id is null
    and not exists (select from name_key k where k.party_id = p.id and k.made = $1) order by p.id limit ${BATCH}`,
  placeId: `select p.id, array(select n.name from place_name n where n.place_id = p.id) as names
    from place p where p.merged_into_id is null and exists (select from place_name n where n.place_id = p.id)
    and not exists (select from name_key k where k.place_id = p.id and k.made = $1) order by p.id limit ${BATCH}`,
} as const

/** Makes the keys of names that have none, or were made in an earlier way. Called while nobody else migrates. */
export async function keyNames(client: Client): Promise<void> {
  for (const owner of ['partyId', 'placeId'] as const) {
    for (;;) {
      const { rows } = await client.query<{ id: string; names: string[] }>(OWNERS[owner], [NAME_KEY_VERSION])
      if (rows.length === 0) break
      await write(client, owner, rows)
    }
  }
}

async function write(client: Client, owner: 'partyId' | 'placeId', owners: { id: string; names: string[] }[]) {
  const column = owner === 'partyId' ? 'party_id' : 'place_id'
  const rows = owners.flatMap(({ id, names }) =>
    nameKeyRows(owner === 'partyId' ? { partyId: id } : { placeId: id }, names).map((row) => ({ ...row, owner: id })),
  )
  await client.query('begin')
  await client.query(`delete from name_key where ${column} = any ($1)`, [owners.map(({ id }) => id)])
  await client.query(
    `insert into name_key (id, ${column}, name, folded, key, core, bones, made)
     select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::int[])`,
    [
      rows.map((row) => row.id),
      rows.map((row) => row.owner),
      rows.map((row) => row.name),
      rows.map((row) => row.folded),
      rows.map((row) => row.key),
      rows.map((row) => row.core),
      rows.map((row) => row.bones),
      rows.map((row) => row.made),
    ],
  )
  await client.query('commit')
}
