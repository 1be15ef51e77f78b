import { existsSync } from 'node:fs'
import path from 'node:path'
import { takePlace } from '../db/local/place'
import { env, SetupError } from '../env'
import { sha256Hex } from '../domain/hash'
import { eraseIn, type DiskOptions } from '../server/public-pages'
import { builtFrom } from './build'
import type { Machine } from './machine'
import { root } from './root'

/**
 * Where stored pages are kept in the data folder, if anywhere. They are known by whose they are, which with the record
 * decides what they say, and by the build that renders them.
 */
export function pageDisk(
  { local, url }: Pick<Machine, 'local' | 'url'>,
  publicUrl: string,
  say: (line: string) => void,
): DiskOptions | undefined {
  const { PAGE_DISK, DATA_DIR, IS_DEMO, DEMO_MARKUP, LOG_SIGNING_KEY } = env()
  if (PAGE_DISK === 0) {
    // Nobody would take from them what is redacted.
    eraseIn(path.join(local?.place.data ?? path.resolve(root, DATA_DIR), 'pages'))
    return undefined
  }
  try {
    const { data, owner } = local?.place ?? takePlace(DATA_DIR, root)
    const whose = [publicUrl, LOG_SIGNING_KEY, local === undefined ? placeOf(url) : data, IS_DEMO, DEMO_MARKUP]
    const edition = sha256Hex(JSON.stringify(whose))
    return { folder: path.join(data, 'pages'), edition, build: builtFrom(), room: PAGE_DISK * 1024 * 1024, owner }
  } catch (error) {
    // Without a disk it serves from memory: what is missing then is told, and no more.
    if (!(error instanceof SetupError)) throw error
    say(`${error.message} Until then pages are kept in memory alone.`)
    return undefined
  }
}

/** Was anything ever kept there? */
export const mayHavePages = (): boolean =>
  env().PAGE_DISK > 0 && existsSync(path.join(path.resolve(root, env().DATA_DIR), 'pages'))

/** Which database it is, whatever password it takes. */
function placeOf(url: string): string {
  if (!URL.canParse(url)) return url
  const place = new URL(url)
  place.password = ''
  return place.href
}
