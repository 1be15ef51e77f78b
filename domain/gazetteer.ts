import { NAMES_MOST } from './input/place'
import { LIMITS } from './input/text'
import { nameKey, spelledOf } from './name-key'
import { scriptOf } from './script'
import { codePointLength, isCleanText, normaliseLine } from './text'
import type { Precision } from './words'

/** A line of a GeoNames dump, as far as it is kept. */
export type GazetteerEntry = {
  id: number
  name: string
  /** Other spellings, each once. */
  names: string[]
  latitude: number
  longitude: number
  /** Class and code, such as `P.PPL`. */
  feature: string
  country: string
  region: string
  population: number
}

export type ParsedEntry = { ok: true; entry: GazetteerEntry } | { ok: false; why: string }

const COLUMNS = 19
const MOST_ID = 2 ** 31 - 1

/**
 * One line of a dump of GeoNames (https://download.geonames.org/export/dump/readme.txt): 19 columns between tabs. `why`
 * it is none is a sentence's end: "it has 3 columns".
 */
export function parseEntry(line: string): ParsedEntry {
  const columns = line.split('\t')
  if (columns.length !== COLUMNS)
    return { ok: false, why: `it has ${columns.length} columns between tabs, and ${COLUMNS} are wanted` }
  const [id = '', name = '', , names = '', latitude = '', longitude = '', ofClass = '', code = '', country = ''] =
    columns
  const [region = '', population = ''] = [columns[10], columns[14]]
  if (!/^[1-9]\d{0,9}$/.test(id) || Number(id) > MOST_ID) return { ok: false, why: 'its number is none' }
  const main = nameOf(name)
  if (main === null) return { ok: false, why: 'its name is empty, too long or not clean text' }
  const point = [degrees(latitude, 90), degrees(longitude, 180)] as const
  if (point[0] === null || point[1] === null) return { ok: false, why: 'its coordinates are none' }
  if (!/^[A-Z]?$/.test(ofClass) || !/^[A-Z0-9]{0,10}$/.test(code)) return { ok: false, why: 'its kind is none' }
  if (!/^([A-Z]{2})?$/.test(country)) return { ok: false, why: 'its country is none' }
  if (!/^[\p{L}\p{N}._-]{0,20}$/u.test(region)) return { ok: false, why: 'its region is none' }
  if (!/^\d{0,12}$/.test(population)) return { ok: false, why: 'its population is none' }
  const others = names.split(',').flatMap((other) => (isSpelling(other) ? (nameOf(other) ?? []) : []))
  const entry = {
    id: Number(id),
    name: main,
    names: [...new Set(others)].filter((other) => other !== main),
    latitude: point[0],
    longitude: point[1],
    feature: `${ofClass}.${code}`,
    country,
    region,
    population: Number(population),
  }
  return { ok: true, entry }
}

function degrees(text: string, most: number): number | null {
  if (!/^-?\d{1,3}(\.\d{1,12})?$/.test(text)) return null
  return Math.abs(Number(text)) <= most ? Number(text) : null
}

function nameOf(text: string): string | null {
  if (!isCleanText(text)) return null
  const name = normaliseLine(text)
  return name === '' || codePointLength(name) > LIMITS.name ? null : name
}

/** Not a code (`HRK`), nor what a machine made of another name's signs, which has no capital (`ha er ke fu`). */
function isSpelling(name: string): boolean {
  if (/^[A-Z]{3,4}$/.test(name) || /^https?:/.test(name)) return false
  return /\p{Lu}/u.test(name) || !/\p{Script=Latin}/u.test(name)
}

/** Characters of a form: what an index takes, and more than anybody types. */
const FORM_MOST = 200

/** What an entry is found by: the spelling that all romanisations of a name have in common, of each of its names. */
export function formsOf({ name, names }: Pick<GazetteerEntry, 'name' | 'names'>): string[] {
  const forms = new Set([name, ...names].map((one) => spelledOf(one).slice(0, FORM_MOST)))
  forms.delete('')
  return [...forms]
}

