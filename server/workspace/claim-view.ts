import { groupBy } from '@/domain/group-by'
import { headingOf } from '@/domain/levels'
import { describeJoin, type OriginGroup } from '@/domain/origin'
import { originPicture } from '@/domain/origin-picture'
import { can, canAnd, type Actor } from '@/domain/policy'
import { canReveal, canVote, confirmedNeeds, effectiveQuorum, isStale, tally } from '@/domain/round'
import { formatWhen } from '@/domain/time'
import { every, refused, type Verdict } from '@/domain/verdict'
import type { SeenRound } from '../round/queries'
import { isWithdrawn, pagesOfExcerpt, type ClaimState } from './claim-state'
import type { Names } from './name'
import type { PictureEvidence } from './picture'
import type { ClaimView, EvidenceView, FindingView, RoundView } from './claim-schema'

const list = new Intl.ListFormat('en')

const withdrawal = (row: { withdrawnAt: Date | null; withdrawnReason: string | null }) =>
  row.withdrawnAt === null ? null : { at: row.withdrawnAt, reason: row.withdrawnReason ?? '' }

export function evidenceViewOf(piece: PictureEvidence): EvidenceView {
  const { excerpt } = piece
  const translation = excerpt.translations[0]
  return {
    id: piece.id,
    version: piece.version,
    claimId: piece.claimId,
    stance: piece.stance,
    excerpt: {
      id: excerpt.id,
      captureId: excerpt.capture.id,
      captureNumber: excerpt.capture.number,
      isGone: excerpt.isGone,
      pages: pagesOfExcerpt(excerpt),
      exact: excerpt.exact,
      start: excerpt.start,
      end: excerpt.end,
      translation: translation
        ? {
            text: translation.text,
            language: translation.language,
            method: translation.method,
            translator: translation.translator,
          }
        : null,
      withdrawn: withdrawal(excerpt),
    },
    sourceId: excerpt.capture.sourceId,
    originId: piece.originId,
    relays: piece.relays.map((relay) => relay.party),
    withdrawn: withdrawal(piece),
    isWithdrawn: isWithdrawn(piece),
  }
}

export function isClaimWithdrawn(state: ClaimState): boolean {
  return state.claim.withdrawnAt !== null
}

export function standingEvidence(state: ClaimState): number {
  return state.evidence.filter((piece) => !isWithdrawn(piece)).length
}

/** In an open round levels are sealed; to count who has voted, any level stands for them. */
function votes(round: SeenRound) {
  return round.voters.map((voter) => ({
    level: voter.isRecusal ? null : ('unknown' as const),
    isSuspended: voter.isSuspended,
  }))
}

export function canRevealRound(state: Pick<ClaimState, 'fingerprint'>, round: SeenRound): Verdict {
  return canReveal({
    state: round.state,
    fingerprint: round.fingerprint,
    current: state.fingerprint,
    quorum: round.quorum,
    ballots: votes(round),
  })
}

/** What a round's view is made from: the claim's rounds, newest first, and what the rules read of its evidence. */
export type RoundGround = Pick<ClaimState, 'rounds' | 'fingerprint' | 'origins'>

/** An open round as `actor` may see it; `state` is the claim's. */
export function roundViewOf(state: RoundGround, round: SeenRound, actor: Actor): RoundView {
  const before = state.rounds.find((other) => other.number < round.number)
  const vote = canVote({ state: round.state, fingerprint: round.fingerprint, current: state.fingerprint })
  // A superseded round that was never revealed stays sealed: only a finding shows that it was.
  const earlier = state.rounds.find((other) => other.number < round.number && other.level !== null)
  return {
    id: round.id,
    claimId: round.claimId,
    number: round.number,
    state: round.state,
    fixedQuorum: round.quorum,
    quorum: effectiveQuorum(round.quorum, tally(votes(round)).recusals),
    reason: round.reason,
    openedAt: round.openedAt,
    isCurrent: !isStale(round.fingerprint, state.fingerprint),
    voters: round.voters.map(({ accountId, name, isRecusal }) => ({ accountId, name, isRecusal })),
    mine: round.mine,
    draft: before?.mine ?? null,
    earlierReasons: earlier?.reasons ?? [],
    can: {
      cast: canAnd(actor, 'round.vote', vote),
      confirm: canAnd(actor, 'round.vote', vote, confirmedNeeds(state.origins.count)),
      reveal: canAnd(actor, 'round.reveal', canRevealRound(state, round)),
    },
  }
}

