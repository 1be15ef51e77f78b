import { expect, test as base } from '@playwright/test'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { demoPassword, demoUrl, expectFits, listen, signIn } from '@/tests/harness/browser'
import { expectAccessible } from './access'
import { dragOver, passageForm, visit } from './screen'

/** Every screen of the demo newsroom, which has an incident in each stage. It is only looked at. */
const LEAD = 'mara@demo.example'
const VOTER = 'tomas@demo.example'

const TITLES = {
  new: 'Footbridge at Lower Massel hit',
  voting: 'Two nurses said to be held in Nerrin',
  inReview: 'Market hall in Dorn Harbour burns',
  retracted: 'Ferry Anselm reported sunk off Cape Verrin',
  published: 'Fire at an ammunition depot in Orvelsk',
} as const
type Stage = keyof typeof TITLES

/** Published too: disputed, about when, and partly from a confidential source. */
const DISPUTED = 'A patrol boat and the trawler Halcyon collide in the Sound of Merre'

/** What is looked at: somebody signed in, and the addresses of what the demo has. */
interface Newsroom {
  desk: BrowserContext
  workspaces: Record<Stage, string>
  accounts: Record<'published' | 'retracted' | 'disputed', string>
}

async function enter(browser: Browser, email: string): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: demoUrl() })
  const page = await context.newPage()
  await signIn(page, demoUrl(), email, demoPassword)
  await page.close()
  return context
}

async function pathOf(page: Page, title: string): Promise<string> {
  const href = await page.getByRole('link', { name: title, exact: true }).last().getAttribute('href')
  return new URL(href ?? '', demoUrl()).pathname
}

async function findNewsroom(browser: Browser): Promise<Newsroom> {
  const desk = await enter(browser, LEAD)
  const page = await desk.newPage()
  await page.goto('/desk')
  const workspaces = {} as Newsroom['workspaces']
  for (const stage of Object.keys(TITLES) as Stage[]) workspaces[stage] = await pathOf(page, TITLES[stage])
  await page.goto('/')
  const published = await pathOf(page, TITLES.published)
  const retracted = await pathOf(page, TITLES.retracted)
  const disputed = await pathOf(page, DISPUTED)
  await page.close()
  return { desk, workspaces, accounts: { published, retracted, disputed } }
}

// A worker's, not a hook's: a file with hooks is shared out in as many pieces as there are workers, and one of them is last.
const test = base.extend<object, { newsroom: Newsroom }>({
  newsroom: [
    async ({ browser }, use) => {
      const newsroom = await findNewsroom(browser)
      await use(newsroom)
      await newsroom.desk.close()
    },
    { scope: 'worker' },
  ],
})

// They share nothing but what they look at, so both workers can take them.
test.describe.configure({ mode: 'parallel' })

/** Opens a page, does something there, and looks at it; nothing may have gone wrong unseen. */
async function look(
  context: BrowserContext,
  path: string,
  act?: (page: Page) => Promise<void>,
  widths?: readonly number[],
): Promise<void> {
  const page = await context.newPage()
  const said = listen(page)
  await visit(page, path)
  await act?.(page)
  await expectAccessible(page, widths)
  expect(said).toEqual([])
  await page.close()
}

/** Opens whatever is folded away, and waits for what that loads. */
async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const folded of document.querySelectorAll<HTMLDetailsElement>('main details')) folded.open = true
  })
  await expect(page.getByRole('progressbar')).toHaveCount(0)
}

const lists: Readonly<Record<string, string>> = {
  home: '/',
  'search that finds nothing': '/?q=nothing-of-this-kind',
  'home from right to left': '/ar',
  corrections: '/corrections',
  method: '/method',
  log: '/log',
  data: '/data',
}

const versions: Readonly<Record<string, (accounts: Newsroom['accounts']) => string>> = {
  account: ({ published }) => published,
  'superseded version': ({ published }) => `${published}/v/1`,
  changes: ({ published }) => `${published}/changes`,
  'account from right to left': ({ published }) => `/ar${published}`,
  'retracted account': ({ retracted }) => retracted,
  'disputed account from right to left': ({ disputed }) => `/ar${disputed}`,
  'account in a frame': ({ published }) => `/embed${published}`,
  'version before the retraction': ({ retracted }) => `${retracted}/v/1`,
}

