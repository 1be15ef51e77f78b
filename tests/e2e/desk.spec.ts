import { expect, test } from '@playwright/test'
import type { BrowserContext, Page } from '@playwright/test'
import { demoPassword, demoUrl, signIn } from '@/tests/harness/browser'
import { choose, dragOver, openSource, passageForm, useAsEvidence, visit } from './screen'

/** How the desk treats who types in it. What is saved is of an incident of this file's own: others read the same newsroom. */
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

const edit = async (on: Page = page) => {
  await on.getByRole('button', { name: 'Incident', exact: true }).click()
  await on.getByRole('menuitem', { name: /^Edit title/ }).click()
  return on.getByRole('dialog', { name: 'Edit the incident' })
}

test('the first wrong field takes the focus, and says what is wrong', async () => {
  await page.goto('/desk/incidents/new')
  await page.getByLabel('When it happened').fill('31 February 2024')
  await page.getByRole('button', { name: 'Begin the incident' }).click()
  const title = page.getByRole('textbox', { name: 'Title' })
  await expect(title).toBeFocused()
  await expect(title).toHaveAccessibleDescription(/The title is needed/)
  await title.fill('Depot \u202egnp.exe')
  await expect(title).not.toHaveAccessibleDescription(/The title is needed/)
  await expect(page.getByLabel('When it happened')).toHaveAccessibleDescription(/no 31 February 2024/)
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
  await (await edit()).getByRole('textbox', { name: 'Tags' }).fill('half a ta')
  await page.reload()
  const form = await edit()
  await expect(form.getByLabel('Title')).toHaveValue(typed)
  await expect(form.getByRole('textbox', { name: 'Tags' })).toHaveValue('half a ta')

  await context.clearCookies()
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form.getByText('You are not signed in any more.')).toBeVisible()
  await expect(form.getByLabel('Title')).toHaveValue(typed)
  await form.getByRole('button', { name: 'Discard' }).click()
  await expect(form).toBeHidden()
})

test('two who change the same see both versions, and the later one goes over the other knowingly', async ({
  browser,
}) => {
  await page.goto('/desk/incidents/new')
  await page.getByLabel('Title').fill('Two at one desk')
  await choose(page, /Kind$/, 'Explosion')
  await page.getByRole('button', { name: 'Begin the incident' }).click()
  await expect(page.getByRole('heading', { name: 'Two at one desk', level: 1 })).toBeVisible()
  const form = await edit()
  await form.getByLabel('Title').fill('As Noor has it')

  const another = await browser.newContext({ baseURL: demoUrl(), viewport: { width: 1440, height: 900 } })
  const other = await another.newPage()
  await signIn(other, demoUrl(), 'ilya@demo.example', demoPassword)
  await visit(other, new URL(page.url()).pathname)
  const theirs = await edit(other)
  await theirs.getByLabel('Title').fill('As Ilya has it')
  await theirs.getByRole('button', { name: 'Save' }).click()
  await expect(theirs).toBeHidden()
  await another.close()

  await form.getByRole('button', { name: 'Save' }).click()
  const both = form.getByRole('row', { name: /^Title/ })
  await expect(both).toContainText('As Noor has it')
  await expect(both).toContainText('As Ilya has it')
  await expect(form.getByLabel('Title')).toHaveValue('As Noor has it')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form).toBeHidden()
  await expect(page.getByRole('heading', { name: 'As Noor has it', level: 1 })).toBeVisible()
})

test('what was begun about a passage is there after the tab was closed', async () => {
  await page.getByRole('link', { name: INCIDENT, exact: true }).first().click()
  await openSource(page, 'Footbridge at Lower Massel closed after night of shelling')
  await dragOver(page, 'A shell struck its northern pier in the night')
  const form = await useAsEvidence(page)
  await choose(form, /^.*Origin: where/, 'Another one…')
  await form.getByLabel('How it came out').fill('by telephone')
  const address = page.url()
  await page.close()

  page = await context.newPage()
  await visit(page, address)
  await page.getByRole('button', { name: 'Go on with “A shell struck its northern pier in the night”' }).click()
  await expect(passageForm(page).getByLabel('How it came out')).toHaveValue('by telephone')
  await passageForm(page).getByRole('button', { name: 'Discard' }).click()
  await expect(page.getByRole('group', { name: 'Captured text' })).toBeFocused()
  await expect(page.getByText('A passage you began')).toBeHidden()

  // A long text is no state of its form: it goes from the field itself.
  const add = page.getByRole('dialog', { name: 'Add a source' })
  const open = () => page.getByRole('button', { name: 'Add a source' }).first().click()
  await page.getByRole('link', { name: 'All sources' }).click()
  await open()
  await add.getByLabel('Text', { exact: true }).fill('Half of a page')
  await page.keyboard.press('Escape')
  await open()
  await expect(add.getByLabel('Text', { exact: true })).toHaveValue('Half of a page')
  await add.getByRole('button', { name: 'Discard' }).click()
  await expect(add).toBeHidden()
  await open()
  await expect(add.getByLabel('Text', { exact: true })).toHaveValue('')
})

