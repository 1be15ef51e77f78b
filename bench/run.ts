import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { eq, sql } from 'drizzle-orm'
import { fillDemo } from '@/cli/demo/fill'
import { ensureBuilt } from '@/cli/build'
import { createDb, type Db } from '@/db/client'
import { incident, publication } from '@/db/schema'
import { SetupError, setEnv } from '@/env'
import { createDatabase } from '../tests/harness/postgres'
import { startTestServer } from '../tests/harness/postgres-server'
import { testSecret } from '../tests/harness/app'
import { benchBallots } from './ballot'
import { benchExport } from './export'
import { benchJunk } from './junk'
import { benchLineage } from './lineage'
import { benchLists } from './list'
import { shown } from './measure'
import { benchRendering } from './page'
import { benchPublic } from './public'
import { benchPublications } from './publications'
import { benchSearch } from './search'
import { benchServing } from './serving'
import { makeIds, seedIncidents, seedPerson } from './seed'
import { benchVerify } from './verify'
import { benchWorkspace } from './workspace'

/** What is measured by itself, over a database of its own. */
const ALONE: Readonly<Record<string, (args: string[]) => Promise<void>>> = {
  export: (args) =>
    overDatabase((url) => withDemo(url, async (db) => benchExport(db, url, await publishedDemo(db), args))),
  junk: (args) =>
    overDatabase((url) =>
      withDemo(url, async (db, dataDir) => benchJunk(db, url, { dataDir, story: await storyIn(db), args })),
    ),
  lineage: benchLineage,
  publications: (args) => overDatabase((url) => withDb(url, (db) => benchPublications(db, url, args))),
  public: benchPublic,
  search: benchSearch,
  verify: (args) =>
    overDatabase((url) => withDemo(url, async (db) => benchVerify(db, url, (await publishedDemo(db)).template, args))),
  serving: () => overDatabase((url) => withDemo(url, async (db) => benchServing(url, await storyIn(db)))),
}

const SIZES = [100, 1_000, 10_000, 100_000]

/**
 * `npm run bench [-- MOST]`: each figure a ratio to a named yardstick, measured in turns in one run. MOST bounds the
 * number of incidents (100,000 unless given). `npm run bench -- search [SIZES…]`: the desk's search alone;
 * `npm run bench -- lineage [SIZES…]`: who copied whom; `npm run bench -- public [SIZES…]`: what readers' lists read;
 * `npm run bench -- serving`: stored pages alone; `npm run bench -- publications N` and `npm run bench -- junk N`: whether
 * they stand N publications, and N addresses that lead nowhere; `npm run bench -- export [SIZES…]`: a copy of the site;
 * `npm run bench -- verify [SIZES…]`: the verifier's look at one.
 */
export default async function bench(args: string[]): Promise<void> {
  const [name = '', ...rest] = args
  const alone = ALONE[name]
  if (alone !== undefined) {
    await alone(rest)
    process.exit(0)
  }
  const most = Number(args[0] ?? SIZES.at(-1))
  if (!Number.isInteger(most) || most < 100)
    throw new SetupError('npm run bench takes a number of incidents, 100 or more.')
  await overDatabase((url) => measure(url, most))
  process.exit(0)
}

/** A database of its own, under the build that is there, which is made first when it is older than its sources. */
async function overDatabase(work: (url: string) => Promise<void>): Promise<void> {
  await ensureBuilt((line) => console.log(line))
  const running = await startTestServer()
  try {
    await work(await createDatabase(running.server))
  } finally {
    await running.stop()
  }
}

async function withDb(url: string, work: (db: Db) => Promise<void>): Promise<void> {
  const { db, close } = createDb(url, { max: 20 })
  setEnv({ AUTH_SECRET: testSecret })
  await work(db)
  await close()
}

/** With the demo newsroom in it. */
const withDemo = (url: string, work: (db: Db, dataDir: string) => Promise<void>): Promise<void> =>
  withDb(url, async (db) => {
    const dataDir = await mkdtemp(path.join(tmpdir(), 'assay-bench-'))
    await fillDemo({ db, dataDir, password: 'a password for the bench', say: () => undefined })
    await work(db, dataDir)
  })

const storyIn = async (db: Db): Promise<string> => `/incidents/${(await publishedDemo(db)).story}`

async function measure(url: string, most: number): Promise<void> {
  await withDemo(url, (db) => measureGrowth(db, url, most))
}

async function measureGrowth(db: Db, url: string, most: number): Promise<void> {
  await makeIds(db)
  const { story, template } = await publishedDemo(db)
  const made = { by: await seedPerson(db), reviewer: await seedPerson(db), template }
  const growth = new Map<string, number[]>()
  const keep = (name: string, ms: number): void => void growth.set(name, [...(growth.get(name) ?? []), ms])
  let seeded = 0
  for (const size of SIZES.filter((each) => each <= most)) {
    await seedIncidents(db, seeded, size, made)
    seeded = size
    keep('workspace', await benchWorkspace(db, made.by, size))
    if (size === SIZES[0]) await benchServing(url, `/incidents/${story}`)
    keep('public page', await benchRendering(url, `/incidents/${story}`, size))
    keep('front page', await benchRendering(url, '/', size))
    keep('slowest public list', await benchLists(db, size))
    keep('ballots', await benchBallots(db, made.by, size))
  }
  for (const [name, times] of growth)
    console.log(
      `growth       ${name}: × ${shown((times.at(-1) ?? 0) / (times[0] ?? 1))} from 100 to ${seeded} incidents`,
    )
}

/** The demo's long account, whose page is measured, and its short one, which the seeded ones are made from. */
async function publishedDemo(db: Db): Promise<{ story: string; template: string }> {
  const first = await db
    .select({ slug: incident.slug, document: publication.document })
    .from(publication)
    .innerJoin(incident, eq(incident.id, publication.incidentId))
    .where(eq(publication.number, 1))
    .orderBy(sql`length(${publication.document})`)
  return { story: first.at(-1)?.slug ?? '', template: first[0]?.document ?? '' }
}
