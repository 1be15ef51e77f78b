import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, expect, inject, onTestFinished, test } from 'vitest'
import type { Machine } from '@/cli/machine'
import { prepareDemo, refuseForeignDemo } from '@/cli/prepare-demo'
import type { DemoContext, Fill } from '@/cli/prepare-demo'
import { closeDb, getDb } from '@/db/client'
import type { Db } from '@/db/client'
import { takePlace } from '@/db/local/place'
import { account } from '@/db/schema'
import { setEnv, SetupError } from '@/env'
import { byHand } from '../harness/by-hand'
import { createDatabase, dropDatabase } from '../harness/postgres'
import { scratch } from './hold'

let said: string[] = []
beforeEach(() => void (said = []))

const somebody = () => ({
  id: randomUUID(),
  email: `${randomUUID()}@example.org`,
  name: 'Somebody',
  role: 'editor' as const,
  passwordHash: 'none',
  createdAt: new Date(),
})

function add(db: Db) {
  const row = somebody()
  return byHand(db, [['account.created', row.id]], (tx) => tx.insert(account).values(row))
}

const fill: Fill = async ({ db }: DemoContext) => {
  await add(db)
}
const breakDown: Fill = async (context) => {
  await fill(context)
  throw new Error('The line went dead.')
}

async function machine(): Promise<{ machine: Machine; data: string }> {
  const server = inject('postgres')
  const url = await createDatabase(server)
  const place = takePlace(scratch(), scratch())
  const local = { ...server, url, place, isAdopted: false, stop: () => Promise.resolve() }
  setEnv({ DATABASE_URL: url })
  onTestFinished(async () => {
    await closeDb()
    setEnv({ DATABASE_URL: undefined })
    await dropDatabase(server, url)
  })
  const close = () => Promise.resolve()
  return { machine: { url, local, address: '', tell: () => undefined, close }, data: place.data }
}

const prepare = (on: Machine, isWanted: boolean, how: Fill): Promise<boolean> =>
  prepareDemo(on, { isWanted, fill: how, say: (line) => said.push(line) })

const people = (): Promise<number> => getDb().$count(account)

test('an empty database is filled once, and is demo at every start from then on', async () => {
  const { machine: on, data } = await machine()
  expect(await prepare(on, true, fill)).toBe(true)
  expect(await prepare(on, true, fill)).toBe(true)
  expect(await prepare(on, false, fill)).toBe(true)
  expect(await people()).toBe(1)
  expect(existsSync(path.join(data, 'demo'))).toBe(true)
})

test('a demo that broke off is made anew from nothing, or given up', async () => {
  const { machine: on } = await machine()
  await expect(prepare(on, true, breakDown)).rejects.toThrow('The line went dead.')
  expect(await prepare(on, true, fill)).toBe(true)
  expect(await people()).toBe(1)
  expect(said.join(' ')).toContain('did not finish')
})

test('work that is not the demo’s is never mixed with it', async () => {
  const { machine: on, data } = await machine()
  await add(getDb())
  const refused = prepare(on, true, fill)
  await expect(refused).rejects.toThrow(SetupError)
  await expect(refused).rejects.toThrow(/fills only an empty database/)
  expect(await prepare(on, false, fill)).toBe(false)
  expect([await people(), existsSync(path.join(data, 'demo'))]).toEqual([1, false])
})

test('a database of one’s own is refused', () => {
  setEnv({ DATABASE_URL: 'postgresql://somewhere/else' })
  onTestFinished(() => setEnv({ DATABASE_URL: undefined }))
  expect(() => refuseForeignDemo(true)).toThrow(SetupError)
  expect(() => refuseForeignDemo(false)).not.toThrow()
})
