// The one door to every command. Plain JavaScript without packages, because it is what installs the packages.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const verbs = {
  start: 'cli/start',
  dev: 'cli/dev',
  test: 'cli/test',
  bench: 'bench/run',
  admin: 'cli/admin',
  migrate: 'cli/migrate',
}

class Complaint extends Error {
  name = 'SetupError'
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  throw new Complaint(
    `Assay needs Node 20.19 or newer, and this is ${process.versions.node}. Node 22 or 24 is advised.`,
  )
}

/** Installs what package-lock.json names, unless that very list was installed here before. */
function install() {
  const stamp = path.join(root, 'node_modules/.assay-installed')
  const wanted = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  console.log('Installing what package-lock.json names …')
  const options = [
    'install',
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--include=dev',
    '--include=optional',
    '--loglevel=error',
  ]
  const done = spawnSync('npm', options, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
  if (done.error) throw new Complaint(`npm could not be run: ${done.error.message}`)
  if (done.status !== 0) throw new Complaint('npm install failed; what it said is above.')
  writeFileSync(stamp, wanted)
}

function fingerprint() {
  const hash = createHash('sha256').update(readFileSync(path.join(root, 'package-lock.json')))
  return hash.update(`${process.platform} ${process.arch} ${process.versions.modules}`).digest('hex')
}

/** Whoever reads what is printed may go away. To complain of that is to print, and so on without end. */
function outliveReaders() {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
}

async function main() {
  outliveReaders()
  const [verb, ...args] = process.argv.slice(2)
  requireNode()
  if (!Object.hasOwn(verbs, verb ?? '')) {
    throw new Complaint(`Which command? One of: ${Object.keys(verbs).join(', ')}.`)
  }
  process.chdir(root)
  // The tests must not find the settings of the installation they happen to stand in.
  if (verb !== 'test' && existsSync('.env')) process.loadEnvFile('.env')
  install()
  const { compile, readers } = await import('./compile.mjs')
  const commands = Object.values(verbs).map((entry) => `${entry}.ts`)
  const folder = await compile(root, 'program', ['env.ts', ...commands, ...readers])
  const load = (module) => import(pathToFileURL(path.join(folder, `${module}.mjs`)).href)
  // What serves reads maps only for what it logs (server/sourced-stack.ts): there are a hundred megabytes of them.
  if (verb !== 'start') process.setSourceMapsEnabled(true)
  const { setEnv } = await load('env')
  setEnv({ COMPILED: folder })
  const command = await load(verbs[verb])
  await command.default(args)
}

main().catch((error) => {
  // A SetupError is for the person at the terminal, who has no use for where in the program it arose.
  console.error(error?.name === 'SetupError' ? `\n${error.message}\n` : error)
  process.exit(1)
})
