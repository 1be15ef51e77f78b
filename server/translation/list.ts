import { and, desc, eq } from 'drizzle-orm'
import { capture, evidence, excerpt, source, translation } from '@/db/schema'
import type { ListTranslationsInput } from '@/domain/input/excerpt'
import { can } from '@/domain/policy'
import { query } from '../command'
import { demand, notFound } from '../fault'
import type { TranslationListView } from './view'

/** Every translation of an excerpt, the one in force first: at most fifty there are. */
export const listTranslations = query<ListTranslationsInput, TranslationListView>(async ({ db, actor, input }) => {
  const [found] = await db
    .select({ excerptId: excerpt.id, exact: excerpt.exact, language: source.language })
    .from(excerpt)
    .innerJoin(capture, eq(capture.id, excerpt.captureId))
    .innerJoin(source, eq(source.id, capture.sourceId))
    .innerJoin(evidence, and(eq(evidence.excerptId, excerpt.id), eq(evidence.incidentId, input.incidentId)))
    .where(eq(excerpt.id, input.excerptId))
    .limit(1)
  if (found === undefined) throw notFound('excerpt')
  demand(can(actor, 'desk.read'))
  const translations = await db
    .select({
      id: translation.id,
      text: translation.text,
      language: translation.language,
      method: translation.method,
      translator: translation.translator,
      createdAt: translation.createdAt,
    })
    .from(translation)
    .where(eq(translation.excerptId, input.excerptId))
    .orderBy(desc(translation.createdAt), desc(translation.id))
  return { ...found, translations }
})
