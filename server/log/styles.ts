import type { Reader } from '@/db/client'
import { compareText } from '@/domain/hash'
import { keyIdOf, signatureLine } from '@/domain/log/note'
import { hashesOfBuilds } from '../page/queries'
import { signingKey } from './key'

/**
 * A signed list of what decides how a page looks, so that the verifier can tell a stylesheet or a font that somebody on the
 * way has put in another's place. `hashes`: the SHA-256 of each in hex, by its address.
 */
export function styleListOf(hashes: ReadonlyMap<string, string>): string {
  const { key, sign } = signingKey()
  const lines = [...hashes].toSorted(([a], [b]) => compareText(a, b)).map(([address, hash]) => `${hash} ${address}\n`)
  const text = `${key.name} styles\n${lines.join('')}`
  return `${text}\n${signatureLine({ name: key.name, keyId: keyIdOf(key), signature: sign(text) })}`
}

/** Of every build that there may be pages of. In development, where nothing is built, there are none. */
export async function showStyles(db: Reader): Promise<string> {
  return styleListOf(await hashesOfBuilds(db))
}
