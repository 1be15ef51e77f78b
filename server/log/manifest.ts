import { keyIdOf, signatureLine, toBase64 } from '@/domain/log/note'
import { compareText } from '@/domain/hash'
import { signingKey } from './key'
import type { SignedCheckpoint } from './queries'

/** No log's name, so that it can be taken for no checkpoint. */
export const manifestTitle = (): string => `${signingKey().key.name} files`

/**
 * A signed list of the files of a copy of the site, so that the verifier can tell any that was changed, left out or put
 * in. `hashes`: the SHA-256 of each in hex, by its path.
 */
export function manifestOf(
  { size, root }: Pick<SignedCheckpoint, 'size' | 'root'>,
  hashes: ReadonlyMap<string, string>,
): string {
  const { key, sign } = signingKey()
  const lines = [...hashes].toSorted(([a], [b]) => compareText(a, b)).map(([path, hash]) => `${hash} ${path}\n`)
  const text = `${manifestTitle()}\n${size}\n${toBase64(root)}\n${lines.join('')}`
  return `${text}\n${signatureLine({ name: key.name, keyId: keyIdOf(key), signature: sign(text) })}`
}
