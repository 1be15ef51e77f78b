import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { Freshness } from './page/freshness'
import { Gate } from './page/gate'
import { readHead } from './page/head'
import { Known } from './page/known'
import { renderer, type Render } from './page/render'
import { Pages, type PagesOptions } from './page/serve'
import { Warmer } from './page/warm'

export interface PublicPages {
  /** What goes over the line for bytes that are one plain request for a page that is there; else undefined. */
  bytesFor: (chunk: Buffer) => Buffer | undefined
  /** Answers with a page that is there; false where there is none. */
  takeHeld: (request: IncomingMessage, response: ServerResponse) => boolean
  /** Answers a request of a reader; false where it is not for the pages. */
  take: (request: IncomingMessage, response: ServerResponse) => boolean
  stop: () => Promise<void>
}

type Options = Pick<PagesOptions, 'room' | 'publicUrl' | 'keepAlive'> & {
  databaseUrl: string
  /** What renders a page. */
  listener: RequestListener
}

/** The pages that readers read, stored in this process for as long as they are what the record says (decision 38). */
export function publicPages({ databaseUrl, listener, ...options }: Options): PublicPages {
  const freshness = new Freshness(databaseUrl, () => warmer.begin())
  const pages = new Pages(listener, { freshness, ...options })
  const gate = new Gate({ ask: renderer(listener, options.publicUrl), freshness, known: new Known() })
  const warmer = new Warmer(pages)
  freshness.start()
  return {
    bytesFor: (chunk) => {
      const head = readHead(chunk)
      return head && pages.bytesFor(head)
    },
    takeHeld: (request, response) => pages.takeHeld(request, response),
    take: (request, response) => {
      gate.take(request, response, () => {
        if (!pages.takeHeld(request, response) && !pages.take(request, response)) listener(request, response)
      })
      return true
    },
    stop: async () => {
      warmer.stop()
      await freshness.stop()
    },
  }
}

/** What makes a page as readers get it, for a copy of the site: what is served and what is copied is made in one way. */
export const pageRenderer = (listener: RequestListener, publicUrl: string): Render => renderer(listener, publicUrl)
