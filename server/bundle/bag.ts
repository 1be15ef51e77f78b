import { createHash } from 'node:crypto'
import { makeZip } from 'client-zip'

/** One file of a bundle's payload, under a name relative to `data/`: letters, digits, dots, hyphens and slashes. */
export type Payload = { name: string; content: Uint8Array }

/** What `bag-info.txt` says, in order; values of one line. */
export type BagInfo = readonly (readonly [string, string])[]

/** ZIP keeps local times without a zone: the same wherever and whenever a bundle is made. */
const ALWAYS = () => new Date(1980, 0, 1)

const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex')

/**
 * A BagIt bag (RFC 8493, version 1.0) as a ZIP, file by file: the payload is asked for one at a time and let go when it
 * is written, and what lists it comes after it. The same payload gives the same bytes.
 * @param name the bag's one folder
 */
export function zipBag(name: string, info: BagInfo, payload: AsyncIterable<Payload>): ReadableStream<Uint8Array> {
  return makeZip(entries(name, info, payload), { buffersAreUTF8: true })
}

async function* entries(name: string, info: BagInfo, payload: AsyncIterable<Payload>) {
  const entry = (file: string, input: Uint8Array) => ({ name: `${name}/${file}`, input, lastModified: ALWAYS() })
  const manifest: string[] = []
  let octets = 0
  for await (const { name: file, content } of payload) {
    if (!/^[\w./-]+$/.test(file) || file.includes('..')) throw new Error('a payload file needs a plain name')
    manifest.push(`${sha256(content)}  data/${file}\n`)
    octets += content.byteLength
    yield entry(`data/${file}`, content)
  }
  const oxum: [string, string] = ['Payload-Oxum', `${octets}.${manifest.length}`]
  const tags = {
    'bagit.txt': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
    'bag-info.txt': [...info, oxum].map(([label, value]) => `${label}: ${oneLine(value)}\n`).join(''),
    'manifest-sha256.txt': manifest.join(''),
  }
  const listed: string[] = []
  for (const [file, text] of Object.entries(tags)) {
    const content = Buffer.from(text, 'utf8')
    listed.push(`${sha256(content)}  ${file}\n`)
    yield entry(file, content)
  }
  yield entry('tagmanifest-sha256.txt', Buffer.from(listed.join(''), 'utf8'))
}

const oneLine = (value: string): string => value.replaceAll(/\s+/g, ' ').trim()
