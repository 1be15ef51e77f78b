import { DUMP_PART } from '@/domain/input/log'
import { languageBefore, readAddress } from '@/domain/language'
import { HEADINGS } from '@/domain/levels'
import { hasTile, parseTilePath } from '@/domain/log/tile'
import { isSlug } from '@/domain/slug'
import { CORRECTION_KINDS } from '@/domain/words'
import { isCursor } from '../cursor'

/** What has to be there for an address to lead somewhere: a version of an account, or a log of some size. */
export type Needed = { slug: string; version: number } | { isIn: (entries: number) => boolean }

/** `like`: the address for whose answer this one's is taken, where it leads nowhere. Of those there are few. */
type Nothing = { kind: 'nothing'; like: string }
/** `url`: what is asked for, spelled in the one way it may be kept under where there is one. */
type Page = { kind: 'page'; url: string; needed?: Needed; like?: string }
/** For the desk, for machines that write, and files: not told here. */
type Program = { kind: 'program' }
export type Address = Nothing | Page | Program

const PROGRAM: Program = { kind: 'program' }
const PROGRAMS =
  /^(?:\/(?:desk|signin|api\/(?:trpc|auth|bundle|intake|picture)|_next\/static)(?:\/.*)?|\/(?:healthz|readyz|icon\.svg))$/

const page = (url: string, needed?: Needed, like?: string): Page => ({
  kind: 'page',
  url,
  ...(needed !== undefined && { needed }),
  ...(like !== undefined && { like }),
})
const nothing = (like: string): Nothing => ({ kind: 'nothing', like })

/** As long as a path that leads anywhere may be, in characters. */
const LONGEST = 400

/**
 * A path in the one spelling that pages have: percent signs read, no empty step, no slash at its end. Undefined for what
 * spells no path of ours, such as a backslash, which one reader of addresses takes for a slash and another does not.
 */
function spell(raw: string): string | undefined {
  if (raw.length > LONGEST || raw.includes('\\')) return undefined
  try {
    const steps = raw
      .split('/')
      .filter((step) => step !== '')
      .map(decodeURIComponent)
    return steps.every((step) => /^[\w.-]+$/.test(step)) ? `/${steps.join('/')}` : undefined
  } catch {
    return undefined
  }
}

const DIGITS = '(?:0|[1-9]\\d{0,8})'
const VERSION = /^[1-9]\d{0,8}$/

type Asked = {
  /** Without a language. */
  path: string
  /** With it, as a page is kept: without a query. */
  whole: string
  query: URLSearchParams
  /** As it was asked for. */
  url: string
  /** The address of what is not there, told to people in their language. */
  missing: string
}

/**
 * What is known of an address before anything is rendered or looked up: addresses that lead nowhere are without end, so
 * none of them may cost more than to read it, or one row by its key (docs/decisions/0051).
 */
export function readUrl(url: string): Address {
  const mark = url.indexOf('?')
  const raw = mark < 0 ? url : url.slice(0, mark)
  if (PROGRAMS.test(raw)) return PROGRAM
  const language = languageBefore(raw)
  const missing = language === 'en' ? '/-' : `/${language}/-`
  const whole = spell(raw)
  if (whole === undefined) return nothing(missing)
  const query = new URLSearchParams(mark < 0 ? '' : url.slice(mark))
  const { path } = PROGRAMS.test(whole) ? { path: undefined } : readAddress(whole)
  if (path === undefined) return page(url)
  const read = find({ path, whole, query, url, missing }) ?? nothing(missing)
  // A slash too many leads on to where there is none, which is for the program to tell.
  const isSpelledOff = raw !== '/' && (raw.includes('//') || raw.endsWith('/'))
  return isSpelledOff && read.kind === 'page' ? { ...read, url } : read
}

function find(asked: Asked): Address | undefined {
  const [first = ''] = asked.path.slice(1).split(/[/.]/, 1)
  return ROOMS.get(first)?.(asked)
}

type Room = (asked: Asked) => Address | undefined

const one = ({ path, whole }: Asked, pattern: RegExp): Page | undefined =>
  pattern.test(path) ? page(whole) : undefined

const FILTERS = ['q', 'place', 'party', 'level', 'tag', 'from', 'to', 'cursor'] as const
const NARROWED = ['q', 'place', 'party', 'tag', 'level'] as const

/** Each at most once and none unknown, as the formats for machines want it. */
const areOnly = (query: URLSearchParams, names: readonly string[]): boolean =>
  [...query.keys()].every((name, at, all) => names.includes(name) && all.indexOf(name) === at)

/** A search that asks for nothing is the front page; a place in the list that never was, none. */
const front: Room = ({ path, whole, query, url }) => {
  if (path !== '/') return undefined
  const cursor = query.get('cursor')?.trim() ?? ''
  if (cursor !== '' && !isCursor(cursor)) return undefined
  const asked = FILTERS.filter((name) => query.getAll(name).some((value) => value.trim() !== ''))
  if (asked.length === 0) return page(whole)
  // What the form sends empty, and what is no filter, makes no other list of it.
  const isOnce = asked.every((name) => query.getAll(name).length === 1)
  return page(isOnce ? `${whole}?${new URLSearchParams(asked.map((name) => [name, query.get(name) ?? '']))}` : url)
}

