import { parse } from 'csv-parse/sync'
import { httpUrl } from '@/domain/input/text'
import { MOST_LINES } from '@/domain/intake'

export type ListLine = { line: number; url: string | null; wrong: { code: string; message: string } | null }

type Cells = { line: number; cells: string[] }
type Parsed = { ok: true; lines: ListLine[] } | { ok: false; message: string }

const ADDRESS = /^\s*https?:\/\//i
/** What the column of addresses is called, in a header. */
const NAMES = ['url', 'link', 'address', 'href', 'uri', 'website', 'page']

/**
 * A list of addresses: one a line, or a CSV whose header names the column (`url`, `link`, `address` …), separated by
 * commas, semicolons or tabs. Lines are counted from 1, as an editor of texts counts them.
 */
export function parseList(text: string): Parsed {
  const rows = isBare(text) ? bareLines(text) : csvLines(text)
  if ('message' in rows) return rows
  if (rows.length === 0) return { ok: false, message: 'There is no address in this list.' }
  const most = MOST_LINES.toLocaleString('en')
  if (rows.length > MOST_LINES)
    return { ok: false, message: `This list has ${rows.length.toLocaleString('en')} lines; ${most} is the most.` }
  return { ok: true, lines: judged(rows) }
}

/** The first line that says anything is an address: a header is none. */
function isBare(text: string): boolean {
  return ADDRESS.test(text.replace(/^\uFEFF/, '').trimStart())
}

function bareLines(text: string): { line: number; address: string }[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/)
  return lines.flatMap((line, at) => (line.trim() === '' ? [] : [{ line: at + 1, address: line.trim() }]))
}

function csvLines(text: string): { line: number; address: string }[] | { ok: false; message: string } {
  const records = recordsOf(text)
  if (typeof records === 'string') return { ok: false, message: records }
  const [header, ...rows] = records
  const names = header?.cells.map((name) => name.trim().toLowerCase()) ?? []
  const named = NAMES.map((name) => names.indexOf(name)).find((at) => at >= 0)
  const column = named ?? names.findIndex((_, at) => ADDRESS.test(rows[0]?.cells[at] ?? ''))
  if (column < 0)
    return { ok: false, message: 'No column of this list has addresses. Name it “url” in the first line.' }
  return rows.map(({ line, cells }) => ({ line, address: (cells[column] ?? '').trim() }))
}

/** The records with the line each begins at, or what is wrong with the list as a whole. */
function recordsOf(text: string): Cells[] | string {
  const first = text.slice(0, text.search(/[\r\n]|$/))
  const [delimiter] = [',', ';', '\t'].toSorted((a, b) => first.split(b).length - first.split(a).length)
  try {
    const records = parse(text, {
      bom: true,
      delimiter: delimiter ?? ',',
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: 100_000,
      info: true,
    }) as unknown as { record: string[]; info: { lines: number } }[]
    return records.map(({ record, info }) => ({ line: info.lines, cells: record }))
  } catch (error) {
    const lines = (error as { lines?: number }).lines
    return `This is no CSV${lines === undefined ? '' : ` from line ${lines} on`}: a quotation mark is missing or too many.`
  }
}

const address = httpUrl('The address')

function judged(rows: readonly { line: number; address: string }[]): ListLine[] {
  const seen = new Map<string, number>()
  return rows.map(({ line, address: typed }) => {
    const parsed = address.safeParse(typed)
    const url = typed.slice(0, 2_000) || null
    if (typed === '') return { line, url, wrong: { code: 'empty', message: 'There is no address in this line.' } }
    if (!parsed.success || parsed.data === null)
      return {
        line,
        url,
        wrong: { code: 'address', message: parsed.error?.issues[0]?.message ?? 'This is no address.' },
      }
    const before = seen.get(parsed.data)
    if (before !== undefined)
      return { line, url, wrong: { code: 'twice', message: `This is the address of line ${before} again.` } }
    seen.set(parsed.data, line)
    return { line, url: parsed.data, wrong: null }
  })
}
