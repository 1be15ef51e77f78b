import { sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { statement } from '@/db/statement'
import type { Grade, Level } from '@/domain/levels'
import { shownOf, type Met, type SearchKind } from '@/domain/search'
import { formatWhen } from '@/domain/time'
import type { HitView } from './view'
import type { Ranked } from './window'
import type { Wish } from './wish'

type Row = {
  n: number
  kind: SearchKind
  subject_id: string
  part: number
  start: number
  language: string | null
  text: string
  words: { lexeme: string; places: number[] }[] | null
  is_withdrawn: boolean
  incident_id: string | null
  incident_title: string | null
  occurred: string | null
  place: string | null
  source_id: string | null
  source_title: string | null
  outlet: string | null
  grade: Grade | null
  published: string | null
  is_confidential: boolean | null
  capture_id: string | null
  capture_number: number | null
  level: Level | null
}

/** Without drizzle's own columns: all of it is one JSON. */
const readRows = statement('search_hits', ['numbers', 'exact', 'begun'], (db, { numbers, exact, begun }) =>
  db.select({ row: sql<Row>`to_jsonb(hit)` }).from(sql`(
    select e.n, e.kind, e.subject_id, e.part, e.start, e.language, e.text,
      (select jsonb_agg(jsonb_build_object('lexeme', w.lexeme, 'places', to_jsonb(w.positions))) from unnest(e.words) as w
        where w.lexeme = any(${exact}::text[]) or exists (select from unnest(${begun}::text[]) as b where w.lexeme ^@ b)) as words,
      coalesce(x.withdrawn_at, c.withdrawn_at) is not null as is_withdrawn,
      i.id as incident_id, i.title as incident_title, i.occurred, (select p.name from place_name p where p.place_id = i.place_id and p.is_main) as place,
      s.id as source_id, s.title as source_title, o.name as outlet,
      (select g.grade from outlet_grade g where g.party_id = s.outlet_id order by g.graded_at desc, g.id desc limit 1) as grade,
      s.published, s.is_confidential, k.id as capture_id, k.number as capture_number,
      (select f.level from round r join finding f on f.round_id = r.id where r.claim_id = c.id and r.state = 'revealed') as level
    from search_entry e
    left join excerpt x on e.kind = 'excerpt' and x.id = e.subject_id
    left join claim c on e.kind = 'claim' and c.id = e.subject_id
    left join capture k on k.id = case e.kind when 'excerpt' then x.capture_id when 'passage' then e.subject_id end
    left join source s on s.id = case e.kind when 'source' then e.subject_id else k.source_id end
    left join party o on o.id = s.outlet_id
    left join incident i on i.id = case e.kind when 'incident' then e.subject_id when 'claim' then c.incident_id
      when 'excerpt' then (select v.incident_id from evidence v where v.excerpt_id = x.id order by v.withdrawn_at is not null, v.created_at, v.id limit 1)
      else (select v.incident_id from incident_source v where v.source_id = s.id order by v.added_at, v.incident_id limit 1) end
    where e.n = any(${numbers}::bigint[])) as hit`),
)

/** What was found, with what is known of each and the words that were: one statement for a page. */
export async function readHits(db: Reader, wish: Wish, page: readonly Ranked[]): Promise<HitView[]> {
  if (page.length === 0) return []
  const rows = await readRows(db, {
    numbers: page.map((one) => one.n),
    exact: wish.leaves.flatMap((leaves) => [...leaves.exact]),
    begun: wish.leaves.flatMap((leaves) => leaves.begun),
  })
  const byNumber = new Map(rows.map(({ row }) => [row.n, hitOf(row, wish)]))
  return page.flatMap((one) => byNumber.get(one.n) ?? [])
}

function hitOf(row: Row, wish: Wish): HitView {
  const isTranslation = row.kind === 'excerpt' && row.part > 0
  const { at, ...shown } = shownOf(row.text, metOf(row, wish))
  const moved = at && { start: at.start + row.start, end: at.end + row.start }
  return {
    n: row.n,
    kind: row.kind,
    subjectId: row.subject_id,
    shown,
    language: row.language,
    isTranslation,
    isWithdrawn: row.is_withdrawn,
    incident: row.incident_id === null ? null : { id: row.incident_id, title: row.incident_title ?? '' },
    source:
      row.source_id === null
        ? null
        : {
            id: row.source_id,
            title: row.source_title,
            outlet: row.outlet,
            grade: row.grade,
            published: row.published === null ? null : formatWhen(row.published),
            isConfidential: row.is_confidential ?? false,
          },
    // Where the words of a translation are is no place in the capture.
    capture:
      row.capture_id === null
        ? null
        : { id: row.capture_id, number: row.capture_number ?? 1, at: isTranslation ? null : moved },
    level: row.level,
    when: row.occurred === null || row.kind !== 'incident' ? null : formatWhen(row.occurred),
    place: row.kind === 'incident' ? row.place : null,
  }
}

/** Where each thing that was wanted is in this text. */
function metOf({ words }: Row, wish: Wish): Met[] {
  return wish.leaves.map(({ exact, begun, run }) => ({
    run,
    places: (words ?? [])
      .filter(({ lexeme }) => exact.has(lexeme) || begun.some((beginning) => lexeme.startsWith(beginning)))
      .flatMap(({ places }) => places),
  }))
}
