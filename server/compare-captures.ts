import { eq } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { capture } from '@/db/schema'
import { visibleSpans } from '@/domain/anchor'
import { indexText } from '@/domain/text'
import { pasteDiff, textDiff, type DiffPart } from '@/domain/text-diff'
import { standingExclusions } from './capture/queries'

type Compared = Pick<typeof capture.$inferSelect, 'id' | 'method' | 'text'>

/** `pasted`: which of the two was, where the other was read from the page. `parts` is null after a redaction. */
export type Difference = { pasted: 'before' | 'after' | null; parts: DiffPart[] | null }

/**
 * What a capture says otherwise than an earlier one. Where one of them was pasted and the other read from its page, the
 * article alone is compared; what was marked in the paste as none of it is left out.
 */
export async function compareCaptures(reader: Reader, earlier: Compared, own: Compared): Promise<Difference> {
  const pasted = whichWasPasted(earlier.method, own.method)
  if (earlier.text === null || own.text === null) return { pasted, parts: null }
  if (pasted === null) return { pasted, parts: textDiff(earlier.text, own.text) }
  const before = pasted === 'before' ? await article(reader, earlier.id, earlier.text) : earlier.text
  const after = pasted === 'after' ? await article(reader, own.id, own.text) : own.text
  return { pasted, parts: pasteDiff(before, after, pasted) }
}

function whichWasPasted(earlier: Compared['method'], own: Compared['method']): Difference['pasted'] {
  if (earlier === 'paste' && own === 'fetch') return 'before'
  return earlier === 'fetch' && own === 'paste' ? 'after' : null
}

/** A paste without what the desk has marked in it as not part of the article. */
async function article(reader: Reader, captureId: string, text: string): Promise<string> {
  const index = indexText(text)
  const spans = visibleSpans(index.length, await standingExclusions(reader, captureId))
  return spans.map(({ start, end }) => index.slice(start, end)).join('\n')
}

/** A capture with its text, to be compared. */
export async function comparedCapture(reader: Reader, captureId: string): Promise<Compared | null> {
  const [row] = await reader
    .select({ id: capture.id, method: capture.method, text: capture.text })
    .from(capture)
    .where(eq(capture.id, captureId))
  return row ?? null
}