const waysIn: Readonly<Record<string, string>> = {
  'sign-in': '/signin',
  'used link': '/signin/first?token=used',
  'unknown invitation': '/signin/invitation?token=unknown',
}

/** Nothing in it is ever run, so that what is seen here is what anybody sees. */
async function expectDocument(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  const headings = await page
    .locator('h1, h2, h3, h4, h5, h6')
    .evaluateAll((all) => all.filter((each) => each.checkVisibility()).map(({ tagName }) => Number(tagName.slice(1))))
  const skipped = headings.filter((level, at) => level > (headings[at - 1] ?? 0) + 1)
  expect(skipped, headings.join(' ')).toEqual([])
  expect(await page.locator('script:not([type="application/ld+json"])').count()).toBe(0)
}

/** A reader who goes by headings meets the finding and the summary first, and the summary's own headings within it. */
async function expectAccount(page: Page): Promise<void> {
  await expectDocument(page)
  const firsts = await page.locator('article.account').locator('h2, h3').allInnerTexts()
  expect(firsts.slice(0, 3).map((each) => each.toLowerCase())).toEqual([
    'the central claim',
    'summary',
    'one depot, not two',
  ])
  await expect(page.getByRole('heading', { level: 3, name: 'One depot, not two' })).toBeVisible()
}

/** The headline of an account in another language begins where the lines of the page do. */
async function expectAtRight(page: Page): Promise<void> {
  await expectDocument(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveCSS('text-align', 'right')
}

const LOOKED_AT: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  account: expectAccount,
  'account from right to left': expectAtRight,
}

const documents = {
  ...versions,
  ...Object.fromEntries(Object.entries(lists).map(([name, path]) => [name, () => path])),
}

// One each: several in one test would keep one worker when the other has nothing left.
for (const [name, path] of Object.entries(documents))
  test(`the public ${name} is a document`, async ({ browser, newsroom }) => {
    const context = await browser.newContext({ baseURL: demoUrl() })
    await look(context, path(newsroom.accounts), LOOKED_AT[name] ?? expectDocument)
    await context.close()
  })

test('the ways in, and without scripts', async ({ browser }) => {
  test.setTimeout(120_000)
  const context = await browser.newContext({ baseURL: demoUrl() })
  for (const [name, path] of Object.entries(waysIn)) await test.step(name, () => look(context, path))
  await context.close()
  for (const width of [390, 1440]) {
    const viewport = { width, height: 844 }
    const bare = await browser.newContext({ baseURL: demoUrl(), javaScriptEnabled: false, viewport })
    const page = await bare.newPage()
    for (const [name, path] of Object.entries(waysIn)) {
      await test.step(`${name} at ${width}`, async () => {
        await page.goto(path)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expectFits(page)
      })
    }
    await bare.close()
  }
})

test('on a phone what a narrowed list found is within sight, and so is what it is narrowed by', async ({ browser }) => {
  const phone = { baseURL: demoUrl(), javaScriptEnabled: false, viewport: { width: 390, height: 844 } }
  const context = await browser.newContext(phone)
  const page = await context.newPage()
  await page.goto('/?level=established')
  await expect(page.getByRole('heading', { name: TITLES.published })).toBeInViewport()
  await expect(page.getByRole('list', { name: 'Narrowed to' }).getByText('Established')).toBeInViewport()
  await context.close()
})

test('an address that leads nowhere', async ({ browser, newsroom: { desk } }) => {
  for (const context of [await browser.newContext({ baseURL: demoUrl() }), desk]) {
    const page = await context.newPage()
    const response = await page.goto('/incidents/no-such-account')
    expect(response?.status()).toBe(404)
    await expectAccessible(page)
    await page.goto('/desk/incidents/00000000-0000-4000-8000-000000000000')
    await expectAccessible(page)
    await page.close()
  }
})

test('desk home, a new incident, reviews and my account', async ({ newsroom: { desk } }) => {
  test.setTimeout(120_000)
  for (const path of ['/desk', '/desk/incidents/new', '/desk/reviews', '/desk/account']) {
    await test.step(path, () => look(desk, path))
  }
})

test('team pages', async ({ newsroom: { desk } }) => {
  test.setTimeout(120_000)
  for (const path of ['', '/settings', '/outlets', '/parties', '/places', '/history']) {
    await test.step(path, () => look(desk, `/desk/team${path}`))
  }
})

