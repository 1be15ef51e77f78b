import { performance } from 'node:perf_hooks'
import { deflateSync, crc32 } from 'node:zlib'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { isCleanText, normaliseCaptureText } from '@/domain/text'
import { plantPdf, plantPdfBomb } from '@/tests/harness/planted-pdf'
import { parseBytes, ParseRefused, type Hint, type Parsed } from '../parse-bytes'

/** Everything here goes through the confined process, all at once, while the event loop of this one is watched. */
const NO_HINT: Hint = { mediaType: null, charset: null, url: null }
const html = (body: string) =>
  Buffer.from(`<!doctype html><html><head><title>t</title></head><body>${body}</body></html>`)

/** Of the process that serves everybody else: the share of the time in which it may be at work meanwhile. */
const BUSIEST = 0.25

const sentence = 'Residents said that they had heard four explosions before dawn, the last of them far away. '
const article = `<article>${`<p>${sentence.repeat(3)}</p>`.repeat(5)}</article>`

/** A PNG of one colour, written by hand: no encoder would make one of this size quickly. */
function plantPng(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(data.length, 0)
    frame.writeUInt32BE(crc32(body), 4)
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([1, 0], 8)
  const rows = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height))
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}

const picture = () => sharp({ create: { width: 400, height: 300, channels: 3, background: 'teal' } })
const half = (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2))

type Attack = [name: string, bytes: () => Buffer | Promise<Buffer>, end: RegExp | ((parsed: Parsed) => void)]

const textHas = (words: string) => (parsed: Parsed) => {
  expect(parsed).toMatchObject({ kind: 'text', text: expect.stringContaining(words) })
  if (parsed.kind === 'text') expect(normaliseCaptureText(parsed.text)).toBe(parsed.text)
}

