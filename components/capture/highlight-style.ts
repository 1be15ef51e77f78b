import type { Evidence } from '@/components/evidence/view'
import type { TextIndex } from '@/domain/text'
import type { Highlight, HighlightLook } from './text-block'

/** Ground, line and kind of line: none of them is needed alone. */
export const LOOK_CLASS: Readonly<Record<HighlightLook, string>> = {
  supports: 'bg-confirmed-wash underline decoration-confirmed decoration-2 underline-offset-4',
  disputes: 'bg-improbable-wash underline decoration-improbable decoration-dashed decoration-2 underline-offset-4',
  both: 'bg-disputed-wash underline decoration-disputed decoration-double decoration-2 underline-offset-4',
  background: 'bg-unknown-wash underline decoration-unknown decoration-dotted decoration-2 underline-offset-4',
  pending: 'bg-highlight-strong',
  found: 'bg-highlight',
}

const LOOK_WORDS: Readonly<Record<HighlightLook, string>> = {
  supports: 'supports a claim',
  disputes: 'disputes a claim',
  both: 'supports one claim and disputes another',
  background: 'background',
  pending: 'the passage you selected',
  found: 'what you searched for',
}

export function lookOf(highlights: readonly Pick<Highlight, 'look'>[]): HighlightLook {
  const looks = new Set(highlights.map((highlight) => highlight.look))
  if (looks.has('pending')) return 'pending'
  if (looks.has('both') || (looks.has('supports') && looks.has('disputes'))) return 'both'
  if (looks.has('supports')) return 'supports'
  if (looks.has('disputes')) return 'disputes'
  return looks.has('background') ? 'background' : 'found'
}

export function lookWords(look: HighlightLook): string {
  return LOOK_WORDS[look]
}

/** One highlight an excerpt, however much rests on it; what is withdrawn has none. Offsets become UTF-16 units. */
export function highlightsOf(evidence: readonly Evidence[], captureId: string, index: TextIndex): Highlight[] {
  const byExcerpt = new Map<string, Evidence[]>()
  for (const piece of evidence) {
    if (piece.isWithdrawn || piece.excerpt.captureId !== captureId) continue
    byExcerpt.set(piece.excerpt.id, [...(byExcerpt.get(piece.excerpt.id) ?? []), piece])
  }
  return [...byExcerpt].flatMap(([id, pieces]) => {
    const [first] = pieces
    if (first === undefined) return []
    const look = lookOf(pieces.map((piece) => ({ look: piece.stance ?? ('background' as const) })))
    return [{ id, look, start: index.toUtf16(first.excerpt.start), end: index.toUtf16(first.excerpt.end) }]
  })
}
