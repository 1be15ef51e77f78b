import { expect, test } from '@playwright/test'
import type { BrowserContext, Page } from '@playwright/test'
import { demoPassword, demoUrl, signIn } from '@/tests/harness/browser'

/** How the desk treats who types in it. Nothing is saved: other files read the same newsroom. */
const ME = 'noor@demo.example'
const INCIDENT = 'Footbridge at Lower Massel hit'
const IN_REVIEW = 'Market hall in Dorn Harbour burns'

let context: BrowserContext
let page: Page

test.beforeEach(async ({ browser }) => {
  context = await browser.newContext({ baseURL: demoUrl(), viewport: { width: 1440, height: 900 } })
  page = await context.newPage()
  await signIn(page, demoUrl(), ME, demoPassword)
})

test.afterEach(() => context.close())

const edit = async () => {
  await page.getByRole('button', { name: 'Incident', exact: true }).click()
  await page.getByRole('menuitem', { name: /^Edit title/ }).click()
  return page.getByRole('dialog', { name: 'Edit the incident' })
}

test('the first wrong field takes the focus, and says what is wrong', async () => {
  await page.goto('/desk/incidents/new')
  await page.getByLabel('When it happened').fill('31 February 2024')
  await page.getByRole('button', { name: 'Begin the incident' }).click()
  const title = page.getByRole('textbox', { name: 'Title' })
  await expect(title).toBeFocused()
  await expect(title).toHaveAccessibleDescription(/The title is needed/)
  await title.fill('Depot \u202egnp.exe')
  await page.getByRole('button', { name: 'Begin the incident' }).click()
  await expect(title).toHaveAccessibleDescription(/turn the direction of text around/)
  await expect(page.getByLabel('When it happened')).toHaveValue('31 February 2024')
})

test('what is typed into an edit is there after Escape, a new load, and the end of the session', async () => {
  await page.getByRole('link', { name: INCIDENT, exact: true }).first().click()
  const typed = 'A footbridge, or two'
  await (await edit()).getByLabel('Title').fill(typed)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.reload()
  const form = await edit()
  await expect(form.getByLabel('Title')).toHaveValue(typed)

  await context.clearCookies()
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form.getByText('You are not signed in any more.')).toBeVisible()
  await expect(form.getByLabel('Title')).toHaveValue(typed)
  await form.getByRole('button', { name: 'Discard' }).click()
  await expect(form).toBeHidden()
})

test('a reviewer’s comment is there after a new load', async () => {
  await context.clearCookies()
  await signIn(page, demoUrl(), 'ilya@demo.example', demoPassword)
  await page.goto('/desk/reviews')
  await page.getByRole('link', { name: IN_REVIEW, exact: true }).click()
  const comment = page.getByRole('textbox', { name: 'Comment' })
  await page.getByRole('button', { name: 'Ask for changes' }).click()
  await expect(comment).toBeFocused()
  await comment.fill('The second fire is not in the passage.')
  await page.reload()
  await expect(comment).toHaveValue('The second fire is not in the passage.')
})

test('on a phone the incidents are within sight, and the filters behind a button', async () => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/desk')
  const header = await page.locator('header').first().boundingBox()
  expect(header?.height).toBeLessThan(100)
  await expect(page.getByLabel('Status')).toBeHidden()
  await page.getByRole('button', { name: 'Filters' }).click()
  await page.getByLabel('Status').selectOption('published')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(page).toHaveURL(/status=published/)
  await expect(page.getByRole('link', { name: INCIDENT })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Filters (1)' })).toBeVisible()
})
