import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { revision } from '@/db/schema'
import type { BeginRenditionInput } from '@/domain/input/rendition'
import type { Language } from '@/domain/language'
import { can, type Actor } from '@/domain/policy'
import { canBegin } from '@/domain/rendition'
import { beginFrom } from '@/domain/rendition-begin'
import { namePath, namesOf } from '@/domain/rendition-names'
import { relatedPath, tagPath } from '@/domain/rendition-words'
import type { Snapshot } from '@/domain/snapshot-schema'
import { command, type Scope } from '../command'
import { demand, refusal } from '../fault'
import { lockIncident } from '../incident/queries'
import { insertDraft, lastRevision, type RevisionRow } from '../revision/queries'
import { documentOf } from '../workspace/queries'
import { loadOriginal, newestAccount, translationOf } from './queries'
import { readAgain } from './read'

/** Begins a translation of what is published now, from the last text in that language (docs/decisions/0045). */
export const beginRendition = command(async ({ tx, actor, input, now, record }: Scope<Actor, BeginRenditionInput>) => {
  const incident = await lockIncident(tx, input.incidentId)
  demand(can(actor, 'revision.edit'))
  const { language } = input
  const rows = await tx
    .selectDistinct({ state: revision.state })
    .from(revision)
    .where(and(eq(revision.incidentId, incident.id), eq(revision.language, language)))
  const publicationId = await newestAccount(tx, incident.id)
  if (publicationId === null)
    throw refusal({ allowed: false, rule: 'rendition.none', because: 'Nothing of this incident is published.' })
  const { original, snapshot, standing } = await loadOriginal(tx, publicationId)
  const states = rows.map(({ state }) => state)
  demand(canBegin({ incidentState: incident.state, states, language, original: original.language, standing }))
  const before = await lastRevision(tx, incident.id, language)
  const known = snapshot === null ? {} : await knownNames(tx, snapshot, language)
  const { doc, words } = beginFrom(original, ...(await earlierText(tx, before)), known)
  const id = await insertDraft(tx, {
    incidentId: incident.id,
    before,
    document: doc,
    translation: { translates: publicationId, language, words: { ...words } },
    actorId: actor.id,
    now,
  })
  await record('revision.drafted', { subjectId: id, incidentId: incident.id, to: 'draft', detail: { language } })
  return readAgain(tx, actor, id)
})

async function earlierText(
  tx: Tx,
  before: RevisionRow | null,
): Promise<[Parameters<typeof beginFrom>[1], Parameters<typeof beginFrom>[2]]> {
  if (before === null) return [null, null]
  const { translates, words } = translationOf(before)
  const { original } = await loadOriginal(tx, translates)
  return [original, { doc: documentOf(before), words }]
}

/** How many translations are searched for names. */
const SEARCHED = 500

/** What its names and tags are called in a language already, in other translations or by the place itself; and what related accounts are. */
async function knownNames(tx: Tx, snapshot: Snapshot, language: Language): Promise<Record<string, string>> {
  const place = snapshot.incident.place
  const own = place?.names.find((each) => each.language === language && each.name !== place.name)
  const paths = [...namesOf(snapshot).map(namePath), ...snapshot.incident.tags.map(tagPath)]
  const { rows } = await tx.execute<{ path: string; name: string }>(sql`
    select distinct on (said.key) said.key as path, said.value as name
    from (select document::jsonb as d, published_at from rendition where language = ${language} and document is not null
      and revision_id is not null order by published_at desc limit ${SEARCHED}) as last
    cross join jsonb_each_text(last.d -> 'words') as said
    where said.key in (select json_array_elements_text(${JSON.stringify(paths)}::json))
    order by said.key, last.published_at desc`)
  return {
    ...(place && own && { [namePath(place.name)]: own.name }),
    ...Object.fromEntries(rows.map(({ path, name }) => [path, name])),
    ...(await relatedTitles(tx, snapshot, language)),
  }
}

/** The titles of related accounts as the last translations of their newest versions have them. */
async function relatedTitles(tx: Tx, { related }: Snapshot, language: Language): Promise<Record<string, string>> {
  if (related.length === 0) return {}
  const slugs = related.map(({ slug }) => slug)
  const { rows } = await tx.execute<{ slug: string; title: string | null }>(sql`
    select distinct on (i.slug) i.slug,
      case when t.revision_id is not null then t.document::jsonb #>> '{words,title}' end as title
    from incident i join listing l on l.incident_id = i.id
      join rendition t on t.publication_id = l.publication_id and t.language = ${language}
    where i.slug in (select json_array_elements_text(${JSON.stringify(slugs)}::json))
    order by i.slug, t.number desc`)
  return Object.fromEntries(rows.flatMap(({ slug, title }) => (title === null ? [] : [[relatedPath(slug), title]])))
}