/** What is typed, as forms are spelled; and without what says that it is a village, which the gazetteer does not. */
export function wantedForms(typed: string): { begins: string; whole: string[] } {
  const begins = spelledOf(typed).slice(0, FORM_MOST)
  const { core, kinds } = nameKey(typed)
  return { begins, whole: kinds.length > 0 && core !== '' ? [begins, core] : [begins] }
}

/** How closely its coordinates say where it is: never the very spot, as GeoNames' points are rough. */
export function precisionOf(feature: string): Precision {
  const [ofClass, code = ''] = feature.split('.')
  if (ofClass === 'P') return 'settlement'
  if (ofClass === 'S') return 'vicinity'
  if (ofClass !== 'A') return 'district'
  if (code.startsWith('PCL')) return 'country'
  return code.startsWith('ADM1') ? 'region' : 'district'
}

/** The spellings of an entry that begin with, or are keyed like, what was typed; its name is none of them. */
export function spelledLike({ name, names }: Pick<GazetteerEntry, 'name' | 'names'>, typed: string): string[] {
  const { begins, whole } = wantedForms(typed)
  const isLike = (other: string): boolean => {
    const form = spelledOf(other)
    return form.startsWith(begins) || whole.includes(form)
  }
  const exact = normaliseLine(typed).toLowerCase()
  const rank = (other: string) => (other.toLowerCase().startsWith(exact) ? 0 : 1)
  return names.filter((other) => other !== name && isLike(other)).toSorted((a, b) => rank(a) - rank(b))
}

/** Small letters without accents and apostrophes, each script as it is: cheap enough for hundreds of names at each key. */
const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[\p{M}\p{Lm}'’‘`]/gu, '')
    .toLowerCase()
    .trim()

/**
 * How near an entry is to what is typed, 0 the nearest. Its own name goes before its other names, one that is typed in
 * full before one that only begins so, and one that is written so before one that `isWhole` is only spelled alike.
 */
export function nearness(
  { name, names }: Pick<GazetteerEntry, 'name' | 'names'>,
  typed: string,
  isWhole: boolean,
): number {
  const wanted = plain(typed)
  const [own, others] = [plain(name), names.map(plain)]
  if (own === wanted) return 0
  if (others.includes(wanted)) return 1
  if (own.startsWith(wanted)) return 2
  if (isWhole) return 3
  return others.some((one) => one.startsWith(wanted)) ? 4 : 5
}

const SCRIPTS_FIRST = ['Cyrl', 'Arab', 'Hebr', 'Grek', 'Geor', 'Armn']
const A_SCRIPT = 3
/** Few enough for a reader; every other spelling still leads to the place, by way of its entry. */
const TAKEN = Math.min(8, NAMES_MOST)

/** The names of a place that is made of an entry: the main one, the spelling by which it was found, other scripts'. */
export function placeNamesOf(entry: Pick<GazetteerEntry, 'name' | 'names'>, spelling: string | null) {
  const taken = [entry.name, ...(spelling !== null && entry.names.includes(spelling) ? [spelling] : [])]
  const rank = (script: string | null) => {
    const at = SCRIPTS_FIRST.indexOf(script ?? '')
    return at < 0 ? SCRIPTS_FIRST.length : at
  }
  const others = entry.names
    .map((name) => ({ name, script: scriptOf(name) }))
    .filter(({ name, script }) => script !== null && script !== 'Latn' && !taken.includes(name))
    .toSorted((a, b) => rank(a.script) - rank(b.script))
  const seen = new Map<string | null, number>()
  for (const { name, script } of others) {
    const count = seen.get(script) ?? 0
    if (count < A_SCRIPT && taken.length < TAKEN) taken.push(name)
    seen.set(script, count + 1)
  }
  return [...new Set(taken)].map((name) => ({ name, language: null, script: scriptOf(name), romanisation: null }))
}
