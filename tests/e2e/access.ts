import AxeBuilder from '@axe-core/playwright'
import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { expectFits } from '@/tests/harness/browser'

const WIDTHS = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
] as const

/** In the dark the page is the same but for its colours. */
const SCHEMES = [
  ['light', []],
  ['dark', ['color-contrast', 'link-in-text-block']],
] as const

/** What axe finds in the page as it stands, each with the elements it means. */
async function findings(page: Page, rules: readonly string[]): Promise<string[]> {
  // Of what is in order nothing is gathered, which takes as long as looking.
  const options = { resultTypes: ['violations' as const], ...(rules.length === 0 ? {} : { runOnly: [...rules] }) }
  // Half a megabyte, sent and read twice for each look, takes four times as long as looking: once a page will do.
  const isThere = await page.evaluate(() => 'axe' in window)
  const builder = new AxeBuilder({ page, ...(isThere ? { axeSource: 'void 0' } : {}) })
  // There are no frames, so the mode that opens a page of its own for each run is not needed.
  const { violations } = await builder.setLegacyMode(true).options(options).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`)
}

/** Waits until no colour is between two: a transition, however short, only ends in a frame that is drawn. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
  })
}

/** Times that a page is looked at before what is found counts: under load a colour can be late by more than a frame. */
const LOOKS = 4

/** What is there to stay: a page that is found in the middle of a change is looked at again. */
async function lasting(page: Page, rules: readonly string[]): Promise<string[]> {
  let found: string[] = []
  for (let look = 0; look < LOOKS; look++) {
    await settle(page)
    found = await findings(page, rules)
    if (found.length === 0) break
  }
  return found
}

/** On a telephone and on a desk, light and dark: axe finds nothing, and nothing has to be scrolled sideways. */
export async function expectAccessible(page: Page, widths: readonly number[] = [390, 1440]): Promise<void> {
  for (const size of WIDTHS.filter(({ width }) => widths.includes(width))) {
    await page.setViewportSize(size)
    for (const [colorScheme, rules] of SCHEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      expect.soft(await lasting(page, rules), `${page.url()} at ${size.width} px, ${colorScheme}`).toEqual([])
    }
    await expectFits(page)
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null })
}
