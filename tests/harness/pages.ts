import { createServer } from 'node:net'
import { connect } from 'node:net'
import type { AddressInfo, Server, Socket } from 'node:net'
import { createServer as createHttpServer } from 'node:http'
import type { RequestListener } from 'node:http'
import type { Network } from '@/server/fetch/network'

/** Public to the guard, and nowhere near it: no packet of a test leaves this machine. */
export const ADDRESS = '93.184.215.14'

/** A listener on loopback that stands for the whole Internet. */
export interface Site {
  port: number
  /** Connections that have come so far, and those that are open. */
  came: () => number
  open: () => number
  /** Resolves once none is open. */
  empty: () => Promise<void>
  close: () => Promise<void>
}

export function serveHttp(listener: RequestListener): Promise<Site> {
  return serve(createHttpServer(listener))
}

/** Bytes written by hand, for what no server would send. */
export function serveBytes(answer: (socket: Socket) => void): Promise<Site> {
  return serve(
    createServer((socket) => {
      socket.on('error', () => undefined)
      socket.once('data', () => answer(socket))
    }),
  )
}

export async function serve(server: Server): Promise<Site> {
  const sockets = new Set<Socket>()
  let came = 0
  server.on('connection', (socket: Socket) => {
    came += 1
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.once('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    port,
    came: () => came,
    open: () => sockets.size,
    empty: async () => {
      for (const socket of sockets)
        await new Promise((resolve) => (socket.destroyed ? resolve(0) : socket.once('close', resolve)))
    },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export interface Recorded {
  network: Network
  /** Names that were looked up, and addresses for which a connection was asked, in order. */
  looked: string[]
  dialled: string[]
}

/**
 * Looks names up in a table (a name that is not there is unknown; a list of lists answers anew each time), and writes
 * down each address that is dialled. Where a site stands for the Internet, the line leads there; otherwise nowhere.
 */
export function recordingNetwork(
  names: Readonly<Record<string, string[] | string[][]>>,
  site?: Pick<Site, 'port'>,
): Recorded {
  const looked: string[] = []
  const dialled: string[] = []
  const resolve = (host: string): Promise<string[]> => {
    const times = looked.filter((name) => name === host).length
    looked.push(host)
    const answer = names[host] ?? names['*']
    if (answer === undefined) return Promise.reject(Object.assign(new Error('unknown'), { code: 'ENOTFOUND' }))
    return Promise.resolve((Array.isArray(answer[0]) ? (answer[times] ?? answer.at(-1)) : answer) as string[])
  }
  const dial = async (address: string, port: number): Promise<Socket> => {
    dialled.push(`${address}:${port}`)
    if (site === undefined) throw Object.assign(new Error('nowhere'), { code: 'ECONNREFUSED' })
    const socket = connect({ host: '127.0.0.1', port: site.port })
    await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject))
    return socket
  }
  return { network: { resolve, connect: dial }, looked, dialled }
}
