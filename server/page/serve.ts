import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { readAddress } from '@/domain/language'
import { describeError, log } from '../log'
import { zoneOf } from '../security-headers'
import { encodingFor, sendAsOf, sendForm } from './answer'
import type { PageDisk } from './disk'
import type { Freshness } from './freshness'
import type { Head } from './head'
import { renderer, type Render } from './render'
import { diskPageOf, formOf, pageFromDisk, pageOf, PageStore, type StoredPage } from './store'
import { Answers } from './wire'

/**
 * Addresses of which there are as many as there is published, once a language, and no more: what may be kept. Spelled in
 * one way each.
 */
const KEPT = new RegExp(
  `^/(?:${[
    'corrections(?:/(?:correction|update|clarification|retraction|feed\\.(?:atom|rss|json)))?|method|data|robots\\.txt|sitemap\\.xml|sitemap/[0-9a-f]{1,3}\\.xml|feed\\.(?:atom|rss|json)',
    'incidents/[a-z0-9-]{1,120}(?:/changes|(?:/v/[1-9]\\d{0,5})?/card\\.png|/v/[1-9]\\d{0,5})?',
    'embed/incidents/[a-z0-9-]{1,120}',
    'api/v1/(?:openapi\\.json|incidents(?:/[a-z0-9-]{1,120}(?:\\?v=[1-9]\\d{0,5})?)?)',
    'log(?:/(?:checkpoint|key|styles|words\\.json|proof/\\d{1,9}|document/\\d{1,9}\\.json|tile/[a-z0-9./]{3,60}))?',
    'dumps/index\\.json',
  ].join('|')})?$`,
)

/** Feeds narrowed by one thing, whose spellings are anybody's: kept where they found something, in a room of their own. */
const NARROWED = /^(?:\/[a-z]{2})?\/feed\.(?:atom|rss|json)\?(?:place|party|tag|level)=[^&]{1,300}$/

/**
 * Where lists go on, and parts of the list. Anybody can spell more such places than there are, so those alone are kept that
 * our own pages lead to, when they are rendered ahead.
 */
const LED_TO =
  /^(?:\/[a-z]{2})?(?:(?:\/|\/corrections(?:\/[a-z]+)?|\/api\/v1\/incidents|\/incidents\/[a-z0-9-]{1,120}\/changes)?\?(?:cursor|before)=[^&]{1,120}|\/?\?(?:place|party|tag|level)=[^&]{1,300})$/

/** Of the room for pages. */
const ROOM_OF_NARROWED = 1 / 8

/** Files and what is no document. */
const isElsewhere = (path: string): boolean => path.startsWith('/_next/') || /\.[a-z0-9]+$/i.test(path)

export type PagesOptions = {
  freshness: Pick<Freshness, 'known' | 'ask' | 'sureOf' | 'stateOf' | 'changesIn'>
  /** Where pages lie that memory has no room for, and for the next start; undefined: nowhere. */
  disk?: PageDisk | undefined
  /** Bytes that stored pages may take. */
  room: number
  /** The origin that readers use. */
  publicUrl: string
  /** Milliseconds for which a connection is kept without a request. */
  keepAlive: number
}

/** Why a page is rendered, and whether memory has room for it. */
type Given = { isAhead: boolean; isForMemory: boolean }

/**
 * Answers for everything that readers read: from the store while that is what the record says, else rendered by
 * `listener` first. A page is stored as a document, without scripts, in the forms in which it is sent.
 */
export class Pages {
  private readonly store: PageStore
  private readonly narrowed: PageStore
  private readonly answers: Answers
  private readonly ask: Render
  private readonly flights = new Map<string, Promise<StoredPage>>()
  private readonly reads = new Map<string, Promise<StoredPage | undefined>>()
  /** How many changes a page has to have seen: what was redacted is in those of before. */
  private floor = 0