const corrections: Room = ({ path, whole, query, url }) => {
  if (/^\/corrections\/feed\.(?:atom|rss|json)$/.test(path))
    return query.size === 0 ? page(whole) : nothing(`${path}?-`)
  if (path !== '/corrections' && !CORRECTION_KINDS.some((kind) => path === `/corrections/${kind}`)) return undefined
  if (!query.has('cursor')) return page(whole)
  return query.getAll('cursor').every(isCursor) ? page(url) : undefined
}

const incidents: Room = ({ path, whole, query, url, missing }) => {
  const [, slug = '', version, rest = ''] =
    /^\/incidents\/([^/]+)(?:\/v\/([^/]+))?(\/changes|\/card\.png)?$/.exec(path) ?? []
  const needed = { slug, version: Number(version ?? 1) }
  const isNamed = isSlug(slug) && (version === undefined || VERSION.test(version))
  if (rest === '/card.png') return isNamed ? page(whole, needed, NO_CARD) : nothing(NO_CARD)
  if (!isNamed || (rest !== '' && version !== undefined)) return undefined
  if (rest !== '/changes' || !query.has('before')) return page(whole, needed, missing)
  return query.getAll('before').length === 1 && VERSION.test(query.get('before') ?? '')
    ? page(url, needed, missing)
    : undefined
}

const feed: Room = ({ path, whole, query, url }) => {
  if (!/^\/feed\.(?:atom|rss|json)$/.test(path)) return undefined
  if (query.size === 0) return page(whole)
  const level = query.get('level')
  const isKnown = level === null || HEADINGS.some((heading) => heading === level)
  return areOnly(query, NARROWED) && isKnown ? page(url) : nothing(`${path}?-`)
}

const log: Room = (asked) => {
  const inside = asked.path.slice('/log/'.length)
  const kept = one(asked, /^\/log(?:\/(?:checkpoint|key|styles|words\.json))?$/)
  if (kept !== undefined) return kept
  const tile = parseTilePath(inside)
  if (tile !== null) return page(asked.whole, { isIn: (entries) => hasTile(tile, entries) }, NO_ENTRY)
  const [, proof, document] = new RegExp(`^(?:proof/(${DIGITS})|document/(${DIGITS})\\.json)$`).exec(inside) ?? []
  const index = proof ?? document
  return index === undefined
    ? nothing(NO_ENTRY)
    : page(asked.whole, { isIn: (entries) => Number(index) < entries }, NO_ENTRY)
}

const dumps: Room = (asked) => {
  if (asked.path === '/dumps/index.json') return page(asked.whole)
  const [, part] = /^\/dumps\/[a-z]+-(0|[1-9]\d{0,5})\.[a-z]+$/.exec(asked.path) ?? []
  if (part === undefined) return nothing(NO_DUMP)
  if (asked.query.size > 0) return nothing(`/dumps/publications-0.jsonl?-`)
  const first = Number(part) * DUMP_PART
  return page(asked.url, { isIn: (entries) => first === 0 || first < entries }, NO_DUMP)
}

const api: Room = ({ path, whole, query, url }) => {
  if (path === '/api/v1/openapi.json') return page(whole)
  if (path === '/api/v1/incidents') {
    if (!areOnly(query, ['cursor'])) return nothing('/api/v1/incidents?-')
    const cursor = query.get('cursor')
    return cursor === null || isCursor(cursor) ? page(url) : nothing('/api/v1/incidents?cursor=-')
  }
  const [, slug] = /^\/api\/v1\/incidents\/([^/]+)$/.exec(path) ?? []
  if (slug === undefined) return nothing('/api/-')
  const version = query.get('v')
  if (!areOnly(query, ['v']) || (version !== null && !VERSION.test(version))) return nothing(`${NO_ACCOUNT}?-`)
  if (!isSlug(slug)) return nothing(NO_ACCOUNT)
  return page(version === null ? whole : `${whole}?v=${version}`, { slug, version: Number(version ?? 1) }, NO_ACCOUNT)
}

const oembed: Room = ({ path, query, url }) => {
  if (path !== '/oembed') return undefined
  if (!areOnly(query, ['url', 'format', 'maxwidth', 'maxheight']) || !query.has('url')) return nothing('/oembed?-')
  if (!/^(?:json|xml)$/.test(query.get('format') ?? 'json')) return page(url)
  const [, slug = ''] = /\/incidents\/([^/?#]+)/.exec(query.get('url') ?? '') ?? []
  return isSlug(slug) ? page(url, { slug, version: 1 }, NO_EMBED) : nothing(NO_EMBED)
}

const NO_CARD = '/incidents/-/card.png'
const NO_ENTRY = '/log/-'
const NO_DUMP = '/dumps/-'
const NO_ACCOUNT = '/api/v1/incidents/-'
const NO_EMBED = '/oembed?url=-'

/** By what a path begins with. */
const ROOMS: ReadonlyMap<string, Room> = new Map(
  Object.entries<Room>({
    '': front,
    corrections,
    incidents,
    feed,
    log,
    dumps,
    api,
    oembed,
    method: (asked) => one(asked, /^\/method$/),
    data: (asked) => one(asked, /^\/data$/),
    robots: (asked) => one(asked, /^\/robots\.txt$/),
    sitemap: (asked) => one(asked, /^\/sitemap(?:\.xml|\/[0-9a-f]{1,3}\.xml)$/),
    embed: ({ path, whole }) => {
      const [, slug = ''] = /^\/embed\/incidents\/([^/]+)$/.exec(path) ?? []
      return isSlug(slug) ? page(whole, { slug, version: 1 }, '/embed/-') : nothing('/embed/-')
    },
  }),
)
