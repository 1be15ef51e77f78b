import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Client } from 'pg'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { migrateDatabase } from '@/db/migrate'
import { SetupError } from '@/env'
import { createDatabase, databaseUrl, dropDatabase } from '../harness/postgres'

const journal = new URL('../../db/migrations/meta/_journal.json', import.meta.url)

test('four instances that start at once on an empty database migrate it once', async () => {
  const url = await createDatabase(inject('postgres'), 'template1')
  await Promise.all([1, 2, 3, 4].map(() => migrateDatabase(url)))
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query('select count(*)::int as times from drizzle.__drizzle_migrations')
  await client.end()
  const { entries } = JSON.parse(readFileSync(journal, 'utf8')) as { entries: unknown[] }
  expect(rows).toEqual([{ times: entries.length }])
  await migrateDatabase(url)
  await dropDatabase(inject('postgres'), url)
})

test('a database that cannot be reached is a plain message without the password', async () => {
  const refused = migrateDatabase('postgresql://someone:a-password@127.0.0.1:1/nothing')
  await expect(refused).rejects.toThrow(SetupError)
  await expect(refused).rejects.toThrow(/DATABASE_URL/)
  await expect(refused).rejects.not.toThrow(/a-password/)
})

describe('one’s own database is refused in words', () => {
  const asOwner = async (statement: string): Promise<string> => {
    const name = `odd_${randomBytes(6).toString('hex')}`
    const client = new Client({ connectionString: inject('postgres').superUrl })
    await client.connect()
    await client.query(`create database ${name} ${statement}`)
    await client.end()
    const url = databaseUrl(inject('postgres'), name)
    onTestFinished(() => dropDatabase(inject('postgres'), url))
    return url
  }

  test.each([
    ['keeps text in another encoding', "encoding 'SQL_ASCII' locale_provider libc locale 'C' template template0"],
    ['knows ASCII letters alone', "encoding 'UTF8' locale_provider libc locale 'C' template template0"],
  ])('where it %s', async (_, statement) => {
    await expect(migrateDatabase(await asOwner(`owner assay ${statement}`))).rejects.toThrow(
      /does not keep text as UTF-8/,
    )
  })

  test('where the role may not make tables', async () => {
    await expect(migrateDatabase(await asOwner('owner postgres'))).rejects.toThrow(
      /may not make tables .* own the database/,
    )
  })
})
