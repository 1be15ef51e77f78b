/**
 * A browser kerns a word as one piece, in time that grows with the square of its length: 20,000 letters without a blank, as
 * pictures written into a page are, hold it for two seconds, ten times as many for minutes. Such a text is set unkerned.
 */
const LONG = /\S{1000}/u

/** Classes for a text that may be anybody's. */
export const kerningOf = (text: string): string => (LONG.test(text) ? '[font-kerning:none]' : '')
