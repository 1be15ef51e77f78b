import { compareText, hashOf } from './hash'
import { LEVELS, LEVEL_INFO, needsReason, type Level, type RatedLevel } from './levels'
import { familiesOf, joinsSources, type LineageEdge, type Side } from './origin'
import { every, refused, allowed, type Verdict } from './verdict'
import type { Stance, TranslationMethod } from './words'
import { canStartRound, type RoundState } from './workflow'

export const QUORUM_MIN = 2
/** The most that a team may ask for. */
export const QUORUM_MAX = 50
/** Independent origins that "confirmed" takes (rule 6). */
export const CONFIRMED_ORIGINS = 2

/** A ballot as the count reads it. `level` is null for a recusal. `isSuspended`: its account is so now. */
export type CountedBallot = { level: Level | null; isSuspended: boolean }

/** How many of each level were cast. */
export type Distribution = Record<Level, number>

export type Conclusion = {
  level: Level
  /** In steps of the scale, 0–4; null where no rated level was cast. */
  spread: number | null
  distribution: Distribution
}

/** The quorum a round fixes when it opens: the team's, or the number able to vote where smaller; never under 2. */
export function quorumOf(teamQuorum: number, ableToVote: number): number {
  return Math.max(QUORUM_MIN, Math.min(teamQuorum, ableToVote))
}

/** What is needed now: each recusal lowers the fixed quorum by one; never under 2. */
export function effectiveQuorum(fixed: number, recusals: number): number {
  return Math.max(QUORUM_MIN, fixed - recusals)
}

/** Levels cast and recusals; a suspended account's ballot is neither. */
export function tally(ballots: readonly CountedBallot[]): { cast: number; recusals: number } {
  const counted = ballots.filter((ballot) => !ballot.isSuspended)
  const recusals = counted.filter((ballot) => ballot.level === null).length
  return { cast: counted.length - recusals, recusals }
}

/** Rule 6. */
export function confirmedNeeds(originsCount: number): Verdict {
  if (originsCount >= CONFIRMED_ORIGINS) return allowed
  const has = originsCount === 0 ? 'none' : 'only one'
  return refused(
    'round.confirmed',
    `“${LEVEL_INFO.confirmed.label}” takes two independent origins in support; the claim has ${has}.`,
    'Add supporting evidence from an origin that is independent of those it has.',
  )
}

function stillOnItsEvidence(round: { fingerprint: string; current: string }): Verdict {
  if (!isStale(round.fingerprint, round.current)) return allowed
  return refused(
    'round.fingerprint',
    'What is voted on has changed since this round was opened: the claim, its evidence or where that comes from.',
    'Open the round anew; your ballot comes back as a draft.',
  )
}

function roundIsOpen(state: RoundState): Verdict {
  if (state === 'open') return allowed
  return refused('round.closed', 'This round is over; its ballots can no longer change.', 'Open another round.')
}

/** May votes be cast or recast in this round at all? What a screen asks before anything is typed. */
export function canVote(round: { state: RoundState; fingerprint: string; current: string }): Verdict {
  return every(roundIsOpen(round.state), stillOnItsEvidence(round))
}

/** Rules 5, 6 and 8 for one ballot; `level` null is a recusal. Casting again replaces what was cast, recusals too. */
export function canCast(
  ballot: { level: Level | null; reason: string },
  round: { state: RoundState; fingerprint: string; current: string; originsCount: number },
): Verdict {
  return every(
    canVote(round),
    hasItsReason(ballot),
    ballot.level === 'confirmed' ? confirmedNeeds(round.originsCount) : allowed,
  )
}

function hasItsReason(ballot: { level: Level | null; reason: string }): Verdict {
  if (ballot.reason.trim() !== '') return allowed
  if (ballot.level === null)
    return refused('round.reason', 'A recusal needs a reason.', 'Say why you do not vote on this.')
  if (!needsReason(ballot.level)) return allowed
  return refused('round.reason', `“${LEVEL_INFO[ballot.level].label}” needs a reason.`, 'Say what it rests on.')
}

/**
 * Opening needs one piece of evidence of either stance, not withdrawn; opening again on the same evidence needs
 * a reason, whether the last round is open or revealed. `last` is the claim's newest round, if any.
 */
export function canOpen(input: {
  last: { state: RoundState; fingerprint: string } | null
  current: string
  evidenceCount: number
  reason: string
}): Verdict {
  if (input.evidenceCount < 1)
    return refused('round.evidence', 'There is nothing to vote on yet.', 'Attach a passage to the claim as evidence.')
  if (input.last === null || isStale(input.last.fingerprint, input.current)) return allowed
  if (input.reason.trim() !== '') return allowed
  return refused(
    'round.same-evidence',
    'The evidence is the same as in the last round.',
    'Say why it should be voted on again.',
  )
}

/** Rules 7 and 8. Says how many ballots are missing, which anyone can see from who has voted. */
export function canReveal(round: {
  state: RoundState
  fingerprint: string
  current: string
  quorum: number
  ballots: readonly CountedBallot[]
}): Verdict {
  const { cast, recusals } = tally(round.ballots)
  const missing = effectiveQuorum(round.quorum, recusals) - cast
  return every(
    canStartRound('reveal', round.state) ? allowed : roundIsOpen(round.state),
    stillOnItsEvidence(round),
    missing <= 0
      ? allowed
      : refused(
          'round.quorum',
          missing === 1 ? 'One more ballot is needed.' : `${missing} more ballots are needed.`,
          'The reveal opens with the last of them.',
        ),
  )
}

