import type { Reader } from '@/db/client'
import { team } from '@/db/schema'
import type { FrameView } from './view'

/** The team's settings as far as readers see them. */
export async function readFrame(db: Reader): Promise<FrameView> {
  const [row] = await db
    .select({
      organisation: team.organisation,
      address: team.address,
      contact: team.contact,
      language: team.language,
      quorum: team.quorum,
      approvals: team.approvals,
    })
    .from(team)
    .limit(1)
  if (row === undefined) throw new Error('the row of team settings is missing')
  return row
}
