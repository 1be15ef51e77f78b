import type { QueryResult } from 'pg'
import type { Db } from '@/db/client'
import { LEVELS } from '@/domain/levels'
import { callAs } from '../../harness/caller'
import { addEvidence } from '../../harness/scene'
import type { World } from '../../harness/world'

export type Random = () => number

/** Mulberry32: small, seeded, good enough to vary a test. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const below = (random: Random, most: number): number => Math.floor(random() * most)

/** Ballots of the two who look at nothing in these tests, in rounds that were never revealed. */
const SEALED = `select b.id, b.round_id, b.account_id, c.incident_id from ballot b join round r on r.id = b.round_id
  join claim c on c.id = r.claim_id left join finding f on f.round_id = r.id
  where f.round_id is null and b.account_id = any($1) order by b.id`

type Sealed = { id: string; round_id: string; account_id: string; incident_id: string }

/**
 * Others' levels, reasons and recasts as chance has them: the ballots in another order on the disk too, and with as
 * many sealed events as there were recasts. Whether somebody has voted, or recused themselves, stays.
 */
type Asked = { ask: (query: string, values?: unknown[]) => Promise<QueryResult> }

export async function alterOthers(pool: Asked, { people }: World, random: Random): Promise<void> {
  const others = [people.third.id, people.fourth.id]
  const { rows } = await pool.ask(SEALED, [others])
  const ballots = (rows as Sealed[]).map((row) => ({ row, key: random() })).toSorted((a, b) => a.key - b.key)
  if (ballots.length < 7) throw new Error('the world has too few sealed ballots')
  // A round that was superseded before its reveal is sealed for good, and its ballots are locked.
  await pool.ask('alter table ballot disable trigger user')
  for (const { row } of ballots) {
    const level = LEVELS[below(random, LEVELS.length)]
    const reason = 'Because. '.repeat(1 + below(random, 200)).trim()
    await pool.ask(
      `update ballot set level = case when is_recusal then null else $2 end, reason = $3, is_reason_public = $4 where id = $1`,
      [row.id, level, reason, random() < 0.5],
    )
    for (let recasts = below(random, 4); recasts > 0; recasts--)
      await pool.ask(
        `insert into event (id, at, kind, actor_id, incident_id, subject_id, detail, is_sealed)
         values (gen_random_uuid(), now() - make_interval(secs => $4), 'ballot.recast', $1, $2, $3, '{}', true)`,
        [row.account_id, row.incident_id, row.round_id, below(random, 3_600)],
      )
  }
  await pool.ask('alter table ballot enable trigger user')
}

/** One more round that was superseded before anybody revealed it: it stays sealed for good. */
export async function addSupersededRound(db: Db, { people, votes }: World): Promise<void> {
  const { author, third, fourth } = people
  const call = callAs(db, author)
  const { staleId: claimId, staleRoundId: lastRoundId } = votes
  const view = await call.round.open({ claimId, lastRoundId, reason: '' })
  const round = view.questions.flatMap((question) => question.claims).find((claim) => claim.id === claimId)?.round
  for (const voter of [third, fourth])
    await callAs(db, voter).ballot.recuse({ roundId: round?.id ?? '', reason: 'I know them.' })
  await addEvidence(db, { incidentId: votes.incidentId, claimId, by: author })
}
