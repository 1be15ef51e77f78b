import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import type { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Transform } from 'node:stream'

export interface Wire {
  /** The same database, over this wire. */
  url: string
  /** Breaks every connection, and lets none through until it is mended. */
  cut: () => void
  /** Lets nothing through, and breaks nothing. */
  stall: () => void
  mend: () => void
  close: () => Promise<void>
}

/**
 * A wire to a database of this machine that can be cut.
 * @param before what happens before anything that is asked arrives
 */
export async function openWire(databaseUrl: string, before?: () => Promise<void>): Promise<Wire> {
  const target = new URL(databaseUrl)
  const there = path.join(target.searchParams.get('host') ?? '', '.s.PGSQL.5432')
  const folder = mkdtempSync(path.join(tmpdir(), 'wire-'))
  const open = new Set<Socket>()
  const pairs = new Map<Socket, Socket>()
  let isCut = false
  const server = createServer((near) => {
    if (isCut) {
      near.destroy()
      return
    }
    const far = connect(there)
    pairs.set(near, far)
    join(near, far, before)
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        open.delete(one)
        pairs.delete(one)
        other.destroy()
      })
    }
  })
  await new Promise<void>((resolve) => server.listen(path.join(folder, '.s.PGSQL.5432'), resolve))
  target.searchParams.set('host', folder)
  const breakAll = (): void => {
    for (const socket of open) socket.destroy()
  }
  return {
    url: target.href,
    cut: () => {
      isCut = true
      breakAll()
    },
    stall: () => {
      for (const socket of open) socket.unpipe().pause()
    },
    mend: () => {
      isCut = false
      for (const [near, far] of pairs) if (!near.destroyed) join(near, far, before)
    },
    close: async () => {
      breakAll()
      await new Promise<void>((resolve) => server.close(() => resolve()))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function join(near: Socket, far: Socket, before?: () => Promise<void>): void {
  if (before === undefined) near.pipe(far)
  else near.pipe(held(before)).pipe(far)
  far.pipe(near)
}

function held(before: () => Promise<void>): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, pass) {
      before().then(() => pass(null, chunk), pass)
    },
  })
}
