import { expect, test } from '@playwright/test'
import type { Browser, Page, Route } from '@playwright/test'
import { firstLink, newPerson, newsroomUrl } from '@/tests/harness/browser'
import type { Person } from '@/tests/harness/browser'
import { expectAccessible } from './access'
import { castBallot, choose, claimCard, dragOver, expectSaved, look, newParty, openSource, passageForm } from './screen'
import { pickParty, summaryBox, typeCited, useAsEvidence, visit } from './screen'
import { doByKeyboard } from './keyboard-job'
import { COURIER, INJURIES_IN_ENGLISH, MARSA, MINISTRY_IN_ENGLISH, ONE, PASSWORD, PEOPLE } from './story'
import { QUESTION, RELAY, TITLE, TWO } from './story'

/** The whole job, from the one-time link to a retraction, by four people with a browser each. */
test.describe.configure({ mode: 'serial' })

type Key = keyof typeof PEOPLE
const people = {} as Record<Key, Person>
/** The workspace's address, once there is one. */
let workspace = ''
let publicPath = ''

test.beforeAll(async ({ browser }) => {
  for (const key of Object.keys(PEOPLE) as Key[]) {
    people[key] = await newPerson(browser, newsroomUrl(), PEOPLE[key].name, PEOPLE[key].email)
  }
})

test.afterAll(async () => {
  await Promise.all(Object.values(people).map(({ context }) => context.close()))
})

async function enter(page: Page, link: string, person: Person, label: string): Promise<void> {
  await page.goto(link)
  // One page for each kind of link; the demo newsroom has none that is still open.
  if (person.name !== PEOPLE.kalila.name && person.name !== PEOPLE.lev.name) await expectAccessible(page)
  await page.getByLabel('Name').fill(person.name)
  const email = page.getByLabel('Email')
  if (await email.isEditable()) await email.fill(person.email)
  else await expect(email).toHaveValue(person.email)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: label }).click()
  await expect(page.getByRole('heading', { name: 'What waits for you' })).toBeVisible()
}

test('the first account is made by the one-time link, which then no longer works', async () => {
  const { ines, jonas } = people
  await enter(ines.page, firstLink(), ines, 'Create the account')
  await jonas.page.goto(firstLink())
  await expect(jonas.page.getByText('The first account has been made.')).toBeVisible()
})

test('three others come in by invitation', async () => {
  const { ines, ...invited } = people
  await ines.page.getByRole('link', { name: 'Team' }).click()
  for (const person of Object.values(invited)) {
    await ines.page.getByLabel('Email').fill(person.email)
    await ines.page.getByRole('button', { name: 'Make an invitation' }).click()
    const made = ines.page.getByRole('textbox', { name: `The link for ${person.email}` })
    await enter(person.page, await made.inputValue(), person, 'Create my account')
  }
  await ines.page.reload()
  for (const person of Object.values(people)) {
    await expect(ines.page.getByRole('row', { name: new RegExp(person.name) })).toBeVisible()
  }
})

const lose = async (route: Route) => {
  await route.fetch()
  await route.abort()
}

test('an incident is begun, with what is known of it', async () => {
  const { page } = people.ines
  await page.getByRole('link', { name: 'New incident' }).click()
  await page.getByLabel('Title').fill(TITLE)
  await choose(page, /Kind$/, 'Explosion')
  await page.getByLabel('When it happened').fill('about 3 May 2024')
  await expect(page.getByText('Understood as: about 3 May 2024 (2024-05-03~)')).toBeVisible()
  await look(page, 'Where', 'Tarn Point')
  await page.getByRole('option', { name: 'New place “Tarn Point”…' }).click()
  const place = page.getByRole('dialog', { name: 'New place' })
  await choose(place, /Precision$/, /^Vicinity/)
  await place.getByLabel('Coordinates').fill('41.25, -8.5')
  await expect(place.getByText('Understood as 41.25° north, 8.5° west.')).toBeVisible()
  await place.getByRole('button', { name: 'Create place' }).click()
  await newParty(page, 'Parties', 'Velland navy', 'State body')
  await newParty(page, 'Parties', 'Ministry of Energy', 'State body')
  // The server has it, its answer is lost, and then it is pressed twice, as people do: the desk has one of it all the same.
  await page.route(/incident\.create/, lose, { times: 1 })
  const begin = page.getByRole('button', { name: 'Begin the incident' })
  await begin.click()
  await expect(page.getByText(/^The server cannot be reached/)).toBeVisible()
  await begin.dblclick()
  await expect(page.getByRole('heading', { name: TITLE, level: 1 })).toBeVisible()
  await expect(page.getByText('about 3 May 2024')).toBeVisible()
  workspace = new URL(page.url()).pathname
})

