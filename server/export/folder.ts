import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { isAlive } from '@/db/local/postmaster'
import { SetupError } from '@/env'

const MANIFEST = 'log/manifest'

/** A folder that is being written beside the one it will be. */
export type Staging = {
  write: (file: string, content: string | Buffer | AsyncIterable<Buffer>) => Promise<void>
  /** Puts it in its place; what was there before goes. */
  settle: () => Promise<void>
  /** Leaves nothing behind. */
  drop: () => Promise<void>
}

/**
 * Makes room for a copy. `title`: the first line of the list of files that such a copy has.
 * @throws SetupError where something else than an earlier copy is in the way.
 */
export async function stageFolder(wanted: string, title: string): Promise<Staging> {
  const target = path.resolve(wanted)
  requireRoom(target, title)
  await mkdir(path.dirname(target), { recursive: true })
  await dropLeftOvers(target)
  const made = `${target}.new-${process.pid}`
  await mkdir(made)
  return {
    write: async (file, content) => {
      const place = path.join(made, file)
      if (!place.startsWith(made + path.sep)) throw new Error(`${file} is no place in a copy`)
      await mkdir(path.dirname(place), { recursive: true })
      await writeFile(place, content, { flag: 'wx' })
    },
    settle: () => settle(made, target),
    drop: () => rm(made, { recursive: true, force: true }),
  }
}

function requireRoom(target: string, title: string): void {
  if (!existsSync(target)) return
  if (!lstatSync(target).isDirectory()) throw new SetupError(`${target} is no folder. Name one that is empty or new.`)
  const files = readdirSync(target, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(target, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
  if (files.length === 0) return
  const listed = existsSync(path.join(target, MANIFEST)) ? readFileSync(path.join(target, MANIFEST), 'utf8') : ''
  const lines = listed.split('\n')
  const choose = 'Name a folder that is empty or new, or an earlier copy of this site.'
  if (lines[0] !== title) throw new SetupError(`${target} holds something else than a copy of this site. ${choose}`)
  const own = new Set([MANIFEST, ...lines.map((line) => line.slice(65))])
  const other = files.find((file) => !own.has(file))
  if (other !== undefined) throw new SetupError(`${target} holds ${other}, which is no part of a copy. ${choose}`)
}

/** What was begun by a process that is no more. */
async function dropLeftOvers(target: string): Promise<void> {
  const name = path.basename(target)
  for (const entry of readdirSync(path.dirname(target))) {
    const [, begun, kind, pid] = /^(.+)\.(new|old)-(\d+)$/.exec(entry) ?? []
    if (begun !== name || isAlive(Number(pid))) continue
    const place = path.join(path.dirname(target), entry)
    // Stopped between the two steps of taking the new one in: nothing is at the place, and the old one goes back.
    if (kind === 'old' && !existsSync(target)) await rename(place, target)
    else await rm(place, { recursive: true, force: true })
  }
}

/** Two renamings, with nothing between: whoever reads has the one or the other, and never half of each. */
async function settle(made: string, target: string): Promise<void> {
  const before = `${target}.old-${process.pid}`
  const isThere = existsSync(target)
  if (isThere) await rename(target, before)
  try {
    await rename(made, target)
  } catch (error) {
    if (isThere) await rename(before, target)
    throw error
  }
  await rm(before, { recursive: true, force: true })
}
