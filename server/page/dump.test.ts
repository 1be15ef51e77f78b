import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { PageDisk } from './disk'
import { Dumps } from './dump'

const FILE = '/dumps/publications-0.jsonl'
/** More than a piece, and no end of one. */
const TEXT = Array.from({ length: 200_000 }, (_, at) => `{"index":${at}}\n`).join('')

/** A program that gives a dump in chunks, over a record that is there or not. */
async function serve() {
  const folder = mkdtempSync(path.join(tmpdir(), 'pages-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const owner = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0, isLent: false }
  const disk = new PageDisk({ folder, edition: 'this', build: 'one', room: 100_000_000, owner })
  disk.turn('none')
  const record = { number: 1 as number | undefined, etag: '"one"', onChunk: (): void => undefined }
  let rendered = 0
  const listener: RequestListener = (request, response) => {
    const isKnown = request.headers['if-none-match'] === record.etag
    response.writeHead(isKnown ? 304 : 200, { 'content-type': 'application/jsonl', etag: record.etag })
    if (isKnown) {
      response.end()
      return
    }
    rendered++
    for (let at = 0; at < TEXT.length; at += 700_000) {
      response.write(TEXT.slice(at, at + 700_000))
      record.onChunk()
    }
    response.end()
  }
  const freshness = {
    known: () => record.number,
    ask: () => (record.number === undefined ? Promise.reject(new Error('away')) : Promise.resolve(record.number)),
    sureOf: (_: number, at: Date) => at,
    stateOf: (number: number) => (number === record.number ? `state ${number}` : undefined),
    changesIn: () => undefined,
  }
  const dumps = new Dumps({ listener, freshness, disk, publicUrl: 'https://assay.example' })
  const server = createServer((request, response) => {
    const otherwise = () => void response.writeHead(503).end()
    if (!dumps.take(request, response, otherwise)) response.writeHead(418).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const get = (init?: RequestInit) => fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${FILE}`, init)
  return { folder, disk, dumps, record, get, rendered: () => rendered }
}

test('a dump is there while the database is not, to the letter, and says as of when', async () => {
  const { dumps, record, get, rendered } = await serve()
  await dumps.prepare(FILE)
  expect((await get()).status).toBe(418)
  record.number = undefined
  const answer = await get()
  expect(answer.headers.get('cache-status')).toContain('ttl=-')
  expect([answer.headers.get('content-type'), answer.headers.get('etag')]).toEqual(['application/jsonl', '"one"'])
  expect((await answer.text()) === TEXT).toBe(true)
  expect((await get({ headers: { 'if-none-match': '"one"' } })).status).toBe(304)
  expect((await get({ method: 'HEAD' })).headers.get('content-length')).toBe(String(TEXT.length))
  expect(rendered()).toBe(1)
})

test('one that says the same is not laid down again, one that says something else takes its place', async () => {
  const { folder, dumps, record, get, rendered } = await serve()
  const files = () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  await dumps.prepare(FILE)
  const before = files().length
  record.number = 2
  await dumps.prepare(FILE)
  expect([rendered(), files().length]).toEqual([1, before])
  Object.assign(record, { number: 3, etag: '"two"' })
  await dumps.prepare(FILE)
  expect([rendered(), files().length]).toEqual([2, before])
  record.number = undefined
  expect((await get()).headers.get('etag')).toBe('"two"')
})

test('one that has lost a piece is broken off, and laid down again when it can be', async () => {
  const { disk, dumps, record, get, rendered } = await serve()
  await dumps.prepare(FILE)
  await disk.remove(`${FILE}#"one"#1`)
  record.number = undefined
  await expect(get().then(async (answer) => (await answer.text()).length)).rejects.toThrow()
  record.number = 1
  await dumps.prepare(FILE)
  expect(rendered()).toBe(2)
  record.number = undefined
  expect((await (await get()).text()) === TEXT).toBe(true)
})

test('a redaction that comes while one is laid down leaves nothing of it', async () => {
  const { folder, disk, dumps, record, get } = await serve()
  record.onChunk = () => disk.turn('one')
  await expect(dumps.prepare(FILE)).rejects.toThrow('a redaction came')
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  expect(files.map(({ name }) => name).toSorted()).toEqual(['build.json', 'key'])
  record.number = undefined
  expect((await get()).status).toBe(503)
})