test('its sides are named', async () => {
  const { page } = people.ines
  await page.getByRole('button', { name: 'Incident', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Sides…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Sides' })
  await dialog.getByRole('button', { name: 'Add a side' }).click()
  await dialog.getByLabel('Name of the side').fill('Velland')
  await pickParty(dialog, 'Its parties', 'Velland navy')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Sides: Velland (Velland navy)')).toBeVisible()
})

interface Pasted {
  title: string
  outlet: string
  url?: string
  language: string
  published?: string
  text: string
}

async function paste(page: Page, source: Pasted): Promise<void> {
  await page.getByRole('button', { name: 'Add a source' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add a source' })
  await dialog.getByRole('textbox', { name: /^Text/ }).fill(source.text)
  await dialog.getByRole('textbox', { name: 'Title' }).fill(source.title)
  await newParty(dialog, 'Outlet', source.outlet, 'Outlet')
  if (source.url !== undefined) await dialog.getByLabel('Address', { exact: true }).fill(source.url)
  await look(dialog, 'Language', source.language)
  await page.getByRole('option', { name: new RegExp(`^${source.language}`) }).click()
  if (source.published !== undefined) await dialog.getByLabel('Published').fill(source.published)
  await dialog.getByRole('button', { name: 'Add the source' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('heading', { name: source.title, level: 3 })).toBeVisible()
}

test('two reports that disagree are pasted, and the foot of one is marked as none of it', async () => {
  const { page } = people.ines
  const text = [COURIER.navy, COURIER.reporter, COURIER.spam].join('\n\n')
  await paste(page, { ...COURIER, language: 'English', published: '4 May 2024', text })
  await dragOver(page, COURIER.spam)
  await page.getByRole('button', { name: 'Not part of it' }).click()
  await expect(page.getByText(/^Not part of the article: \d+ characters hidden$/)).toBeVisible()
  await expect(page.getByRole('group', { name: 'Captured text' })).not.toContainText('umbrella')
  await paste(page, { ...MARSA, language: 'Arabic', text: [MARSA.ministry, MARSA.injuries].join('\n\n') })
  const paragraph = page.getByRole('group', { name: 'Captured text' }).locator('p').first()
  await expect(paragraph).toHaveCSS('direction', 'rtl')
  await paste(page, { ...RELAY, language: 'English' })
})

test('another editor joins and puts the question, with rival answers', async () => {
  const { page } = people.jonas
  await visit(page, '/desk')
  await page.getByRole('link', { name: TITLE }).click()
  await page.getByRole('button', { name: 'Join' }).click()
  await expect(page.getByText(`On it: Ines Faro and Jonas Wend`)).toBeVisible()
  await page.getByRole('button', { name: 'Add a question' }).first().click()
  await choose(page, /Kind$/, 'How many')
  await page.getByRole('textbox', { name: /^Question/ }).fill(QUESTION)
  await page.getByRole('button', { name: 'Add the question' }).dblclick()
  for (const [text, claimant, label] of [
    [TWO, 'Velland navy', 'Add a claim'],
    [ONE, 'Ministry of Energy', 'Add a rival claim'],
  ] as const) {
    await page.getByRole('button', { name: label }).click()
    await page.getByRole('textbox', { name: /^Claim/ }).fill(text)
    await pickParty(page, 'Who claims it', claimant)
    await page.getByRole('button', { name: 'Add the claim' }).click()
    await expect(claimCard(page, text)).toBeVisible()
  }
  await expect(page.getByText('2 rival claims: at most one of them can be true.')).toBeVisible()
  const central = claimCard(page, TWO)
  if (!(await central.getByText('Central', { exact: true }).isVisible())) {
    await central.getByRole('button', { name: 'What to do with this claim' }).click()
    await page.getByRole('menuitem', { name: 'Make it central' }).click()
  }
  await expect(central.getByText('Central', { exact: true })).toBeVisible()
})

test('passages are selected by mouse and become evidence with origins', async () => {
  const { page } = people.jonas
  await openSource(page, COURIER.title)
  await dragOver(page, COURIER.navy)
  const navy = await useAsEvidence(page)
  await navy.getByRole('button', { name: 'Attach' }).click()
  // At the head of the form, leading to its field, and there.
  await expect(navy.getByText('Choose the claim it bears on, or background.')).toHaveCount(2)
  await choose(navy, /Bears on$/, new RegExp(`^${TWO}`))
  await navy.getByRole('radio', { name: 'Supports the claim' }).check({ force: true })
  await choose(navy, /^.*Origin: where/, 'Another one…')
  await pickParty(navy, 'Whose word is it?', 'Velland navy')
  await navy.getByLabel('How it came out').fill('written statement')
  await navy.getByRole('radio', { name: 'Asserted: it says so' }).check({ force: true })
  await navy.getByRole('button', { name: 'Attach' }).click()
  await expect(passageForm(page)).toBeHidden()
  const card = claimCard(page, TWO)
  await expect(card.getByText('One independent origin in support; one more would allow')).toBeVisible()

  await dragOver(page, COURIER.reporter)
  const own = await useAsEvidence(page)
  await own.getByRole('radio', { name: 'Supports the claim' }).check({ force: true })
  await choose(own, /^.*Origin: where/, 'Another one…')
  await own.getByRole('button', { name: 'It is the article’s own reporting' }).click()
  await own.getByRole('radio', { name: 'Observed: it was there, or shows it' }).check({ force: true })
  await own.getByRole('button', { name: 'Attach' }).click()
  await expect(passageForm(page)).toBeHidden()
  await expect(card.getByText('2 independent origins in support.')).toBeVisible()
})

test('an Arabic passage comes with its relay and its translation', async () => {
  const { page } = people.jonas
  await openSource(page, MARSA.title)
  await dragOver(page, MARSA.ministry)
  const form = await useAsEvidence(page)
  await choose(form, /Bears on$/, new RegExp(`^${ONE}`))
  await form.getByRole('radio', { name: 'Supports the claim' }).check({ force: true })
  await choose(form, /^.*Origin: where/, 'Another one…')
  await pickParty(form, 'Whose word is it?', 'Ministry of Energy')
  await form.getByLabel('How it came out').fill('remarks to an agency')
  await form.getByRole('radio', { name: 'Asserted: it says so' }).check({ force: true })
  await newParty(form, 'Relays', 'Qalam Agency', 'News agency')
  await form.getByRole('textbox', { name: /^Translation/ }).fill(MINISTRY_IN_ENGLISH)
  await form.getByRole('button', { name: 'Attach' }).click()
  await expect(passageForm(page)).toBeHidden()
  const card = claimCard(page, ONE)
  await card.getByText('Evidence: 1 in support').click()
  await expect(card.getByText(MARSA.ministry)).toHaveCSS('direction', 'rtl')
  await expect(card.getByText(MINISTRY_IN_ENGLISH)).toBeVisible()
  await expect(card.getByRole('article').getByText('Qalam Agency')).toBeVisible()
})

test('a passage is selected by keyboard alone, and kept as background', async () => {
  const { page } = people.jonas
  await openSource(page, MARSA.title)
  const text = page.getByRole('group', { name: 'Captured text' })
  await text.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  // The text runs from right to left, and so does its cursor.
  for (const _ of MARSA.injuries.split(' ').slice(1)) await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('Enter')
  const form = passageForm(page)
  await expect(form).toBeVisible()
  await expect(form.getByText(MARSA.injuries.replace('.', ''))).toBeVisible()
  await choose(form, /Bears on$/, /^Background/)
  await form.getByRole('textbox', { name: /^Translation/ }).fill(INJURIES_IN_ENGLISH)
  await form.getByRole('button', { name: 'Attach' }).click()
  await expect(form).toBeHidden()
  await expect(page.getByText('Background: 1')).toBeVisible()
})

test('a copy adds no origin once its lineage is confirmed', async () => {
  const { jonas, kalila } = people
  await openSource(jonas.page, RELAY.title)
  await jonas.page.getByRole('button', { name: 'Goes back to…' }).click()
  const dialog = jonas.page.getByRole('dialog', { name: 'What this source goes back to' })
  await choose(dialog, /Which source$/, new RegExp(`^${COURIER.title}`))
  await dialog.getByRole('textbox', { name: /^What shows it/ }).fill('The same sentence, and it credits the Courier.')
  await dialog.getByRole('button', { name: 'Draw it' }).click()
  await expect(dialog).toBeHidden()

  await visit(kalila.page, workspace)
  await openSource(kalila.page, RELAY.title)
  await dragOver(kalila.page, COURIER.navy)
  const form = await useAsEvidence(kalila.page)
  await choose(form, /Bears on$/, new RegExp(`^${TWO}`))
  await form.getByRole('radio', { name: 'Supports the claim' }).check({ force: true })
  await choose(form, /^.*Origin: where/, 'Another one…')
  await form.getByRole('button', { name: 'It is the article’s own reporting' }).click()
  await form.getByRole('radio', { name: 'Observed: it was there, or shows it' }).check({ force: true })
  await form.getByRole('button', { name: 'Attach' }).click()
  await expect(form).toBeHidden()
  const card = claimCard(kalila.page, TWO)
  await expect(card.getByText('3 independent origins in support.')).toBeVisible()
  const list = kalila.page.getByRole('list', { name: 'Connections to other sources' })
  await expect(list.getByText('Suggested')).toBeVisible()
  await list.getByRole('button', { name: 'Confirm' }).click()
  // What it does is shown first, and moves the button as it comes.
  await expect(kalila.page.getByText('What it does to independent origins')).toBeVisible()
  await kalila.page
    .getByRole('alertdialog')
    .or(kalila.page.getByRole('dialog'))
    .getByRole('button', { name: 'Confirm' })
    .click()
  await expect(list.getByText('Confirmed')).toBeVisible()
  await expect(card.getByText('Evidence: 3 in support')).toBeVisible()
  await expect(card.getByText('2 independent origins in support.')).toBeVisible()
  await card.getByText('Where the support comes from').click()
  await expect(card.getByText(/^Their own reporting is one text: .* is a reprint of/)).toBeVisible()
})

test('rounds are opened, and a level that is not earned yet says what it needs', async () => {
  const { page } = people.kalila
  for (const text of [TWO, ONE]) {
    const card = claimCard(page, text)
    await card.getByRole('button', { name: 'Open a round' }).dblclick()
    await expect(card.getByText('0 of 3 ballots needed')).toBeVisible()
    await expect(card.getByText('Somebody else changed this')).toHaveCount(0)
  }
  const rival = claimCard(page, ONE)
  await expect(rival.getByRole('radio', { name: 'Confirmed by other sources' })).toBeDisabled()
  await expect(rival.getByText(/two independent origins/i)).toBeVisible()
  await expect(claimCard(page, TWO).getByRole('radio', { name: 'Confirmed by other sources' })).toBeEnabled()
})

test('ballots are cast, in the workspace and in one pass, and nobody sees another’s', async () => {
  const { ines, jonas, kalila, lev } = people
  const two = claimCard(kalila.page, TWO)
  await two.getByRole('radio', { name: 'Confirmed by other sources' }).check({ force: true })
  await two.getByRole('button', { name: 'Cast ballot' }).click()
  await expect(two.getByText('“Confirmed by other sources” needs a reason').first()).toBeVisible()
  await castBallot(two, 'Probably true', 'The reporter was there.')
  await expect(two.getByText('You voted:')).toBeVisible()
  await castBallot(claimCard(kalila.page, ONE), 'Doubtful')

  for (const { page } of [jonas, lev]) {
    await visit(page, '/desk')
    await page.getByRole('link', { name: 'Vote on all in one pass' }).click()
    await expect(page.getByText('1 of 2')).toBeVisible()
    for (const left of [1, 0]) {
      const isCentral = await page.getByRole('heading', { name: TWO }).isVisible()
      await page.getByRole('heading', { name: isCentral ? TWO : ONE }).focus()
      await page.keyboard.press(isCentral ? '2' : '4')
      await page.getByRole('button', { name: 'Cast ballot' }).click()
      await expect(page.getByText(left === 1 ? '1 of 1' : 'That was the last')).toBeVisible()
    }
  }

  await visit(ines.page, workspace)
  const sealed = claimCard(ines.page, TWO)
  await expect(sealed.getByText('3 of 3 ballots needed')).toBeVisible()
  await expect(sealed.getByText('Voted: Jonas Wend, Kalila Omari, and Lev Stroud')).toBeVisible()
  await expect(sealed.getByText('The reporter was there.')).toHaveCount(0)
})

test('the rounds are revealed, and the findings stand', async () => {
  const { page } = people.ines
  for (const [text, level] of [
    [TWO, 'Probably true'],
    [ONE, 'Doubtful'],
  ] as const) {
    const card = claimCard(page, text)
    await card.getByRole('button', { name: 'Reveal' }).click()
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: /Reveal/ })
      .click()
    const finding = card.getByLabel('Finding')
    await expect(finding.getByText(level, { exact: true }).first()).toBeVisible()
    await expect(finding.getByText(`3 ${level.toLowerCase()}`)).toBeVisible()
  }
  await claimCard(page, TWO).getByText('One reason').click()
  await expect(claimCard(page, TWO).getByText('The reporter was there.')).toBeVisible()
})

const SUMMARY = {
  navy: 'Two fuel tanks were destroyed at Tarn Point, says the navy,',
  reporter: 'and a reporter at the gate counted as many.',
  ministry: 'The energy ministry speaks of a single tank.',
  bare: 'The harbour has been quiet since.',
}

test('the summary is written and cited by typing, and the gate says what is missing', async () => {
  const { page } = people.ines
  await page.getByRole('button', { name: 'Begin the summary' }).click()
  const box = summaryBox(page)
  await expect(page.getByText(/If you edit this text, you become an author of it/)).toBeVisible()
  await expect(page.getByText('The summary does not cite the central claim.')).toBeVisible()
  await box.click()
  // Without a plain text beside it: how long it is shows once it was read, and it is refused before it is drawn.
  await box.evaluate((element) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', '<p>A line of a page that was copied whole.</p>'.repeat(6_000))
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  await expect(page.getByRole('alert').getByText(/in 12,002 parts.* It was left out/)).toBeVisible()
  await expect(box).toHaveText('')
  await typeCited(page, SUMMARY.navy, 'courier terminal')
  await typeCited(page, ` ${SUMMARY.reporter}`, 'counted two')
  await page.keyboard.press('Enter')
  const leftOut = page.getByRole('region', { name: 'Judged, and left out' })
  await expect(leftOut.getByRole('link')).toHaveText([ONE])
  await typeCited(page, SUMMARY.ministry, 'only one tank')
  await expect(leftOut).toBeHidden()
  await page.keyboard.press('Enter')
  await page.keyboard.type(SUMMARY.bare)
  await expectSaved(page)
  await page.getByRole('button', { name: 'Submit for review' }).click()
  await expect(page.getByRole('alert').getByText(/cite/).first()).toBeVisible()
  await expect(box).toContainText(SUMMARY.bare)
})

test('a draft survives a tab that is closed before it was saved', async () => {
  const { ines } = people
  await summaryBox(ines.page).press('Control+End')
  await ines.page.keyboard.press('Shift+Home')
  await ines.page.keyboard.type('Nobody was hurt.')
  await ines.page.close()
  ines.page = await ines.context.newPage()
  await visit(ines.page, workspace)
  await expect(summaryBox(ines.page)).toContainText('Nobody was hurt.')
  await expectSaved(ines.page)
})

test('two tabs of one draft: both versions are shown, and none is lost', async () => {
  const { ines } = people
  const other = await ines.context.newPage()
  await visit(other, workspace)
  await expect(summaryBox(other)).toContainText('Nobody was hurt.')
  await summaryBox(ines.page).press('Control+End')
  await ines.page.keyboard.type(' So the port says.')
  await expectSaved(ines.page)
  await summaryBox(other).press('Control+End')
  await other.keyboard.type(' So a doctor says.')
  const dialog = other.getByRole('alertdialog', { name: 'There are two versions of this text' })
  await expect(dialog.getByRole('group', { name: 'Yours' })).toContainText('So a doctor says.')
  await expect(dialog.getByRole('group', { name: 'Saved by you, in another window' })).toContainText(
    'So the port says.',
  )
  await dialog.getByRole('button', { name: 'Take the other, and keep mine aside' }).click()
  await expect(summaryBox(other)).toContainText('So the port says.')
  await expect(other.getByText(/^Your own version of .* is kept in this browser\.$/)).toBeVisible()
  await other.close()
})

test('what is cited whole can be submitted, and its author cannot review it', async () => {
  const { page } = people.ines
  await visit(page, workspace)
  await summaryBox(page).press('Control+End')
  await page.keyboard.press('Shift+Home')
  await page.keyboard.press('Backspace')
  await typeCited(page, 'Nobody was hurt.', 'Nobody was hurt')
  await expectSaved(page)
  await page.getByRole('button', { name: 'Submit for review' }).click()
  await page.getByRole('link', { name: 'See the page' }).click()
  const approve = page.getByRole('button', { name: 'Approve this page' })
  await expect(approve).toHaveAttribute('aria-disabled', 'true')
  await expect(approve).toHaveAccessibleDescription(/You have edited this text/)
})

test('another approves exactly the page that readers will get', async () => {
  const { page } = people.kalila
  await visit(page, '/desk/reviews')
  await page.getByRole('link', { name: TITLE }).click()
  await expect(page.getByRole('heading', { name: TITLE }).first()).toBeVisible()
  await expect(page.getByText('Would be version 1')).toBeVisible()
  await page
    .getByRole('button', { name: /^Evidence 1: Harbour Courier/ })
    .first()
    .click()
  const passage = page.getByRole('dialog', { name: 'Passage 1, as it was captured' })
  await expect(passage.locator('mark')).toHaveText(COURIER.navy)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Approve this page' }).click()
  await expect(page.getByText('1 of 1 approval of this page.')).toBeVisible()
  await expect(page.getByText(/Kalila Omari\s*approved/)).toBeVisible()
})

test('it is published', async () => {
  const { page } = people.lev
  await visit(page, workspace)
  await expect(page.getByText('Nothing is missing.')).toBeVisible()
  await page.getByRole('button', { name: 'Publish…' }).click()
  await page.getByRole('dialog', { name: 'Publish the account' }).getByRole('button', { name: 'Publish' }).click()
  const version = page.getByRole('link', { name: 'Version 1' })
  await expect(version).toBeVisible()
  publicPath = new URL((await version.getAttribute('href')) ?? '', newsroomUrl()).pathname.replace(/\/v\/1$/, '')
})

/** A reader whose browser runs no scripts. */
async function read(browser: Browser, path: string, act: (page: Page) => Promise<void>) {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: newsroomUrl() })
  try {
    const page = await context.newPage()
    await page.goto(path)
    await act(page)
  } finally {
    await context.close()
  }
}

test('a reader without scripts finds it, and opens a citation in its place', async ({ browser }) => {
  await read(browser, '/', async (page) => {
    await page.getByRole('link', { name: TITLE }).click()
    await expect(page.getByRole('heading', { name: TITLE, level: 1 })).toBeVisible()
    await expect(page.getByText(SUMMARY.navy)).toBeVisible()
    const claim = page.getByRole('article', { name: TWO })
    await expect(claim.getByText('Probably true', { exact: true })).toBeVisible()
    await expect(claim.getByText('2 independent origins')).toBeVisible()
    await expect(claim.getByText('3 ballots: 3 for “Probably true”. The ballots agree.')).toBeVisible()
    await expect(page.getByRole('article', { name: ONE }).getByText('Doubtful', { exact: true })).toBeVisible()
    const opener = page.getByRole('button', { name: 'Evidence 1: Harbour Courier' }).first()
    await opener.press('Enter')
    const note = page.getByRole('dialog', { name: 'Evidence 1: Harbour Courier' })
    await expect(note).toBeInViewport()
    await expect(note.locator('mark')).toHaveText(COURIER.navy)
    await expect(note.getByText('SHA-256 of the captured text')).toBeVisible()
    // Who opened it by key is taken to it, stays in it, and comes back to where it was opened.
    await expect(note).toBeFocused()
    for (let pressed = 0; pressed < 6; pressed++) {
      await page.keyboard.press('Tab')
      await expect(page.locator('.opener-button:focus')).toHaveCount(0)
    }
    await note.getByRole('button', { name: 'Close' }).press('Escape')
    await expect(note).toBeHidden()
    await expect(opener).toBeFocused()
    await expect(page.getByRole('article', { name: 'Evidence 1', exact: true }).locator('blockquote')).toHaveText(
      COURIER.navy,
    )
    const arabic = page.getByRole('article', { name: 'Evidence 3', exact: true }).locator('blockquote')
    await expect(arabic).toHaveCSS('direction', 'rtl')
    await expect(page.getByText(MINISTRY_IN_ENGLISH).first()).toBeVisible()
    // Readers never learn who, nor the reasons that their writers kept to the desk.
    const html = await page.content()
    for (const { name, email } of Object.values(PEOPLE)) {
      expect(html).not.toContain(name)
      expect(html).not.toContain(email)
    }
    expect(html).not.toContain('The reporter was there.')
  })
})

test('machines find it: ClaimReview in the page, and the feeds', async ({ request }) => {
  const html = await (await request.get(`${newsroomUrl()}${publicPath}`)).text()
  const blocks = [...html.matchAll(/<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/gs)]
  const reviews = blocks.map(([, json]) => JSON.parse(json ?? '') as Record<string, unknown>)
  const two = reviews.find((review) => review['claimReviewed'] === TWO)
  expect(two).toMatchObject({
    '@type': 'ClaimReview',
    reviewRating: { '@type': 'Rating', ratingValue: 4, bestRating: 5, worstRating: 1, alternateName: 'Probably true' },
    itemReviewed: { '@type': 'Claim', author: { name: 'Velland navy' } },
  })
  expect(reviews.some((review) => review['claimReviewed'] === ONE)).toBe(true)
  for (const feed of ['/feed.atom', '/feed.rss', '/feed.json', '/sitemap.xml']) {
    const response = await request.get(`${newsroomUrl()}${feed}`)
    expect(response.ok()).toBe(true)
    expect(await response.text()).toContain(feed === '/sitemap.xml' ? publicPath : TITLE)
  }
})

const CORRECTED = 'The port has since been closed.'
/** It takes the place of what the ministry says; of both, the first word is the same. */
const CHANGED = /^port has since been closed/
const BYLINE = 'L. of the Border Desk'
const NOTE = 'The first version left out that the port is closed.'

test('another editor corrects it', async () => {
  const { lev, ines } = people
  await lev.page.getByRole('button', { name: 'Begin a new version' }).click()
  await summaryBox(lev.page).getByText(SUMMARY.ministry).click({ clickCount: 3 })
  await typeCited(lev.page, CORRECTED, 'counted two')
  await expectSaved(lev.page)
  await lev.page.getByText('Your byline: none').click()
  await lev.page.getByRole('textbox', { name: 'Name on the public page' }).fill(BYLINE)
  await lev.page.getByRole('button', { name: 'Save the byline' }).click()
  await expect(lev.page.getByText(`Your byline: ${BYLINE}`)).toBeVisible()
  await lev.page.getByRole('button', { name: 'Submit for review' }).click()
  await expect(lev.page.getByRole('link', { name: 'See the page' })).toBeVisible()

  await visit(ines.page, '/desk/reviews')
  await ines.page.getByRole('link', { name: TITLE }).click()
  await ines.page.getByRole('tab', { name: 'Changes since version 1' }).click()
  await expect(ines.page.locator('ins').filter({ hasText: CHANGED })).toBeVisible()
  const leftOut = ines.page.getByRole('region', { name: 'Judged, and left out' })
  await expect(leftOut.getByRole('link')).toHaveText([ONE])
  await ines.page.getByRole('button', { name: 'Approve this page' }).click()
  await expect(ines.page.getByText('1 of 1 approval of this page.')).toBeVisible()

  await visit(lev.page, workspace)
  await lev.page.getByRole('button', { name: 'Publish…' }).click()
  const dialog = lev.page.getByRole('dialog', { name: 'Publish version 2' })
  await dialog.getByRole('button', { name: 'Publish version 2' }).click()
  await expect(dialog.getByRole('radiogroup')).toHaveAccessibleDescription(/Choose what it is/)
  await dialog.getByRole('radio', { name: 'Correction' }).check({ force: true })
  await dialog.getByRole('textbox', { name: /^Note for readers/ }).fill(NOTE)
  await dialog.getByRole('button', { name: 'Publish version 2' }).click()
  await expect(lev.page.getByRole('link', { name: 'Version 2' })).toBeVisible()
})

test('readers are told what changed and why', async ({ browser }) => {
  await read(browser, publicPath, async (page) => {
    await expect(page.getByText(CORRECTED)).toBeVisible()
    await page.getByRole('link', { name: 'What changed, and why' }).click()
    await expect(page.getByText(NOTE).first()).toBeVisible()
    await expect(page.locator('ins').filter({ hasText: CHANGED })).toBeVisible()
    await page.goto(`${publicPath}/v/1`)
    await expect(page.getByText('This is version 1. Version 2 took its place')).toBeVisible()
    await page.goto('/corrections')
    await expect(page.getByText(NOTE)).toBeVisible()
  })
})

test('a notice says that it is being re-examined', async ({ browser }) => {
  const { page } = people.jonas
  await visit(page, workspace)
  await page.getByRole('button', { name: 'Re-examine…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: /^Reason, for readers/ }).fill('A new picture of the port has come in.')
  await dialog.getByRole('button', { name: 'Re-examine', exact: true }).click()
  await expect(page.getByText('Readers are told that this account is being re-examined.')).toBeVisible()
  await read(browser, publicPath, async (reader) => {
    await expect(reader.getByText('This account is being re-examined')).toBeVisible()
    await expect(reader.getByText('A new picture of the port has come in.')).toBeVisible()
  })
})

test('only a lead proposes that a byline goes, or retracts it; the versions before stay, under a banner', async ({
  browser,
}) => {
  const { ines, jonas } = people
  const forbidden = jonas.page.getByRole('button', { name: 'Retract…' })
  await expect(forbidden).toHaveAttribute('aria-disabled', 'true')
  await expect(forbidden).toHaveAccessibleDescription(/lead/)
  await visit(ines.page, workspace)
  await ines.page.getByText('Redactions', { exact: true }).click()
  await ines.page.getByRole('button', { name: 'Propose a redaction…' }).click()
  const redaction = ines.page.getByRole('dialog', { name: 'Propose a redaction' })
  await choose(redaction, /What must go$/, `The byline “${BYLINE}” in version 2`)
  await redaction.getByRole('textbox', { name: /^Reason, for readers/ }).fill('Its writer was threatened.')
  await redaction.getByRole('button', { name: 'Propose', exact: true }).click()
  await expect(redaction).toBeHidden()
  await expect(ines.page.getByText(`“${BYLINE}”`)).toBeVisible()
  await ines.page.getByRole('button', { name: 'Retract…' }).click()
  const dialog = ines.page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: /^Note for readers/ }).fill('The picture shows another port.')
  await dialog.getByRole('button', { name: 'Retract', exact: true }).click()
  await expect(ines.page.getByRole('link', { name: 'Version 3' })).toBeVisible()
  await read(browser, publicPath, async (reader) => {
    await expect(reader.getByText('This account was retracted on')).toBeVisible()
    await expect(reader.getByText('The picture shows another port.').first()).toBeVisible()
    await expect(reader.getByText(SUMMARY.navy)).toHaveCount(0)
    await reader.goto(`${publicPath}/v/1`)
    await expect(reader.getByText('This account was retracted on')).toBeVisible()
    await expect(reader.getByText(SUMMARY.navy)).toBeVisible()
  })
})

test('the whole of it by keyboard alone, and the focus is never lost', async () => {
  const { page } = people.lev
  await visit(page, '/desk/incidents/new')
  await page.getByRole('link', { name: 'New incident' }).focus()
  await doByKeyboard(page)
})

test('an incident that was begun, and whose answer was lost, is not begun again unawares', async () => {
  const { page } = people.ines
  await visit(page, '/desk/incidents/new')
  const title = page.getByLabel('Title')
  const begin = page.getByRole('button', { name: 'Begin the incident' })
  await title.fill('A crane falls')
  await choose(page, /Kind$/, 'Explosion')
  await page.route(/incident\.create/, lose, { times: 1 })
  await begin.click()
  await expect(page.getByText(/^The server cannot be reached/)).toBeVisible()
  await title.fill('A second crane falls')
  await begin.click()
  await expect(title).toHaveAccessibleDescription(/You have begun this incident already.* as “A crane falls”/)
  await begin.click()
  await expect(page.getByRole('heading', { name: 'A second crane falls', level: 1 })).toBeVisible()
})

test('the history tells all of it, and no page complained', async () => {
  const { page } = people.ines
  await visit(page, workspace)
  await page.getByRole('link', { name: 'History' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  for (const words of [/retracted/i, /published/i, /approved/i]) {
    await expect(page.getByText(words).first()).toBeVisible()
  }
  for (const { name, said } of Object.values(people)) expect(said, name).toEqual([])
})
