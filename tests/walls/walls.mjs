/**
 * Holds the import walls: dependency-cruiser over the house, plus two things it cannot see by itself. It passes on zero
 * modules when its parser and the compiler disagree, and it does not know which files go to the browser.
 */
import { createRequire } from 'node:module'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { cruise } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'

const require = createRequire(import.meta.url)
const { options, forbidden } = require('../../.dependency-cruiser.cjs')

export const FOLDERS = ['app', 'components', 'domain', 'server', 'db', 'cli', 'verifier', 'env.ts', 'proxy.ts']

/** Fewer modules or arrows than these, and the run saw nothing worth the name. */
export const LEAST = { modules: 40, arrows: 60 }

/** Packages that are client components through and through. */
const CLIENT_PACKAGE =
  /node_modules\/(react-aria-components|lucide-react|@tanstack|@trpc\/tanstack|next\/(dist\/client\/)?(app-dir\/)?link)/

/** Runs the table over `folders` of the tree at `root`. Returns one line a breach. */
export async function findBreaches(root, folders = FOLDERS, least = LEAST) {
  const { output } = await cruise(
    folders,
    {
      ...options,
      tsConfig: { fileName: `${root}/tsconfig.json` },
      ruleSet: { forbidden },
      validate: true,
      baseDir: root,
    },
    undefined,
    { tsConfig: extractTSConfig(`${root}/tsconfig.json`) },
  )
  const local = output.modules.filter((module) => !module.source.includes('node_modules'))
  const arrows = local
    .flatMap((module) => module.dependencies)
    .filter((arrow) => !arrow.resolved.includes('node_modules'))
  return {
    seen: { modules: local.length, arrows: arrows.length },
    breaches: [
      ...tooFew(local.length, arrows.length, least),
      ...output.summary.violations.map((breach) => `${breach.rule.name}: ${breach.from} → ${breach.to}`),
      ...(await clientInPublic(root, output.modules)),
    ],
  }
}

function tooFew(modules, arrows, least) {
  if (modules >= least.modules && arrows >= least.arrows) return []
  return [
    `saw-nothing: ${modules} modules and ${arrows} arrows between them; ${least.modules} and ${least.arrows} is the least`,
  ]
}

/** Public pages ship no component to the browser: no file they reach, however far, carries 'use client'. */
async function clientInPublic(root, modules) {
  const bySource = new Map(modules.map((module) => [module.source, module]))
  const queue = modules.filter(({ source }) => source.startsWith('app/(public)/')).map(({ source }) => [source])
  const seen = new Set(queue.map(([source]) => source))
  const breaches = []
  while (queue.length > 0) {
    const path = queue.shift()
    const source = path.at(-1)
    if (CLIENT_PACKAGE.test(source) || (await isClient(root, source))) {
      breaches.push(`public-is-a-document: ${path.join(' → ')} goes to the browser`)
      continue
    }
    for (const { resolved, typeOnly } of bySource.get(source)?.dependencies ?? []) {
      if (typeOnly || seen.has(resolved)) continue
      seen.add(resolved)
      queue.push([...path, resolved])
    }
  }
  return breaches
}

async function isClient(root, source) {
  if (source.includes('node_modules') || !/\.[mc]?[jt]sx?$/.test(source)) return false
  const text = await readFile(`${root}/${source}`, 'utf8').catch(() => '')
  return /^(\s|\/\*[\s\S]*?\*\/|\/\/.*\n)*['"]use client['"]/.test(text)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/\/$/, '')
  const { seen, breaches } = await findBreaches(root)
  for (const breach of breaches) process.stderr.write(`${breach}\n`)
  process.stdout.write(`walls: ${seen.modules} modules, ${seen.arrows} arrows, ${breaches.length} breaches\n`)
  process.exitCode = breaches.length === 0 ? 0 : 1
}
