import type { Fetched, FetchOptions } from './fetch/fetched'
import { currentNetwork } from './fetch/planted'
import { readPage } from './fetch/read-page'

export { FetchRefused } from './fetch/refused'
export type { Fetched } from './fetch/fetched'

/**
 * Reads a public page over HTTP or HTTPS: 3 redirects, 5 MB on the wire, 10 MB decoded and 10 s in all at most.
 * @throws FetchRefused and nothing else
 */
export function fetchPage(url: string, options: FetchOptions = {}): Promise<Fetched> {
  return readPage(url, currentNetwork(), options)
}
