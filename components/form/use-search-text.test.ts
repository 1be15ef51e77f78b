import { expect, test } from 'vitest'
import { isUnanswered } from './use-search-text'

test('an answer that is read again stays one; that of the search before, or none yet, is none', () => {
  expect(isUnanswered({ isFetching: true, isSuccess: true, isPlaceholderData: false })).toBe(false)
  expect(isUnanswered({ isFetching: false, isSuccess: true, isPlaceholderData: false })).toBe(false)
  expect(isUnanswered({ isFetching: true, isSuccess: true, isPlaceholderData: true })).toBe(true)
  expect(isUnanswered({ isFetching: true, isSuccess: false, isPlaceholderData: false })).toBe(true)
})
