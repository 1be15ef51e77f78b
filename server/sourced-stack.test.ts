import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildSync } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sourcedStack } from './sourced-stack'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'assay-stack-'))
  writeFileSync(
    path.join(folder, 'fault.ts'),
    `type Reason = string\n\nconst why: Reason = 'x'\nthrow new Error(why)\n`,
  )
  const outfile = path.join(folder, 'made.mjs')
  buildSync({
    entryPoints: [path.join(folder, 'fault.ts')],
    outfile,
    sourcemap: true,
    minify: true,
    logLevel: 'silent',
  })
})
afterAll(() => rmSync(folder, { recursive: true }))

const made = () => path.join(folder, 'made.mjs')

test('a fault is told where the source has it', () => {
  const column = readFileSync(made(), 'utf8').indexOf('new Error') + 1
  const stack = `Error: x\n    at ${pathToFileURL(made()).href}:1:${column}\n    at run (${made()}:1:${column})`
  expect(sourcedStack(stack)).toBe('Error: x\n    at fault.ts:4:7\n    at run (fault.ts:4:7)')
})

test('what has no map, or one that cannot be read, stays as it was', () => {
  writeFileSync(`${path.join(folder, 'broken.js')}.map`, 'no map')
  for (const line of [
    `    at run (${folder}/other.js:3:7)`,
    `    at run (${folder}/broken.js:1:1)`,
    '    at async Promise.all (index 0)',
    '    at node:internal/main:1:1',
    'Error: nothing like a stack /x.js:99999999999999999999:1',
  ])
    expect(sourcedStack(line)).toBe(line)
})