/**
 * Rule 7. Recusals and suspended accounts' ballots are left out; what remains are the ballots.
 * `unknown` wins at half or more of the ballots (no ballot at all is `unknown` too). Otherwise the finding is the
 * middle of the rated levels, the less confident of two. Spread: n is the number of rated levels, for `unknown` has
 * no place on the scale; ⌊n/4⌋ are dropped at each end, then the highest minus the lowest. It is stated for a
 * finding of `unknown` as well, so that a split team shows.
 */
export function conclude(ballots: readonly CountedBallot[]): Conclusion {
  const levels = ballots.flatMap((ballot) => (ballot.isSuspended || ballot.level === null ? [] : [ballot.level]))
  const rated = levels.filter(isRated).toSorted((a, b) => stepOf(a) - stepOf(b))
  const unknowns = levels.length - rated.length
  // Ascending, so that the lower of two middles is the less confident.
  const middle = rated[Math.ceil(rated.length / 2) - 1]
  return {
    level: unknowns * 2 >= levels.length || middle === undefined ? 'unknown' : middle,
    spread: spreadOf(rated),
    distribution: distributionOf(levels),
  }
}

function isRated(level: Level): level is RatedLevel {
  return level !== 'unknown'
}

function stepOf(level: RatedLevel): number {
  return LEVEL_INFO[level].value ?? 0
}

function spreadOf(ascending: readonly RatedLevel[]): number | null {
  const trim = Math.floor(ascending.length / 4)
  const lowest = ascending[trim]
  const highest = ascending[ascending.length - 1 - trim]
  if (lowest === undefined || highest === undefined) return null
  return stepOf(highest) - stepOf(lowest)
}

function distributionOf(levels: readonly Level[]): Distribution {
  const count = (level: Level) => levels.filter((cast) => cast === level).length
  return {
    confirmed: count('confirmed'),
    probable: count('probable'),
    possible: count('possible'),
    doubtful: count('doubtful'),
    improbable: count('improbable'),
    unknown: count('unknown'),
  }
}

export type Reason = { level: Level; reason: string; isReasonPublic: boolean }

/**
 * Dissent: the reasons of counted ballots whose level differs from the finding's, in the scale's order and then by
 * their text, so that no order of casting shows.
 */
export function dissent(
  findingLevel: Level,
  ballots: readonly (CountedBallot & { reason: string; isReasonPublic: boolean })[],
): Reason[] {
  return reasonsOf(ballots).filter((reason) => reason.level !== findingLevel)
}

/** All reasons of counted ballots, unnamed, in that same order. For after the reveal alone (rule 4). */
export function reasonsOf(ballots: readonly (CountedBallot & { reason: string; isReasonPublic: boolean })[]): Reason[] {
  return ballots
    .flatMap(({ level, isSuspended, reason, isReasonPublic }) =>
      isSuspended || level === null || reason.trim() === '' ? [] : [{ level, reason, isReasonPublic }],
    )
    .toSorted((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || compareText(a.reason, b.reason))
}

/** A claim and its evidence, as voters saw it. */
export type FingerprintInput = {
  claimText: string
  evidence: readonly {
    id: string
    stance: Stance
    isWithdrawn: boolean
    sourceId: string
    outletId: string | null
    origin: { id: string; partyId: string | null } | null
    exact: string
    /** The translation in force. */
    translation: { text: string; language: string; method: TranslationMethod; translator: string | null } | null
  }[]
  lineage: readonly LineageEdge[]
  sides: readonly Side[]
  /** As for `independentOrigins`: outlets of sources without evidence here. */
  sources?: readonly { id: string; outletId: string | null }[]
}

/**
 * Rule 8: SHA-256, 64 hex digits, of what the votes are about: the claim's text; every piece of evidence that is not
 * withdrawn with its stance, exact text, translation, origin and that origin's party, source and outlet; the copies
 * that connect those sources; which side each of those parties is on. It depends on no order, and on nothing that
 * rules 3 and 6 do not read: a suggested or `quotes` edge, a side's other parties, an origin's wording.
 */
export function fingerprint(input: FingerprintInput): string {
  const evidence = input.evidence.filter((piece) => !piece.isWithdrawn)
  const families = familiesOf(input.lineage)
  const reached = new Set(evidence.flatMap((piece) => families.get(piece.sourceId) ?? []))
  const edges = input.lineage.filter(
    (edge) => joinsSources(edge) && reached.has(families.get(edge.fromSourceId) ?? edge.fromSourceId),
  )
  const ends = new Set(edges.flatMap((edge) => [edge.fromSourceId, edge.toSourceId]))
  const parties = new Set(evidence.flatMap((piece) => piece.origin?.partyId ?? []))
  return hashOf({
    v: 1,
    claim: input.claimText,
    evidence: sorted(
      evidence.map(({ id, stance, sourceId, outletId, origin, exact, translation }) => [
        id,
        stance,
        sourceId,
        outletId,
        origin === null ? null : [origin.id, origin.partyId],
        exact,
        translation === null
          ? null
          : [translation.text, translation.language, translation.method, translation.translator],
      ]),
    ),
    lineage: sorted(edges.map((edge) => [edge.fromSourceId, edge.toSourceId])),
    sources: sorted(
      (input.sources ?? []).filter((source) => ends.has(source.id)).map((source) => [source.id, source.outletId]),
    ),
    sides: sorted(
      input.sides.flatMap((side) => side.partyIds.filter((id) => parties.has(id)).map((id) => [side.id, id])),
    ),
  })
}

/** Sorted by their JSON, each once. */
function sorted(rows: readonly unknown[]): unknown[] {
  const byJson = new Map(rows.map((row) => [JSON.stringify(row), row]))
  return [...byJson].toSorted(([a], [b]) => compareText(a, b)).map(([, row]) => row)
}

/** Is a round or finding stale: is what it was about no longer what there is? */
export function isStale(fixed: string, current: string): boolean {
  return fixed !== current
}
