import { newId, type Caller, type Workspace } from '../newsroom'
import type { RouterInputs } from '../router-types'

type Attached = Omit<RouterInputs['evidence']['attach'], 'incidentId'>

const claimsOf = (workspace: Workspace) => workspace.questions.flatMap((question) => question.claims)
const evidenceOf = (workspace: Workspace) => [
  ...workspace.background,
  ...claimsOf(workspace).flatMap((claim) => claim.evidence),
]

export async function addQuestion(
  by: Caller,
  incidentId: string,
  kind: RouterInputs['question']['add']['kind'],
  text: string,
): Promise<string> {
  const before = await by.incident.get({ id: incidentId })
  return newId(before.questions, (await by.question.add({ incidentId, kind, text })).questions)
}

export async function addClaim(
  by: Caller,
  incidentId: string,
  questionId: string,
  facts: { text: string; claimantIds?: string[]; firstAppeared?: string },
): Promise<string> {
  const before = await by.incident.get({ id: incidentId })
  const { text, claimantIds = [], firstAppeared = null } = facts
  const after = await by.claim.add({ questionId, text, claimantIds, firstSourceId: null, firstAppeared })
  return newId(claimsOf(before), claimsOf(after))
}

export async function makeCentral(by: Caller, incidentId: string, claimId: string): Promise<void> {
  const claim = claimsOf(await by.incident.get({ id: incidentId })).find((row) => row.id === claimId)
  if (claim && !claim.isCentral) await by.claim.makeCentral({ id: claimId, version: claim.version })
}

export async function addEvidence(by: Caller, incidentId: string, facts: Attached): Promise<string> {
  const before = await by.incident.get({ id: incidentId })
  return newId(evidenceOf(before), evidenceOf(await by.evidence.attach({ ...facts, incidentId })))
}

/** The origin that a piece of evidence was given, to be picked again. */
export async function originOf(
  by: Caller,
  incidentId: string,
  evidenceId: string,
): Promise<{ kind: 'named'; id: string }> {
  const piece = evidenceOf(await by.incident.get({ id: incidentId })).find((row) => row.id === evidenceId)
  return { kind: 'named', id: piece?.originId ?? '' }
}
