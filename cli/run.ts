import { setTimeout as sleep } from 'node:timers/promises'
import { addressOf, announce, env, setEnv, SetupError } from '../env'
import { closeDb, getDb } from '../db/client'
import { DatabaseAway, migrateDatabase } from '../db/migrate'
import { account } from '../db/schema'
import { firstAccountLink } from '../server/account/first-link'
import { describeError } from '../server/log'
import { settleLogKey } from '../server/log/settle'
import { recordBuild } from '../server/page/build-record'
import { pagesAsOf } from '../server/public-pages'
import { startWorker } from '../server/worker'
import type { Worker } from '../server/worker'
import { prepareDemo, refuseForeignDemo } from './prepare-demo'
import { prepareStore, settleData } from './prepare-store'
import { fillGazetteer } from './fill-gazetteer'
import type { Filling } from './fill-gazetteer'
import { ensureBuilt } from './build'
import type { Fill } from './prepare-demo'
import { authSecret, holdMachine, logSigningKey } from './machine'
import type { Machine } from './machine'
import { mayHavePages, pageDisk } from './page-disk'
import { listen } from './serve'
import type { WebServer } from './serve'

/** The demo newsroom is loaded only where it is made. */
const fill: Fill = async (context) => (await import('./demo/fill')).fillDemo(context)

const say = (line: string): void => console.log(line)

/** Milliseconds that requests in hand get to finish when the program is told to stop. */
const patience = 10_000

interface Options {
  mode: 'development' | 'production'
  isDemo: boolean
}

/** Brings everything up in the order in which it can fail soonest, serves until a signal, and takes it down again. */
export async function run({ mode, isDemo }: Options): Promise<void> {
  setEnv({ NODE_ENV: mode })
  refuseForeignDemo(isDemo)
  const machine = await holdMachine({ say, onTakenOver: die })
  let web: WebServer | undefined
  const background: Background = { isStopping: new AbortController() }
  try {
    web = await listen(mode)
    const given = addressOf(env().HOST, web.port)
    setEnv({ PORT: String(web.port) })
    const publicUrl = env().PUBLIC_URL
    machine.tell(publicUrl)
    const start = { machine, mode, isDemo, publicUrl, given, secret: authSecret(), web, background }
    stopOnSignal(machine, web, background)
    const away = await migrateDatabase(machine.url).then(() => undefined, awayFrom(machine, mode))
    settle(start)
    if (away === undefined) await comeUp(start)
    else await serveWithout(start, away)
  } catch (error) {
    await web?.close(0).catch(() => undefined)
    await background.worker?.stop()
    await closeDb()
    await machine.close()
    throw error
  }
}

interface Start {
  machine: Machine
  mode: Options['mode']
  isDemo: boolean
  publicUrl: string
  /** The address at which it listens. */
  given: string
  secret: string
  web: WebServer
  background: Background
}

/** Makes known what needs no database. */
function settle({ machine, mode, publicUrl, secret }: Start): void {
  settleData(machine, say)
  announce({
    databaseUrl: machine.url,
    authSecret: secret,
    logSigningKey: logSigningKey(publicUrl),
    publicUrl,
    isDemo: false,
    mode,
  })
}

/** What there is to do once the database has its newest schema; safe to do again where it was not brought to its end. */
async function comeUp(start: Start): Promise<void> {
  const { machine, mode, isDemo, publicUrl, given, secret, web, background } = start
  await settleLogKey(getDb(), new Date())
  await prepareStore(getDb(), say)
  if (await prepareDemo(machine, { isWanted: isDemo, fill, say })) setEnv({ IS_DEMO: '1' })
  if (mode === 'production') await ensureBuilt(say)
  if (mode === 'production') await recordBuild(getDb(), new Date())
  background.worker ??= await startWorker(machine.url)
  await web.ready(diskOf(start))
  web.begin()
  await greet(publicUrl, given, secret)
  // Whoever develops starts on new data many times a day.
  if (mode === 'production') background.filling = fillGazetteer({ say })
}

const diskOf = ({ machine, mode, publicUrl }: Start) =>
  mode === 'production' ? pageDisk(machine, publicUrl, say) : undefined

/** A database that is away is waited for where readers can be served without it; every other fault ends the start. */
function awayFrom({ local }: Machine, mode: Options['mode']) {
  return (error: unknown): DatabaseAway => {
    // A database that was never reached is more likely to be called by a wrong name.
    const canServe = mode === 'production' && local === undefined && mayHavePages()
    if (error instanceof DatabaseAway && canServe) return error
    throw error
  }
}

/** Serves what is kept on disk, as of when it was kept, and comes up as soon as the database is there. */
async function serveWithout(start: Start, away: DatabaseAway): Promise<void> {
  await ensureBuilt(say)
  const disk = diskOf(start)
  const asOf = disk && pagesAsOf(disk)
  if (asOf === undefined) throw away
  await start.web.ready(disk)
  say(`\n${away.message}`)
  say(`Assay serves readers at ${start.publicUrl} what it keeps on disk, as of ${asOf.toISOString()}.`)
  say('It goes on by itself when the database can be reached.')
  void wait(start, away.message)
}

/** Milliseconds between two tries. */
const AGAIN = 1_000

async function wait(start: Start, said: string): Promise<void> {
  const { signal } = start.background.isStopping
  const isOn = () =>
    sleep(AGAIN, undefined, { signal }).then(
      () => true,
      () => false,
    )
  for (let last = said; await isOn();) {
    try {
      await migrateDatabase(start.machine.url)
      await comeUp(start)
      return
    } catch (error) {
      const message = error instanceof SetupError ? error.message : JSON.stringify(describeError(error))
      if (message !== last) say(message)
      last = message
    }
  }
}

async function greet(publicUrl: string, listening: string, secret: string): Promise<void> {
  const [anybody] = await getDb().select({ id: account.id }).from(account).limit(1)
  say(`\nAssay is ready at ${publicUrl}`)
  if (publicUrl !== listening) say(`It listens on ${listening}.`)
  if (env().IS_DEMO) say('These are demo data: every page says so.')
  if (anybody === undefined) say(`Nobody has an account yet. Make the first: ${firstAccountLink(publicUrl, secret)}`)
}

/** What is there once the database is brought to its newest schema. */
interface Background {
  isStopping: AbortController
  worker?: Worker
  filling?: Filling
}

function stopOnSignal(machine: Machine, web: WebServer, background: Background): void {
  let begun = 0
  const onSignal = (): void => {
    // A terminal and npm may both pass on the same Ctrl+C; a second one, later, is meant.
    if (begun > 0 && Date.now() - begun > 1000) process.exit(1)
    if (begun > 0) return
    begun = Date.now()
    say('\nStopping …')
    void stop(machine, web, background).then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
}

async function stop(machine: Machine, web: WebServer, background: Background): Promise<void> {
  const { isStopping, worker, filling } = background
  isStopping.abort()
  filling?.stop()
  setTimeout(() => process.exit(1), 3 * patience).unref()
  await Promise.all([web.close(patience), worker?.stop()])
  await closeDb()
  await machine.close()
}

function die(error: Error): void {
  console.error(`\n${error.message}\n`)
  process.exit(1)
}
