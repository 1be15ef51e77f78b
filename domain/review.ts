import { canStartFrom } from './revision'
import { allowed, every, refused, type Verdict } from './verdict'
import type { ReviewDecision } from './words'
import type { RevisionState } from './workflow'

export const APPROVALS_MIN = 1
export const APPROVALS_MAX = 3

/** A decision on one revision. */
export type ReviewFact = { accountId: string; decision: ReviewDecision; snapshotHash: string }

/** Rule 10: whoever has edited the text since the last publication does not review it. */
export function notAnAuthor(actorId: string, authors: readonly string[]): Verdict {
  if (!authors.includes(actorId)) return allowed
  return refused(
    'review.author',
    'You have edited this text since the last publication, so you cannot review it.',
    'Ask an editor who has not.',
  )
}

/**
 * Who approves the snapshot with this hash: reviewers whose latest decision on the revision is an approval of it, and
 * who are no authors. `reviews` oldest first. An approval stands when its reviewer is suspended later: unlike a
 * sealed ballot it was a finished act, on record, when it was given (rule 12).
 */
export function approvalsFor(hash: string, reviews: readonly ReviewFact[], authors: readonly string[]): string[] {
  const latest = new Map(reviews.map((review) => [review.accountId, review]))
  return [...latest.values()]
    .filter((review) => review.decision === 'approve' && review.snapshotHash === hash)
    .map((review) => review.accountId)
    .filter((accountId) => !authors.includes(accountId))
    .toSorted()
}

type ReviewInput = {
  actorId: string
  authors: readonly string[]
  state: RevisionState
  /** Of the snapshot that publishing would make now. */
  snapshotHash: string
  /** Of this revision, oldest first. */
  reviews: readonly ReviewFact[]
  approvalsNeeded: number
}

/** May this person review at all: what the screen asks before a decision is typed. */
export function canReview(input: Pick<ReviewInput, 'actorId' | 'authors' | 'state'>): Verdict {
  return every(canStartFrom('request_changes', input.state), notAnAuthor(input.actorId, input.authors))
}

/** Rule 10: not an author, and once for each snapshot. An approved text is approved anew once its snapshot changed. */
export function canApprove(input: ReviewInput & { seenHash: string }): Verdict {
  const approvals = approvalsFor(input.snapshotHash, input.reviews, input.authors)
  return every(
    canStartFrom('approve', input.state),
    notAnAuthor(input.actorId, input.authors),
    input.seenHash === input.snapshotHash
      ? allowed
      : refused('review.changed', 'What would be published has changed since you opened it.', 'Look at it again.'),
    approvals.includes(input.actorId)
      ? refused('review.once', 'You have approved exactly this already.', 'One more reviewer can.')
      : allowed,
    input.state === 'approved' && approvals.length >= input.approvalsNeeded
      ? refused('review.enough', 'It is approved as it stands.', 'It can be published.')
      : allowed,
  )
}

export function canRequestChanges(
  input: Pick<ReviewInput, 'actorId' | 'authors' | 'state'> & { comment: string },
): Verdict {
  return every(
    canReview(input),
    input.comment.trim() === ''
      ? refused('review.comment', 'Asking for changes needs a comment.', 'Say what should change.')
      : allowed,
  )
}

/** Where an approval leads: `reviews` with the new one last. What is approved stays so (ADR 17). */
export function stateAfterApproval(
  input: Pick<ReviewInput, 'state' | 'snapshotHash' | 'reviews' | 'authors' | 'approvalsNeeded'>,
): 'in_review' | 'approved' {
  if (input.state === 'approved') return 'approved'
  const approvals = approvalsFor(input.snapshotHash, input.reviews, input.authors)
  return approvals.length >= input.approvalsNeeded ? 'approved' : 'in_review'
}

/** Editors (able to review) who are no authors, now and once `actorId` has typed the first keystroke. */
export function reviewersLeft(
  editorIds: readonly string[],
  authors: readonly string[],
  actorId: string,
): { now: number; onceActorEdits: number; isAuthor: boolean } {
  const left = editorIds.filter((id) => !authors.includes(id))
  return {
    now: left.length,
    onceActorEdits: left.filter((id) => id !== actorId).length,
    isAuthor: authors.includes(actorId),
  }
}
