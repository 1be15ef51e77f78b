import { concatBytes } from '@noble/hashes/utils.js'

/** Hashes in a full tile: C2SP tlog-tiles fixes its height at 8. */
export const TILE_WIDTH = 256
/** Levels of a tree that a tile spans. */
export const TILE_HEIGHT = 8
/** No log of ours comes near; what is larger names no tile. */
const MOST = 2 ** 40

/** `level` null: entries instead of hashes. `width`: how many, 1–256. */
export type Tile = { level: number | null; index: number; width: number }

const THOUSANDS = /^(x\d{3})*\d{3}$/

/** `1234067` as `x001/x234/067`. */
function writeIndex(index: number): string[] {
  const last = String(index % 1000).padStart(3, '0')
  const above = Math.floor(index / 1000)
  return above === 0 ? [last] : [...writeIndex(above).map((part) => part.padStart(4, 'x')), last]
}

/** The path of a tile below the log's address, by C2SP tlog-tiles. */
export function tilePath({ level, index, width }: Tile): string {
  const parts = ['tile', level === null ? 'entries' : String(level), ...writeIndex(index)]
  return parts.join('/') + (width === TILE_WIDTH ? '' : `.p/${width}`)
}

/** The paths of all tiles of a tree of `size` leaves, the last of each row as wide as it is. */
export function tilesOf(size: number): string[] {
  const row = (level: number | null, length: number) =>
    Array.from({ length: Math.ceil(length / TILE_WIDTH) }, (_, index) =>
      tilePath({ level, index, width: Math.min(TILE_WIDTH, length - index * TILE_WIDTH) }),
    )
  const paths = row(null, size)
  for (let level = 0, length = size; length > 0; level++, length = Math.floor(length / TILE_WIDTH))
    paths.push(...row(level, length))
  return paths
}

/** What a path below the log's address asks for; null for all that is not exactly the path of a tile. */
export function parseTilePath(path: string): Tile | null {
  const [, kind = '', rest = '', , partial] = /^tile\/(entries|\d{1,2})\/([x\d/]+?)(\.p\/(\d{1,3}))?$/.exec(path) ?? []
  const digits = rest.replaceAll('/', '')
  if (!THOUSANDS.test(digits)) return null
  const tile = {
    level: kind === 'entries' ? null : Number(kind),
    index: Number(digits.replaceAll('x', '')),
    width: partial === undefined ? TILE_WIDTH : Number(partial),
  }
  const isWithin = tile.index < MOST && tile.width >= 1 && tile.width <= TILE_WIDTH
  // One path a tile: no leading zeros, and no full tile written as a partial one.
  return isWithin && tilePath(tile) === path ? tile : null
}

/** Has a tree of `size` leaves this tile, as wide as it says? */
export function hasTile({ level, index, width }: Tile, size: number): boolean {
  const held = Math.floor(size / TILE_WIDTH ** (level ?? 0))
  return index * TILE_WIDTH + width <= held
}

const ENTRY_MOST = 65_535

/** A bundle of entries: each after its length in two bytes, the higher first. */
export function entryBundle(entries: readonly Uint8Array[]): Uint8Array {
  return concatBytes(
    ...entries.flatMap((entry) => {
      if (entry.length > ENTRY_MOST) throw new RangeError('an entry has at most 65,535 bytes')
      return [Uint8Array.of(entry.length >> 8, entry.length & 255), entry]
    }),
  )
}
