import { expect, test } from '@playwright/test'
import type { BrowserContext, Page } from '@playwright/test'
import { demoPassword, demoUrl, signIn } from '@/tests/harness/browser'
import { expectAccessible } from './access'
import { visit } from './screen'

/** What is the same on every screen of the desk: its keys, and the sign that one is on the way. */
const INCIDENT = 'Footbridge at Lower Massel hit'

let context: BrowserContext
let page: Page

test.beforeEach(async ({ browser }) => {
  context = await browser.newContext({ baseURL: demoUrl(), viewport: { width: 1440, height: 900 } })
  page = await context.newPage()
  await signIn(page, demoUrl(), 'noor@demo.example', demoPassword)
})

test.afterEach(() => context.close())

const theKeys = () => page.getByRole('dialog', { name: 'Keys' })
const searchBox = () => page.getByRole('searchbox', { name: 'Search the desk' })

test('the keys / and ? answer on every screen of the desk, in any layout, on a narrow one too', async () => {
  test.setTimeout(120_000)
  const [help, box] = [theKeys(), searchBox()]
  await page.getByRole('link', { name: INCIDENT, exact: true }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: INCIDENT })).toBeVisible()
  const workspace = new URL(page.url()).pathname
  for (const path of ['/desk/ballots', '/desk/search', '/desk/incidents/new', `${workspace}/connections`, workspace]) {
    await visit(page, path)
    await page.keyboard.press('?')
    await expect(help, path).toBeVisible()
    if (path === '/desk/ballots') await expectAccessible(page, [1440])
    // Of what is open over the page it is the keys that count, and a / is none of them.
    await page.keyboard.press('/')
    await expect(help).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(help).toBeHidden()
    await page.keyboard.press('/')
    await expect(box, path).toBeFocused()
    await page.keyboard.press('/')
    await expect(box).toHaveValue('/')
  }

  // As an Arabic keyboard has it, and where the search is a page of its own.
  await page.setViewportSize({ width: 390, height: 844 })
  await visit(page, workspace)
  await page.evaluate(() =>
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ظ', code: 'Slash', bubbles: true })),
  )
  await expect(page).toHaveURL('/desk/search')
  await expect(box).toBeFocused()
})

test('keys pressed alone are silent once they are switched off', async () => {
  test.setTimeout(120_000)
  const help = theKeys()
  await page.getByRole('button', { name: 'Noor' }).click()
  await page.getByRole('menuitem', { name: 'Keys' }).click()
  await help.getByRole('checkbox', { name: 'Keys that are pressed alone' }).uncheck({ force: true })
  await expect(help.getByText('Search the desk')).toBeHidden()
  await page.keyboard.press('Escape')
  await visit(page, '/desk')
  await page.keyboard.press('?')
  await page.keyboard.press('/')
  await page.getByRole('button', { name: 'Noor' }).click()
  await page.getByRole('menuitem', { name: 'Keys' }).click()
  await expect(help).toHaveCount(1)
  await expect(page).toHaveURL('/desk')
  await help.getByRole('checkbox', { name: 'Keys that are pressed alone' }).check({ force: true })
  await page.keyboard.press('Escape')
  await expect(help).toBeHidden()
  await page.keyboard.press('/')
  await expect(searchBox()).toBeFocused()
})

test('on the way to another page of the desk, a line says so until it is there', async () => {
  await visit(page, '/desk')
  let answer = (): void => undefined
  const answered = new Promise<void>((resolve) => {
    answer = resolve
  })
  await page.route(/[?&]_rsc=/, async (route) => {
    await answered
    await route.continue()
  })
  const line = page.getByRole('progressbar', { name: 'Loading the page' })
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Team' }).click()
  await expect(line).toBeVisible()
  answer()
  await expect(page.getByRole('heading', { name: 'Team', level: 1 })).toBeVisible()
  await expect(line).toBeHidden()
  await page.unrouteAll()
})

test('an address of the desk that leads nowhere leaves one on the desk', async () => {
  const answer = await page.goto('/desk/incident/mistyped')
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible()
  await page.getByRole('link', { name: 'To the desk' }).click()
  await expect(page.getByRole('heading', { name: 'What waits for you' })).toBeVisible()
})
