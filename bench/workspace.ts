import { sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import type { Actor } from '@/domain/policy'
import { readWorkspace } from '@/server/workspace/queries'
import { ratio, shown } from './measure'
import { incidentId } from './seed'

/** The same rows in one statement by hand, as JSON: what a database can do at best. */
async function byHand(db: Db, id: string): Promise<unknown> {
  const found = await db.execute(sql`
    select to_jsonb(i) || jsonb_build_object(
      'questions', (select jsonb_agg(to_jsonb(q) || jsonb_build_object('claims', (
        select jsonb_agg(to_jsonb(c)) from claim c where c.question_id = q.id))) from question q where q.incident_id = i.id),
      'sources', (select jsonb_agg(to_jsonb(s) || jsonb_build_object('captures', (
        select jsonb_agg(jsonb_build_object('id', p.id, 'number', p.number, 'hash', p.text_sha256)) from capture p where p.source_id = s.id)))
        from incident_source x join source s on s.id = x.source_id where x.incident_id = i.id),
      'evidence', (select jsonb_agg(to_jsonb(e) || jsonb_build_object('excerpt', to_jsonb(t)))
        from evidence e join excerpt t on t.id = e.excerpt_id where e.incident_id = i.id),
      'origins', (select jsonb_agg(to_jsonb(o)) from origin o where o.incident_id = i.id),
      'rounds', (select jsonb_agg(to_jsonb(r)) from round r join claim c on c.id = r.claim_id where c.incident_id = i.id),
      'revisions', (select jsonb_agg(to_jsonb(v)) from revision v where v.incident_id = i.id),
      'publications', (select jsonb_agg(jsonb_build_object('number', p.number)) from publication p where p.incident_id = i.id)
    ) as whole from incident i where i.id = ${id}`)
  return found.rows[0]
}

/** The workspace's view against the same rows read by one hand-written statement. */
export async function benchWorkspace(db: Db, actor: Actor, incidents: number): Promise<number> {
  const id = await incidentId(db, Math.ceil(incidents / 2))
  const {
    ratio: times,
    ours,
    yardstick,
  } = await ratio(
    () => readWorkspace(db, actor, id),
    () => byHand(db, id),
    21,
  )
  console.log(
    `workspace    ${incidents} incidents: ${shown(times)} × one hand-written statement (${shown(ours)} ms to ${shown(yardstick)} ms)`,
  )
  return ours
}
