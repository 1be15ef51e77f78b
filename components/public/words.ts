import type { CorrectionKind } from '@/domain/words'

/** For feeds, which are in English. Pages take their words from domain/messages. */
export const CORRECTION_WORD: Readonly<Record<CorrectionKind, string>> = {
  correction: 'Correction',
  update: 'Update',
  clarification: 'Clarification',
  retraction: 'Retraction',
}
