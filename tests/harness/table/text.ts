import { claimOf, UNKNOWN } from '../world'
import type { World } from '../world'
import { desk, editors, leads, missing, row } from './cell'
import type { Row, Table } from './cell'

const reason = 'There is a cause.'
const cast = { level: 'probable', reason: 'As the passages say.', isReasonPublic: true }
const lastRound = (w: World, claimId: string) => {
  const claim = claimOf(w.votes.view, claimId)
  return { claimId, lastRoundId: claim.round?.id ?? claim.finding?.roundId ?? null }
}
const revisionId: Record<string, Row['input']> = {
  draft: (w) => ({ revisionId: w.draft.revisionId }),
  review: (w) => ({ revisionId: w.review.revisionId }),
  approved: (w) => ({ revisionId: w.approved.revisionId }),
  published: (w) => ({ revisionId: w.published.revisionId }),
  unknown: () => ({ revisionId: UNKNOWN }),
}
const withText = (which: string, more: object): Row['input'] => {
  const make = revisionId[which]
  return (w, who) => ({ ...(make?.(w, who) as object), ...more })
}
const texts = (which: string): Row['input'] => withText(which, {})
const save = (w: World, version = w.draft.version) => ({
  revisionId: w.draft.revisionId,
  version,
  document: w.draft.document,
})
const translate = ({ rendition: { draft } }: World, more: object = {}) => ({
  revisionId: draft.id,
  version: draft.version,
  lines: draft.lines,
  words: draft.words,
  ...more,
})
const ofVersion = ({ id, version }: { id: string; version: number }) => ({ revisionId: id, version })
const seen = ({ id, hash }: { id: string; hash: string }) => ({ revisionId: id, seenHash: hash })
const none = 'PRECONDITION_FAILED'

