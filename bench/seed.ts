import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { emptyDocument } from '@/domain/document'
import { canonicalJson } from '@/domain/hash'
import type { Actor } from '@/domain/policy'
import { byHand } from '../tests/harness/by-hand'

/** An account that the seeded rows belong to. */
export async function seedPerson(db: Db): Promise<Actor> {
  const id = randomUUID()
  await byHand(db, [['account.created', id]], (tx) =>
    tx.execute(sql`insert into account (id, email, name, role, password_hash, created_at)
      values (${id}, ${`${id}@bench.example`}, 'Bench', 'lead', '-', now())`),
  )
  return { id, name: 'Bench', role: 'lead', isAdmin: false }
}

/** So many at a time that no statement comes near the time it may take. */
const CHUNK = 500

/** In a seeded world: how many different places and parties there are. */
export const PLACES = 1_000
export const PARTIES = 100

const id = (kind: string, n = 'n') => sql.raw(`bench_id('${kind}' || ${n})`)

/** Ids made from a text, of the form that every input asks for (RFC 9562, version 4). */
export async function makeIds(db: Db): Promise<void> {
  await db.execute(sql`create function bench_id(text) returns uuid language sql immutable as
    $$ select overlay(overlay(md5($1) placing '4' from 13) placing '8' from 17)::uuid $$`)
}
const numbers = (from: number, to: number) => sql`generate_series(${from + 1}::int, ${to}::int) n`

/**
 * Brings the database to `count` published incidents, each with a source, a capture, a question with three claims, an
 * origin and three pieces of evidence. Ids are made from the number, so that what belongs together is found without a
 * join. `template`: the document of an account, which each publication is a variation of.
 */
export async function seedIncidents(db: Db, from: number, count: number, made: Made): Promise<void> {
  await eventLocks(db, 'disable')
  for (let at = from; at < count; at += CHUNK) {
    const to = Math.min(at + CHUNK, count)
    await seedDesk(db, at, to, made.by)
    await seedPublications(db, at, to, made)
  }
  await eventLocks(db, 'enable')
  await db.execute(sql`analyze`)
}

/**
 * Rows that come in bulk have no history of their own: the lock that asks each for its event is off meanwhile. Nor are
 * they searched.
 */
async function eventLocks(db: Db, how: 'disable' | 'enable'): Promise<void> {
  const { rows } = await db.execute<{ turn: string }>(sql`select
    format('alter table %s ${sql.raw(how)} trigger %I', tgrelid::regclass, tgname) as turn
    from pg_trigger where tgfoid in ('lock_event_left'::regproc, 'search_follow'::regproc, 'search_follow_capture'::regproc)`)
  for (const { turn } of rows) await db.execute(sql.raw(turn))
}

/** `isLogged`: with an entry each in the publication log, which takes longer than all the rest. */
type Made = { by: Actor; reviewer: Actor; template: string; isLogged?: boolean }

async function seedDesk(db: Db, from: number, to: number, by: Actor): Promise<void> {
  const each = numbers(from, to)
  const thrice = sql`${each}, generate_series(1, 3) k`
  const key = "n || '-' || k"
  await db.execute(sql`insert into incident (id, slug, title, type, created_by, created_at, updated_at)
    select ${id('incident')}, 'incident-' || n, 'Incident ' || n, 'strike', ${by.id}, now(), now() - n * interval '1 second' from ${each}`)
  await db.execute(sql`insert into source (id, kind, medium, title, created_by, created_at)
    select ${id('source')}, 'document', 'article', 'Article ' || n, ${by.id}, now() from ${each}`)
  await db.execute(sql`insert into incident_source (incident_id, source_id, added_at)
    select ${id('incident')}, ${id('source')}, now() from ${each}`)
  await db.execute(sql`insert into capture (id, source_id, number, text, bytes_sha256, text_sha256, text_length,
      method, method_version, normalisation, captured_by, captured_at)
    select ${id('capture')}, ${id('source')}, 1, t, encode(sha256(convert_to(t, 'UTF8')), 'hex'),
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
}

/** The template as the account with this number, in the canonical form that is hashed and logged. */
function variedDocument(template: string, n: number): string {
  const { incident, ...document } = JSON.parse(template) as Record<'incident', Record<string, unknown>>
  const place = { name: `Town ${n % PLACES}`, names: [], precision: 'settlement', latitude: null, longitude: null }
  const party = { name: `Party ${n % PARTIES}`, kind: 'agency', note: '', aliases: [], side: null }
  const occurred = new Date(Date.UTC(2000, 0, 1 + (n % 9000))).toISOString().slice(0, 10)
  const own = { slug: `incident-${n}`, title: `Incident ${n}`, place, sides: [], parties: [party], occurred }
  return canonicalJson({ ...document, incident: { ...incident, ...own }, bylines: [] })
}

const LOCKED = ['revision', 'review', 'publication'] as const

/** What belongs to a publication is there: a revision, and somebody else's approval of these very bytes. */
async function seedPublications(db: Db, from: number, to: number, made: Made): Promise<void> {
  const { by, reviewer, template, isLogged = false } = made
  const each = numbers(from, to)
  const empty = JSON.stringify(emptyDocument)
  // A hundred thousand texts are not taken through draft, votes and review one by one: the locks are off meanwhile.
  for (const table of LOCKED) await db.execute(sql`alter table ${sql.identifier(table)} disable trigger user`)
  await db.execute(sql`alter table publication enable trigger publication_listed`)
  if (isLogged) await db.execute(sql`alter table publication enable trigger publication_is_logged`)
  await db.execute(sql`insert into slug (slug, incident_id, created_at)
    select 'incident-' || n, ${id('incident')}, now() from ${each}`)
  await db.execute(sql`insert into revision (id, incident_id, state, document, created_by, created_at, updated_at, submitted_at)
    select ${id('revision')}, ${id('incident')}, 'published', ${empty}::jsonb, ${by.id}, now(), now(), now() from ${each}`)
  const texts = Array.from({ length: to - from }, (_, at) => variedDocument(template, from + at + 1))
  const dated = sql`select ${from}::int + place as n, d from unnest(${sql.param(texts)}::text[]) with ordinality as made (d, place)`
  const hash = sql`encode(sha256(convert_to(d, 'UTF8')), 'hex')`
  await db.execute(sql`insert into review (id, revision_id, account_id, decision, snapshot_hash, snapshot, decided_at)
    select ${id('review')}, ${id('revision')}, ${reviewer.id}, 'approve', ${hash}, '', now() from (${dated}) made`)
  // As many approvals as the document's own rules ask for; the lock that counts them is off.
  await db.execute(sql`insert into publication (id, incident_id, number, revision_id, document, hash, approvals, published_by, published_at)
    select ${id('publication')}, ${id('incident')}, 1, ${id('revision')}, d, ${hash}, (d::jsonb #>> '{rules,approvals}')::int, ${by.id},
      now() - n * interval '1 minute' from (${dated}) made`)
  for (const table of LOCKED) await db.execute(sql`alter table ${sql.identifier(table)} enable trigger user`)
  // That turned on its lock for events too, which stays off until everything is there.
  await eventLocks(db, 'disable')
}

/** The id that `seedIncidents` gave the incident with this number. */
export async function incidentId(db: Db, number: number): Promise<string> {
  const found = await db.execute<{ id: string }>(sql`select bench_id('incident' || ${number}::int)::text as id`)
  return found.rows[0]?.id ?? ''
}
