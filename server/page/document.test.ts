import { describe, expect, test } from 'vitest'
import { documentAsOf, documentOf } from './document'

describe('a page as a document', () => {
  test.each([
    ['a script', 'a<script>alert("</p>")</script>b', 'ab'],
    ['a script with a source', 'a<script src="/x.js" async=""></script>b', 'ab'],
    ['two scripts', '<script>1</script>a<SCRIPT>2</SCRIPT >', 'a'],
    ['a script that looks like an end', 'a<script>"<\\/script>"</script>b', 'ab'],
    ['a script within a comment', 'a<!-- <script>1</script> -->b', 'ab'],
    ['what fetches one', '<link rel="preload" as="script" href="/x.js"/><link rel="modulepreload" href="/y.js">a', 'a'],
    ['a renderer’s marks', '<p>a<!-- -->b</p><!--$--><!--/$-->', '<p>ab</p>'],
    ['a renderer’s mark in the head', '<meta name="a"/><meta name="next-size-adjust" content=""/>', '<meta name="a"/>'],
    ['an open script at the end', 'a<script>1', 'a'],
  ])('%s goes', (_, html, kept) => expect(documentOf(html)).toBe(kept))

  test.each([
    '<script type="application/ld+json">{"a":"\\u003c"}</script>',
    '<link rel="stylesheet" href="/x.css"/><link rel="preload" as="font" href="/x.woff2"/>',
    '<p title="<script>">a &amp; b &lt;script&gt; „ü“</p>',
    '<!DOCTYPE html><html lang="en"><body class="a b">x</body></html>',
    '<textarea><script>1</script></textarea>',
  ])('%s stays to the letter', (html) => expect(documentOf(html)).toBe(html))
})

test('as of when a page is can be shown in it', () => {
  const page = '<p hidden="" data-as-of="true" class="x">As of <time data-as-of="time"></time>.</p>'
  expect(documentAsOf(page, new Date(Date.UTC(2026, 1, 3, 4, 5)))).toBe(
    '<p role="status" class="x">As of <time datetime="2026-02-03T04:05:00.000Z">3 February 2026 at 04:05 UTC</time>.</p>',
  )
})

test('a page that has no line for it cannot', () => {
  for (const page of ['<p>x</p>', '<p hidden="" data-as-of="true">x</p>', '<time data-as-of="time"></time>'])
    expect(documentAsOf(page, new Date())).toBeUndefined()
})

test.each([
  ['uk', '3 лютого 2026'],
  ['ar', '3 فبراير 2026'],
  ['xx', '3 February 2026'],
])('in the language of the page: %s', (language, day) => {
  const page = `<html lang="${language}" dir="ltr"><p hidden="" data-as-of="true"><time data-as-of="time"></time></p>`
  expect(documentAsOf(page, new Date(Date.UTC(2026, 1, 3, 4, 5)))).toMatch(new RegExp(`${day}.*04:05 UTC</time>`))
})
