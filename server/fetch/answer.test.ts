import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ADDRESS, recordingNetwork, serveHttp } from '@/tests/harness/pages'
import type { Site } from '@/tests/harness/pages'
import { demandReadable, readContentType } from './content-type'
import { demandSamePlace } from './elsewhere'
import { demandSite } from './parked'
import { readPage } from './read-page'

describe('what a site answers, in words', () => {
  let site: Site
  beforeAll(async () => {
    site = await serveHttp((request, response) => {
      const url = new URL(request.url ?? '/', 'http://x')
      const type = url.searchParams.get('type') ?? 'text/html'
      response.writeHead(Number(url.pathname.slice(1)), { 'content-type': type }).end('<p>words</p>')
    })
  })
  afterAll(() => site.close())
  const read = (path: string) =>
    readPage(`http://news.example.org/${path}`, recordingNetwork({ '*': [ADDRESS] }, site).network)

  test.each([
    [401, 'login', 'login'],
    [402, 'login', 'paid'],
    [407, 'login', 'login'],
    [400, 'refused', 'refuses'],
    [403, 'refused', 'refuses'],
    [405, 'refused', 'refuses'],
    [418, 'refused', 'refuses'],
    [429, 'refused', 'fewer'],
    [451, 'refused', 'legal'],
    [404, 'gone', 'no page'],
    [410, 'gone', 'for good'],
    [500, 'server', 'fault'],
    [502, 'server', 'fault'],
    [503, 'server', 'fault'],
    [201, 'server', 'without the page'],
    [202, 'server', 'without the page'],
    [204, 'server', 'without the page'],
    [206, 'server', 'without the page'],
    [300, 'server', 'without the page'],
    [302, 'server', 'without the page'],
    [304, 'server', 'without the page'],
  ])('%i: %s', async (status, code, words) => {
    await expect(read(String(status))).rejects.toMatchObject({ code, message: expect.stringContaining(words) })
  })

  test.each([
    'video/mp4',
    'audio/mpeg',
    'image/svg+xml',
    'image/gif',
    'application/zip',
    'application/json',
    'text/css',
    'x/y',
  ])('%s is not read', async (type) => {
    await expect(read(`200?type=${encodeURIComponent(type)}`)).rejects.toMatchObject({
      code: 'not_text',
      message: expect.stringContaining(type),
    })
  })

  test.each(['text/html', 'text/plain', 'application/pdf', 'image/png', 'application/octet-stream', 'nonsense'])(
    '%s is read',
    async (type) => {
      await expect(read(`200?type=${encodeURIComponent(type)}`)).resolves.toMatchObject({ status: 200 })
    },
  )

  test('a check for robots is told from a fault', async () => {
    const challenging = await serveHttp((_request, response) =>
      response.writeHead(503, { 'cf-mitigated': 'challenge' }).end(),
    )
    const { network } = recordingNetwork({ '*': [ADDRESS] }, challenging)
    await expect(readPage('http://news.example.org/', network)).rejects.toMatchObject({ code: 'refused' })
    await challenging.close()
  })

  test('an unknown name and a silent name server are told apart', async () => {
    const unknown = recordingNetwork({}).network
    await expect(readPage('http://no.example.org/', unknown)).rejects.toMatchObject({
      code: 'unreachable',
      message: expect.stringContaining('no site with the name'),
    })
    const silent = { ...unknown, resolve: () => Promise.reject(Object.assign(new Error(''), { code: 'ETIMEOUT' })) }
    await expect(readPage('http://no.example.org/', silent)).rejects.toMatchObject({
      message: expect.stringContaining('could not be looked up'),
    })
    const empty = { ...unknown, resolve: () => Promise.resolve([]) }
    await expect(readPage('http://no.example.org/', empty)).rejects.toMatchObject({ code: 'unreachable' })
  })
})

test.each([
  ['text/html; charset=utf-8', 'text/html', 'utf-8'],
  ['TEXT/HTML;Charset="KOI8-U"', 'text/html', 'koi8-u'],
  ['text/html;;; charset=', 'text/html', null],
  ['text/html; charset=a b', 'text/html', null],
  ['text', null, null],
  ['a/b/c', null, null],
  ['text/html, text/plain', null, null],
  ['', null, null],
  [undefined, null, null],
])('%j is read as %s in %s', (header, mediaType, charset) => {
  expect(readContentType(header)).toEqual({ mediaType, charset })
  expect(() => demandReadable(mediaType, 'x')).not.toThrow()
})

