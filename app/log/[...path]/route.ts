import { parseTilePath, entryBundle, type Tile } from '@/domain/log/tile'
import { wordList } from '@/domain/log/words'
import { caller } from '@/server/caller'
import { answer } from '../../answer'
import { answering, OPEN, OPTIONS, problem, readOnly } from '../../api/v1/reply'

export const dynamic = 'force-dynamic'

const TEXT = 'text/plain; charset=utf-8'
/** What has an index or a width in its address never says anything else. */
const FOR_EVER = { 'content-type': 'application/octet-stream', 'cache-control': 'public, max-age=31536000, immutable' }

type Log = Awaited<ReturnType<typeof caller>>['log']

/**
 * The publication log as C2SP tlog-tiles has it: `checkpoint`, `tile/…`; beside them `key`, `proof/<index>` (C2SP
 * tlog-proof), `document/<index>.json`, the canonical JSON whose hash a leaf holds, `words.json`, the interface's own words,
 * and `styles`, the signed list of stylesheets and fonts, by which a page can be told from what was published.
 */
export function GET(request: Request, { params }: { params: Promise<{ path: string[] }> }): Promise<Response> {
  return answering(async () => {
    const path = (await params).path.join('/')
    const { log } = await caller()
    if (path === 'checkpoint') return answer(request, (await log.checkpoint()).note, TEXT, OPEN)
    if (path === 'key') return answer(request, `${(await log.checkpoint()).verifierKey}\n`, TEXT, OPEN)
    if (path === 'words.json') return answer(request, wordList(), 'application/json; charset=utf-8', OPEN)
    if (path === 'styles') return answer(request, await log.styles(), TEXT, OPEN)
    const tile = parseTilePath(path)
    if (tile !== null) return tileOf(log, tile)
    const [, proof, document] = /^(?:proof\/(\d{1,9})|document\/(\d{1,9})\.json)$/.exec(path) ?? []
    if (proof !== undefined && isPlain(proof)) return answer(request, await proofOf(log, Number(proof)), TEXT, OPEN)
    if (document !== undefined && isPlain(document)) return documentOf(request, log, Number(document))
    return problem(404, 'The log has nothing here.')
  })
}

/** One address a number. */
const isPlain = (digits: string) => String(Number(digits)) === digits

async function tileOf(log: Log, tile: Tile): Promise<Response> {
  const lines = await log.tile(tile)
  const bytes =
    tile.level === null ? entryBundle(lines.map((line) => Buffer.from(line))) : Buffer.from(lines.join(''), 'hex')
  return new Response(new Uint8Array(bytes), { headers: { ...OPEN, ...FOR_EVER } })
}

async function proofOf(log: Log, index: number): Promise<string> {
  const { hashes, note } = await log.proof({ index })
  return ['c2sp.org/tlog-proof@v1', `index ${index}`, ...hashes, '', note].join('\n')
}

async function documentOf(request: Request, log: Log, index: number): Promise<Response> {
  const { document } = await log.document({ index })
  if (document === null) return problem(410, 'What was published here was redacted; the log says when.')
  return answer(request, document, 'application/json; charset=utf-8', OPEN)
}

export { OPTIONS, readOnly as DELETE, readOnly as PATCH, readOnly as POST, readOnly as PUT }
