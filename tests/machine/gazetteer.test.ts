import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import command from '@/cli/admin'
import { fillGazetteer } from '@/cli/fill-gazetteer'
import { packagedPlaces } from '@/cli/import-gazetteer'
import { closeDb } from '@/db/client'
import { servingLock } from '@/db/local/hold'
import { setEnv } from '@/env'
import { useDatabase } from '../harness/database'
import { dumpLine } from '../harness/gazetteer'

const database = useDatabase()
const folder = mkdtempSync(path.join(tmpdir(), 'assay-gazetteer-'))
const file = path.join(folder, 'places.txt')
writeFileSync(file, `${dumpLine({ id: 1, name: 'Orvelsk', names: ['Орвельск'] })}\n`)

const undone = { DATABASE_URL: undefined, AUTH_SECRET: undefined, GAZETTEER: undefined }
afterEach(async () => {
  await closeDb()
  setEnv(undone)
})

const filled = async () => (await database.pool.query('select id from gazetteer_entry')).rowCount

test('an empty gazetteer is filled after the start by a process of its own, once, unless it is not to be', async () => {
  const secret = 'a secret of at least thirty-two characters'
  setEnv({ DATABASE_URL: database.url, AUTH_SECRET: secret, GAZETTEER: 'off' })
  fillGazetteer({ say: () => expect.fail('it is off'), later: 0, file })
  setEnv({ GAZETTEER: undefined })
  expect(await filled()).toBe(0)
  // As the application that serves holds its data.
  const app = await database.pool.connect()
  await app.query('select pg_advisory_lock($1)', [servingLock])
  await new Promise<string>((resolve) => fillGazetteer({ say: resolve, later: 0, file }))
  expect(await filled()).toBe(1)
  app.release(true)
})

test('the command reads one file after another, says what it read, and what it could not', async () => {
  setEnv({ DATABASE_URL: database.url, AUTH_SECRET: 'a secret of at least thirty-two characters' })
  const said = vi.spyOn(console, 'log').mockReturnValue()
  const other = path.join(folder, 'other.txt')
  writeFileSync(other, `${dumpLine({ id: 2, name: 'Lysa' })}\n`)
  await command(['import-gazetteer', other, other])
  expect(said.mock.calls.join('\n')).toMatch(
    /1 place with 1 spelling, in \d+ s\.\n.*was read before: 1 place\.\nGeoNames.*CC BY/,
  )
  writeFileSync(other, 'no table')
  await expect(command(['import-gazetteer', other])).rejects.toThrow(/line 1 is no place.*Nothing of it was kept/)
  said.mockRestore()
  rmSync(folder, { recursive: true })
})

test('the places of the package are there', () => {
  expect(packagedPlaces()).toMatch(/cities500\.txt$/)
})
