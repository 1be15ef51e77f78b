import { expect, test } from 'vitest'
import { pagesOf, pageWords } from './page'

test('a passage stands on the page in which it begins, up to that of its last character', () => {
  const starts = [0, 10, 20]
  expect(pagesOf(starts, { start: 0, end: 5 })).toEqual({ first: 1, last: 1 })
  expect(pagesOf(starts, { start: 5, end: 10 })).toEqual({ first: 1, last: 1 })
  expect(pagesOf(starts, { start: 10, end: 20 })).toEqual({ first: 2, last: 2 })
  expect(pagesOf(starts, { start: 5, end: 21 })).toEqual({ first: 1, last: 3 })
})

test('an empty page has nothing on it, and what has no pages has none', () => {
  // Pages 1 and 3 are empty.
  expect(pagesOf([0, 0, 8, 10], { start: 0, end: 8 })).toEqual({ first: 2, last: 2 })
  expect(pagesOf([0, 0, 8, 10], { start: 10, end: 12 })).toEqual({ first: 4, last: 4 })
  expect(pagesOf(null, { start: 0, end: 1 })).toBeNull()
})

test('in words', () => {
  expect(pageWords({ first: 3, last: 3 })).toBe('page 3')
  expect(pageWords({ first: 3, last: 4 })).toBe('pages 3–4')
})
