/** What one reading may take; each is stated to the editor whom it stops. docs/decisions/0026 says how each is held. */
export const LIMITS = {
  /** Of a file; what is fetched has lower ones of its own. */
  bytes: 25 * 1024 * 1024,
  /** Code points of text, as a capture may have. */
  text: 2_000_000,
  /** HTML: elements, how deep they lie in each other, attributes of one, text runs and comments. */
  elements: 30_000,
  depth: 256,
  attributes: 500,
  nodes: 120_000,
  /** UTF-16 units of decoded HTML or plain text. */
  decoded: 10 * 1024 * 1024,
  pages: 500,
  /** Pixels of a picture; refused from its header, before a pixel is decoded. */
  pixels: 99_999_999,
  /** Longer side of a shown picture, in pixels. */
  shown: 2560,
} as const

export type Confines = {
  /** Seconds of processor time, all threads together. */
  cpu: number
  /** Of memory in MB: what the process may write to, native allocations included. */
  memory: number
  /** Seconds on the clock, for a process that waits instead of working. */
  wall: number
  /** Bytes of answer. */
  output: number
}

export const CONFINES: Confines = { cpu: 5, memory: 256, wall: 60, output: 24 * 1024 * 1024 }
