import { spawnSync } from 'node:child_process'
import { childEnv, env } from '../env'
import { root } from './root'

const installed = [
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
export function findBrowser(say: (line: string) => void): string | undefined {
  const given = env().CHROMIUM_PATH
  if (given !== undefined) {
    if (doesRun(given)) return given
    throw new Error(`CHROMIUM_PATH is ${given}, which is not a browser that runs.`)
  }
  const found = installed.find(doesRun) ?? (process.getuid?.() === 0 ? fromApt(say) : undefined)
  if (found !== undefined) return pathOf(found)
  say('Installing the browser that comes with Playwright …')
  const done = run('npx', ['playwright', 'install', 'chromium'])
  if (done !== 0) throw new Error('No browser was found or could be installed. Install Chromium and set CHROMIUM_PATH.')
  return undefined
}

function fromApt(say: (line: string) => void): string | undefined {
  if (spawnSync('apt-get', ['--version']).status !== 0) return undefined
  say('Installing Chromium with apt-get …')
  const isDone = run('apt-get', ['update']) === 0 && run('apt-get', ['install', '-y', 'chromium']) === 0
  return isDone ? installed.find(doesRun) : undefined
}

function run(program: string, args: string[]): number | null {
  const env = childEnv({ DEBIAN_FRONTEND: 'noninteractive' })
  return spawnSync(program, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] }).status
}

/** Some systems have a script of that name that only says where to get the real one. */
function doesRun(program: string): boolean {
  const asked = spawnSync(program, ['--version'], { encoding: 'utf8', timeout: 20_000 })
  return asked.status === 0 && /Chrom/.test(asked.stdout)
}

function pathOf(program: string): string {
  return program.includes('/') ? program : spawnSync('which', [program], { encoding: 'utf8' }).stdout.trim()
}
