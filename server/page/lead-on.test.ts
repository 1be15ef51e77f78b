import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Pagination } from '@/components/ui/pagination'
import { leadsOn, narrowedOn } from './lead-on'

const CURSOR = '2026-01-02T03:04:05.678Z~0b5e3c1e-0000-4000-8000-000000000000'
const older = (to: string) => renderToStaticMarkup(Pagination({ label: 'More', newer: '/', older: to }))
const from = (path: string, text: string, done = 0) => leadsOn(path, Buffer.from(text), done)

test.each([
  ['/', `/?${new URLSearchParams({ cursor: CURSOR })}`],
  ['/uk', `/uk?${new URLSearchParams({ cursor: CURSOR })}`],
  ['/de/corrections/update', `/de/corrections/update?cursor=${encodeURIComponent(CURSOR)}`],
  ['/incidents/a-fire/changes', '/incidents/a-fire/changes?before=7'],
])('%s leads on as its own link does', (path, next) => {
  expect(from(path, older(next))).toEqual([next])
  expect(from(next, older(next))).toEqual([next])
  // A list has an end here, however long it is.
  const most = path === '/' || path.startsWith('/incidents') ? 40 : 10
  expect([most - 1, most].map((done) => from(next, older(next), done).length)).toEqual([1, 0])
  expect(from(path, renderToStaticMarkup(Pagination({ label: 'More', newer: '/' })))).toEqual([])
})

test('so do lists for machines and the parts of the sitemap, and no other page', () => {
  const next = `/api/v1/incidents?${new URLSearchParams({ cursor: CURSOR })}`
  expect(from('/api/v1/incidents', JSON.stringify({ items: [], nextCursor: CURSOR }))).toEqual([next])
  expect(from('/api/v1/incidents', JSON.stringify({ items: [], nextCursor: null }))).toEqual([])
  const parts = ['0', 'f'].map((part) => `<loc>https://assay.example/sitemap/${part}.xml</loc>`).join('')
  expect(from('/sitemap.xml', parts)).toEqual(['/sitemap/0.xml', '/sitemap/f.xml'])
  expect(from('/incidents/a-fire', older('/?cursor=x'))).toEqual([])
})

test('the front page leads into parts of the list, each with its feeds, and those no further', () => {
  const links = [
    '/uk?party=%D0%9B+%D0%93',
    '/uk?tag=ammunition',
    '/uk?party=%D0%9B+%D0%93',
    '/uk?cursor=x',
    '/uk/method',
  ]
  const page = links.map((href) => renderToStaticMarkup(Pagination({ label: 'More', newer: href }))).join('')
  const parts = ['party=%D0%9B+%D0%93', 'tag=ammunition']
  expect(narrowedOn(Buffer.from(page))).toEqual(
    parts.flatMap((part) => [`/uk?${part}`, ...['atom', 'rss', 'json'].map((format) => `/uk/feed.${format}?${part}`)]),
  )
  expect(narrowedOn(Buffer.from('<a href="/?level=likely">'))).toContain('/feed.atom?level=likely')
  expect(from('/uk?tag=ammunition', older('/uk?tag=ammunition&cursor=x'))).toEqual([])
})
