import { summaryBlocks, uncitedBlocks } from './citation'
import type { DocumentNode } from './document'
import { allowed, every, refused, type Verdict } from './verdict'
import { canStart, isWorking, type IncidentState, type RevisionAction, type RevisionState } from './workflow'

const STATE_WORDS: Readonly<Record<RevisionState, string>> = {
  draft: 'is a draft',
  in_review: 'is in review',
  approved: 'is approved',
  published: 'is published',
  changes_requested: 'went back for changes',
  withdrawn: 'was withdrawn',
  superseded: 'was superseded',
}

/** Does the table of transitions let this action start here? With the reason in words. */
export function canStartFrom(action: RevisionAction, state: RevisionState): Verdict {
  if (canStart(action, state)) return allowed
  return refused('revision.state', `This text ${STATE_WORDS[state]}; that cannot be done with it now.`)
}

function given(text: string, rule: string, because: string, lift: string): Verdict {
  return text.trim() === '' ? refused(rule, because, lift) : allowed
}

/** A new draft: the incident is open and no revision of it is working. `states`: of all its revisions. */
export function canDraft(input: { incidentState: IncidentState; states: readonly RevisionState[] }): Verdict {
  if (input.incidentState !== 'open')
    return refused('revision.closed', 'The incident is closed.', 'A lead can open it again.')
  if (input.states.some(isWorking))
    return refused('revision.working', 'A text of this incident is already being worked on.', 'Go on with that one.')
  return allowed
}

export function canEdit(state: RevisionState): Verdict {
  return every(canStartFrom('edit', state))
}

export function canDiscard(input: { state: RevisionState; reason: string }): Verdict {
  return every(
    canStartFrom('discard', input.state),
    given(input.reason, 'revision.reason', 'Discarding a draft needs a reason.', 'Say why.'),
  )
}

export function canWithdraw(input: { state: RevisionState; reason: string }): Verdict {
  return every(
    canStartFrom('withdraw', input.state),
    given(input.reason, 'revision.reason', 'Withdrawing a text needs a reason.', 'Say why.'),
  )
}

/** "An author of it", of a text of either kind. */
export function canSubmitBy(input: { actorId: string; authors: readonly string[]; state: RevisionState }): Verdict {
  return every(
    canStartFrom('submit', input.state),
    input.authors.includes(input.actorId)
      ? allowed
      : refused('revision.author', 'Only an author of this text submits it.', 'Ask one of its authors.'),
  )
}

/**
 * Rule 9 and "an author of it". `validEvidenceIds`: evidence of this incident that is not withdrawn. A text in which
 * nothing is said cannot be submitted either.
 */
export function canSubmit(input: {
  actorId: string
  authors: readonly string[]
  state: RevisionState
  doc: DocumentNode
  validEvidenceIds: ReadonlySet<string>
}): Verdict {
  return every(canSubmitBy(input), isCited(input.doc, input.validEvidenceIds))
}

/** Rule 9 as one verdict. */
export function isCited(doc: DocumentNode, validEvidenceIds: ReadonlySet<string>): Verdict {
  if (summaryBlocks(doc).length === 0) return refused('revision.empty', 'The summary is empty.', 'Write it first.')
  const uncited = uncitedBlocks(doc, validEvidenceIds)
  if (uncited.length === 0) return allowed
  return refused(
    'revision.uncited',
    uncited.length === 1 ? 'One block cites nothing.' : `${uncited.length} blocks cite nothing.`,
    'Cite a passage in each paragraph, list item and quotation.',
  )
}
