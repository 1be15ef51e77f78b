/**
 * A browser kerns a word as one piece, in time that grows with the square of its length: 20,000 letters without a blank, as
 * pictures written into a page are, hold it for two seconds, ten times as many for minutes. Such a text is set unkerned.
 */
const LONG = /\S{1000}/u

function hasLongWord(of: unknown): boolean {
  if (typeof of === 'string') return LONG.test(of)
  return typeof of === 'object' && of !== null && Object.values(of).some(hasLongWord)
}

/** Classes for a text that may be anybody's, or for all texts of a thing that are drawn in one place. */
export const kerningOf = (of: unknown): string => (hasLongWord(of) ? '[font-kerning:none]' : '')
