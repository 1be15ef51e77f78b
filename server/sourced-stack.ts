import { existsSync, readFileSync } from 'node:fs'
import { SourceMap, type SourceMapPayload } from 'node:module'
import { fileURLToPath } from 'node:url'

/** Maps that stay read. Each is some megabytes, and a fault seldom comes from more places. */
const KEPT = 4

const maps = new Map<string, SourceMap | null>()

/** Line and column as a stack has them, from 1. */
const FRAME = /((?:file:\/\/)?\/[^():]+\.m?js):(\d+):(\d+)/

/**
 * A stack with the places in the sources, for the frames whose file has a map beside it. Node would do so by itself if
 * it were told to, and read the map of every file that it loads: a hundred megabytes of which nothing is asked.
 */
export function sourcedStack(stack: string): string {
  return stack
    .split('\n')
    .map((line) => line.replace(FRAME, sourced))
    .join('\n')
}

function sourced(place: string, file: string, line: string, column: string): string {
  const entry = mapOf(file)?.findEntry(Number(line) - 1, Number(column) - 1)
  if (entry === undefined || !('originalSource' in entry)) return place
  return `${entry.originalSource}:${entry.originalLine + 1}:${entry.originalColumn + 1}`
}

function mapOf(file: string): SourceMap | null {
  const found = maps.get(file) ?? read(file)
  maps.delete(file)
  maps.set(file, found)
  const [oldest] = maps.keys()
  if (maps.size > KEPT && oldest !== undefined) maps.delete(oldest)
  return found
}

/** What cannot be read leaves the frame as it was: this runs where something has gone wrong already. */
function read(file: string): SourceMap | null {
  try {
    const path = `${file.startsWith('file:') ? fileURLToPath(file) : file}.map`
    if (!existsSync(/* turbopackIgnore: true */ path)) return null
    return new SourceMap(JSON.parse(readFileSync(/* turbopackIgnore: true */ path, 'utf8')) as SourceMapPayload)
  } catch {
    return null
  }
}
