import { addressOf, announce, env, setEnv } from '../env'
import { closeDb, getDb } from '../db/client'
import { migrateDatabase } from '../db/migrate'
import { account } from '../db/schema'
import { firstAccountLink } from '../server/account/first-link'
import { settleLogKey } from '../server/log/settle'
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
  const background: Background = {}
  try {
    web = await listen(mode)
    const given = addressOf(env().HOST, web.port)
    setEnv({ PORT: String(web.port) })
    const publicUrl = env().PUBLIC_URL
    machine.tell(publicUrl)
    const secret = authSecret()
    stopOnSignal(machine, web, background)
    await migrateDatabase(machine.url)
    settleData(machine, say)
    const signingKey = logSigningKey(publicUrl)
    announce({
      databaseUrl: machine.url,
      authSecret: secret,
      logSigningKey: signingKey,
      publicUrl,
      isDemo: false,
      mode,
    })
    await settleLogKey(getDb(), new Date())
    await prepareStore(getDb(), say)
    if (await prepareDemo(machine, { isWanted: isDemo, fill, say })) setEnv({ IS_DEMO: '1' })
    if (mode === 'production') await ensureBuilt(say)
    background.worker = await startWorker(machine.url)
    await web.ready()
    await greet(publicUrl, given, secret)
    // Whoever develops starts on new data many times a day.
    if (mode === 'production') background.filling = fillGazetteer({ say })
  } catch (error) {
    await web?.close(0).catch(() => undefined)
    await background.worker?.stop()
    await closeDb()
    await machine.close()
    throw error
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

async function stop(machine: Machine, web: WebServer, { worker, filling }: Background): Promise<void> {
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
