import { rmSync } from 'node:fs'
import { setEnv } from '@/env'
import { startApp } from './app'
import type { AppOptions, RunningApp } from './app'
import { demoPassword } from './browser'
import { serveNews } from './news-site'
import { quickFolder } from './quick-folder'

interface Running {
  app: RunningApp
  stop: () => Promise<void>
}

/** The built application on a private database of its own. */
async function begin(env: Record<string, string>, more: Pick<AppOptions, 'args' | 'pages'> = {}): Promise<Running> {
  const data = quickFolder('assay-e2e-')
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
  // Both at once; where there is no build yet, the second waits for that of the first.
  const news = await serveNews()
  const begun = [begin({}), begin({ DEMO_PASSWORD: demoPassword }, { args: ['--demo'], pages: news.port })] as const
  const [empty, demo] = await Promise.all(begun).catch(async (error: unknown) => {
    const ended = (await Promise.allSettled(begun)).flatMap((one) =>
      one.status === 'fulfilled' ? one.value.stop() : [],
    )
    await Promise.all([...ended, news.close()])
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
