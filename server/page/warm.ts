import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { setTimeout as sleep } from 'node:timers/promises'
import { getDb } from '@/db/client'
import { logLeaf, publication, slug } from '@/db/schema'
import { addressIn, isTranslatedPage, LANGUAGES } from '@/domain/language'
import { tilesOf } from '@/domain/log/tile'
import { describeError, log } from '../log'
import { readSize } from '../log/queries'
import type { Pages } from './serve'

/** Milliseconds after the last change, or the start, until pages are rendered that nobody has asked for. */
const CALM = 5_000

/** Publications that are read at once. */
const AT_ONCE = 1_000

const ALWAYS = [
  '/',
  '/corrections',
  '/method',
  '/data',
  '/feed.atom',
  '/feed.rss',
  '/feed.json',
  '/sitemap.xml',
  '/robots.txt',
  '/log',
  '/log/checkpoint',
  '/log/key',
  '/log/words.json',
  '/dumps/index.json',
  '/api/v1/openapi.json',
  '/api/v1/incidents',
]

/**
 * Renders what is published before anybody asks, so that it is there when the database is not: in English, then in the
 * others, until memory and disk are full. What was rendered since it was published is left until somebody asks.
 */
export class Warmer {
  private timer: NodeJS.Timeout | undefined
  private turn = 0

  constructor(private readonly pages: Pages) {}

  /** Begins once it is calm. */
  begin(): void {
    const turn = ++this.turn
    clearTimeout(this.timer)
    this.timer = setTimeout(() => {
      this.render(turn).catch((error: unknown) => log.warn('pages were not rendered ahead', describeError(error)))
    }, CALM).unref()
  }

  stop(): void {
    this.turn++
    clearTimeout(this.timer)
  }

  private async render(turn: number): Promise<void> {
    const begun = new Date()
    for await (const { path, since = begun } of this.wanted()) {
      if (turn !== this.turn || !this.pages.hasRoom()) return
      await this.pages.prepare(path, since)
      // Whoever asks comes first.
      await sleep(5)
    }
  }

  private async *wanted(): AsyncGenerator<Wanted> {
    for (const language of LANGUAGES) {
      const isOf = (path: string) => language === 'en' || isTranslatedPage(path)
      for (const path of ALWAYS.filter(isOf)) yield { path: addressIn(language, path) }
      if (language === 'en') for (const path of await tiles()) yield { path, since: LONG_AGO }
      for await (const { path, since } of published())
        if (isOf(path)) yield { path: addressIn(language, path), ...(since && { since }) }
    }
  }
}

/** A tile never says anything else. */
const LONG_AGO = new Date(0)
const tiles = async () => tilesOf(await readSize(getDb())).map((path) => `/log/${path}`)

/** `since`: a page of it that was rendered after this says what is to be said; without it, one of this very turn. */
type Wanted = { path: string; since?: Date }

/** The pages of what is published, newest first, and what of the log is about it. */
async function* published(): AsyncGenerator<Wanted> {
  const seen = new Set<string>()
  for (let before: Before | undefined; ;) {
    const rows = await publishedBefore(before)
    for (const { slug: name, number, publishedAt, index } of rows) {
      const account = `/incidents/${name}`
      const newest = [account, `${account}/changes`, `/api/v1${account}`, `/embed${account}`, `${account}/card.png`]
      const own = [`${account}/v/${number}`, `/api/v1${account}?v=${number}`]
      // Whoever comes first is the newest of its account.
      const paths = seen.has(name) ? own : [...newest, ...own]
      seen.add(name)
      for (const path of paths) yield { path, since: publishedAt }
      if (index !== null) yield { path: `/log/document/${index}.json`, since: publishedAt }
    }
    const last = rows.at(-1)
    if (rows.length < AT_ONCE || last === undefined) return
    before = last
  }
}

type Before = { publishedAt: Date; id: string }

function publishedBefore(before: Before | undefined) {
  const isBefore =
    before && sql`(${publication.publishedAt}, ${publication.id}) < (${before.publishedAt.toISOString()}, ${before.id})`
  return getDb()
    .select({
      id: publication.id,
      slug: slug.slug,
      number: publication.number,
      publishedAt: publication.publishedAt,
      index: logLeaf.index,
    })
    .from(publication)
    .innerJoin(slug, eq(slug.incidentId, publication.incidentId))
    .leftJoin(
      logLeaf,
      and(eq(logLeaf.publicationId, publication.id), isNull(logLeaf.redactionId), isNull(logLeaf.renditionId)),
    )
    .where(and(isNull(slug.retiredAt), isBefore))
    .orderBy(desc(publication.publishedAt), desc(publication.id))
    .limit(AT_ONCE)
}
