import { deflateSync } from 'node:zlib'

type Part = string | Buffer

/** A small PDF of Helvetica, a string of lines a page; `trailer` and `more` objects (numbered from 4 + 2·pages) for hostile ones. */
export function plantPdf(pages: readonly string[], { trailer = '', more = [] as readonly Part[] } = {}): Buffer {
  const kids = pages.map((_, index) => `${4 + 2 * index} 0 R`).join(' ')
  const objects: Part[] = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    ...pages.flatMap((text, index) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents ${5 + 2 * index} 0 R/Resources<</Font<</F1 3 0 R>>>>>>`,
      stream(Buffer.from(shown(text), 'latin1')),
    ]),
    ...more,
  ]
  return assemble(objects, trailer)
}

function shown(text: string): string {
  const lines = text.split('\n').map((line) => `(${line.replace(/[()\\]/g, '\\$&')}) Tj T*`)
  return text === '' ? '' : `BT /F1 12 Tf 14 TL 72 700 Td ${lines.join(' ')} ET`
}

function stream(bytes: Buffer, entries = ''): Buffer {
  return Buffer.concat([
    Buffer.from(`<<${entries}/Length ${bytes.length}>>stream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ])
}

/** One page whose content inflates to `megabytes` of the same text operator. */
export function plantPdfBomb(megabytes: number): Buffer {
  const line = '(bomb) Tj T* '
  const content = Buffer.from(`BT /F1 12 Tf ${line.repeat(Math.ceil((megabytes * 1024 * 1024) / line.length))} ET`)
  // Twice deflated, or the file would be a thousandth of it at least.
  const packed = deflateSync(deflateSync(content, { level: 9 }), { level: 9 })
  return assemble(
    [
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[4 0 R]/Count 1>>',
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 5 0 R/Resources<</Font<</F1 3 0 R>>>>>>',
      stream(packed, '/Filter[/FlateDecode/FlateDecode]'),
    ],
    '',
  )
}

function assemble(objects: readonly Part[], trailer: string): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const starts: number[] = []
  let length = parts[0]?.length ?? 0
  const put = (part: Part) => {
    const bytes = Buffer.from(part)
    parts.push(bytes)
    length += bytes.length
  }
  objects.forEach((object, index) => {
    starts.push(length)
    put(`${index + 1} 0 obj\n`)
    put(object)
    put('\nendobj\n')
  })
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('')
  const start = length
  put(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`)
  put(`trailer<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF`)
  return Buffer.concat(parts)
}
