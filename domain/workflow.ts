/**
 * The whole table of transitions (DESIGN §2). Where an action may start is asked of it alone, docs/workflow.md is made
 * of its rows, and tests/contract/revision.test.ts holds that each action leads where they say.
 */
export const REVISION_STATES = [
  'draft',
  'in_review',
  'approved',
  'published',
  'changes_requested',
  'withdrawn',
  'superseded',
] as const
export type RevisionState = (typeof REVISION_STATES)[number]

/** At most one working revision an incident has in each language: its own text, and a translation into each other. */
export const WORKING_STATES = ['draft', 'in_review', 'approved'] as const satisfies readonly RevisionState[]

export const INCIDENT_STATES = ['open', 'closed'] as const
export type IncidentState = (typeof INCIDENT_STATES)[number]

export const ROUND_STATES = ['open', 'revealed', 'superseded'] as const
export type RoundState = (typeof ROUND_STATES)[number]

type Row<State> = {
  /** States it may start from; null where the thing does not exist yet. */
  from: readonly (State | null)[]
  /** States it may end in; which of several is the rule's to decide. */
  to: readonly State[]
  who: string
  unless: string
  also?: string
}

export const REVISION_FLOW = {
  draft: { from: [null], to: ['draft'], who: 'editor', unless: 'incident closed, or another revision is working' },
  edit: {
    from: ['draft'],
    to: ['draft'],
    who: 'editor',
    unless: 'stale version',
    also: 'its editor becomes an author',
  },
  discard: { from: ['draft'], to: ['withdrawn'], who: 'editor', unless: 'no reason' },
  submit: { from: ['draft'], to: ['in_review'], who: 'an author of it', unless: 'rule 9', also: 'frozen' },
  request_changes: {
    from: ['in_review', 'approved'],
    to: ['changes_requested'],
    who: 'editor, not an author',
    unless: 'no comment',
    also: 'a new draft with the same text and authors',
  },
  withdraw: {
    from: ['in_review', 'approved'],
    to: ['withdrawn'],
    who: 'editor',
    unless: 'no reason',
    also: 'a new draft with the same text and authors',
  },
  approve: {
    from: ['in_review', 'approved'],
    to: ['in_review', 'approved'],
    who: 'editor, not an author, once per snapshot',
    unless: '–',
    also: 'approved with the last approval needed; an approved one is approved anew when its snapshot has changed',
  },
  publish: {
    from: ['approved'],
    to: ['published'],
    who: 'editor',
    unless: 'rules 10, 11; kind and note from the second on',
    also: 'the one before is superseded',
  },
  supersede: {
    from: ['published'],
    to: ['superseded'],
    who: 'the program',
    unless: '–',
    also: 'by the next publication',
  },
} as const satisfies Record<string, Row<RevisionState>>

export type RevisionAction = keyof typeof REVISION_FLOW

export const INCIDENT_FLOW = {
  close: { from: ['open'], to: ['closed'], who: 'lead', unless: 'no reason, an open round, a working revision' },
  reopen: { from: ['closed'], to: ['open'], who: 'lead', unless: 'no reason' },
} as const satisfies Record<string, Row<IncidentState>>

export type IncidentAction = keyof typeof INCIDENT_FLOW

export const ROUND_FLOW = {
  open: { from: [null], to: ['open'], who: 'editor', unless: 'no evidence; on the same evidence, no reason' },
  reveal: { from: ['open'], to: ['revealed'], who: 'editor', unless: 'quorum not reached, or the evidence changed' },
  supersede: {
    from: ['open', 'revealed'],
    to: ['superseded'],
    who: 'the program',
    unless: '–',
    also: 'by the next round',
  },
} as const satisfies Record<string, Row<RoundState>>

export type RoundAction = keyof typeof ROUND_FLOW

/** Acts on a publication that change no state of a revision. */
export const PUBLICATION_ACTS = {
  retract: {
    does: 'appends a notice-only publication; earlier versions carry a banner',
    who: 'lead',
    unless: 'no public note',
  },
  're-examine': {
    does: 'puts or lifts a public, dated notice on a published account',
    who: 'editor',
    unless: 'no reason',
  },
  redact: {
    does: 'removes the bytes of a publication, capture or byline',
    who: 'lead, with a second editor',
    unless: 'no public reason',
  },
} as const

function starts<State>(row: Row<State>, from: State | null): boolean {
  return row.from.some((state) => state === from)
}

export function canStart(action: RevisionAction, from: RevisionState | null): boolean {
  return starts<RevisionState>(REVISION_FLOW[action], from)
}

export function canStartRound(action: RoundAction, from: RoundState | null): boolean {
  return starts<RoundState>(ROUND_FLOW[action], from)
}

export function canStartIncident(action: IncidentAction, from: IncidentState): boolean {
  return starts<IncidentState>(INCIDENT_FLOW[action], from)
}

export function isWorking(state: RevisionState): boolean {
  return WORKING_STATES.some((working) => working === state)
}
