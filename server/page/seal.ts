import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { z } from 'zod'

const headSchema = z.object({
  status: z.number(),
  headers: z.record(z.string(), z.string()),
  isFound: z.boolean(),
  isText: z.boolean(),
  tag: z.string(),
  state: z.string(),
  build: z.string(),
  renderedAt: z.coerce.date(),
})

/** A page as it lies on the disk, with the build that rendered it; the body of a text is compressed with brotli. */
export type SealedPage = z.output<typeof headSchema> & { body: Buffer }

const CIPHER = 'aes-256-gcm'
const NONCE = 12
const TAG = 16

/** So that it opens with this key and at this address alone, and only whole. */
export function seal(key: Buffer, address: string, { body, ...head }: SealedPage): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG }).setAAD(Buffer.from(address))
  const said = Buffer.from(JSON.stringify(head))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(said.length)
  const parts = [length, said, body].map((part) => cipher.update(part))
  cipher.final()
  return Buffer.concat([nonce, cipher.getAuthTag(), ...parts])
}

/** Undefined for what is not as it was sealed. */
export function unseal(key: Buffer, address: string, bytes: Buffer): SealedPage | undefined {
  if (bytes.length < NONCE + TAG + 4) return undefined
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE), { authTagLength: TAG })
    .setAAD(Buffer.from(address))
    .setAuthTag(bytes.subarray(NONCE, NONCE + TAG))
  try {
    const plain = decipher.update(bytes.subarray(NONCE + TAG))
    decipher.final()
    const end = 4 + plain.readUInt32BE()
    return { ...headSchema.parse(JSON.parse(plain.toString('utf8', 4, end))), body: plain.subarray(end) }
  } catch {
    return undefined
  }
}
