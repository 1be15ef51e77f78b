import { describe, expect, test } from 'vitest'
import type { DocumentNode } from './document'
import { canPublish, citedClaimIds, gate, leftOut, type GateClaim, type GateInput } from './gate'
import { approvalsFor, canApprove, canRequestChanges, canReview, reviewersLeft, stateAfterApproval } from './review'
import { canDiscard, canDraft, canEdit, canSubmit, canWithdraw } from './revision'
import { REVISION_STATES } from './workflow'

const summary = (...evidenceIds: string[]): DocumentNode => ({
  type: 'doc',
  content: evidenceIds.map((evidenceId) => ({
    type: 'paragraph',
    content: [
      { type: 'text', text: `About ${evidenceId}.` },
      { type: 'citation', attrs: { evidenceId } },
    ],
  })),
})
const uncited: DocumentNode = {
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Hm.' }] }],
}

const claim = (id: string, change: Partial<GateClaim> = {}): GateClaim => ({
  id,
  text: `Claim ${id}`,
  questionId: `question-of-${id}`,
  isCentral: false,
  isWithdrawn: false,
  openRoundId: null,
  finding: { level: 'probable', isStale: false },
  ...change,
})

const ready: GateInput = {
  revision: { id: 'r', state: 'approved', doc: summary('e1', 'e2', 'background') },
  snapshotHash: 'h',
  approvalsNeeded: 1,
  authors: ['ann'],
  reviews: [{ accountId: 'bo', decision: 'approve', snapshotHash: 'h' }],
  evidence: [
    { id: 'e1', claimId: 'c1', isWithdrawn: false },
    { id: 'e2', claimId: 'c2', isWithdrawn: false },
    { id: 'e3', claimId: 'c3', isWithdrawn: false },
    { id: 'background', claimId: null, isWithdrawn: false },
  ],
  claims: [claim('c1', { isCentral: true }), claim('c2'), claim('c3', { finding: null })],
}
const withText = (doc: DocumentNode): Partial<GateInput> => ({ revision: { ...ready.revision, doc } })
const withClaims = (...claims: GateClaim[]): Partial<GateInput> => ({ claims })

