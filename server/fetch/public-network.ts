import { Resolver } from 'node:dns/promises'
import { connect as open } from 'node:net'
import type { Socket } from 'node:net'
import { networkInterfaces } from 'node:os'
import { judgeAddress } from '@/domain/address'
import type { Network } from './network'
import { FetchRefused } from './refused'

/** Milliseconds for one question to one name server, and how often it is asked. */
const QUESTION = { timeout: 2000, tries: 2 }

/** The Internet. */
export const publicNetwork: Network = { resolve, connect }

/** By DNS alone: neither the hosts file nor a search domain can lend an inner name a public look. IPv4 first. */
async function resolve(host: string, signal: AbortSignal): Promise<string[]> {
  const resolver = new Resolver(QUESTION)
  const cancel = () => resolver.cancel()
  signal.addEventListener('abort', cancel, { once: true })
  try {
    const asked = [resolver.resolve4(host), resolver.resolve6(host)]
    const answers = await Promise.allSettled(asked)
    signal.throwIfAborted()
    const found = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []))
    // The first question's error tells whether the name is unknown or the name server silent.
    return found.length > 0 ? found : await Promise.all(asked).then((lists) => lists.flat())
  } finally {
    signal.removeEventListener('abort', cancel)
  }
}

/** Judges the address once more: no mistake above this line may open a way inside. */
async function connect(address: string, port: number, signal: AbortSignal): Promise<Socket> {
  signal.throwIfAborted()
  const judged = judgeAddress(address)
  if (!judged.open) throw new FetchRefused('address', judged.because)
  if (port !== 80 && port !== 443) throw new FetchRefused('port', `Pages are not read from port ${port}.`)
  if (
    isOwn(
      judged.address,
      Object.values(networkInterfaces()).flatMap((list) => list ?? []),
    )
  )
    throw new FetchRefused('address', `${judged.address} is this machine itself. Only public pages are read.`)
  const socket = open({ host: judged.address, port, family: judged.family, autoSelectFamily: false })
  const stop = () => socket.destroy()
  signal.addEventListener('abort', stop, { once: true })
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve)
      socket.once('error', reject)
      socket.once('close', () => reject(signal.aborted ? (signal.reason as Error) : new Error('closed')))
    })
    return socket
  } catch (error) {
    socket.destroy()
    throw error
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

/** Is it an address of one of these interfaces? What is shut to the world by a firewall may be open from within. */
export function isOwn(address: string, interfaces: readonly { address: string }[]): boolean {
  return interfaces.some((one) => {
    const judged = judgeAddress(one.address)
    return judged.open && judged.address === address
  })
}
