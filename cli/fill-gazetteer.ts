import { spawn, type ChildProcess } from 'node:child_process'
import { setPriority } from 'node:os'
import path from 'node:path'
import { getDb } from '../db/client'
import { childEnv, env } from '../env'
import { describeError, log } from '../server/log'
import { hasGazetteer } from '../server/gazetteer/queries'
import { packagedPlaces } from './import-gazetteer'
import { root } from './root'

/** Milliseconds after the start: whoever tries the program has it to themselves first. */
const LATER = 60_000
/** The lowest: whatever else this machine does goes first. */
const LAST = 19

export interface Filling {
  stop: () => void
}

type Options = { say: (line: string) => void; later?: number; file?: string | undefined }

/**
 * Fills a gazetteer that was never filled, once, from the package that comes along: half a minute of a process of its
 * own. It is begun anew at the next start where it did not come to its end.
 */
export function fillGazetteer({ say, later = LATER, file = packagedPlaces() }: Options): Filling {
  const begun: { child?: ChildProcess } = {}
  if (env().GAZETTEER === 'off' || file === undefined) return { stop: () => undefined }
  const begin = async (): Promise<void> => {
    if (await hasGazetteer(getDb())) return
    const child = spawn(process.execPath, [path.join(root, 'cli/boot.mjs'), 'admin', 'import-gazetteer', file], {
      cwd: root,
      env: childEnv(),
      stdio: 'ignore',
    })
    begun.child = child
    child.once('error', (error) => log.warn('the gazetteer is not filled', describeError(error)))
    child.once('exit', (code) => {
      if (code === 0) say('The gazetteer is filled: places of the world are found as one types.')
      else if (code !== null) log.warn('the gazetteer is not filled; npm run admin -- import-gazetteer says why', {})
    })
    if (child.pid !== undefined) setPriority(child.pid, LAST)
  }
  const timer = setTimeout(() => {
    begin().catch((error: unknown) => log.warn('the gazetteer is not filled', describeError(error)))
  }, later).unref()
  return {
    stop() {
      clearTimeout(timer)
      begun.child?.kill()
    },
  }
}
