import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'

/** What somebody does who has no mouse. */

/** Farther than any control is from any other on one screen. */
const FARTHEST = 120

/** The focus is on something: where it is lost it falls to the page, and one begins at its top. */
export async function expectFocusKept(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName ?? 'BODY')).not.toBe('BODY')
}

/** Presses Tab (or Shift and Tab) from wherever the focus is until it is on the control. */
export async function tabTo(page: Page, control: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(control).toBeVisible()
  await expectFocusKept(page)
  // Found once: a list that opens under a field on the way takes everything else out of the accessibility tree.
  const target = await control.elementHandle()
  for (let pressed = 0; pressed < FARTHEST; pressed++) {
    if (await target?.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  await expect(control, `${FARTHEST} times ${key}`).toBeFocused()
}

/** Goes to a button and presses it. */
export async function pressOn(page: Page, control: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await tabTo(page, control, key)
  await page.keyboard.press('Enter')
}

/** Goes to a field and types. */
export async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field)
  await page.keyboard.insertText(text)
}

/** Opens a drop-down list and takes the row that begins so. */
export async function pickIn(page: Page, list: Locator, row: RegExp): Promise<void> {
  await pressOn(page, list)
  const option = page.getByRole('option', { name: row })
  await expect(option).toBeVisible()
  for (let pressed = 0; pressed < FARTHEST; pressed++) {
    if (await option.evaluate((element) => element === document.activeElement)) break
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Enter')
  await expect(option).toBeHidden()
}
