import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { childEnv } from '@/env'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface RunningApp {
  /** Its address, without a slash at the end. */
  url: string
  /** The one-time link that makes the first account, while there is none. */
  firstLink: string | undefined
  pid: number
  /** Everything it has printed and logged. */
  output: () => string
  /** Nobody reads any more what it prints. */
  leave: () => void
  /** Asks it to stop; the exit code. */
  stop: () => Promise<number | null>
  /** `kill -9` */
  kill: () => Promise<number | null>
}

export interface AppOptions {
  /** Without it the program runs its private server, in DATA_DIR, which `env` must then name; else it is the run's own. */
  databaseUrl?: string
  /** A free one by default. */
  port?: number
  /** More settings, by the names of environment variables. */
  env?: Record<string, string>
  /** Options of `npm start`. */
  args?: string[]
  /** Port of a listener on loopback that stands for the whole Internet, for pages that are read. */
  pages?: number
}

/** The secret that the applications of the tests sign with, unless `env` says otherwise. */
export const testSecret = 'only-for-tests-only-for-tests-only-for-tests'

/** What the logs of the tests are signed with, likewise, and the key that tells. */
export const testSigningKey = 'PRIVATE+KEY+log.test/log+a65bbcfc+AaINeMyLUhnpAEbDIda40RGpweI4gGj/0irb1Jn5Spnf'
export const testVerifierKey = 'log.test/log+a65bbcfc+AerozYqeI1M73YowiSfwy4l6IwC/bQ+zK2pUYb2qQflK'

const settings = ['HOST', 'PUBLIC_URL', 'DEMO_PASSWORD', 'DEMO_MARKUP', 'IS_DEMO', 'TRUST_PROXY', 'NODE_ENV']
const unset = Object.fromEntries(settings.map((name) => [name, undefined]))

/**
 * Starts the application with the real start command and waits until it serves, with its database or without; no pages
 * are kept on disk, nor rendered before they are asked for, unless `env` says so. The build that is there is used, and made first when it is older than its sources.
 * @throws Error with all it said when it ends before it serves.
 */
export async function startApp({ databaseUrl, port = 0, env = {}, args = [], pages }: AppOptions): Promise<RunningApp> {
  const wire = pages === undefined ? [] : ['--import', `./tests/harness/preload-network.mjs?port=${pages}`]
  const child = spawn(process.execPath, [...wire, 'cli/boot.mjs', 'start', ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: childEnv({
      ...unset,
      DATABASE_URL: databaseUrl,
      PORT: String(port),
      AUTH_SECRET: testSecret,
      LOG_SIGNING_KEY: testSigningKey,
      LOG_LEVEL: 'warn',
      GAZETTEER: 'off',
      PAGE_DISK: '0',
      PAGES_AHEAD: 'off',
      ...env,
    }),
  })
  let said = ''
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const url = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      said += chunk.toString()
      const ready = /^Assay (?:is ready|serves readers) at (\S+)/m.exec(said)
      // The line with the link, if there is one, comes in the breath after it.
      if (ready?.[1] !== undefined) setTimeout(resolve, 100, ready[1])
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.once('exit', (code) => reject(new Error(`The application ended with ${code} before it served:\n${said}`)))
  })
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal)
    return ended
  }
  return {
    url,
    firstLink: /^Nobody has an account yet\. Make the first: (\S+)$/m.exec(said)?.[1],
    pid: child.pid ?? 0,
    output: () => said,
    leave: () => {
      child.stdout.destroy()
      child.stderr.destroy()
    },
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  }
}