/** What looks the same in every stage is looked at with little in it, and with much. */
const FULL: ReadonlySet<Stage> = new Set(['new', 'published'])

for (const stage of Object.keys(TITLES) as Stage[]) {
  test(`the workspace of an incident: ${stage}`, async ({ newsroom: { desk, workspaces } }) => {
    test.setTimeout(120_000)
    for (const part of FULL.has(stage) ? ['claims', 'sources', 'summary'] : ['claims', 'summary']) {
      // The three stand side by side where there is room, and one at a time where there is not.
      const widths = part === 'claims' ? [390, 1440] : [390]
      await test.step(part, () => look(desk, `${workspaces[stage]}?part=${part}`, unfold, widths))
    }
    if (FULL.has(stage)) await test.step('history', () => look(desk, `${workspaces[stage]}/history`))
  })
}

test('a source, its whole page, and the form on a passage', async ({ newsroom: { desk, workspaces } }) => {
  test.setTimeout(120_000)
  const page = await desk.newPage()
  const said = listen(page)
  await visit(page, `${workspaces.published}?part=sources`)
  const source = page.locator('#part-sources ol').getByRole('link').first()
  await source.click()
  const text = page.getByRole('group', { name: 'Captured text' })
  await expect(text).toBeVisible()
  await expectAccessible(page)
  const words = (await text.locator('p > span').first().innerText()).trim().split(' ').slice(0, 4).join(' ')
  await dragOver(page, words)
  await expectAccessible(page, [1440])
  await page.getByRole('button', { name: 'Use as evidence' }).click()
  await expect(passageForm(page)).toBeVisible()
  await expectAccessible(page, [1440])
  await page.keyboard.press('Escape')
  await visit(page, (await page.getByRole('link', { name: 'Whole page' }).getAttribute('href')) ?? '')
  await expect(text).toBeVisible()
  await expectAccessible(page)
  expect(said).toEqual([])
  await page.close()
})

test('dialogs of the workspace', async ({ newsroom: { desk, workspaces } }) => {
  test.setTimeout(120_000)
  const page = await desk.newPage()
  const said = listen(page)
  await visit(page, workspaces.new)
  const entries = [
    'Edit title, time, place, parties, tags…',
    'Sides…',
    'Related incidents…',
    'Public address…',
    'Close…',
  ]
  for (const entry of entries) {
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.getByRole('button', { name: 'Incident', exact: true }).click()
    await page.getByRole('menuitem', { name: entry }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await test.step(entry, () => expectAccessible(page))
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
  await page.setViewportSize({ width: 1440, height: 900 })
  for (const name of ['Add a source', 'From the desk']) {
    await page.getByRole('button', { name }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await test.step(name, () => expectAccessible(page, [1440]))
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
  expect(said).toEqual([])
  await page.close()
})

test('a translation beside its original, far from the server', async ({ browser, newsroom: { desk, workspaces } }) => {
  const page = await desk.newPage()
  await visit(page, `${workspaces.published}?part=summary`)
  await unfold(page)
  const translations = page.getByRole('region', { name: 'Translations' })
  const path = await translations.getByRole('link', { name: 'Version 2' }).getAttribute('href')
  await page.close()
  // What the server writes by its own clock, time zone or language, and the browser by another, React says on the console.
  const away = { timezoneId: 'Pacific/Kiritimati', locale: 'ar-EG' }
  const context = await browser.newContext({ baseURL: demoUrl(), storageState: await desk.storageState(), ...away })
  await look(context, path ?? '', async (own) => {
    await expect(own.getByRole('heading', { name: /Ukrainian/ })).toBeVisible()
  })
  await context.close()
})

test('ballots, and the page that a reviewer sees', async ({ browser, newsroom: { desk } }) => {
  test.setTimeout(120_000)
  const voter = await enter(browser, VOTER)
  await look(voter, '/desk')
  await look(voter, '/desk/ballots', async (page) => {
    await expect(page.getByRole('radio', { name: 'Probably true' })).toBeVisible()
  })
  await voter.close()
  const page = await desk.newPage()
  await page.goto('/desk/reviews?which=all')
  const path = await page.getByRole('link', { name: TITLES.inReview }).getAttribute('href')
  await page.close()
  await look(desk, path ?? '')
})
