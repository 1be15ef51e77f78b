// What is started as a process of its own, from TypeScript to modules that Node loads by itself. To read each file through
// a loader of TypeScript was more than half of what a start costs; this is done again only when a source has changed.
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

/** Earlier results that stay, for a program that is still running from one. */
const KEPT = 3

/** What reads captures (server/parse/confine.ts). */
export const readers = ['image', 'pdf', 'text'].map((kind) => `server/parse/entry-${kind}.ts`)

/**
 * @param root the checkout
 * @param name of this set of programs, which has its own results
 * @param entries paths of the programs, from the root
 * @returns the folder with a module for each of them, under the same path but for its ending, .mjs
 */
export async function compile(root, name, entries) {
  const home = path.join(root, 'node_modules/.assay-compiled', name)
  const list = path.join(home, 'sources.json')
  const known = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : []
  const folder = path.join(home, fingerprint(root, entries, known))
  if (known.length > 0 && existsSync(folder)) return folder
  mkdirSync(home, { recursive: true })
  const own = mkdtempSync(path.join(home, 'new-'))
  try {
    const { metafile } = await bundle(root, entries, path.join(own, 'made'))
    const sources = Object.keys(metafile.inputs)
    const made = path.join(home, fingerprint(root, entries, sources))
    place(path.join(own, 'made'), made)
    writeFileSync(path.join(own, 'sources'), JSON.stringify(sources))
    renameSync(path.join(own, 'sources'), list)
    removeOld(home)
    return made
  } finally {
    rmSync(own, { recursive: true, force: true })
  }
}

/** Another start may have made the same meanwhile. */
function place(own, made) {
  try {
    renameSync(own, made)
  } catch (error) {
    if (!existsSync(made)) throw error
  }
}

/** Of everything that the result is made from; a checkout that has moved has other addresses in it. */
function fingerprint(root, entries, sources) {
  const hash = createHash('sha256').update(JSON.stringify([root, entries]))
  for (const file of ['package-lock.json', 'tsconfig.json', 'cli/compile.mjs', ...sources]) {
    const full = path.join(root, file)
    hash.update(`\0${file}\0`).update(existsSync(full) ? readFileSync(full) : '')
  }
  return hash.digest('hex').slice(0, 16)
}

async function bundle(root, entries, folder) {
  const { build } = await import('esbuild')
  return build({
    absWorkingDir: root,
    entryPoints: entries,
    outbase: root,
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: true,
    sourcesContent: false,
    metafile: true,
    logLevel: 'silent',
    plugins: [{ name: 'where a module was', setup: keepAddresses }],
  })
}

/**
 * What a module finds beside itself it goes on finding there. Data of a package are taken in, for Node reads JSON only
 * where an import says that it is.
 */
function keepAddresses({ onLoad, onResolve }) {
  onResolve({ filter: /^[^./].*\.json$/ }, ({ path: name, importer }) =>
    name.startsWith('@/') ? undefined : { path: createRequire(importer).resolve(name) },
  )
  onLoad({ filter: /\.ts$/ }, ({ path: file }) => {
    const source = readFileSync(file, 'utf8')
    if (!source.includes('import.meta.url')) return undefined
    const contents = source.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(file).href))
    return { contents, loader: 'ts' }
  })
}

function removeOld(home) {
  const folders = readdirSync(home)
    .filter((name) => /^[0-9a-f]{16}$/.test(name))
    .map((name) => ({ full: path.join(home, name), at: statSync(path.join(home, name)).mtimeMs }))
    .toSorted((one, other) => other.at - one.at)
  for (const { full } of folders.slice(KEPT)) rmSync(full, { recursive: true, force: true })
}
