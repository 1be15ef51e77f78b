import { z } from 'zod'
import { MEDIUMS, SOURCE_KINDS } from '@/domain/words'

const maybe = z.string().nullable()

export const sourceListView = z.object({
  sources: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(SOURCE_KINDS),
      medium: z.enum(MEDIUMS),
      title: maybe,
      url: maybe,
      outlet: maybe,
      language: maybe,
      publishedWords: maybe,
      isConfidential: z.boolean(),
      isHeld: z.boolean(),
    }),
  ),
  nextCursor: maybe,
})
