import { expect, test } from 'vitest'
import { isTakenAsPaste, pasteRefusal } from './use-bounded-paste'

test('what is somewhat too long goes in, to be shortened there', () => {
  expect(isTakenAsPaste(5_000, 300)).toBe(true)
  expect(isTakenAsPaste(20_000)).toBe(true)
})

test('as many pairs as the limit has characters go in', () => {
  expect(isTakenAsPaste(4_000_000, 2_000_000)).toBe(true)
  expect(isTakenAsPaste(4_000_001, 2_000_000)).toBe(false)
})

test('ten megabytes are refused, with both numbers and what became of the rest', () => {
  expect(isTakenAsPaste(10_000_000, 300)).toBe(false)
  expect(isTakenAsPaste(10_000_000)).toBe(false)
  expect(pasteRefusal(10_000_000, 300)).toBe(
    'The paste has 10,000,000 characters. 300 is the most. It was left out; what stood here stays.',
  )
})
