import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'

/** What people do on the desk's screens, by what they see there. */

type Scope = Page | Locator

const pageOf = (scope: Scope): Page => ('page' in scope ? scope.page() : scope)

/**
 * Goes to a screen, and waits until its buttons and keys answer; what readers read has no scripts to wait for. React
 * marks a button before it listens to any key; the pointer says "in progress" until then.
 */
export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await page.waitForFunction(
    () =>
      document.querySelector('script[src]') === null ||
      (document.querySelector('.cursor-progress') === null &&
        Array.from(document.querySelectorAll('button')).every((button) =>
          Object.keys(button).some((key) => key.startsWith('__reactProps')),
        )),
  )
}

/** Picks one row of a drop-down list. */
export async function choose(scope: Scope, label: RegExp, option: string | RegExp): Promise<void> {
  await scope.getByRole('button', { name: label }).click()
  await pageOf(scope).getByRole('option', { name: option }).click()
}

/** Clicks into a box that searches, and types. */
export async function look(scope: Scope, label: string, typed: string): Promise<void> {
  const box = scope.getByRole('combobox', { name: label })
  await box.click()
  await box.fill(typed)
}

/** Types a name into a box that searches, and makes the party, there being none of that name. */
export async function newParty(scope: Scope, label: string, name: string, kind: string): Promise<void> {
  const page = pageOf(scope)
  await look(scope, label, name)
  const dialog = page.getByRole('dialog', { name: 'New party' })
  // The list moves while its search is answered, and a click can miss what has moved: one clicks again.
  await expect(async () => {
    if (!(await dialog.isVisible())) await page.getByRole('option', { name: `New party “${name}”…` }).click()
    await expect(dialog).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 20_000 })
  await expect(dialog.getByRole('textbox', { name: /^Name/ })).toHaveValue(name)
  await choose(dialog, /Kind$/, kind)
  await dialog.getByRole('button', { name: 'Create party' }).click()
  await expect(dialog).toBeHidden()
}

/** Types a name into a box that searches, and picks what it finds. */
export async function pickParty(scope: Scope, label: string, name: string): Promise<void> {
  await look(scope, label, name)
  await pageOf(scope)
    .getByRole('option', { name: new RegExp(`^${name}`) })
    .click()
}

const sources = (page: Page): Locator => page.getByRole('region', { name: 'Sources', exact: true }).first()

/** Opens a source in the left-hand column, by its title. */
export async function openSource(page: Page, title: string): Promise<void> {
  const all = page.getByRole('link', { name: 'All sources' })
  if (await all.isVisible()) await all.click()
  await sources(page).getByRole('link', { name: title }).click()
  await expect(page.getByRole('heading', { name: title, level: 3 })).toBeVisible()
}

/** Drags the mouse over a passage of the captured text, from its first letter to its last. */
export async function dragOver(page: Page, passage: string): Promise<void> {
  const text = page.getByRole('group', { name: 'Captured text' })
  await expect(text).toContainText(passage)
  const ends = await text.evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1
      if (at < 0) continue
      node.parentElement?.scrollIntoView({ block: 'center' })
      const edge = (from: number, isStart: boolean) => {
        const range = document.createRange()
        range.setStart(node, from)
        range.setEnd(node, from + 1)
        const rect = range.getBoundingClientRect()
        const isRtl = getComputedStyle(node.parentElement ?? document.body).direction === 'rtl'
        return { x: isStart === isRtl ? rect.right - 1 : rect.left + 1, y: (rect.top + rect.bottom) / 2 }
      }
      return { from: edge(at, true), to: edge(at + wanted.length - 1, false) }
    }
    return null
  }, passage)
  if (ends === null) throw new Error(`“${passage}” is not in one piece of the text.`)
  await page.mouse.move(ends.from.x, ends.from.y)
  await page.mouse.down()
  await page.mouse.move((ends.from.x + ends.to.x) / 2, (ends.from.y + ends.to.y) / 2, { steps: 4 })
  // Two frames: by then whatever a selection brings is drawn, and what is drawn would lie in the way.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  await expect(page.getByRole('button', { name: 'Use as evidence' })).toBeHidden()
  await page.mouse.move(ends.to.x, ends.to.y, { steps: 4 })
  await page.mouse.up()
  const selected = await page.evaluate(() => window.getSelection()?.toString())
  expect(selected?.trim()).toBe(passage)
}

/** The form that hangs on a selected passage. */
export const passageForm = (page: Page): Locator => page.getByRole('dialog', { name: 'Use this passage as evidence' })

export async function useAsEvidence(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Use as evidence' }).click()
  const form = passageForm(page)
  await expect(form).toBeVisible()
  return form
}

/** A claim's card in the middle column. */
export const claimCard = (page: Page, text: string): Locator => page.getByRole('article', { name: text, exact: true })

/** Casts a ballot in a claim's card or in the pass through all of them. */
export async function castBallot(scope: Scope, level: string, reason = ''): Promise<void> {
  await scope.getByRole('radio', { name: level }).check({ force: true })
  if (reason !== '') await scope.getByRole('textbox', { name: /^Reason/ }).fill(reason)
  await scope.getByRole('button', { name: 'Cast ballot' }).click()
}

export const summaryBox = (page: Page): Locator => page.getByRole('textbox', { name: 'Summary' })

/** Waits until what was typed is on the server. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible()
}

/** Types a sentence and cites the passage that a search finds, all by keyboard. */
export async function typeCited(page: Page, sentence: string, search: string): Promise<void> {
  await page.keyboard.type(`${sentence} `)
  await page.keyboard.type(`[${search}`)
  await expect(page.getByRole('listbox', { name: 'Passages to cite' }).getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('listbox', { name: 'Passages to cite' })).toBeHidden()
}
