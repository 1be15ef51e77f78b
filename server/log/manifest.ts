import { keyIdOf, signatureLine, toBase64 } from '@/domain/log/note'
import { compareText, sha256Hex } from '@/domain/hash'
import { signingKey } from './key'
import type { SignedCheckpoint } from './queries'

/**
 * A signed list of the files of a copy of the site, by path, so that the verifier can tell any that was changed, left out
 * or put in. Its first line is no log's name, so that it can be taken for no checkpoint.
 */
export function manifestOf(
  { size, root }: Pick<SignedCheckpoint, 'size' | 'root'>,
  files: ReadonlyMap<string, Uint8Array>,
): string {
  const { key, sign } = signingKey()
  const lines = [...files]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([path, bytes]) => `${sha256Hex(bytes)} ${path}\n`)
  const text = `${key.name} files\n${size}\n${toBase64(root)}\n${lines.join('')}`
  return `${text}\n${signatureLine({ name: key.name, keyId: keyIdOf(key), signature: sign(text) })}`
}
