import type { z } from 'zod'
import { claimStands } from '@/domain/incident'
import type { editClaimInput } from '@/domain/input/claim'
import { can } from '@/domain/policy'
import { command } from '../command'
import { demand } from '../fault'
import { demandOpen, demandVersion } from '../incident/queries'
import { readWorkspace } from '../workspace/queries'
import type { WorkspaceView } from '../workspace/view'
import { demandClaimedOnce, demandKnown, writeClaimants } from './detail'
import { lockClaim, writeClaim } from './queries'

/** Another text makes the claim's open round and its finding stale (rule 8): the fingerprint reads it. */
export const editClaim = command<z.output<typeof editClaimInput>, WorkspaceView>(
  async ({ tx, actor, input, record, unchanged }) => {
    const { incident, claim: row } = await lockClaim(tx, input.id)
    demand(can(actor, 'claim.edit'))
    demandOpen(incident)
    demand(claimStands({ isWithdrawn: row.withdrawnAt !== null }))
    const current = () => readWorkspace(tx, actor, incident.id)
    await demandVersion(row, input.version, current)
    await demandKnown(tx, incident.id, input)
    const changed: string[] = []
    if (row.text !== input.text) {
      await demandClaimedOnce(tx, { questionId: row.questionId, ownId: row.id, text: input.text })
      changed.push('text')
    }
    if (await writeClaimants(tx, row.id, input.claimantIds)) changed.push('claimants')
    if (row.firstSourceId !== input.firstSourceId || row.firstAppeared !== input.firstAppeared)
      changed.push('first appearance')
    if (changed.length === 0) {
      unchanged()
      return current()
    }
    await writeClaim(tx, row, {
      text: input.text,
      firstSourceId: input.firstSourceId,
      firstAppeared: input.firstAppeared,
    })
    await record('claim.changed', {
      subjectId: row.id,
      incidentId: incident.id,
      from: row.text === input.text ? null : row.text,
      to: row.text === input.text ? null : input.text,
      detail: { text: input.text, changed },
    })
    return current()
  },
)
