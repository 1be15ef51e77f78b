import { eq } from 'drizzle-orm'
import { redaction } from '@/db/schema'
import type { ConfirmRedactionInput } from '@/domain/input/redaction'
import { can, type Actor } from '@/domain/policy'
import { canConfirm } from '@/domain/redaction'
import { command, type Scope } from '../command'
import { demand } from '../fault'
import { lockRedaction } from './lock'
import { removeByline, removeCapture, removePublication, removeTranslation } from './remove'
import { resultOf } from './result'

/** A second editor stands behind the proposal, and the bytes go. Number, address, hash, reason and event stay. */
export const confirmRedaction = command(
  async ({ tx, actor, input, now, record }: Scope<Actor, ConfirmRedactionInput>) => {
    const row = await lockRedaction(tx, input.id)
    demand(can(actor, 'redaction.confirm'))
    demand(canConfirm(actor.id, row))
    // First: the database lets bytes go only where a confirmed redaction says so.
    await tx
      .update(redaction)
      .set({ confirmedBy: actor.id, confirmedAt: now, byline: null })
      .where(eq(redaction.id, row.id))
    if (row.kind === 'publication') await removePublication(tx, row)
    if (row.kind === 'translation') await removeTranslation(tx, row)
    if (row.kind === 'byline') await removeByline(tx, row)
    if (row.kind === 'capture') await removeCapture(tx, row, { actorId: actor.id, now, record })
    await record('redaction.confirmed', {
      subjectId: row.id,
      incidentId: row.incidentId,
      from: 'proposed',
      to: 'confirmed',
      reason: row.publicReason,
      detail: { kind: row.kind },
    })
    return resultOf(tx, actor, row.incidentId)
  },
)
