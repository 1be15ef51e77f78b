import { canPublish, citableEvidence, gate, leftOut, type GateInput } from '@/domain/gate'
import { canAnd, type Actor } from '@/domain/policy'
import { approvalsFor, canReview, reviewersLeft, type ReviewFact } from '@/domain/review'
import { canDiscard, canDraft, canEdit, canSubmit, canWithdraw } from '@/domain/revision'
import { allowed, refused, type Verdict } from '@/domain/verdict'
import { isWithdrawn, type ClaimState } from './claim-state'
import type { Picture } from './picture'
import { documentOf, workingRevision, type PictureRevision } from './revision-of'
import type { RevisionView, SummaryView } from './summary-schema'

export function reviewFacts(revision: PictureRevision): ReviewFact[] {
  return revision.reviews.map(({ accountId, decision, snapshotHash }) => ({ accountId, decision, snapshotHash }))
}

export function authorIds(revision: PictureRevision): string[] {
  return revision.authors.map((author) => author.accountId)
}

/** What rules 9 to 11 read of a revision; `snapshotHash` is of what publishing it would make now. */
export function gateInputOf(
  picture: Picture,
  states: readonly ClaimState[],
  revision: PictureRevision,
  snapshotHash: string,
): GateInput {
  return {
    revision: { id: revision.id, state: revision.state, doc: documentOf(revision) },
    snapshotHash,
    approvalsNeeded: picture.team.approvals,
    authors: authorIds(revision),
    reviews: reviewFacts(revision),
    evidence: picture.evidence.map((piece) => ({
      id: piece.id,
      claimId: piece.claimId,
      isWithdrawn: isWithdrawn(piece),
    })),
    claims: states.map(({ claim, openRound, revealedRound, isFindingStale }) => ({
      id: claim.id,
      text: claim.text,
      questionId: claim.questionId,
      isCentral: claim.isCentral,
      isWithdrawn: claim.withdrawnAt !== null,
      openRoundId: openRound?.id ?? null,
      finding: revealedRound?.level ? { level: revealedRound.level, isStale: isFindingStale } : null,
    })),
  }
}

function revisionViewOf(revision: PictureRevision, snapshotHash: string): RevisionView {
  return {
    id: revision.id,
    version: revision.version,
    state: revision.state,
    document: revision.document,
    createdAt: revision.createdAt,
    updatedAt: revision.updatedAt,
    submittedAt: revision.submittedAt,
    authors: revision.authors.map((author) => ({
      accountId: author.accountId,
      name: author.account.name,
      byline: author.byline,
    })),
    reviews: revision.reviews.map((review) => ({
      id: review.id,
      name: review.account.name,
      decision: review.decision,
      comment: review.comment,
      decidedAt: review.decidedAt,
      isCurrent: review.snapshotHash === snapshotHash,
    })),
  }
}

const NOTHING_WORKING = refused('revision.none', 'There is no text being worked on.', 'Begin a draft.')
/** Stands for what the screen has not typed yet, so that a verdict speaks of everything else. */
const TYPED_LATER = '–'

/** Something is published and the newest says more than that it was retracted. */
export function isPublished(picture: Picture): Verdict {
  const [newest] = picture.incident.publications
  if (!newest) return refused('publication.none', 'Nothing of this incident is published.')
  if (newest.correctionKind === 'retraction') return refused('publication.retracted', 'The account was retracted.')
  return allowed
}

function verdicts(picture: Picture, input: GateInput | null, revision: PictureRevision | null, actor: Actor) {
  const onWorking = (rule: (working: PictureRevision, gateInput: GateInput) => Verdict): Verdict =>
    revision && input ? rule(revision, input) : NOTHING_WORKING
  const earlierPublications = picture.incident.publications.length
  const states = picture.revisions.map((other) => other.state)
  return {
    draft: canAnd(actor, 'revision.edit', canDraft({ incidentState: picture.incident.state, states })),
    edit: canAnd(
      actor,
      'revision.edit',
      onWorking(({ state }) => canEdit(state)),
    ),
    discard: canAnd(
      actor,
      'revision.edit',
      onWorking(({ state }) => canDiscard({ state, reason: TYPED_LATER })),
    ),
    submit: canAnd(
      actor,
      'revision.submit',
      onWorking(({ state }, { authors, revision: { doc }, evidence }) =>
        canSubmit({ actorId: actor.id, authors, state, doc, validEvidenceIds: citableEvidence(evidence) }),
      ),
    ),
    review: canAnd(
      actor,
      'revision.review',
      onWorking(({ state }, { authors }) => canReview({ actorId: actor.id, authors, state })),
    ),
    withdraw: canAnd(
      actor,
      'revision.edit',
      onWorking(({ state }) => canWithdraw({ state, reason: TYPED_LATER })),
    ),
    publish: canAnd(
      actor,
      'revision.publish',
      onWorking((_working, gateInput) =>
        canPublish({
          ...gateInput,
          earlierPublications,
          correction: earlierPublications === 0 ? null : { kind: 'update', note: TYPED_LATER },
        }),
      ),
    ),
    retract: canAnd(actor, 'publication.retract', isPublished(picture)),
    exportBundle: canAnd(actor, 'bundle.export'),
    reExamine: canAnd(actor, 'publication.re-examine', isPublished(picture)),
  }
}

function changesRequested(picture: Picture, working: PictureRevision | null): SummaryView['changesRequested'] {
  if (working?.state !== 'draft') return null
  const before = picture.revisions.find(
    (revision) => revision.id === working.basedOn && revision.state === 'changes_requested',
  )
  const asked = before?.reviews.findLast((review) => review.decision === 'request_changes')
  return asked ? { comment: asked.comment, name: asked.account.name, at: asked.decidedAt } : null
}

/** The right-hand column. `snapshotHash` is of what publishing the working revision would make; '' where none is. */
export function summaryViewOf(
  picture: Picture,
  states: readonly ClaimState[],
  actor: Actor,
  snapshotHash: string,
): SummaryView {
  const working = workingRevision(picture)
  const input = working && gateInputOf(picture, states, working, snapshotHash)
  const authors = working ? authorIds(working) : []
  const editorIds = picture.team.editors.map((editor) => editor.id)
  const [notice] = picture.incident.notices
  return {
    working: working && revisionViewOf(working, snapshotHash),
    changesRequested: changesRequested(picture, working),
    publications: picture.incident.publications.map((publication) => ({
      id: publication.id,
      number: publication.number,
      hash: publication.hash,
      publishedAt: publication.publishedAt,
      correctionKind: publication.correctionKind,
      correctionNote: publication.correctionNote,
      isRedacted: publication.isRedacted,
    })),
    notice: notice ? { id: notice.id, reason: notice.reason, begunAt: notice.begunAt } : null,
    hasText: picture.incident.hasText,
    gate: input ? gate(input) : [],
    leftOut: input ? leftOut(input) : [],
    approvals: {
      given: input ? approvalsFor(snapshotHash, input.reviews, input.authors).length : 0,
      needed: picture.team.approvals,
    },
    reviewersLeft: reviewersLeft(editorIds, authors, actor.id).now,
    isAuthor: authors.includes(actor.id),
    can: verdicts(picture, input, working, actor),
  }
}
