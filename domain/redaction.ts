import { allowed, every, refused, type Verdict } from './verdict'

export type RedactionFact = {
  proposedBy: string
  /** Could whoever proposed it propose it today: active, and of the role that may? */
  isProposerStanding: boolean
  confirmedAt: Date | null
  declinedAt: Date | null
}

/** Rule 12: a proposal stands until it is confirmed or declined, once. */
export function isPending({ confirmedAt, declinedAt }: Pick<RedactionFact, 'confirmedAt' | 'declinedAt'>): Verdict {
  if (confirmedAt !== null) return refused('redaction.done', 'This was redacted already.')
  return declinedAt === null
    ? allowed
    : refused('redaction.declined', 'This proposal was declined.', 'Propose it anew.')
}

/** Rule 12: two people stand behind a redaction, at the moment when the bytes go. */
export function canConfirm(actorId: string, fact: RedactionFact): Verdict {
  return every(
    isPending(fact),
    fact.proposedBy === actorId
      ? refused('redaction.second', 'Somebody else must confirm what you proposed.', 'Ask a second editor.')
      : allowed,
    fact.isProposerStanding
      ? allowed
      : refused(
          'redaction.proposer',
          'Whoever proposed this is suspended or no longer a lead, so only one person would stand behind it.',
          'Decline it, and let a lead propose it anew.',
        ),
  )
}
