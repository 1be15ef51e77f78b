import { expect, test } from 'vitest'
import { publishedAfter } from './publication'

test('a version is later than the one before it, whatever the clock of its server says', () => {
  const now = new Date('2026-03-01T12:00:00.000Z')
  expect(publishedAfter(undefined, now)).toEqual(now)
  expect(publishedAfter(new Date('2026-03-01T11:59:59.999Z'), now)).toEqual(now)
  expect(publishedAfter(now, now)).toEqual(new Date('2026-03-01T12:00:00.001Z'))
  expect(publishedAfter(new Date('2026-03-01T13:00:00.000Z'), now)).toEqual(new Date('2026-03-01T13:00:00.001Z'))
})
