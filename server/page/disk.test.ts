import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { isRoot } from '@/db/local/owner'
import { PageDisk, type DiskOptions, type DiskPage } from './disk'

let folder: string
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'pages-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const owner = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0, isLent: false }

function begin(options: Partial<DiskOptions> = {}, erasure = 'none'): PageDisk {
  const disk = new PageDisk({ folder, edition: 'this', build: 'one', room: 100_000_000, owner, ...options })
  disk.turn(erasure)
  return disk
}

const page = (text: string): DiskPage => ({
  status: 200,
  headers: { 'content-type': 'text/html' },
  isFound: false,
  isText: false,
  tag: 'tag',
  state: 'now',
  renderedAt: new Date(0),
  body: Buffer.from(text),
})

const files = (): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
const pages = (): string[] => files().filter((file) => !/(?:key|seen\.json|build\.json)$/.test(file))
const takenBy = (found: readonly string[]) => found.reduce((sum, file) => sum + sizeOf(file), 0)
const sizeOf = (file: string) => (statSync(file, { throwIfNoEntry: false })?.blocks ?? 0) * 512
const textOf = async (disk: PageDisk, address: string) => (await disk.get(address))?.body.toString()

test('a page comes back as it was put, to the next run of the same edition too, and to no other', async () => {
  const disk = begin()
  await disk.put('/a', page('ü'))
  expect(await disk.get('/a')).toEqual({ ...page('ü'), isOthers: false })
  expect(await disk.get('/b')).toBeUndefined()
  disk.note('now', new Date(5))
  const next = new PageDisk({ folder, edition: 'this', build: 'one', room: 1_000_000, owner })
  expect(next.adopt()).toMatchObject({ state: 'now', erasure: 'none', sureAt: new Date(5) })
  expect(await next.get('/a')).toEqual({ ...page('ü'), isOthers: false })
  const other = new PageDisk({ folder, edition: 'another', build: 'one', room: 1_000_000, owner })
  expect(other.adopt()).toBeUndefined()
  expect(await other.get('/a')).toBeUndefined()
  other.turn('none')
  expect(await other.get('/a')).toBeUndefined()
})

test('a page of another build is there as another’s, with what it looks like, until this one writes it', async () => {
  const disk = begin()
  await disk.put('/a', page('of one'))
  await disk.put('/_next/static/one.css', page('p{}'), 'looks')
  expect(await disk.writtenAt('/a')).toBeDefined()
  disk.note('now', new Date(5))
  for (const file of pages()) utimesSync(file, 1, 1)
  const next = new PageDisk({ folder, edition: 'this', build: 'two', room: 1_000_000, owner })
  expect(next.adopt()).toMatchObject({ state: 'now' })
  expect(await next.get('/a')).toEqual({ ...page('of one'), isOthers: true })
  expect(await next.get('/_next/static/one.css', 'looks')).toMatchObject({ body: Buffer.from('p{}') })
  expect(await next.writtenAt('/a')).toBeUndefined()
  next.turn('none')
  await next.put('/a', page('of two'))
  expect(await next.writtenAt('/a')).toBeDefined()
  expect(await next.get('/a')).toEqual({ ...page('of two'), isOthers: false })
  expect(await begin({ build: 'two' }).writtenAt('/a')).toBeDefined()
})

test('what is torn, altered or in the place of another is not served, and goes', async () => {
  const disk = begin()
  await disk.put('/a', page('what was published'))
  const [file = ''] = pages()
  const whole = readFileSync(file)
  const isServed = async (damage: () => void): Promise<boolean> => {
    writeFileSync(file, whole)
    damage()
    return (await disk.get('/a')) !== undefined
  }
  expect(await isServed(() => undefined)).toBe(true)
  for (let length = 0; length < whole.length; length += 7)
    expect(await isServed(() => truncateSync(file, length))).toBe(false)
  for (let at = 0; at < whole.length; at++) {
    const altered = Buffer.from(whole)
    altered[at] = (altered[at] ?? 0) ^ (1 << (at % 8))
    expect([at, await isServed(() => writeFileSync(file, altered))]).toEqual([at, false])
    expect(existsSync(file)).toBe(false)
  }
  writeFileSync(file, whole)
  await disk.put('/b', page('something else'))
  const other = pages().find((each) => each !== file) ?? ''
  renameSync(file, other)
  expect(await disk.get('/b')).toBeUndefined()
})

