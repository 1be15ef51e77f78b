import { expect, test } from 'vitest'
import { kerningOf } from './long-word'

test('a text with a word that no one wrote is set unkerned, every other as it was', () => {
  expect(kerningOf(`It burned. ${'ab'.repeat(500)} So it was.`)).not.toBe('')
  expect(kerningOf('ї'.repeat(1_000))).not.toBe('')
  for (const text of ['', 'It burned.', 'a b '.repeat(10_000), 'x'.repeat(999)]) expect(kerningOf(text)).toBe('')
})

test('it is found in any text of a thing', () => {
  const claims = (text: string) => ({ claims: [{ number: 1, note: null }, { parts: [{ text }] }] })
  expect(kerningOf(claims('ї'.repeat(1_000)))).not.toBe('')
  expect(kerningOf(claims('x'.repeat(999)))).toBe('')
})
