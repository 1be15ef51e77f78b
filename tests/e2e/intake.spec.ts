import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { demoPassword, demoUrl, listen, signIn } from '@/tests/harness/browser'
import { DEPOT, GOES, STAYS, TITLE } from '@/tests/harness/news-site'
import { remote, signInAt } from '@/tests/harness/remote'
import { expectAccessible } from './access'
import { choose, claimCard, dragOver, openSource, passageForm, useAsEvidence, visit } from './screen'

/** How sources come by themselves, in an incident of this file's own. */
test.describe.configure({ mode: 'serial' })

const ME = 'ilya@demo.example'
const CLAIM = 'One depot was destroyed.'
let page: Page
let said: string[] = []

test.beforeAll(async ({ browser }) => {
  const desk = remote(demoUrl(), await signInAt(demoUrl(), ME, demoPassword))
  const blank = { occurred: null, placeId: null, partyIds: [], tags: [] }
  const { incident } = await desk.incident.create.mutate({ title: 'A depot near Orvelsk', type: 'strike', ...blank })
  const asked = { incidentId: incident.id, kind: 'how_many', text: 'How many depots were destroyed?' } as const
  const { questions } = await desk.question.add.mutate(asked)
  const claim = { text: CLAIM, claimantIds: [], firstSourceId: null, firstAppeared: null }
  await desk.claim.add.mutate({ questionId: questions[0]?.id ?? '', ...claim })
  page = await browser.newPage({ baseURL: demoUrl(), viewport: { width: 1440, height: 900 } })
  await signIn(page, demoUrl(), ME, demoPassword)
  said = listen(page)
  await visit(page, `/desk/incidents/${incident.id}`)
})

test.afterAll(async () => {
  expect(said).toEqual([])
  await page.close()
})

const tray = () => page.getByRole('region', { name: 'Being taken in' })

/** Reading takes a process of its own, which a machine with much to do starts slowly. */
const PATIENCE = { timeout: 30_000 }

async function cite(passage: string): Promise<void> {
  await dragOver(page, passage)
  const form = await useAsEvidence(page)
  await choose(form, /Bears on$/, new RegExp(`^${CLAIM}`))
  await form.getByRole('radio', { name: 'Supports the claim' }).check({ force: true })
  await form.getByRole('button', { name: 'Attach' }).click()
  await expect(passageForm(page)).toBeHidden()
}

test('a link becomes a source whose passages bear on a claim', async () => {
  await page.getByRole('button', { name: 'Add a source' }).click()
  await page.getByLabel('Link to a page').fill(DEPOT)
  await page.keyboard.press('Enter')
  await expect(tray().getByText('Ready to confirm')).toBeVisible(PATIENCE)
  await tray().getByRole('button', { name: 'Confirm' }).click()
  const dialog = page.getByRole('dialog', { name: 'Confirm what was read' })
  await expect(dialog.getByRole('textbox', { name: 'Title' })).toHaveValue(TITLE)
  await expect(dialog.getByText('Read from schema.org headline.')).toBeVisible()
  await expect(dialog.getByRole('checkbox', { name: 'Add “The New Courier” as a new outlet' })).toBeChecked()
  await expectAccessible(page, [390])
  await page.setViewportSize({ width: 1440, height: 900 })
  await dialog.getByRole('button', { name: 'Keep as a source' }).click()
  await expect(page.getByRole('heading', { name: TITLE, level: 3 })).toBeVisible()
  await expect(tray()).toBeHidden()
  await cite(GOES)
  await cite(STAYS)
})

test('a page that has changed is captured anew, and the passage that is gone says so at its claim', async () => {
  await page.getByRole('button', { name: 'Check for changes' }).click()
  await expect(page.getByText('The page has changed')).toBeVisible(PATIENCE)
  await expect(page.getByText('1 quoted passage is gone from it')).toBeVisible()
  const card = claimCard(page, CLAIM)
  await expect(card.getByText('One passage is gone from the newest capture')).toBeVisible()
  await card.getByText('Evidence: 2 in support').click()
  await expect(card.getByText('Gone from the newest capture', { exact: true })).toHaveCount(1)
  await card.getByRole('link', { name: 'What it says now' }).click()
  await expect(page.getByText('1 cited passage is gone from this capture')).toBeVisible()
  await page.getByText('What changed since capture 1').click()
  await expect(page.locator('del').first()).toHaveText('One')
  await expect(page.locator('ins').first()).toHaveText('Two')
})

test('files dropped anywhere each show how far they are, and one that cannot be read says why', async () => {
  let letGo = (): void => undefined
  const isHeld = new Promise<void>((resolve) => (letGo = resolve))
  await page.route('/api/intake*', async (route) => {
    await isHeld
    await route.continue()
  })
  const files = await page.evaluateHandle(() => {
    const held = new DataTransfer()
    held.items.add(new File(['What a witness said that night.'], 'witness.txt'))
    held.items.add(new File([new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0])], 'archive.zip'))
    return held
  })
  const everywhere = page.locator('h1')
  await everywhere.dispatchEvent('dragover', { dataTransfer: files })
  await expect(page.getByText('Let go to take the files in.')).toBeVisible()
  await everywhere.dispatchEvent('drop', { dataTransfer: files })
  await expect(page.getByText('Let go to take the files in.')).toBeHidden()
  const going = page.getByRole('list', { name: 'Files being sent' }).getByRole('listitem')
  await expect(going).toHaveText([/^witness.txt\d+%$/, 'archive.zipwaits'])
  letGo()
  await page.getByRole('link', { name: 'All sources' }).click()
  const [text, archive] = ['witness.txt', 'archive.zip'].map((name) =>
    tray().getByRole('listitem').filter({ hasText: name }),
  )
  await expect(text?.getByText('Ready to confirm') ?? tray()).toBeVisible(PATIENCE)
  await expect(archive?.getByText(/^This is a ZIP archive/) ?? tray()).toBeVisible(PATIENCE)
  // Neither would help.
  await expect(archive?.getByRole('button') ?? tray()).toHaveText(['Discard'])
  for (const name of ['Discard', 'Discard']) await tray().getByRole('button', { name }).first().click()
  await expect(tray()).toBeHidden()
})

test('a list is kept line by line; what failed is told, and discarded', async () => {
  await page.getByRole('button', { name: 'Add a source' }).click()
  await page.getByRole('button', { name: 'A list' }).click()
  const form = page.getByRole('dialog', { name: 'Take in a list' })
  const lines = ['http://relay.example.org/other/1', 'http://relay.example.org/nowhere']
  await form.getByRole('textbox', { name: 'Addresses' }).fill(lines.join('\n'))
  await form.getByRole('button', { name: 'Take in the list' }).click()
  await expect(page.getByText('The list is done: 1 kept, 1 failed.')).toBeVisible(PATIENCE)
  await tray().getByRole('button', { name: 'Show the lines' }).click()
  const result = page.getByRole('dialog', { name: 'A list' })
  await expect(result.getByText('2 lines: 1 kept, 1 failed.')).toBeVisible()
  await result.getByText('Only what was not taken in').click()
  await expect(result.getByRole('listitem')).toHaveText([/nowhere.*no page at this address.*Try again/])
  await page.keyboard.press('Escape')
  await tray().getByRole('button', { name: 'Discard what failed' }).click()
  await expect(tray()).toBeHidden()
  await openSource(page, 'Report 1')
})
