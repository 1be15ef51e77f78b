import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readUrl, type Address } from './address'

const app = path.resolve(import.meta.dirname, '../../app')

const CURSOR = '2026-01-01T00:00:00.000Z~00000000-0000-0000-0000-000000000000'

/** One address that each file of the application answers. */
const routes = readdirSync(app, { recursive: true, encoding: 'utf8' })
  .filter((file) => /(?:^|\/)(?:page\.tsx|route\.ts)$/.test(file) || file === 'robots.ts' || file === 'icon.svg')
  .map((file) =>
    `/${file}`
      .replace(/\/(?:page\.tsx|route\.ts)$/, '')
      .replace(/\/\([a-z]+\)/g, '')
      .replace('robots.ts', 'robots.txt')
      .replace('/sitemap/[part]', '/sitemap/0f.xml')
      .replace('[number]', '3')
      .replace('[kind]', 'update')
      .replace('/dumps/[file]', '/dumps/claims-2.csv')
      .replace('/log/[...path]', '/log/tile/0/x001/234.p/7')
      .replace(/\[[^\]]+\]/g, 'depot-raid-2'),
  )

test('every address that the application answers leads somewhere', () => {
  expect(routes.length).toBeGreaterThan(40)
  const lost = routes.filter(
    (route) =>
      readUrl(route === '/oembed' ? '/oembed?url=https://a.example/incidents/b' : route || '/').kind === 'nothing',
  )
  expect(lost).toEqual([])
})

test('what is for the desk, for signing in, for programs and for files is left alone', () => {
  const own = [
    '/desk',
    '/desk/x',
    '/signin',
    '/signin/x',
    '/api/trpc/a.b',
    '/api/auth/x',
    '/_next/static/x.js',
    '/healthz',
  ]
  for (const url of own) expect(readUrl(url)).toEqual({ kind: 'program' })
  expect(readUrl('/%64esk')).toEqual({ kind: 'page', url: '/%64esk' })
})

const url = (address: Address): string => (address.kind === 'page' ? address.url : address.kind)

test.each([
  ['/method?utm_source=x', '/method'],
  ['/?utm_source=x', '/'],
  ['/?q=&place=+', '/'],
  ['/uk?_rsc=1', '/uk'],
  ['/incidents/a?utm_source=x&utm_medium=y', '/incidents/a'],
  ['/incidents/%61', '/incidents/a'],
  ['/%69ncidents/a/%76/2?x', '/incidents/a/v/2'],
  ['/de/incidents/a/changes?x=1', '/de/incidents/a/changes'],
  ['/api/v1/incidents/a?v=2', '/api/v1/incidents/a?v=2'],
  ['/sitemap.xml?x', '/sitemap.xml'],
  ['/log/checkpoint?x', '/log/checkpoint'],
  ['/log/tile/0/0%300', '/log/tile/0/000'],
  // Of these there are any number, and each is somebody's question.
  ['/?q=depot', '/?q=depot'],
  ['/?q=&place=&party=a+b&level=&from=&utm_source=x', '/?party=a+b'],
  ['/uk?tag=a%20b&q=', '/uk?tag=a+b'],
  ['/?party=a&party=b', '/?party=a&party=b'],
  ['/feed.atom?party=a', '/feed.atom?party=a'],
  [`/corrections?cursor=${CURSOR}`, `/corrections?cursor=${CURSOR}`],
  ['/incidents/a/changes?before=3', '/incidents/a/changes?before=3'],
  // Where there is no slash too many, the program tells.
  ['/method/', '/method/'],
  ['/incidents//a', '/incidents//a'],
])('%s is kept, or asked for, as %s', (asked, kept) => {
  expect(url(readUrl(asked))).toBe(kept)
})

