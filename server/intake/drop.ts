import type { Tx } from '@/db/client'
import type { intake } from '@/db/schema'
import { enqueue } from '../jobs'

/** What goes when something is kept, when a capture holds it from then on, or is cancelled, when nobody wants it. */
export const EMPTIED = {
  text: null,
  textSha256: null,
  pageStarts: null,
  facts: null,
  image: null,
  fetch: null,
  parser: null,
  storedSha256: null,
} as const

type Stored = Pick<typeof intake.$inferSelect, 'storedSha256' | 'image'>

/** Lets the store remove what no row names any more. Call it where the row has been emptied. */
export async function dropStored(tx: Tx, { storedSha256, image }: Stored): Promise<void> {
  for (const sha256 of [storedSha256, image?.shownSha256 ?? null])
    if (sha256 !== null) await enqueue(tx, 'remove-stored', { sha256 }, { isOwed: true })
}
