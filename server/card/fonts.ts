import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { inflateSync } from 'node:zlib'
import { setEnv } from '@/env'

const FACES = 'node_modules/@fontsource'
const SERIF = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'vietnamese']
const FILES = [400, 600].flatMap((weight) => [
  ...SERIF.map((subset) => `source-serif-4/files/source-serif-4-${subset}-${weight}-normal.woff`),
  `noto-naskh-arabic/files/noto-naskh-arabic-arabic-${weight}-normal.woff`,
])

/** For scripts that none of ours has: whatever the machine knows, last. */
const SYSTEM = ['/usr/share/fonts', '/usr/local/share/fonts', '/Library/Fonts', '/System/Library/Fonts']

/** In the order in which a letter is looked for. Each weight is a family of its own, as these files have it. */
export const FAMILIES = 'Source Serif 4, Noto Naskh Arabic,'
export const BOLD_FAMILIES = 'Source Serif 4 SemiBold, Noto Naskh Arabic SemiBold,'

let folder: string | undefined

/**
 * Lays out the fonts that pictures are drawn with, so that they look alike on every machine, one without any font among
 * them. What draws text takes plain font files alone, so the packages' WOFF is unpacked for it.
 */
export function layOutFonts(): void {
  if (folder !== undefined) return
  const made = mkdtempSync(path.join(tmpdir(), 'assay-fonts-'))
  folder = made
  process.once('exit', () => rmSync(made, { recursive: true, force: true }))
  for (const file of FILES) {
    const woff = readFileSync(path.join(/* turbopackIgnore: true */ process.cwd(), FACES, file))
    writeFileSync(path.join(made, path.basename(file, '.woff') + '.ttf'), sfntOf(woff))
  }
  const folders = [made, ...SYSTEM].map((one) => `<dir>${one}</dir>`).join('')
  const settings = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders}<cachedir>${made}</cachedir></fontconfig>`
  const file = path.join(made, 'fonts.conf')
  writeFileSync(file, settings)
  setEnv({ FONTCONFIG_FILE: file })
}

/** The font within a WOFF 1.0 file (W3C, section 4 and 5): its tables, each unpacked. */
export function sfntOf(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12)
  const head = Buffer.alloc(12 + 16 * count)
  woff.copy(head, 0, 4, 8)
  const power = Math.floor(Math.log2(count))
  head.writeUInt16BE(count, 4)
  head.writeUInt16BE(16 * 2 ** power, 6)
  head.writeUInt16BE(power, 8)
  head.writeUInt16BE(16 * (count - 2 ** power), 10)
  const parts: Uint8Array[] = [head]
  let at = head.length
  for (let index = 0; index < count; index++) {
    const entry = 44 + 20 * index
    const [from, packed, length] = [4, 8, 12].map((field) => woff.readUInt32BE(entry + field)) as [
      number,
      number,
      number,
    ]
    const bytes = woff.subarray(from, from + packed)
    const table = packed === length ? bytes : inflateSync(bytes)
    const place = 12 + 16 * index
    woff.copy(head, place, entry, entry + 4)
    woff.copy(head, place + 4, entry + 16, entry + 20)
    head.writeUInt32BE(at, place + 8)
    head.writeUInt32BE(length, place + 12)
    const gap = Buffer.alloc((4 - (length % 4)) % 4)
    parts.push(table, gap)
    at += length + gap.length
  }
  return Buffer.concat(parts)
}
