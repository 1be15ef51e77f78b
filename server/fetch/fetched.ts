/** A page as it was received. */
export type Fetched = {
  requestedUrl: string
  finalUrl: string
  status: number
  /** As the last answer sent them, in its order, names in lower case. */
  headers: [string, string][]
  /** Every hop that answered with another address, in order: the address asked, and its answer's status. */
  redirects: { url: string; status: number }[]
  /** The body as it came over the wire, after chunks were joined and before any decoding. */
  bytes: Buffer
  decoded: Buffer
  /** From Content-Type, lower case, without parameters; null where none was sent. */
  mediaType: string | null
  /** From Content-Type, lower case; null where none was sent. */
  charset: string | null
  /** SHA-256 of the final host's certificate (DER), lower-case hex; null over plain HTTP. */
  certificateSha256: string | null
  fetchedAt: Date
}

export type FetchOptions = {
  signal?: AbortSignal
  /** Bytes of the body over the wire so far, and how many were announced. */
  onProgress?: (progress: { received: number; total: number | null }) => void
}
