import { expect, test } from '@playwright/test'
import { demoUrl } from '@/tests/harness/browser'

/** The built program with its stored pages: asked twice, so that the second answer is one that is kept. */
test('every language has its own address, and no other prefix has any', async ({ request }) => {
  const get = async (path: string) => {
    await request.get(demoUrl() + path)
    const answer = await request.get(demoUrl() + path, { maxRedirects: 0 })
    return { status: answer.status(), headers: answer.headers(), html: await answer.text() }
  }
  const front = await get('/')
  expect(front.headers['content-language']).toBe('en')
  const account = /href="(\/incidents\/[a-z0-9-]+)"/.exec(front.html)?.[1] ?? ''
  expect(account).not.toBe('')
  for (const [language, dir] of [
    ['uk', 'ltr'],
    ['ru', 'ltr'],
    ['de', 'ltr'],
    ['ar', 'rtl'],
  ] as const)
    for (const path of ['/', '/method', account]) {
      const address = `/${language}${path === '/' ? '' : path}`
      const { status, headers, html } = await get(address)
      expect([address, status, headers['content-language']]).toEqual([address, 200, language])
      expect(html).toContain(`<html lang="${language}" dir="${dir}"`)
      expect(html).toMatch(new RegExp(`<link rel="canonical" href="[^"]+${address}"`))
      expect(html).toMatch(/<link rel="alternate" hrefLang="x-default"/i)
      expect(html).not.toMatch(/href="\/(?:corrections|method|incidents\/[^"]+)"(?! hrefLang)/)
      expect(html).not.toContain('"@type":"ClaimReview"')
    }
  for (const junk of ['/fr', '/en', '/uk/desk', '/uk/api/v1/incidents', '/uk/uk', '/fr/method'])
    expect([junk, (await get(junk)).status]).toEqual([junk, 404])
  expect((await get('/ar/incidents/nothing-of-this-kind')).html).toContain('<html lang="ar" dir="rtl">')
})
