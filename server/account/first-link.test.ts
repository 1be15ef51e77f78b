import { expect, test } from 'vitest'
import { firstAccountLink, firstAccountToken, isFirstAccountToken } from './first-link'

const secret = 'a secret of at least thirty-two characters'

test('the link follows from the secret, and only its own token is taken', () => {
  const link = new URL(firstAccountLink('https://assay.example.org', secret))
  expect(link.pathname).toBe('/signin/first')
  const token = link.searchParams.get('token') ?? ''
  expect(token).toBe(firstAccountToken(secret))
  expect(isFirstAccountToken(token, secret)).toBe(true)
  expect(isFirstAccountToken(token, `${secret}!`)).toBe(false)
  expect(isFirstAccountToken(token.slice(1), secret)).toBe(false)
  expect(isFirstAccountToken('', secret)).toBe(false)
})
