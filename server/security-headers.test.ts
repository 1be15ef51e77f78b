import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js'
import { CspParser } from 'csp_evaluator/dist/parser.js'
import { describe, expect, test } from 'vitest'
import { contentPolicy, isPrivate, securityHeaders, zoneOf } from './security-headers'
import type { HeaderOptions } from './security-headers'

const production: HeaderOptions = { zone: 'public', nonce: 'abc', isDevelopment: false, isHttps: false }

describe('zones', () => {
  test.each([
    ['/', 'public', false],
    ['/incidents/x', 'public', false],
    ['/deskside', 'public', false],
    ['/desk', 'desk', true],
    ['/desk/team', 'desk', true],
    ['/signin', 'desk', true],
    ['/api/trpc/claim.add', 'api', true],
    ['/api/auth/session', 'api', true],
    ['/api/v1/incidents', 'api', false],
    ['/feed.atom', 'api', false],
    ['/feed.json', 'api', false],
    ['/uk/feed.json', 'api', false],
    ['/uk/data', 'public', false],
    ['/sitemap.xml', 'api', false],
    ['/sitemap/0a.xml', 'api', false],
    ['/robots.txt', 'api', false],
    ['/healthz', 'api', false],
    ['/incidents/feed.atom', 'public', false],
    ['/incidents/x/card.png', 'api', false],
    ['/oembed', 'api', false],
    ['/dumps/publications-0.jsonl', 'api', false],
    ['/dumps', 'public', false],
    ['/embed/incidents/x', 'embed', false],
    ['/embedded', 'public', false],
  ] as const)('%s is %s', (path, zone, isKeptPrivate) => {
    expect(zoneOf(path)).toBe(zone)
    expect(isPrivate(path)).toBe(isKeptPrivate)
  })
})

describe('content policy', () => {
  test('in production nothing is evaluated, and no inline script runs without the nonce', () => {
    for (const zone of ['public', 'desk'] as const) {
      const policy = contentPolicy({ ...production, zone })
      const scripts = { public: "script-src 'none';", desk: "script-src 'self' 'nonce-abc' 'strict-dynamic';" }
      expect(policy).toContain(scripts[zone])
      expect(policy).not.toContain('unsafe-eval')
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).toContain("base-uri 'none'")
    }
  })

  const faultsOf = (policy: string) =>
    new CspEvaluator(new CspParser(policy).csp).evaluate().map((fault) => fault.description)

  test.each(['public', 'embed', 'api'] as const)('Google’s evaluator finds nothing in that of %s', (zone) => {
    for (const isHttps of [false, true]) {
      const policy = contentPolicy({ ...production, zone, isHttps })
      expect(faultsOf(policy)).toEqual([])
      // And it does find what is there.
      expect(faultsOf(policy.replaceAll("'none'", "https: 'unsafe-inline'"))).not.toEqual([])
      expect(policy).not.toMatch(/unsafe|\*\.|https?:/)
    }
  })

  test('what is made for frames may stand in any, and does no more than another page', () => {
    const framed = contentPolicy({ ...production, zone: 'embed' })
    expect(framed).toContain('frame-ancestors *')
    expect(framed).toContain("form-action 'none'")
    const strip = (policy: string) => policy.replace(/(?:frame-ancestors|form-action) [^;]+; /g, '')
    expect(strip(framed)).toBe(strip(contentPolicy(production)))
    expect(securityHeaders('/embed/incidents/x', { ...production, zone: 'embed' })).toMatchObject({
      'Cross-Origin-Resource-Policy': 'cross-origin',
    })
  })

  test('a public page has no inline style of any kind', () => {
    expect(contentPolicy(production)).not.toContain('unsafe-inline')
  })

  test('the desk allows style attributes, and style elements by nonce alone', () => {
    const policy = contentPolicy({ ...production, zone: 'desk' })
    expect(policy).toContain("style-src-attr 'unsafe-inline'")
    expect(policy).toContain("style-src-elem 'self' 'nonce-abc';")
  })
})

describe('headers', () => {
  test('HSTS only when readers come by https', () => {
    expect(securityHeaders('/', production)).not.toHaveProperty('Strict-Transport-Security')
    expect(securityHeaders('/', { ...production, isHttps: true })).toHaveProperty('Strict-Transport-Security')
  })

  test('the desk is kept by no cache and tells no other site where one comes from', () => {
    const headers = securityHeaders('/desk', { ...production, zone: 'desk' })
    expect(headers['Cache-Control']).toBe('no-store')
    expect(headers['Referrer-Policy']).toBe('no-referrer')
    expect(securityHeaders('/', production)).not.toHaveProperty('Cache-Control')
  })
})