test('what is typed outlives its dialog, a new load and the end of a session, is its writer’s alone, and goes when discarded or with signing out', async () => {
  // Its author has nothing to review: the link leads to the workspace.
  await page.getByRole('link', { name: IN_REVIEW, exact: true }).first().click()
  const reason = page.getByRole('dialog').getByRole('textbox', { name: /^Reason/ })
  const ask = () => page.getByRole('button', { name: 'Withdraw…', exact: true }).click()
  await ask()
  await reason.fill('The second fire is not in it.')
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Withdraw', exact: true })).toBeVisible()
  await page.getByRole('dialog').locator('form').getByRole('button', { name: 'Close' }).click()
  await page.reload()
  await ask()
  await expect(reason).toHaveValue('The second fire is not in it.')
  await reason.focus()
  for (const key of ['Tab', 'Tab', 'Tab', 'Enter']) await page.keyboard.press(key)
  await expect(page.getByRole('button', { name: 'Withdraw…', exact: true })).toBeFocused()
  await ask()
  await expect(reason).toHaveValue('')
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Discard' })).toBeHidden()
  await page.keyboard.press('Escape')
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
  await ask()
  await expect(reason).toHaveValue('The second fire is not in it.')
  await page.keyboard.press('Escape')
  const party = async () => {
    await visit(page, '/desk/team/parties')
    await page.getByRole('button', { name: 'New party' }).click()
    return page.getByRole('dialog').getByRole('textbox', { name: /^Name/ })
  }
  await (await party()).fill('Harbour watch of Dorn')

  await context.clearCookies()
  await signIn(page, demoUrl(), 'ilya@demo.example', demoPassword)
  await expect(await party()).toHaveValue('')
  await page.goto('/desk/reviews')
  await page.getByRole('link', { name: IN_REVIEW, exact: true }).click()
  const comment = page.getByRole('textbox', { name: 'Comment' })
  await page.getByRole('button', { name: 'Ask for changes' }).click()
  await expect(comment).toBeFocused()
  await comment.fill('The second fire is not in the passage.')
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect(comment).toHaveValue('')
  await expect(page.getByRole('button', { name: 'Ask for changes' })).toBeFocused()
  await comment.fill('The second fire is not in the passage.')
  await page.reload()
  await expect(comment).toHaveValue('The second fire is not in the passage.')

  await page.getByRole('button', { name: 'Ilya' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  const lost = page.getByRole('alertdialog')
  await expect(lost.getByRole('listitem')).toHaveText(
    /^A comment on a review.*“The second fire is not in the passage.”$/,
  )
  await lost.getByRole('button', { name: 'Sign out and lose it' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  const kept = await page.evaluate(() => JSON.stringify(window.localStorage))
  expect(kept).not.toContain('The second fire is not in the passage.')

  await signIn(page, demoUrl(), ME, demoPassword)
  await expect(await party()).toHaveValue('Harbour watch of Dorn')
})

test('a party is offered as new only once the search for its name has come back', async () => {
  await visit(page, '/desk/incidents/new')
  let answer: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    answer = resolve
  })
  await page.route(/party\.search.*Krol/, async (route) => {
    await held
    await route.continue()
  })
  const asked = page.waitForRequest(/party\.search.*Krol/)
  const box = page.getByRole('combobox', { name: 'Parties' })
  const offer = page.getByRole('option', { name: 'New party “Edda Krol”…' })
  await box.click()
  await box.fill('Edda Krol')
  await expect(offer).toHaveCount(0)
  await asked
  await expect(offer).toHaveCount(0)
  answer()
  await expect(page.getByRole('option', { name: /^Edda Kroll/ })).toBeVisible()
  await expect(offer).toBeVisible()
})

test('what is pressed in a list stays under the mouse while the answer comes in, and is picked', async () => {
  await visit(page, '/desk/incidents/new')
  const box = page.getByRole('combobox', { name: 'Parties' })
  await box.click()
  const row = page.getByRole('option', { name: /^Edda Kroll/ })
  await expect(row).toBeVisible()
  let answer: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    answer = resolve
  })
  await page.route(/party\.search/, async (route) => {
    await held
    await route.continue()
  })
  const asked = page.waitForRequest(/party\.search/)
  await box.fill('a')
  await asked
  await row.hover()
  await page.mouse.down()
  const answered = page.waitForResponse(/party\.search/)
  answer()
  await answered
  // Two frames later it would have been drawn.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  await expect(page.getByRole('option', { name: 'New party “a”…' })).toHaveCount(0)
  await page.mouse.up()
  await expect(page.getByRole('row', { name: /Edda Kroll/ })).toBeVisible()
  await page.unrouteAll()
})

test('a new party that is given up leaves its name in the box, and the focus there', async () => {
  await visit(page, '/desk/incidents/new')
  for (const label of ['Parties', 'Where']) {
    const box = page.getByRole('combobox', { name: label })
    await box.click()
    await box.fill('Quite new one')
    await page.getByRole('option', { name: /^New (party|place) “Quite new one”…$/ }).waitFor()
    await box.press('ArrowUp')
    await box.press('Enter')
    await expect(page.getByRole('dialog').getByLabel(/^(Name|Main name)/)).toHaveValue('Quite new one')
    await page.keyboard.press('Escape')
    await expect(box).toBeFocused()
    await expect(box).toHaveValue('Quite new one')
    await expect(page.getByRole('listbox')).toHaveCount(0)
  }
})

test('before the page’s scripts answer no control can be set, and what is typed stays', async () => {
  let answer = (): void => undefined
  const answered = new Promise<void>((resolve) => {
    answer = resolve
  })
  await page.route(/\.js$/, async (route) => {
    await answered
    await route.continue()
  })
  await page.goto('/desk/incidents/new', { waitUntil: 'commit' })
  const title = page.getByRole('textbox', { name: 'Title' })
  await title.fill('Typed too early')
  await expect(page.getByRole('button', { name: /Kind$/ })).toBeDisabled()
  await expect(page.getByRole('combobox', { name: 'Where' })).toBeDisabled()
  await expect(page.getByRole('button', { name: 'Begin the incident' })).toBeDisabled()
  answer()
  await expect(page.getByText('What you have is kept in this browser.')).toBeVisible()
  await expect(title).toHaveValue('Typed too early')
  await expect(page.getByRole('button', { name: /Kind$/ })).toBeEnabled()
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect(title).toHaveValue('')
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
