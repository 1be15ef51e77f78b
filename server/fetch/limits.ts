/** How much of a page is read at most. Sizes in bytes, time in milliseconds. */
export type Limits = {
  /** From the first look-up to the last byte, every redirect among it. */
  time: number
  /** The body as it comes over the wire. */
  wire: number
  /** What stands around the body on its connection: headers, the sizes of chunks, TLS. */
  wrapping: number
  /** The body after decoding, and after each layer of it. */
  decoded: number
  /** All header lines of an answer together, the trailing ones too. */
  headers: number
  redirects: number
  /** Encodings one inside the other. */
  layers: number
  /** Answers of the kind 1xx before the one that counts. */
  hints: number
  /** Addresses of one name that are tried, one after the other. */
  addresses: number
}

const MEGABYTE = 1024 * 1024

export const LIMITS: Limits = {
  time: 10_000,
  wire: 5 * MEGABYTE,
  wrapping: MEGABYTE / 2,
  decoded: 10 * MEGABYTE,
  headers: 32 * 1024,
  redirects: 3,
  layers: 2,
  hints: 10,
  addresses: 3,
}

/** 5 MB, as an editor reads it. */
export function inMegabytes(bytes: number): string {
  return `${Number((bytes / MEGABYTE).toFixed(1))} MB`
}
