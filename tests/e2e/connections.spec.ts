import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { demoPassword, demoUrl, listen, signIn } from '@/tests/harness/browser'
import { remote, signInAt, type Remote } from '@/tests/harness/remote'
import { claimCard, visit } from './screen'

/** Two articles that are one, and how what was taken in is found again, in an incident of this file's own. */
test.describe.configure({ mode: 'serial' })

const ME = 'tomas@demo.example'
const CLAIM = 'A grain silo burned down.'
const SEEN = 'Our reporter counted nine fire engines at the silo in Velmarno before the roof came down at dusk.'
const STORY = `${SEEN}\n\nThe owner would not say what had been stored there, nor for whom; neighbours spoke of barley from last year, and of lorries that came at night. By morning the road to the river was open again.`
const RUSSIAN = 'Жители Вельмарно говорят, что крыша рухнула вечером.'

let desk: Remote
let incidentId = ''
let page: Page
let said: string[] = []

async function paste(title: string, text: string, language: string, published: string, outletId: string | null) {
  const facts = { kind: 'document', medium: 'article', title, text, language, published, outletId } as const
  const { sources } = await desk.source.add.mutate({ incidentId, ...facts, url: null, archiveUrl: null, byline: null })
  return sources.find((source) => source.title === title)?.captures[0]?.id ?? ''
}

test.beforeAll(async ({ browser }) => {
  desk = remote(demoUrl(), await signInAt(demoUrl(), ME, demoPassword))
  const blank = { occurred: null, placeId: null, partyIds: [], tags: [] }
  const { incident } = await desk.incident.create.mutate({
    title: 'A silo burns in Velmarno',
    type: 'explosion',
    ...blank,
  })
  incidentId = incident.id
  const asked = await desk.question.add.mutate({ incidentId, kind: 'what', text: 'What burned?' })
  const questionId = asked.questions[0]?.id ?? ''
  const claim = { text: CLAIM, claimantIds: [], firstSourceId: null, firstAppeared: null }
  const told = await desk.claim.add.mutate({ questionId, ...claim })
  const claimId = told.questions[0]?.claims[0]?.id ?? ''
  for (const [name, day] of [
    ['Velmarno Gazette', '2 May 2024'],
    ['The Silo Mirror', '3 May 2024'],
  ] as const) {
    const { id: partyId } = await desk.party.create.mutate({ kind: 'outlet', name })
    const captureId = await paste(`${name} on the silo`, `${name}\n\n${STORY}`, 'en', day, partyId)
    const origin = { kind: 'new', partyId, channel: 'own reporter', mode: 'observed', dated: null } as const
    const start = name.length + 2
    const passage = { captureId, start, end: start + SEEN.length, exact: SEEN }
    await desk.evidence.attach.mutate({ incidentId, ...passage, claimId, stance: 'supports', origin })
  }
  await paste('Крыша рухнула', RUSSIAN, 'ru', '4 May 2024', null)
  page = await browser.newPage({ baseURL: demoUrl(), viewport: { width: 1440, height: 900 } })
  await signIn(page, demoUrl(), ME, demoPassword)
  said = listen(page)
})

test.afterAll(async () => {
  expect(said).toEqual([])
  await page.close()
})

test('two articles that are one are seen by the program, and confirmed by one key count for one', async () => {
  const suggested = async () => (await desk.incident.get.query({ id: incidentId })).lineage.length
  await expect.poll(suggested, { timeout: 30_000 }).toBe(1)
  await visit(page, `/desk/incidents/${incidentId}`)
  await expect(claimCard(page, CLAIM).getByText('2 independent origins').first()).toBeVisible()
  await page.getByRole('link', { name: 'Suggested connections 1' }).click()
  const texts = page.getByRole('region', { name: 'Both texts' })
  await expect(texts.locator('mark')).toHaveCount(2)
  await expect(texts.getByText('Passage 1 of 1 that stands in both')).toBeVisible()
  await page.keyboard.press('c')
  await expect(page.getByRole('heading', { name: 'Suggested connections 0' })).toBeFocused()
  await page.getByRole('link', { name: 'A silo burns in Velmarno' }).click()
  await expect(claimCard(page, CLAIM).getByText('One independent origin')).toBeVisible()
})

test('a name is found in another spelling, marked, and opened where it stands', async () => {
  await visit(page, '/desk')
  await page.keyboard.press('/')
  await page.keyboard.type('Velmarno roof')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/desk\/search\?q=Velmarno/)
  const box = page.getByRole('searchbox', { name: /Search/ }).last()
  await box.fill('Velmarno рухнула')
  const hit = page.locator('[data-hit]').filter({ hasText: RUSSIAN })
  await expect(hit.locator('mark').first()).toHaveText('Вельмарно')
  await hit.click()
  await page.waitForURL(/\/sources\/.+at=7-16$/)
  await expect(page.getByRole('heading', { name: 'Крыша рухнула' })).toBeVisible()
  await expect(page.locator('mark').first()).toContainText('Вельмарно')
})
