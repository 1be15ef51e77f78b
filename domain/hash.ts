import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import serialise from 'canonicalize'

/** SHA-256 as 64 lower-case hex digits; a string is hashed as its UTF-8 bytes (FIPS 180-4). */
export function sha256Hex(data: string | Uint8Array): string {
  return bytesToHex(sha256(typeof data === 'string' ? utf8ToBytes(data) : data))
}

/**
 * Canonical JSON by RFC 8785 (JCS): keys sorted, no spaces. Keys whose value is `undefined` are left out.
 * Throws a TypeError for what JSON cannot hold (undefined, NaN, Infinity, a cycle).
 */
export function canonicalJson(value: unknown): string {
  const json = serialise(value)
  if (json === undefined) throw new TypeError('not representable as JSON')
  return json
}

/** SHA-256 of the canonical JSON: equal for equal values, whatever the order of their keys. */
export function hashOf(value: unknown): string {
  return sha256Hex(canonicalJson(value))
}

/** Orders by code unit, alike on every machine; `localeCompare` is not. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
