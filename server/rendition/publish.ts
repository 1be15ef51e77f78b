import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { rendition, revision } from '@/db/schema'
import type { PublishRenditionInput, TakeBackRenditionInput } from '@/domain/input/rendition'
import { can, type Actor } from '@/domain/policy'
import { publishedAfter } from '@/domain/publication'
import { canPublishRendition, canTakeBack } from '@/domain/rendition'
import { buildWithdrawal, renditionHash, renditionText, type RenditionDocument } from '@/domain/rendition-document'
import { canStartFrom } from '@/domain/revision'
import { command, type Scope } from '../command'
import { conflict, demand, notFound } from '../fault'
import { lockIncident } from '../incident/queries'
import { isTranslation, lockRevision, moveRevision } from '../revision/queries'
import { loadOriginal, loadText, renditionsOf } from './queries'
import { readAgain, takeBackFacts } from './read'

const written = (document: RenditionDocument) => ({ document: renditionText(document), hash: renditionHash(document) })

/** Publishes exactly what was approved, of the version that readers have (rules 10 and 11). */
export const publishRendition = command(
  async ({ tx, actor, input, now, record }: Scope<Actor, PublishRenditionInput>) => {
    const row = await lockRevision(tx, input.revisionId, isTranslation)
    demand(can(actor, 'revision.publish'))
    demand(canStartFrom('publish', row.state))
    const { loaded, language, document, gateInput } = await loadText(tx, row)
    const before = await renditionsOf(tx, loaded.id, language)
    const earlier = before.length
    demand(canPublishRendition({ ...gateInput, earlier, note: input.note }))
    await tx
      .update(revision)
      .set({ state: 'superseded', endedAt: now })
      .where(
        and(eq(revision.incidentId, row.incidentId), eq(revision.language, language), eq(revision.state, 'published')),
      )
    await moveRevision(tx, row, 'published', {})
    const id = randomUUID()
    const number = earlier + 1
    await tx.insert(rendition).values({
      id,
      incidentId: row.incidentId,
      publicationId: loaded.id,
      language,
      number,
      revisionId: row.id,
      ...written(document),
      note: input.note,
      publishedBy: actor.id,
      publishedAt: publishedAfter(before[0]?.publishedAt ?? loaded.publishedAt, now),
    })
    await record('rendition.published', {
      subjectId: id,
      incidentId: row.incidentId,
      from: row.state,
      to: 'published',
      ...(input.note === null ? {} : { reason: input.note }),
      detail: { language, version: loaded.original.number, number },
    })
    return readAgain(tx, actor, row.id)
  },
)

/** Takes a published translation back: a row that holds a notice alone. The account stands as it did. */
export const takeBackRendition = command(
  async ({ tx, actor, input, now, record }: Scope<Actor, TakeBackRenditionInput>) => {
    const [target] = await tx.select().from(rendition).where(eq(rendition.id, input.id))
    if (!target) throw notFound('translation')
    await lockIncident(tx, target.incidentId)
    demand(can(actor, 'publication.retract'))
    const { incidentId, publicationId, language } = target
    const [newest] = await renditionsOf(tx, publicationId, language)
    demand(canTakeBack(takeBackFacts(newest)))
    if (newest?.id !== target.id || target.revisionId === null) throw conflict()
    const { original } = await loadOriginal(tx, publicationId)
    const id = randomUUID()
    await tx.insert(rendition).values({
      id,
      incidentId,
      publicationId,
      language,
      number: newest.number + 1,
      revisionId: null,
      ...written(buildWithdrawal(original, language, input.note)),
      note: input.note,
      publishedBy: actor.id,
      publishedAt: publishedAfter(newest.publishedAt, now),
    })
    const detail = { language, version: original.number }
    await record('rendition.withdrawn', { subjectId: id, incidentId, reason: input.note, detail })
    return readAgain(tx, actor, target.revisionId)
  },
)
