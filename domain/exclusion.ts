import type { Span } from './anchor'
import { allowed, refused, type Verdict } from './verdict'

/**
 * May this range of a text of `length` code points be marked as not part of the article? It lies in the text and
 * touches no passage that evidence rests on: a cited passage is not hidden.
 */
export function canExclude(length: number, span: Span, excerpts: readonly Span[]): Verdict {
  if (span.start < 0 || span.start >= span.end || span.end > length)
    return refused('exclusion.range', 'The passage does not lie within the text.', 'Select it again.')
  if (excerpts.some((excerpt) => excerpt.start < span.end && span.start < excerpt.end))
    return refused(
      'exclusion.excerpt',
      'The passage runs into text that an excerpt quotes.',
      'Select around it, or withdraw that excerpt first.',
    )
  return allowed
}
