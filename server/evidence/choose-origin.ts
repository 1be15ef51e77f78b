import type { Tx } from '@/db/client'
import type { OriginChoice } from '@/domain/input/evidence'
import type { Recorder } from '../command'
import { badInput } from '../fault'
import { insertOrigin, lockOrigin } from '../origin/queries'

/** The id of the chosen origin, made now where it is new; null for unknown. @throws BAD_REQUEST under `origin` */
export async function chooseOrigin(
  tx: Tx,
  incidentId: string,
  choice: OriginChoice,
  { now, record }: { now: Date; record: Recorder },
): Promise<string | null> {
  switch (choice.kind) {
    case 'unknown':
      return null
    case 'named': {
      const found = await lockOrigin(tx, incidentId, choice.id)
      if (found !== null) return found.id
      throw badInput([{ path: ['origin', 'id'], message: 'There is no such origin in this incident.' }])
    }
    case 'new': {
      const { kind: _, ...facts } = choice
      const id = await insertOrigin(tx, incidentId, facts, now, ['origin'])
      await record('origin.named', { subjectId: id, incidentId, detail: { channel: facts.channel } })
      return id
    }
  }
}
