import { isKnown, withoutContent } from './answer'
import { heldForm, type Encoding, type Form, type StoredPage } from './store'

/** Bytes of answers that are kept ready beside the store. */
const READY_MOST = 16 * 1024 * 1024

type Ready = { form: Form; whole: Buffer | undefined }

/**
 * The forms of pages that are being asked for, each as it goes over the line: status, headers, date and body in one piece.
 * Made anew each second, for that is how long a date is right.
 */
export class Answers {
  private readonly ready = new Map<StoredPage, Partial<Record<Encoding, Ready>>>()
  private second = 0
  private bytes = 0
  /** What Node says after the headers of an answer. */
  private ending = ''

  /** @param keepAlive milliseconds for which a connection is kept without a request. */
  constructor(private readonly keepAlive: number) {}

  form(page: StoredPage, encoding: Encoding): Form {
    return this.at(page, encoding).form
  }

  /** The answer to a plain GET of a page that is held, to somebody who has the page with these tags already. */
  whole(page: StoredPage, encoding: Encoding, known: string | undefined): Buffer {
    const ready = this.at(page, encoding)
    const { form } = ready
    if (isKnown(known, form.etag)) return this.head('304 Not Modified', withoutContent(form))
    return (ready.whole ??= Buffer.concat([this.head('200 OK', form.headers), form.body]))
  }

  private at(page: StoredPage, encoding: Encoding): Ready {
    const now = Date.now()
    const second = now - (now % 1_000)
    if (second !== this.second) this.turn(second)
    const there = this.ready.get(page)?.[encoding]
    if (there !== undefined) return there
    const made: Ready = { form: heldForm(page, encoding), whole: undefined }
    // Twice: its body, and the piece in which that goes out.
    const bytes = made.form.body.length * 2
    if (this.bytes + bytes > READY_MOST) return made
    this.bytes += bytes
    this.ready.set(page, { ...this.ready.get(page), [encoding]: made })
    return made
  }

  private turn(second: number): void {
    this.second = second
    this.ready.clear()
    this.bytes = 0
    const date = new Date(second).toUTCString()
    const seconds = Math.floor(this.keepAlive / 1_000)
    this.ending = `Date: ${date}\r\nConnection: keep-alive\r\nKeep-Alive: timeout=${seconds}\r\n\r\n`
  }

  private head(status: string, headers: readonly string[]): Buffer {
    let head = `HTTP/1.1 ${status}\r\n`
    for (let at = 0; at < headers.length; at += 2) head += `${headers[at] ?? ''}: ${headers[at + 1] ?? ''}\r\n`
    return Buffer.from(head + this.ending, 'latin1')
  }
}
