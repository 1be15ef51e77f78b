import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import path from 'node:path'
import type nextFactory from 'next'
import { freezeDb, getDb } from '../db/client'
import { addressOf, announce, env, SetupError } from '../env'
import type { Operator } from '../server/account/by-operator'
import { everyAddress } from '../server/export/addresses'
import { copySite } from '../server/export/copy'
import { stageFolder, type Staging } from '../server/export/folder'
import { manifestOf, manifestTitle } from '../server/log/manifest'
import { readCheckpoint } from '../server/log/queries'
import { settleLogKey } from '../server/log/settle'
import { pageRenderer } from '../server/public-pages'
import { ensureBuilt } from './build'
import { withFailurePage } from './failure-page'
import { authSecret, logSigningKey } from './machine'
import type { Machine } from './machine'
import { isDemo } from './prepare-demo'
import { root } from './root'

/** Milliseconds between lines that say how far it has come. */
const EVERY = 5_000

/** `npm run admin -- export-site DIR`: what readers read, as files, as the record is at this moment. */
export function exportSite(folder: string) {
  return async ({ db }: Operator, machine: Machine): Promise<string> => {
    const { PUBLIC_URL, HOST, PORT, INIT_CWD = process.cwd() } = env()
    if (machine.local === undefined && PUBLIC_URL === addressOf(HOST, PORT))
      throw new SetupError(
        'A copy says of what it is one. Set PUBLIC_URL to the address that readers use, such as https://assay.example.org.',
      )
    announce({
      databaseUrl: machine.url,
      authSecret: authSecret(),
      logSigningKey: logSigningKey(PUBLIC_URL),
      publicUrl: PUBLIC_URL,
      isDemo: isDemo(machine),
      mode: 'production',
    })
    await settleLogKey(db, new Date())
    const staging = await stageFolder(path.resolve(INIT_CWD, folder), manifestTitle())
    try {
      await ensureBuilt(console.log)
      return await write(staging, folder)
    } catch (error) {
      await staging.drop()
      throw error
    }
  }
}

async function write(staging: Staging, folder: string): Promise<string> {
  const thaw = await freezeDb()
  const app = await loadApp()
  try {
    const db = getDb()
    const checkpoint = await readCheckpoint(db)
    const hashes = new Map<string, string>()
    let bytes = 0
    const { files, dead } = await copySite({
      ask: pageRenderer(app.listener, env().PUBLIC_URL),
      addresses: await everyAddress(db),
      publicUrl: env().PUBLIC_URL,
      logSize: checkpoint.size,
      progress: teller(),
      write: async (file, content) => {
        const hash = createHash('sha256')
        const note = (part: string | Buffer): void => {
          hash.update(part)
          bytes += Buffer.byteLength(part)
        }
        const isWhole = typeof content === 'string' || Buffer.isBuffer(content)
        if (isWhole) note(content)
        await staging.write(file, isWhole ? content : noted(content, note))
        hashes.set(file, hash.digest('hex'))
      },
    })
    await staging.write('log/manifest', manifestOf(checkpoint, hashes))
    await staging.settle()
    for (const address of dead) console.error(`Leads nowhere on the site either: ${address}`)
    const megabytes = (bytes / 1024 / 1024).toFixed(1)
    return `${(files + 1).toLocaleString('en')} files, ${megabytes} MB, in ${folder}: ${env().PUBLIC_URL} after entry ${checkpoint.size} of its publication log.`
  } finally {
    await app.close()
    await thaw()
  }
}

async function* noted(parts: AsyncIterable<Buffer>, note: (part: Buffer) => void): AsyncGenerator<Buffer> {
  for await (const part of parts) {
    note(part)
    yield part
  }
}

function teller(): (files: number, left: number) => void {
  let told = Date.now()
  return (files, left) => {
    if (Date.now() - told < EVERY) return
    told = Date.now()
    console.error(`… ${files.toLocaleString('en')} files, ${left.toLocaleString('en')} more known of`)
  }
}

/** The application as it serves, on no port. */
async function loadApp() {
  // A hundred megabytes of maps, which tell nothing but where in the sources a fault is.
  process.setSourceMapsEnabled(false)
  const next = createRequire(import.meta.url)('next') as typeof nextFactory
  const app = next({ dev: false, dir: root, quiet: true })
  await app.prepare()
  const own = app.getRequestHandler()
  const yes = (): Promise<boolean> => Promise.resolve(true)
  const asking = { mayBeAway: () => false, isReady: yes, isShown: yes }
  const listener = withFailurePage((...pair) => void own(...pair), { ...asking, showsFaults: false })
  return { listener, close: () => app.close() }
}
