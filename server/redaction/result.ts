import type { Tx } from '@/db/client'
import type { Actor } from '@/domain/policy'
import { readWorkspace } from '../workspace/queries'
import { readRedactions } from './queries'
import type { RedactionResult } from './view'

/** What each command on a redaction returns. */
export async function resultOf(tx: Tx, actor: Actor, incidentId: string): Promise<RedactionResult> {
  return {
    workspace: await readWorkspace(tx, actor, incidentId),
    redactions: await readRedactions(tx, actor, { incidentId, limit: 20 }),
  }
}
