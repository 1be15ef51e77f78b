import { expect, test } from 'vitest'
import { canConfirm, type RedactionFact } from './redaction'

const proposed: RedactionFact = { proposedBy: 'lead', isProposerStanding: true, confirmedAt: null, declinedAt: null }

test.each<[string, string, Partial<RedactionFact>, string | null]>([
  ['somebody else confirms', 'editor', {}, null],
  ['whoever proposed it', 'lead', {}, 'redaction.second'],
  ['a proposer who was suspended since is nobody', 'editor', { isProposerStanding: false }, 'redaction.proposer'],
  ['it was done already', 'editor', { confirmedAt: new Date(0) }, 'redaction.done'],
  ['it was declined', 'editor', { declinedAt: new Date(0) }, 'redaction.declined'],
])('rule 12, two people: %s', (_, actorId, part, rule) => {
  const verdict = canConfirm(actorId, { ...proposed, ...part })
  expect(verdict.allowed ? null : verdict.rule).toBe(rule)
})
