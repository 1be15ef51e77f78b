import { performance } from 'node:perf_hooks'
import { eq, max, sql } from 'drizzle-orm'
import { getDb, type Reader } from '@/db/client'
import { publication, slug } from '@/db/schema'
import { statement } from '@/db/statement'
import { readSize } from '../log/queries'
import type { Needed } from './address'
import { Together } from './together'
import { within } from './within'

const readNewest = statement('published addresses', ['slugs'], (db, { slugs }) =>
  db
    .select({ slug: slug.slug, newest: max(publication.number) })
    .from(slug)
    .innerJoin(publication, eq(publication.incidentId, slug.incidentId))
    .where(sql`${slug.slug} = any(${slugs}::text[])`)
    .groupBy(slug.slug),
)

/** Milliseconds that the database may take to tell. */
const PATIENCE = 1_000

/** Milliseconds for which one that did not is not asked again. */
const GIVEN_UP = 500

/** What is published, asked of the database each time: what came a moment ago is there, and nothing is held. */
export class Known {
  private awayUntil = 0

  constructor(private readonly db: () => Reader = getDb) {}

  private readonly newest = new Together<string, number>(async (slugs) => {
    const rows = await readNewest(this.db(), { slugs })
    return new Map(rows.map((row) => [row.slug, row.newest ?? 0]))
  })

  private readonly entries = new Together<'', number>(async () => new Map([['', await readSize(this.db())]]))

  /** Does an address lead somewhere? @throws Error where the database cannot be reached. */
  async has(needed: Needed): Promise<boolean> {
    if (performance.now() < this.awayUntil) throw new Error('the database did not answer a moment ago')
    try {
      if ('isIn' in needed) return needed.isIn((await within(PATIENCE, this.entries.of(''))) ?? 0)
      return ((await within(PATIENCE, this.newest.of(needed.slug))) ?? 0) >= needed.version
    } catch (error) {
      this.awayUntil = performance.now() + GIVEN_UP
      throw error
    }
  }
}
