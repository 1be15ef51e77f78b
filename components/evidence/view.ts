import type { RouterOutputs } from '@/components/trpc'

/** The views of the desk that these screens draw, as the server gives them. */
export type Workspace = RouterOutputs['incident']['get']
export type Source = Workspace['sources'][number]
export type Evidence = Workspace['background'][number]
export type Claim = Workspace['questions'][number]['claims'][number]
export type Origin = Workspace['origins'][number]
export type Edge = Workspace['lineage'][number]
export type Capture = RouterOutputs['capture']['read']

/** Every piece of evidence of the incident, background included, in the order of questions and claims. */
export function allEvidence(workspace: Workspace): Evidence[] {
  return [...claimsOf(workspace).flatMap((claim) => claim.evidence), ...workspace.background]
}

export function claimsOf(workspace: Workspace): Claim[] {
  return workspace.questions.flatMap((question) => question.claims)
}

/** What to call a source: its title, or what else is known of it. */
export function nameOfSource(
  source: Pick<Source, 'title' | 'url' | 'kind'> & { outlet: { name: string } | null },
): string {
  if (source.title !== null) return source.title
  if (source.outlet !== null) return `Untitled, ${source.outlet.name}`
  if (source.url !== null) return source.url
  return source.kind === 'own_work' ? 'Own work, untitled' : 'Untitled source'
}
