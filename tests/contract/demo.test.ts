import { mkdtemp, readFile, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { isNull, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { fillDemo } from '@/cli/demo/fill'
import { incident, lineage, publication, rendition, revision, round } from '@/db/schema'
import { setEnv } from '@/env'
import { programContext } from '@/server/jobs'
import { suggestLineage } from '@/server/lineage/suggest'
import { useDatabase } from '../harness/database'

const database = useDatabase()

test('the demo newsroom holds one incident in each stage, and four accounts kept for their owner alone', async () => {
  const { db } = database
  setEnv({ AUTH_SECRET: 'a secret of the tests, long enough to be one' })
  const dataDir = await mkdtemp(path.join(tmpdir(), 'assay-demo-'))
  await fillDemo({ db, dataDir, password: 'correct horse battery', say: () => undefined })

  const file = path.join(dataDir, 'demo-accounts.json')
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(JSON.parse(await readFile(file, 'utf8'))).toHaveLength(4)

  expect(await db.$count(incident)).toBe(6)
  const publications = await db.select().from(publication).orderBy(publication.publishedAt)
  expect(publications.map(({ number, correctionKind }) => [number, correctionKind])).toEqual([
    [1, null],
    [2, 'correction'],
    [1, null],
    [2, 'retraction'],
    [1, null],
  ])
  const translated = await db.select().from(rendition).orderBy(rendition.publishedAt)
  expect(translated.map(({ language, number }) => [language, number])).toEqual([
    ['ar', 1],
    ['uk', 1],
    ['uk', 1],
  ])
  const states = (await db.select({ state: revision.state }).from(revision).where(isNull(revision.language))).map(
    (row) => row.state,
  )
  expect(states.toSorted()).toEqual(['in_review', 'published', 'published', 'published', 'superseded'])
  const open = (await db.select({ state: round.state }).from(round)).filter((row) => row.state === 'open')
  expect(open).toHaveLength(2)

  // What the worker does once the program runs: it finds the one article that is another's.
  const { rows } = await db.execute<{ id: string }>(sql`select id from capture order by captured_at`)
  const signal = new AbortController().signal
  for (const { id } of rows) await suggestLineage({ ctx: programContext(db), signal }, { captureId: id })
  const edges = await db.select().from(lineage).where(isNull(lineage.drawnBy))
  expect(edges).toMatchObject([{ kind: 'reprint', state: 'suggested' }])
})
