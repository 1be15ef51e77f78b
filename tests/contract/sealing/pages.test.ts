import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp } from '../../harness/app'
import type { RunningApp } from '../../harness/app'
import { setTestEnv } from '../../harness/http'
import { keepWorld } from '../../harness/kept-world'
import type { KeptWorld } from '../../harness/kept-world'
import { seedOf } from '../../harness/seed'
import { pageTable } from '../../harness/table/page'
import { differences } from './answers'
import type { Said } from './answers'
import { addSupersededRound, alterOthers, randomFrom } from './worlds'

// Rule 4 over the pages: one application, in whose database the others come to have voted otherwise.
const PAIRS = 5
const seed = seedOf('sealing of pages')

let world: KeptWorld
let app: RunningApp
let database: Client

beforeAll(async () => {
  setTestEnv()
  world = await keepWorld(addSupersededRound)
  app = await startApp({ databaseUrl: world.url, env: { LOG_LEVEL: 'debug' } })
  database = new Client({ connectionString: world.url })
  await database.connect()
}, 400_000)
afterAll(async () => {
  await database.end()
  await app.stop()
  await world.drop()
})

/** What chance and the clock make: the nonces, the token of a form, and instants of this very request. */
function blank(text: string): string {
  return text
    .replace(/nonce-[\w+/=]+/g, 'nonce-<new>')
    .replace(/nonce="[\w+/=]+"/g, 'nonce="<new>"')
    .replace(/(\\?"nonce\\?":\\?")[\w+/=]+/g, '$1<new>')
    .replace(/[0-9a-f]{64}(\||%7C)[0-9a-f]{64}/g, '<token>')
    .replace(/"csrfToken":"[0-9a-f]{64}"/g, '"csrfToken":"<token>"')
}

const FLIGHT = /<script[^>]*>self\.__next_f\.push\(\[1,("(?:[^"\\]|\\.)*")\]\)<\/script>/g
/** What React adds where a title came late: its marks, its clock, and the script that puts the title in its place. */
const STREAMING =
  /<!--[^>]*-->|<template id="B:\d+"><\/template>|<div hidden(?:="")? id="S:\d+"><\/div>|<script[^>]*>(?:requestAnimationFrame\(function\(\)\{\$RT|\$R[A-Z]|document\.querySelectorAll\('body link)[^]*?<\/script>/g
const HEAD = /<title>[^<]*<\/title>|<meta [^>]*>|<link [^>]*>/g

/**
 * React writes its rows in the order in which they happened to be ready, and numbers them so; a title comes early or
 * late likewise. These are compared as a set, without numbers. The rest of the HTML is compared to the letter.
 */
function settle(html: string): string {
  const rows: string[] = []
  const head: string[] = []
  const shown = html
    .replace(FLIGHT, (_, row: string) => {
      rows.push(JSON.parse(row) as string)
      return ''
    })
    .replace(HEAD, (tag) => {
      head.push(tag)
      return ''
    })
    .replace(STREAMING, '')
  const lines = rows
    .join('')
    .replace(/"\$[A-Z]?[0-9a-f]+(:[^"]*)?"/g, '"$$$1"')
    .split('\n')
  const settled = lines.map((line) => line.replace(/^[0-9a-f]+:/, '')).toSorted()
  return [shown, ...head.toSorted(), ...settled].join('\n')
}

/** The last two tell how many pages came by a connection. */
const NOT_COMPARED = new Set(['date', 'connection', 'keep-alive'])
const INSIDE = ['observer', 'editor', 'author', 'lead'] as const
const OUTSIDE = ['nobody', 'author'] as const

/** What every page says to all who see it differently, or to as many of them as are asked for. */
async function pagesOf(many: number = INSIDE.length): Promise<Said[]> {
  const said: Said[] = []
  for (const rows of Object.values(pageTable))
    for (const row of rows)
      for (const who of (row.cells.nobody === row.cells.author ? OUTSIDE : INSIDE).slice(-many)) {
        const path = row.path(world.made, who)
        const cookie = world.made.cookie(who)
        const sent = { 'accept-encoding': 'identity', ...(cookie === null ? {} : { cookie }) }
        const response = await fetch(app.url + path, { redirect: 'manual', headers: sent })
        const headers = [...response.headers].filter(([name]) => !NOT_COMPARED.has(name)).map((pair) => pair.join(': '))
        const text = [response.status, ...headers.toSorted(), settle(await response.text())].join('\n')
        said.push({ call: `${path} by ${who}`, text: blank(text) })
      }
  return said
}

/** What it has logged from there on, without the times. */
const logFrom = (from: number): string =>
  app
    .output()
    .slice(from)
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => line.replace(/"at":"[^"]*"/, ''))
    .join('\n')

const alter = (number: number) =>
  alterOthers({ ask: (query, values) => database.query(query, values) }, world.made, randomFrom(seed + number))

async function seen(): Promise<{ shown: Said[]; logged: string }> {
  const from = app.output().length
  return { shown: await pagesOf(), logged: logFrom(from) }
}

test(`${PAIRS} pairs: every page, to everybody who sees it differently`, { timeout: 400_000 }, async () => {
  // When a session was last seen is written every five minutes, which a slow machine may need for all this.
  await database.query(`update session set last_seen_at = last_seen_at + interval '1 hour'`)
  // Once without looking: a page that is asked for the first time comes in other pieces than later on.
  await pagesOf(1)
  await alter(0)
  const first = await seen()
  expect(first.shown.length).toBeGreaterThan(150)
  for (let pair = 1; pair <= PAIRS; pair++) {
    await alter(pair)
    const other = await seen()
    expect(differences(first.shown, other.shown)).toEqual([])
    expect(other.logged).toBe(first.logged)
  }
})
