import { eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Db, Reader } from '@/db/client'
import { originHint } from '@/db/schema'
import type { CompareLineageInput } from '@/domain/input/lineage'
import { passagesBetween } from '@/domain/likeness/suggestion'
import { can, type Actor } from '@/domain/policy'
import { query } from '../command'
import { demand, notFound } from '../fault'
import { isSourceOf } from '../source/queries'
import { requirePicture } from '../workspace/queries'
import { readCapture, readHeld, readPages } from './article'
import { lineageById } from './queries'
import type { comparisonView } from './view'

type Comparison = z.infer<typeof comparisonView>
type Pair = { sourceId: string; ofId: string; captureId: string | null; ofCaptureId: string | null }

/** Both texts of an edge or a hint, and the passages they share, marks of what is not the article regarded. */
export const compareLineage = query(
  async ({ db, actor, input }: { db: Db; actor: Actor; input: CompareLineageInput }): Promise<Comparison> => {
    await requirePicture(db, input.incidentId, actor.id)
    demand(can(actor, 'desk.read'))
    const pair = await pairOf(db, input.id)
    const isOwn = async (id: string) => isSourceOf(db, input.incidentId, id)
    if (pair === null || !((await isOwn(pair.sourceId)) || (await isOwn(pair.ofId)))) throw notFound('connection')
    const source = await sideOf(db, input.incidentId, pair.sourceId, pair.captureId)
    const of = await sideOf(db, input.incidentId, pair.ofId, pair.ofCaptureId)
    const [a] = await readHeld(db, source.captureId === null ? [] : [source.captureId])
    const [b] = await readHeld(db, of.captureId === null ? [] : [of.captureId])
    const pages = await readPages(
      db,
      [a, b].flatMap((held) => held ?? []),
    )
    const passages =
      a === undefined || b === undefined ? [] : passagesBetween(readCapture(a, pages), readCapture(b, pages))
    return {
      id: input.id,
      source: source.side,
      of: of.side,
      passages: passages.map(({ copy, original }) => ({ source: copy, of: original })),
    }
  },
)

async function pairOf(reader: Reader, id: string): Promise<Pair | null> {
  const edge = await lineageById(reader, id)
  if (edge !== null) {
    // Turned around when it was confirmed, its captures have changed places too.
    const captures = edge.basis === null ? [] : [edge.basis.captureId, edge.basis.ofCaptureId]
    return { sourceId: edge.sourceId, ofId: edge.ofId, ...(await placed(reader, edge.sourceId, captures)) }
  }
  const [hint] = await reader.select().from(originHint).where(eq(originHint.id, id))
  if (hint === undefined) return null
  const { captureId, otherCaptureId } = hint.basis
  return { sourceId: hint.sourceId, ofId: hint.otherId, captureId, ofCaptureId: otherCaptureId }
}

type Placed = Pick<Pair, 'captureId' | 'ofCaptureId'>

async function placed(reader: Reader, sourceId: string, [one, other]: string[]): Promise<Placed> {
  if (one === undefined || other === undefined) return { captureId: null, ofCaptureId: null }
  const found = await reader.execute(sql`select from capture where id = ${one} and source_id = ${sourceId}`)
  return found.rows.length > 0 ? { captureId: one, ofCaptureId: other } : { captureId: other, ofCaptureId: one }
}

type SideRow = {
  title: string | null
  language: string | null
  captureId: string | null
  text: string | null
  number: number | null
}

/** The capture that was compared, or the newest where none was; of a confidential source that is not this incident's, nothing. */
async function sideOf(reader: Reader, incidentId: string, sourceId: string, captureId: string | null) {
  const found = await reader.execute<SideRow>(sql`
    select case when hidden then null else s.title end as title, s.language, c.id as "captureId", c.text, c.number
    from source s
    cross join lateral (select s.is_confidential and not exists (
      select from incident_source where incident_id = ${incidentId} and source_id = s.id) as hidden) h
    left join lateral (
      select id, text, number from capture where source_id = s.id and (${captureId}::uuid is null or id = ${captureId})
        and not hidden
      order by number desc limit 1) c on true
    where s.id = ${sourceId}`)
  const row = found.rows[0]
  return {
    captureId: row?.captureId ?? null,
    side: {
      sourceId,
      title: row?.title ?? null,
      language: row?.language ?? null,
      text: row?.text ?? null,
      captureNumber: row?.number ?? null,
    },
  }
}