describe('a redaction', () => {
  test('leaves nothing of before that can be read, whatever of it is still there or comes back', async () => {
    const disk = begin()
    await disk.put('/a', page('a name'))
    disk.note('now', new Date())
    const copy = mkdtempSync(path.join(tmpdir(), 'pages-'))
    onTestFinished(() => rmSync(copy, { recursive: true, force: true }))
    cpSync(folder, copy, { recursive: true, filter: (file) => !file.endsWith('key') })
    disk.turn('one')
    // At once: what takes longer is to take the files away.
    expect(files().filter((file) => file.endsWith('key'))).toHaveLength(1)
    expect(await disk.get('/a')).toBeUndefined()
    cpSync(copy, folder, { recursive: true })
    const next = new PageDisk({ folder, edition: 'this', build: 'one', room: 1_000_000, owner })
    expect(next.adopt()).toBeUndefined()
    expect(await textOf(begin(), '/a')).toBeUndefined()
  })

  test('that was made while the program was down goes before the first page of the disk is served as current', async () => {
    const disk = begin()
    await disk.put('/a', page('a name'))
    disk.note('now', new Date())
    const next = new PageDisk({ folder, edition: 'this', build: 'one', room: 1_000_000, owner })
    next.adopt()
    next.turn('one')
    expect(await next.get('/a')).toBeUndefined()
    expect(files().filter((file) => file.endsWith('key'))).toHaveLength(1)
  })

  test('that a killed program had begun to carry out is carried out at the next start', async () => {
    const disk = begin()
    await disk.put('/a', page('a name'))
    const [left = ''] = pages()
    const copy = readFileSync(left)
    disk.turn('one')
    await vi.waitFor(() => expect(existsSync(path.dirname(left))).toBe(false))
    mkdirSync(path.dirname(left), { recursive: true })
    writeFileSync(left, copy)
    disk.note('now', new Date())
    const next = new PageDisk({ folder, edition: 'this', build: 'one', room: 1_000_000, owner })
    expect(next.adopt()).toMatchObject({ erasure: 'one' })
    next.turn('one')
    await vi.waitFor(() => expect(existsSync(left)).toBe(false))
  })

  test('takes what is being written with it', async () => {
    const disk = begin()
    const writing = disk.put('/a', page('a name'))
    disk.turn('one')
    await writing
    expect(await textOf(disk, '/a')).toBeUndefined()
    expect(await textOf(begin(), '/a')).toBeUndefined()
  })
})

test('it takes no more room than it is given, and what anybody can spell takes none of the others', async () => {
  const disk = begin({ room: 400_000 })
  await disk.put('/a', page('kept'))
  for (let at = 0; at < 60; at++) await disk.put(`/feed.atom?tag=${at}`, page('x'.repeat(3_000)), 'narrowed')
  expect(await textOf(disk, '/a')).toBe('kept')
  for (let at = 0; at < 150; at++) await disk.put(`/${at}`, page('x'.repeat(3_000)))
  expect(takenBy(pages())).toBeLessThan(400_000)
  expect(takenBy(pages())).toBeGreaterThan(200_000)
  expect(await textOf(disk, '/149')).toBeDefined()
  // The next run counts what is there.
  begin({ room: 100_000 })
  await vi.waitFor(() => expect(takenBy(pages())).toBeLessThan(100_000))
})

test('nobody else can read it', async () => {
  const disk = begin()
  await disk.put('/a', page('x'))
  disk.note('now', new Date())
  for (const file of files()) expect([file, statSync(file).mode & 0o777]).toEqual([file, 0o600])
  for (let at = path.dirname(pages()[0] ?? ''); at !== folder; at = path.dirname(at))
    expect([at, statSync(at).mode & 0o777]).toEqual([at, 0o700])
})

describe('a disk that does not do as it is told is no failure', () => {
  test('where a file is in the way', async () => {
    const file = path.join(folder, 'file')
    writeFileSync(file, 'x')
    const disk = begin({ folder: path.join(file, 'pages') })
    await disk.put('/a', page('x'))
    expect(await disk.get('/a')).toBeUndefined()
    expect(disk.hasRoom()).toBe(false)
  })

  test('where it is full', async ({ skip }) => {
    const full = mkdtempSync(path.join(tmpdir(), 'pages-'))
    onTestFinished(() => {
      spawnSync('umount', ['-l', full])
      rmdirSync(full)
    })
    const mounted = isRoot() && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=200k', 'tmpfs', full]).status === 0
    if (!mounted) return skip('Only root can make a disk of 200 KB, and not in every container.')
    const disk = begin({ folder: path.join(full, 'pages') })
    for (let at = 0; at < 20; at++) await disk.put(`/${at}`, page('x'.repeat(30_000)))
    expect(await textOf(disk, '/0')).toBe('x'.repeat(30_000))
    expect(disk.hasRoom()).toBe(false)
    disk.turn('one')
    expect(await textOf(disk, '/0')).toBeUndefined()
  })
})
