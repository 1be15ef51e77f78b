import { spawn, spawnSync } from 'node:child_process'
import { childEnv, env } from '../env'
import { root } from './root'

/** The shell is Chromium without its windows: half the work for the tests, and little to install. */
const installed = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/**
 * A browser for the tests: CHROMIUM_PATH, an installed Chromium or Chrome, one from apt as root, else Playwright's own.
 * @returns its path; undefined for Playwright's own, which Playwright finds by itself.
 * @throws Error when none can be had.
 */
export async function findBrowser(say: (line: string) => void): Promise<string | undefined> {
  const given = env().CHROMIUM_PATH
  if (given !== undefined) {
    if (doesRun(given)) return given
    throw new Error(`CHROMIUM_PATH is ${given}, which is not a browser that runs.`)
  }
  const found = installed.find(doesRun) ?? (process.getuid?.() === 0 ? await fromApt(say) : undefined)
  if (found !== undefined) return pathOf(found)
  say('Installing the browser that comes with Playwright …')
  const done = await run('npx', ['playwright', 'install', 'chromium'])
  if (done !== 0) throw new Error('No browser was found or could be installed. Install Chromium and set CHROMIUM_PATH.')
  return undefined
}

async function fromApt(say: (line: string) => void): Promise<string | undefined> {
  if (spawnSync('apt-get', ['--version']).status !== 0) return undefined
  say('Installing Chromium with apt-get …')
  if ((await run('apt-get', ['update'])) !== 0) return undefined
  for (const name of ['chromium-headless-shell', 'chromium'])
    if ((await run('apt-get', ['install', '-y', '--no-install-recommends', name])) === 0) return installed.find(doesRun)
  return undefined
}

/** Shows what it says only when it fails. */
function run(program: string, args: string[]): Promise<number | null> {
  const env = childEnv({ DEBIAN_FRONTEND: 'noninteractive' })
  const child = spawn(program, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const said: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk))
  return new Promise((resolve) => {
    child.once('error', () => resolve(null))
    child.once('close', (code) => {
      if (code !== 0) process.stdout.write(Buffer.concat(said))
      resolve(code)
    })
  })
}

/** Some systems have a script of that name that only says where to get the real one. */
function doesRun(program: string): boolean {
  const asked = spawnSync(program, ['--version'], { encoding: 'utf8', timeout: 20_000 })
  return asked.status === 0 && /Chrom/.test(asked.stdout)
}

function pathOf(program: string): string {
  return program.includes('/') ? program : spawnSync('which', [program], { encoding: 'utf8' }).stdout.trim()
}
