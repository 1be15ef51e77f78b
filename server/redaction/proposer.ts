import { account } from '@/db/schema'
import { can, type Role } from '@/domain/policy'

/** What tells of somebody whether they could propose a redaction today. */
export const proposerColumns = {
  id: account.id,
  name: account.name,
  role: account.role,
  isAdmin: account.isAdmin,
  suspendedAt: account.suspendedAt,
}

type Proposer = { id: string; name: string; role: Role; isAdmin: boolean; suspendedAt: Date | null }

export const isStanding = (proposer: Proposer): boolean =>
  proposer.suspendedAt === null && can(proposer, 'redaction.propose').allowed