  constructor(
    listener: RequestListener,
    private readonly options: PagesOptions,
  ) {
    this.store = new PageStore(options.room * (1 - ROOM_OF_NARROWED))
    this.narrowed = new PageStore(options.room * ROOM_OF_NARROWED)
    this.answers = new Answers(options.keepAlive)
    this.ask = renderer(listener, options.publicUrl)
  }

  /** What goes over the line for a plain GET of a page that is there and is what the record says; else undefined. */
  bytesFor({ path, accepted, known }: Head): Buffer | undefined {
    const held = this.held(path)
    if (held === undefined || !this.isNewest(held)) return undefined
    return this.answers.whole(held, encodingFor(accepted), known)
  }

  /** Answers with a page that is there and is what the record says; false where there is none. */
  takeHeld(request: IncomingMessage, response: ServerResponse): boolean {
    const held = this.held(request.url ?? '/')
    if (held === undefined || !this.isNewest(held)) return false
    if (request.method !== 'GET' && request.method !== 'HEAD') return false
    this.send(request, response, held)
    return true
  }

  /** Is there a page at this address, of whatever age? */
  isHeld(path: string): boolean {
    return this.held(path) !== undefined
  }

  /** Likewise, in memory or on the disk. */
  async holds(path: string): Promise<boolean> {
    return (this.held(path) ?? (await this.fromDisk(path))) !== undefined
  }

  /** Takes any request of a reader; false where it is not for the pages. */
  take(request: IncomingMessage, response: ServerResponse): boolean {
    const { method, url = '/' } = request
    if (method !== 'GET' && method !== 'HEAD') return false
    const isKept = KEPT.test(readAddress(url).path) || NARROWED.test(url) || LED_TO.test(url)
    if (!isKept && !isDocument(url)) return false
    const answered = isKept ? this.answerKept(request, response, url) : this.answerOnce(request, response, url)
    answered.catch((error: unknown) => {
      log.error('a public page failed', describeError(error))
      response.destroy()
    })
    return true
  }

  /** Is there room for pages that nobody has asked for? One too many would cost one that somebody did. */
  hasRoom(): boolean {
    return this.store.hasRoom() || this.options.disk?.hasRoom() === true
  }

  /** Something was redacted before so many changes were seen: of what was rendered earlier nothing is shown any more. */
  forget(changes: number): void {
    this.floor = changes
    this.store.clear()
    this.narrowed.clear()
  }

  /**
   * Has a page ready before anybody asks for it, and gives it; undefined where one lies on the disk that was rendered
   * later than `since`, or none can be had.
   */
  async prepare(path: string, since: Date): Promise<StoredPage | undefined> {
    const { freshness, disk } = this.options
    const number = freshness.known()
    if (number === undefined) return undefined
    const held = this.held(path)
    if (held !== undefined && !held.isOthers && (held.record === number || held.renderedAt > since)) return held
    const writtenAt = await disk?.writtenAt(path, this.shelfOf(path))
    if (writtenAt !== undefined && writtenAt > since) return undefined
    const kept = writtenAt && (await this.fromDisk(path))
    if (kept !== undefined && this.isNewest(kept, number)) return kept
    return this.render(path, number, { isAhead: true, isForMemory: held !== undefined || this.storeOf(path).hasRoom() })
  }

  private async answerKept(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const { freshness } = this.options
    const number = freshness.known() ?? (await freshness.ask().catch(() => undefined))
    const held = this.held(path) ?? (await this.fromDisk(path))
    if (held !== undefined && this.isNewest(held, number)) {
      this.send(request, response, held)
      return
    }
    const { floor } = this
    const asOf = (page: StoredPage) => sendAsOf(request, response, page, freshness.sureOf(page.record, page.renderedAt))
    if (held !== undefined && number === undefined && asOf(held)) return
    const page = await this.render(path, number, { isAhead: false, isForMemory: true })
    // What was redacted while this failed is not to be shown in its place.
    const isToStay = held !== undefined && page.status >= 500 && floor === this.floor
    if (!isToStay || !asOf(held)) this.send(request, response, page)
  }

