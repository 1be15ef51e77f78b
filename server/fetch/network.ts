import type { Socket } from 'node:net'

/**
 * What lies between a checked address and the wire. It is handed in, so that a test can put its own in the place of the
 * real one; what may be dialled is decided before it is asked (docs/decisions/0025).
 */
export type Network = {
  /** Every address that a name has now; asked once for each hop. @throws when the name has none */
  resolve: (host: string, signal: AbortSignal) => Promise<string[]>
  /** Opens a connection to this very address and no other. TLS is put upon it by the caller. */
  connect: (address: string, port: number, signal: AbortSignal) => Promise<Socket>
  /** Certificates to trust beside those that Node does (PEM). The real network has none. */
  authorities?: readonly string[]
}
