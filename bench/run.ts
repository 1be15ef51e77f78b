import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { eq } from 'drizzle-orm'
import { fillDemo } from '@/cli/demo/fill'
import { ensureBuilt } from '@/cli/build'
import { createDb } from '@/db/client'
import { incident } from '@/db/schema'
import { SetupError, setEnv } from '@/env'
import { createDatabase } from '../tests/harness/postgres'
import { startTestServer } from '../tests/harness/postgres-server'
import { testSecret } from '../tests/harness/app'
import { benchBallots } from './ballot'
import { benchPage } from './page'
import { seedIncidents, seedPerson } from './seed'
import { benchWorkspace } from './workspace'

const SIZES = [100, 1_000, 10_000, 100_000]

/**
 * `npm run bench [-- MOST]`: each figure a ratio to a named yardstick, measured in turns in one run. MOST bounds the
 * number of incidents (100,000 unless given).
 */
export default async function bench(args: string[]): Promise<void> {
  const most = Number(args[0] ?? SIZES.at(-1))
  if (!Number.isInteger(most) || most < 100)
    throw new SetupError('npm run bench takes a number of incidents, 100 or more.')
  const say = (line: string): void => console.log(line)
  await ensureBuilt(say)
  const running = await startTestServer()
  try {
    await measure(await createDatabase(running.server), most)
  } finally {
    await running.stop()
  }
  process.exit(0)
}

async function measure(url: string, most: number): Promise<void> {
  const { db, close } = createDb(url, { max: 20 })
  setEnv({ AUTH_SECRET: testSecret })
  const dataDir = await mkdtemp(path.join(tmpdir(), 'assay-bench-'))
  await fillDemo({ db, dataDir, password: 'a password for the bench', say: () => undefined })
  const [story] = await db.select({ slug: incident.slug }).from(incident).where(eq(incident.type, 'strike')).limit(1)
  const lead = await seedPerson(db)
  let seeded = 0
  for (const size of SIZES.filter((each) => each <= most)) {
    await seedIncidents(db, seeded, size, lead)
    seeded = size
    await benchWorkspace(db, lead, size)
    await benchPage(url, `/incidents/${story?.slug ?? ''}`, size)
  }
  await benchBallots(db, lead)
  await close()
}
