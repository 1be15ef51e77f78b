import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive } from '../db/local/postmaster'
import { childEnv, SetupError } from '../env'
import { root } from './root'

const folders = ['app', 'components', 'db', 'domain', 'public', 'server']
const files = [
  'env.ts',
  'instrumentation.ts',
  'next.config.ts',
  'package-lock.json',
  'package.json',
  'postcss.config.mjs',
  'proxy.ts',
  'tsconfig.json',
]

const stamp = path.join(root, '.next/assay-sources')
const lock = path.join(root, 'node_modules/.assay-building')

/** Builds the web application unless the build that is there was made from these very sources. */
export async function ensureBuilt(say: (line: string) => void): Promise<void> {
  if (isBuilt()) return
  await takeTurn()
  try {
    // Whoever had the turn before may have built just this.
    if (isBuilt()) return
    const wanted = fingerprint()
    say('Building; this takes a minute the first time …')
    await build()
    writeFileSync(stamp, wanted)
  } finally {
    rmSync(lock, { force: true })
  }
}

/** Was the build that is there made from these very sources? */
export const isBuilt = (): boolean =>
  existsSync(path.join(root, '.next/BUILD_ID')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint()

/** Names the build that is there by what it was made from. */
export const builtFrom = (): string => readFileSync(stamp, 'utf8')

/** Of the sources' content, so that neither a checkout's times nor a touched file make a build stale. */
function fingerprint(): string {
  const hash = createHash('sha256')
  for (const file of sources())
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0')
  return hash.digest('hex')
}

function sources(): string[] {
  const inFolders = folders.flatMap((folder) => {
    if (!existsSync(path.join(root, folder))) return []
    return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
  })
  return [...files.filter((file) => existsSync(path.join(root, file))), ...inFolders].sort()
}

async function takeTurn(): Promise<void> {
  mkdirSync(path.dirname(lock), { recursive: true })
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      return
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const holder = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0
    if (holder > 0 && !isAlive(holder)) rmSync(lock, { force: true })
    else await sleep(250)
  }
}

async function build(): Promise<void> {
  const next = path.join(root, 'node_modules/next/dist/bin/next')
  const child = spawn(process.execPath, [next, 'build'], {
    cwd: root,
    stdio: 'inherit',
    env: childEnv({ NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }),
  })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', resolve)
  })
  if (code !== 0) throw new SetupError('The build failed; what it said is above.')
}
