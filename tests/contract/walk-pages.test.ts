import { readdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readKey, siteAt, verify } from '../../verifier/assay-verify.mjs'
import { startApp, testVerifierKey } from '../harness/app'
import type { RunningApp } from '../harness/app'
import { checksummer } from '../harness/checksum'
import { setTestEnv } from '../harness/http'
import { keepWorld } from '../harness/kept-world'
import type { KeptWorld } from '../harness/kept-world'
import { isPublic, pageTable } from '../harness/table/page'
import type { PageOutcome } from '../harness/table/page'
import { ROLES_WALKED } from '../harness/world-people'

// The application as it is built, over HTTP.
let app: RunningApp
let world: KeptWorld
let database: Client
let sum: Awaited<ReturnType<typeof checksummer>>
let before: Record<string, string>

beforeAll(async () => {
  setTestEnv()
  world = await keepWorld()
  app = await startApp({ databaseUrl: world.url })
  database = new Client({ connectionString: world.url })
  await database.connect()
  sum = await checksummer(database)
  before = await sum()
}, 400_000)
afterAll(async () => {
  await database.end()
  await app.stop()
  await world.drop()
})

const FILES: Readonly<Record<string, (folder: string) => string>> = {
  'page.tsx': (folder) => folder,
  'route.ts': (folder) => folder,
  'robots.ts': (folder) => `${folder}/robots.txt`,
}

/** The addresses that the files of app/ stand for. */
function addressesOnDisk(): string[] {
  const app = fileURLToPath(new URL('../../app', import.meta.url))
  return readdirSync(app, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    const folder = path.relative(app, entry.parentPath).split(path.sep)
    const shown = folder.filter((part) => part !== '' && !/^\(.*\)$/.test(part)).map((part) => `/${part}`)
    const address = FILES[entry.name]?.(shown.join(''))
    return address === undefined ? [] : [address === '' ? '/' : address]
  })
}

test('every page and route is in the table, and nothing else is', () => {
  expect(Object.keys(pageTable).toSorted()).toEqual(addressesOnDisk().toSorted())
})

async function visit(address: string, cookie: string | null) {
  const headers = cookie === null ? {} : { cookie }
  const response = await fetch(app.url + address, { headers, redirect: 'manual' })
  const leads = response.headers.get('location')
  const outcome: PageOutcome = leads === null ? response.status : `to ${new URL(leads, app.url).pathname}`
  return { outcome, text: await response.text() }
}

describe.each(Object.entries(pageTable))('%s', (_, rows) => {
  test.each(rows.map((row) => [row.state, row] as const))('%s', async (_state, row) => {
    const { made } = world
    const got: Record<string, PageOutcome> = {}
    for (const who of ROLES_WALKED) {
      const address = row.path(made, who)
      const { outcome, text } = await visit(address, made.cookie(who))
      got[who] = outcome
      if (!isPublic(address)) continue
      for (const person of Object.values(made.people)) {
        expect(text, `${address} names ${person.name}`).not.toContain(person.name)
        expect(text, `${address} names the id of ${person.name}`).not.toContain(person.id)
      }
    }
    expect(got).toEqual(row.cells)
  })
})

test('the verifier, which shares no code with it, finds nothing wrong with it', async () => {
  const found = await verify(siteAt(app.url), { key: readKey(testVerifierKey) })
  expect(found.publications).toBeGreaterThan(3)
})

test('to look changes nothing', async () => {
  expect(await sum()).toEqual(before)
})

test('and nothing went wrong that nobody saw', () => {
  expect(app.output()).not.toMatch(/"severity":"error"/)
})
