import { z } from 'zod'
import { TILE_WIDTH } from '../log/tile'

const whole = z.int('A place in the log is a whole number.').min(0)
const index = whole.max(2_147_483_647)

/** The log's own levels are 8 apart; `level` null: the entries themselves. */
export const readTileInput = z.strictObject({
  level: whole.max(63).nullable(),
  index: whole.max(2 ** 40),
  width: whole.min(1).max(TILE_WIDTH),
})
export type ReadTileInput = z.output<typeof readTileInput>

export const readLeafInput = z.strictObject({ index })
export type ReadLeafInput = z.output<typeof readLeafInput>

/** Entries that one part of a dump holds. */
export const DUMP_PART = 1_000
/** Entries that are read at once: as many documents are held in memory. */
export const DUMP_BATCH = 20

export const readPartInput = z.strictObject({ part: index })
export type ReadPartInput = z.output<typeof readPartInput>

export const readRecordsInput = z.strictObject({ first: index, width: whole.min(1).max(DUMP_BATCH) })
export type ReadRecordsInput = z.output<typeof readRecordsInput>
