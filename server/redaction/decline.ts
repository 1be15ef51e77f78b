import { eq } from 'drizzle-orm'
import { redaction } from '@/db/schema'
import type { DeclineRedactionInput } from '@/domain/input/redaction'
import { can, type Actor } from '@/domain/policy'
import { isPending } from '@/domain/redaction'
import { command, type Scope } from '../command'
import { demand } from '../fault'
import { lockRedaction } from './lock'
import { resultOf } from './result'

/** Nothing is taken away. The byline that a proposal names is forgotten with it. */
export const declineRedaction = command(
  async ({ tx, actor, input, now, record }: Scope<Actor, DeclineRedactionInput>) => {
    const row = await lockRedaction(tx, input.id)
    demand(can(actor, 'redaction.confirm'))
    demand(isPending(row))
    await tx.update(redaction).set({ declinedAt: now, byline: null }).where(eq(redaction.id, row.id))
    await record('redaction.declined', {
      subjectId: row.id,
      incidentId: row.incidentId,
      from: 'proposed',
      to: 'declined',
      reason: input.reason,
      detail: { kind: row.kind },
    })
    return resultOf(tx, actor, row.incidentId)
  },
)
