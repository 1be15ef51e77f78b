import type { z } from 'zod'
import { canRestoreClaim } from '@/domain/incident'
import type { restoreClaimInput } from '@/domain/input/claim'
import { can } from '@/domain/policy'
import { command } from '../command'
import { demand } from '../fault'
import { demandOpen, demandVersion } from '../incident/queries'
import { readWorkspace } from '../workspace/queries'
import type { WorkspaceView } from '../workspace/view'
import { demandClaimedOnce } from './detail'
import { lockClaim, writeClaim } from './queries'

export const restoreClaim = command<z.output<typeof restoreClaimInput>, WorkspaceView>(
  async ({ tx, actor, input, record }) => {
    const { incident, claim: row } = await lockClaim(tx, input.id)
    demand(can(actor, 'claim.edit'))
    demandOpen(incident)
    demand(canRestoreClaim({ isWithdrawn: row.withdrawnAt !== null }))
    await demandVersion(row, input.version, () => readWorkspace(tx, actor, incident.id))
    await demandClaimedOnce(tx, { questionId: row.questionId, ownId: row.id, text: row.text })
    await writeClaim(tx, row, { withdrawnAt: null, withdrawnReason: null })
    await record('claim.restored', {
      subjectId: row.id,
      incidentId: incident.id,
      reason: input.reason,
      detail: { text: row.text },
    })
    return readWorkspace(tx, actor, incident.id)
  },
)
