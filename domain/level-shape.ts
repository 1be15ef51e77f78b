import type { Level } from './levels'

/** The levels, and the mark of a finding whose voters were far apart. */
export type LevelOrDisputed = Level | 'disputed'

/** A line or a surface in a square of 16: drawn in the level's colour, or cut out of it in that of the ground. */
export type Stroke = {
  /** As SVG has it. */
  d: string
  isFilled?: boolean
  isCut?: boolean
  hasNoLine?: boolean
  /** Instead of 1.75. */
  width?: number
  dashes?: string
}

const CIRCLE = 'M8 1.6a6.4 6.4 0 1 1 0 12.8a6.4 6.4 0 1 1 0-12.8z'
const ring: Stroke = { d: CIRCLE }
const disc: Stroke = { d: CIRCLE, isFilled: true }
const tick = 'M4.9 8.3l2.1 2.1 4.1-4.6'

/** Seven shapes that differ without their colours: full, outlined, halved, dashed, barred, broken, crossed. */
export const LEVEL_SHAPE: Readonly<Record<LevelOrDisputed, readonly Stroke[]>> = {
  confirmed: [disc, { d: tick, isCut: true }],
  probable: [ring, { d: tick }],
  possible: [ring, { d: 'M8 1.6a6.4 6.4 0 0 1 0 12.8z', isFilled: true, hasNoLine: true }],
  doubtful: [ring, { d: 'M4.7 8h6.6' }],
  improbable: [disc, { d: 'M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8', isCut: true }],
  unknown: [
    { d: CIRCLE, dashes: '2.2 2.8' },
    { d: 'M6.2 6.4a1.8 1.8 0 1 1 2.5 1.7c-.5.2-.7.5-.7 1M8 11.2v.1', width: 1.4 },
  ],
  disputed: [{ d: 'M6.4 3.2L1.8 8l4.6 4.8z', isFilled: true }, { d: 'M9.6 3.2L14.2 8l-4.6 4.8z' }],
}
