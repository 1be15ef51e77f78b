import path from 'node:path'
import { expect, test } from 'vitest'
import { setTimeout as sleep } from 'node:timers/promises'
import { findPostmaster, stopPostmaster } from '@/db/local/postmaster'
import { sha256Hex } from '@/domain/hash'
import { wordList } from '@/domain/log/words'
import { childEnv } from '@/env'
import { readKey, siteAt, verify } from '../../verifier/assay-verify.mjs'
import { startApp, testVerifierKey } from '../harness/app'
import type { RunningApp } from '../harness/app'
import { textOf } from '../harness/desk'
import { remote, staff } from '../harness/remote'
import { scratch, until } from '../machine/hold'
import { addTarget, aim, expectPublished, fire, keepReading, nextKind, SHOTS } from './publishers'
import type { Shot, ShotKind, Target } from './publishers'
import { countEvents, emptyLedger, readBack, setUp, writeUntilBroken } from './writers'
import type { Desk, Ledger } from './writers'

// The real application from its build, on its own private PostgreSQL, spoken to over HTTP: three editors vote and vote
// again, one of them saves and attaches evidence, others publish, correct, retract and redact under readers, and in the
// middle of it something is killed with signal 9. `CRASH_KILLS=100` is a longer run, by hand.
const KILLS = Number(childEnv()['CRASH_KILLS'] ?? 10)
/** Writes that must have been acknowledged before each kill, so that it falls among more of them. */
const WRITES = 15
/** Milliseconds that a publication is waited for before it is cut off. */
const LONGEST = 5_000

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

type Writing = {
  url: string
  cookies: string[]
  desk: Desk
  targets: Target[]
  tried: Map<ShotKind, number>
  took: number
}

/** An account about to change: a new one every fourth time, else those that are there by turns. */
async function takeAim({ url, cookies, targets, tried }: Writing, kill: number): Promise<Shot> {
  const isNew = kill % 4 === 0
  if (isNew) targets.push(await addTarget(url, cookies))
  const target = targets.at(isNew ? -1 : kill % targets.length)
  if (target === undefined) throw new Error('no account to change')
  const kind = await nextKind(url, target, tried)
  tried.set(kind, (tried.get(kind) ?? 0) + 1)
  return aim(url, cookies, target, kind)
}

/** Every second kill falls on something that is being published: to look whether it is whole takes as long as a start. */
const isAimed = (number: number): boolean => number % 2 === 0

/** Lets everybody write and read, and kills while something is being published. @returns when nobody hears anything any more. */
async function killAmongWrites(
  writing: Writing,
  ledger: Ledger,
  kill: (number: number) => Promise<unknown>,
  number: number,
) {
  const { url, cookies, desk } = writing
  const shots = isAimed(number) ? [await takeAim(writing, number / 2)] : []
  const before = ledger.acknowledged
  const readers = isAimed(number) ? keepReading(url, () => shots.map(({ target }) => target.slug)) : undefined
  let isOver = false
  const written = writeUntilBroken(url, cookies, desk, ledger, () => isOver)
  await until(() => ledger.acknowledged >= before + WRITES)
  const fired = shots.map(fire)
  const begun = Date.now()
  // By turns as soon as one was acknowledged, and somewhere on the way there, which takes as long as it took the last time.
  const waits = number % 4 === 0
  if (waits) await Promise.race([...fired, sleep(LONGEST)])
  else if (isAimed(number)) await sleep(writing.took * Math.random())
  if (waits) writing.took = Date.now() - begun
  await kill(number)
  isOver = true
  await Promise.all([written, ...fired, readers?.stop()])
  return { shots, readers }
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
      const writing: Writing = {
        url: app.url,
        cookies,
        desk,
        targets: [],
        tried: new Map<ShotKind, number>(),
        took: LONGEST / 10,
      }
      const ends = new Map<string, number>()
      const count = (shots: readonly Shot[]) => {
        for (const { kind, isAcknowledged } of shots) {
          const end = `${kind}, ${isAcknowledged ? 'acknowledged' : 'cut off'}`
          ends.set(end, (ends.get(end) ?? 0) + 1)
        }
      }
      for (let kill = 0; kill < KILLS; kill++) {
        const seen = await killAmongWrites(writing, ledger, () => app.kill(), kill)
        app = await startApp(options)
        writing.url = app.url
        await expectAllKept(app.url, cookies, desk, ledger)
        if (seen.readers) await expectPublished(app.url, cookies[0] ?? '', seen.shots, seen.readers)
        count(seen.shots)
      }
      for (let kill = 0; kill < KILLS; kill++) {
        const stop = async () => {
          process.kill(findPostmaster(cluster)?.pid ?? 0, 'SIGKILL')
          await until(() => app.output().split('is up again').length === kill + 2)
        }
        const seen = await killAmongWrites(writing, ledger, stop, kill)
        await until(async () => (await fetch(`${app.url}/readyz`)).status === 200)
        await expectAllKept(app.url, cookies, desk, ledger)
        if (seen.readers) await expectPublished(app.url, cookies[0] ?? '', seen.shots, seen.readers)
        count(seen.shots)
      }
      await expectEvents(app.url, cookies, desk)
      console.log(`killed while publishing: ${[...ends].map(([end, times]) => `${end} ${times}`).join('; ')}`)
      expect([...writing.tried.keys()].toSorted()).toEqual(SHOTS.toSorted())
      const found = await verify(siteAt(app.url), { key: readKey(testVerifierKey), words: sha256Hex(wordList()) })
      expect(found.publications).toBeGreaterThanOrEqual(KILLS / 4)
      expect(await app.stop(), app.output().slice(-3_000)).toBe(0)
    } finally {
      await app.kill()
      await stopPostmaster(cluster)
    }
  },
)