test.each([
  ['/x', '/-'],
  ['/uk/x?y', '/uk/-'],
  ['/fr', '/-'],
  ['/UK/method', '/-'],
  ['/Method', '/-'],
  ['/x/', '/-'],
  ['/incidents\\a', '/-'],
  ['/\\x/method', '/-'],
  ['/\\desk/healthz', '/-'],
  ['/..', '/-'],
  ['/../method', '/-'],
  ['/constructor', '/-'],
  ['/__proto__', '/-'],
  ['/en/method', '/-'],
  ['/uk/uk/method', '/uk/-'],
  [`/${'a'.repeat(5_000)}`, '/-'],
  ['/incidents%2Fa', '/-'],
  ['/incidents/%00', '/-'],
  ['/incidents/A', '/-'],
  ['/incidents/a--b', '/-'],
  ['/incidents/a/v/0', '/-'],
  ['/incidents/a/v/01', '/-'],
  ['/incidents/a/changes?before=x', '/-'],
  ['/incidents/a/changes?before=1&before=2', '/-'],
  ['/corrections/x', '/-'],
  ['/corrections?cursor=x', '/-'],
  ['/?cursor=x', '/-'],
  ['/_next/data/x/index.json', '/-'],
  ['/favicon.ico', '/-'],
  ['/wp-login.php', '/-'],
  ['/sitemap/xyz.xml', '/-'],
  ['/feed.atom?party=a&x=1', '/feed.atom?-'],
  ['/feed.rss?level=x', '/feed.rss?-'],
  ['/embed/x', '/embed/-'],
  ['/incidents/--/card.png', '/incidents/-/card.png'],
  ['/log/x', '/log/-'],
  ['/log/proof/01', '/log/-'],
  ['/dumps/x', '/dumps/-'],
  ['/dumps/claims-0.csv?x', '/dumps/publications-0.jsonl?-'],
  ['/api/x', '/api/-'],
  ['/api/v1/incidents/a?w=1', '/api/v1/incidents/-?-'],
  ['/api/v1/incidents/A', '/api/v1/incidents/-'],
  ['/api/v1/incidents?cursor=x', '/api/v1/incidents?cursor=-'],
  ['/oembed', '/oembed?-'],
  ['/oembed?url=x', '/oembed?url=-'],
])('%s is answered as %s', (asked, like) => {
  expect(readUrl(asked)).toEqual({ kind: 'nothing', like })
})

test('what an account, a version or an entry of the log has to be there for says so', () => {
  expect(readUrl('/uk/incidents/a/v/2')).toMatchObject({ needed: { slug: 'a', version: 2 }, like: '/uk/-' })
  expect(readUrl('/api/v1/incidents/a?v=3')).toMatchObject({ needed: { slug: 'a', version: 3 } })
  expect(readUrl('/oembed?url=https%3A%2F%2Fx.example%2Fincidents%2Fa')).toMatchObject({ needed: { slug: 'a' } })
  const isIn = (address: string, entries: number): boolean => {
    const read = readUrl(address)
    return read.kind === 'page' && read.needed !== undefined && 'isIn' in read.needed && read.needed.isIn(entries)
  }
  expect([7, 8].map((entries) => isIn('/log/proof/7', entries))).toEqual([false, true])
  expect([255, 256].map((entries) => isIn('/log/tile/0/000', entries))).toEqual([false, true])
  expect([1_000, 1_001].map((entries) => isIn('/dumps/claims-1.csv', entries))).toEqual([false, true])
  expect(isIn('/dumps/claims-0.csv', 0)).toBe(true)
})

test('ten thousand addresses by chance: none is kept under a spelling of its own', () => {
  const parts = [
    '/',
    'incidents',
    'a',
    'v',
    '1',
    '%61',
    'uk',
    'changes',
    '..',
    '?',
    'q=',
    'log',
    'method',
    '//',
    'A',
    '.',
    '&',
    'x',
  ]
  const kept = new Set<string>()
  let seed = 7
  const next = (): number => (seed = (seed * 48_271) % 2_147_483_647)
  for (let turn = 0; turn < 10_000; turn++) {
    const made = `/${Array.from({ length: next() % 9 }, () => parts[next() % parts.length]).join('')}`
    const read = readUrl(made)
    if (read.kind === 'page' && read.url !== made) kept.add(read.url)
    if (read.kind === 'nothing') kept.add(read.like)
  }
  expect(kept.size).toBeLessThan(60)
})
