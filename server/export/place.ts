import { posix } from 'node:path'
import { sha256Hex } from '@/domain/hash'

/** What only the site itself can answer: the desk, signing in, and what depends on a question put to it. */
const LIVE =
  /^\/(?:desk|signin|healthz|readyz|oembed|api\/(?:trpc|auth|bundle|intake|picture))(?:\/|$)|^\/\.|[^\w./~-]|\/\//

/** Where a list goes on. */
const PAGING = new Set(['cursor', 'before', 'page'])
/** What anybody can ask in as many ways as there are words and days. */
const OPEN_ENDED = new Set(['q', 'from', 'to'])

const API = /^\/api\/v1\/incidents(?:\/[a-z0-9-]+)?$/
const LOG = /^\/log\/./

/** Asked for in one spelling: what is empty goes, the rest in order. */
function questionOf(query: string): [string, string][] {
  return [...new URLSearchParams(query)].filter(([, value]) => value !== '').toSorted(([a], [b]) => (a < b ? -1 : 1))
}

/** Of all that can be asked of a list, what a copy holds: the whole list, each narrowed by one thing, and their pages. */
function isCopied(question: readonly (readonly [string, string])[]): boolean {
  const names = question.map(([name]) => name).filter((name) => !PAGING.has(name))
  return (
    new Set(question.map(([name]) => name)).size === question.length && names.length <= 1 && !names.some(isOpenEnded)
  )
}
const isOpenEnded = (name: string) => OPEN_ENDED.has(name)

/**
 * The file of a copy that holds what an address of the site answers, or null where a copy has none. A question has its
 * place under `q/`, by the first 16 digits of the SHA-256 of its spelling.
 */
export function fileOf(address: string): string | null {
  const [path = '/', query = ''] = address.split('?', 2)
  if (LIVE.test(path)) return null
  if (path.startsWith('/_next/static/')) return path.replace('/_next/static/', 'assets/')
  if (path.startsWith('/_next/')) return null
  const own = path.slice(1)
  if (LOG.test(path)) return own
  const question = questionOf(query)
  if (API.test(path) && question.length === 1 && question[0]?.[0] === 'v') return `${own}/v/${question[0][1]}.json`
  const name = API.test(path) ? `${own}.json` : /\.[a-z0-9]+$/.test(path) ? own : posix.join(own, 'index.html')
  // An icon’s question is its hash.
  if (question.length === 0 || name.endsWith('.svg')) return name
  if (!isCopied(question)) return null
  const folder = sha256Hex(new URLSearchParams(question).toString()).slice(0, 16)
  return posix.join(posix.dirname(name), 'q', folder, posix.basename(name))
}

/** From one file of a copy to another, wherever the copy stands: each file is named, for servers that know no index. */
export const wayTo = (from: string, to: string): string => posix.relative(posix.dirname(from), to)
