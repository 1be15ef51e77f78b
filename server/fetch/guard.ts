import { judgeAddress, judgeUrl } from '@/domain/address'
import type { OpenUrl } from '@/domain/address'
import { within } from './clock'
import type { Network } from './network'
import { FetchRefused } from './refused'

/** @throws FetchRefused for a URL that may not be read; `from` is the page that led here */
export function demandUrl(text: string, from?: string): OpenUrl {
  const judged = judgeUrl(text, from)
  if (judged.open) return judged
  const led = from === undefined ? '' : 'The page leads on to another address. '
  throw new FetchRefused(judged.code, `${led}${judged.because}`)
}

/**
 * The addresses to dial for this URL, canonical. The name is looked up once, and nothing looks it up again before the
 * dialling; one answer that leads inside refuses them all.
 * @throws FetchRefused
 */
export async function addressesOf(target: OpenUrl, network: Network, signal: AbortSignal): Promise<string[]> {
  if (target.literal !== null) return [target.literal.address]
  const answers = await within(signal, network.resolve(target.host, signal)).catch((error: unknown) => {
    signal.throwIfAborted()
    throw new FetchRefused('unreachable', noName(target.host, error))
  })
  if (answers.length === 0) throw new FetchRefused('unreachable', noName(target.host, undefined))
  return answers.map((answer) => {
    const judged = judgeAddress(answer)
    if (judged.open) return judged.address
    throw new FetchRefused('address', `${target.host} leads inside a network. ${judged.because}`)
  })
}

function noName(host: string, error: unknown): string {
  const { code } = (error ?? {}) as { code?: unknown }
  const isUnknown = error === undefined || code === 'ENOTFOUND' || code === 'ENODATA'
  return isUnknown
    ? `There is no site with the name ${host}. Check how it is written.`
    : `The name ${host} could not be looked up just now. Try again later.`
}
