import { allowed, every, refused, type Verdict } from './verdict'
import { canStartIncident, type IncidentState } from './workflow'

/** A closed incident keeps still: nothing of it changes until a lead opens it again. */
export function incidentIsOpen(state: IncidentState): Verdict {
  if (state === 'open') return allowed
  return refused('incident.closed', 'This incident is closed.', 'A lead can open it again.')
}

/** The workflow's `close`. The reason itself is the input's to demand. */
export function canClose(incident: {
  state: IncidentState
  hasOpenRound: boolean
  hasWorkingRevision: boolean
}): Verdict {
  return every(
    canStartIncident('close', incident.state)
      ? allowed
      : refused('incident.closed', 'This incident is closed already.'),
    incident.hasOpenRound
      ? refused('incident.open-round', 'A round is open on one of its claims.', 'Reveal it first.')
      : allowed,
    incident.hasWorkingRevision
      ? refused('incident.working', 'A text of it is being worked on.', 'Publish, discard or withdraw that text first.')
      : allowed,
  )
}

export function canReopen(state: IncidentState): Verdict {
  return canStartIncident('reopen', state) ? allowed : refused('incident.open', 'This incident is open already.')
}

/** A claim that is withdrawn stands for nothing; its text and place stay as they are. */
export function claimStands(claim: { isWithdrawn: boolean }): Verdict {
  if (!claim.isWithdrawn) return allowed
  return refused('claim.withdrawn', 'This claim is withdrawn.', 'Restore it first.')
}

/** The central claim is what the account is about: another must take its place before it goes. */
export function canWithdrawClaim(claim: { isWithdrawn: boolean; isCentral: boolean; hasOpenRound: boolean }): Verdict {
  return every(
    claimStands(claim),
    claim.isCentral
      ? refused('claim.central', 'This is the central claim of the incident.', 'Make another claim central first.')
      : allowed,
    claim.hasOpenRound ? refused('claim.open-round', 'A round is open on this claim.', 'Reveal it first.') : allowed,
  )
}

export function canRestoreClaim(claim: { isWithdrawn: boolean }): Verdict {
  return claim.isWithdrawn ? allowed : refused('claim.stands', 'This claim is not withdrawn.')
}

/** A party belongs to one side of an incident at most. Returns the ids that stand in more than one. */
export function partiesInTwoSides(sides: readonly { partyIds: readonly string[] }[]): string[] {
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const partyId of sides.flatMap((side) => [...new Set(side.partyIds)]))
    if (seen.has(partyId)) twice.add(partyId)
    else seen.add(partyId)
  return [...twice]
}