function findingViewOf(state: ClaimState): FindingView | null {
  const round = state.revealedRound
  if (!round || round.level === null || round.distribution === null) return null
  return {
    roundId: round.id,
    number: round.number,
    level: round.level,
    spread: round.spread,
    heading: headingOf(round.level, round.spread),
    distribution: round.distribution,
    reasons: round.reasons ?? [],
    isStale: state.isFindingStale,
    revealedAt: round.revealedAt,
  }
}

function originsViewOf(state: ClaimState, names: Names): ClaimView['origins'] {
  const { count, groups, unattributed } = state.origins
  const labels = new Map(groups.map((group, index) => [group.key, `Origin ${index + 1}`]))
  const relays = new Map(state.evidence.map((piece) => [piece.id, piece.relays.map((relay) => relay.partyId)]))
  const picture = originPicture({
    ...state.originInput,
    evidence: state.originInput.evidence.map((piece) => ({ ...piece, relayPartyIds: relays.get(piece.id) ?? [] })),
  })
  const label = (kind: string, ref: string | null): string => {
    if (ref === null) return 'Unknown origin'
    if (kind === 'source') return names.sourceName(ref) ?? 'Untitled source'
    if (kind === 'relay') return names.partyName(ref) ?? 'Relay'
    if (kind === 'origin') return names.originName(ref) ?? 'Origin'
    return labels.get(ref) ?? 'Group'
  }
  return {
    count,
    groups: groups.map((group) => ({
      key: group.key,
      label: labels.get(group.key) ?? 'Origin',
      evidenceIds: group.evidenceIds,
      reasons: reasonsOf(group, state, names),
    })),
    unattributed,
    picture: {
      nodes: picture.nodes.map(({ id, kind, ref, evidenceIds }) => ({
        id,
        kind,
        label: label(kind, ref),
        evidenceIds,
      })),
      links: picture.links,
    },
  }
}

/** Why its evidence is one origin; where a sentence speaks of some of it, by which sources those came. */
function reasonsOf(group: OriginGroup, state: ClaimState, names: Names): string[] {
  const sources = new Map(
    state.evidence.map((piece) => [piece.id, names.sourceName(piece.excerpt.capture.sourceId) ?? 'Untitled source']),
  )
  const bySentence = groupBy(group.joins, (join) => describeJoin(join, names))
  return [...bySentence].map(([sentence, joins]) => {
    const ids = new Set(joins.flatMap(({ a, b }) => [a, b]))
    if (bySentence.size === 1 || ids.size === group.evidenceIds.length) return sentence
    return `${list.format(new Set([...ids].flatMap((id) => sources.get(id) ?? [])))}: ${sentence}`
  })
}

/** Opening a round: what a screen can know before a reason is typed. */
function canOpenRound(state: ClaimState, actor: Actor): Verdict {
  const withdrawn: Verdict = isClaimWithdrawn(state)
    ? refused('claim.withdrawn', 'This claim is withdrawn.', 'Restore it first.')
    : { allowed: true }
  const evidence: Verdict =
    standingEvidence(state) > 0
      ? { allowed: true }
      : refused('round.evidence', 'There is nothing to vote on yet.', 'Attach a passage to the claim as evidence.')
  return every(can(actor, 'round.open'), withdrawn, evidence)
}

export function claimViewOf(
  state: ClaimState,
  actor: Actor,
  { names, isOpen }: { names: Names; isOpen: Verdict },
): ClaimView {
  const { claim, openRound } = state
  const last = state.rounds[0]
  return {
    id: claim.id,
    questionId: claim.questionId,
    text: claim.text,
    version: claim.version,
    isCentral: claim.isCentral,
    claimants: claim.claimants.map((claimant) => claimant.party),
    firstSourceId: claim.firstSourceId,
    firstAppeared: claim.firstAppeared,
    firstAppearedWords: claim.firstAppeared === null ? null : formatWhen(claim.firstAppeared),
    withdrawn: withdrawal(claim),
    evidence: state.evidence.map(evidenceViewOf),
    origins: originsViewOf(state, names),
    round: openRound ? roundViewOf(state, openRound, actor) : null,
    finding: findingViewOf(state),
    earlier: state.rounds.flatMap((round) =>
      round.state === 'superseded' && round.level !== null && round.revealedAt !== null
        ? [{ number: round.number, revealedAt: round.revealedAt, level: round.level }]
        : [],
    ),
    needsReasonToOpen: last !== undefined && !isStale(last.fingerprint, state.fingerprint),
    can: { edit: canAnd(actor, 'claim.edit', isOpen), open: every(isOpen, canOpenRound(state, actor)) },
  }
}
