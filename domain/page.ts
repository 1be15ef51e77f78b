import type { Span } from './anchor'

/** Pages of a document, counted from 1, both included. */
export type Pages = { first: number; last: number }

/**
 * The pages on which a passage stands; null of what has none. Starts and offsets in the same unit, ascending; an empty
 * page begins where another does, and nothing stands on it.
 */
export function pagesOf(starts: readonly number[] | null, { start, end }: Span): Pages | null {
  if (starts === null || starts.length === 0) return null
  const upTo = (at: number) => Math.max(1, starts.filter((begin) => begin <= at).length)
  return { first: upTo(start), last: upTo(Math.max(start, end - 1)) }
}

/** “page 3”, “pages 3–4” */
export const pageWords = ({ first, last }: Pages): string =>
  first === last ? `page ${first}` : `pages ${first}–${last}`