describe('rule 11: the gate', () => {
  test.each<[string, Partial<GateInput>, [string, string, string][]]>([
    ['nothing missing', {}, []],
    [
      'an uncited claim may be unvoted',
      withClaims(claim('c1', { isCentral: true }), claim('c2'), claim('c3', { openRoundId: 'x' })),
      [],
    ],
    [
      'a block uncited',
      withText({ type: 'doc', content: [...(summary('e1').content ?? []), ...(uncited.content ?? [])] }),
      [['gate.uncited', 'block', '1']],
    ],
    [
      'an empty text',
      withText({ type: 'doc', content: [{ type: 'paragraph' }] }),
      [
        ['revision.empty', 'revision', 'r'],
        ['gate.central', 'claim', 'c1'],
      ],
    ],
    ['the central claim not cited', withText(summary('e2')), [['gate.central', 'claim', 'c1']]],
    ['no central claim', withClaims(claim('c1'), claim('c2')), [['gate.central', 'revision', 'r']]],
    [
      'the central claim withdrawn',
      withClaims(claim('c1', { isCentral: true, isWithdrawn: true }), claim('c2')),
      [
        ['gate.central', 'revision', 'r'],
        ['gate.claim-withdrawn', 'claim', 'c1'],
      ],
    ],
    [
      'no finding',
      withClaims(claim('c1', { isCentral: true }), claim('c2', { finding: null })),
      [['gate.finding', 'claim', 'c2']],
    ],
    [
      'a stale finding',
      withClaims(claim('c1', { isCentral: true }), claim('c2', { finding: { level: 'probable', isStale: true } })),
      [['gate.stale', 'claim', 'c2']],
    ],
    [
      'an open round',
      withClaims(claim('c1', { isCentral: true }), claim('c2', { openRoundId: 'v' })),
      [['gate.open-round', 'round', 'v']],
    ],
    [
      'a cited passage withdrawn',
      { evidence: ready.evidence.map((each) => ({ ...each, isWithdrawn: each.id === 'background' })) },
      [
        ['gate.uncited', 'block', '2'],
        ['gate.withdrawn', 'evidence', 'background'],
      ],
    ],
    [
      'evidence of another incident',
      withText(summary('e1', 'far')),
      [
        ['gate.uncited', 'block', '1'],
        ['gate.foreign', 'evidence', 'far'],
      ],
    ],
    [
      'two likely rivals',
      withClaims(claim('c1', { isCentral: true, questionId: 'q' }), claim('c2', { questionId: 'q' })),
      [['gate.rivals', 'claim', 'c2']],
    ],
    [
      'rivals of which one is possible',
      withClaims(
        claim('c1', { isCentral: true, questionId: 'q' }),
        claim('c2', { questionId: 'q', finding: { level: 'possible', isStale: false } }),
      ),
      [],
    ],
    [
      'a rival that is not cited',
      {
        ...withText(summary('e1')),
        ...withClaims(claim('c1', { isCentral: true, questionId: 'q' }), claim('c2', { questionId: 'q' })),
      },
      [],
    ],
    ['no approval', { reviews: [] }, [['gate.approval', 'revision', 'r']]],
    ['an approval of something else', { snapshotHash: 'i' }, [['gate.approval', 'revision', 'r']]],
    ["an author's approval", { authors: ['ann', 'bo'] }, [['gate.approval', 'revision', 'r']]],
    ['one of two approvals', { approvalsNeeded: 2 }, [['gate.approval', 'revision', 'r']]],
    ['a draft', { revision: { ...ready.revision, state: 'draft' } }, [['gate.submitted', 'revision', 'r']]],
    ['in review still', { revision: { ...ready.revision, state: 'in_review' } }, [['gate.approval', 'revision', 'r']]],
    ['withdrawn', { revision: { ...ready.revision, state: 'withdrawn' } }, [['gate.approval', 'revision', 'r']]],
  ])('%s', (_name, change, items) => {
    const found = gate({ ...ready, ...change })
    expect(found.map(({ rule, target }) => [rule, target.kind, target.id])).toEqual(items)
    const verdict = canPublish({ ...ready, ...change, earlierPublications: 0, correction: null })
    expect(verdict.allowed).toBe(items.length === 0)
  })

  test.each([
    ['the first needs none', 0, null, true],
    ['the first has none', 0, { kind: 'update' as const, note: 'x' }, false],
    ['the second needs one', 1, null, false],
    ['the second with one', 1, { kind: 'correction' as const, note: 'One depot, not two.' }, true],
    ['without a note', 1, { kind: 'update' as const, note: ' ' }, false],
    ['not by a retraction', 1, { kind: 'retraction' as const, note: 'x' }, false],
  ])('correction: %s', (_name, earlierPublications, correction, isAllowed) => {
    expect(canPublish({ ...ready, earlierPublications, correction }).allowed).toBe(isAllowed)
  })

  test('a judged claim that nothing reaches is left out; one that was withdrawn or never judged is no loss', () => {
    const claims = [
      claim('c1'),
      claim('c2'),
      claim('c3'),
      claim('c4', { isWithdrawn: true }),
      claim('c5', { finding: null }),
    ]
    const evidence = ready.evidence.map((piece) => ({ ...piece, isWithdrawn: piece.id === 'e2' }))
    expect(leftOut({ ...ready, claims, evidence }).map(({ id }) => id)).toEqual(['c2', 'c3'])
  })

  test('withdrawn evidence makes no claim public', () => {
    expect(citedClaimIds(summary('e1', 'e2', 'background'), ready.evidence)).toEqual(['c1', 'c2'])
    const withdrawn = ready.evidence.map((each) => ({ ...each, isWithdrawn: each.id === 'e2' }))
    expect(citedClaimIds(summary('e1', 'e2'), withdrawn)).toEqual(['c1'])
  })
})

