import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Reader } from '@/db/client'
import type { settingsView } from './view'

/** Times that the settings changed, the newest first; more than a team changes them in years. */
const MOST = 50

const row = z.object({ rules: z.string(), since: z.coerce.date() })

/**
 * The settings by which what stands published was decided, newest first, each from the first publication that was made
 * by them. Walks from one change to the one before by the index, past however many publications lie between.
 */
export async function readSettings(db: Reader): Promise<z.output<typeof settingsView>> {
  const { rows } = await db.execute(sql`
    with recursive kind as (
      (select public_rules(document) as rules from publication where public_rules(document) is not null order by 1 limit 1)
      union all
      select (select public_rules(p.document) from publication p where public_rules(p.document) > kind.rules order by 1 limit 1)
      from kind where kind.rules is not null),
    run as (
      (select k.rules, newest.at, 1 as n from kind k, lateral (select max(p.published_at) as at from publication p
        where public_rules(p.document) = k.rules) as newest where k.rules is not null order by newest.at desc nulls last limit 1)
      union all
      select before.rules, before.at, run.n + 1 from run, lateral (
        select k.rules, newest.at from kind k, lateral (select max(p.published_at) as at from publication p
          where public_rules(p.document) = k.rules and p.published_at < run.at) as newest
        where k.rules <> run.rules and newest.at is not null order by newest.at desc limit 1) as before
      where run.n <= ${MOST})
    select run.rules, (select min(p.published_at) from publication p where public_rules(p.document) = run.rules
      and p.published_at > coalesce(earlier.at, '-infinity')) as since
    from run left join run as earlier on earlier.n = run.n + 1 order by run.n limit ${MOST}`)
  return rows.map((found) => {
    const { rules, since } = row.parse(found)
    const [quorum = 0, approvals = 0, disputedSpread = 0] = rules.split(' ').map(Number)
    return { since, quorum, approvals, disputedSpread }
  })
}
