import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** Milliseconds for which a reader may take nothing of what waits for him. */
const STUCK = 60_000

/** The bytes that answer a chunk, which has to be one whole request; undefined where only a parser can tell. */
export type AnswerTo = (chunk: Buffer) => Buffer | undefined

export interface Front {
  /** Lets go of who waits for nothing; who still takes an answer is let go after it. */
  close: () => void
  /** Lets go of everybody. */
  cut: () => void
}

/**
 * Stands before a server's parser of HTTP, at each new connection: writes what `answerTo` knows, and gives the connection
 * with the first chunk that it does not know to the parser for good (decision 44). Nothing is judged or put together
 * here: what is not one whole plain request in one chunk is for the parser.
 */
export function putBefore(server: Server, answerTo: AnswerTo): Front {
  const parsers = server.listeners('connection')
  server.removeAllListeners('connection')
  const held = new Set<Socket>()
  const attend = (socket: Socket): void => {
    held.add(socket)
    socket.once('close', () => held.delete(socket))
    attendTo(socket, server, answerTo, () => {
      held.delete(socket)
      for (const parser of parsers) Reflect.apply(parser, server, [socket])
    })
  }
  server.on('connection', attend)
  return {
    close: () => {
      for (const socket of held) socket.destroySoon()
    },
    cut: () => {
      for (const socket of held) socket.destroy()
    },
  }
}

/** Answers to what the front could have answered, after which a connection that the parser has is let go. */
const TAKEN_MOST = 100

type Take = (request: IncomingMessage, response: ServerResponse) => boolean

/**
 * What the parser has it keeps: so a connection, a proxy's above all, that once asked for something else is closed after
 * so many pages, and the next begins before the parser again.
 */
export function lettingGo(take: Take): Take {
  const taken = new WeakMap<Socket, number>()
  return (request, response) => {
    const before = taken.get(request.socket) ?? 0
    if (before >= TAKEN_MOST - 1) response.shouldKeepAlive = false
    if (!take(request, response)) return false
    taken.set(request.socket, before + 1)
    return true
  }
}

function attendTo(socket: Socket, server: Server, answerTo: AnswerTo, parse: () => void): void {
  let isFirst = true
  let isWaiting = false
  const onData = (chunk: Buffer): void => {
    const bytes = answerTo(chunk)
    if (bytes === undefined) {
      handOver(chunk)
      return
    }
    socket.write(bytes, onSent)
    // What has not gone at once goes before anything else is read.
    if (socket.writableLength > 0) {
      isWaiting = true
      socket.pause()
      socket.setTimeout(STUCK)
    } else if (isFirst) socket.setTimeout(server.keepAliveTimeout)
    isFirst = false
  }
  const onSent = (): void => {
    if (!isWaiting || socket.writableLength > 0) return
    isWaiting = false
    socket.setTimeout(server.keepAliveTimeout)
    socket.resume()
  }
  // Half open, as the server's connections are: what was asked before is still answered.
  const onEnd = (): unknown => socket.end()
  const onLoss = (): unknown => socket.destroy()
  const handOver = (chunk: Buffer): void => {
    socket.setTimeout(0)
    socket.off('data', onData).off('end', onEnd).off('error', onLoss).off('timeout', onLoss)
    // Held still until the parser listens, so that the chunk is what it hears first.
    socket.pause().unshift(chunk)
    parse()
    socket.resume()
  }
  socket.on('data', onData).on('end', onEnd).on('error', onLoss).on('timeout', onLoss)
  socket.setTimeout(server.headersTimeout)
}
