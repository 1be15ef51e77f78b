import { createHash, randomUUID } from 'node:crypto'
import { expect, onTestFinished, test } from 'vitest'
import { S3_KEYS, startS3 } from '@/tests/harness/s3-server'
import { StoredBytesAltered, StoredBytesMissing, StoreUnavailable } from './fault'
import { createS3Store } from './s3'

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const keyOf = (hash: string): string => `${hash.slice(0, 2)}/${hash.slice(2, 4)}/${hash}`

async function make(change: { secretAccessKey?: string; bucket?: string } = {}, page?: number) {
  const server = await startS3(page)
  onTestFinished(() => server.close())
  const bucket = { bucket: 'captures', region: 'eu-north-1', ...S3_KEYS, isPathStyle: true, ...change }
  return { server, store: createS3Store({ endpoint: server.endpoint, ...bucket }, 1) }
}

test('what is put is given back by its hash, under the name it would have on a disk, and removed', async () => {
  const { server, store } = await make()
  const bytes = Buffer.from('Two depots burned. Два склада.')
  const hash = hashOf(bytes)
  expect([await store.put(bytes), await store.put(bytes)]).toEqual([hash, hash])
  expect([...server.objects.keys()]).toEqual([keyOf(hash)])
  expect((await store.get(hash)).equals(bytes)).toBe(true)
  expect(await store.has(hash)).toBe(true)
  await store.remove(hash)
  await store.remove(hash)
  expect([server.objects.size, await store.has(hash)]).toEqual([0, false])
})

test('an empty file and one of five megabytes', async () => {
  const { store } = await make()
  for (const bytes of [Buffer.alloc(0), Buffer.alloc(5_000_000, 7)])
    expect((await store.get(await store.put(bytes))).equals(bytes)).toBe(true)
})

test('a missing object and an altered one are told apart, and putting the content again mends both', async () => {
  const { server, store } = await make()
  const bytes = Buffer.from('As it was received.')
  const hash = await store.put(bytes)
  server.objects.set(keyOf(hash), Buffer.from('As it was received!'))
  await expect(store.get(hash)).rejects.toBeInstanceOf(StoredBytesAltered)
  server.objects.delete(keyOf(hash))
  await expect(store.get(hash)).rejects.toBeInstanceOf(StoredBytesMissing)
  await store.put(bytes)
  expect((await store.get(hash)).equals(bytes)).toBe(true)
})

test('every hash there is, in order, page by page, and nothing else that lies in the bucket', async () => {
  const { server, store } = await make({}, 7)
  const hashes = await Promise.all(Array.from({ length: 30 }, () => store.put(Buffer.from(randomUUID()))))
  server.objects.set('a note of somebody', Buffer.from('x'))
  const found: string[] = []
  for await (const hash of store.list()) found.push(hash)
  expect(found).toEqual(hashes.toSorted())
})

test('a service that stumbles is asked again, and one that stays down is an error in words', async () => {
  const { server, store } = await make()
  server.failing = 2
  const hash = await store.put(Buffer.from('x'))
  expect(server.objects.size).toBe(1)
  server.failing = 3
  await expect(store.get(hash)).rejects.toThrow(/cannot be used: the service that holds them answered with an error/)
  await server.close()
  const refused = store.put(Buffer.from('y'))
  await expect(refused).rejects.toBeInstanceOf(StoreUnavailable)
  await expect(refused).rejects.toThrow(/does not answer.*Nothing was kept and nothing you typed is lost/)
})

test('wrong keys and a bucket that is not there are said, and asked about once, without a key in what is said', async () => {
  const secretAccessKey = 'another secret'
  const { server, store } = await make({ secretAccessKey })
  const error: unknown = await store.put(Buffer.from('x')).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(StoreUnavailable)
  expect(JSON.stringify([error, String(error)])).toContain('refuses its keys')
  expect(JSON.stringify([error, String(error)])).not.toMatch(/another secret|TESTKEY/)
  expect(server.asked).toHaveLength(1)
  const other = await make({ bucket: 'nowhere' })
  await expect(other.store.put(Buffer.from('x'))).rejects.toThrow('there is no such bucket')
})
