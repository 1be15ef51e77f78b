import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import type { Actor } from '@/domain/policy'
import { appRouter } from '@/server/router'
import { createCallerFactory } from '@/server/trpc'
import { byHand } from '../tests/harness/by-hand'
import { ratio, shown, spread } from './measure'

const VOTERS = 200
const WIDTH = 16
const create = createCallerFactory(appRouter)

async function voters(db: Db): Promise<Actor[]> {
  const actors = Array.from({ length: VOTERS }, (_, n): Actor => ({
    id: randomUUID(),
    name: `Voter ${n}`,
    role: 'editor',
    isAdmin: false,
  }))
  for (const { id, name } of actors)
    await byHand(db, [['account.created', id]], (tx) =>
      tx.execute(sql`insert into account (id, email, name, role, password_hash, created_at)
        values (${id}, ${`${id}@bench.example`}, ${name}, 'editor', '-', now())`),
    )
  return actors
}

const callerOf = (db: Db, actor: Actor) =>
  create({ db, actor, sessionId: null, address: '127.0.0.1', now: () => new Date() })

const TURNS = 5
let opened = 0

/** A round on the next seeded claim that has none. */
async function openRound(db: Db, lead: Actor): Promise<string> {
  opened += 1
  const found = await db.execute<{ id: string }>(sql`select bench_id('claim' || ${`${opened}-1`}::text)::text as id`)
  const claimId = found.rows[0]?.id ?? ''
  await callerOf(db, lead).round.open({ claimId, lastRoundId: null, reason: '' })
  const round = await db.execute<{ id: string }>(
    sql`select id from round where claim_id = ${claimId} and state = 'open'`,
  )
  return round.rows[0]?.id ?? ''
}

/**
 * Ballots through the command against bare inserts into the same tables, over as many connections.
 * @returns milliseconds a ballot.
 */
export async function benchBallots(db: Db, lead: Actor, incidents: number): Promise<number> {
  const actors = await voters(db)
  const rounds: string[] = []
  // One of each before they are timed.
  while (rounds.length < 2 * (TURNS + 1)) rounds.push(await openRound(db, lead))
  const cast = async (): Promise<void> => {
    const roundId = rounds.pop() ?? ''
    await spread(VOTERS, WIDTH, async (n) => {
      const actor = actors[n]
      if (actor)
        await callerOf(db, actor).ballot.cast({ roundId, level: 'possible', reason: '', isReasonPublic: false })
    })
  }
  const bare = async (): Promise<void> => {
    const roundId = rounds.pop() ?? ''
    await spread(VOTERS, WIDTH, (n) =>
      db.transaction(async (tx) => {
        const id = actors[n]?.id ?? ''
        await tx.execute(sql`insert into ballot (id, round_id, account_id, level, cast_at)
          values (${randomUUID()}, ${roundId}, ${id}, 'possible', now())`)
        await tx.execute(sql`insert into event (id, at, kind, actor_id, subject_id, detail)
          values (${randomUUID()}, now(), 'ballot.cast', ${id}, ${roundId}, '{}')`)
      }),
    )
  }
  const { ratio: times, ours, yardstick } = await ratio(cast, bare, TURNS)
  const rate = (ms: number) => Math.round((VOTERS * 1_000) / ms)
  console.log(
    `ballots      ${incidents} incidents: ${shown(times)} × bare inserts (${rate(ours)} to ${rate(yardstick)} a second, ${WIDTH} connections)`,
  )
  return ours / VOTERS
}