  /** A search, an address that leads on or nowhere: rendered for this request alone. */
  private async answerOnce(request: IncomingMessage, response: ServerResponse, url: string): Promise<void> {
    sendForm(request, response, await formOf(await this.ask(url), encodingFor(request.headers['accept-encoding'])))
  }

  private held(path: string): StoredPage | undefined {
    return this.store.get(path) ?? this.narrowed.get(path)
  }

  /** Is it what this build says of the record as it is? */
  private isNewest({ record, isOthers }: StoredPage, number = this.options.freshness.known()): boolean {
    return record === number && !isOthers
  }

  private send(request: IncomingMessage, response: ServerResponse, page: StoredPage): void {
    sendForm(request, response, this.answers.form(page, encodingFor(request.headers['accept-encoding'])))
  }

  /** Is it one of those that there may be any number of? They push out nothing else. */
  private isApart(path: string): boolean {
    return NARROWED.test(path) || LED_TO.test(path)
  }

  private storeOf(path: string): PageStore {
    return this.isApart(path) ? this.narrowed : this.store
  }

  private shelfOf(path: string): 'pages' | 'narrowed' {
    return this.isApart(path) ? 'narrowed' : 'pages'
  }

  /** What lies on the disk, for as long as it is what the record says or there is room for it in memory too. */
  private fromDisk(path: string): Promise<StoredPage | undefined> {
    const begun = this.reads.get(path)
    if (begun !== undefined) return begun
    const reading = this.read(path).finally(() => this.reads.delete(path))
    this.reads.set(path, reading)
    return reading
  }

  private async read(path: string): Promise<StoredPage | undefined> {
    const { disk, freshness } = this.options
    const store = this.storeOf(path)
    const { floor } = this
    const found = await disk?.get(path, this.shelfOf(path))
    if (found === undefined) return undefined
    const page = await pageFromDisk(found, freshness.changesIn(found.state) ?? -1)
    if (floor !== this.floor) return undefined
    if (this.isNewest(page) || store.hasRoom()) store.put(path, page)
    return page
  }

  /** Several who want the same page of the same record get one rendering; where its number is not known, each its own. */
  private render(path: string, number = -1, given: Given): Promise<StoredPage> {
    const key = `${number} ${given.isAhead} ${path}`
    const begun = this.flights.get(key)
    if (begun !== undefined && number >= 0) return begun
    const flight = this.ask(path)
      .then((rendered) => pageOf(rendered, number))
      .then(async (page) => {
        await this.keep(path, page, given)
        return page
      })
      .finally(() => this.flights.delete(key))
    this.flights.set(key, flight)
    return flight
  }

  /** What comes to the disk is waited for by whoever renders ahead alone. */
  private keep(path: string, page: StoredPage, { isAhead, isForMemory }: Given): Promise<void> | undefined {
    const { disk, freshness } = this.options
    const store = this.storeOf(path)
    const isNarrowed = store === this.narrowed
    const isWanted = LED_TO.test(path) ? isAhead : !isNarrowed || page.isFound
    if (page.status === 200 && page.record >= this.floor) {
      if (!isWanted) return undefined
      if (isForMemory) store.put(path, page)
      const state = freshness.stateOf(page.record)
      const kept = state === undefined ? undefined : disk?.put(path, diskPageOf(page, state), this.shelfOf(path))
      return isAhead ? kept : undefined
    }
    if (page.status >= 500) return undefined
    // What is gone or has moved is no longer there to be shown.
    store.remove(path)
    void disk?.remove(path, this.shelfOf(path))
    return undefined
  }
}

const DOCUMENTS: ReadonlySet<string> = new Set(['public', 'embed'])

const isDocument = (url: string): boolean => {
  const path = url.split('?', 1)[0] ?? '/'
  return DOCUMENTS.has(zoneOf(path)) && !isElsewhere(path)
}
