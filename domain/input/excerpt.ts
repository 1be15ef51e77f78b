import { z } from 'zod'
import { EXCERPT_MAX } from '../anchor'
import { codePointLength, hasControl, hasLoneSurrogate } from '../text'
import { TRANSLATION_METHODS } from '../words'
import { id } from './common'
import { LIMITS, optionalLine, prose, reason, requiredLanguage } from './text'

/** A quotation, to the letter: nothing is trimmed or folded. Direction controls of the captured text belong to it. */
export const quotation = z
  .string('The quotation must be text.')
  .min(1, 'The quotation is empty.')
  .refine((text) => !hasLoneSurrogate(text), 'The quotation holds half a character (a lone surrogate).')
  .refine((text) => !hasControl(text), 'The quotation holds control characters.')
  .refine(
    (text) => text.length <= EXCERPT_MAX * 2 && codePointLength(text) <= EXCERPT_MAX,
    `A quotation has ${EXCERPT_MAX.toLocaleString('en')} characters at most.`,
  )

const translationFields = {
  text: prose('The translation', LIMITS.quotation * 2).refine((text) => text !== '', 'The translation is needed.'),
  language: requiredLanguage(),
  method: z.enum(TRANSLATION_METHODS, 'Choose how it was translated.'),
  translator: optionalLine('The translator', LIMITS.name),
}

type Translated = { method: string; translator: string | null }

/** Rule 14: an editor is never named; a translation of the desk's own has no translator. */
function deskIsUnnamed(translation: Translated, context: z.RefinementCtx): void {
  if (translation.method !== 'desk' || translation.translator === null) return
  context.addIssue({
    code: 'custom',
    path: ['translator'],
    message: 'A translation by the desk names nobody. Leave this empty, or choose another method.',
  })
}

export const translationFacts = z.strictObject(translationFields).superRefine(deskIsUnnamed)

export const addTranslationInput = z
  .strictObject({ incidentId: id, excerptId: id, ...translationFields })
  .superRefine(deskIsUnnamed)

export const listTranslationsInput = z.strictObject({ incidentId: id, excerptId: id })

export const withdrawExcerptInput = z.strictObject({ incidentId: id, id, reason: reason() })

export type TranslationFacts = z.infer<typeof translationFacts>
export type ListTranslationsInput = z.infer<typeof listTranslationsInput>
export type AddTranslationInput = z.infer<typeof addTranslationInput>
export type WithdrawExcerptInput = z.infer<typeof withdrawExcerptInput>
