import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import { ED25519, fromBase64, isKeyName, keyIdOf, toBase64, writeVerifierKey, type NoteKey } from '@/domain/log/note'
import { env } from '@/env'

/** What wraps 32 bytes of an Ed25519 key in DER (RFC 8410). */
const PRIVATE_DER = Buffer.from('302e020100300506032b657004220420', 'hex')
const PUBLIC_DER = Buffer.from('302a300506032b6570032100', 'hex')

export type SigningKey = { key: NoteKey; verifierKey: string; sign: (text: string) => Uint8Array }

/** A new key in the form of Go's notes: `PRIVATE+KEY+name+keyid+base64`. `name` is the log's, and its origin line. */
export function makeSigningKey(name: string): string {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const seed = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-32)
  const key = { name, kind: ED25519, publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(-32) }
  return `PRIVATE+KEY+${name}+${keyIdOf(key)}+${toBase64(Buffer.concat([Uint8Array.of(ED25519), seed]))}`
}

/** Null for what is not one whose parts agree. */
export function readSigningKey(text: string): SigningKey | null {
  const [, name = '', keyId, encoded = ''] = /^PRIVATE\+KEY\+([^+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim()) ?? []
  const bytes = fromBase64(encoded)
  if (bytes?.length !== 33 || bytes[0] !== ED25519 || !isKeyName(name)) return null
  const der = Buffer.concat([PRIVATE_DER, bytes.subarray(1)])
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32)
  const key = { name, kind: ED25519, publicKey: new Uint8Array(publicKey) }
  if (keyIdOf(key) !== keyId) return null
  return { key, verifierKey: writeVerifierKey(key), sign: (said) => sign(null, Buffer.from(said), privateKey) }
}

let known: { text: string; key: SigningKey } | undefined

/** The installation's. @throws Error where it has none that can be read, which the start command sees to. */
export function signingKey(): SigningKey {
  const text = env().LOG_SIGNING_KEY ?? ''
  if (known?.text === text) return known.key
  const key = readSigningKey(text)
  if (key === null) throw new Error('the installation has no key to sign the publication log with')
  known = { text, key }
  return key
}

export function isSignedBy(publicKey: Uint8Array, text: string, signature: Uint8Array): boolean {
  const der = Buffer.concat([PUBLIC_DER, publicKey])
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' })
  return verify(null, Buffer.from(text), key, signature)
}
