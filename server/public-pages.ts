import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { getDb } from '@/db/client'
import { describeError, log } from './log'
import { BuildFiles, namesOfBuild } from './page/build-files'
import { PageDisk, type DiskOptions } from './page/disk'
import { DUMP, Dumps } from './page/dump'
import { Freshness } from './page/freshness'
import { Gate } from './page/gate'
import { readHead } from './page/head'
import { Known } from './page/known'
import { findBuildFile } from './page/queries'
import { renderer, streamer } from './page/render'
import { Pages, type PagesOptions } from './page/serve'
import { Warmer } from './page/warm'

export { eraseIn, type DiskOptions } from './page/disk'

export interface PublicPages {
  /** What goes over the line for bytes that are one plain request for a page that is there; else undefined. */
  bytesFor: (chunk: Buffer) => Buffer | undefined
  /** Answers with a page that is there; false where there is none. */
  takeHeld: (request: IncomingMessage, response: ServerResponse) => boolean
  /** Answers a request of a reader; false where it is not for the pages. */
  take: (request: IncomingMessage, response: ServerResponse) => boolean
  /** Is it known without asking what the record is? Where it is not, the database may be away. */
  isSure: () => boolean
  /** Is there a page at this address that can be shown without asking? */
  holds: (address: string) => Promise<boolean>
  /** Begins to ask what the record is; until then what is held is as of when it was last known. */
  begin: () => void
  stop: () => Promise<void>
}

type Options = Pick<PagesOptions, 'room' | 'publicUrl' | 'keepAlive'> & {
  databaseUrl: string
  /** What renders a page. */
  listener: RequestListener
  /** Where pages are kept that memory has no room for, and for the next start; undefined: nowhere. */
  disk: DiskOptions | undefined
  /** Are pages rendered before anybody asks? */
  isAhead: boolean
}

/** Milliseconds that the database may take to tell of another build. */
const PATIENCE = 1_000

/** The pages that readers read, stored by this process for as long as they are what the record says (decision 38). */
export function publicPages({ databaseUrl, listener, disk: onDisk, isAhead, ...options }: Options): PublicPages {
  const disk = onDisk && new PageDisk(onDisk)
  const heard = {
    onChange: () => warmer?.begin(),
    onErasure: (erasure: string, changes: number) => {
      pages.forget(changes)
      disk?.turn(erasure)
    },
    onSure: (state: string, at: Date) => {
      disk?.note(state, at)
      files.layDown().catch((error: unknown) => log.warn('how pages look was not laid down', describeError(error)))
    },
  }
  const freshness = new Freshness(databaseUrl, heard, disk?.adopt())
  const pages = new Pages(listener, { freshness, disk, ...options })
  const ask = renderer(listener, options.publicUrl)
  const files = new BuildFiles({
    names: namesOfBuild(),
    ask,
    find: (address) => findBuildFile(getDb(), address),
    patience: PATIENCE,
    disk,
    ...options,
  })
  const gate = new Gate({
    ask,
    known: new Known(),
    isHeld: (url) => pages.isHeld(url),
  })
  const dumps = disk && new Dumps({ listener, freshness, disk, publicUrl: options.publicUrl })
  const warmer = isAhead ? new Warmer(pages, dumps) : undefined
  return {
    bytesFor: (chunk) => {
      const head = readHead(chunk)
      return head && (pages.bytesFor(head) ?? files.bytesFor(head))
    },
    takeHeld: (request, response) => pages.takeHeld(request, response),
    take: (request, response) => {
      if (files.take(request, response, listener)) return true
      gate.take(request, response, () => {
        const otherwise = () => listener(request, response)
        if (pages.takeHeld(request, response) || pages.take(request, response)) return
        if (dumps?.take(request, response, otherwise) !== true) otherwise()
      })
      return true
    },
    isSure: () => freshness.known() !== undefined,
    holds: (address) => pages.holds(address),
    begin: () => freshness.start(),
    stop: async () => {
      warmer?.stop()
      await freshness.stop()
    },
  }
}

/** As of when pages lie on the disk that can be served without asking what the record is; undefined where none do. */
export const pagesAsOf = (onDisk: DiskOptions): Date | undefined => new PageDisk(onDisk).lastSeen()?.sureAt

/** What makes an answer as readers get it, for a copy of the site: what is served and what is copied is made in one way. */
export function pageRenderer(listener: RequestListener, publicUrl: string) {
  const page = renderer(listener, publicUrl)
  const dump = streamer(listener, publicUrl)
  return (url: string) => (DUMP.test(url) ? dump(url) : page(url))
}
