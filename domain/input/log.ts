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
