import { and, eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { claim } from '@/db/schema'
import { claimStands } from '@/domain/incident'
import type { makeClaimCentralInput } from '@/domain/input/claim'
import { can } from '@/domain/policy'
import { command } from '../command'
import { demand } from '../fault'
import { demandOpen, demandVersion } from '../incident/queries'
import { readWorkspace } from '../workspace/queries'
import type { WorkspaceView } from '../workspace/view'
import { lockClaim, writeClaim } from './queries'

/** The claim that the account is about; the one before it steps back. */
export const makeClaimCentral = command<z.output<typeof makeClaimCentralInput>, WorkspaceView>(
  async ({ tx, actor, input, record, unchanged }) => {
    const { incident, claim: row } = await lockClaim(tx, input.id)
    demand(can(actor, 'claim.edit'))
    demandOpen(incident)
    demand(claimStands({ isWithdrawn: row.withdrawnAt !== null }))
    const current = () => readWorkspace(tx, actor, incident.id)
    await demandVersion(row, input.version, current)
    if (row.isCentral) {
      unchanged()
      return current()
    }
    await tx
      .update(claim)
      .set({ isCentral: false, version: sql`${claim.version} + 1` })
      .where(and(eq(claim.incidentId, incident.id), eq(claim.isCentral, true)))
    await writeClaim(tx, row, { isCentral: true })
    await record('claim.made-central', { subjectId: row.id, incidentId: incident.id, detail: { text: row.text } })
    return current()
  },
)
