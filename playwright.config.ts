import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'
import { childEnv, env } from './env'

const usual = ['chromium-headless-shell', 'chromium', 'chromium-browser'].map((name) => `/usr/bin/${name}`)

/** Found by `npm test`; where Playwright is started by itself, the usual place, else its own browser. */
function browserPath(): { executablePath: string } | object {
  const found = env().CHROMIUM_PATH ?? usual.find(existsSync)
  return found === undefined ? {} : { executablePath: found }
}

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/harness/browser-setup.ts',
  outputDir: 'test-results',
  // Two cores: a file each, in the order of their names. What can be shared out (screens) comes last.
  workers: 2,
  fullyParallel: false,
  retries: 0,
  forbidOnly: childEnv()['CI'] !== undefined,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    locale: 'en-GB',
    timezoneId: 'UTC',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...browserPath(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
