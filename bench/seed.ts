import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import type { Actor } from '@/domain/policy'

/** An account that the seeded rows belong to. */
export async function seedPerson(db: Db): Promise<Actor> {
  const id = randomUUID()
  await db.execute(sql`insert into account (id, email, name, role, password_hash, created_at)
    values (${id}, ${`${id}@bench.example`}, 'Bench', 'lead', '-', now())`)
  return { id, name: 'Bench', role: 'lead', isAdmin: false }
}

/**
 * Brings the database to `count` incidents, each with a source, a capture, a question with three claims, an origin and
 * three pieces of evidence. Ids are made from the number, so that what belongs together is found without a join.
 */
export async function seedIncidents(db: Db, from: number, count: number, by: Actor): Promise<void> {
  const id = (kind: string, n = 'n') => sql.raw(`md5('${kind}' || ${n})::uuid`)
  const each = sql`generate_series(${from + 1}::int, ${count}::int) n`
  const thrice = sql`${each}, generate_series(1, 3) k`
  const key = "n || '-' || k"
  await db.execute(sql`insert into incident (id, slug, title, type, created_by, created_at, updated_at)
    select ${id('incident')}, 'incident-' || n, 'Incident ' || n, 'strike', ${by.id}, now(), now() - n * interval '1 second' from ${each}`)
  await db.execute(sql`insert into source (id, kind, medium, title, created_by, created_at)
    select ${id('source')}, 'document', 'article', 'Article ' || n, ${by.id}, now() from ${each}`)
  await db.execute(sql`insert into incident_source (incident_id, source_id, added_at)
    select ${id('incident')}, ${id('source')}, now() from ${each}`)
  await db.execute(sql`insert into capture (id, source_id, number, bytes, text, bytes_sha256, text_sha256, text_length,
      method, method_version, normalisation, captured_by, captured_at)
    select ${id('capture')}, ${id('source')}, 1, convert_to(t, 'UTF8'), t, encode(sha256(convert_to(t, 'UTF8')), 'hex'),
      encode(sha256(convert_to(t, 'UTF8')), 'hex'), char_length(t), 'paste', '1', 1, ${by.id}, now()
    from (select n, 'First passage. Second passage. Third passage of article ' || n || '.' as t from ${each}) texts`)
  await db.execute(sql`insert into question (id, incident_id, kind, text, position, created_at)
    select ${id('question')}, ${id('incident')}, 'what', 'What happened?', 1, now() from ${each}`)
  await db.execute(sql`insert into origin (id, incident_id, channel, mode, created_at)
    select ${id('origin')}, ${id('incident')}, 'own reporter', 'observed', now() from ${each}`)
  await db.execute(sql`insert into claim (id, incident_id, question_id, text, is_central, created_at)
    select ${id('claim', key)}, ${id('incident')}, ${id('question')}, 'Claim ' || k, k = 1, now() from ${thrice}`)
  await db.execute(sql`insert into excerpt (id, capture_id, exact, prefix, suffix, start, "end", created_by, created_at)
    select ${id('excerpt', key)}, ${id('capture')}, 'First', '', ' passage.', 0, 5, ${by.id}, now() from ${thrice}`)
  await db.execute(sql`insert into evidence (id, incident_id, excerpt_id, claim_id, stance, origin_id, created_by, created_at)
    select ${id('evidence', key)}, ${id('incident')}, ${id('excerpt', key)}, ${id('claim', key)}, 'supports', ${id('origin')},
      ${by.id}, now() from ${thrice}`)
  await db.execute(sql`analyze`)
}

/** The id that `seedIncidents` gave the incident with this number. */
export async function incidentId(db: Db, number: number): Promise<string> {
  const found = await db.execute<{ id: string }>(sql`select md5('incident' || ${number}::int)::uuid::text as id`)
  return found.rows[0]?.id ?? ''
}