/** Votes, texts, reviews, publications and what follows them. */
export const textTable: Table = {
  'round.open': [
    row('first', (w) => ({ claimId: w.fresh.claimId, lastRoundId: null, reason: '' }), editors('ok')),
    row('again, on new evidence', (w) => ({ ...lastRound(w, w.votes.staleId), reason: '' }), editors('ok')),
    row('again, on the same', (w) => ({ ...lastRound(w, w.votes.doneId), reason }), editors('ok')),
    row('on the same, no reason', (w) => ({ ...lastRound(w, w.votes.doneId), reason: '' }), editors(none)),
    row('no evidence', (w) => ({ claimId: w.votes.bareId, lastRoundId: null, reason: '' }), editors(none)),
    row('withdrawn', (w) => ({ claimId: w.fresh.deadId, lastRoundId: null, reason: '' }), editors(none)),
    row('closed', (w) => ({ claimId: w.closed.claimId, lastRoundId: null, reason: '' }), editors(none)),
    row('not the last', (w) => ({ claimId: w.votes.doneId, lastRoundId: null, reason }), editors('CONFLICT')),
    missing(() => ({ claimId: UNKNOWN, lastRoundId: null, reason: '' })),
  ],
  'round.reveal': [
    row('quorum reached', (w) => ({ roundId: w.votes.reachedRoundId }), editors('ok')),
    row('too few', (w) => ({ roundId: w.votes.waitingRoundId }), editors(none)),
    row('evidence changed', (w) => ({ roundId: w.votes.staleRoundId }), editors(none)),
    row('revealed', (w) => ({ roundId: w.votes.doneRoundId }), editors(none)),
    missing(() => ({ roundId: UNKNOWN })),
  ],
  'ballot.cast': [
    row('open', (w) => ({ roundId: w.votes.waitingRoundId, ...cast }), editors('ok')),
    row(
      'confirmed, unearned',
      (w) => ({ roundId: w.votes.waitingRoundId, ...cast, level: 'confirmed' }),
      editors(none),
    ),
    row('confirmed, earned', (w) => ({ roundId: w.votes.reachedRoundId, ...cast, level: 'confirmed' }), editors('ok')),
    row(
      'no reason at the end',
      (w) => ({ roundId: w.votes.waitingRoundId, ...cast, level: 'improbable', reason: '' }),
      editors(none),
    ),
    row('evidence changed', (w) => ({ roundId: w.votes.staleRoundId, ...cast }), editors(none)),
    row('revealed', (w) => ({ roundId: w.votes.doneRoundId, ...cast }), editors(none)),
    missing(() => ({ roundId: UNKNOWN, ...cast })),
  ],
  'ballot.recuse': [
    row('open', (w) => ({ roundId: w.votes.waitingRoundId, reason }), editors('ok')),
    row('revealed', (w) => ({ roundId: w.votes.doneRoundId, reason }), editors(none)),
    missing(() => ({ roundId: UNKNOWN, reason })),
  ],
  'ballot.pending': [row('some', () => ({}), desk('ok'))],
  'revision.draft': [
    row('none yet', (w) => ({ incidentId: w.fresh.incidentId }), editors('ok')),
    row('published', (w) => ({ incidentId: w.published.incidentId }), editors('ok')),
    row('one at work', (w) => ({ incidentId: w.draft.incidentId }), editors(none)),
    row('closed', (w) => ({ incidentId: w.closed.incidentId }), editors(none)),
    missing(() => ({ incidentId: UNKNOWN })),
  ],
  'revision.save': [
    row('draft', (w) => save(w), editors('ok')),
    row('stale', (w) => save(w, 99), editors('CONFLICT')),
    row('frozen', (w) => ({ ...save(w), revisionId: w.review.revisionId }), editors(none)),
    row('published', (w) => ({ ...save(w), revisionId: w.published.revisionId }), editors(none)),
    row('foreign evidence', (w) => ({ ...save(w), document: foreignDocument(w) }), editors('BAD_REQUEST')),
    missing((w) => ({ ...save(w), revisionId: UNKNOWN })),
  ],
  'revision.chooseByline': [
    row('draft', withText('draft', { byline: 'A. N. Author' }), editors('ok', { editor: none, lead: none })),
    row('published', withText('published', { byline: 'A. N. Author' }), editors(none)),
    missing(withText('unknown', { byline: null })),
  ],
  'revision.discard': [
    row('draft', withText('draft', { reason }), editors('ok')),
    row('frozen', withText('review', { reason }), editors(none)),
    missing(withText('unknown', { reason })),
  ],
  'revision.submit': [
    row(
      'draft',
      (w) => ({ revisionId: w.draft.revisionId, version: w.draft.version }),
      editors('ok', { editor: none, lead: none }),
    ),
    row('stale', (w) => ({ revisionId: w.draft.revisionId, version: 99 }), editors(none, { author: 'CONFLICT' })),
    row('frozen', withText('review', { version: 1 }), editors(none)),
    missing(withText('unknown', { version: 1 })),
  ],
  'revision.withdraw': [
    row('in review', withText('review', { reason }), editors('ok')),
    row('approved', withText('approved', { reason }), editors('ok')),
    row('draft', withText('draft', { reason }), editors(none)),
    row('published', withText('published', { reason }), editors(none)),
    missing(withText('unknown', { reason })),
  ],
  'revision.requestChanges': [
    row('in review', withText('review', { comment: reason }), editors('ok', { author: none })),
    row('approved', withText('approved', { comment: reason }), editors('ok', { author: none })),
    row('draft', withText('draft', { comment: reason }), editors(none)),
    missing(withText('unknown', { comment: reason })),
  ],
  'revision.preview': [
    row('draft', texts('draft'), desk('ok')),
    row('in review', texts('review'), desk('ok')),
    row('published', texts('published'), desk('ok')),
    missing(texts('unknown')),
  ],
  'revision.versions': [
    row('two', (w) => ({ incidentId: w.again.incidentId }), desk('ok')),
    missing(() => ({ incidentId: UNKNOWN })),
  ],
  'review.approve': [
    row(
      'in review',
      (w) => ({ revisionId: w.review.revisionId, seenHash: w.review.hash }),
      editors('ok', { author: none }),
    ),
    row('not what was seen', (w) => ({ revisionId: w.review.revisionId, seenHash: '0'.repeat(64) }), editors(none)),
    row('enough have', (w) => ({ revisionId: w.approved.revisionId, seenHash: w.approved.hash }), editors(none)),
    row('draft', (w) => ({ revisionId: w.draft.revisionId, seenHash: w.draft.hash }), editors(none)),
    missing(() => ({ revisionId: UNKNOWN, seenHash: '0'.repeat(64) })),
  ],
  'rendition.list': [
    row('published', (w) => ({ incidentId: w.published.incidentId }), desk('ok')),
    missing(() => ({ incidentId: UNKNOWN })),
  ],
  'rendition.read': [
    row('draft', (w) => ({ revisionId: w.rendition.draft.id }), desk('ok')),
    row('published', (w) => ({ revisionId: w.rendition.published.id }), desk('ok')),
    row('an account’s own text', texts('published'), desk('NOT_FOUND')),
    missing(texts('unknown')),
  ],
  'rendition.begin': [
    row('published', (w) => ({ incidentId: w.again.incidentId, language: 'uk' }), editors('ok')),
    row('its own language', (w) => ({ incidentId: w.again.incidentId, language: 'en' }), editors(none)),
    row('one at work', (w) => ({ incidentId: w.published.incidentId, language: 'uk' }), editors(none)),
    row('not published', (w) => ({ incidentId: w.draft.incidentId, language: 'uk' }), editors(none)),
    row('retracted', (w) => ({ incidentId: w.retracted.incidentId, language: 'uk' }), editors(none)),
    missing(() => ({ incidentId: UNKNOWN, language: 'uk' })),
  ],
  'rendition.save': [
    row('draft', (w) => translate(w), editors('ok')),
    row('stale', (w) => translate(w, { version: 99 }), editors('CONFLICT')),
    row('frozen', (w) => translate(w, { revisionId: w.rendition.review.id }), editors(none)),
    row('a paragraph too many', (w) => translate(w, { lines: ['a', 'b'] }), editors('BAD_REQUEST')),
    missing((w) => translate(w, { revisionId: UNKNOWN })),
  ],
  'rendition.submit': [
    row('draft', ({ rendition: { draft } }) => ofVersion(draft), editors('ok', { editor: none, lead: none })),
    row('frozen', ({ rendition: { review } }) => ofVersion(review), editors(none)),
    missing(withText('unknown', { version: 1 })),
  ],
  'rendition.discard': [
    row('draft', (w) => ({ revisionId: w.rendition.draft.id, reason }), editors('ok')),
    row('frozen', (w) => ({ revisionId: w.rendition.review.id, reason }), editors(none)),
    missing(withText('unknown', { reason })),
  ],
  'rendition.withdraw': [
    row('in review', (w) => ({ revisionId: w.rendition.review.id, reason }), editors('ok')),
    row('published', (w) => ({ revisionId: w.rendition.published.id, reason }), editors(none)),
    missing(withText('unknown', { reason })),
  ],
  'rendition.requestChanges': [
    row('in review', (w) => ({ revisionId: w.rendition.review.id, comment: reason }), editors('ok', { author: none })),
    row('draft', (w) => ({ revisionId: w.rendition.draft.id, comment: reason }), editors(none)),
    missing(withText('unknown', { comment: reason })),
  ],
  'rendition.approve': [
    row('in review', ({ rendition: { review } }) => seen(review), editors('ok', { author: none })),
    row('not what was seen', (w) => seen({ id: w.rendition.review.id, hash: '0'.repeat(64) }), editors(none)),
    row('enough have', ({ rendition: { approved } }) => seen(approved), editors(none)),
    missing(withText('unknown', { seenHash: '0'.repeat(64) })),
  ],
  'rendition.publish': [
    row('approved', (w) => ({ revisionId: w.rendition.approved.id }), editors('ok')),
    row('in review', (w) => ({ revisionId: w.rendition.review.id }), editors(none)),
    missing(texts('unknown')),
  ],
  'rendition.takeBack': [
    row('published', (w) => ({ id: w.rendition.published.renditionId, note: reason }), leads('ok')),
    missing(() => ({ id: UNKNOWN, note: reason })),
  ],
  'review.list': [row('mine', () => ({}), desk('ok')), row('all', () => ({ which: 'all' }), desk('ok'))],
  'publication.publish': [
    row('approved', texts('approved'), editors('ok')),
    row('in review', texts('review'), editors(none)),
    row('draft', texts('draft'), editors(none)),
    row(
      'the second, with its note',
      (w) => ({ revisionId: w.again.revisionId, correction: { kind: 'update', note: 'The hour.' } }),
      editors('ok'),
    ),
    row('the second, without', (w) => ({ revisionId: w.again.revisionId }), editors(none)),
    missing(texts('unknown')),
  ],
  'publication.retract': [
    row('published', (w) => ({ incidentId: w.published.incidentId, note: reason }), leads('ok')),
    row('not published', (w) => ({ incidentId: w.draft.incidentId, note: reason }), leads(none)),
    row('retracted', (w) => ({ incidentId: w.retracted.incidentId, note: reason }), leads(none)),
    missing(() => ({ incidentId: UNKNOWN, note: reason })),
  ],
  'notice.put': [
    row('published', (w) => ({ incidentId: w.published.incidentId, reason }), editors('ok')),
    row('one stands', (w) => ({ incidentId: w.again.incidentId, reason }), editors(none)),
    row('not published', (w) => ({ incidentId: w.draft.incidentId, reason }), editors(none)),
    missing(() => ({ incidentId: UNKNOWN, reason })),
  ],
  'notice.lift': [
    row('one stands', (w) => ({ incidentId: w.again.incidentId, reason }), editors('ok')),
    row('none', (w) => ({ incidentId: w.published.incidentId, reason }), editors(none)),
    missing(() => ({ incidentId: UNKNOWN, reason })),
  ],
  'redaction.propose': [
    row('published', (w) => propose(w.again), leads('ok')),
    row('a byline', (w) => propose(w.again, { kind: 'byline', byline: 'A. N. Author' }), leads('ok')),
    row(
      'a capture',
      (w) => ({ ...propose(w.fresh), target: { kind: 'capture', captureId: w.fresh.captureId } }),
      leads('ok'),
    ),
    row(
      'a translation alone',
      (w) => ({
        ...propose(w.published),
        target: { kind: 'translation', renditionId: w.rendition.published.renditionId },
      }),
      leads('ok'),
    ),
    row('proposed already', (w) => propose(w.published), leads(none)),
    row('another’s', (w) => ({ ...propose(w.again), incidentId: w.fresh.incidentId }), leads('NOT_FOUND')),
    missing((w) => ({ ...propose(w.again), incidentId: UNKNOWN })),
  ],
  'redaction.confirm': [
    row('by a second', (w) => ({ id: w.published.redactionId }), editors('ok', { lead: none })),
    missing(() => ({ id: UNKNOWN })),
  ],
  'redaction.decline': [
    row('proposed', (w) => ({ id: w.published.redactionId, reason }), editors('ok')),
    missing(() => ({ id: UNKNOWN, reason })),
  ],
  'redaction.list': [
    row('one', (w) => ({ incidentId: w.published.incidentId }), desk('ok')),
    missing(() => ({ incidentId: UNKNOWN })),
  ],
}

function foreignDocument(w: World) {
  const citation = { type: 'citation', attrs: { evidenceId: w.votes.pieces[0]?.evidenceId } }
  return { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'So.' }, citation] }] }
}

function propose(part: { incidentId: string; publicationId?: string }, more: object = { kind: 'publication' }) {
  return {
    incidentId: part.incidentId,
    target: { publicationId: part.publicationId, ...more },
    publicReason: 'A court order.',
  }
}
