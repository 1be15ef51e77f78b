/** Why a page was not read. */
export type RefusalCode =
  | 'address'
  | 'scheme'
  | 'port'
  | 'credentials'
  | 'redirects'
  | 'unreachable'
  | 'refused'
  | 'login'
  | 'gone'
  | 'server'
  | 'not_text'
  | 'too_large'
  | 'timed_out'
  | 'cancelled'

/** A page that was not read. `message` is for the editor: what happened, and what to do where something can be done. */
export class FetchRefused extends Error {
  override readonly name = 'FetchRefused'
  constructor(
    readonly code: RefusalCode,
    message: string,
  ) {
    super(message)
  }
}
