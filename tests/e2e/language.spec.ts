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
      // Which languages a translated account is told of stands below; this one is in English alone.
      const isText = path === account
      expect(html).toMatch(new RegExp(`<link rel="canonical" href="https?://[^/"]+${isText ? path : address}"`))
      const alternates = [...html.matchAll(/<link rel="alternate" hrefLang="([^"]+)"/gi)].map(([, each]) => each)
      expect([address, alternates]).toEqual([
        address,
        isText ? ['en', 'x-default'] : ['en', 'uk', 'ru', 'de', 'ar', 'x-default'],
      ])
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
  // A number is on one line with the word before it, and a version's address can be copied from paper.
  expect(ukrainian).toMatch(/<span class="whitespace-nowrap">трава<sup/)
  expect(ukrainian).toContain(`${demoUrl()}/uk${account}/v/2</bdi>`)
  // Three of four ballots are alike, and nobody is told that all agree.
  expect(ukrainian).toContain('Якщо відкинути по 1 голосу з кожного краю, решта збігається.')
  expect(ukrainian).toContain('auf dem ein Ziegelschuppen neben einem Gleis zu sehen ist')
  const arabic = await html(`/ar${account}/v/1`)
  expect(arabic).toMatch(/<h1 lang="ar"[^>]*>حريق في مستودع ذخيرة/)
  // That there is a newer version is said once.
  expect(arabic.split('حلّ الإصدار 2 محلّه')).toHaveLength(2)
  const changes = await html(`/uk${account}/changes`)
  expect(changes).toMatch(/<h1 lang="uk"[^>]*>Пожежа на складі боєприпасів в Орвельську/)
  expect(changes).toMatch(/<del>поруч із першою <\/del>/)
  expect(await html('/uk')).toContain('боєприпаси</bdi>')
  for (const [path, word] of [
    [`/ar${account}`, `href="/ar${account}/v/1"`],
    [`/de${account}`, 'Eine Übersetzung in die Sprache dieser Seite gibt es nicht'],
    [account, `href="/uk${account}" hrefLang="uk"`],
    [`/de${account}/v/1`, `${demoUrl()}${account}/v/1/card.png`],
  ] as const) {
    const shown = await html(path)
    expect(shown).toMatch(/<h1 lang="en"[^>]*>Fire at an ammunition depot/)
    expect([path, shown.includes(word)]).toEqual([path, true])
  }
  const heads = async (path: string) =>
    [
      ...(await html(path)).matchAll(/<link rel="(?:canonical|alternate)"(?: hrefLang="([^"]+)")? href="([^"]+)"/gi),
    ].map(([, language = 'canonical', address = '']) => `${language} ${address.replace(demoUrl(), '')}`)
  const known = [`en ${account}`, `uk /uk${account}`, `x-default ${account}`]
  expect(await heads(account)).toEqual([`canonical ${account}`, ...known])
  expect(await heads(`/uk${account}`)).toEqual([`canonical /uk${account}`, ...known])
  expect(await heads(`/de${account}`)).toEqual([`canonical ${account}`, ...known])
})

