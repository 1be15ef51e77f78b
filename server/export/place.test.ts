import { expect, test } from 'vitest'
import { fileOf, wayTo } from './place'

test.each([
  ['/', 'index.html'],
  ['/method', 'method/index.html'],
  ['/uk', 'uk/index.html'],
  ['/incidents/a-fire', 'incidents/a-fire/index.html'],
  ['/incidents/a-fire/v/2', 'incidents/a-fire/v/2/index.html'],
  ['/incidents/a-fire/card.png', 'incidents/a-fire/card.png'],
  ['/api/v1/incidents', 'api/v1/incidents.json'],
  ['/api/v1/incidents/a-fire', 'api/v1/incidents/a-fire.json'],
  ['/api/v1/incidents/a-fire?v=2', 'api/v1/incidents/a-fire/v/2.json'],
  ['/api/v1/openapi.json', 'api/v1/openapi.json'],
  ['/log', 'log/index.html'],
  ['/log/tile/0/x001/234.p/7', 'log/tile/0/x001/234.p/7'],
  ['/_next/static/chunks/a.css', 'assets/chunks/a.css'],
  ['/icon.svg?icon.0a1b.svg', 'icon.svg'],
  ['/?q=&cursor=', 'index.html'],
])('%s is in %s', (address, file) => expect(fileOf(address)).toBe(file))

test.each([
  '/desk',
  '/desk/team',
  '/signin',
  '/api/trpc/team.show',
  '/healthz',
  '/oembed?url=x',
  '/?q=depot',
  '/?from=2024-01-01',
  '/?party=a&tag=b',
  '/?tag=a&tag=b',
  '/_next/image',
  '/../etc/passwd',
  '/.env',
  '/a//b',
  '/%2e%2e/x',
])('%s is in none', (address) => expect(fileOf(address)).toBeNull())

test('a list that is narrowed or goes on has one place, however it is spelled', () => {
  const [file] = [fileOf('/uk?party=Coast+Guard&cursor=1~a')]
  expect(file).toMatch(/^uk\/q\/[0-9a-f]{16}\/index\.html$/)
  expect(fileOf('/uk?cursor=1%7Ea&party=Coast%20Guard&tag=')).toBe(file)
  expect(fileOf('/uk?party=Coast+Guards&cursor=1~a')).not.toBe(file)
  expect(fileOf('/feed.atom?tag=a')).toMatch(/^q\/[0-9a-f]{16}\/feed\.atom$/)
})

test('one file leads to another wherever the copy stands', () => {
  expect(wayTo('incidents/a/v/1/index.html', 'assets/a.css')).toBe('../../../../assets/a.css')
  expect(wayTo('index.html', 'log/index.html')).toBe('log/index.html')
})
