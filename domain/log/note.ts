import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'

/** Kinds of signatures of C2SP signed-note: Ed25519 over the text, and a witness's cosignature/v1 with its time. */
export const ED25519 = 1
export const COSIGNATURE = 4

export type NoteKey = { name: string; kind: number; publicKey: Uint8Array }
export type NoteSignature = { name: string; keyId: string; signature: Uint8Array }
export type Checkpoint = { origin: string; size: number; root: Uint8Array }

export const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))

/** Null for what is not canonical base64 with its padding. */
export function fromBase64(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return null
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
  return toBase64(bytes) === text ? bytes : null
}

/** Neither blank nor holding what separates the parts of a line. */
export const isKeyName = (name: string): boolean => /^[^\s+]+$/u.test(name)

/** The first four bytes of the key's hash, 8 hex digits. */
export function keyIdOf({ name, kind, publicKey }: NoteKey): string {
  const hashed = sha256(concatBytes(utf8ToBytes(`${name}\n`), Uint8Array.of(kind), publicKey))
  return bytesToHex(hashed.subarray(0, 4))
}

/** A verifier key: `name+keyid+base64`. */
export function writeVerifierKey(key: NoteKey): string {
  return `${key.name}+${keyIdOf(key)}+${toBase64(concatBytes(Uint8Array.of(key.kind), key.publicKey))}`
}

/** Null for what is not one whose parts agree, of a kind known here. */
export function readVerifierKey(text: string): NoteKey | null {
  const [, name = '', keyId, encoded = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text) ?? []
  const bytes = fromBase64(encoded)
  const kind = bytes?.[0]
  if (bytes?.length !== 33 || (kind !== ED25519 && kind !== COSIGNATURE) || !isKeyName(name)) return null
  const key = { name, kind, publicKey: bytes.subarray(1) }
  return keyIdOf(key) === keyId ? key : null
}

/** The text of a checkpoint (C2SP tlog-checkpoint), which its signatures are over. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${toBase64(root)}\n`
}

/** Null for what is not the text of a checkpoint. Lines after the third are allowed and left alone. */
export function readCheckpoint(text: string): Checkpoint | null {
  const [origin = '', size = '', encoded = '', ...more] = text.split('\n')
  const root = fromBase64(encoded)
  const isWhole = more.length > 0 && more.at(-1) === '' && more.slice(0, -1).every((line) => line !== '')
  if (origin === '' || !/^(0|[1-9]\d{0,15})$/.test(size) || root?.length !== 32 || !isWhole) return null
  return Number.isSafeInteger(Number(size)) ? { origin, size: Number(size), root } : null
}

const DASH = '— '

export function signatureLine({ name, keyId, signature }: NoteSignature): string {
  const id = Uint8Array.from(keyId.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))
  return `${DASH}${name} ${toBase64(concatBytes(id, signature))}\n`
}

/** A line that `signatureLine` could have written; null for any other. */
export function readSignatureLine(line: string): NoteSignature | null {
  const [, name = '', encoded = ''] = /^— (\S+) (\S+)$/u.exec(line) ?? []
  const bytes = fromBase64(encoded)
  if (!isKeyName(name) || bytes === null || bytes.length < 5) return null
  return { name, keyId: bytesToHex(bytes.subarray(0, 4)), signature: bytes.subarray(4) }
}

/** A signed note as its text, which ends with a line break, and its signatures; null for what is none. */
export function readNote(note: string): { text: string; signatures: NoteSignature[] } | null {
  const cut = note.lastIndexOf('\n\n')
  if (cut < 1 || !note.endsWith('\n')) return null
  const lines = note.slice(cut + 2, -1).split('\n')
  const signatures = lines.flatMap((line) => readSignatureLine(line) ?? [])
  return signatures.length === lines.length ? { text: note.slice(0, cut + 1), signatures } : null
}

/** What a witness signs (C2SP tlog-cosignature): the time in seconds since 1970, and the checkpoint's text. */
export function cosignedText(text: string, seconds: bigint): string {
  return `cosignature/v1\ntime ${seconds}\n${text}`
}

/** The time and the Ed25519 signature within a cosignature; null for bytes that are none. */
export function readCosignature(signature: Uint8Array): { seconds: bigint; signature: Uint8Array } | null {
  if (signature.length !== 72) return null
  const seconds = new DataView(signature.buffer, signature.byteOffset).getBigUint64(0)
  return { seconds, signature: signature.subarray(8) }
}
