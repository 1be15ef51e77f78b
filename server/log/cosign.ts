import { sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { logCosignature } from '@/db/schema'
import {
  COSIGNATURE,
  cosignedText,
  ED25519,
  keyIdOf,
  readCheckpoint as parseCheckpoint,
  readCosignature,
  readNote,
  readVerifierKey,
  signatureLine,
  toBase64,
  type NoteKey,
  type NoteSignature,
} from '@/domain/log/note'
import { SetupError } from '@/env'
import { isSignedBy, signingKey } from './key'
import { readRanges, readSize } from './queries'

/**
 * Adds what a witness signed to the checkpoint of its size: of the note the one line that its key made.
 * @throws SetupError for a note of another log or tree, or that the key did not sign.
 */
export async function addCosignature(db: Db, witness: string, note: string, now: Date): Promise<number> {
  const key = readVerifierKey(witness)
  if (key === null) throw new SetupError('This is not a verifier key: it has the form name+keyid+base64.')
  const read = readNote(note)
  const checkpoint = read === null ? null : parseCheckpoint(read.text)
  if (read === null || checkpoint === null) throw new SetupError('This is not a signed checkpoint.')
  const { size, root, origin } = checkpoint
  const [own] = size <= (await readSize(db)) ? await readRanges(db, [[0, size]]) : []
  if (own === undefined || toBase64(own) !== toBase64(root) || origin !== signingKey().key.name)
    throw new SetupError('This is not a checkpoint of this log.')
  const signed = read.signatures.find((each) => isOf(key, each, read.text))
  if (signed === undefined) throw new SetupError(`${key.name} has not signed it.`)
  const line = signatureLine(signed)
  await db.transaction(async (tx) => {
    await tx.insert(logCosignature).values({ size, witness, line, addedAt: now }).onConflictDoNothing()
    // Stored checkpoints and proofs have it too, as every other change of the record (docs/decisions/0038).
    await tx.execute(sql`update public_record set number = number + 1, state = gen_random_uuid()`)
    await tx.execute(sql`select pg_notify('public_record', '')`)
  })
  return size
}

function isOf(key: NoteKey, { name, keyId, signature }: NoteSignature, text: string): boolean {
  if (name !== key.name || keyId !== keyIdOf(key)) return false
  if (key.kind === ED25519) return isSignedBy(key.publicKey, text, signature)
  const timed = key.kind === COSIGNATURE ? readCosignature(signature) : null
  return timed !== null && isSignedBy(key.publicKey, cosignedText(text, timed.seconds), timed.signature)
}
