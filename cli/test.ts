import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { SetupError } from '../env'
import { findBrowser } from './browser'
import { ensureBuilt } from './build'
import { root } from './root'
import { runStep } from './step'
import type { Count, Step } from './step'

const say = (line: string): void => console.log(line)

/** `npm test [-- STEP …]`: everything that has to hold, or only the steps that are named. */
export default async function test(args: string[]): Promise<void> {
  const reports = mkdtempSync(path.join(tmpdir(), 'assay-reports-'))
  const total: Count = { passed: 0, failed: 0, failures: [] }
  const note = (name: string, { passed, failed, failures }: Count): void => {
    total.passed += passed
    total.failed += failed
    total.failures.push(...failures.map((failure) => `${name}: ${failure}`))
  }
  try {
    const isWanted = chooser(args)
    // It may have to be fetched, which needs the network and next to nothing else.
    const browser = isWanted('e2e') ? seekBrowser() : undefined
    const quick = quickSteps(reports).filter(({ name }) => isWanted(name))
    await twoAtATime(quick, async ({ name, act }) => note(name, await act()))
    for (const step of slowSteps(reports).filter(({ name }) => isWanted(name)))
      note(step.name, await (step.name === 'e2e' && browser ? runIn(await browser, step) : runStep(step, true)))
  } finally {
    rmSync(reports, { recursive: true, force: true })
  }
  for (const failure of total.failures) say(`\nFailed in ${failure}`)
  say(`\n${total.passed} passed, ${total.failed} failed`)
  process.exit(total.failed === 0 ? 0 : 1)
}

function chooser(args: string[]): (name: string) => boolean {
  const names = [...quickSteps(''), ...slowSteps('')].map(({ name }) => name)
  const unknown = args.find((arg) => !names.includes(arg))
  if (unknown !== undefined) {
    throw new SetupError(`There is no step ${JSON.stringify(unknown)}. There are: ${names.join(', ')}.`)
  }
  return (name) => args.length === 0 || args.includes(name)
}

/** Longest first, for two cores to share; the build after the types, which are made from the same folder. */
function quickSteps(reports: string): { name: string; act: () => Promise<Count> }[] {
  const steps = [script('lint'), script('types'), vitest('unit', reports)]
  const later = [script('format'), script('walls'), script('knip')]
  const quietly = (step: Step) => ({ name: step.name, act: () => runStep(step, false) })
  const build = { name: 'build', act: () => attempt('build', () => ensureBuilt(say)) }
  return [...steps.map(quietly), build, ...later.map(quietly)]
}

/** What package.json calls by this name; it passes or fails as a whole. */
const script = (name: string): Step => ({ name, command: ['npm', 'run', '--silent', name] })

/** Contract, races and machine need the database, and some of them the build; e2e needs a browser too. */
function slowSteps(reports: string): Step[] {
  const file = path.join(reports, 'e2e.json')
  return [
    vitest('database', reports),
    {
      name: 'e2e',
      command: ['playwright', 'test', '--reporter=list,json'],
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
      report: { file, count: countPlaywright },
    },
  ]
}

function vitest(name: string, reports: string): Step {
  const file = path.join(reports, `${name}.json`)
  const options = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  return { name, command: ['vitest', 'run', '--project', name, ...options], report: { file, count: countVitest } }
}

interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  testResults: { name: string; assertionResults: { status: string; fullName: string; failureMessages: string[] }[] }[]
}

function countVitest(report: unknown): Count {
  const { numPassedTests, numFailedTests, testResults } = report as VitestReport
  const failures = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map((test) => told(path.relative(root, name), test.fullName, test.failureMessages[0])),
  )
  return { passed: numPassedTests, failed: numFailedTests, failures }
}

interface PlaywrightSuite {
  suites?: PlaywrightSuite[]
  specs: { ok: boolean; title: string; file: string; tests: { results: { error?: { message?: string } }[] }[] }[]
}

function countPlaywright(report: unknown): Count {
  const { stats, suites } = report as {
    stats: { expected: number; flaky: number; unexpected: number }
    suites: PlaywrightSuite[]
  }
  const failuresOf = (suite: PlaywrightSuite): string[] => [
    ...suite.specs
      .filter(({ ok }) => !ok)
      .map((spec) => told(spec.file, spec.title, spec.tests[0]?.results.at(-1)?.error?.message)),
    ...(suite.suites ?? []).flatMap(failuresOf),
  ]
  const passed = stats.expected + stats.flaky
  return { passed, failed: stats.unexpected, failures: suites.flatMap(failuresOf) }
}

/** The first lines of the reason, for the whole of it stands above. */
function told(file: string, title: string, reason = ''): string {
  return `${file} > ${title}\n${reason.split('\n').slice(0, 12).join('\n')}`
}

/** A browser for the tests; without a program, Playwright finds its own. */
type Browser = { found: Count; program?: string | undefined }

async function seekBrowser(): Promise<Browser> {
  let program: string | undefined
  const found = await attempt('browser', async () => {
    program = await findBrowser(say)
  })
  return { found, program }
}

const runIn = async ({ found, program }: Browser, step: Step): Promise<Count> =>
  found.failed > 0 ? found : runStep({ ...step, env: { ...step.env, CHROMIUM_PATH: program } }, true)

async function attempt(name: string, act: () => Promise<void>): Promise<Count> {
  say(`\n── ${name} ──`)
  try {
    await act()
    return { passed: 1, failed: 0, failures: [] }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    say(reason)
    return { passed: 0, failed: 1, failures: [reason] }
  }
}

async function twoAtATime<T>(steps: readonly T[], act: (step: T) => Promise<void>): Promise<void> {
  const waiting = [...steps]
  const worker = async (): Promise<void> => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) await act(step)
  }
  await Promise.all([worker(), worker()])
}
