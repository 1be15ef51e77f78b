import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { expectFocusKept, pickIn, pressOn, tabTo, typeInto } from './keyboard'
import { claimCard, expectSaved, passageForm, summaryBox, typeCited } from './screen'
import { PUMP } from './story'

/** From a new incident to a text in review, on one screen after the other, without a mouse. */
export async function doByKeyboard(page: Page): Promise<void> {
  await beginIncident(page)
  await addSource(page)
  await askAndClaim(page)
  await attachPassage(page)
  await vote(page)
  await writeAndSubmit(page)
}

async function beginIncident(page: Page): Promise<void> {
  await typeInto(page, page.getByLabel('Title'), PUMP.title)
  await pickIn(page, page.getByRole('button', { name: /Kind$/ }), /^Explosion/)
  await pressOn(page, page.getByRole('button', { name: 'Begin the incident' }))
  await expect(page.getByRole('heading', { name: PUMP.title, level: 1 })).toBeVisible()
}

async function addSource(page: Page): Promise<void> {
  const add = page.getByRole('button', { name: 'Add a source' }).first()
  // A new page begins at its top.
  await page.keyboard.press('Tab')
  await pressOn(page, add)
  const dialog = page.getByRole('dialog', { name: 'Add a source' })
  await typeInto(page, dialog.getByRole('textbox', { name: /^Text/ }), PUMP.report)
  await typeInto(page, dialog.getByRole('textbox', { name: 'Title' }), PUMP.source)
  await pressOn(page, dialog.getByRole('button', { name: 'Add the source' }))
  await expect(dialog).toBeHidden()
  await expect(add).toBeFocused()
  await expect(page.getByRole('heading', { name: PUMP.source, level: 3 })).toBeVisible()
}

async function askAndClaim(page: Page): Promise<void> {
  await pressOn(page, page.getByRole('button', { name: 'Add a question' }))
  await expect(page.getByRole('textbox', { name: /^Question/ })).toBeFocused()
  await page.keyboard.type(PUMP.question)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Add a claim' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: /^Claim/ })).toBeFocused()
  await page.keyboard.type(PUMP.claim)
  await pressOn(page, page.getByRole('button', { name: 'Add the claim' }))
  await expect(claimCard(page, PUMP.claim)).toBeFocused()
}

async function attachPassage(page: Page): Promise<void> {
  const text = page.getByRole('group', { name: 'Captured text' })
  await tabTo(page, text, 'Shift+Tab')
  await page.keyboard.press('ArrowDown')
  for (const _ of PUMP.report.split(' ').slice(1)) await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Enter')
  const form = passageForm(page)
  await expect(form).toBeVisible()
  // Refused first: the field that is wrong has the focus.
  await pressOn(page, form.getByRole('button', { name: 'Attach' }))
  const bears = form.getByRole('button', { name: /Bears on$/ })
  await expect(bears).toBeFocused()
  await pickIn(page, bears, new RegExp(`^${PUMP.claim}`))
  await tabTo(page, form.getByRole('radio', { name: 'Supports the claim' }))
  await page.keyboard.press('Space')
  // Closed and begun again: what was filled in is still there.
  await page.keyboard.press('Escape')
  await expect(form).toBeHidden()
  await expect(text).toBeFocused()
  await pressOn(page, page.getByRole('button', { name: /^Go on with/ }), 'Shift+Tab')
  await expect(form.getByRole('radio', { name: 'Supports the claim' })).toBeChecked()
  await pressOn(page, form.getByRole('button', { name: 'Attach' }))
  await expect(form).toBeHidden()
  await expect(text).toBeFocused()
  await expect(claimCard(page, PUMP.claim).getByText('Evidence: 1 in support')).toBeVisible()
}

async function vote(page: Page): Promise<void> {
  const card = claimCard(page, PUMP.claim)
  await pressOn(page, card.getByRole('button', { name: 'Open a round' }))
  await expect(card.getByText('0 of 3 ballots needed')).toBeVisible()
  await expectFocusKept(page)
  // Backwards one comes upon the last of the levels.
  await tabTo(page, card.getByRole('radio', { name: 'Truth cannot be judged' }), 'Shift+Tab')
  for (const _ of ['Improbable', 'Doubtful', 'Possibly true']) await page.keyboard.press('ArrowUp')
  await expect(card.getByRole('radio', { name: 'Possibly true' })).toBeChecked()
  await pressOn(page, card.getByRole('button', { name: 'Cast ballot' }))
  await expect(card.getByRole('button', { name: 'Change', exact: true })).toBeFocused()
}

async function writeAndSubmit(page: Page): Promise<void> {
  const begin = page.getByRole('button', { name: 'Begin the summary' })
  await pressOn(page, begin)
  await expect(begin).toBeHidden()
  await tabTo(page, summaryBox(page))
  await typeCited(page, PUMP.summary, 'district metre')
  await expectSaved(page)
  await pressOn(page, page.getByRole('button', { name: 'Submit for review' }))
  await expect(page.getByRole('link', { name: 'See the page' })).toBeVisible()
  await expectFocusKept(page)
}
