import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setEnv } from '@/env'
import { startApp } from './app'
import type { RunningApp } from './app'
import { demoPassword } from './browser'

interface Running {
  app: RunningApp
  stop: () => Promise<void>
}

/** The built application on a private database of its own. */
async function begin(env: Record<string, string>, args: string[] = []): Promise<Running> {
  const data = mkdtempSync(path.join(tmpdir(), 'assay-e2e-'))
  const remove = (): void => rmSync(data, { recursive: true, force: true })
  try {
    const app = await startApp({ env: { DATA_DIR: data, ...env }, args })
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

/** Two newsrooms for the whole run: an empty one that nobody has entered yet, and the demo. */
export default async function setup(): Promise<() => Promise<void>> {
  // One after the other: the first may have to build.
  const empty = await begin({})
  const demo = await begin({ DEMO_PASSWORD: demoPassword }, ['--demo']).catch(async (error: unknown) => {
    await empty.stop()
    throw error
  })
  setEnv({
    ASSAY_URL: empty.app.url,
    ASSAY_FIRST_LINK: empty.app.firstLink,
    ASSAY_DEMO_URL: demo.app.url,
  })
  return async () => {
    await Promise.all([empty.stop(), demo.stop()])
  }
}
