import { and, desc, eq, inArray, isNotNull } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { incident, publication, rendition, revision } from '@/db/schema'
import type { ListRenditionsInput } from '@/domain/input/rendition'
import { LANGUAGES } from '@/domain/language'
import { can, canAnd, type Actor } from '@/domain/policy'
import { canBegin } from '@/domain/rendition'
import { refused } from '@/domain/verdict'
import { isWorking, WORKING_STATES } from '@/domain/workflow'
import { query } from '../command'
import { demand, notFound } from '../fault'
import { loadOriginal, newestAccount, publishedOf } from './queries'
import type { RenditionList } from './view'

/** Into which languages an account is translated, or could be. */
export const listRenditions = query(
  async ({ db, actor, input }: { db: Db; actor: Actor; input: ListRenditionsInput }): Promise<RenditionList> => {
    const [of] = await db
      .select({ id: incident.id, state: incident.state })
      .from(incident)
      .where(eq(incident.id, input.incidentId))
    if (!of) throw notFound('incident')
    demand(can(actor, 'desk.read'))
    const newest = await newestAccount(db, of.id)
    const loaded = newest === null ? null : await loadOriginal(db, newest)
    const working = await db
      .select({ id: revision.id, state: revision.state, language: revision.language, version: publication.number })
      .from(revision)
      .innerJoin(publication, eq(publication.id, revision.translates))
      .where(and(eq(revision.incidentId, of.id), inArray(revision.state, [...WORKING_STATES])))
    const last = await newestRenditions(db, of.id)
    return {
      original: loaded && { number: loaded.original.number, language: loaded.original.language },
      languages: LANGUAGES.flatMap((language) => {
        const [text] = working.filter((row) => row.language === language && isWorking(row.state))
        const row = last.find((each) => each.rendition.language === language)
        const { original, standing } = loaded ?? {}
        // The account's own language, unless it once was another.
        if (!text && !row && original?.language.split('-')[0] === language) return []
        const begin =
          original === undefined || standing === undefined
            ? refused('rendition.none', 'Nothing of this incident is published.')
            : canBegin({
                incidentState: of.state,
                states: text ? [text.state] : [],
                language,
                original: original.language,
                standing,
              })
        return [
          {
            language,
            working: text ? { revisionId: text.id, state: text.state, version: text.version } : null,
            published: row ? { ...publishedOf(row.rendition, row.version), revisionId: row.textId } : null,
            begin: canAnd(actor, 'revision.edit', begin),
          },
        ]
      }),
    }
  },
)

/** Of each language the newest that was published, with the text behind it: of a notice, that which it took back. */
async function newestRenditions(db: Db, incidentId: string) {
  const rows = await db
    .selectDistinctOn([rendition.language], { rendition, version: publication.number })
    .from(rendition)
    .innerJoin(publication, eq(publication.id, rendition.publicationId))
    .where(eq(rendition.incidentId, incidentId))
    .orderBy(rendition.language, desc(publication.number), desc(rendition.number))
  const texts = await db
    .selectDistinctOn([rendition.language], { language: rendition.language, revisionId: rendition.revisionId })
    .from(rendition)
    .where(and(eq(rendition.incidentId, incidentId), isNotNull(rendition.revisionId)))
    .orderBy(rendition.language, desc(rendition.publishedAt), desc(rendition.number))
  return rows.map((row) => {
    const text = texts.find(({ language }) => language === row.rendition.language)
    return { ...row, textId: text?.revisionId ?? '' }
  })
}
