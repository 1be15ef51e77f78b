import { spawnSync } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBreaches } from './walls.mjs'

/** Each wall is broken on purpose in a small house of its own: a wall that lets that pass is no wall. */
const repository = fileURLToPath(new URL('../../', import.meta.url))
let house = ''

async function plant(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(house, path)), { recursive: true })
    await writeFile(join(house, path), text)
  }
}

async function clear(): Promise<void> {
  for (const planted of ['app', 'components', 'domain', 'server', 'db', 'cli', 'tests', 'verifier', 'env.ts']) {
    await rm(join(house, planted), { recursive: true, force: true })
  }
}

beforeAll(async () => {
  house = await mkdtemp(join(tmpdir(), 'assay-walls-'))
  await symlink(join(repository, 'node_modules'), join(house, 'node_modules'))
  const tsconfig = await readFile(join(repository, 'tsconfig.json'), 'utf8')
  // Without a baseUrl dependency-cruiser takes aliases from the folder it was started in.
  const planted = tsconfig.replace(
    '"compilerOptions": {',
    '"compilerOptions": { "baseUrl": ".", "ignoreDeprecations": "6.0",',
  )
  await writeFile(join(house, 'tsconfig.json'), planted)
})

afterAll(() => rm(house, { recursive: true, force: true }))

describe('import walls', { timeout: 60_000 }, () => {
  async function breachesOf(files: Readonly<Record<string, string>>): Promise<string[]> {
    await clear()
    await plant(files)
    const folders = [...new Set(Object.keys(files).map((path) => path.split('/')[0] ?? path))]
    const { breaches } = await findBreaches(house, folders, { modules: 1, arrows: 0 })
    return [...new Set(breaches.map((breach) => breach.split(':')[0] ?? ''))].sort()
  }

  const value = 'export const it = 1\n'
  const uses = (path: string) => `import { it } from '${path}'\nexport const mine = it\n`
  const usesType = (path: string) => `import type { It } from '${path}'\nexport type Mine = It\n`

  const broken: [string, string, Readonly<Record<string, string>>][] = [
    ['the environment knows a rule', 'floor-env', { 'env.ts': uses('@/domain/b'), 'domain/b.ts': value }],
    [
      'the environment takes another package',
      'env-takes-zod-alone',
      { 'env.ts': "import { canonicalize } from 'canonicalize'\nexport const a = canonicalize\n" },
    ],
    ['domain reaches up', 'floor-domain', { 'domain/a.ts': uses('@/db/b'), 'db/b.ts': value }],
    [
      'the verifier takes a rule of the site',
      'verifier-stands-alone',
      { 'verifier/a.mjs': uses('../domain/b'), 'domain/b.ts': value },
    ],
    [
      'the site takes something of the verifier',
      'verifier-for-nobody',
      { 'server/log/a.ts': uses('../../verifier/b.mjs'), 'verifier/b.mjs': value },
    ],
    [
      'domain reaches up for a type',
      'floor-domain',
      { 'domain/a.ts': usesType('@/db/b'), 'db/b.ts': 'export type It = 1\n' },
    ],
    [
      'domain does I/O',
      'domain-is-pure',
      { 'domain/a.ts': "import { readFileSync } from 'node:fs'\nexport const a = readFileSync\n" },
    ],
    [
      'domain takes a driver',
      'no-server-in-the-browser',
      { 'domain/a.ts': "import pg from 'pg'\nexport const a = pg\n" },
    ],
    [
      'a page fetched past the facade',
      'fetch-by-its-facade',
      { 'cli/a.ts': uses('@/server/fetch/read-page'), 'server/fetch/read-page.ts': value },
    ],
    ['db reaches up', 'floor-db', { 'db/a.ts': uses('../server/b'), 'server/b.ts': value }],
    ['server reaches up', 'floor-server', { 'server/claim/a.ts': uses('@/components/b'), 'components/b.ts': value }],
    [
      "a noun runs another's command",
      'noun-to-noun-by-queries',
      { 'server/claim/a.ts': uses('../round/open'), 'server/round/open.ts': value },
    ],
    ['a component reads the database', 'floor-components', { 'components/a.ts': uses('@/db/b'), 'db/b.ts': value }],
    [
      'a component knows the router',
      'router-type-in-one-file',
      { 'components/claim/a.ts': usesType('@/server/router'), 'server/router.ts': 'export type It = 1\n' },
    ],
    [
      'components/trpc takes more than the type',
      'router-type-only',
      { 'components/trpc.ts': uses('@/server/router'), 'server/router.ts': value },
    ],
    ['ui knows the domain', 'ui-stands-alone', { 'components/ui/a.ts': uses('@/domain/b'), 'domain/b.ts': value }],
    ['a page reads the database', 'floor-app', { 'app/a.ts': uses('@/db/b'), 'db/b.ts': value }],
    [
      'a page goes round the router',
      'app-asks-the-router',
      { 'app/a.ts': uses('@/server/claim/b'), 'server/claim/b.ts': value },
    ],
    ['a command draws', 'floor-cli', { 'cli/a.ts': uses('@/components/b'), 'components/b.ts': value }],
    [
      'two files in a circle',
      'no-circle',
      { 'domain/a.ts': uses('./b'), 'domain/b.ts': "import { mine } from './a'\nexport const it: number = mine\n" },
    ],
    ['an import that leads nowhere', 'unresolved', { 'domain/a.ts': uses('./gone') }],
    [
      'what ships imports the harness',
      'tests-stay-out',
      { 'server/claim/a.ts': uses('@/tests/b'), 'tests/b.ts': value },
    ],
    [
      'a public page reaches a client component',
      'public-is-a-document',
      {
        'app/(public)/page.ts': uses('@/components/public/a'),
        'components/public/a.ts': "export { it } from '../b'\n",
        'components/b.ts': `'use client'\n${value}`,
      },
    ],
    [
      'a public page uses a client package',
      'public-is-a-document',
      { 'app/(public)/page.tsx': "import Link from 'next/link'\nexport const A = Link\n" },
    ],
  ]

  test('every rule of the table is broken', () => {
    const { forbidden } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
      forbidden: { name: string }[]
    }
    const names = broken.map(([, wall]) => wall)
    expect(forbidden.map(({ name }) => name).filter((name) => !names.includes(name))).toEqual([])
  })

  test.each(broken)('%s', async (_name, wall, files) => {
    expect(await breachesOf(files)).toContain(wall)
  })

  test('what the table allows passes', async () => {
    const files = {
      'domain/a.ts': "import { z } from 'zod'\nexport const it = z\n",
      'db/a.ts': uses('@/domain/a'),
      'server/claim/queries.ts': uses('@/domain/a').replace('mine', 'it2'),
      'server/claim/add.ts': uses('@/domain/a'),
      'server/round/open.ts': "import { it2 } from '../claim/queries'\nexport const mine = it2\n",
      'server/router.ts': "import { mine } from './round/open'\nexport type It = typeof mine\n",
      'components/trpc.ts': usesType('@/server/router'),
      'app/page.ts': usesType('@/server/router'),
      'cli/a.ts': uses('@/domain/a'),
    }
    expect(await breachesOf(files)).toEqual([])
  })

  test('a run that saw no module fails', async () => {
    await clear()
    await plant({ 'tests/a.ts': value })
    await mkdir(join(house, 'domain'))
    const { breaches } = await findBreaches(house, ['domain'], { modules: 1, arrows: 1 })
    expect(breaches.join()).toContain('saw-nothing')
  })
})

