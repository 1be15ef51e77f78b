import type { IncidentStatus } from '@/domain/input/incident'
import type { CloseReason, IncidentType, QuestionKind, RelationKind } from '@/domain/words'

export const INCIDENT_TYPE_LABEL: Readonly<Record<IncidentType, string>> = {
  strike: 'Strike',
  attack: 'Attack',
  clash: 'Clash',
  explosion: 'Explosion',
  detention: 'Detention',
  protest: 'Protest',
  statement: 'Statement',
  election: 'Election',
  disaster: 'Disaster',
  other: 'Other',
}

export const STATUS_LABEL: Readonly<Record<IncidentStatus, string>> = {
  new: 'New',
  voting: 'Voting',
  draft: 'Draft',
  in_review: 'In review',
  approved: 'Approved',
  published: 'Published',
  retracted: 'Retracted',
  closed: 'Closed',
}

export const QUESTION_KIND_LABEL: Readonly<Record<QuestionKind, string>> = {
  what: 'What',
  who: 'Who',
  when: 'When',
  where: 'Where',
  how_many: 'How many',
  why: 'Why',
}

/** As this incident says it of the other, and as the other would say it of this one. */
export const RELATION_LABEL: Readonly<Record<RelationKind, { to: string; from: string }>> = {
  part_of: { to: 'Part of', from: 'Includes' },
  follow_up: { to: 'Follow-up to', from: 'Followed up by' },
  duplicate_of: { to: 'Duplicate of', from: 'Has the duplicate' },
}

export const CLOSE_REASON_LABEL: Readonly<Record<CloseReason, string>> = {
  not_published: 'Not published',
  duplicate: 'Duplicate of another incident',
}
