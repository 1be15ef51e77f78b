import { z } from 'zod'
import { TRANSLATION_METHODS } from '@/domain/words'

/** The original, which alone is anchored, and all its translations; the first is in force. */
export const translationListView = z.object({
  excerptId: z.string(),
  exact: z.string(),
  /** Of the source, where known. */
  language: z.string().nullable(),
  translations: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      language: z.string(),
      method: z.enum(TRANSLATION_METHODS),
      translator: z.string().nullable(),
      createdAt: z.date(),
    }),
  ),
})
export type TranslationListView = z.infer<typeof translationListView>
