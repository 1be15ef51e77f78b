import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { setTimeout as sleep } from 'node:timers/promises'
import { getDb } from '@/db/client'
import { logLeaf, publication, slug } from '@/db/schema'
import { addressIn, isTranslatedPage, LANGUAGES, type Language } from '@/domain/language'
import { DUMP_PART } from '@/domain/input/log'
import { tilesOf } from '@/domain/log/tile'
import { CORRECTION_KINDS } from '@/domain/words'
import { describeError, log } from '../log'
import { readSize } from '../log/queries'
import { DUMPS, type Dumps } from './dump'
import { leadsOn, narrowedOn } from './lead-on'
import type { Pages } from './serve'
import { plainOf } from './store'

/** Milliseconds after the last change, or the start, until pages are rendered that nobody has asked for. */
const CALM = 5_000

/** Milliseconds between two pages at most. */
const LONGEST_PAUSE = 100

/** Publications that are read at once. */
const AT_ONCE = 1_000

const ALWAYS = [
  '/',
  '/corrections',
  ...CORRECTION_KINDS.map((kind) => `/corrections/${kind}`),
  '/method',
  '/data',
  '/feed.atom',
  '/feed.rss',
  '/feed.json',
  '/corrections/feed.atom',
  '/corrections/feed.rss',
  '/corrections/feed.json',
  '/sitemap.xml',
  '/robots.txt',
  '/log',
  '/log/checkpoint',
  '/log/key',
  '/log/words.json',
  '/log/styles',
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

  constructor(
    private readonly pages: Pages,
    private readonly dumps?: Dumps,
  ) {}

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
    for (const language of LANGUAGES) {
      for await (const { path, since = begun } of wantedIn(language))
        if (!(await this.follow(path, since, turn))) return
      if (language === 'en' && !(await this.lay(turn))) return
      for (const path of await this.offeredIn(language)) if (!(await this.follow(path, begun, turn))) return
    }
  }

  /** What the front page leads into: the list by one thing each, and its feeds. */
  private async offeredIn(language: Language): Promise<string[]> {
    const front = await this.pages.prepare(addressIn(language, '/'), new Date())
    return front === undefined ? [] : narrowedOn(plainOf(front))
  }

  private async lay(turn: number): Promise<boolean> {
    for (const file of this.dumps === undefined ? [] : await dumpFiles()) {
      if (turn !== this.turn || !this.pages.hasRoom()) return false
      await this.dumps?.prepare(file)
    }
    return true
  }

  /** A page and what it leads on to. False where there is no more to be done. */
  private async follow(first: string, since: Date, turn: number): Promise<boolean> {
    const waiting = [first]
    for (let done = 0, path = waiting.pop(); path !== undefined; path = waiting.pop(), done++) {
      if (turn !== this.turn || !this.pages.hasRoom()) return false
      const begun = performance.now()
      const page = await this.pages.prepare(path, since)
      if (page !== undefined) waiting.push(...leadsOn(path, plainOf(page), done))
      // Whoever asks comes first: half of the time is theirs.
      await sleep(Math.min(LONGEST_PAUSE, performance.now() - begun))
    }
    return true
  }
}

async function* wantedIn(language: Language): AsyncGenerator<Wanted> {
  const isOf = (path: string) => language === 'en' || isTranslatedPage(path)
  for (const path of ALWAYS.filter(isOf)) yield { path: addressIn(language, path) }
  if (language === 'en') for (const path of await tiles()) yield { path, since: LONG_AGO }
  for await (const { path, since } of published())
    if (isOf(path)) yield { path: addressIn(language, path), ...(since && { since }) }
}

async function dumpFiles(): Promise<string[]> {
  const parts = Math.max(1, Math.ceil((await readSize(getDb())) / DUMP_PART))
  return Array.from({ length: parts }, (_, part) => DUMPS.map(([name, end]) => `/dumps/${name}-${part}.${end}`)).flat()
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