const ATTACKS: readonly Attack[] = [
  ['150 KB of nested <div>', () => html('<div>'.repeat(30_000)), /^too_deep: .*256/],
  ['200,000 siblings', () => html('<p>a</p>'.repeat(200_000)), /^too_large: .*30,000/],
  [
    'formatting that browsers open again and again',
    () => html(`${Array.from({ length: 250 }, (_, n) => `<b id=${n}>`).join('')}${'<p>x'.repeat(20_000)}`),
    textHas('x\n\nx'),
  ],
  ['a table bomb', () => html(`${'<table><tr><td>'.repeat(5_000)}x`), /^too_deep/],
  [
    'a table as wide as it is long',
    () => html(`<table>${`<tr>${'<td>1'.repeat(100)}`.repeat(250)}</table>`),
    textHas('1\t1\t1'),
  ],
  [
    '2,000 attributes of one element',
    () => html(`<p ${Array.from({ length: 2_000 }, (_, n) => `a${n}=x`).join(' ')}>x</p>`),
    /^too_large: .*attributes/,
  ],
  ['10 MB of one line', () => html(`<p>${'word '.repeat(2_000_000)}</p>`), /^too_(large|slow|much_memory)/],
  [
    'a text larger than the pipe that brings it, of commas alone',
    () => html(`<div><p>${','.repeat(1_900_000)}</p></div>${article}`),
    textHas('four explosions'),
  ],
  [
    'a title of spaces and dashes for slow expressions',
    () => Buffer.from(`<title>${' - '.repeat(300_000)}x</title>${article}`),
    textHas('four explosions'),
  ],
  [
    'class names for slow expressions',
    () => html(`${`<div class="${'comment-'.repeat(2_000)}">x</div>`.repeat(50)}${article}`),
    textHas('four explosions'),
  ],
  [
    'entities that say each other',
    () => Buffer.from(`<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><lolz>&b;</lolz>`),
    /^type/,
  ],
  [
    'entities that say each other, as HTML',
    () => Buffer.from(`<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><p>&b;</p>`),
    textHas('&b;'),
  ],
  [
    '4 MB of JSON-LD',
    () =>
      html(
        `<script type="application/ld+json">{"@type":"NewsArticle","headline":"${'x'.repeat(4_000_000)}"}</script>${article}`,
      ),
    textHas('four explosions'),
  ],
  [
    'deep JSON-LD',
    () =>
      html(
        `<script type="application/ld+json">${'{"a":['.repeat(40_000)}</script><script type="application/ld+json">${'['.repeat(100_000)}${']'.repeat(100_000)}</script>${article}`,
      ),
    textHas('four explosions'),
  ],
  [
    'JSON-LD that refers to itself',
    () =>
      html(
        `<script type="application/ld+json">{"@id":"#a","@type":"NewsArticle","headline":"Of itself","author":{"@id":"#a"},"__proto__":{"name":"x"},"publisher":{"@id":"constructor"}}</script>${article}`,
      ),
    (parsed) => expect(parsed).toMatchObject({ facts: { title: { value: 'Of itself' } } }),
  ],
  [
    'half a character, NUL and controls by number',
    () => html(`<p>a&#xD83D;b&#0;c&#x1;d&#x202e;e</p>`),
    (parsed) => {
      expect(parsed).toMatchObject({ text: expect.stringMatching(/^a\uFFFDb\uFFFDcd/) })
    },
  ],
  ['a NUL in the middle', () => Buffer.concat([html('<p>before'), Buffer.from('\0<p>after')]), textHas('after')],
  ['a PDF bomb', () => plantPdfBomb(100), /^too_(slow|much_memory|large)/],
  ['a PDF of 600 pages', () => plantPdf(Array.from({ length: 600 }, () => 'x')), /^too_large: .*600 pages; 500/],
  ['a scanned PDF', () => plantPdf(['', '']), /^empty: .*scanned/],
  [
    'a locked PDF',
    () =>
      plantPdf(['secret'], {
        trailer: `/Encrypt 6 0 R/ID[<${'00'.repeat(16)}><${'00'.repeat(16)}>]`,
        more: [`<</Filter/Standard/V 2/R 3/Length 128/P -4/O<${'11'.repeat(32)}>/U<${'22'.repeat(32)}>>>`],
      }),
    /^encrypted/,
  ],
  ['half a PDF', () => half(plantPdf(['One', 'Two'])), /^(unreadable|empty)/],
  [
    'a PDF whose pages are their own children',
    () => Buffer.from(plantPdf(['x']).toString('latin1').replace('/Kids[4 0 R]', '/Kids[2 0 R]'), 'latin1'),
    /^(unreadable|too_slow|too_deep|empty)/,
  ],
  [
    'an SVG with a script',
    () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    /^type: .*SVG/,
  ],
  [
    'an SVG behind a declaration and a comment',
    () => Buffer.from('\uFEFF<?xml version="1.0"?>\n<!-- <html> --><!DOCTYPE svg>\n<svg/>'),
    /^type: .*SVG/,
  ],
  ['a PNG of 100 megapixels', () => plantPng(10_000, 10_000), /^too_large: .*10,000 × 10,000/],
  ['half a PNG', async () => half(await picture().png().toBuffer()), /^unreadable/],
  ['half a JPEG', async () => half(await picture().jpeg().toBuffer()), /^unreadable/],
  ['half a WebP', async () => half(await picture().webp({ lossless: true }).toBuffer()), /^unreadable/],
  ['a GIF', () => picture().gif().toBuffer(), /^type: .*GIF/],
  ['a TIFF', () => picture().tiff().toBuffer(), /^type: .*TIFF/],
  ['HTML that is a GIF as well', () => Buffer.from(`GIF89a/*<html><body>${article}*/`), /^type: .*GIF/],
  [
    'HTML behind a JPEG',
    async () => Buffer.concat([await picture().jpeg().toBuffer(), html('<script>alert(1)</script>')]),
    (parsed) => {
      expect(parsed).toMatchObject({ kind: 'image', mediaType: 'image/jpeg' })
      if (parsed.kind === 'image') expect(parsed.shown.includes('alert(1)')).toBe(false)
    },
  ],
  ['bytes of no kind', () => Buffer.from(Array.from({ length: 5_000 }, (_, n) => (n * 7919) % 31)), /^type/],
]

test('whatever is sent ends with right text or a clear refusal, and the server answers all the while', async () => {
  const bytes = await Promise.all(ATTACKS.map(async ([, make]) => make()))
  const before = performance.eventLoopUtilization()
  const ends = await Promise.all(bytes.map((one) => parseBytes(one, NO_HINT).catch((error: unknown) => error)))
  const { utilization } = performance.eventLoopUtilization(before)
  expect.soft(utilization, 'of the event loop').toBeLessThan(BUSIEST)
  for (const [index, [name, , end]] of ATTACKS.entries()) {
    const got = ends[index]
    if (typeof end === 'function') {
      expect.soft(got, name).toHaveProperty('kind')
      if (!(got instanceof Error)) end(got as Parsed)
      continue
    }
    expect.soft(got, name).toBeInstanceOf(ParseRefused)
    if (!(got instanceof ParseRefused)) continue
    expect.soft(`${got.code}: ${got.message}`, name).toMatch(end)
    expect.soft(isCleanText(got.message), name).toBe(true)
  }
}, 240_000)
