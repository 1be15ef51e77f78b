import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { childEnv, SetupError } from '@/env'
import { stageFolder } from './folder'

let place: string
beforeEach(() => {
  place = mkdtempSync(path.join(tmpdir(), 'assay-export-'))
})
afterEach(() => rmSync(place, { recursive: true }))

const TITLE = 'log.test/log files'
const read = (file: string) => readFileSync(path.join(place, file), 'utf8')

async function write(text: string, extra?: string): Promise<void> {
  const staging = await stageFolder(path.join(place, 'out'), TITLE)
  await staging.write('index.html', text)
  if (extra !== undefined) await staging.write(extra, 'x')
  const lines = ['index.html', extra].map((file) => (file === undefined ? '' : `${'0'.repeat(64)} ${file}\n`))
  await staging.write('log/manifest', `${TITLE}\n1\nroot\n${lines.join('')}`)
  await staging.settle()
}

test('a copy takes the place of an earlier one whole, and leaves nothing beside it', async () => {
  await write('one', 'deep/down/old')
  await write('two')
  expect(read('out/index.html')).toBe('two')
  expect(existsSync(path.join(place, 'out/deep'))).toBe(false)
  expect(readdirSync(place)).toEqual(['out'])
})

test('the earlier one stands until the new one is whole, and after one that failed', async () => {
  await write('one')
  const staging = await stageFolder(path.join(place, 'out'), TITLE)
  await staging.write('index.html', 'two')
  expect(read('out/index.html')).toBe('one')
  await staging.drop()
  expect([read('out/index.html'), readdirSync(place)]).toEqual(['one', ['out']])
})

test('what is no copy of this site is never replaced', async () => {
  const target = path.join(place, 'out')
  const refused = (title = TITLE) => expect(stageFolder(target, title)).rejects.toThrow(SetupError)
  mkdirSync(path.join(target, 'empty'), { recursive: true })
  await write('into an empty one')
  await refused('another.test/log files')
  writeFileSync(path.join(target, 'mine.txt'), 'mine')
  await refused()
  rmSync(path.join(target, 'log/manifest'))
  await refused()
  rmSync(target, { recursive: true })
  writeFileSync(target, 'a file')
  await refused()
  expect(readdirSync(place)).toEqual(['out'])
})

test('what a process left that was killed is tidied, and never what another is writing', async () => {
  const dead = 2 ** 22 + 1
  mkdirSync(path.join(place, `out.new-${dead}`))
  mkdirSync(path.join(place, `out.new-${process.ppid}`))
  // Killed between the two renamings: the earlier copy stands aside, and nothing in its place.
  await write('one')
  renameSync(path.join(place, 'out'), path.join(place, `out.old-${dead}`))
  const staging = await stageFolder(path.join(place, 'out'), TITLE)
  expect(read('out/index.html')).toBe('one')
  await staging.drop()
  expect(readdirSync(place).toSorted()).toEqual(['out', `out.new-${process.ppid}`])
})

test('kill -9 in the middle leaves the earlier one whole, and the next takes its place as if nothing had been', async () => {
  await write('one', 'deep/old')
  const script = `
    import { stageFolder } from './server/export/folder.ts'
    const staging = await stageFolder(process.argv.at(-1), '${TITLE}')
    for (let file = 0; ; file++) {
      await staging.write('file-' + file, 'x'.repeat(10_000))
      if (file === 50) console.log('on its way')
    }`
  const child = spawn(
    process.execPath,
    ['--import', 'tsx/esm', '--input-type=module', '-e', script, path.join(place, 'out')],
    { stdio: ['ignore', 'pipe', 'inherit'], env: childEnv() },
  )
  await once(child.stdout, 'data')
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(readdirSync(place).toSorted()).toEqual(['out', `out.new-${child.pid ?? 0}`])
  expect([read('out/index.html'), read('out/deep/old')]).toEqual(['one', 'x'])
  await write('two')
  expect([read('out/index.html'), readdirSync(place)]).toEqual(['two', ['out']])
})

test('nothing is written outside of it', async () => {
  const staging = await stageFolder(path.join(place, 'out'), TITLE)
  await expect(staging.write('../x', 'x')).rejects.toThrow('no place in a copy')
  await staging.write('a', 'x')
  await expect(staging.write('a', 'y')).rejects.toThrow('EEXIST')
  await staging.drop()
})
