import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { childEnv, SETTINGS } from '../env'
import { root } from './root'

export interface Count {
  passed: number
  failed: number
  /** Each failed test with its reason, or the end of what a step without tests printed; said again at the end. */
  failures: string[]
}

export interface Step {
  name: string
  /** A program of the project, or npm, with its arguments. */
  command: string[]
  env?: Record<string, string | undefined>
  /** A runner's report, from which its tests are counted; without one the step itself counts as one test. */
  report?: { file: string; count: (report: unknown) => Count }
}

/** Minutes after which a step that hangs is ended. */
const longest = 30

/** How the tests themselves are run. */
const OF_THE_RUN = ['CHROMIUM_PATH', 'COMPILED', 'INIT_CWD']

/** The tests are to find nothing of the installation they are run in. */
const clean = Object.fromEntries(SETTINGS.filter((name) => !OF_THE_RUN.includes(name)).map((name) => [name, undefined]))

/**
 * Runs one step and shows what it printed.
 * @param isLive shows it as it comes; otherwise at the end, so that steps that run side by side stay readable.
 */
export async function runStep(step: Step, isLive: boolean): Promise<Count> {
  const begun = Date.now()
  const printed: Buffer[] = []
  const show = (chunk: Buffer): void => {
    if (isLive) process.stdout.write(chunk)
    printed.push(chunk)
  }
  if (isLive) console.log(`\n── ${step.name} ──`)
  const isGood = await runCommand(step.command, step.env ?? {}, show)
  const output = Buffer.concat(printed)
  if (!isLive) {
    console.log(`\n── ${step.name} ──`)
    process.stdout.write(output)
  }
  const count = tally(step, isGood, output.toString().split('\n').slice(-30).join('\n').trim())
  const seconds = Math.round((Date.now() - begun) / 1000)
  console.log(`${step.name}: ${count.passed} passed, ${count.failed} failed, in ${seconds} s`)
  return count
}

function runCommand(
  [program = '', ...args]: string[],
  env: Record<string, string | undefined>,
  show: (chunk: Buffer) => void,
): Promise<boolean> {
  const programs = `${path.join(root, 'node_modules/.bin')}:${childEnv()['PATH'] ?? ''}`
  const child = spawn(program, args, {
    cwd: root,
    env: childEnv({ ...clean, NEXT_TELEMETRY_DISABLED: '1', PATH: programs, ...env }),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.stdout.on('data', show)
  child.stderr.on('data', show)
  const limit = setTimeout(() => {
    show(Buffer.from(`\nIt took more than ${longest} minutes and was ended.\n`))
    child.kill('SIGKILL')
  }, longest * 60_000)
  return new Promise((resolve) => {
    child.once('error', (error) => {
      show(Buffer.from(`${error.message}\n`))
      resolve(false)
    })
    child.once('close', (code) => resolve(code === 0))
  }).then((isGood) => {
    clearTimeout(limit)
    return isGood as boolean
  })
}

/** A runner that failed without a failed test, say because a file could not be loaded, counts as one failure. */
function tally({ report }: Step, isGood: boolean, end: string): Count {
  const broken = { passed: 0, failed: 1, failures: [end] }
  if (report === undefined) return isGood ? { passed: 1, failed: 0, failures: [] } : broken
  if (!existsSync(report.file)) return broken
  const count = report.count(JSON.parse(readFileSync(report.file, 'utf8')))
  return isGood || count.failed > 0 ? count : { ...broken, passed: count.passed }
}
