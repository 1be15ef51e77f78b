import type { RevisionState } from '@/domain/workflow'

export const STATE_WORD: Readonly<Record<RevisionState, string>> = {
  draft: 'Draft',
  in_review: 'In review',
  approved: 'Approved',
  published: 'Published',
  changes_requested: 'Sent back',
  withdrawn: 'Withdrawn',
  superseded: 'Superseded',
}
