import type { RouterOutputs } from '@/components/trpc'

export type { Claim, Workspace } from '@/components/evidence/view'
export type Round = RouterOutputs['ballot']['cast']
export type Question = RouterOutputs['incident']['get']['questions'][number]
export type Finding = NonNullable<Question['claims'][number]['finding']>
export type IncidentHead = RouterOutputs['incident']['get']['incident']
