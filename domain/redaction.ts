import { allowed, refused, type Verdict } from './verdict'

export type RedactionFact = { proposedBy: string; confirmedAt: Date | null; declinedAt: Date | null }

/** Rule 12: a proposal stands until it is confirmed or declined, once. */
export function isPending({ confirmedAt, declinedAt }: Omit<RedactionFact, 'proposedBy'>): Verdict {
  if (confirmedAt !== null) return refused('redaction.done', 'This was redacted already.')
  return declinedAt === null
    ? allowed
    : refused('redaction.declined', 'This proposal was declined.', 'Propose it anew.')
}

/** Rule 12: two people stand behind a redaction. */
export function canConfirm(actorId: string, fact: RedactionFact): Verdict {
  const pending = isPending(fact)
  if (!pending.allowed || fact.proposedBy !== actorId) return pending
  return refused('redaction.second', 'Somebody else must confirm what you proposed.', 'Ask a second editor.')
}
