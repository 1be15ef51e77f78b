import { expect, test } from 'vitest'
import { decode } from './charset'
import { readHtml } from './html'
import { joinPages } from './pdf'

const now = new Date('2026-01-01T00:00:00Z')
const hint = { mediaType: null, charset: null, url: 'https://www.ferry.example/a' }
const words = 'Residents said that they had heard four explosions before dawn, the last of them far away. '.repeat(3)

test('each fact says where it was read, and a language that the text is not in is left out', async () => {
  const data = {
    '@graph': [
      { '@type': 'WebPage', name: 'Not this' },
      {
        '@type': ['NewsArticle'],
        headline: 'Two depots hit',
        author: [{ '@id': '#p' }],
        datePublished: '2024-03-14T23:30:00+02:00',
      },
      { '@id': '#p', '@type': 'Person', name: 'Ann Other' },
    ],
  }
  const page = `<!doctype html><html lang="ru"><head><meta property="og:site_name" content="The Ferry Post">
    <meta property="og:locale" content="en_GB"><script type="application/ld+json">${JSON.stringify(data)}</script></head>
    <body><article><h1>Two depots hit</h1><p>${words}<p>${words}<ul><li>One<li>Two</ul><table><tr><td>a<td>b<tr><td>c<td>d</table></article>`
  const { facts, text } = await readHtml(page, hint, now)
  expect(facts).toEqual({
    title: { value: 'Two depots hit', from: 'schema.org headline' },
    byline: { value: 'Ann Other', from: 'schema.org author' },
    outlet: { value: 'The Ferry Post', from: 'og:site_name' },
    language: { value: 'en-GB', from: 'og:locale' },
    published: { value: '2024-03-14', from: 'schema.org datePublished' },
  })
  expect(text).toMatch(/^Two depots hit\n\n/)
  expect(text).toMatch(/One\nTwo\n\na\tb\nc\td$/)
})

test.each([
  ['windows-1252', [0x93, 0x61, 0x94], 'windows-1252', '“a”'],
  ['UTF-8 under another name', [0xd0, 0xb4, 0xd0, 0xb0], 'iso-8859-1', 'да'],
  ['a mark over what is said', [0xff, 0xfe, 0x34, 0x04], 'utf-8', 'д'],
])('%s is decoded as what it is', (_name, bytes, declared, text) => {
  expect(decode(Uint8Array.from(bytes), declared)).toBe(text)
})

test('pages begin in code points, one without text where the next does', () => {
  expect(joinPages(['', 'a😀', '', 'b'])).toEqual({ text: 'a😀\n\nb', pageStarts: [0, 0, 4, 4] })
})
