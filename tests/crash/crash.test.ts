import path from 'node:path'
import { expect, test } from 'vitest'
import { findPostmaster, stopPostmaster } from '@/db/local/postmaster'
import { startApp } from '../harness/app'
import type { RunningApp } from '../harness/app'
import { textOf } from '../harness/desk'
import { remote, staff } from '../harness/remote'
import { scratch, until } from '../machine/hold'
import { countEvents, emptyLedger, readBack, setUp, writeUntilBroken } from './writers'
import type { Desk, Ledger } from './writers'

// The real application from its build, on its own private PostgreSQL, spoken to over HTTP: three editors vote and vote
// again, one of them saves and attaches evidence, and in the middle of it something is killed with signal 9.
const KILLS = 10
/** Writes that must have been acknowledged before each kill, so that it falls among more of them. */
const WRITES = 15

/** Rule 15 and the promise of an answer: what was acknowledged is there; what was not may be, whole. */
async function expectAllKept(url: string, cookies: readonly string[], desk: Desk, ledger: Ledger): Promise<void> {
  const found = await readBack(url, cookies, desk)
  expect([...ledger.attached].filter((exact) => !found.attached.includes(exact))).toEqual([])
  ledger.ballots.forEach(({ kept, sent }, index) => {
    const own = found.ballots[index] ?? null
    const matches = [kept, sent].filter((one) => one?.level === own?.level && one?.reason === own?.reason)
    expect(matches, `ballot ${index}: ${JSON.stringify({ own, kept, sent })}`).not.toEqual([])
  })
  const { saved, sentWords } = ledger
  const isUnanswered = sentWords !== null && found.text.version === saved.version + 1
  const words = isUnanswered ? sentWords : saved.words
  expect(found.text.version).toBe(isUnanswered ? saved.version + 1 : saved.version)
  if (words !== '') expect(found.text.document).toEqual(textOf(words))
  ledger.saved = { version: found.text.version, words }
  ledger.sentWords = null
}

/** Lets everybody write, and kills in the middle. @returns when no writer hears anything any more. */
async function killAmongWrites(
  writing: { url: string; cookies: string[]; desk: Desk },
  ledger: Ledger,
  kill: () => Promise<unknown>,
) {
  const before = ledger.acknowledged
  const written = writeUntilBroken(writing.url, writing.cookies, writing.desk, ledger)
  await until(() => ledger.acknowledged >= before + WRITES)
  await kill()
  await written
}

async function expectEvents(url: string, cookies: string[], desk: Desk): Promise<void> {
  const [lead = ''] = cookies
  const found = await readBack(url, cookies, desk)
  // One piece more than the background: what the claim rests on.
  expect(await countEvents(url, lead, desk.incidentId, 'evidence.attached')).toBe(found.attached.length + 1)
}

test(
  `kill -9 of the application and of the database, ${KILLS} times each under writes`,
  { timeout: 480_000 },
  async () => {
    const data = scratch()
    const options = { env: { DATA_DIR: data, AUTH_SECRET: '' } }
    const cluster = path.join(data, 'postgres')
    let app: RunningApp = await startApp(options)
    try {
      const cookies = await staff(app.url, app.firstLink ?? '', 2)
      const desk = await setUp(remote(app.url, cookies[0] ?? ''))
      const ledger = emptyLedger((await readBack(app.url, cookies, desk)).text.version, cookies.length)
      for (let kill = 0; kill < KILLS; kill++) {
        await killAmongWrites({ url: app.url, cookies, desk }, ledger, () => app.kill())
        app = await startApp(options)
        await expectAllKept(app.url, cookies, desk, ledger)
      }
      for (let kill = 0; kill < KILLS; kill++) {
        await killAmongWrites({ url: app.url, cookies, desk }, ledger, async () => {
          process.kill(findPostmaster(cluster)?.pid ?? 0, 'SIGKILL')
          await until(() => app.output().split('is up again').length === kill + 2)
        })
        await until(async () => (await fetch(`${app.url}/readyz`)).status === 200)
        await expectAllKept(app.url, cookies, desk, ledger)
      }
      await expectEvents(app.url, cookies, desk)
      expect(await app.stop(), app.output().slice(-3_000)).toBe(0)
    } finally {
      await app.kill()
      await stopPostmaster(cluster)
    }
  },
)
