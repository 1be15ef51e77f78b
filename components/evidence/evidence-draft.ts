import { z } from 'zod'
import type { attachEvidenceInput } from '@/domain/input/evidence'
import { STANCES } from '@/domain/words'
import { choiceOf, emptyOrigin, originShape, partyShape } from '@/components/origin/origin-draft'
import { EMPTY_TRANSLATION, translationOf, translationShape } from '@/components/excerpt/translation-fields'
import type { Evidence } from './view'

export const BACKGROUND = 'background'

/** Everything filled in about one passage; kept while the passage is, so that closing the popover loses nothing. */
export const evidenceShape = z.object({
  /** A claim's id, BACKGROUND, or null while nothing is chosen. */
  bears: z.string().nullable(),
  stance: z.enum(STANCES).nullable(),
  origin: originShape,
  relays: z.array(partyShape),
  translation: translationShape,
})
export type EvidenceDraft = z.infer<typeof evidenceShape>

export function emptyDraft(bears: string | null = null): EvidenceDraft {
  return { bears, stance: null, origin: emptyOrigin(), relays: [], translation: EMPTY_TRANSLATION }
}

export function draftOf(piece: Evidence): EvidenceDraft {
  return {
    bears: piece.claimId ?? BACKGROUND,
    stance: piece.stance,
    origin: emptyOrigin(piece.originId ?? 'unknown'),
    relays: piece.relays.map(({ id, name }) => ({ id, name })),
    translation: EMPTY_TRANSLATION,
  }
}

type Passage = { incidentId: string; captureId: string; start: number; end: number; exact: string }

export function attachInput(draft: EvidenceDraft, passage: Passage): z.input<typeof attachEvidenceInput> {
  const isBackground = draft.bears === BACKGROUND
  return {
    ...passage,
    claimId: isBackground ? null : draft.bears,
    stance: isBackground ? null : draft.stance,
    origin: choiceOf(draft.origin),
    relays: draft.relays.map((relay) => relay.id),
    translation: translationOf(draft.translation),
  }
}
