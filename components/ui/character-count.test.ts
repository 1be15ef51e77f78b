import { expect, test } from 'vitest'
import { characters } from './character-count'

test('near the limit, characters are counted as limits are: an emoji is one', () => {
  expect(characters('🔥'.repeat(10), 10)).toBe(10)
  expect(characters('🔥'.repeat(11), 10)).toBe(11)
  expect(characters('طائرة', 5)).toBe(5)
  expect(characters('', 5)).toBe(0)
})
