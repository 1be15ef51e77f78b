import { codePointLength, indexText, normaliseCaptureText } from '@/domain/text'

/**
 * The one normalisation of a text with pages: each by itself, an empty line between them, so that it is known where
 * they begin afterwards. Offsets are code points; an empty page begins where the one before it ends.
 */
export function normalisePages(text: string, pageStarts: readonly number[] | null) {
  if (pageStarts === null || pageStarts.length === 0) return { text: normaliseCaptureText(text), pageStarts: null }
  const index = indexText(text)
  const pages = pageStarts.map((start, at) =>
    normaliseCaptureText(index.slice(start, pageStarts[at + 1] ?? index.length)),
  )
  const parts: string[] = []
  const starts: number[] = []
  let length = 0
  for (const page of pages) {
    const gap = parts.length > 0 && page !== '' ? 2 : 0
    starts.push(length + gap)
    if (page === '') continue
    parts.push(page)
    length += gap + codePointLength(page)
  }
  return { text: parts.join('\n\n'), pageStarts: starts.map((start) => Math.min(start, length)) }
}
