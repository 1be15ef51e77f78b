import { expect, test } from 'vitest'
import { isTakenAsPaste, pasteRefusal } from './use-bounded-paste'

test('what is somewhat too long goes in, to be shortened there', () => {
  expect(isTakenAsPaste('a'.repeat(5_000), 300)).toBe(true)
  expect(isTakenAsPaste('a'.repeat(20_000))).toBe(true)
})

test('a long text is counted in characters, an emoji being one', () => {
  expect(isTakenAsPaste('🔥'.repeat(30_000), 30_000)).toBe(true)
  expect(isTakenAsPaste('🔥'.repeat(30_001), 30_000)).toBe(false)
  expect(isTakenAsPaste('a'.repeat(30_001), 30_000)).toBe(false)
})

test('ten megabytes are refused, with both numbers and what became of the rest', () => {
  expect(isTakenAsPaste('a'.repeat(10_000_000), 300)).toBe(false)
  expect(isTakenAsPaste('a'.repeat(10_000_000))).toBe(false)
  expect(pasteRefusal(10_000_000, 300)).toBe(
    'The paste has 10,000,000 characters. 300 is the most. It was left out; what stood here stays.',
  )
})
