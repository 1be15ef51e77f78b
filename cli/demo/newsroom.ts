import type { Db } from '@/db/client'
import { findQuote } from '@/domain/anchor'
import type { Actor } from '@/domain/policy'
import { normaliseCaptureText } from '@/domain/text'
import { appRouter } from '@/server/router'
import { createCallerFactory } from '@/server/trpc'
import type { PersonKey } from './person'
import type { RouterInputs, RouterOutputs } from './router-types'

const createCaller = createCallerFactory(appRouter)
export type Caller = ReturnType<typeof createCaller>
export type Workspace = RouterOutputs['incident']['get']

/** A clock that only goes forward when it is told to, so that the demo's history reads like weeks of work. */
export type Clock = { now: () => Date; pass: (minutes: number) => void; set: (iso: string) => void }

export function createClock(iso: string): Clock {
  let at = new Date(iso).getTime()
  return {
    // Each reading is a second later than the one before: no two events share an instant.
    now: () => new Date((at += 1_000)),
    pass: (minutes) => {
      at += minutes * 60_000
    },
    set: (next) => {
      at = Math.max(at, new Date(next).getTime())
    },
  }
}

/** The program as one person uses it. */
export function callerFor(db: Db, actor: Actor | null, clock: Clock): Caller {
  return createCaller({ db, actor, sessionId: null, address: '127.0.0.1', now: clock.now })
}

/** The id that `after` holds and `before` did not. */
export function newId(before: readonly { id: string }[], after: readonly { id: string }[]): string {
  const known = new Set(before.map((row) => row.id))
  const added = after.find((row) => !known.has(row.id))
  if (!added) throw new Error('the demo expected something new')
  return added.id
}

export type Held = { sourceId: string; captureId: string; text: string }

type SourceFacts = Omit<RouterInputs['source']['add'], 'incidentId' | 'kind'> &
  Partial<Pick<RouterInputs['source']['add'], 'kind'>>

/** Adds a source and, where its text is given, its first capture. */
export async function addSource(caller: Caller, before: Workspace, facts: SourceFacts): Promise<Held> {
  const after = await caller.source.add({ kind: 'document', ...facts, incidentId: before.incident.id })
  const sourceId = newId(before.sources, after.sources)
  const capture = after.sources.find((source) => source.id === sourceId)?.captures[0]
  return { sourceId, captureId: capture?.id ?? '', text: normaliseCaptureText(facts.text ?? '') }
}

/** Where a passage stands in a held source, as the desk's selection would give it. */
export function passageOf(held: Held, exact: string): { captureId: string; start: number; end: number; exact: string } {
  const found = findQuote(held.text, exact)
  if (!found) throw new Error(`the demo quotes what is not there: ${exact}`)
  return { captureId: held.captureId, ...found, exact }
}

/** Hides a passage as not part of the article. */
export async function exclude(caller: Caller, incidentId: string, held: Held, exact: string): Promise<void> {
  const { captureId, start, end } = passageOf(held, exact)
  await caller.exclusion.mark({ incidentId, captureId, start, end })
}

export type Vote = {
  by: PersonKey
  level: RouterInputs['ballot']['cast']['level']
  reason?: string
  isReasonPublic?: boolean
}

/**
 * Opens a round on a claim, by the first of its voters, and has the ballots cast some minutes apart. Returns its id.
 * `again`: why it is voted on once more, and the round before.
 */
export async function castRound(
  { people, clock }: { people: Record<PersonKey, Caller>; clock: Clock },
  claimId: string,
  votes: readonly [Vote, ...Vote[]],
  again: { reason: string; lastRoundId: string | null } = { reason: '', lastRoundId: null },
): Promise<string> {
  const { round } = claimOf(await people[votes[0].by].round.open({ claimId, ...again }), claimId)
  if (!round) throw new Error('the demo opened a round that is not there')
  for (const { by, level, reason = '', isReasonPublic = false } of votes) {
    clock.pass(17)
    await people[by].ballot.cast({ roundId: round.id, level, reason, isReasonPublic })
  }
  return round.id
}

/** The same, and reveals it. */
export async function conclude(...round: Parameters<typeof castRound>): Promise<void> {
  const [{ people }, , votes] = round
  await people[votes[0].by].round.reveal({ roundId: await castRound(...round) })
}

export const claimsOf = (workspace: Workspace) => workspace.questions.flatMap((question) => question.claims)

export const evidenceOf = (workspace: Workspace) => [
  ...workspace.background,
  ...claimsOf(workspace).flatMap((claim) => claim.evidence),
]

export function claimOf(workspace: Workspace, claimId: string) {
  const claim = claimsOf(workspace).find((row) => row.id === claimId)
  if (!claim) throw new Error('the demo speaks of a claim that is not there')
  return claim
}
