import { and, eq, isNull } from 'drizzle-orm'
import { accessLink } from '@/db/schema'
import type { RevokeLinkInput } from '@/domain/input/account'
import { can, type Actor } from '@/domain/policy'
import { command, type Scope } from '../command'
import { demand, notFound } from '../fault'
import { LINKS_A_PAGE, readPendingLinks } from './queries'

/** Ends an invitation or a reset that was not used yet. */
export const revokeLink = command(async ({ tx, actor, input, now, record }: Scope<Actor, RevokeLinkInput>) => {
  demand(can(actor, 'account.invite'))
  const revoked = await tx
    .update(accessLink)
    .set({ revokedAt: now })
    .where(and(eq(accessLink.id, input.id), isNull(accessLink.usedAt), isNull(accessLink.revokedAt)))
    .returning({ id: accessLink.id })
  if (revoked.length === 0) throw notFound('link')
  await record('invitation.revoked', { subjectId: input.id, detail: {} })
  return readPendingLinks(tx, now, { limit: LINKS_A_PAGE, cursor: input.page })
})
