import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { SETTINGS } from '@/env'

const read = (path: string) => readFileSync(path, 'utf8')
const decisions = readdirSync('docs/decisions').map((name) => `docs/decisions/${name}`)
const guides = readdirSync('docs').flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : []))
const documents = ['README.md', 'CONTRIBUTING.md', 'verifier/README.md', ...guides, ...decisions]
const all = documents.map((path) => [path, read(path)] as const)

/** As GitHub makes them of headings. */
const anchorsIn = (text: string) =>
  [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )

function leadNowhere(path: string, text: string): string[] {
  return [...text.matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)]*))?\)/g)]
    .filter(([, to = '', anchor]) => {
      const file = to === '' ? path : join(dirname(path), to)
      return !existsSync(file) || (anchor !== undefined && !anchorsIn(read(file)).includes(anchor))
    })
    .map(([link]) => `${path}: ${link}`)
}

/** Paths of this repository as documents name them; what decision 1 says there is not, is not. */
const FOLDERS = 'app|bench|cli|components|db|docs|domain|server|tests|verifier'
const PATH = new RegExp(`\`((?:${FOLDERS})/[\\w@.()[\\]/-]+)\``, 'g')
const NONE = new Set(['app/layout.tsx'])

function notThere(path: string, text: string): string[] {
  return [...text.matchAll(PATH)]
    .map(([, named = '']) => named)
    .filter((named) => !existsSync(named) && !NONE.has(named))
    .map((named) => `${path}: ${named}`)
}

function noCommand(path: string, text: string): string[] {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  const admin = [...read('cli/admin.ts').matchAll(/^ {2}([a-z-]+) .* {2}/gm)].map(([, name]) => name)
  const named = [...text.matchAll(/npm run (?:-s )?([a-z:]+)(?: -- ([a-z-]+))?/g)]
  return named
    .filter(([, script = '', verb]) => !(script in scripts) || (script === 'admin' && verb && !admin.includes(verb)))
    .map(([command]) => `${path}: ${command}`)
}

test.each(all)('%s leads to what there is, and names files and commands that there are', (path, text) => {
  expect([...leadNowhere(path, text), ...notThere(path, text), ...noCommand(path, text)]).toEqual([])
})

test('what is not there is found', () => {
  const text =
    '[a](nothing.md) [b](README.md#start-it) [c](#nowhere) `cli/none.ts` `npm run nothing` `npm run admin -- x`'
  expect(leadNowhere('README.md', text)).toEqual(['README.md: [a](nothing.md)', 'README.md: [c](#nowhere)'].map(shown))
  expect(notThere('a.md', text)).toEqual(['a.md: cli/none.ts'])
  expect(noCommand('a.md', text)).toEqual(['a.md: npm run nothing', 'a.md: npm run admin -- x'])
})

const shown = (line: string) => line.replace(/\[.\]/, ']')

/** Set by the program or by npm, never by hand. */
const INNER = ['COMPILED', 'INIT_CWD', 'IS_DEMO', 'NODE_ENV']

test('every setting is in the README, and every one there is a setting', () => {
  const rows = read('README.md').match(/^\| `[A-Z0-9_]+`.*$/gm) ?? []
  const told = rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([A-Z0-9_]+)`/g)].map(([, name]) => name))
  expect(told.toSorted()).toEqual(SETTINGS.filter((name) => !INNER.includes(name)).toSorted())
})

test('no two decisions have one number', () => {
  const numbers = decisions.map((path) => path.slice(15, 19))
  expect(numbers.filter((number, index) => numbers.indexOf(number) !== index)).toEqual([])
})
