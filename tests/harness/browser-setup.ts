import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setEnv } from '@/env'
import { startApp } from './app'
import type { AppOptions, RunningApp } from './app'
import { demoPassword } from './browser'
import { serveNews } from './news-site'

interface Running {
  app: RunningApp
  stop: () => Promise<void>
}

/** The built application on a private database of its own. */
async function begin(env: Record<string, string>, more: Pick<AppOptions, 'args' | 'pages'> = {}): Promise<Running> {
  const data = mkdtempSync(path.join(tmpdir(), 'assay-e2e-'))
  const remove = (): void => rmSync(data, { recursive: true, force: true })
  try {
    const app = await startApp({ env: { DATA_DIR: data, ...env }, ...more })
    const stop = async (): Promise<void> => {
      await app.stop()
      remove()
    }
    return { app, stop }
  } catch (error) {
    remove()
    throw error
  }
}

/** Two newsrooms for the whole run: an empty one that nobody has entered yet, and the demo, which can read pages. */
export default async function setup(): Promise<() => Promise<void>> {
  // One after the other: the first may have to build.
  const empty = await begin({})
  const news = await serveNews()
  const options = { args: ['--demo'], pages: news.port }
  const demo = await begin({ DEMO_PASSWORD: demoPassword }, options).catch(async (error: unknown) => {
    await Promise.all([empty.stop(), news.close()])
    throw error
  })
  setEnv({
    ASSAY_URL: empty.app.url,
    ASSAY_FIRST_LINK: empty.app.firstLink,
    ASSAY_DEMO_URL: demo.app.url,
  })
  return async () => {
    await Promise.all([empty.stop(), demo.stop(), news.close()])
  }
}
