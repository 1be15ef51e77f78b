import type { OpenUrl } from '@/domain/address'
import { ask, brokenOff } from './ask'
import { decode, receive } from './body'
import { startClock } from './clock'
import type { Clock } from './clock'
import { demandReadable, readContentType } from './content-type'
import { dial } from './dial'
import { demandSamePlace } from './elsewhere'
import type { Fetched, FetchOptions } from './fetched'
import { addressesOf, demandUrl } from './guard'
import { LIMITS } from './limits'
import type { Limits } from './limits'
import type { Network } from './network'
import { demandSite } from './parked'
import { FetchRefused } from './refused'
import { demandPage, isRedirect } from './status'

type Hops = Fetched['redirects']
/** What one hop brought: the page, or the next address. */
type Step = { page: Omit<Fetched, 'requestedUrl' | 'redirects'> } | { next: OpenUrl; status: number }
type Means = { network: Network; limits: Limits; clock: Clock; onProgress?: FetchOptions['onProgress'] }

/**
 * Reads one page over this network. Every hop is checked as if it were the first, on a connection of its own.
 * @throws FetchRefused and nothing else
 */
export async function readPage(
  url: string,
  network: Network,
  options: FetchOptions = {},
  limits: Limits = LIMITS,
): Promise<Fetched> {
  const clock = startClock(limits.time, options.signal)
  const means = { network, limits, clock, onProgress: options.onProgress }
  try {
    return await follow(demandUrl(url), means)
  } catch (error) {
    if (clock.signal.aborted) throw clock.signal.reason
    throw brokenOff('The site', error)
  } finally {
    clock.stop()
  }
}

async function follow(first: OpenUrl, means: Means): Promise<Fetched> {
  const redirects: Hops = []
  let target = first
  for (;;) {
    const step = await take(target, first, means)
    if ('page' in step) return { requestedUrl: first.url, redirects, ...step.page }
    redirects.push({ url: target.url, status: step.status })
    if (redirects.some((hop) => hop.url === step.next.url)) throw inCircles(target.host)
    if (redirects.length > means.limits.redirects)
      throw new FetchRefused('redirects', `The page leads on more than ${means.limits.redirects} times.`)
    target = step.next
  }
}

async function take(target: OpenUrl, first: OpenUrl, means: Means): Promise<Step> {
  const { network, limits, clock } = means
  const addresses = (await addressesOf(target, network, clock.signal)).slice(0, limits.addresses)
  const line = await dial(target, addresses, network, clock.signal)
  try {
    const response = await ask(target, line, limits, clock.signal)
    const status = response.statusCode ?? 0
    const { location } = response.headers
    if (isRedirect(status) && location !== undefined) return { next: demandUrl(readable(location), target.url), status }
    demandPage(status, response.headers, target.host)
    demandSamePlace(first.url, target.url)
    const { mediaType, charset } = readContentType(response.headers['content-type'])
    demandReadable(mediaType, target.host)
    const fetchedAt = new Date()
    const bytes = await receive(response, target.host, limits, means.onProgress)
    const decoded = await decode(bytes, response.headers['content-encoding'] ?? '', target.host, limits)
    demandSite(first.url, target.url, decoded, charset)
    const { certificateSha256 } = line
    const headers = pairs(response.rawHeaders)
    return {
      page: { finalUrl: target.url, status, headers, bytes, decoded, mediaType, charset, certificateSha256, fetchedAt },
    }
  } finally {
    line.socket.destroy()
  }
}

/** Node reads headers byte by byte; what is not ASCII in an address was meant as UTF-8. */
function readable(header: string): string {
  return Buffer.from(header, 'latin1').toString('utf8')
}

function pairs(raw: readonly string[]): [string, string][] {
  return Array.from({ length: raw.length / 2 }, (_, at) => [(raw[2 * at] ?? '').toLowerCase(), raw[2 * at + 1] ?? ''])
}

function inCircles(host: string): FetchRefused {
  const why = 'some sites do so to visitors who keep no cookies'
  return new FetchRefused('redirects', `${host} leads in a circle; ${why}. Paste the text instead.`)
}
