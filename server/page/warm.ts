import { desc, eq, isNull } from 'drizzle-orm'
import { setTimeout as sleep } from 'node:timers/promises'
import { getDb } from '@/db/client'
import { publication, slug } from '@/db/schema'
import { addressIn, isTranslatedPage, LANGUAGES, type Language } from '@/domain/language'
import { describeError, log } from '../log'
import type { Pages } from './serve'

/** Milliseconds after the last change, or the start, until pages are rendered that nobody has asked for. */
const CALM = 5_000

/** Newest first; what is older than so many is rendered when it is asked for. */
const MOST = 10_000

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

const OTHERS = LANGUAGES.filter((language) => language !== 'en')

/** The pages among these paths, in another language. */
const inLanguage = (language: Language, paths: readonly string[]): string[] =>
  paths.filter(isTranslatedPage).map((path) => addressIn(language, path))

/** Renders what is published before anybody asks, so that it is there when the database is not: in English, then in the others. */
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
    const paths = [...ALWAYS, ...(await published())]
    for (const path of [...paths, ...OTHERS.flatMap((language) => inLanguage(language, paths))]) {
      if (turn !== this.turn || !this.pages.hasRoom()) return
      await this.pages.prepare(path)
      // Whoever asks comes first.
      await sleep(5)
    }
  }
}

/** The pages of what is published, newest first. */
async function published(): Promise<string[]> {
  const rows = await getDb()
    .select({ slug: slug.slug, number: publication.number })
    .from(publication)
    .innerJoin(slug, eq(slug.incidentId, publication.incidentId))
    .where(isNull(slug.retiredAt))
    .orderBy(desc(publication.publishedAt))
    .limit(MOST)
  const paths = rows.flatMap((row) => {
    const account = `/incidents/${row.slug}`
    const machines = [`/api/v1${account}`, `/api/v1${account}?v=${row.number}`, `/embed${account}`]
    return [account, `${account}/changes`, `${account}/v/${row.number}`, ...machines]
  })
  return [...new Set(paths)]
}
