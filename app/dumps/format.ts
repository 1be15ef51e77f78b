import { stringify } from 'csv-stringify/sync'
import { LEVELS } from '@/domain/levels'
import { CORRECTION_KINDS } from '@/domain/words'
import { publicDocumentSchema, type PublicDocument, type Snapshot } from '@/domain/snapshot-schema'
import type { caller } from '@/server/caller'

export type DumpRecord = Awaited<ReturnType<Awaited<ReturnType<typeof caller>>['log']['records']>>[number]

type Entry = { kind: string; slug: string; number: number; at: string; sha256: string | null }
type Cell = string | number | boolean | null
/** How a dump is written: its first line, and what it says of a record. */
export type DumpFormat = { type: string; head: string; write: (record: DumpRecord) => string }

const CSV = 'text/csv; charset=utf-8; header=present'

/** RFC 4180. A text that a spreadsheet would take for a formula is kept from being one. */
const lines = (rows: readonly (readonly Cell[])[]): string =>
  stringify(
    rows.map((row) => row.map(shown)),
    { record_delimiter: 'windows' },
  )

const shown = (cell: Cell): string | number | null =>
  typeof cell === 'number' || cell === null ? cell : String(cell).replace(/^(?=[=+\-@\t\r])/, "'")

/** Of a publication; null for one that was redacted, and for any other entry: tables are of publications alone. */
function readDocument({ entry, document }: Pick<DumpRecord, 'entry' | 'document'>): PublicDocument | null {
  return document === null || !isPublication(entry) ? null : publicDocumentSchema.parse(JSON.parse(document))
}

const PUBLISHED = new Set<string>(['publication', ...CORRECTION_KINDS])
const isPublication = (entry: string): boolean => PUBLISHED.has((JSON.parse(entry) as Entry).kind)

const PUBLICATION = [
  ...['index', 'slug', 'number', 'kind', 'at', 'sha256', 'state', 'language', 'title', 'type', 'occurred', 'place'],
  ...['precision', 'latitude', 'longitude', 'parties', 'tags', 'central', 'level', 'heading', 'origins', 'note'],
]

function publicationRow({ index, entry, note, document }: DumpRecord): Cell[][] {
  const { kind, slug, number, at, sha256 } = JSON.parse(entry) as Entry
  if (!isPublication(entry)) return []
  const read = readDocument({ entry, document })
  const facts = [index, slug, number, kind, at, sha256, read?.kind ?? 'redacted', read?.language ?? null]
  if (read === null) return [[...facts, ...Array<null>(14).fill(null)]]
  const { title } = read.incident
  if (read.kind === 'retraction') return [[...facts, title, ...Array<null>(12).fill(null), read.note]]
  const { type, occurred, place, parties, tags } = read.incident
  const central = read.claims.find(({ isCentral }) => isCentral)
  const where = [place?.name ?? null, place?.precision ?? null, place?.latitude ?? null, place?.longitude ?? null]
  const what = [parties.map(({ name }) => name).join('; '), tags.join('; ')]
  const sure = [central?.finding?.level ?? null, central?.finding?.heading ?? null, central?.origins.count ?? null]
  return [[...facts, title, type, occurred, ...where, ...what, central?.text ?? null, ...sure, note]]
}

const CLAIM = [
  ...[
    'slug',
    'number',
    'at',
    'key',
    'claim',
    'question',
    'central',
    'claimants',
    'level',
    'heading',
    'spread',
    'ballots',
  ],
  ...LEVELS,
  ...['origins', 'supporting', 'disputing'],
]

function claimRows({ entry, document }: DumpRecord): Cell[][] {
  const read = readDocument({ entry, document })
  if (read?.kind !== 'account') return []
  const { slug, number, at } = JSON.parse(entry) as Entry
  return read.claims.map((claim) => [slug, number, at, ...claimCells(claim, read)])
}

function claimCells(
  { key, text, question, isCentral, claimants, finding, origins }: Snapshot['claims'][number],
  { evidence }: Snapshot,
): Cell[] {
  const count = (stance: 'supports' | 'disputes') =>
    evidence.filter((each) => each.claim === key && each.stance === stance).length
  return [
    ...[key, text, question.text, isCentral, claimants.map(({ name }) => name).join('; ')],
    ...[finding?.level ?? null, finding?.heading ?? null, finding?.spread ?? null, finding?.ballots ?? null],
    ...LEVELS.map((level) => finding?.distribution[level] ?? null),
    ...[origins.count, count('supports'), count('disputes')],
  ]
}

/** Everything, as it was published: the canonical JSON of entry and document, to the letter. */
function jsonLine({ index, entry, note, document }: DumpRecord): string {
  return `{"index":${index},"entry":${entry},"note":${JSON.stringify(note)},"document":${document ?? 'null'}}\n`
}

/** By the name of the file without its part. */
export const DUMP_FORMATS: Readonly<Record<string, DumpFormat>> = {
  'publications.jsonl': { type: 'application/jsonl; charset=utf-8', head: '', write: jsonLine },
  'publications.csv': { type: CSV, head: lines([PUBLICATION]), write: (record) => lines(publicationRow(record)) },
  'claims.csv': { type: CSV, head: lines([CLAIM]), write: (record) => lines(claimRows(record)) },
}

/** `publications-0.jsonl` */
export const dumpName = (format: string, part: number): string => format.replace('.', `-${part}.`)