describe('lint walls', { timeout: 60_000 }, () => {
  const long = (lines: number) => Array.from({ length: lines }, (_, n) => `export const line${n} = ${n}`).join('\n')

  const broken: readonly (readonly [name: string, said: string, path: string, text: string])[] = [
    [
      'a forgotten write',
      'typescript(no-floating-promises)',
      'server/a.ts',
      'declare function insert(): PromiseLike<string[]>\nexport function run() {\n  insert()\n}\n',
    ],
    [
      'a promise where none is waited for',
      'typescript(no-misused-promises)',
      'server/a.ts',
      'export function run(list: string[]) {\n  list.forEach(async (item) => { await Promise.resolve(item) })\n}\n',
    ],
    [
      'a state left undecided',
      'typescript(switch-exhaustiveness-check)',
      'server/a.ts',
      "export function run(state: 'open' | 'shut') {\n  switch (state) {\n    case 'open':\n      return 1\n  }\n  return 2\n}\n",
    ],
    ['any', 'typescript(no-explicit-any)', 'server/a.ts', 'export const a: any = 1\n'],
    [
      'a bang',
      'typescript(no-non-null-assertion)',
      'server/a.ts',
      'export const run = (list: string[]) => list[0]!.length\n',
    ],
    [
      'a type imported as a value',
      'typescript(consistent-type-imports)',
      'server/a.ts',
      "import { Dirent } from 'node:fs'\nexport type A = Dirent\n",
    ],
    ['the environment, read', 'house(one-env-reader)', 'server/a.ts', 'export const a = process.env.HOME\n'],
    [
      'the environment, taken apart',
      'house(one-env-reader)',
      'server/a.ts',
      'const { env } = process\nexport const a = env\n',
    ],
    [
      'the environment, imported',
      'house(one-env-reader)',
      'server/a.ts',
      "import { env } from 'node:process'\nexport const a = env\n",
    ],
    [
      'a rule muted without a reason',
      'house(explain-directive)',
      'server/a.ts',
      '// oxlint-disable-next-line typescript/no-explicit-any\nexport const a: any = 1\n',
    ],
    [
      'a type error muted without a reason',
      'house(explain-directive)',
      'server/a.ts',
      "// @ts-expect-error\nexport const a: number = 'x'\n",
    ],
    ['a file too long', 'eslint(max-lines)', 'server/a.ts', `${long(301)}\n`],
    [
      'a function too long',
      'eslint(max-lines-per-function)',
      'server/a.ts',
      `export function run() {\n${'  Math.random()\n'.repeat(61)}}\n`,
    ],
    [
      'a hook in a branch',
      'react-hooks(rules-of-hooks)',
      'components/a.tsx',
      "import { useState } from 'react'\nexport function A({ on }: { on: boolean }) {\n  if (on) useState(1)\n  return null\n}\n",
    ],
    [
      'a picture without words',
      'jsx-a11y(alt-text)',
      'components/a.tsx',
      'export const A = () => <img src="/a.png" />\n',
    ],
    [
      'a client component among the public ones',
      'house(public-document)',
      'components/public/a.tsx',
      "'use client'\n\nexport const A = () => <p>a</p>\n",
    ],
    [
      'an inline style on a public page',
      'house(public-document)',
      'components/public/a.tsx',
      "export const A = () => <p style={{ color: 'red' }}>a</p>\n",
    ],
    [
      'a page fetched past the guard',
      'eslint(no-restricted-globals)',
      'server/a.ts',
      "export const a = () => fetch('http://a')\n",
    ],
    [
      'a page fetched past the guard, by its full name',
      'eslint(no-restricted-properties)',
      'app/a.ts',
      "export const a = () => globalThis.fetch('http://a')\n",
    ],
    ...['request', 'get', 'Agent'].map(
      (name) =>
        [
          `a way out by node:http, ${name}`,
          'house(no-way-out)',
          'server/a.ts',
          `import { ${name} } from 'node:http'\nexport const a = ${name}\n`,
        ] as const,
    ),
    ...['https', 'node:https', 'node:net', 'node:tls', 'node:dns/promises', 'node:dgram', 'node:http2', 'undici'].map(
      (name) =>
        [
          `a way out by ${name}`,
          'house(no-way-out)',
          'cli/a.ts',
          `import * as out from '${name}'\nexport const a = out\n`,
        ] as const,
    ),
    ['a way out, imported later', 'house(no-way-out)', 'server/a.ts', "export const a = () => import('node:net')\n"],
    ['a way out, passed on', 'house(no-way-out)', 'server/a.ts', "export { connect } from 'node:net'\n"],
    [
      'a built-in module by its back door',
      'eslint(no-restricted-properties)',
      'server/a.ts',
      "export const a = () => process.getBuiltinModule('net')\n",
    ],
    [
      'a wire for tests in the program',
      'house(no-test-wire)',
      'server/a.ts',
      "export const a = Symbol.for('assay.tests.network')\n",
    ],
    [
      'a directive that mutes nothing',
      'Unused oxlint-disable directive',
      'server/a.ts',
      '// oxlint-disable-next-line no-console -- it was needed once\nexport const a = 1\n',
    ],
  ]
  const sound = 'export async function run(save: () => Promise<void>) {\n  await save()\n}\n'
  const served =
    "import { createServer } from 'node:http'\nimport type { Socket } from 'node:net'\nexport const a = createServer\nexport type A = Socket\n"
  const out = "import { connect } from 'node:net'\nexport const a = connect\n"
  const placeOf = (index: number) => broken[index]?.[2].replace('/a.', `/a${index}.`) ?? ''
  const said = new Map<string, string>()

  // All at once: the types of a file that is planted later are not looked for again.
  beforeAll(async () => {
    await clear()
    await plant(Object.fromEntries(broken.map(([, , , text], index) => [placeOf(index), text])))
    await plant({ 'server/sound.ts': sound, 'cli/served.ts': served, 'server/fetch/out.ts': out })
    await mkdir(join(house, 'tests/walls'), { recursive: true })
    for (const path of ['tsconfig.json', '.oxlintrc.jsonc', 'tests/walls/house-rules.mjs'])
      await copyFile(join(repository, path), join(house, path))
    for (const { filename, code, message } of lint(['server', 'components', 'app', 'cli']))
      said.set(filename, `${said.get(filename) ?? ''}${code ?? message}\n`)
  }, 60_000)

  function lint(folders: readonly string[]): { filename: string; code?: string; message: string }[] {
    const program = join(repository, 'node_modules/.bin/oxlint')
    const { stdout, stderr } = spawnSync(program, ['-f', 'json', ...folders], { cwd: house, encoding: 'utf8' })
    expect(stderr).toBe('')
    return (JSON.parse(stdout) as { diagnostics: { filename: string; code?: string; message: string }[] }).diagnostics
  }

  test.each(broken.map(([name, rule], index) => [name, rule, placeOf(index)] as const))('%s', (_name, rule, path) => {
    expect(said.get(path)).toContain(rule)
  })

  test('sound code passes', () => {
    expect(said.get('server/sound.ts')).toBeUndefined()
  })

  test('a server may be made anywhere, and a line opened where pages are read', () => {
    expect(said.get('cli/served.ts')).toBeUndefined()
    expect(said.get('server/fetch/out.ts')).toBeUndefined()
  })
})
