import { procedures, requestOf, send } from '../../harness/http'
import type { SandboxPool } from '../../harness/sandbox'
import { table } from '../../harness/table/all'
import type { Row } from '../../harness/table/cell'
import { ROLES_WALKED } from '../../harness/world-people'
import type { World } from '../../harness/world'
import type { Who } from '../../harness/world-people'

export type Call = { path: string; row: Row; who: Who }
export type Said = { call: string; text: string }

/** To reveal is to make known: the one act after which two such worlds may differ. */
const REVEALS = (path: string, row: Row): boolean => path === 'round.reveal' && row.cells.editor === 'ok'

/** Reads that have an open round before them: these are asked each time, by everyone who sees them differently. */
const ALWAYS = new Set(['incident.get', 'event.list', 'ballot.pending', 'desk.home', 'desk.waiting', 'incident.list'])

const LOOKING = ['observer', 'editor', 'author', 'lead'] as const

/** Every procedure, in a state and by a person that change from turn to turn, and what looks at rounds by all. */
export function callsOf(turn: number): Call[] {
  return [...procedures.keys()].flatMap((path, index): Call[] => {
    const rows = (table[path] ?? []).filter((row) => !REVEALS(path, row))
    if (ALWAYS.has(path)) return rows.flatMap((row) => LOOKING.map((who) => ({ path, row, who })))
    const row = rows[(turn + index) % rows.length]
    if (row === undefined) throw new Error(`${path} is in no row of the table`)
    // Those who may do it, so that the answer is a view; every other turn anybody.
    const able = ROLES_WALKED.filter((who) => row.cells[who] === 'ok')
    const choice = turn % 2 === 0 && able.length > 0 ? able : ROLES_WALKED
    return [{ path, row, who: choice[(turn + index) % choice.length] ?? 'lead' }]
  })
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g

/** Blanks what chance alone makes: ids that were not there before, and tokens of links. */
export function blank(text: string, known: ReadonlySet<string>): string {
  return text.replace(UUID, (id) => (known.has(id) ? id : '<new>')).replace(/token=[\w-]{43}/g, 'token=<new>')
}

/** Everything that leaves the program on a call: status, headers, body, and what it logs. */
export async function answersOf(
  pool: SandboxPool,
  { world, known }: { world: World; known: ReadonlySet<string> },
  calls: readonly Call[],
): Promise<Said[]> {
  const said: Said[] = []
  for (const { path, row, who } of calls) {
    const { result, logged } = await withLog(() =>
      pool.attempt(async () => {
        const response = await send(requestOf(path, row.input(world, who), world.cookie(who)))
        const headers = [...response.headers].filter(([name]) => name !== 'date').map((pair) => pair.join(': '))
        return [String(response.status), ...headers.toSorted(), await response.text()].join('\n')
      }),
    )
    said.push({ call: `${path} (${row.state}) by ${who}`, text: blank(`${result}\n${logged}`, known) })
  }
  return said
}

async function withLog<T>(act: () => Promise<T>): Promise<{ result: T; logged: string }> {
  const write = process.stderr.write.bind(process.stderr)
  let logged = ''
  process.stderr.write = (chunk: string | Uint8Array) => {
    logged += String(chunk)
    return true
  }
  try {
    return { result: await act(), logged }
  } finally {
    process.stderr.write = write
  }
}

/** Every id that a world begins with, but those of sealed events. */
export async function idsIn(pool: SandboxPool): Promise<Set<string>> {
  const { rows } = await pool.ask(`select table_name as "table", column_name as "column" from information_schema.columns
    where table_schema = 'public' and data_type = 'uuid' and table_name <> 'event'`)
  const selects = (rows as { table: string; column: string }[]).map(
    ({ table: name, column }) => `select "${column}"::text as id from "${name}"`,
  )
  const found = await pool.ask(selects.join(' union '))
  const events = await pool.ask('select id::text from event where not is_sealed')
  return new Set([...(found.rows as { id: string }[]), ...(events.rows as { id: string }[])].map(({ id }) => id))
}

/** The calls on which two worlds do not say the same, with where they part. */
export function differences(first: readonly Said[], second: readonly Said[]): string[] {
  return first.flatMap(({ call, text }, index) => {
    const other = second[index]
    if (other?.call === call && other.text === text) return []
    let at = 0
    while (at < text.length && text[at] === other?.text[at]) at++
    const excerpt = (whole: string | undefined) => JSON.stringify(whole?.slice(Math.max(0, at - 60), at + 60))
    return [`${call}: ${excerpt(text)} / ${excerpt(other?.text)}`]
  })
}
