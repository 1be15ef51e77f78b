import { createHash, randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createDiskStore } from './disk'
import { StoredBytesAltered, StoredBytesMissing, StoreUnavailable } from './fault'

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const fileOf = (folder: string, hash: string): string => path.join(folder, hash.slice(0, 2), hash.slice(2, 4), hash)

function make() {
  const parent = mkdtempSync(path.join(tmpdir(), 'assay-store-'))
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }))
  const folder = path.join(parent, 'captures')
  const files = () =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
  return { parent, folder, store: createDiskStore(folder), files }
}

async function listed(of: AsyncIterable<string>): Promise<string[]> {
  const found: string[] = []
  for await (const hash of of) found.push(hash)
  return found
}

test('what is put is given back by its hash, closed to others, and once however often it is put', async () => {
  const { folder, store, files } = make()
  const bytes = Buffer.from('Two depots burned.')
  const hash = hashOf(bytes)
  expect(await Promise.all([store.put(bytes), store.put(bytes), store.put(bytes)])).toEqual([hash, hash, hash])
  expect(files()).toEqual([fileOf(folder, hash)])
  expect((await store.get(hash)).equals(bytes)).toBe(true)
  expect([await store.has(hash), await store.has(hashOf(Buffer.from('other')))]).toEqual([true, false])
  expect(statSync(fileOf(folder, hash)).mode & 0o777).toBe(0o600)
  for (const at of [folder, path.join(folder, hash.slice(0, 2)), path.dirname(fileOf(folder, hash))])
    expect([at, statSync(at).mode & 0o777]).toEqual([at, 0o700])
  await store.remove(hash)
  await store.remove(hash)
  expect([files(), await store.has(hash)]).toEqual([[], false])
})

test('nothing at all and five megabytes are kept like anything else', async () => {
  const { store } = make()
  for (const bytes of [Buffer.alloc(0), Buffer.alloc(5_000_000, 7)])
    expect((await store.get(await store.put(bytes))).equals(bytes)).toBe(true)
})

test('a missing file and an altered one are told apart, and putting the content again mends both', async () => {
  const { folder, store } = make()
  const bytes = Buffer.from('As it was received.')
  const hash = await store.put(bytes)
  writeFileSync(fileOf(folder, hash), 'As it was received!')
  await expect(store.get(hash)).rejects.toBeInstanceOf(StoredBytesAltered)
  await store.put(bytes)
  expect((await store.get(hash)).equals(bytes)).toBe(true)
  rmSync(fileOf(folder, hash))
  await expect(store.get(hash)).rejects.toBeInstanceOf(StoredBytesMissing)
  await store.put(bytes)
  expect((await store.get(hash)).equals(bytes)).toBe(true)
})

test('every hash there is, in order, and nothing else that lies about', async () => {
  const { folder, store } = make()
  expect(await listed(store.list())).toEqual([])
  const hashes = await Promise.all(Array.from({ length: 40 }, () => store.put(Buffer.from(randomUUID()))))
  writeFileSync(path.join(folder, 'a note of somebody’s'), 'x')
  expect(await listed(store.list())).toEqual(hashes.toSorted())
})

test('nothing but a hash ever names a file', async () => {
  const { store } = make()
  for (const name of ['', '../../etc/passwd', 'A'.repeat(64), `${'a'.repeat(63)}/`, `${'a'.repeat(64)}\n`]) {
    await expect(store.get(name)).rejects.toThrow('not a SHA-256')
    await expect(store.has(name)).rejects.toThrow('not a SHA-256')
    await expect(store.remove(name)).rejects.toThrow('not a SHA-256')
  }
})

test('leftovers of a killed writer are swept, and whoever is writing meanwhile loses nothing', async () => {
  const { folder, store, files } = make()
  const kept = await store.put(Buffer.from('kept'))
  writeFileSync(path.join(folder, 'incoming', 'left'), 'half of a fi')
  await store.sweep()
  expect(files()).toEqual([fileOf(folder, kept)])
  const contents = Array.from({ length: 60 }, (_, at) => Buffer.from(`text ${at}`.repeat(2_000)))
  const other = createDiskStore(folder)
  const sweeping = (async () => {
    for (let starts = 0; starts < 4; starts++) await other.sweep()
  })()
  const hashes = await Promise.all(contents.map((bytes) => store.put(bytes)))
  await sweeping
  for (const [at, hash] of hashes.entries())
    expect((await store.get(hash)).equals(contents[at] ?? Buffer.of())).toBe(true)
})

test('a folder that cannot be used is an error in words, and nothing half written stays', async () => {
  const { parent, folder, store } = make()
  writeFileSync(folder, 'somebody’s file in the place of the folder')
  const refused = store.put(Buffer.from('x'))
  await expect(refused).rejects.toBeInstanceOf(StoreUnavailable)
  await expect(refused).rejects.toThrow(
    /a file is in the place of a folder.*Nothing was kept and nothing you typed is lost/,
  )
  expect(readdirSync(parent)).toEqual(['captures'])
})
