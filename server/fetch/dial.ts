import { createHash } from 'node:crypto'
import { isIP } from 'node:net'
import type { Socket } from 'node:net'
import { connect as secure, rootCertificates } from 'node:tls'
import type { TLSSocket } from 'node:tls'
import type { OpenUrl } from '@/domain/address'
import { within } from './clock'
import type { Network } from './network'
import { FetchRefused } from './refused'

/** A connection over which one request may be sent. */
export type Line = { socket: Socket; certificateSha256: string | null }

/**
 * Dials one of these addresses, the next where one does not answer, with TLS where the URL wants it: the certificate
 * must be good for the URL's host, whatever address was dialled.
 * @throws FetchRefused
 */
export async function dial(
  target: OpenUrl,
  addresses: readonly string[],
  network: Network,
  signal: AbortSignal,
): Promise<Line> {
  let last: unknown
  for (const address of addresses) {
    try {
      const late = (socket: Socket) => socket.destroy()
      const socket = await within(signal, network.connect(address, target.port, signal), late)
      // A line that breaks while nobody listens must not end the program.
      socket.on('error', () => undefined)
      return target.isTls ? await wrap(socket, target, network, signal) : { socket, certificateSha256: null }
    } catch (error) {
      signal.throwIfAborted()
      if (error instanceof FetchRefused) throw error
      last = error
    }
  }
  throw new FetchRefused('unreachable', noAnswer(target.host, last))
}

async function wrap(socket: Socket, target: OpenUrl, network: Network, signal: AbortSignal): Promise<Line> {
  const tls = secure({
    socket,
    host: target.host,
    ...(isIP(target.host) === 0 && { servername: target.host }),
    ALPNProtocols: ['http/1.1'],
    rejectUnauthorized: true,
    ...(network.authorities !== undefined && { ca: [...rootCertificates, ...network.authorities] }),
  })
  const stop = () => tls.destroy()
  signal.addEventListener('abort', stop, { once: true })
  tls.on('error', () => undefined)
  try {
    await new Promise<void>((resolve, reject) => {
      tls.once('secureConnect', resolve)
      tls.once('error', reject)
      tls.once('close', () => reject(new Error('closed')))
    })
    return { socket: tls, certificateSha256: fingerprint(tls) }
  } catch (error) {
    tls.destroy()
    socket.destroy()
    signal.throwIfAborted()
    throw new FetchRefused('unreachable', noTrust(target.host, error))
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

function fingerprint(tls: TLSSocket): string {
  return createHash('sha256').update(tls.getPeerCertificate().raw).digest('hex')
}

function noAnswer(host: string, error: unknown): string {
  const { code } = (error ?? {}) as { code?: unknown }
  if (code === 'ECONNREFUSED') return `${host} takes no connection. Try again later.`
  return `${host} cannot be reached${typeof code === 'string' ? ` (${code})` : ''}. Try again later.`
}

function noTrust(host: string, error: unknown): string {
  const code = String((error as { code?: unknown }).code)
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return `${host} shows a certificate that is for another name.`
  if (code === 'CERT_HAS_EXPIRED') return `${host} shows a certificate that has expired.`
  if (/CERT|SELF_SIGNED|ISSUER|VERIFY/.test(code))
    return `${host} shows a certificate that nobody known has signed (${code}).`
  return `No safe connection to ${host} could be made (${code === 'undefined' ? 'it was cut' : code}).`
}
