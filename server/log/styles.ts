import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { compareText, sha256Hex } from '@/domain/hash'
import { keyIdOf, signatureLine } from '@/domain/log/note'
import { signingKey } from './key'

/** Where this build's stylesheets and fonts are, and at which address. */
const PLACE = '.next/static'
const ADDRESS = '/_next/static'

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

let known: Promise<ReadonlyMap<string, string>> | undefined

/** Of the build that is running. In development, where nothing is built, there are none. */
export async function showStyles(): Promise<string> {
  known ??= hashesIn(path.join(/* turbopackIgnore: true */ process.cwd(), PLACE))
  return styleListOf(await known)
}

async function hashesIn(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(folder, { recursive: true }).catch(() => [])
  const files = names.filter((name) => /\.(?:css|woff2?)$/.test(name))
  const hashes = files.map(async (name) => {
    const address = `${ADDRESS}/${name.split(path.sep).join('/')}`
    return [address, sha256Hex(await readFile(path.join(folder, name)))] as const
  })
  return new Map(await Promise.all(hashes))
}
