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
    for (const path of ['/', '/method', '/data', account, `${account}/changes`]) {
      const address = `/${language}${path === '/' ? '' : path}`
      const { status, headers, html } = await get(address)
      expect([address, status, headers['content-language']]).toEqual([address, 200, language])
      expect(html).toContain(`<html lang="${language}" dir="${dir}"`)
      expect(html).toMatch(new RegExp(`<link rel="canonical" href="[^"]+${address}"`))
      expect(html).toMatch(/<link rel="alternate" hrefLang="x-default"/i)
      expect(html).not.toMatch(/href="\/(?:corrections|method|data|feed\.atom|incidents\/[^"]+)"(?! hrefLang)/)
      expect(html).not.toContain('"@type":"ClaimReview"')
    }
  const feed = await get('/uk/feed.atom')
  expect([feed.status, feed.headers['content-language']]).toEqual([200, 'uk'])
  expect(feed.html).toMatch(/<subtitle>[^<]*\p{Script=Cyrillic}/u)
  for (const junk of ['/fr', '/en', '/uk/desk', '/uk/api/v1/incidents', '/uk/uk', '/fr/method'])
    expect([junk, (await get(junk)).status]).toEqual([junk, 404])
  expect((await get('/ar/incidents/nothing-of-this-kind')).html).toContain('<html lang="ar" dir="rtl">')
})

test('an account is read in the language it was translated into, at its own address, and says what it translates', async ({
  request,
}) => {
  const html = async (path: string) => (await request.get(demoUrl() + path)).text()
  const account = '/incidents/fire-at-an-ammunition-depot-in-orvelsk'
  const ukrainian = await html(`/uk${account}`)
  expect(ukrainian).toMatch(/<h1 lang="uk"[^>]*>Пожежа на складі боєприпасів в Орвельську/)
  expect(ukrainian).toContain('Це переклад версії 2')
  expect(ukrainian).toContain('auf dem ein Ziegelschuppen neben einem Gleis zu sehen ist')
  const arabic = await html(`/ar${account}/v/1`)
  expect(arabic).toMatch(/<h1 lang="ar"[^>]*>حريق في مستودع ذخيرة/)
  expect(arabic).toContain('صُحِّح التقرير منذ ذلك الحين')
  for (const [path, word] of [
    [`/ar${account}`, `href="/ar${account}/v/1"`],
    [`/de${account}`, 'Sie ist nicht übersetzt'],
    [account, `href="/uk${account}" hrefLang="uk"`],
  ] as const) {
    const shown = await html(path)
    expect(shown).toMatch(/<h1 lang="en"[^>]*>Fire at an ammunition depot/)
    expect([path, shown.includes(word)]).toEqual([path, true])
  }
})
