import type { IncomingMessage, ServerResponse } from 'node:http'
import { describeError, log } from '../log'
import { zoneOf } from '../security-headers'
import { readUrl, type Address } from './address'
import { encodingFor, sendForm } from './answer'
import type { Known } from './known'
import { refuse } from './refuse'
import type { Render } from './render'
import { ENCODINGS, formOf, type Encoding, type Form } from './store'

type Forms = ReadonlyMap<Encoding, Form>

export type GateOptions = {
  /** What renders a page. */
  ask: Render
  known: Pick<Known, 'has'>
  /** Is there a page of this address, of whatever age? It was there once, so nothing is asked. */
  isHeld: (url: string) => boolean
}

/** Pages for people, which nobody sends anything to. */
const FOR_PEOPLE = /^(?:\/[a-z]{2}|\/embed)?\/-$/

/**
 * A page that something is sent to would be rendered anew each time, and with scripts; an echo is for nobody. What machines
 * read refuses it itself, and answers what a browser asks before it reads for another site (OPTIONS).
 */
const isNobodys = (method: string | undefined, address: Address): boolean =>
  method === 'TRACE' || (address.kind === 'page' && zoneOf(address.url.split('?', 1)[0] ?? '/') !== 'api')

/**
 * Stands before the pages and turns away what leads nowhere: with the answer to one address that leads nowhere in the
 * same way, rendered once, of which there are some twenty. No junk is rendered, and nothing of it is held.
 */
export class Gate {
  private readonly answers = new Map<string, Promise<Forms>>()

  constructor(private readonly options: GateOptions) {}

  /** Answers a request that leads nowhere; any other goes on, under the one spelling in which its page is kept. */
  take(request: IncomingMessage, response: ServerResponse, goOn: () => void): void {
    const address = readUrl(request.url ?? '/')
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    if (address.kind === 'nothing' && (isRead || FOR_PEOPLE.test(address.like)))
      this.turnAway(request, response, address.like)
    else if (address.kind === 'page' && isRead) this.lead(address, request, response, goOn)
    else if (isNobodys(request.method, address))
      refuse(response, 405, 'This address is only read.\n', { Allow: 'GET, HEAD' })
    else goOn()
  }

  private lead(
    { url, needed, like }: Extract<Address, { kind: 'page' }>,
    request: IncomingMessage,
    response: ServerResponse,
    goOn: () => void,
  ): void {
    request.url = url
    if (needed === undefined || like === undefined || this.options.isHeld(url)) {
      goOn()
      return
    }
    this.options.known
      .has(needed)
      // Where the database cannot tell, it may be: what lies on the disk of it is shown.
      .catch(() => true)
      .then((isThere) => (isThere ? goOn() : this.turnAway(request, response, like)))
      .catch((error: unknown) => this.fail(response, error))
  }

  private turnAway(request: IncomingMessage, response: ServerResponse, like: string): void {
    this.formsLike(like)
      .then((forms) => {
        const form = forms.get(encodingFor(request.headers['accept-encoding'])) ?? forms.get('identity')
        if (form !== undefined) sendForm(request, response, form)
      })
      .catch((error: unknown) => this.fail(response, error))
  }

  private formsLike(like: string): Promise<Forms> {
    const made = this.answers.get(like) ?? this.render(like)
    this.answers.set(like, made)
    return made
  }

  /** What failed is not kept. */
  private async render(like: string): Promise<Forms> {
    try {
      const rendered = await this.options.ask(like)
      if (rendered.status >= 500) this.answers.delete(like)
      const forms = await Promise.all(ENCODINGS.map((encoding) => formOf(rendered, encoding)))
      return new Map(ENCODINGS.flatMap((encoding, at) => (forms[at] === undefined ? [] : [[encoding, forms[at]]])))
    } catch (error) {
      this.answers.delete(like)
      throw error
    }
  }

  private fail(response: ServerResponse, error: unknown): void {
    log.error('a public page failed', describeError(error))
    response.destroy()
  }
}