test.each([
  ['https://a.example.org/news/story-1', 'https://b.example.com/', 'gone'],
  ['https://a.example.org/news/story-1', 'https://b.example.com/en', 'gone'],
  ['https://a.example.org/x', 'https://b.example.com/', 'gone'],
  ['https://a.example.org/news/story-1', 'https://www.example.org/', 'gone'],
  ['https://a.example.org/news/story-1', 'https://a.example.org/login?next=/news', 'login'],
  ['https://a.example.org/news/story-1', 'https://accounts.example.org/start', 'login'],
  ['https://a.example.org/news/story-1', 'https://a.example.org/user/sign-in.php', 'login'],
  ['https://a.example.org/news/story-1', 'https://a.example.org/%D0%B2%D1%85%D0%BE%D0%B4', 'login'],
  ['https://a.example.org/news/story-1', 'https://www.example.org/news/story-1', null],
  ['https://a.example.org/news/story-1', 'https://a.example.org/?p=1', null],
  ['https://a.example.org/', 'https://b.example.com/', null],
  ['https://a.example.org/news', 'https://a.example.org/', null],
  ['https://a.example.org/en/', 'https://a.example.org/', null],
  ['https://login.example.org/a', 'https://login.example.org/sign-in', null],
  ['https://a.example.org/news/story-1', 'https://a.example.org/authors/login-reforms', null],
  ['https://a.example.org/news/story-1', 'https://a.example.org/%ff%fe', null],
])('%s that ends at %s: %s', (asked, reached, code) => {
  const judge = () => demandSamePlace(asked, reached)
  if (code === null) expect(judge).not.toThrow()
  else expect(judge).toThrow(expect.objectContaining({ code }))
})

describe('a name without a site', () => {
  const judge =
    (body: string, asked = 'https://old.example.org/story', reached = asked, charset: string | null = null) =>
    () =>
      demandSite(asked, reached, Buffer.from(body), charset)
  const gone = expect.objectContaining({ code: 'gone' })

  test.each([
    '<title>old.example.org</title><h1>This domain is for sale!</h1>',
    '<p>The domain name <b>might be</b> yours.</p><p>Buy   this\nDomain today</p>',
    '<p>This site is available for purchase</p>',
    '<p>This domain has expired. Are you the owner?</p>',
    '<h1>Diese Domain steht zum Verkauf</h1>',
    '<h1>Ce domaine est à vendre</h1>',
    '<p>Домен продаётся</p>',
    '<p>Домен продається</p>',
    `<script>${'x'.repeat(5000)}</script><p>This domain is parked free, courtesy of someone</p>`,
  ])('%s', (body) => {
    expect(judge(body)).toThrow(gone)
  })

  test('a broker’s own page, in whatever words', () => {
    expect(judge('<p>Make an offer</p>', undefined, 'https://www.hugedomains.com/domain?x')).toThrow(gone)
    expect(judge('<p>Our prices</p>', 'https://www.sedo.com/a', 'https://www.sedo.com/b')).not.toThrow()
  })

  test.each([
    `<p>The ministry's old address now reads “this domain is for sale”.</p><p>${'More words about it. '.repeat(100)}</p>`,
    '<p>Two depots were destroyed.</p>',
    '<script>var s = "this domain is for sale"</script><p>Two depots were destroyed.</p>',
    '<style>.a::after{content:"buy this domain"}',
    '',
    '<',
    '<script',
  ])('is not behind %j', (body) => {
    expect(judge(body)).not.toThrow()
  })

  test('is looked for in the page’s own letters, where they are known', () => {
    const cyrillic = Buffer.from([
      0xc4, 0xee, 0xec, 0xe5, 0xed, 0x20, 0xef, 0xf0, 0xee, 0xe4, 0xe0, 0xe5, 0xf2, 0xf1, 0xff,
    ])
    expect(() => demandSite('https://a.org/b', 'https://a.org/b', cyrillic, 'windows-1251')).toThrow(gone)
    expect(() => demandSite('https://a.org/b', 'https://a.org/b', cyrillic, 'no-such-letters')).not.toThrow()
  })

  test('pages made to be slow are not', () => {
    for (const piece of ['<script', '<', '<style>', '<!--', 'domain name is ', '<noscript><'])
      judge(piece.repeat(100_000))()
  })
})
