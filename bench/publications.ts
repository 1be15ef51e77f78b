import type { Db } from '@/db/client'
import { startApp } from '../tests/harness/app'
import { addDesk, publishDraft } from '../tests/harness/desk'
import type { TestDesk } from '../tests/harness/desk'
import { openWire } from '../tests/harness/wire'
import { median, p95, shown, timed } from './measure'

const DESKS = 10
const READERS = 4
/** How often it is said how it goes. */
const TOLD = 10

type Account = { path: string; desk: TestDesk; acknowledged: number }

/** What readers were told: how many answers, of how many of them that they are of then, and those that were wrong. */
type Told = { answers: number; said: number; wrong: string[] }

async function read(url: string, account: Account, told: Told): Promise<void> {
  const least = account.acknowledged
  const response = await fetch(url + account.path)
  const text = await response.text()
  const number = Number(/Count (\d+)\b/.exec(text)?.[1] ?? -1)
  const isSaid = /<p role="status"[^>]*>The record cannot be reached/.test(text)
  told.answers++
  if (isSaid) told.said++
  if (response.status !== 200 || (number < least && !isSaid))
    told.wrong.push(`${account.path}: ${response.status}, ${number} where ${least} was acknowledged`)
}

async function publish(db: Db, account: Account, number: number): Promise<void> {
  const note = account.acknowledged < 0 ? undefined : `Recounted, ${number}.`
  await publishDraft(db, account.desk, `Count ${number} of what is known.`, note)
  account.acknowledged = number
}

/**
 * `count` publications, each through draft, review and approval, over two instances while readers read from both; the
 * second is cut off from the database for the middle third.
 * @throws Error where an answer was older than what had been acknowledged, and did not say so.
 */
export async function benchPublications(db: Db, databaseUrl: string, [given = '100']: string[]): Promise<void> {
  const count = Number(given)
  const wire = await openWire(databaseUrl)
  const apps = [await startApp({ databaseUrl }), await startApp({ databaseUrl: wire.url })]
  const told: Told[] = apps.map(() => ({ answers: 0, said: 0, wrong: [] }))
  const times: number[] = []
  let isOver = false
  try {
    const accounts: Account[] = []
    for (let at = 0; at < Math.min(DESKS, count); at++) {
      const desk = await addDesk(db)
      const account = { path: `/incidents/${await slugOf(db, desk.incidentId)}`, desk, acknowledged: -1 }
      await publish(db, account, 0)
      for (const { url } of apps) await fetch(url + account.path)
      accounts.push(account)
    }
    const readers = Array.from({ length: READERS }, async (_, reader) => {
      for (let turn = reader; !isOver; turn++) {
        const at = turn % 2
        const [app, account, own] = [apps[at], accounts[turn % accounts.length], told[at]]
        if (app !== undefined && account !== undefined && own !== undefined) await read(app.url, account, own)
      }
    })
    for (let number = 1; number <= count; number++) {
      if (number === Math.ceil(count / 3)) wire.cut()
      if (number === Math.ceil((2 * count) / 3)) wire.mend()
      const account = accounts[number % accounts.length]
      if (account !== undefined) times.push(await timed(() => publish(db, account, number)))
      if (number % Math.ceil(count / TOLD) === 0) say(number, told)
    }
    // Both say at the end what is so.
    for (let isBack = false; !isBack;) {
      const last = { answers: 0, said: 0, wrong: [] }
      for (const account of accounts) await read(apps[1]?.url ?? '', account, last)
      isBack = last.said === 0
    }
    isOver = true
    await Promise.all(readers)
  } finally {
    isOver = true
    for (const app of apps) await app.stop()
    await wire.close()
  }
  say(count, told)
  console.log(`publications ${count}, each ${shown(median(times))} ms at the median, p95 ${shown(p95(times))}`)
  const wrong = told.flatMap((each) => each.wrong)
  if (wrong.length > 0) throw new Error(wrong.slice(0, 10).join('\n'))
}

function say(number: number, told: readonly Told[]): void {
  const each = told.map(
    ({ answers, said, wrong }, at) =>
      `instance ${at + 1}: ${answers} answers, ${said} said as of when, ${wrong.length} wrong`,
  )
  console.log(`publications ${number}, ${each.join('; ')}`)
}

async function slugOf(db: Db, incidentId: string): Promise<string> {
  const found = await db.query.incident.findFirst({ where: (incident, { eq }) => eq(incident.id, incidentId) })
  return found?.slug ?? ''
}
