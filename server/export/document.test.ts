import { expect, test } from 'vitest'
import { documentOfCopy } from './document'

const options = {
  lead: (href: string) => (href === '/a?b=1&c' ? 'q/x"y' : href),
  notice: '<b>A copy.</b>',
  insteadOfForm: '<p>No search.</p>',
  policy: "default-src 'none'",
}
const copy = (html: string) => documentOfCopy(html, options)

test('links lead where they are told to, and everything else stays to the letter', () => {
  const rest = '<p title="/a?b=1&amp;c" class="x">a &amp; b „ü“ href="/a?b=1&amp;c"</p>'
  expect(copy(`<a class="y" href="/a?b=1&amp;c">t</a>${rest}`)).toBe(`<a class="y" href="q/x&quot;y">t</a>${rest}`)
  expect(copy('<link rel="canonical" href="/a?b=1&amp;c"/>')).toBe('<link rel="canonical" href="/a?b=1&amp;c"/>')
})

test('what a copy cannot do is said in its place', () => {
  const search = '<form action="/a"><input name="q"/><a href="/a?b=1&amp;c">x</a></form>'
  expect(copy(`<i>a</i>${search}<i>b</i>`)).toBe('<i>a</i><p>No search.</p><i>b</i>')
  expect(copy('<p hidden="" data-as-of="true" class="x">As of <time data-as-of="time"></time>.</p>c')).toBe(
    '<p class="x"><b>A copy.</b></p>c',
  )
})

test('a page carries its own policy, for servers that send none', () => {
  expect(copy('<html><head><title>a</title></head></html>')).toContain(
    '<head><meta http-equiv="Content-Security-Policy" content="default-src \'none\'"/>',
  )
})
