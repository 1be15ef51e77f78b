import { z } from 'zod'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const size = z.int().min(0)

export const checkpointView = z.strictObject({
  /** The log's name, which stands in the first line of its checkpoints. */
  origin: z.string(),
  verifierKey: z.string(),
  size,
  root: sha256,
  /** C2SP tlog-checkpoint, with the signatures of witnesses that were added to it. */
  note: z.string(),
})

/** Hashes of 64 hex digits, or the entries themselves. */
export const tileView = z.array(z.string()).max(256)

export const proofView = z.strictObject({
  index: size,
  size,
  /** From the leaf up, base64. */
  hashes: z.array(z.string()),
  note: z.string(),
})

/** The canonical JSON that was published; null: redacted. */
export const documentView = z.strictObject({ document: z.string().nullable() })

/** A signed note: the SHA-256 of each stylesheet and font, and its address. */
export const stylesView = z.string()

/** A part of a dump: which entries it holds, and the entries that redacted something of them. */
export const partView = z.strictObject({ size, first: size, width: size, redactions: z.array(size) })

/** An entry of the log as its own JSON, with what is public of what it is of. */
export const recordListView = z.array(
  z.strictObject({ index: size, entry: z.string(), note: z.string().nullable(), document: z.string().nullable() }),
)
