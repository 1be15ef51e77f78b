import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { round } from '@/db/schema'
import { canWithdrawClaim } from '@/domain/incident'
import type { withdrawClaimInput } from '@/domain/input/claim'
import { can } from '@/domain/policy'
import { command } from '../command'
import { demand } from '../fault'
import { demandOpen, demandVersion } from '../incident/queries'
import { readWorkspace } from '../workspace/queries'
import type { WorkspaceView } from '../workspace/view'
import { lockClaim, writeClaim } from './queries'

export const withdrawClaim = command<z.output<typeof withdrawClaimInput>, WorkspaceView>(
  async ({ tx, actor, input, now, record }) => {
    const { incident, claim: row } = await lockClaim(tx, input.id)
    demand(can(actor, 'claim.edit'))
    demandOpen(incident)
    const [open] = await tx
      .select({ id: round.id })
      .from(round)
      .where(and(eq(round.claimId, row.id), eq(round.state, 'open')))
    demand(
      canWithdrawClaim({
        isWithdrawn: row.withdrawnAt !== null,
        isCentral: row.isCentral,
        hasOpenRound: open !== undefined,
      }),
    )
    await demandVersion(row, input.version, () => readWorkspace(tx, actor, incident.id))
    await writeClaim(tx, row, { withdrawnAt: now, withdrawnReason: input.reason })
    await record('claim.withdrawn', {
      subjectId: row.id,
      incidentId: incident.id,
      reason: input.reason,
      detail: { text: row.text },
    })
    return readWorkspace(tx, actor, incident.id)
  },
)
