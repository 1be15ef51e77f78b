import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * The token of the link that makes the first account. It follows from the secret alone, so every start prints the
 * same one; that it works only while no account exists is for the command that takes it to see to.
 */
export function firstAccountToken(secret: string): string {
  return createHmac('sha256', secret).update('first-account').digest('base64url')
}

export function firstAccountLink(publicUrl: string, secret: string): string {
  return `${publicUrl}/signin/first?token=${firstAccountToken(secret)}`
}

/** Compares in constant time. */
export function isFirstAccountToken(token: string, secret: string): boolean {
  const given = Buffer.from(token)
  const right = Buffer.from(firstAccountToken(secret))
  return given.length === right.length && timingSafeEqual(given, right)
}
