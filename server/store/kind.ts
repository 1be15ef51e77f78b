/**
 * Files by the SHA-256 of their content, as lower-case hex. What it gives back always has the hash that was asked for.
 * Every method throws StoreUnavailable where the disk or the service does not let it.
 */
export type Store = {
  /** Durable before it resolves; the same content again changes nothing. */
  put: (bytes: Uint8Array) => Promise<string>
  /** @throws StoredBytesMissing, StoredBytesAltered */
  get: (sha256: string) => Promise<Buffer>
  has: (sha256: string) => Promise<boolean>
  /** What is not there is removed already. */
  remove: (sha256: string) => Promise<void>
  /** Every hash there is, ascending. */
  list: () => AsyncIterable<string>
  /** At the start of the program: takes away what a killed one left half written. */
  sweep: () => Promise<void>
}

/** @throws TypeError: nothing but a hash ever names a file. */
export function keyOf(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new TypeError('not a SHA-256 in lower-case hex')
  return `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`
}
