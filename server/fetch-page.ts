import type { Fetched, FetchOptions } from './fetch/fetched'
import { FetchRefused } from './fetch/refused'

export { FetchRefused } from './fetch/refused'
export type { Fetched } from './fetch/fetched'

/**
 * Reads a public page over HTTP or HTTPS: 3 redirects, 5 MB on the wire, 10 MB decoded and 10 s in all at most.
 * @throws FetchRefused for everything that can go wrong with a page
 */
export function fetchPage(url: string, _options: FetchOptions = {}): Promise<Fetched> {
  return Promise.reject(new FetchRefused('unreachable', `${url} was not read: pages cannot be read yet.`))
}