describe('rule 10: reviews', () => {
  const approve = (accountId: string, snapshotHash = 'h') => ({ accountId, decision: 'approve' as const, snapshotHash })
  const refuse = (accountId: string) => ({ accountId, decision: 'request_changes' as const, snapshotHash: 'h' })
  test.each([
    ['of this snapshot', [approve('bo')], ['bo']],
    ['of another', [approve('bo', 'g')], []],
    ['the latest decides', [approve('bo'), refuse('bo')], []],
    ['the latest of them approves anew', [approve('bo', 'g'), approve('bo')], ['bo']],
    ['an approval of a later snapshot leaves the earlier', [approve('bo'), approve('bo', 'g')], []],
    ['an author counts for none', [approve('ann'), approve('bo')], ['bo']],
  ])('approvals: %s', (_name, reviews, ids) => expect(approvalsFor('h', reviews, ['ann'])).toEqual(ids))

  const input = {
    actorId: 'bo',
    authors: ['ann'],
    state: 'in_review' as const,
    snapshotHash: 'h',
    seenHash: 'h',
    reviews: [],
    approvalsNeeded: 1,
  }
  test.each([
    ['an editor who is no author', {}, null],
    ['an author', { actorId: 'ann' }, 'review.author'],
    ['once', { reviews: [approve('bo')], approvalsNeeded: 2 }, 'review.once'],
    ['again on another snapshot', { reviews: [approve('bo', 'g')] }, null],
    ['what was not seen', { seenHash: 'g' }, 'review.changed'],
    ['an approved one whose snapshot changed', { state: 'approved' as const, reviews: [approve('cy', 'g')] }, null],
    ['an approved one that stands', { state: 'approved' as const, reviews: [approve('cy')] }, 'review.enough'],
    ['a draft', { state: 'draft' as const }, 'revision.state'],
    ['a published one', { state: 'published' as const }, 'revision.state'],
  ])('approving: %s', (_name, change, rule) => {
    const verdict = canApprove({ ...input, ...change })
    expect(verdict.allowed ? null : verdict.rule).toBe(rule)
  })

  test('asking for changes takes a comment and no author', () => {
    expect(canRequestChanges({ ...input, comment: 'Cite the ministry.' })).toEqual({ allowed: true })
    expect(canRequestChanges({ ...input, comment: '\n' })).toMatchObject({ rule: 'review.comment' })
    expect(canRequestChanges({ ...input, actorId: 'ann', comment: 'x' })).toMatchObject({ rule: 'review.author' })
    expect(canReview({ ...input, state: 'draft' })).toMatchObject({ rule: 'revision.state' })
  })

  test('the last approval needed approves', () => {
    const of = (reviews: ReturnType<typeof approve>[], approvalsNeeded: number) =>
      stateAfterApproval({ state: 'in_review', snapshotHash: 'h', reviews, authors: ['ann'], approvalsNeeded })
    expect(of([approve('bo')], 1)).toBe('approved')
    expect(of([approve('bo')], 2)).toBe('in_review')
    expect(of([approve('bo'), approve('bo')], 2)).toBe('in_review')
    expect(of([approve('bo'), approve('cy')], 2)).toBe('approved')
    expect(of([approve('bo', 'g'), approve('cy')], 2)).toBe('in_review')
    const anew = { state: 'approved', snapshotHash: 'h', reviews: [], authors: [], approvalsNeeded: 2 } as const
    expect(stateAfterApproval(anew)).toBe('approved')
  })

  test('how many could still review is known before the first keystroke', () => {
    expect(reviewersLeft(['ann', 'bo', 'cy'], ['ann'], 'bo')).toEqual({ now: 2, onceActorEdits: 1, isAuthor: false })
    expect(reviewersLeft(['ann', 'bo'], ['ann'], 'ann')).toEqual({ now: 1, onceActorEdits: 1, isAuthor: true })
  })
})

describe('revisions', () => {
  const submit = {
    actorId: 'ann',
    authors: ['ann'],
    state: 'draft' as const,
    doc: summary('e1'),
    validEvidenceIds: new Set(['e1']),
  }
  test.each([
    ['cited', {}, null],
    ['by another', { actorId: 'bo' }, 'revision.author'],
    ['twice', { state: 'in_review' as const }, 'revision.state'],
    ['uncited', { doc: uncited }, 'revision.uncited'],
    ['empty', { doc: { type: 'doc', content: [{ type: 'paragraph' }] } }, 'revision.empty'],
    ['its evidence withdrawn', { validEvidenceIds: new Set<string>() }, 'revision.uncited'],
  ])('submitting: %s', (_name, change, rule) => {
    const verdict = canSubmit({ ...submit, ...change })
    expect(verdict.allowed ? null : verdict.rule).toBe(rule)
  })

  test('each action starts where the table says, and nowhere else', () => {
    const starts = (may: (state: (typeof REVISION_STATES)[number]) => boolean) => REVISION_STATES.filter(may)
    expect(starts((state) => canEdit(state).allowed)).toEqual(['draft'])
    expect(starts((state) => canDiscard({ state, reason: 'x' }).allowed)).toEqual(['draft'])
    expect(starts((state) => canWithdraw({ state, reason: 'x' }).allowed)).toEqual(['in_review', 'approved'])
    expect(starts((state) => canDraft({ incidentState: 'open', states: [state] }).allowed)).toEqual([
      'published',
      'changes_requested',
      'withdrawn',
      'superseded',
    ])
    expect(canDraft({ incidentState: 'closed', states: [] })).toMatchObject({ rule: 'revision.closed' })
    expect(canDiscard({ state: 'draft', reason: ' ' })).toMatchObject({ rule: 'revision.reason' })
    expect(canWithdraw({ state: 'in_review', reason: '' })).toMatchObject({ rule: 'revision.reason' })
  })
})
