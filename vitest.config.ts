import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { compile, readers } from './cli/compile.mjs'
import { setEnv } from './env.ts'
import { LongestFirst } from './tests/harness/longest-first.ts'

/** What tests start as processes of their own, to kill them or to confine them. */
const programs = [
  'tests/harness/confined-probe.ts',
  ...['', 'capture-', 'list-', 'worker-'].map((kind) => `tests/machine/${kind}holder.ts`),
]
setEnv({ COMPILED: await compile(import.meta.dirname, 'tests', [...readers, ...programs]) })

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)) }
const never = ['node_modules/**', '.next/**', 'data/**', 'tests/e2e/**']
const withDatabase = [
  'tests/contract/**/*.test.ts',
  'tests/races/**/*.test.ts',
  'tests/machine/**/*.test.ts',
  'tests/crash/**/*.test.ts',
  '**/*.db.test.ts',
]

export default defineConfig({
  test: {
    // Half of the time of a file with a database is the server's: two at once keep two cores busy.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...never, ...withDatabase],
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'database',
          include: withDatabase,
          exclude: never,
          globalSetup: ['tests/harness/global-setup.ts'],
          // To load the program anew for each file took a twelfth of the time; a file leaves nothing of its own behind.
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
