import { expect, test } from 'vitest'
import { canExclude } from './exclusion'

/** A text of 100 code points, of which 40 to 50 are quoted. */
const excluding = (start: number, end: number) => {
  const verdict = canExclude(100, { start, end }, [{ start: 40, end: 50 }])
  return verdict.allowed ? null : verdict.rule
}

test.each([
  [0, 100, 'exclusion.excerpt'],
  [39, 41, 'exclusion.excerpt'],
  [49, 51, 'exclusion.excerpt'],
  [44, 45, 'exclusion.excerpt'],
  // Up to the quotation, and from where it ends.
  [0, 40, null],
  [50, 100, null],
  [-1, 3, 'exclusion.range'],
  [90, 101, 'exclusion.range'],
  [7, 7, 'exclusion.range'],
])('%i to %i: %s', (start, end, rule) => expect(excluding(start, end)).toBe(rule))
