import type { RouterOutputs } from '@/components/trpc'
import type { Role } from '@/domain/policy'

export type People = RouterOutputs['account']['list']
export type Person = People['accounts'][number]
export type Links = RouterOutputs['account']['links']

export const ROLE_MEANING: Readonly<Record<Role, string>> = {
  observer: 'Reads the desk, and changes nothing.',
  editor: 'Works on incidents, votes, reviews and publishes.',
  lead: 'Also edits settings and outlet grades, retracts, redacts and closes.',
}
