import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSlug, numberedSlug, slugify } from './slug'

test.each([
  ['Raid on the depot at Lysa', 'raid-on-the-depot-at-lysa'],
  ["The mayor's  “answer”", 'the-mayors-answer'],
  ['Удар по складу', 'udar-po-skladu'],
  ['???', 'incident'],
  ['', 'incident'],
])('%s', (title, slug) => expect(slugify(title)).toBe(slug))

test('a long title is cut between words', () => {
  const slug = slugify(
    'A very long title about several depots and what became of them in the course of one night and day',
  )
  expect(slug).toBe('a-very-long-title-about-several-depots-and-what-became-of-them-in-the-course-of')
})

test('any title makes a slug, and a numbered one too', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.integer({ min: 2, max: 99_999 }), (title, number) => {
      expect(isSlug(slugify(title))).toBe(true)
      expect(isSlug(numberedSlug(slugify(title), number))).toBe(true)
    }),
  )
})