test('where an account is listed, shared or framed in a language that it is translated into, it speaks that', async ({
  request,
}) => {
  const account = '/incidents/fire-at-an-ammunition-depot-in-orvelsk'
  const title = 'Пожежа на складі боєприпасів в Орвельську'
  const get = (path: string) => request.get(demoUrl() + path, { maxRedirects: 0 })
  for (const path of [
    '/uk',
    '/uk?q=Orvelsk',
    `/uk?place=${encodeURIComponent('Орвельськ')}`,
    `/uk?party=${encodeURIComponent('Легіон вільного Толмарку')}`,
    '/uk/feed.json',
    `/uk/embed${account}`,
  ]) {
    const shown = await (await get(path)).text()
    const seen = [path, shown.includes(title), shown.includes('Fire at an ammunition depot')]
    expect(seen).toEqual([path, true, false])
  }
  const [json = '', atom = '', rss = ''] = await Promise.all(
    ['json', 'atom', 'rss'].map(async (format) => (await get(`/uk/feed.${format}`)).text()),
  )
  expect(JSON.parse(json)).toHaveProperty('items.3', expect.objectContaining({ language: 'uk' }))
  expect(JSON.parse(json)).toHaveProperty('items.0', expect.objectContaining({ language: 'en' }))
  expect(atom).toMatch(/<feed xml:lang="uk" xmlns=/)
  expect(atom).toContain(`<title xml:lang="uk" type="html"><![CDATA[Виправлення: ${title}]]>`)
  expect(atom).toMatch(/<title xml:lang="en" type="html"><!\[CDATA\[A patrol boat/)
  expect(rss).toMatch(/<item>\s*<title><!\[CDATA\[A patrol boat[^]*?<dc:language>en<\/dc:language>\s*<\/item>/)
  const browse = /<section aria-label="[^"]*" class="[^"]*text-sm">[^]*?<\/section>/
  const ways = async (path: string) => browse.exec(await (await get(path)).text())?.[0] ?? ''
  // Asked for by its name, and called what the reader calls it.
  expect(await ways('/uk')).toMatch(/href="\/uk\?place=Orvelsk"[^>]*><bdi [^>]*>Орвельськ<\/bdi>/)
  expect(await ways('/uk')).toMatch(
    /href="\/uk\?party=Free\+Tolmark\+Legion"[^>]*><bdi [^>]*>Легіон вільного Толмарку</,
  )
  expect(await ways('/de')).toMatch(/href="\/de\?place=Orvelsk"[^>]*><bdi [^>]*>Orvelsk<\/bdi>/)
  const [asked, called] = ['Free+Tolmark+Legion', 'Легіон вільного Толмарку']
  const both = new RegExp(`name="party" value="Free Tolmark Legion"/><input[^>]* name="party" value="${called}"/>`)
  for (const question of [asked, `${asked}&party=${encodeURIComponent(called)}`]) {
    const narrowed = await (await get(`/uk?party=${question}`)).text()
    expect(narrowed).toMatch(new RegExp(`<title>[^<]+: ${called} · `))
    expect(narrowed).toMatch(both)
    expect(narrowed).toContain(`href="${demoUrl()}/uk/feed.atom?party=${asked}"`)
    expect(narrowed).toContain(title)
  }
  const other = await (await get(`/uk?party=${asked}&party=Nobody`)).text()
  expect(other).toMatch(/<title>[^<]+: Nobody · /)
  expect(other).not.toContain(title)
  expect(await (await get('/de')).text()).toContain('<span lang="en" dir="auto">Fire at an ammunition depot')
  const oembed = `/oembed?url=${encodeURIComponent(`${demoUrl()}/uk${account}`)}`
  const shared = (await (await get(oembed)).json()) as { title: string; thumbnail_url: string; html: string }
  expect(shared).toMatchObject({ title, thumbnail_url: `${demoUrl()}/uk${account}/card.png` })
  expect(shared.html).toContain(`src="${demoUrl()}/uk/embed${account}"`)
  const pictures = await Promise.all(
    [account, `/uk${account}`, `${account}/v/1`, `/ar${account}/v/1`].map(async (path) => {
      const answer = await get(`${path}/card.png`)
      expect([path, answer.status(), answer.headers()['content-type']]).toEqual([path, 200, 'image/png'])
      return (await answer.body()).toString('base64')
    }),
  )
  expect(new Set(pictures).size).toBe(pictures.length)
  // Not for good: it may be translated yet.
  for (const path of [`/de${account}/card.png`, `/de/embed${account}`]) {
    const answer = await get(path)
    const leads = (answer.headers().location ?? '').replace(demoUrl(), '')
    expect([answer.status(), leads]).toEqual([307, path.slice(3)])
  }
})
