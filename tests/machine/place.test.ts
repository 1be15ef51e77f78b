import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { describe, expect, onTestFinished, test } from 'vitest'
import { canPass, isRoot } from '@/db/local/owner'
import { roomOf, takePlace } from '@/db/local/place'
import { hold, scratch, until } from './hold'
import type { Holder } from './hold'

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')
// PostgreSQL wants a user that has a name; this one is on every system.
const plain = { uid: 1, gid: 1 }
const reachable = !isRoot() || canPass(path.join(root, 'package.json'), { ...plain, isLent: true })
/** Whoever runs the tests, these run as a plain user: root borrows one, who must be able to read the checkout. */
const asPlain = isRoot() ? plain : undefined
const plainTest = test.skipIf(!reachable)
const rootTest = test.skipIf(!isRoot())

const mode = (file: string): number => statSync(file).mode & 0o777

function plainScratch(): string {
  const folder = scratch()
  if (asPlain !== undefined) chownSync(folder, asPlain.uid, asPlain.gid)
  return folder
}

function deep(folder: string): string {
  const parts = Array.from({ length: 8 }, (_, at) => `a very long name, with a blank, in a path-${at}`)
  return path.join(folder, ...parts, 'data')
}

const socketOf = (holder: Holder): string => new URL(holder.url).searchParams.get('host') ?? ''

async function expectClosed(holder: Holder): Promise<void> {
  for (const folder of [holder.data, path.join(holder.data, 'postgres'), socketOf(holder)]) {
    expect([folder, mode(folder)]).toEqual([folder, 0o700])
  }
  for (const name of readdirSync(holder.data, { withFileTypes: true })) {
    if (name.isFile()) expect([name.name, mode(path.join(holder.data, name.name))]).toEqual([name.name, 0o600])
  }
  expect(Buffer.byteLength(path.join(socketOf(holder), '.s.PGSQL.5432'))).toBeLessThan(100)
  const wrong = new URL(holder.url)
  wrong.password = 'guessed'
  await expect(new Client({ connectionString: wrong.href }).connect()).rejects.toThrow(/password authentication failed/)
}

describe('a plain user', () => {
  plainTest('has a server of his own, closed to everybody else', async () => {
    const holder = await hold(path.join(plainScratch(), 'data'), 'wait', asPlain)
    await expectClosed(holder)
    expect(statSync(path.join(holder.data, 'postgres')).uid).toBe(asPlain?.uid ?? process.getuid?.())
  })

  plainTest('from a folder closed to others, at the end of a very long path', async () => {
    const closed = plainScratch()
    chmodSync(closed, 0o700)
    const data = deep(closed)
    const first = await hold(data, 'wait', asPlain)
    await expectClosed(first)
    expect(socketOf(first).startsWith(first.data)).toBe(false)
    await first.end('SIGKILL')
    const second = await hold(data, 'wait', asPlain)
    expect([second.isAdopted, second.url]).toEqual([true, first.url])
    await second.end('SIGTERM')
    expect(existsSync(socketOf(first))).toBe(false)
  })

  plainTest('is told in words when the folder cannot be written to', async () => {
    const closed = plainScratch()
    chmodSync(closed, 0o500)
    await expect(hold(path.join(closed, 'data'), 'wait', asPlain)).rejects.toThrow(
      /SetupError: The data folder .* cannot be used: this user may not write there \(EACCES\).*DATA_DIR/,
    )
  })

  const nameless = isRoot() && reachable ? test : test.skip
  // Only root can be a user that has no name.
  nameless('without a name is told what PostgreSQL wants', async () => {
    const folder = scratch()
    chownSync(folder, 54_321, 54_321)
    await expect(hold(path.join(folder, 'data'), 'wait', { uid: 54_321, gid: 54_321 })).rejects.toThrow(
      /SetupError: The user that runs Assay \(uid 54321\) has no name on this machine.*useradd.*DATABASE_URL/,
    )
  })

  const somebodyElses = isRoot() ? plainTest : test.skip
  // Only root can make a folder that belongs to somebody else.
  somebodyElses('is told in words when the folder is somebody else’s', async () => {
    const theirs = scratch()
    chmodSync(theirs, 0o755)
    await expect(hold(theirs, 'wait', asPlain)).rejects.toThrow(/SetupError: .* belongs to another user/)
  })
})

// A plain user can neither borrow another's name nor write to /var/lib.
describe('root', () => {
  rootTest(
    'runs the server as another user, under /var/lib/assay, with a link in a checkout closed to others',
    async () => {
      const closed = scratch()
      chmodSync(closed, 0o700)
      const data = deep(closed)
      const first = await hold(data)
      onTestFinished(() => rmSync(first.data, { recursive: true, force: true, maxRetries: 20 }))
      await expectClosed(first)
      expect(lstatSync(data).isSymbolicLink()).toBe(true)
      expect(first.data.startsWith(roomOf(root))).toBe(true)
      expect(statSync(path.join(first.data, 'postgres')).uid).not.toBe(0)
      await first.end('SIGKILL')
      const second = await hold(data)
      expect([second.isAdopted, second.url]).toEqual([true, first.url])
    },
  )

  rootTest('whose link to the data is gone is told where they still are, and how to go back', async () => {
    const closed = scratch()
    chmodSync(closed, 0o700)
    const data = path.join(closed, 'data-of-a-test')
    const first = await hold(data, 'write')
    await until(() => first.written.length > 5)
    await first.end('SIGTERM')
    rmSync(data)
    const second = await hold(data)
    onTestFinished(() => {
      for (const each of [first, second]) rmSync(each.data, { recursive: true, force: true, maxRetries: 20 })
    })
    expect(second.said.join('\n')).toContain(`ln -sfn ${first.data} ${data}`)
    await second.end('SIGTERM')
    rmSync(data)
    symlinkSync(first.data, data)
    const third = await hold(data)
    expect([third.data, third.said]).toEqual([first.data, []])
  })

  rootTest('runs a plain user’s server as that user, and leaves him nothing he cannot read', async () => {
    const data = plainScratch()
    const first = await hold(data, 'wait', reachable ? asPlain : undefined)
    await first.end('SIGTERM')
    const asRoot = await hold(data)
    await expectClosed(asRoot)
    const owner = statSync(path.join(data, 'postgres')).uid
    for (const name of readdirSync(data)) expect([name, statSync(path.join(data, name)).uid]).toEqual([name, owner])
  })

  rootTest('never takes over, nor removes, the data of an earlier checkout at the same path', () => {
    const closed = scratch()
    const [earlier, later] = [1, 2].map(() => {
      const { data } = takePlace('data-of-a-test', closed)
      rmSync(path.join(closed, 'data-of-a-test'))
      return data
    })
    onTestFinished(() => rmSync(roomOf(closed), { recursive: true }))
    expect(later).toBe(`${earlier}-2`)
    expect(existsSync(earlier ?? '')).toBe(true)
  })
})

describe('a full disk', () => {
  test('is named as the reason', async ({ skip }) => {
    const disk = scratchDisk()
    if (disk === undefined) return skip('Only root can make a disk of 6 MB, and not in every container.')
    await expect(hold(path.join(disk, 'data'))).rejects.toThrow(/SetupError: .*disk .*full/)
  })
})

function scratchDisk(): string | undefined {
  if (!isRoot()) return undefined
  const folder = scratch()
  chmodSync(folder, 0o755)
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', folder]).status !== 0) return undefined
  onTestFinished(() => void spawnSync('umount', ['-l', folder]))
  mkdirSync(path.join(folder, 'data'))
  return folder
}
