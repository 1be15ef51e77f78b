import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import type { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

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

/** A wire to a database of this machine that can be cut. */
export async function openWire(databaseUrl: string): Promise<Wire> {
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
    join(near, far)
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
      for (const [near, far] of pairs) if (!near.destroyed) join(near, far)
    },
    close: async () => {
      breakAll()
      await new Promise<void>((resolve) => server.close(() => resolve()))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function join(near: Socket, far: Socket): void {
  near.pipe(far)
  far.pipe(near)
}
