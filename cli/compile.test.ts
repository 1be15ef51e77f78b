import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compile } from './compile.mjs'
import { root } from './root'

let checkout = ''
const write = (name: string, text: string) => writeFileSync(path.join(checkout, name), text)

async function run(): Promise<string> {
  const folder = await compile(checkout, 'said', ['cli/say.ts'])
  const module = (await import(pathToFileURL(path.join(folder, 'cli/say.mjs')).href)) as { say: () => string }
  return module.say()
}

beforeAll(() => {
  checkout = mkdtempSync(path.join(tmpdir(), 'assay-compile-'))
  for (const folder of ['cli', 'node_modules']) mkdirSync(path.join(checkout, folder))
  symlinkSync(path.join(root, 'node_modules/esbuild'), path.join(checkout, 'node_modules/esbuild'))
  cpSync(path.join(root, 'tsconfig.json'), path.join(checkout, 'tsconfig.json'))
  write('cli/word.ts', `export const word: string = 'first'`)
  write('cli/say.ts', `import { word } from '@/cli/word'\nexport const say = () => word + ' ' + import.meta.url`)
})
afterAll(() => rmSync(checkout, { recursive: true }))

const made = () => readdirSync(path.join(checkout, 'node_modules/.assay-compiled/said'))
const results = () => made().filter((name) => name.length === 16)

test('a command is compiled once, and again when anything that it loads has changed', async () => {
  const here = pathToFileURL(path.join(checkout, 'cli/say.ts')).href
  expect(await run()).toBe(`first ${here}`)
  const [first] = results()
  expect(await run()).toBe(`first ${here}`)
  expect(results()).toEqual([first])
  write('cli/word.ts', `export const word: string = 'second'`)
  expect(await run()).toBe(`second ${here}`)
  for (const word of ['third', 'fourth', 'fifth']) {
    write('cli/word.ts', `export const word: string = '${word}'`)
    expect(await run()).toContain(word)
  }
  expect(results()).toHaveLength(3)
})

test('two at once make one result, and leave nothing half made', async () => {
  write('cli/word.ts', `export const word: string = 'both'`)
  const [one, other] = await Promise.all([run(), run()])
  expect(one).toContain('both')
  expect(other).toBe(one)
  expect(made().filter((name) => name.startsWith('new-'))).toEqual([])
})

test('what cannot be compiled is said, and what was there stays', async () => {
  const before = results()
  write('cli/word.ts', 'export const word: string = ')
  await expect(run()).rejects.toThrow('Unexpected end of file')
  expect(results()).toEqual(before)
  write('cli/word.ts', `export const word: string = 'both'`)
  expect(await run()).toContain('both')
})
