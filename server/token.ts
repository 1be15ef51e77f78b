import { randomBytes } from 'node:crypto'
import { sha256Hex } from '@/domain/hash'

/** 256 random bits, URL-safe: the content of a session cookie or a one-time link. */
export function mintToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What the database keeps of a token. A plain hash is enough for 256 random bits. */
export function tokenHash(token: string): string {
  return sha256Hex(token)
}
