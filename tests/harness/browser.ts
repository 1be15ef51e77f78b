import { expect } from '@playwright/test'
import type { Browser, BrowserContext, ConsoleMessage, Page } from '@playwright/test'
import { childEnv } from '@/env'

/** The password of the four people of the demo newsroom, as the browser tests start it. */
export const demoPassword = 'only for tests of the demo'

function told(name: 'ASSAY_URL' | 'ASSAY_FIRST_LINK' | 'ASSAY_DEMO_URL'): string {
  const value = childEnv()[name]
  if (value === undefined) throw new Error(`${name} is set by browser-setup.ts, before the tests.`)
  return value
}

/** The newsroom that is empty when the run begins. */
export const newsroomUrl = (): string => told('ASSAY_URL')
/** The link, good once, that makes its first account. */
export const firstLink = (): string => told('ASSAY_FIRST_LINK')
/** The demo newsroom: only to be read, other files read it too. */
export const demoUrl = (): string => told('ASSAY_DEMO_URL')

/** A stale write and a rule that forbids: the screen explains both. */
const REFUSALS: ReadonlySet<number> = new Set([409, 412])

/** What went wrong in a page without anybody seeing it: console errors, uncaught faults, requests that failed. */
export function listen(page: Page): string[] {
  const said: string[] = []
  page.on('console', (message: ConsoleMessage) => {
    // What was answered with an error is told below, with its address.
    const isAnswer = message.text().startsWith('Failed to load resource')
    if (message.type() === 'error' && !isAnswer) said.push(`${page.url()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => said.push(`${page.url()}: ${error.message}`))
  page.on('response', (response) => {
    if (response.status() >= 400 && !REFUSALS.has(response.status()))
      said.push(`${response.status()} ${response.url()}`)
  })
  return said
}

/** Signs in by the form, as people do. */
export async function signIn(page: Page, base: string, email: string, password: string): Promise<void> {
  await page.goto(`${base}/signin`)
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => url.pathname.startsWith('/desk'))
}

export interface Person {
  name: string
  email: string
  page: Page
  context: BrowserContext
  /** See `listen`. */
  said: string[]
}

/** A browser of one's own, with nothing in it. */
export async function newPerson(browser: Browser, base: string, name: string, email: string): Promise<Person> {
  const context = await browser.newContext({ baseURL: base, viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  return { name, email, page, context, said: listen(page) }
}

/** How far a page can be scrolled sideways, in pixels: nothing, where it fits. */
export async function expectFits(page: Page): Promise<void> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(wide, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0)
}
