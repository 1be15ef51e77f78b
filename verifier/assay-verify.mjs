#!/usr/bin/env node
/**
 * Checks what an Assay site has published against its publication log. One file, plain Node, nothing of the site's own
 * code: it knows the site by its public addresses, and the rules by what DESIGN and /method say of them.
 */
import { createHash, createPublicKey, verify as verifySignature } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, realpathSync, renameSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const USAGE = `assay-verify SITE --key VKEY [--state FILE] [--witness VKEY …] [--words SHA256] [--unlisted]
                             [--languages en,de] [--only SLUG …]
assay-verify watch SITE --key VKEY --state FILE [--every SECONDS] [--once]

  SITE       the address of a site, such as https://assay.example.org, or a folder with a copy of one
  --key      the key of its log: name+keyid+base64. Get it from somebody else than the site, once.
  --state    keeps the checkpoint it has seen, and tells when history was rewritten since
  --witness  a key whose signature the checkpoint must carry too
  --words    the list of the interface’s own words (log/words.json) that you have read, where this program has not
  --languages reads pages, lists and feeds in these languages alone
  --only     reads the accounts with these addresses alone, and no lists; of the log, all there is
  --unlisted a copy may come without its signed list of files, log/manifest
  --every    watch: how many seconds lie between two looks (300)

It names the first thing that is wrong and ends with 1; with 0 where all that it read is as the log says, and it says what it
was told not to read; with 2 where it could not look.`

/** Something is not as it has to be. `at`: the address of it. */
export class Wrong extends Error {
  constructor(at, what) {
    super(`${at}: ${what}`)
    this.name = 'Wrong'
    this.at = at
  }
}

/** It could not be looked at: no answer, or a misuse of this program. */
export class Unread extends Error {}

/** Whether something can be done without a complaint. */
function isQuiet(work) {
  try {
    work()
    return true
  } catch {
    return false
  }
}

const demand = (is, at, what) => {
  if (!is) throw new Wrong(at, what)
}

// ── Bytes ──

const utf8 = (text) => Buffer.from(text, 'utf8')
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()
const hashText = (text) => sha256(utf8(text)).toString('hex')

function fromBase64(text) {
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text ? bytes : null
}

/** Text of strict UTF-8; null for other bytes. */
function textOf(bytes) {
  const text = bytes.toString('utf8')
  return Buffer.from(text, 'utf8').equals(bytes) ? text : null
}

/** Canonical JSON by RFC 8785, for what JSON.parse gives. */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const keys = Object.keys(value).sort()
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`
}

function parseJson(bytes, at) {
  try {
    return JSON.parse(textOf(bytes) ?? '')
  } catch {
    throw new Wrong(at, 'is not JSON')
  }
}

// ── The tree (RFC 6962, RFC 9162) ──

export const hashLeaf = (entry) => sha256(Buffer.of(0), entry)
const hashNode = (left, right) => sha256(Buffer.of(1), left, right)

/** Rows of hashes of whole subtrees: row 0 the leaves, each next of pairs of the one below. */
export function growTree(leaves) {
  const rows = [leaves]
  for (let row = leaves; row.length > 1; row = rows.at(-1)) {
    const above = []
    for (let at = 0; at + 1 < row.length; at += 2) above.push(hashNode(row[at], row[at + 1]))
    rows.push(above)
  }
  return rows
}

/** Root of the first `size` leaves. */
export function rootAt(rows, size) {
  if (size === 0) return sha256()
  let root = null
  let rest = size
  for (let level = 0; rest > 0; level++, rest = Math.floor(rest / 2)) {
    if (rest % 2 === 0) continue
    const peak = rows[level][rest - 1]
    root = root === null ? peak : hashNode(peak, root)
  }
  return root
}

/** RFC 9162 §2.1.3.2. */
export function isIncluded(leaf, index, size, proof, root) {
  if (!(index >= 0 && index < size) || [leaf, ...proof].some(({ length }) => length !== 32)) return false
  let fn = index
  let sn = size - 1
  let hash = leaf
  for (const step of proof) {
    if (sn === 0) return false
    if (fn % 2 === 1 || fn === sn) {
      hash = hashNode(step, hash)
      while (fn % 2 === 0 && fn !== 0) {
        fn = Math.floor(fn / 2)
        sn = Math.floor(sn / 2)
      }
    } else hash = hashNode(hash, step)
    fn = Math.floor(fn / 2)
    sn = Math.floor(sn / 2)
  }
  return sn === 0 && hash.equals(root)
}

// ── Signed notes and checkpoints (C2SP) ──

const PUBLIC_DER = Buffer.from('302a300506032b6570032100', 'hex')

export function readKey(text) {
  const [, name = '', id, encoded = ''] = /^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim()) ?? []
  const bytes = fromBase64(encoded)
  const isKnown = bytes?.length === 33 && (bytes[0] === 1 || bytes[0] === 4)
  if (!isKnown || sha256(utf8(`${name}\n`), bytes).toString('hex', 0, 4) !== id) throw new Unread('This is no key.')
  const der = Buffer.concat([PUBLIC_DER, bytes.subarray(1)])
  return {
    name,
    id,
    text: text.trim(),
    kind: bytes[0],
    publicKey: createPublicKey({ key: der, format: 'der', type: 'spki' }),
  }
}

/** A signed note in two: its text, and its signature lines. */
function readNote(bytes, at) {
  const note = textOf(bytes) ?? ''
  const cut = note.lastIndexOf('\n\n')
  demand(cut > 0 && note.endsWith('\n'), at, 'is not a signed note')
  const lines = note.slice(cut + 2, -1).split('\n')
  demand(lines.length <= 100, at, 'has more signatures than anybody makes')
  const signatures = lines.map((line) => {
    const [, name, encoded = ''] = /^— ([^\s+]+) (\S+)$/u.exec(line) ?? []
    const signed = fromBase64(encoded)
    demand(name !== undefined && signed !== null && signed.length > 4, at, 'has a line that is no signature')
    return { name, id: signed.toString('hex', 0, 4), signature: signed.subarray(4) }
  })
  return { text: note.slice(0, cut + 1), signatures, note }
}

/** One note is met many times, in every proof. */
const met = new Map()

function isSigned(key, { text, signatures, note }) {
  const known = `${key.name}+${key.id} ${note}`
  if (!met.has(known)) {
    if (met.size > 1000) met.clear()
    met.set(
      known,
      signatures.some((each) => isOf(key, each, text)),
    )
  }
  return met.get(known)
}

function isOf(key, { name, id, signature }, text) {
  if (name !== key.name || id !== key.id) return false
  if (key.kind === 1) return verifySignature(null, utf8(text), key.publicKey, signature)
  if (signature.length !== 72) return false
  const said = utf8(`cosignature/v1\ntime ${signature.readBigUInt64BE(0)}\n${text}`)
  return verifySignature(null, said, key.publicKey, signature.subarray(8))
}

/** Whether a signed note has a signature of the key, as a log makes it or, with its time, a witness. */
export const isNoteSigned = (key, bytes) => isSigned(key, readNote(bytes, 'the note'))

/** @throws Wrong for what the key has not signed, or that is of another log. */
export function readCheckpoint(bytes, key, at) {
  const read = readNote(bytes, at)
  const [origin, size = '', encoded = '', ...more] = read.text.split('\n')
  const root = fromBase64(encoded)
  const isForm = /^(0|[1-9]\d{0,14})$/.test(size) && root?.length === 32 && more.length === 1
  demand(isForm, at, 'is not a checkpoint')
  demand(isSigned(key, read), at, `is not signed by ${key.name}`)
  demand(origin === key.name, at, `is of the log ${origin}`)
  return { size: Number(size), root, ...read }
}

/** SHA-256 of each list of the interface's words (log/words.json) that was read and found to say nothing of any account. */
const KNOWN_WORDS = ['e38abaea8a539843ff056904adfac6fe3b5dfc718651fb5b844896f197dad33f']

// ── Where it is read from ──

/** What comes with an answer may lead nobody on, nor run, nor make something else of it than it is. */
function checkHeaders({ headers, url }, base, path) {
  demand(new URL(url).origin === new URL(base).origin, path, `leads on to ${url}`)
  for (const name of ['refresh', 'link', 'set-cookie', 'content-location', 'x-robots-tag'])
    demand(!headers.has(name), path, `comes with ${name}: ${headers.get(name)}`)
  if (!(headers.get('content-type') ?? '').startsWith('text/html')) return
  const policy = headers.get('content-security-policy') ?? ''
  const isQuiet = /(?:^|; )default-src 'none'(?:;|$)/.test(policy) && /(?:^|; )script-src 'none'(?:;|$)/.test(policy)
  demand(isQuiet, path, `may run what it likes: ${policy || 'it has no policy'}`)
}

/** A site by its address. */
export function siteAt(address) {
  const base = address.replace(/\/+$/, '')
  const ask = async (path) => {
    const answer = await fetch(base + path, { redirect: 'follow', signal: AbortSignal.timeout(60_000) }).catch(
      (error) => {
        throw new Unread(`${base}${path} does not answer: ${error.cause?.message ?? error.message}`)
      },
    )
    if (answer.status === 404 || answer.status === 410) return null
    if (!answer.ok) throw new Unread(`${base}${path} answers ${answer.status}`)
    checkHeaders(answer, base, path)
    const bytes = Buffer.from(await answer.arrayBuffer())
    const isPage = /^<!doctype html/i.test(bytes.subarray(0, 15).toString('latin1'))
    const type = answer.headers.get('content-type') ?? ''
    demand(!isPage || type.startsWith('text/html'), path, `is a page, and comes as ${type}`)
    return bytes
  }
  return {
    log: (path) => ask(`/log/${path}`),
    json: (slug, number) => ask(`/api/v1/incidents/${slug}?v=${number}`),
    page: (path) => ask(`/${path}`),
    fileOf: () => null,
    // It leads on by itself.
    slugOf: (slug) => slug,
    /** What an address of the site holds, to the letter. */
    bytes: (address) => ask(address),
    list: (cursor) => ask(`/api/v1/incidents${cursor === null ? '' : `?cursor=${encodeURIComponent(cursor)}`}`),
    files: null,
  }
}

/** A copy of a site: files by their paths. In it the JSON of a version is beside its page. */
export function siteOf(files) {
  const bytesOf = (path) => {
    const bytes = files.get(path)
    return bytes === undefined ? null : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  }
  const read = (...paths) => bytesOf(paths.find((path) => files.has(path)))
  return {
    log: async (path) => read(`log/${path}`),
    json: async (slug, number) => read(`api/v1/incidents/${slug}/v/${number}.json`),
    page: async (path) => (path === '' ? read('index.html') : read(`${path}.html`, `${path}/index.html`)),
    /** From where the links of a page lead. */
    fileOf: (path) => (path === '' ? 'index.html' : files.has(`${path}.html`) ? `${path}.html` : `${path}/index.html`),
    bytes: async (address) => bytesOf(decodeURI(address.slice(1))),
    /** The address that a version has now, where it was published under another. */
    slugOf: (slug, number) => movedTo(read(`incidents/${slug}/v/${number}/index.html`), slug, number) ?? slug,
    /** What was asked for has its place by the hash of the question. */
    list: async (cursor) => {
      if (cursor === null) return read('api/v1/incidents.json')
      const asked = sha256(utf8(new URLSearchParams({ cursor }).toString())).toString('hex', 0, 8)
      return read(`api/v1/q/${asked}/incidents.json`)
    },
    files,
  }
}

const MOVED =
  /^<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"\/><meta http-equiv="refresh" content="0; url=([^"<>]*)"\/><title>Moved<\/title><\/head><body><p><a href="\1">It has moved here\.<\/a><\/p><\/body><\/html>$/

/** To which address of the same version a page of a copy leads on, if it does nothing else. */
function movedTo(bytes, slug, number) {
  const [, to] = MOVED.exec(bytes?.toString() ?? '') ?? []
  if (to === undefined) return null
  const { pathname } = new URL(to, `http://copy/incidents/${slug}/v/${number}/index.html`)
  const [, now, same] = /^\/incidents\/([a-z0-9-]+)\/v\/(\d+)\/index\.html$/.exec(pathname) ?? []
  return same === String(number) ? now : null
}

/** The files of a folder, each read when it is asked for: a copy can be larger than memory. */
class Folder {
  constructor(folder) {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    const places = entries.map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    this.places = new Map(places.map((place) => [relative(folder, place).split(sep).join('/'), place]))
  }
  has(path) {
    return this.places.has(path)
  }
  keys() {
    return this.places.keys()
  }
  get(path) {
    return this.has(path) ? readFileSync(this.places.get(path)) : undefined
  }
}

// ── The log ──

const WIDTH = 256

function tilePath(kind, index, width) {
  const digits = String(index)
    .padStart(Math.ceil(String(index).length / 3) * 3, '0')
    .match(/\d{3}/g)
  const parts = digits.map((part, at) => (at === digits.length - 1 ? part : `x${part}`))
  return `tile/${kind}/${parts.join('/')}${width === WIDTH ? '' : `.p/${width}`}`
}

/** The tiles of a row of `length`, the last as wide as it is. */
function* tilesOf(kind, length) {
  for (let first = 0; first < length; first += WIDTH) {
    const width = Math.min(WIDTH, length - first)
    yield { first, width, path: tilePath(kind, first / WIDTH, width) }
  }
}

function splitBundle(bytes, width, at) {
  const entries = []
  let offset = 0
  while (offset < bytes.length) {
    demand(offset + 2 <= bytes.length, at, 'ends in the middle of an entry')
    const end = offset + 2 + bytes.readUInt16BE(offset)
    demand(end <= bytes.length, at, 'ends in the middle of an entry')
    entries.push(bytes.subarray(offset + 2, end))
    offset = end
  }
  demand(entries.length === width, at, `holds ${entries.length} entries and not ${width}`)
  return entries
}

/** Everything the log consists of, each part checked against the whole. */
async function readLog(site, key) {
  const noted = await site.log('checkpoint')
  demand(noted !== null, 'log/checkpoint', 'is missing')
  const checkpoint = readCheckpoint(noted, key, 'log/checkpoint')
  const entries = []
  for (const { width, path } of tilesOf('entries', checkpoint.size)) {
    const bytes = await site.log(path)
    demand(bytes !== null, `log/${path}`, 'is missing')
    entries.push(...splitBundle(bytes, width, `log/${path}`))
  }
  const rows = growTree(entries.map(hashLeaf))
  demand(
    rootAt(rows, entries.length).equals(checkpoint.root),
    'log/checkpoint',
    'is of other entries than those served',
  )
  for (let level = 0; (rows[8 * level] ?? []).length > 0; level++)
    for (const { first, width, path } of tilesOf(level, rows[8 * level].length)) {
      const bytes = await site.log(path)
      demand(bytes !== null, `log/${path}`, 'is missing')
      const wanted = Buffer.concat(rows[8 * level].slice(first, first + width))
      demand(bytes.equals(wanted), `log/${path}`, 'holds other hashes than the entries have')
    }
  return { checkpoint, entries, rows, leaves: entries.map(readLeaf) }
}

const KINDS = ['publication', 'correction', 'update', 'clarification', 'retraction']
/** What readers are told of an account beside its versions. */
const TOLD = ['notice', 'notice-lifted', 'capture-redaction']
const isHash = (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
const isInstant = (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value)

function readLeaf(entry, index) {
  const at = `entry ${index}`
  const leaf = parseJson(entry, at)
  demand(canonical(leaf) === entry.toString('utf8'), at, 'is not canonical JSON')
  const { v, kind, slug, number, sha256: hash } = leaf
  const isTranslation = kind === 'translation' || kind === 'translation-withdrawal'
  const isCommon = v === 1 && typeof slug === 'string' && Number.isInteger(number) && number > 0 && isInstant(leaf.at)
  const isRedaction = kind === 'redaction'
  const fields = TOLD.includes(kind)
    ? 'at,kind,number,of,reason,slug,v'
    : isTranslation
      ? 'at,kind,language,note,number,of,sha256,slug,translation,v'
      : isRedaction
        ? 'at,kind,number,of,reason,sha256,slug,v,what'
        : `${'approvals' in leaf ? 'approvals,' : ''}at,kind,note,number,sha256,slug,v`
  demand(isCommon && Object.keys(leaf).sort().join() === fields, at, 'is no entry that this program knows')
  if (TOLD.includes(kind)) demand(isHash(leaf.reason), at, 'is no notice that this program knows')
  else if (isTranslation) {
    const isNoted = leaf.note === null ? kind === 'translation' : isHash(leaf.note)
    const isWhole = isNoted && isHash(hash) && Number.isInteger(leaf.translation) && /^[a-z]{2,3}$/.test(leaf.language)
    demand(isWhole, at, 'is no translation that this program knows')
  } else if (isRedaction) {
    const isWhole =
      isHash(leaf.reason) &&
      (leaf.what === 'publication' || leaf.what === 'translation'
        ? hash === null
        : leaf.what === 'byline' && (hash === null || isHash(hash)))
    demand(isWhole, at, 'is no redaction that this program knows')
  } else {
    const isApproved = !('approvals' in leaf) || (Number.isInteger(leaf.approvals) && leaf.approvals > 0)
    const isWhole = KINDS.includes(kind) && isHash(hash) && isApproved && (leaf.note === null || isHash(leaf.note))
    demand(isWhole && (kind === 'publication') === (number === 1), at, 'is no publication that this program knows')
  }
  return leaf
}

/** What is public now of each publication, in the order of the log: its leaf, and what redactions left of it. */
function readPublications(leaves) {
  const read = {
    ...{ leaves, byIndex: new Map(), numbers: new Map(), translations: new Map() },
    ...{ told: [], lifted: new Map(), isCounted: false },
  }
  for (const [index, leaf] of leaves.entries()) takerOf(leaf)(read, leaf, index, `entry ${index}`)
  const { byIndex, told, lifted } = read
  return {
    publications: [...byIndex.values()],
    told: told.map((each) => ({ ...each, isLifted: lifted.has(each.index), lifted: lifted.get(each.index) ?? null })),
  }
}

function takerOf({ kind, what, translation }) {
  if (kind === 'notice-lifted') return takeLifting
  if (TOLD.includes(kind)) return takeTold
  if (translation !== undefined) return takeTranslation
  if (kind !== 'redaction') return takePublication
  return what === 'translation' ? takeRedactedTranslation : takeRedaction
}

/** The publication that an entry names. */
function namedBy({ byIndex }, leaf, at, what) {
  const own = byIndex.get(leaf.of)
  demand(own?.leaf.slug === leaf.slug && own.leaf.number === leaf.number, at, `${what} what was not published`)
  return own
}

function takeLifting({ leaves, lifted }, leaf, _, at) {
  const notice = leaves[leaf.of]
  demand(notice?.kind === 'notice' && notice.slug === leaf.slug, at, 'lifts a notice that was not put')
  demand(!lifted.has(leaf.of), at, 'lifts a notice twice')
  lifted.set(leaf.of, leaf)
}

function takeTold(read, leaf, index, at) {
  namedBy(read, leaf, at, 'is of')
  read.told.push({ index, leaf })
}

function takeTranslation(read, leaf, index, at) {
  const own = namedBy(read, leaf, at, 'translates')
  const earlier = own.translations.filter((each) => each.leaf.language === leaf.language)
  demand(leaf.translation === earlier.length + 1, at, 'leaves a translation out')
  const translation = { index, leaf, redaction: null }
  own.translations.push(translation)
  read.translations.set(index, translation)
}

function takePublication(read, leaf, index, at) {
  const { slug, number, approvals, kind, sha256: hash } = leaf
  // From the first that tells it, each does, but for retractions.
  read.isCounted ||= approvals !== undefined
  demand(
    !read.isCounted || (approvals === undefined) === (kind === 'retraction'),
    at,
    'leaves out how many approved it',
  )
  const before = read.numbers.get(slug) ?? number - 1
  demand(number === before + 1, at, `publishes version ${number} of ${slug} after version ${before}`)
  read.numbers.set(slug, number)
  read.byIndex.set(index, { index, leaf, hash, redactions: [], translations: [] })
}

function takeRedactedTranslation({ translations }, leaf, _, at) {
  const own = translations.get(leaf.of)
  const isSame = own?.leaf.slug === leaf.slug && own.leaf.number === leaf.number && own.leaf.kind === 'translation'
  demand(isSame, at, 'redacts what was not published')
  demand(own.redaction === null, at, 'redacts a translation twice')
  own.redaction = leaf
}

function takeRedaction(read, leaf, _, at) {
  const own = namedBy(read, leaf, at, 'redacts')
  demand(own.hash !== null || leaf.sha256 === null, at, 'brings back what was redacted')
  own.hash = leaf.sha256
  own.redactions.push(leaf)
}

// ── What was published, by the published rules ──

const LEVELS = ['confirmed', 'probable', 'possible', 'doubtful', 'improbable', 'unknown']
const STEP = { confirmed: 5, probable: 4, possible: 3, doubtful: 2, improbable: 1 }
const HEADING = {
  confirmed: 'established',
  probable: 'likely',
  possible: 'unverified',
  doubtful: 'unlikely',
  improbable: 'unlikely',
  unknown: 'unverified',
}

const HEADINGS = ['established', 'likely', 'disputed', 'unverified', 'unlikely']

/** The finding that a distribution of ballots leads to: the middle level, the less confident of two. */
export function concludeFrom(distribution) {
  const rated = LEVELS.slice(0, 5)
    .flatMap((level) => Array(distribution[level]).fill(level))
    .reverse()
  const ballots = rated.length + distribution.unknown
  const dropped = Math.floor(rated.length / 4)
  const [lowest, highest] = [rated[dropped], rated[rated.length - 1 - dropped]]
  const spread = lowest === undefined ? null : STEP[highest] - STEP[lowest]
  const isUnknown = distribution.unknown * 2 >= ballots
  const level = isUnknown ? 'unknown' : rated[Math.ceil(rated.length / 2) - 1]
  return { ballots, level, spread, heading: spread !== null && spread >= 2 ? 'disputed' : HEADING[level] }
}

function checkFinding(claim, at) {
  const { finding } = claim
  demand(finding !== null && typeof finding === 'object', at, 'has no finding')
  const counts = LEVELS.map((level) => finding.distribution?.[level])
  demand(
    counts.every((count) => Number.isInteger(count) && count >= 0),
    at,
    'has no distribution of ballots',
  )
  const made = concludeFrom(finding.distribution)
  for (const name of ['ballots', 'level', 'spread', 'heading'])
    demand(finding[name] === made[name], at, `has the ${name} ${finding[name]}, and its ballots make it ${made[name]}`)
  demand(made.ballots >= 2, at, 'was judged by fewer than two')
  demand(
    finding.distribution.confirmed === 0 || claim.origins.count >= 2,
    at,
    'was voted confirmed with fewer than two independent origins',
  )
  for (const { level } of finding.dissent)
    demand(finding.distribution[level] > 0 && level !== finding.level, at, 'has a dissent that no ballot is of')
}

/** What joins one piece to others: its origin's party, that party's side, and an origin that is told alike. */
function marksOf({ origin }, incident) {
  if (origin.party === null) return [`origin ${canonical(origin)}`]
  const isOne = incident.parties.filter(({ name }) => name === origin.party).length < 2
  const sides = incident.sides.filter(({ parties }) => parties.includes(origin.party))
  return [...(isOne ? [`party ${origin.party}`] : []), ...(isOne ? sides.map(({ name }) => `side ${name}`) : [])]
}

/** Rule 3: origins are counted, not articles. */
function checkOrigins(claim, document, at) {
  const { count, groups, unattributed } = claim.origins
  const pieces = document.evidence.filter((piece) => piece.claim === claim.key)
  const numbers = (list) => list.map(({ number }) => number).sort((a, b) => a - b)
  demand(
    canonical(numbers(pieces)) === canonical([...claim.evidence].sort((a, b) => a - b)),
    at,
    'lists other evidence than bears on it',
  )
  const supporting = pieces.filter(({ stance }) => stance === 'supports')
  const open = supporting.filter(({ isConfidential }) => !isConfidential)
  const secret = new Set(numbers(supporting.filter(({ isConfidential }) => isConfidential)))
  const unknown = numbers(open.filter(({ origin }) => origin === null))
  demand(canonical(unknown) === canonical(unattributed), at, 'counts evidence of unknown origin otherwise than it is')
  demand(count === groups.length, at, `says ${count} independent origins and shows ${groups.length}`)
  const shown = groups.flatMap(({ evidence }) => evidence)
  const named = shown.filter((number) => !secret.has(number)).sort((a, b) => a - b)
  demand(new Set(shown).size === shown.length, at, 'counts a piece of evidence twice')
  demand(
    groups.every(({ evidence }) => evidence.length > 0),
    at,
    'counts an origin without evidence',
  )
  demand(
    canonical(named) === canonical(numbers(open.filter(({ origin }) => origin !== null))),
    at,
    'leaves evidence out of the count',
  )
  const families = readFamilies(claim, open, at)
  const groupOf = new Map()
  for (const [index, group] of groups.entries()) {
    const members = open.filter(({ number }) => group.evidence.includes(number))
    const isMixed = members.length > 0 && members.length < group.evidence.length
    demand(!isMixed, at, 'names a confidential source beside others')
    const marks = (member) => [...marksOf(member, document.incident), ...familyOf(member, families)]
    const parts = joinedParts(members, marks)
    // A confidential source may not be said, nor a copy of one; documents of the first version tell no copies at all.
    const isTold =
      families === null ? group.reasons.length >= 1 : group.reasons.includes('Their own reporting is one text.')
    const isExplained =
      parts <= 1 || isTold || secret.size > 0 || members.some((member) => isNamesake(member, document.incident))
    demand(isExplained, at, `counts ${parts} origins as one, which neither the evidence nor copies of it make one`)
    for (const member of members)
      for (const mark of marks(member)) {
        const isKnown = /^(party|side|copies) /.test(mark) && groupOf.has(mark) && groupOf.get(mark) !== index
        demand(!isKnown, at, `counts what comes from one ${mark} as two origins`)
        groupOf.set(mark, index)
      }
  }
}

/** Two parties of one name cannot be told apart by it. */
const isNamesake = ({ origin }, { parties }) =>
  origin.party !== null && parties.filter(({ name }) => name === origin.party).length > 1

/** Which sources copies connect, by their places; null where the document does not tell. */
function readFamilies({ origins: { lineage } }, open, at) {
  if (lineage === undefined) return null
  const { sources, copies } = lineage
  const shown = sources.flatMap(({ evidence }) => evidence)
  demand(new Set(shown).size === shown.length, at, 'has evidence in two sources')
  for (const { evidence, outlet, title } of sources)
    for (const number of evidence) {
      const source = open.find((piece) => piece.number === number)?.source
      demand(
        source !== undefined && source.outlet === outlet && source.title === title,
        at,
        `has evidence ${number} in a source that it is not of`,
      )
    }
  const root = sources.map((_, place) => place)
  const rootOf = (place) => (root[place] === place ? place : rootOf(root[place]))
  for (const { kind, copy, of } of copies) {
    const isCopy =
      ['reprint', 'translation', 'scrape'].includes(kind) && copy in sources && of in sources && copy !== of
    demand(isCopy, at, 'tells of a copy that is none')
    root[rootOf(copy)] = rootOf(of)
  }
  return { sources, copies, rootOf }
}

/** Own reporting: the origin's party is the outlet of the source, or of one that it copies, near or far. */
function familyOf({ number, origin }, families) {
  const place = families?.sources.findIndex(({ evidence }) => evidence.includes(number)) ?? -1
  if (place < 0 || origin.party === null) return []
  const originals = new Set([place])
  for (const each of originals) for (const { copy, of } of families.copies) if (copy === each) originals.add(of)
  const isOwn = [...originals].some((each) => families.sources[each].outlet === origin.party)
  return isOwn ? [`copies ${families.rootOf(place)}`] : []
}

function joinedParts(members, marksOf) {
  const parts = []
  for (const member of members) {
    const marks = new Set(marksOf(member))
    const touched = parts.filter((part) => [...marks].some((mark) => part.has(mark)))
    for (const part of touched) {
      for (const mark of part) marks.add(mark)
      parts.splice(parts.indexOf(part), 1)
    }
    parts.push(marks)
  }
  return parts.length
}

/** Rule 9: every block of a summary cites; headings apart. Rule 11: the central claim is cited, and rivals cannot both be likely. */
function checkSummary(document, at) {
  const numbers = new Set(document.evidence.map(({ number }) => number))
  const cited = new Set()
  const walk = (block) => {
    if (block.kind === 'quotation') return block.blocks.map(walk).some(Boolean)
    if (block.kind === 'list') return block.items.map((item) => item.map(walk).some(Boolean)).every(Boolean)
    const own = block.content.filter((part) => 'citation' in part).map(({ citation }) => citation)
    for (const number of own) {
      demand(numbers.has(number), at, `cites evidence ${number}, which is not there`)
      cited.add(number)
    }
    return own.length > 0
  }
  for (const block of document.summary) {
    const isEmpty =
      block.kind === 'paragraph' && block.content.every((part) => 'text' in part && part.text.trim() === '')
    demand(walk(block) || block.kind === 'heading' || isEmpty, at, 'has a passage of its summary that cites nothing')
  }
  const central = document.claims.filter(({ isCentral }) => isCentral)
  demand(central.length === 1, at, 'has no central claim, or several')
  demand(
    central[0].evidence.some((number) => cited.has(number)),
    at,
    'does not cite its central claim',
  )
  const isLikely = (claim) => claim.finding.level === 'confirmed' || claim.finding.level === 'probable'
  for (const claim of document.claims.filter(isLikely))
    for (const rival of document.claims.filter(({ key }) => claim.rivals.includes(key)))
      demand(!isLikely(rival), at, `holds two rivals for likely: ${claim.key} and ${rival.key}`)
}

export function checkDocument(document, leaf, at) {
  demand(document.incident?.slug === leaf.slug, at, 'is of another incident than its entry says')
  demand(
    (document.kind === 'retraction') === (leaf.kind === 'retraction'),
    at,
    'is of another kind than its entry says',
  )
  if (document.kind === 'retraction') {
    demand(hashText(document.note) === leaf.note, at, 'gives another reason than its entry says')
    return
  }
  try {
    for (const claim of document.claims) {
      checkOrigins(claim, document, `${at}, claim ${claim.key}`)
      checkFinding(claim, `${at}, claim ${claim.key}`)
    }
    checkSummary(document, at)
  } catch (error) {
    if (error instanceof TypeError) throw new Wrong(at, `is not in the form that this program knows (${error.message})`)
    throw error
  }
}

// ── What the site says of it ──

function checkJson(body, { index, leaf, hash, redactions, translations }, document, log, at) {
  const { version } = body
  demand(body.slug !== undefined && version !== undefined, at, 'is not a version of an account')
  demand(version.number === leaf.number && version.sha256 === leaf.sha256, at, 'is another version than its entry says')
  demand(version.publishedAt === leaf.at, at, 'has another time than its entry says')
  demand((version.correction?.kind ?? 'publication') === leaf.kind, at, 'is of another kind than its entry says')
  const note = version.correction?.note ?? null
  const isNoteGone = hash === null && note === null
  demand(
    isNoteGone || (note === null ? null : hashText(note)) === leaf.note,
    at,
    'has another note than its entry says',
  )
  demand(
    version.isRedacted === (hash === null),
    at,
    hash === null ? 'is redacted and does not say so' : 'is called redacted, and no entry says so',
  )
  demand(canonical(body.document) === canonical(document), at, 'says something else than what was published')
  // How many approved is in no document, but in its entry; of those that are older, no fewer than its own rules ask for.
  const least = document?.kind === 'account' ? document.rules.approvals : 0
  demand((version.approvals ?? least) >= least, at, 'was approved by fewer than the rules ask for')
  const isCounted = leaf.approvals === undefined || leaf.approvals === version.approvals
  demand(isCounted, at, 'was approved by another number than its entry says')
  const gone = translations.flatMap(({ redaction }) => redaction ?? [])
  for (const { what, reason, at: when } of [...redactions, ...gone]) {
    const isTold = body.redactions.some(
      (each) => each.kind === what && each.at === when && hashText(each.reason) === reason,
    )
    demand(isTold, at, 'does not tell of a redaction')
  }
  const told = body.redactions.filter(({ kind }) => kind === 'publication')
  demand(hash === null || told.length === 0, at, 'tells of a redaction that no entry is of')
  const saidOfTranslations = body.redactions.filter(({ kind }) => kind === 'translation')
  demand(saidOfTranslations.length <= gone.length, at, 'tells of a redaction that no entry is of')
  const place = body.log
  demand(place !== null && place !== undefined, at, 'does not say where it stands in the log')
  demand(
    place.index === index && place.leafHash === log.rows[0][index].toString('hex'),
    at,
    'says another place in the log than it has',
  )
  const isNewer = place.size > log.checkpoint.size
  demand(
    place.size > index && (isNewer || place.root === rootAt(log.rows, place.size).toString('hex')),
    at,
    'says another root than the log has',
  )
}

function checkProof(bytes, index, log, key, at) {
  const text = textOf(bytes) ?? ''
  const cut = text.indexOf('\n\n')
  const [head, place, ...lines] = text.slice(0, Math.max(0, cut)).split('\n')
  demand(head === 'c2sp.org/tlog-proof@v1' && place === `index ${index}`, at, 'is not a proof of this entry')
  const proof = lines.map(fromBase64)
  demand(
    proof.every((hash) => hash?.length === 32),
    at,
    'holds what is no hash',
  )
  const { size, root } = readCheckpoint(utf8(text.slice(cut + 2)), key, at)
  demand(isIncluded(log.rows[0][index], index, size, proof, root), at, 'does not prove that the entry is in the log')
  const isOwn = size > log.checkpoint.size || rootAt(log.rows, size).equals(root)
  demand(isOwn, at, 'is of another log than the one served')
}

const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

/** Without blanks and signs of direction, in small letters: how a word is set is the page's own affair. */
const plain = (text) => text.replace(/[\s\u200e\u200f\u061c\u2068\u2069]+/gu, '').toLowerCase()

const LOCALE = { en: 'en-GB', ar: 'ar-u-ca-gregory-nu-latn' }
const localeOf = (language) => LOCALE[language] ?? language

/** An ICU message as a list: text, holes, choices by number or word, and where a tag opens around its own words. */
const readMessage = (message) => readParts({ message, at: 0 }, false)

/** `from`: the message, and how far it was read. */
function readParts(from, isNested) {
  const { message } = from
  const found = []
  let text = ''
  const put = (part) => {
    if (text !== '') found.push(text)
    text = ''
    if (part !== undefined) found.push(part)
  }
  for (; from.at < message.length; from.at++) {
    const rest = message.slice(from.at)
    const [tag, name] = /^<(\w+)><\/\1>/.exec(rest) ?? /^<\/?\w+>/.exec(rest) ?? []
    if (tag !== undefined) {
      if (name !== undefined) put({ hole: name })
      else if (!tag.startsWith('</')) put({ tag })
      from.at += tag.length - 1
    } else if (rest.startsWith("''")) {
      text += "'"
      from.at += 1
    } else if (/^'[{}<#]/.test(rest)) {
      const end = message.indexOf("'", from.at + 1)
      text += message.slice(from.at + 1, end)
      from.at = end
    } else if (rest[0] === '{') put(readHole(from))
    else if (rest[0] === '}' && isNested) break
    else if (rest[0] === '#' && isNested) put({ hole: '#' })
    else text += rest[0]
  }
  put()
  return found
}

function readHole(from) {
  const { message } = from
  const [head, name, kind] = /^\{\s*(\w+)\s*(?:,\s*(\w+)\s*)?(?:,|(?=\}))/.exec(message.slice(from.at)) ?? []
  if (head === undefined) throw new Unread(`A message that cannot be read: ${message}`)
  from.at += head.length
  if (kind !== 'plural' && kind !== 'select' && kind !== 'selectordinal') {
    from.at = message.indexOf('}', from.at)
    return { hole: name }
  }
  const cases = new Map()
  for (;;) {
    const [whole, label] = /^\s*(=?\w+)\s*\{/.exec(message.slice(from.at)) ?? []
    if (whole === undefined) break
    from.at += whole.length
    cases.set(label, readParts(from, true))
    from.at += 1
  }
  from.at = message.indexOf('}', from.at)
  return { hole: name, cases }
}

/** Every form that a message can take: text and holes. */
function formsOf(parts) {
  let forms = [[]]
  for (const part of parts.filter(({ tag }) => tag === undefined)) {
    const ways = part.cases === undefined ? [[part]] : [...part.cases.values()].flatMap(formsOf)
    forms = forms.flatMap((form) => ways.map((way) => [...form, ...way]))
  }
  return forms
}

const written = (number, locale) =>
  number < 1000 ? String(number) : once(`number ${locale}`, () => new Intl.NumberFormat(locale)).format(number)

/** A message with its values in pieces, as the page would have it: a value can be a list of pieces, and what a tag opens is one. */
function* told(parts, values, locale, counted) {
  for (const part of parts) {
    if (typeof part === 'string') {
      yield part
      continue
    }
    const value = part.tag === undefined ? (part.hole === '#' ? counted : values[part.hole]) : (values[part.tag] ?? [])
    if (Array.isArray(value)) yield* value
    else if (part.cases === undefined) yield typeof value === 'number' ? written(value, locale) : String(value)
    else {
      const label = part.cases.has(`=${value}`)
        ? `=${value}`
        : once(`plural ${locale}`, () => new Intl.PluralRules(locale)).select(value)
      yield* told(part.cases.get(label) ?? part.cases.get('other') ?? [], values, locale, value)
    }
  }
}

/** Messages of which the page has to say exactly what was published; what fills any other may be anything that was. */
const EXACT = [
  'scale.origins',
  'account.ballots',
  'account.claim.castFor',
  'account.claim.apart',
  'account.claim.agree',
  'account.claim.othersApart',
  'account.claim.othersAgree',
  'account.judgedBy',
  'account.judgedByCounted',
]
const COUNTS = ['account.claim.support', 'account.claim.against', 'account.claims', 'account.background.passages']

/** Rooms of the interface's words that the main part of an account's page is made of; others stand in its head, and in lists. */
const ON_A_PAGE = /^(?:account|scale|time|translation)\./

/** The interface's own words in one language, ready to be found in a text. */
function readWords(messages, language) {
  const read = new Map(Object.entries(messages).map(([key, message]) => [key, readMessage(message)]))
  const byLetter = new Map()
  const open = []
  for (const [key, parts] of read) {
    if (EXACT.includes(key) || COUNTS.includes(key) || !ON_A_PAGE.test(key)) continue
    for (const form of formsOf(parts)) {
      const steps = []
      for (const part of form) {
        const step = typeof part === 'string' ? plain(part) : null
        if (step === '') continue
        if (step !== null && typeof steps.at(-1) === 'string') steps[steps.length - 1] += step
        else steps.push(step)
      }
      if (steps.every((step) => step === null)) continue
      steps.key = key
      steps.closed = CLOSED.exec(key)?.slice(1) ?? null
      if (steps[0] === null) open.push(steps)
      else put(byLetter, steps[0][0], steps)
    }
  }
  const locale = localeOf(language)
  const say = (key, values) => told(read.get(key) ?? [], values, locale)
  const tell = (key, values = {}) => [...say(key, values)].join('')
  /** The longest piece of a message without holes. */
  const piece = (key) =>
    once(`piece ${language} ${key} ${canonical(read.get(key) ?? [])}`, () =>
      (read.get(key) ?? [])
        .flatMap((part) => (typeof part === 'string' ? [plain(part)] : []))
        .reduce((longest, part) => (part.length > longest.length ? part : longest), ''),
    )
  const whole = [...read].filter(
    ([key, parts]) => ON_A_PAGE.test(key) && parts.length === 1 && typeof parts[0] === 'string',
  )
  const same = new Map()
  for (const [, [text]] of whole) same.set(plain(text), (same.get(plain(text)) ?? 0) + 1)
  /** Whether no other message of these rooms is the same word. */
  const isOnly = (key) => same.get(plain(tell(key, {}))) === 1
  const list = (items) =>
    once(`list ${locale}`, () => new Intl.ListFormat(locale, { type: 'conjunction' })).format(items)
  const words = { language, locale, byLetter, open, say, tell, piece, isOnly, list }
  return { ...words, ...punctuationOf(language), tokens: listWords(locale) }
}

/** Between the parts of a line, around a title, and the way from one to another, in the direction of the language. */
function punctuationOf(language) {
  const isLeft = language === 'ar'
  const quotes = { en: '“”', de: '„“' }[language] ?? '«»'
  return {
    comma: isLeft ? '،' : ',',
    semicolon: isLeft ? '؛' : ';',
    cameFrom: isLeft ? '→' : '←',
    wentTo: isLeft ? '←' : '→',
    quoted: (title) => [...quotes].join(title),
  }
}

function put(map, key, item) {
  const items = map.get(key)
  if (items === undefined) map.set(key, [item])
  else items.push(item)
}
function grouped(items, keyOf) {
  const groups = new Map()
  for (const item of items) put(groups, keyOf(item), item)
  return groups
}

/** What a language puts between the items of a list. */
const listWords = (locale) =>
  ['a b', 'a b c']
    .flatMap((items) => new Intl.ListFormat(locale).formatToParts(items.split(' ')))
    .filter(({ type }) => type === 'literal')
    .map(({ value }) => plain(value))
    .filter((word) => /\p{L}/u.test(word))

const MARKS = /^[,·:;.←→…–()“”„«»،؛°\u0001]$/u

/** Whether a text is made of nothing but `strings`, `numbers`, and messages whose holes are. */
function isMadeOf(text, { words, strings, numbers, isAnyNumber, isBarred = () => false }) {
  const after = Array.from({ length: text.length + 1 }, () => new Set())
  const follow = (steps, step, at) => {
    if (step === steps.length) return [at]
    if (steps[step] !== null)
      return text.startsWith(steps[step], at) ? follow(steps, step + 1, at + steps[step].length) : []
    return [...after[at]].flatMap((end) => follow(steps, step + 1, end))
  }
  for (let at = text.length - 1; at >= 0; at--) {
    const single = new Set()
    const waiting = []
    const add = (end) => {
      if (single.has(end) || end <= at) return
      single.add(end)
      waiting.push(end)
    }
    if (MARKS.test(text[at])) add(at + 1)
    for (const string of strings.get(text[at]) ?? []) {
      if (text.startsWith(string, at)) add(at + string.length)
      else cutEnds(text, at, string).forEach(add)
    }
    if (/\d/.test(text[at]) && !/\d/.test(text[at - 1] ?? '')) {
      const [digits] = /^\d+/.exec(text.slice(at))
      const [decimal] = /^\d+[.,]\d+/.exec(text.slice(at)) ?? []
      if (isAnyNumber || numbers.has(digits)) add(at + digits.length)
      if (decimal !== undefined && numbers.has(decimal.replace(',', '.'))) add(at + decimal.length)
    }
    for (const steps of words.byLetter.get(text[at]) ?? []) if (!isBarred(steps)) follow(steps, 0, at).forEach(add)
    const tried = new Set()
    for (let end = waiting.pop(); end !== undefined; end = waiting.pop()) {
      for (const each of [end, ...after[end]]) {
        after[at].add(each)
        if (tried.has(each)) continue
        tried.add(each)
        for (const steps of words.open) if (!isBarred(steps)) follow(steps, 1, each).forEach(add)
      }
    }
  }
  return text === '' || after[0].has(text.length)
}

/** A label in a picture may be cut, with three dots at the cut. */
function cutEnds(text, at, string) {
  const dots = text.indexOf('…', at)
  return dots > at + 3 && string.startsWith(text.slice(at, dots)) ? [dots + 1] : []
}

const INLINE = new Set('a abbr b bdi button cite code em i mark small span strong sub sup text time tspan'.split(' '))
const OTHERS =
  'article aside blockquote circle dd desc details div dl dt figcaption figure footer g h1 h2 h3 h4 h5 h6 header li line main nav ol p path rect section summary svg title ul'
const TAGS = new Set([...INLINE, ...OTHERS.split(' ')])
const ATTRIBUTES = new Set(
  'class id lang dir href hreflang rel role tabindex autofocus type popover popovertarget popovertargetaction datetime title alt cite start reversed open scope translate focusable data-log-index direction fill d x y x1 x2 y1 y2 r rx ry cx cy width height transform viewbox preserveaspectratio stroke opacity dx dy'.split(
    ' ',
  ),
)
const isKnownAttribute = (name) =>
  ATTRIBUTES.has(name) ||
  /^aria-[a-z]+$/.test(name) ||
  /^(?:stroke|fill|text|clip|dominant|vector|font)-[a-z-]+$/.test(name)
const SPOKEN = ['aria-label', 'aria-description', 'aria-valuetext', 'aria-roledescription', 'title', 'alt']
/** Words of a class that take something out of sight. Pictures are drawn in two widths, of which one is hidden. */
const HIDES =
  /^(?:hidden|invisible|collapse|sr-only|opacity-0|text-(?:transparent|paper.*|on-.*)|size-0|w-0|h-0|max-h-0|max-w-0)$/
/** What a class hides for a reason, on the one kind of element that has it. */
const HIDDEN_ON = {
  'opener-button': ['button'],
  'opener-link': ['a'],
  'lg:order-2': ['nav'],
  'notes-head': ['header'],
  'note-close': ['button'],
  'print:hidden': ['a', 'nav', 'p'],
  '[&::-webkit-details-marker]:hidden': ['summary'],
}
/** And words that strike it out, turn it over, cut it, cover it, or put it in another place. */
const DISTORTS =
  /^(?:line-through|rotate-.*|blur.*|invert.*|absolute|fixed|sticky|-?order-.*|flex-(?:row|col)-reverse|truncate|line-clamp-.*|overflow-(?:hidden|clip)|-?translate-.*|-?scale-.*|mix-blend-.*|-?inset-.*|z-.*)$/
const isHiding = (word, name) => once(`hides ${name} ${word}`, () => isTakenFromSight(word, name))
const isTakenFromSight = (word, name) => {
  if (word in HIDDEN_ON) return !HIDDEN_ON[word].includes(name)
  const bare = word.replace(/^.*:/, '').replace(/!/g, '')
  return HIDES.test(bare) || (DISTORTS.test(bare) && name !== 'svg')
}

const VOID = new Set('br hr input'.split(' '))

const unescapeHtml = (text) =>
  text.replace(/&(#x[0-9a-f]+|#\d+|[a-z]+);/gi, (whole, name) => {
    if (name[0] !== '#') return ENTITIES[name.toLowerCase()] ?? whole
    return String.fromCodePoint(
      name[1].toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1)),
    )
  })

const TOKEN =
  /<!--(?:-->|[^]*?-->)|<\/([a-z][a-z0-9]*)>|<([a-z][a-z0-9]*)((?:\s+[a-z][a-z0-9:-]*(?:="[^"<]*")?)*)\s*(\/?)>|[^<]+/iy

/** A page’s main part as a tree. What is written otherwise than well is not read, for a browser might read it otherwise. */
function readTree(html, at, tags = TAGS) {
  const root = { name: '', attributes: new Map(), children: [], parent: null }
  let node = root
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < html.length) {
    const from = TOKEN.lastIndex
    const [whole, closes, opens, given = '', isEmpty] = TOKEN.exec(html) ?? []
    demand(whole !== undefined, at, `is not well written at ${JSON.stringify(html.slice(from, from + 60))}`)
    if (closes !== undefined) {
      demand(node.name === closes.toLowerCase(), at, `closes ${closes}, which is not open`)
      node = node.parent
    } else if (opens !== undefined) {
      const name = opens.toLowerCase()
      demand(tags.has(name), at, `holds an element that no page has: ${name}`)
      const attributes = new Map()
      for (const [, label, value] of given.matchAll(/([a-z][a-z0-9:-]*)(?:="([^"]*)")?/gi)) {
        // A browser would take the first of two.
        demand(!attributes.has(label.toLowerCase()), at, `has an attribute twice: ${label}`)
        attributes.set(label.toLowerCase(), unescapeHtml(value ?? ''))
      }
      const child = { name, attributes, children: [], parent: node }
      node.children.push(child)
      if (isEmpty !== '/' && !VOID.has(name)) node = child
    } else if (!whole.startsWith('<!--')) node.children.push(unescapeHtml(whole))
    else demand(/^<!--[$/!?]*(?: )?-->$/.test(whole), at, 'holds a comment')
  }
  demand(node === root, at, `does not close ${node.name}`)
  return root
}

/** A text without its times, which are looked at by themselves. */
const besideTimes = (node) =>
  typeof node === 'string' ? node : node.name === 'time' ? '\u0001' : node.children.map(besideTimes).join('')
/** Whether it says a text of which the hash alone is known. */
const isAmong = (hashes, node) => hashes.size > 0 && hashes.has(hashText(contentOf(node)))
const contentOf = (node) => (typeof node === 'string' ? node : node.children.map(contentOf).join(''))
function* within(node) {
  for (const child of node.children)
    if (typeof child !== 'string') {
      yield child
      yield* within(child)
    }
}

// What may be said where

const numbersIn = (value) =>
  typeof value === 'number' ? [String(Math.abs(value))] : (String(value ?? '').match(/\d+/g) ?? [])

/** The words and numbers of times, as a page in this language may have them. */
function timeWords(times, { locale }) {
  const strings = []
  const numbers = []
  for (const time of times) {
    for (const digits of numbersIn(time)) numbers.push(digits, String(Number(digits)))
    for (const [, year, month] of String(time).matchAll(/(-?\d{4})(?:-(\d\d))?/g)) {
      numbers.push(year, String(Number(year)))
      if (month === undefined || Number(month) < 1 || Number(month) > 12) continue
      for (const style of ['long', 'short'])
        for (const options of [
          { day: 'numeric', month: style, year: 'numeric' },
          { month: style, year: 'numeric' },
          { year: 'numeric' },
        ])
          strings.push(...letters(Date.UTC(Number(year), Number(month) - 1, 1), options, locale))
    }
  }
  return { strings, numbers }
}

/** What was asked for last is kept for who asks again, and no more: a site can be larger than memory. */
function recent(map, key, make, most = 300) {
  const value = map.has(key) ? map.get(key) : make()
  map.delete(key)
  map.set(key, value)
  if (map.size > most) map.delete(map.keys().next().value)
  return value
}

/** What `Intl` says is asked for once: to make a formatter costs more than a page. */
const kept = new Map()
function once(key, make) {
  if (kept.size > 20_000) kept.clear()
  if (!kept.has(key)) kept.set(key, make())
  return kept.get(key)
}
const formatter = (locale, options) =>
  once(
    `format ${locale} ${JSON.stringify(options)}`,
    () => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }),
  )

const letters = (instant, options, locale) =>
  once(`letters ${instant} ${locale} ${JSON.stringify(options)}`, () =>
    formatter(locale, options)
      .formatToParts(instant)
      .flatMap(({ value }) => plain(value).match(/[\p{L}\p{M}.]+/gu) ?? [])
      .flatMap((word) => [word, word.replace(/\.$/, '')]),
  )

const EDTF_WORDS = ['about', '(uncertain)', 'orearlier', 'orlater', 'spring', 'summer', 'autumn', 'winter', 's']

/** Words of closed lists: each says something of what was published, so it stands where that is so. */
const CLOSED = /^scale\.(mode|grade|medium|party|translation|precision|where|type|headingMeaning)\.(\w+)$/

/**
 * Which of the interface's own words may not stand somewhere. `kinds`: by list, what was published there. `untrue`: sentences
 * that would say otherwise than was published.
 */
function barsOf({ kinds = {}, untrue = [] }) {
  const barred = new Set(untrue)
  return ({ key, closed }) => {
    if (closed === null) return barred.has(key)
    const [list, kind] = closed
    return !(kinds[list] ?? []).includes(kind)
  }
}

/** Those of the sentences that are not so: by key, whether each is. */
const untrueOf = (sentences) => Object.entries(sentences).flatMap(([key, isSo]) => (isSo ? [] : [`account.${key}`]))

/** What one place of a page may say. `times`: EDTF or instants. */
function sayings(words, { said = [], numbers = [], times = [], names = [], ...told }) {
  const timed = timeWords(times, words)
  const strings = new Map()
  const all = [...said, ...names]
    .filter((text) => text !== null && text !== undefined)
    .map((text) => plain(String(text)))
  const own = words.language === 'en' && times.length > 0 ? EDTF_WORDS : []
  for (const text of new Set([...all, ...timed.strings, ...words.tokens, ...own]))
    if (text !== '') put(strings, text[0], text)
  const digits = [
    ...numbers.flatMap((number) => [String(number), ...numbersIn(written(Number(number), words.locale))]),
    ...timed.numbers,
  ]
  return { words, strings, numbers: new Set(digits), isBarred: barsOf(told) }
}

const appearance = (by) => [by?.outlet, by?.title]
const linksOf = (...urls) => new Set(urls.filter((url) => url !== null && url !== undefined))

/** What an evidence's passage in its place may say, and where it may lead. */
function pieceSayings(piece, document, words, extra = {}) {
  const stance = {
    'evidence.supports': piece.stance === 'supports',
    'evidence.disputes': piece.stance === 'disputes',
    'evidence.background': piece.stance === null,
  }
  if (piece.isConfidential) {
    const untrue = untrueOf({ ...stance, 'evidence.originUnknown': false, 'evidence.dateUnknown': false })
    return { said: [piece.description], numbers: [piece.number], ...extra, untrue, links: new Set() }
  }
  const { source, quotation, translation, origin, relays, capture } = piece
  return {
    said: [
      ...[quotation.exact, translation?.text, translation?.translator, source.outlet, source.title, source.byline],
      ...[source.grade?.grade, source.grade?.reason, origin?.party, origin?.channel, ...relays, capture.textSha256],
      ...appearance(origin?.firstCarriedBy),
      ...contextsOf(quotation),
      ...[quotation.language].filter(Boolean).map((tag) => languageName(tag, words)),
    ],
    numbers: [piece.number, quotation.pages?.first, quotation.pages?.last].filter((number) => number !== undefined),
    times: [source.published, origin?.dated].filter(Boolean),
    links: linksOf(source.url, source.archiveUrl, origin?.firstCarriedBy?.url, origin?.firstCarriedBy?.archiveUrl),
    kinds: {
      ...{ mode: [origin?.mode], grade: [source.grade?.grade], medium: [source.medium] },
      translation: [translation?.method],
    },
    untrue: untrueOf({
      ...stance,
      'evidence.originUnknown': origin === null,
      'evidence.dateUnknown': source.published === null,
      'evidence.confidential': false,
      'evidence.ownWork': source.kind === 'own_work',
    }),
  }
}

/** The text around a passage, whole or without the half word at its cut. */
const contextsOf = ({ prefix, suffix }) => [
  ...[prefix, prefix.replace(/^\S*\s+(?=\S)/u, '')],
  ...[suffix, suffix.replace(/(?<=\S)\s+\S*$/u, '')],
]

function languageName(tag, { locale }) {
  try {
    return once(`language ${locale} ${tag}`, () =>
      new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' }).of(tag),
    )
  } catch {
    return tag
  }
}

const regionNames = ({ locale }) =>
  once(`regions ${locale}`, () => {
    const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' })
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
    return letters.flatMap((a) => letters.flatMap((b) => names.of(a + b) ?? []))
  })

const levelWords = (finding, words) => {
  const level = finding.heading === 'disputed' ? 'disputed' : finding.level
  return words.tell(`scale.level.${level}`, {})
}

/** Names within a sentence that says why origins are one: in another language the page says it in its own words. */
const namesInReason = (sentence) => [
  ...(/^They (?:come from|go back to)[^:]*?(?:: | from )(.+)\.$/s.exec(sentence)?.slice(1) ?? []),
  ...(/^They come from (.+)\.$/s.exec(sentence)?.slice(1) ?? []),
  ...(/^Their own reporting is one text: (.+)\.$/s.exec(sentence)?.[1] ?? '')
    .split('; ')
    .flatMap((step) => step.split(/ is a (?:reprint|translation|scraped copy) of /)),
]

/** What may stand alone as the level of a claim. */
const levelsOf = ({ finding }, words) => [
  levelWords(finding, words),
  words.tell(`scale.heading.${finding.heading}`, {}),
]

/** How near the ballots lie: all of them, or those left when as many are left out at each end as the spread leaves out. */
function agreementWords({ distribution, spread }, words) {
  const cast = LEVELS.slice(0, 5).filter((level) => distribution[level] > 0)
  const rated = cast.reduce((sum, level) => sum + distribution[level], 0)
  if (rated < 2 || (spread === 0 && distribution.unknown > 0)) return null
  const isWhole = STEP[cast[0]] - STEP[cast.at(-1)] === spread
  const cut = isWhole ? 0 : Math.floor(rated / 4)
  if (cut === 0) return words.tell(spread === 0 ? 'account.claim.agree' : 'account.claim.apart', { steps: spread })
  return words.tell(`account.claim.others${spread === 0 ? 'Agree' : 'Apart'}`, { cut, steps: spread })
}

/** What the numbers of a claim have to be, in words. */
function judgedWords(claim, document, words) {
  const { finding, origins } = claim
  const own = document.evidence.filter((piece) => piece.claim === claim.key)
  const count = (stance) => own.filter((piece) => piece.stance === stance).length
  const casts = LEVELS.filter((level) => finding.distribution[level] > 0).map((level) =>
    words.tell('account.claim.castFor', {
      count: finding.distribution[level],
      level: words.tell(`scale.level.${level}`, {}),
    }),
  )
  return [
    words.tell('scale.origins', { count: origins.count }),
    words.tell('account.ballots', { count: finding.ballots }),
    ...casts,
    agreementWords(finding, words),
    words.tell('account.claim.support', { count: count('supports') }),
    words.tell('account.claim.against', { count: count('disputes') }),
  ]
}

function claimSayings(claim, document, words) {
  const own = document.evidence.filter((piece) => piece.claim === claim.key)
  const open = own.filter((piece) => !piece.isConfidential)
  const first = claim.firstAppearance
  return {
    said: [
      ...[claim.text, claim.question.text, ...claim.claimants.map(({ name }) => name), ...appearance(first?.source)],
      ...claim.finding.dissent.map(({ reason }) => reason),
      ...claim.origins.groups.flatMap(({ name, reasons }) => [name, ...reasons, ...reasons.flatMap(namesInReason)]),
      ...(claim.origins.lineage?.sources ?? []).flatMap(appearance),
      ...open.flatMap(({ source, origin, relays }) => [
        source.outlet,
        source.title,
        origin?.party,
        origin?.channel,
        ...relays,
      ]),
      ...own.filter((piece) => piece.isConfidential).map(({ description }) => description),
      ...judgedWords(claim, document, words),
    ],
    numbers: own.map(({ number }) => number),
    times: [first?.when].filter(Boolean),
    links: linksOf(first?.source?.url, first?.source?.archiveUrl),
    kinds: { party: claim.claimants.map(({ kind }) => kind) },
    untrue: untrueOf({
      'claim.unjudged': false,
      'claim.rivals': claim.rivals.length > 0,
      'claim.dissent': claim.finding.dissent.length > 0,
      'origins.unattributed': claim.origins.unattributed.length > 0,
      'origins.uncounted': claim.origins.unattributed.length > 0,
      'origins.hidden': own.some((piece) => piece.isConfidential),
      ...Object.fromEntries(
        Object.entries(BECAUSE).map(([key, form]) => [
          `origins.because.${key}`,
          claim.origins.groups.some(({ reasons }) => reasons.some((reason) => form.test(reason))),
        ]),
      ),
    }),
  }
}

/** How a document says why origins are one, by the message that says it in the reader's language. */
const BECAUSE = {
  origin: /^They go back to the same origin: (?!one origin\.$)/,
  originUnnamed: /^They go back to the same origin: one origin\.$/,
  side: /^They come from the same side: (?!one side\.$)/,
  sideUnnamed: /^They come from the same side: one side\.$/,
  party: /^They come from (?!the same (?:side: |party\.$))/,
  partyUnnamed: /^They come from the same party\.$/,
  article: /^They are the reporting of one article\.$/,
  text: /^Their own reporting is one text\.$/,
  copies: /^Their own reporting is one text: /,
  reprint: / is a reprint of /,
  translation: / is a translation of /,
  scrape: / is a scraped copy of /,
}

/** What the page says outside its claims, evidence and passages. */
function frameSayings(account, document, words) {
  const common = commonSayings(account, document, words)
  if (document === null) return common
  if (document.kind === 'retraction')
    return { ...common, said: [...common.said, document.incident.title, document.note] }
  const { incident, claims, related, rules, bylines } = document
  const central = claims.find(({ isCentral }) => isCentral)
  const judged = central === undefined ? [] : judgedWords(central, document, words)
  const headings = Array.from({ length: claims.length }, (_, at) => words.tell('account.claims', { count: at + 1 }))
  const background = document.evidence.filter(({ claim }) => claim === null).length
  return {
    ...common,
    said: [
      ...[...common.said, incident.title, incident.place?.name, ...bylines],
      ...claims.flatMap(({ text, question }) => [text, question.text]),
      ...[...related.map(({ title }) => title), ...judged, ...headings, judgedBy(account, document, words)],
      words.tell('account.background.passages', { count: background }),
    ],
    numbers: [...common.numbers, fewestBallots(claims), rules.approvals],
    times: [incident.occurred].filter(Boolean),
    kinds: { type: [incident.type], ...placeKinds(incident) },
    untrue: untrueOf({ 'claim.unjudged': false }),
  }
}

/** What pages of accounts, retractions and redacted versions all say: of their versions, languages and place in the log. */
function commonSayings(account, document, words) {
  const { leaf, versions, notices, languages, notes, original, place, approvals } = account
  const { language } = words
  return {
    said: [
      ...versions.flatMap(({ sha256: hash, note }) => [hash, note]),
      ...notices.map(({ reason }) => reason),
      ...languages.flatMap((each) => [languageName(each, words), languageName(each, { locale: localeOf(each) })]),
      ...[...(notes.get(language)?.values() ?? []), original && languageName(original, words)],
      ...[place.leafHash, place.root, 'sha-256', document?.organisation.name],
      `${account.origin}${prefixOf(language)}/incidents/${account.slug}/v/${leaf.number}`,
    ],
    numbers: [
      ...[leaf.number, place.index, place.size, ...versions.map(({ number }) => number)],
      ...[approvals].filter((count) => count !== null),
    ],
    ...{ times: [], links: new Set() },
  }
}

const fewestBallots = (claims) => Math.min(...claims.map(({ finding }) => finding.ballots))

/** By how many each claim was judged and the text approved. */
const judgedBy = ({ approvals }, { claims, rules }, words) =>
  words.tell(approvals === null ? 'account.judgedBy' : 'account.judgedByCounted', {
    ballots: fewestBallots(claims),
    approvals: approvals ?? rules.approvals,
  })

/** How exactly it is known where it was, and whether when and where are known at all. */
function placeKinds({ place, occurred }) {
  const known = place === null ? [] : [place.precision]
  return {
    precision: known,
    where: [...known, ...(occurred === null ? [place === null ? 'nothingKnown' : 'dateUnknown'] : [])],
  }
}

const partiesSayings = (parties) => ({
  said: parties.flatMap(({ name, note, aliases, side }) => [name, note, side, ...aliases]),
  kinds: { party: parties.map(({ kind }) => kind) },
})

/** How many digits its coordinates are written with: both are known as well, and a document has no 0 at an end. */
const digitsOf = ({ latitude, longitude }) =>
  Math.max(...[latitude, longitude].map((value) => String(value ?? 0).split('.')[1]?.length ?? 0))

/** Parts of the page by the names they are reached by. */
function partSayings(name, document, words) {
  const { incident, evidence } = document
  const open = evidence.filter((piece) => !piece.isConfidential)
  if (name === 'people') return { ...partiesSayings(incident.parties), parties: incident.parties }
  if (name === 'where' && incident.place !== null) {
    const { place } = incident
    const coordinates = [place.latitude, place.longitude].filter((value) => value !== null)
    const names = place.names.flatMap(({ name: own, language, romanisation }) => [
      own,
      romanisation,
      language && languageName(language, words),
    ])
    return {
      said: [place.name, ...names, 'wgs84', ...regionNames(words)],
      numbers: [...coordinates.map((value) => Math.abs(value).toFixed(digitsOf(place))), 84, 4],
      links: linksOf(`https://www.geonames.org/${place.geonamesId}`, 'https://creativecommons.org/licenses/by/4.0/'),
      kinds: placeKinds(incident),
    }
  }
  if (name === 'when')
    return {
      said: open.flatMap(({ source, origin }) => [source.outlet, source.title, origin?.party, origin?.channel]),
      numbers: evidence.map(({ number }) => number),
      times: [incident.occurred, ...open.flatMap(({ source, origin }) => [source.published, origin?.dated])].filter(
        Boolean,
      ),
    }
  return null
}

/** All months: under the bars of a timeline stand days that nothing is said of. */
const everyMonth = Array.from({ length: 12 }, (_, month) => `2000-${String(month + 1).padStart(2, '0')}`)

const MINUTE = { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }

/** Reads the main part of a page against what was published. */
class Page {
  constructor(html, account, document, words, at) {
    Object.assign(this, { account, document, words, at })
    this.tree = readTree(html, at)
    this.ids = new Map()
    for (const node of within(this.tree)) {
      const id = node.attributes.get('id')
      if (id === undefined) continue
      demand(!this.ids.has(id), at, `has two parts called ${id}`)
      this.ids.set(id, node)
    }
    this.seen = new Set()
    this.frame = this.scope(frameSayings(account, document, words))
    this.instants = new Set([...account.instants, ...(document?.kind === 'account' ? instantsIn(document) : [])])
    // Found by comparing, before it is read: then nothing is worked out twice.
    this.isHeard = isQuiet(() => this.compare())
  }

  /** What may be said is worked out when somebody asks: of a page that says exactly its text, pictures alone do. */
  scope({ links = new Set(), ...facts }) {
    const { words } = this
    let own
    return { links, levels: facts.levels ?? null, facts, spoken: () => (own ??= sayings(words, facts)) }
  }

  isSaid(text, { spoken, isAnyNumber }) {
    return isMadeOf(text, { ...spoken(), isAnyNumber })
  }

  /** Where every word was compared already: not in a picture, nor in what stands in place of a button. */
  isCompared(node) {
    if (!this.isHeard) return false
    for (let part = node; part !== null; part = part.parent)
      if (isUnheard(part, false) || (part.name === 'a' && isTwin(part, siblingBefore(part)))) return false
    return true
  }

  /** What may be said within a node, where that is else than around it. */
  scopeOf(node, around) {
    const { document, words, at } = this
    const id = node.attributes.get('id') ?? ''
    if (node.name === 'svg') return this.picture(around)
    if (node.name === 'div' && around.facts.parties !== undefined) {
      const title = node.children.find(({ name }) => name === 'dt')
      const own = around.facts.parties.filter(({ name }) => title && plain(name) === plain(contentOf(title)))
      return own.length === 0 ? around : this.scope(partiesSayings(own))
    }
    const central = document?.kind === 'account' ? document.claims.find(({ isCentral }) => isCentral) : undefined
    if (central !== undefined && node.attributes.get('aria-label') === words.tell('account.central.label', {}))
      return this.scope({ ...claimSayings(central, document, words), levels: levelsOf(central, words) })
    if (document?.kind !== 'account' || id === '') return around
    if (HEADINGS.includes(id)) {
      const kinds = { ...around.facts.kinds, headingMeaning: [id] }
      return this.scope({ ...around.facts, kinds, links: around.links })
    }
    const claim = document.claims.find(({ key }) => key === id)
    if (claim !== undefined)
      return this.scope({ ...claimSayings(claim, document, words), levels: levelsOf(claim, words), claim })
    const piece = document.evidence.find(({ key, number }) => key === id || `note-${number}` === id)
    if (piece === undefined) {
      const part = partSayings(id, document, words)
      return part === null ? around : this.scope(part)
    }
    const owner = around.facts.claim
    demand(
      id.startsWith('note-') || (owner?.key ?? null) === piece.claim,
      at,
      `shows evidence ${piece.number} where it does not bear`,
    )
    const facts = pieceSayings(piece, document, words)
    const weighed = document.claims.find(({ key }) => key === piece.claim)
    if (id.startsWith('note-') && weighed !== undefined)
      return this.scope({ ...facts, said: [...facts.said, weighed.text], levels: levelsOf(weighed, words) })
    const cited = [...citationsIn(document.summary)].filter((number) => number === piece.number).length
    return this.scope({
      ...facts,
      numbers: [...facts.numbers, ...Array.from({ length: cited }, (_, index) => index + 1)],
    })
  }

  picture(around) {
    if (around.isPicture) return around
    const facts = { ...around.facts, times: [...(around.facts.times ?? []), ...everyMonth] }
    return { ...this.scope({ ...facts, links: around.links }), isPicture: true, isAnyNumber: true, levels: null }
  }

  /** The whole text, from the first word to the last. */
  compare() {
    checkHeard([...heardIn(this.tree, this.account)], [...pageScript(speakerOf(this))], this.at)
  }

  read() {
    const main = this.tree.children.find((node) => typeof node !== 'string')
    demand(main?.name === 'main', this.at, 'has no main part')
    this.walk(main, this.frame)
    return this
  }

  walk(node, around) {
    const scope = this.scopeOf(node, around)
    this.checkElement(node, scope)
    if (node.attributes.get('id') === 'summary' && this.document?.kind === 'account') this.checkSummary(node)
    const blocks = ['']
    this.gather(node, scope, blocks)
    for (const block of blocks) this.checkText(block, scope, node)
  }

  /** The texts of a block, cut where another block stands in it. */
  gather(node, scope, blocks) {
    for (const [place, child] of node.children.entries()) {
      if (typeof child === 'string') blocks[blocks.length - 1] += child
      else if (isAmong(this.account.hashes, child)) {
        this.checkElement(child, scope)
        blocks[blocks.length - 1] += '\u0001'
      } else if (child.name === 'time') blocks[blocks.length - 1] += this.checkTime(child)
      else if (
        child.name === 'button' ||
        (child.name === 'span' && child.children.some(({ name }) => name === 'svg'))
      ) {
        this.walk(child, scope)
        blocks[blocks.length - 1] += '\u0001'
      } else if (isTwin(child, node.children[place - 1])) this.checkTwin(child, node.children[place - 1], scope)
      else if (INLINE.has(child.name)) {
        const own = this.scopeOf(child, scope)
        this.checkElement(child, own)
        this.gather(child, own, blocks)
      } else {
        // The citations and passages of a summary are compared as a whole.
        if (!(node.attributes.get('id') === 'summary' && this.document?.kind === 'account')) this.walk(child, scope)
        blocks.push('')
      }
    }
  }

  /** A number, or the words for it, opens a passage; where a browser cannot do that, a link leads to the same evidence. */
  checkTwin(link, button, scope) {
    const { at, document } = this
    this.checkElement(link, scope)
    const number = /^note-(\d+)$/.exec(button.attributes.get('popovertarget') ?? '')?.[1]
    const piece = document?.evidence?.find((each) => String(each.number) === number)
    const isSame = piece !== undefined && link.attributes.get('href') === `#${piece.key}`
    demand(isSame, at, 'leads to another passage than it opens')
    const said = plain(contentOf(button))
    demand(!/^\d+$/.test(said) || said === number, at, `opens passage ${number} by the number ${said}`)
  }

  checkText(block, scope, node) {
    const text = plain(block)
    if (text === '') return
    const shown = JSON.stringify(block.trim().slice(0, 80))
    demand(
      this.isCompared(node) || this.isSaid(text, scope),
      this.at,
      `says ${shown}, which is no part of what was published`,
    )
    this.note(node, text)
    // The name of a fact may be the word for a level in some language.
    if (scope.levels === null || node.name === 'dt' || !this.isLevel(text)) return
    demand(
      scope.levels.some((level) => plain(level) === text),
      this.at,
      `shows another level than was published: ${shown}`,
    )
  }

  /** Which text stands in which named part, so that what has to be there can be asked for. */
  note(node, text) {
    for (let part = node; part !== null; part = part.parent) {
      const id = part.attributes.get('id')
      if (id !== undefined) this.seen.add(`${id} ${text}`)
    }
    this.seen.add(` ${text}`)
  }

  isLevel(text) {
    const { tell } = this.words
    const labels = [
      ...[...LEVELS, 'disputed'].map((level) => tell(`scale.level.${level}`, {})),
      ...HEADINGS.map((heading) => tell(`scale.heading.${heading}`, {})),
    ]
    return labels.some((label) => plain(label) === text)
  }

  checkTime(node) {
    const { at, words, instants } = this
    const instant = node.attributes.get('datetime') ?? ''
    demand(isInstant(instant), at, 'has a time that is none')
    demand(instants.has(instant), at, `names a time at which nothing was published: ${instant}`)
    checkInstant(node, words, at)
    return '\u0001'
  }

  checkElement(node, scope) {
    const { at } = this
    for (const [name, value] of node.attributes) {
      demand(isKnownAttribute(name), at, `has an attribute that no page has: ${name}`)
      if (SPOKEN.includes(name) && node.name !== 'time')
        demand(
          (name === 'aria-label' && this.isCompared(node)) || this.isSaid(plain(value), scope),
          at,
          `says ${JSON.stringify(value.slice(0, 80))}, which is no part of what was published`,
        )
    }
    const { attributes } = node
    const isDrawn = isWithin(node, 'figure')
    const hides = (attributes.get('class') ?? '')
      .split(/\s+/)
      .filter((word) => isHiding(word, node.name) && (!isDrawn || word in HIDDEN_ON))
    demand(hides.length === 0, at, `takes something out of sight: ${hides.join(' ')}`)
    const hidden = attributes.get('aria-hidden')
    demand(
      hidden === undefined || node.name === 'svg' || plain(contentOf(node)).length < 6,
      at,
      'hides something from readers',
    )
    if (attributes.has('href')) this.checkLink(node, attributes.get('href'), scope)
    if (attributes.has('cite')) demand(scope.links.has(attributes.get('cite')), at, `cites ${attributes.get('cite')}`)
    if (attributes.has('popovertarget'))
      demand(this.ids.has(attributes.get('popovertarget')), at, 'opens what is not there')
  }

  checkLink(node, href, scope) {
    const { at, account, words } = this
    const leads = `leads to ${href}, where nothing that was published leads`
    if (href.startsWith('#')) {
      demand(this.ids.has(href.slice(1)), at, leads)
      const claims = this.document?.claims ?? []
      const said = claims.filter(({ text }) => plain(text) === plain(contentOf(node))).map(({ key }) => `#${key}`)
      demand(said.length === 0 || said.includes(href), at, leads)
      return
    }
    if (/^https?:/i.test(href)) {
      demand(scope.links.has(href), at, leads)
      return
    }
    const to = addressWithin(href, account.file)
    const prefixOf = (language) => (language === 'en' ? '' : `/${language}`)
    const known = account.leads(prefixOf(words.language), account.languages.map(prefixOf))
    demand(known.has(to), at, leads)
    const [, number] = /\/v\/(\d+)$/.exec(to) ?? []
    const isSaid =
      number === undefined || number === String(account.leaf.number) || numbersIn(contentOf(node)).includes(number)
    demand(isSaid, at, `${leads}: ${contentOf(node)}`)
  }

  /** The summary, letter by letter, with its citations where they were. */
  checkSummary(node) {
    const wanted = plain([...this.runs(this.document.summary)].join(''))
    const spoken = this.scope({
      ...this.frame.facts,
      said: [...this.frame.facts.said, ...this.document.evidence.flatMap(namesOf)],
      numbers: this.document.evidence.map(({ number }) => number),
    })
    const pieces = []
    const collect = (part) => {
      for (const [place, child] of part.children.entries())
        if (typeof child === 'string') pieces.push(child)
        else if (isTwin(child, part.children[place - 1])) this.checkTwin(child, part.children[place - 1], spoken)
        else collect(child)
    }
    collect(node)
    demand(plain(pieces.join('')) === wanted, this.at, 'says something else in its summary than was published')
    for (const part of within(node)) this.checkElement(part, { ...spoken, links: new Set() })
    const shown = [...within(node)].filter(({ name }) => name === 'button')
    const cited = [...citationsIn(this.document.summary)]
    demand(shown.length === cited.length, this.at, 'cites otherwise than was published')
    for (const [place, { attributes }] of shown.entries())
      demand(attributes.get('popovertarget') === `note-${cited[place]}`, this.at, 'opens another passage than it cites')
  }

  *runs(blocks) {
    for (const block of blocks) {
      if (block.kind === 'quotation') yield* this.runs(block.blocks)
      else if (block.kind === 'list') for (const item of block.items) yield* this.runs(item)
      else for (const part of block.content) yield 'text' in part ? part.text : String(part.citation)
    }
  }

  /** What has to stand in a part, by itself. */
  wants(id, text, what) {
    demand(this.seen.has(`${id} ${plain(text)}`), this.at, `does not say ${what}: ${JSON.stringify(text.slice(0, 80))}`)
  }
}

const siblingBefore = (node) => node.parent?.children[node.parent.children.indexOf(node) - 1]
const isTwin = (node, before) =>
  node.name === 'a' &&
  before?.name === 'button' &&
  node.attributes.get('aria-label') === before.attributes.get('aria-label') &&
  plain(contentOf(node)) === plain(contentOf(before))

const isWithin = (node, name) => node !== null && (node.name === name || isWithin(node.parent, name))
const namesOf = (piece) =>
  piece.isConfidential ? [piece.description] : [piece.source.outlet, piece.source.title, piece.origin?.party]

function* citationsIn(blocks) {
  for (const block of blocks) {
    if (block.kind === 'quotation') yield* citationsIn(block.blocks)
    else if (block.kind === 'list') for (const item of block.items) yield* citationsIn(item)
    else for (const part of block.content) if ('citation' in part) yield part.citation
  }
}

const instantsIn = (document) => [
  ...document.claims.map(({ finding }) => finding.concludedAt),
  ...document.evidence.flatMap((piece) => (piece.isConfidential ? [] : [piece.capture.capturedAt])),
]

/** An address of the site, whether it is written as such or, in a copy, as the way from one file to another. */
function addressWithin(href, file) {
  if (href.startsWith('/') || /^https?:/.test(href)) return href
  const { pathname, hash } = new URL(href, `http://copy/${file ?? ''}`)
  const path = pathname.replace(/\/?index\.html$/, '').replace(/^\/(api\/.+)\/v\/(\d+)\.json$/, '/$1?v=$2')
  return (path === '' ? '/' : path) + hash
}

/** Pages that were read and found in order, by everything that they were read against: each is met again at the next look. */
const inOrder = new Set()

/** `words`: the interface's own, by language. `account`: what the log and the data say beside the document. */
export function checkPage(bytes, of, document, words, at) {
  const html = textOf(bytes) ?? ''
  const language = /<html[^>]* lang="([a-z]+)"/.exec(html)?.[1] ?? 'en'
  const account = { ...of, notices: of.notices.filter((each) => each.language === null || each.language === language) }
  const own = words.languages.get(language)
  const { document: translated } = account.translations.get(language) ?? { document: null }
  const shown = document?.kind === 'account' && translated !== null ? inOtherWords(document, translated) : document
  demand(own !== undefined, at, `is in a language that the list of words has not: ${language}`)
  const met = hashText(JSON.stringify([html, account.facts, words.hash]))
  const here = {
    language,
    words: own,
    languages: [...words.languages.keys()],
    own: `/${at}`,
    file: of.file,
    at,
    origin: of.origin,
  }
  const around = checkAround(html, here)
  if (inOrder.has(met)) return around
  checkHead(around.head, { account, original: document, document: shown, language }, words, at)
  const whole = /<main\b[^]*<\/main>/.exec(html)?.[0] ?? ''
  const reviews = []
  const main = whole.replace(/<script type="application\/ld\+json">([^<]*)<\/script>/g, (_, review) => {
    reviews.push(parseJson(utf8(review), at))
    return ''
  })
  checkReviews(reviews, account, document, around, at)
  demand(html.split(/<main\b/i).length === 2 && html.split(/<\/main/i).length === 2, at, 'has not one main part')
  const page = new Page(
    main,
    {
      ...account,
      ...{ translated, original: document?.language ?? null, languages: [...words.languages.keys()] },
    },
    shown,
    own,
    at,
  ).read()
  checkShown(page, account, shown, own)
  if (shown?.kind === 'account') for (const check of [checkMap, checkShape, checkLevels, checkTimeline]) check(page)
  if (!page.isHeard) page.compare()
  if (inOrder.size > 10_000) inOrder.clear()
  inOrder.add(met)
  return around
}

/** What search engines are told of each claim that somebody makes and that has a level: its words, its level, and where it appeared. */
function reviewsOf(document, { leaf: { at }, origin, slug }) {
  const work = (source) => {
    const url = source.url ?? source.archiveUrl
    if (url === null) return []
    const headline = source.title === null ? {} : { headline: source.title }
    const publisher = source.outlet === null ? {} : { publisher: { '@type': 'Organization', name: source.outlet } }
    return [{ '@type': 'CreativeWork', url, ...headline, ...publisher }]
  }
  const { scale } = document.rules
  return document.claims.flatMap((claim) => {
    const { value, label } = scale.find(({ level }) => level === claim.finding.level)
    if (value === null || claim.claimants.length === 0) return []
    const authors = claim.claimants.map(({ name, kind }) => ({
      ...{ '@type': kind === 'person' ? 'Person' : 'Organization', name },
    }))
    const first = claim.firstAppearance
    const isDay = /^\d{4}(-(0\d|1[0-2])(-\d\d)?)?$/.test(first?.when ?? '')
    const [appeared] = first?.source ? work(first.source) : []
    const own = document.evidence.filter(
      (piece) => !piece.isConfidential && piece.claim === claim.key && piece.stance === 'supports',
    )
    const works = [...new Map(own.flatMap(({ source }) => work(source)).map((each) => [each.url, each])).values()]
    return [
      {
        ...{
          '@context': 'https://schema.org',
          '@type': 'ClaimReview',
          url: `${origin}/incidents/${slug}#${claim.key}`,
        },
        ...{ claimReviewed: claim.text, datePublished: at, inLanguage: document.language },
        author: { '@type': 'Organization', name: document.organisation.name, url: `${origin}/` },
        reviewRating: { '@type': 'Rating', ratingValue: value, bestRating: 5, worstRating: 1, alternateName: label },
        itemReviewed: {
          ...{ '@type': 'Claim', author: authors.length === 1 ? authors[0] : authors },
          ...(isDay && { datePublished: first.when }),
          ...(appeared && { firstAppearance: appeared }),
          ...(works.length > 0 && { appearance: works }),
        },
      },
    ]
  })
}

/** They are on the newest page of an account that stands, in English, where the site lets search engines in. */
function checkReviews(reviews, account, document, { language, robots }, at) {
  const isStanding =
    document?.kind === 'account' && account.supersededBy === null && account.notices.every(({ isOfText }) => !isOfText)
  const isThere = isStanding && !account.isVersionPage && language === 'en' && !robots.startsWith('noindex')
  const wanted = isThere ? reviewsOf(document, account) : []
  demand(same(reviews, wanted), at, 'tells search engines something else than was published')
}

const FRAME = new Set([...TAGS, ...'body br hr form input button label select option aside strong'.split(' ')])
const LISTED = new Set([...FRAME, 'ins', 'del'])
/** And of the pages of the method, the data and the log, which have tables: what stands in one cell does not stand in the next. */
const TABLED = new Set([...FRAME, ...'caption pre table tbody td th thead tr'.split(' ')])
const FRAME_ATTRIBUTES = /^(?:hidden|selected|name|value|action|method|for|placeholder|maxlength|autocomplete)$/

/** A page without the line that says as of when it is, which is hidden while it is as of now and may say nothing else. */
function besideAsOf(body, words, at, note = () => undefined) {
  const line =
    /<p(?: hidden="" data-as-of="true"| role="status")(?: class="[^"<>]*")?>([^<]*)<time(?: data-as-of="time"| datetime="([^"]*)")>([^<]*)<\/time>([^<]*)<\/p>/i
  return body.replace(line, (_, then, instant = '', said, rest) => {
    const options = { dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' }
    const when = isInstant(instant) ? `${formatter(words.locale, options).format(new Date(instant))} UTC` : ''
    const whole = words.tell('frame.asOf', { when })
    const isSo = plain(unescapeHtml(then + said + rest)) === plain(whole) && plain(said) === plain(when)
    demand(isSo, at, `says ${JSON.stringify(unescapeHtml(then + said + rest))} of how new it is`)
    if (when !== '') note(instant)
    return ''
  })
}

/** A page of a language as it is in another. */
function inLanguage(own, from, to) {
  const rest = own.slice(prefixOf(from).length).replace(/^\/(?=\?|$)/, '')
  return (rest === '' || rest.startsWith('?') ? prefixOf(to) || '/' : prefixOf(to)) + rest
}

/** Links around the main part: to the pages that every page leads to, and to this one in other languages. Returns what is left. */
function frameLinks(tree, page, organisation) {
  const { words, language, languages, own, file, at } = page
  const { tell } = words
  const prefix = prefixOf(language)
  const ways = new Map(
    [
      [tell('frame.skip'), ['#main']],
      [organisation, [prefix || '/']],
      ...['corrections', 'method', 'data'].map((id) => [tell(`frame.${id}`), [`${prefix}/${id}`]]),
      // A copy says that it is one, and leads to the log by the same name.
      [tell('frame.log'), [`${prefix}/log`, ...(file === null ? [] : ['/log'])]],
      [tell('frame.latest'), [prefix || '/']],
      [tell('frame.feed'), [`${prefix}/feed.atom`]],
      [tell('frame.signIn'), ['/signin', `${page.origin}/signin`]],
      ...languages.map((each) => [languageName(each, { locale: localeOf(each) }), [inLanguage(own, language, each)]]),
    ].map(([said, to]) => [plain(said), to]),
  )
  const left = []
  for (const node of [...within(tree)].filter(({ attributes }) => attributes.has('href'))) {
    const href = node.attributes.get('href')
    const to = href.startsWith('#') ? href : addressWithin(href, file)
    const said = plain(contentOf(node))
    // A copy leads to the page of the site that it is one of.
    const isSite = file !== null && said === new URL(page.origin).host && to.startsWith(`${page.origin}/`)
    if (isSite) continue
    const known = ways.get(said)
    if (known === undefined) left.push([said, to])
    else demand(known.includes(to), at, `leads around its main part to ${to} by the name of ${contentOf(node)}`)
  }
  return left
}

/** What is around the main part is the site's own: the same on every page of a language, and nothing in it runs or is hidden anew. */
function checkAround(html, page) {
  const { language, words, at } = page
  const [, opening = '', head, body] =
    /^<!doctype html>(<html\b[^>]*>)<head>([^]*)<\/head>(<body\b[^]*<\/body>)<\/html>\s*$/i.exec(html) ?? []
  demand(head !== undefined && !/<(?:head|body|html)\b/i.test(head), at, 'is not well written')
  demand(/^<html(?: (?:lang|dir|class)="[^"<>]*")*>$/.test(opening), at, 'begins as no page does')
  let asOf = null
  const rest = besideAsOf(body.replace(/<main\b[^]*<\/main>/, ''), words, at, (instant) => (asOf = instant))
  const tree = readTree(rest.replace(/<!--[^]*?-->/g, ''), at, FRAME)
  const marks = [...within(tree)].map(({ name, attributes }) => {
    for (const label of attributes.keys())
      demand(isKnownAttribute(label) || FRAME_ATTRIBUTES.test(label), at, `has an attribute that no page has: ${label}`)
    const spoken = ['aria-label', 'title', 'alt', 'placeholder', 'value'].map((label) => attributes.get(label) ?? '')
    return [name, attributes.get('class') ?? '', attributes.has('hidden'), ...spoken]
  })
  const { items, sheets } = readHead(head, at)
  const robots = items.find(({ attributes }) => attributes.get('name') === 'robots')?.attributes.get('content') ?? ''
  const organisation = metaOf(items, 'og:site_name')
  const links = frameLinks(tree, page, organisation)
  const look = canonical([opening, marks, organisation, links])
  const isAsked = page.isAsked === true
  return { language, head: items, sheets, text: plain(contentOf(tree)), look, organisation, robots, isAsked, asOf }
}

const metaOf = (items, name) =>
  items
    .find(({ attributes }) => [attributes.get('property'), attributes.get('name')].includes(name))
    ?.attributes.get('content') ?? ''

const HEAD_TOKEN = /<(title)>([^<]*)<\/title>|<(meta|link)((?:\s+[a-z][a-z:-]*="[^"<]*")*)\s*\/?>/iy

/** The head of a page in pieces, and the stylesheets that it names. */
function readHead(head, at) {
  const items = []
  HEAD_TOKEN.lastIndex = 0
  while (HEAD_TOKEN.lastIndex < head.length) {
    const from = HEAD_TOKEN.lastIndex
    const [whole, title, said = '', name = '', given = ''] = HEAD_TOKEN.exec(head) ?? []
    demand(
      whole !== undefined,
      at,
      `holds in its head what no page does: ${JSON.stringify(head.slice(from, from + 60))}`,
    )
    const attributes = new Map()
    for (const [, label, value] of given.matchAll(/([a-z][a-z:-]*)="([^"]*)"/gi)) {
      demand(!attributes.has(label.toLowerCase()), at, `has an attribute twice: ${label}`)
      attributes.set(label.toLowerCase(), unescapeHtml(value))
    }
    items.push({ name: (title ?? name).toLowerCase(), text: unescapeHtml(said), attributes })
  }
  const sheets = items.filter(({ attributes }) => attributes.get('rel') === 'stylesheet')
  for (const { attributes } of sheets)
    demand(
      [...attributes.keys()].every((label) => /^(?:rel|href|data-precedence)$/.test(label)),
      at,
      'has a stylesheet for some readers',
    )
  return { items, sheets: sheets.map(({ attributes }) => attributes.get('href') ?? '') }
}

/** What never differs, by the name of it. */
const HEAD_FIXED = {
  viewport: /^width=device-width, initial-scale=1$/,
  'color-scheme': /^light dark$/,
  referrer: /^no-referrer$/,
  robots: /^(?:no)?index, (?:no)?follow$/,
  'content-security-policy': /^default-src 'none'; script-src 'none'/i,
  'og:type': /^article$/,
  'og:image:type': /^image\/png$/,
  'og:image:width': /^1200$/,
  'og:image:height': /^630$/,
  'twitter:card': /^summary_large_image$/,
  'twitter:image:type': /^image\/png$/,
  'twitter:image:width': /^1200$/,
  'twitter:image:height': /^630$/,
}

/** What the page is called and how it is described where it is shared or found: exactly what was published leads to. */
function wantedInHead({ account, document, language }, words) {
  const own = words.languages.get(language)
  const spoken = words.languages.get(document?.language) ?? words.languages.get('en')
  const suffix = account.isNewest ? '' : ` (${own.tell('account.version', { number: account.leaf.number })})`
  const of = (title, description, shared, mark) => {
    const alt = mark === null ? shared : spoken.tell('share.alt', { title: shared, mark })
    return { title: title + suffix, description, alt }
  }
  if (document === null) {
    const mark = words.languages.get('en').tell('front.redacted', {})
    const shared = words.languages.get('en').tell('front.redactedTitle', {})
    return of(own.tell('account.redacted.label', {}), own.tell('account.redacted.title', {}), shared, mark)
  }
  const { title } = document.incident
  const gone = spoken.tell('front.retracted', {})
  if (document.kind === 'retraction')
    return of(own.tell('account.retracted.title', { title }), document.note.slice(0, 300), title, gone)
  const { text, finding } = document.claims.find(({ isCentral }) => isCentral)
  const isAgain = account.notices.some(({ isOfText }) => !isOfText)
  const stands = isAgain ? spoken.tell('front.reexamined', {}) : levelWords(finding, spoken)
  const description = `${own.tell(`scale.heading.${finding.heading}`, {})}: ${text}`
  return of(title, description, title, account.isRetracted ? gone : stands)
}

function checkHead(items, page, words, at) {
  const { account, original, language } = page
  const wanted = wantedInHead(page, words)
  const organisation = metaOf(items, 'og:site_name')
  const said = {
    ...{ title: `${wanted.title} · ${organisation}`, description: wanted.description },
    ...{ 'og:title': wanted.title, 'og:description': wanted.description, 'og:image:alt': wanted.alt },
    ...{ 'twitter:title': wanted.title, 'twitter:description': wanted.description, 'twitter:image:alt': wanted.alt },
    ...{ 'article:published_time': account.leaf.at },
  }
  const seen = new Set()
  const once = (name) => {
    demand(!seen.has(name), at, `says in its head twice: ${name}`)
    seen.add(name)
  }
  for (const { name, text, attributes } of items) {
    if (name === 'link') checkHeadLink(attributes, { account, original, language }, words, once, at)
    else if (name === 'title') {
      once(name)
      demand(plain(text) === plain(said.title), at, `is called ${JSON.stringify(text)}, which is not its title`)
    } else if (!attributes.has('charset')) {
      const label =
        attributes.get('name') ?? attributes.get('property') ?? attributes.get('http-equiv')?.toLowerCase() ?? ''
      const content = attributes.get('content') ?? ''
      once(label)
      const isSaid = label in said && plain(content) === plain(said[label])
      const isFixed = HEAD_FIXED[label]?.test(content) ?? false
      const isOther =
        label === 'og:site_name' ||
        (/^(?:og:url|og:image|twitter:image)$/.test(label) && isOwnAddress(content, account, words))
      demand(
        isSaid || isFixed || isOther,
        at,
        `says in its head ${label}: ${JSON.stringify(content.slice(0, 80))}, which was not published`,
      )
    }
  }
  for (const name of ['title', 'description']) demand(seen.has(name), at, `has no ${name} in its head`)
}

const prefixOf = (language) => (language === 'en' ? '' : `/${language}`)

/** An address of the account itself, or of its picture. */
function isOwnAddress(href, { slug, leaf, origin }, words) {
  if (!URL.canParse(href, origin)) return false
  const { origin: from, pathname, search, hash } = new URL(href, origin)
  const own = [...words.languages.keys()].map((each) => `${prefixOf(each)}/incidents/${slug}`)
  const known = own.flatMap((path) => [path, `${path}/v/${leaf.number}`].flatMap((each) => [each, `${each}/card.png`]))
  return from === origin && search === '' && hash === '' && known.includes(pathname)
}

function checkHeadLink(attributes, { account, original, language }, words, once, at) {
  const [rel, href = '', type, into] = ['rel', 'href', 'type', 'hreflang'].map((each) => attributes.get(each))
  const plainPath = `/incidents/${account.slug}`
  const leads = `leads in its head to ${href}, where nothing that was published leads`
  if (rel === 'stylesheet') return
  once(`${rel} ${type ?? into ?? ''}`)
  if (rel === 'icon')
    return demand(/^\/icon\.svg(?:\?[\w.-]*\.svg)?$/.test(addressWithin(href, account.file)), at, leads)
  const to = addressWithin(href, account.file)
  demand(URL.canParse(to, account.origin), at, leads)
  const { origin, pathname, searchParams, hash } = new URL(to, account.origin)
  const isOwn = origin === account.origin && hash === ''
  if (rel === 'canonical')
    return demand(isOwn && isOwnAddress(href, account, words) && !/card\.png$|\/v\//.test(pathname), at, leads)
  demand(rel === 'alternate', at, `has a link in its head that no page has: ${rel}`)
  if (into !== undefined) {
    const places = [words.languages.has(into) ? prefixOf(into) + plainPath : null]
    if (into === 'x-default' || into === original?.language) places.push(plainPath)
    return demand(isOwn && places.includes(pathname), at, leads)
  }
  const feeds = { 'application/atom+xml': 'atom', 'application/rss+xml': 'rss', 'application/feed+json': 'json' }
  if (type in feeds) return demand(isOwn && pathname === `${prefixOf(language)}/feed.${feeds[type]}`, at, leads)
  const isEmbed = /^(?:application\/json|text\/xml)\+oembed$/.test(type) && pathname === '/oembed'
  demand(isOwn && isEmbed && isOwnAddress(searchParams.get('url') ?? '', account, words), at, leads)
}

/** What became of a version, in words of the interface alone: told where it is so, by its time, and nowhere else. */
function checkStanding(page, account, document, words) {
  const { at, seen } = page
  const isText = document !== null
  const standing = account.notices.filter(({ isOfText }) => !isOfText)
  const gone = account.notices.filter(({ isOfText }) => isOfText)
  const { number } = account.leaf
  const by = account.supersededBy
  const isReplaced = isText && by !== null && by !== account.retractedBy
  const told = {
    'account.notice.retracted': isText && account.isRetracted ? [{}] : [],
    'account.notice.superseded': isReplaced ? [{ number, by }] : [],
    'account.notice.reexamined': isText ? standing : [],
    ...Object.fromEntries(
      ['byline', 'capture', 'publication', 'translation'].map((kind) => [
        `account.notice.${kind}`,
        gone.filter((each) => each.kind === kind),
      ]),
    ),
    'account.retracted.text': document?.kind === 'retraction' ? [{}] : [],
    'account.redacted.text': isText ? [] : [{ number }],
    // Its heading says in some languages what the notice of it begins with.
    'account.redacted.title': isText ? [] : [{}],
  }
  const texts = [...seen].filter((each) => each.startsWith(' ')).map((each) => each.slice(1))
  const due = Object.entries(told).flatMap(([key, facts]) =>
    facts.map((values) => [key, plain(words.tell(key, { number, by, ...values, when: '\u0001' }))]),
  )
  // One message can begin as another does.
  const wanted = new Set(due.map(([, text]) => text))
  const pieces = Object.keys(told)
    .map(words.piece)
    .filter((piece) => piece !== '')
  for (const text of texts.filter((each) => pieces.some((piece) => each.includes(piece))))
    demand(wanted.has(text), at, `says that something became of it which did not: ${text}`)
  for (const [key, text] of due)
    demand(!key.startsWith('account.notice.') || seen.has(` ${text}`), at, `does not say what became of it: ${text}`)
  if (document?.kind === 'account')
    for (const key of ['account.retracted.label', 'account.redacted.label', 'account.redacted.title'])
      demand(
        !words.isOnly(key) || !seen.has(` ${plain(words.tell(key, {}))}`),
        at,
        `says of what stands: ${words.tell(key, {})}`,
      )
}

/** What was published has to be there, each in its place. */
function checkShown(page, account, document, words) {
  const { at, ids } = page
  const proof = [...within(page.tree)].filter(({ attributes }) => attributes.has('data-log-index'))
  const isOwn = proof.length === 1 && proof[0].attributes.get('data-log-index') === String(account.place.index)
  demand(isOwn, at, 'does not name its place in the log')
  demand(contentOf(proof[0]).includes(account.leaf.sha256), at, 'does not name the hash that its entry has')
  // A version whose text is gone shows why, and nothing of what became of the account.
  for (const { reason, isOfText } of account.notices)
    if (document !== null || isOfText) page.wants('', reason, 'what readers were told')
  checkStanding(page, account, document, words)
  if (document === null) return
  page.wants('', document.incident.title, 'its title')
  if (document.kind === 'retraction') return page.wants('', document.note, 'why it was retracted')
  page.wants('', judgedBy(account, document, words), 'by how many it was judged')
  demand(ids.has('summary'), at, 'has no summary')
  const shown = [...ids.keys()].filter((id) => /^[ce]-[0-9a-f]{10}$/.test(id)).sort()
  const wanted = [...document.claims, ...document.evidence].map(({ key }) => key).sort()
  demand(canonical(shown) === canonical(wanted), at, 'shows other claims or evidence than were published')
  for (const heading of HEADINGS.filter((each) => ids.has(each)))
    page.wants(`${heading}-title`, words.tell(`scale.heading.${heading}`, {}), 'its heading')
  for (const claim of document.claims) {
    const { key, text, finding } = claim
    page.wants(key, text, 'a claim')
    page.wants(key, levelWords(finding, words), 'its level')
    for (const { reason } of finding.dissent) page.wants(key, reason, 'a reason that was released')
    const parts = [...within(ids.get(key))].map(contentOf).map(plain)
    for (const said of judgedWords(claim, document, words).slice(0, 2))
      demand(
        parts.some((part) => part.includes(plain(said))),
        at,
        `does not say of ${key}: ${said}`,
      )
    demand(isUnder(ids.get(key), bestHeading(claim, document)), at, `shows ${key} under another heading`)
  }
  for (const piece of document.evidence) {
    const note = ids.get(`note-${piece.number}`)
    demand(note !== undefined, at, `has no passage ${piece.number}`)
    if (piece.claim !== null)
      demand(isUnder(ids.get(piece.key), piece.claim), at, `shows evidence ${piece.number} elsewhere`)
    const said = piece.isConfidential ? piece.description : piece.quotation.exact
    page.wants(piece.key, said, `evidence ${piece.number}`)
    demand(plain(contentOf(note)).includes(plain(said)), at, `has another passage ${piece.number} than was published`)
    if (!piece.isConfidential && piece.translation !== null)
      for (const id of [piece.key, `note-${piece.number}`]) page.wants(id, piece.translation.text, 'a translation')
  }
}

const isUnder = (node, id) => node !== null && (node.attributes.get('id') === id || isUnder(node.parent, id))

/** Rivals stand beside each other, under the heading of the one that stands best. */
function bestHeading(claim, document) {
  const side = document.claims.filter(({ key }) => key === claim.key || claim.rivals.includes(key))
  return side.map(({ finding }) => finding.heading).sort((a, b) => HEADINGS.indexOf(a) - HEADINGS.indexOf(b))[0]
}

// ── Times in words ──

const MONTHS = 'January February March April May June July August September October November December'.split(' ')
const SEASONS = ['spring', 'summer', 'autumn', 'winter']
/** The number of the first season where a month would stand (ISO 8601-2). */
const SPRING = 21

/** One end of a time (EDTF level 1), in parts; undefined for what is none. */
function readPoint(text) {
  const form = /^(?:(\d{3})X|(\d{4})(?:-(\d\d?)(?:-(\d\d?))?)?)([?~%]?)$/i
  const [whole, decade, year, month, day, mark] = form.exec(text) ?? []
  if (whole === undefined) return undefined
  const exact = day !== undefined ? 'day' : month === undefined ? 'year' : Number(month) < SPRING ? 'month' : 'season'
  return {
    ...{ unit: decade === undefined ? exact : 'decade', year: Number(year ?? `${decade}0`) },
    ...{ month: Number(month ?? 0), day: Number(day ?? 0) },
    ...{ isAbout: mark === '~' || mark === '%', isUnsure: mark === '?' || mark === '%' },
  }
}

/** Both ends of a time, null for an open one; undefined for what is none. Of a point both are the same. */
function readWhen(edtf) {
  const [from, to = from, ...more] = edtf.split('/').map((end) => (end === '' || end === '..' ? null : readPoint(end)))
  const isKnown = more.length === 0 && from !== undefined && to !== undefined && (from !== null || to !== null)
  return isKnown ? { from, to, isPoint: !edtf.includes('/') || edtf.split('/')[0] === edtf.split('/')[1] } : undefined
}

const isAlike = (a, b) => a.isAbout === b.isAbout && a.isUnsure === b.isUnsure

/** A time as a page in this language has it. */
function whenWords(edtf, words) {
  const when = readWhen(edtf)
  if (when === undefined) return edtf
  return words.language === 'en' ? whenInEnglish(when) : whenAbroad(when, words)
}

const markedInEnglish = (text, { isAbout, isUnsure }) =>
  `${isAbout ? 'about ' : ''}${text}${isUnsure ? ' (uncertain)' : ''}`

function pointInEnglish({ unit, year, month, day }) {
  if (unit === 'day') return `${day} ${MONTHS[month - 1]} ${year}`
  if (unit === 'month') return `${MONTHS[month - 1]} ${year}`
  if (unit === 'season') return `${SEASONS[month - SPRING]} ${year}`
  return unit === 'decade' ? `the ${year}s` : String(year)
}

function whenInEnglish({ from, to, isPoint }) {
  const say = (point) => markedInEnglish(pointInEnglish(point), point)
  if (isPoint) return say(from)
  if (from === null) return `${say(to)} or earlier`
  if (to === null) return `${say(from)} or later`
  if (!isAlike(from, to)) return `from ${say(from)} to ${say(to)}`
  return markedInEnglish(periodInEnglish(from, to), from)
}

function periodInEnglish(from, to) {
  const whole = pointInEnglish(to)
  if (from.unit !== to.unit || from.year !== to.year)
    return from.unit === 'year' && to.unit === 'year' ? `${from.year}–${to.year}` : `${pointInEnglish(from)} – ${whole}`
  if (from.unit === 'month') return `${MONTHS[from.month - 1]}–${whole}`
  if (from.unit !== 'day') return `${pointInEnglish(from)}–${whole}`
  return from.month === to.month ? `${from.day}–${whole}` : `${from.day} ${MONTHS[from.month - 1]} – ${whole}`
}

function whenAbroad({ from, to, isPoint }, words) {
  const { tell, locale } = words
  const format = ({ unit }) =>
    formatter(locale, {
      year: 'numeric',
      ...(unit !== 'year' && { month: 'long' }),
      ...(unit === 'day' && { day: 'numeric' }),
    })
  const instant = ({ year, month, day }) => Date.UTC(year, Math.max(0, month - 1), day || 1)
  const bare = (point) => {
    const year = String(point.year)
    if (point.unit === 'decade') return tell('time.decade', { year })
    if (point.unit === 'season') return tell(`time.${SEASONS[point.month - SPRING]}`, { year })
    return format(point).format(instant(point))
  }
  const marked = (text, { isAbout, isUnsure }) => {
    const near = isAbout ? tell('time.about', { when: text }) : text
    return isUnsure ? tell('time.uncertain', { when: near }) : near
  }
  const say = (point) => marked(bare(point), point)
  if (isPoint) return say(from)
  if (from === null) return tell('time.orEarlier', { when: say(to) })
  if (to === null) return tell('time.orLater', { when: say(from) })
  if (!isAlike(from, to) || from.unit !== to.unit) return tell('time.fromTo', { from: say(from), to: say(to) })
  return marked(format(from).formatRange(instant(from), instant(to)), from)
}

const DAY = 86_400_000

/** The first and last day that one end of a time may mean, in days since 1970. */
function daysOf({ unit, year, month, day }) {
  const isDated = unit === 'day' || unit === 'month'
  const last =
    unit === 'day'
      ? Date.UTC(year, month - 1, day)
      : Date.UTC(year + (unit === 'decade' ? 9 : 0), unit === 'month' ? month : 12, 0)
  return [Date.UTC(year, isDated ? month - 1 : 0, day || 1) / DAY, last / DAY]
}

/** The days that a time may mean, and how many of its ends are vague; undefined for one that cannot be drawn. An open end is drawn three days long. */
function spanOf(edtf) {
  const when = edtf === null ? undefined : readWhen(edtf)
  if (when === undefined) return undefined
  const [first] = when.from === null ? [daysOf(when.to)[1] - 3] : daysOf(when.from)
  const last = when.to === null ? daysOf(when.from)[0] + 3 : daysOf(when.to)[1]
  const isVague = (end) => end === null || end.isAbout || end.isUnsure || end.unit === 'season'
  return { from: first, to: last, vague: [when.from, when.to].filter(isVague).length }
}

// ── What a page has to say, from its first word to its last ──

/**
 * A page’s text in pieces: strings, and what stands beside them unseen: where a link leads (`to`), what a part is called
 * (`id`), what is read aloud of it (`label`), an instant (`time`), a text of which the hash alone is known (`hash`), a summary in which changes are marked, and where a cell of a table begins (`cell`).
 */
const PIECE = {
  to: '\u0002',
  id: '\u0003',
  label: '\u0004',
  time: '\u0005',
  hash: '\u0006',
  marked: '\u0007',
  cell: '\u0008',
}
const encoded = (piece) => {
  if (typeof piece === 'string') return plain(piece)
  const [[kind, value]] = Object.entries(piece)
  return PIECE[kind] + (kind === 'label' ? plain(value) : value) + PIECE[kind]
}
const readable = (piece) => (typeof piece === 'string' ? piece.trim() : Object.values(piece)[0])

const NAMED_PART =
  /^(?:[ce]-[0-9a-f]{10}|note-\d+|cited-\d+-\d+|summary|established|likely|disputed|unverified|unlikely|when|where|people|background|notes|versions|proof)$/

/** What a node says, without its pictures. A map and what stands under it are looked at by themselves. */
function* heardIn(node, page) {
  const { file, hashes, isList = false, isChanges = false, isCard = false, isTabled = false, named = NAMED_PART } = page
  for (const [place, child] of node.children.entries()) {
    if (typeof child === 'string') yield child
    else if (child.name === 'time' && !isCard) yield { time: child.attributes.get('datetime') ?? '' }
    else if (isTwin(child, node.children[place - 1]) || isUnheard(child, isList)) continue
    else if (isChanges && isMarked(child)) yield { marked: '' }
    else if ((isChanges ? child.name === 'p' : isHashed(child)) && isAmong(hashes, child))
      yield { hash: hashText(contentOf(child)) }
    else {
      const [id, label, href] = ['id', 'aria-label', 'href'].map((name) => child.attributes.get(name))
      if (isTabled && CELLS.has(child.name)) yield { cell: '' }
      if (id !== undefined && named.test(id)) yield { id }
      if (label !== undefined) yield { label }
      if (href !== undefined) yield { to: href.startsWith('#') ? href : addressWithin(href, file) }
      for (const name of ['value', 'placeholder'])
        if (child.attributes.get(name)) yield { label: child.attributes.get(name) }
      yield* heardIn(child, page)
    }
  }
}
const isUnheard = (node, isList) =>
  node.name === 'svg' ||
  (node.name === 'figure' &&
    node.children.some(({ name }) => name === 'figcaption') &&
    (isList || isUnder(node, 'where')))
const isHashed = (node) => (node.name === 'bdi' || node.name === 'p') && isNoted(node)
const isNoted = (node) => node !== null && (node.attributes.get('role') === 'note' || isNoted(node.parent))

/** Everything that was published, each once, in its order and at its place, and nothing besides. */
function checkHeard(heard, wanted, at) {
  const [own, due] = [heard, wanted].map((pieces) =>
    pieces.map((piece) => ({ piece, code: encoded(piece) })).filter(({ code }) => code !== ''),
  )
  const [text, whole] = [own, due].map((pieces) => pieces.map(({ code }) => code).join(''))
  if (text === whole) return
  let from = 0
  while (text[from] === whole[from]) from++
  const near = (pieces) => {
    let end = 0
    const place = pieces.findIndex(({ code }) => (end += code.length) > from)
    const said = place < 0 ? [] : pieces.slice(place, place + 3)
    return JSON.stringify(
      said
        .map(({ piece }) => readable(piece))
        .join(' ')
        .slice(0, 100),
    )
  }
  throw new Wrong(at, `says ${near(own)} where ${near(due)} was published`)
}

/** What a script asks of a page: its facts, its words, and the addresses and notes as its language has them. */
function speakerOf({ account, document, words }) {
  const { slug, leaf, isVersionPage } = account
  const prefix = prefixOf(words.language)
  const own = `/incidents/${slug}`
  return {
    ...{ account, document, words, prefix, original: account.original },
    addressOf: (rest = '') => `${prefix}${own}${rest}`,
    /** This very page in another language. */
    addressIn: (language) => `${prefixOf(language)}${own}${isVersionPage ? `/v/${leaf.number}` : ''}`,
    lineOf: (number) => [...account.versions, ...account.elder].find((line) => line.number === number),
    noteOf: ({ number, note }) => account.notes.get(words.language)?.get(number) ?? note,
  }
}

const TICKS = [
  ['day', 1, 1],
  ['day', 2, 2],
  ['day', 7, 7],
  ['month', 1, 30],
  ['month', 3, 91],
  ['month', 6, 182],
  ['year', 1, 365],
  ['year', 2, 730],
  ['year', 5, 1826],
  ['year', 10, 3652],
  ['year', 50, 18262],
  ['year', 100, 36525],
]
const MOST_TICKS = 5

/** Under which days, months or years the bars of a timeline stand. */
function ticksIn(from, to) {
  const [unit, every] = TICKS.find(([, , days]) => (to - from) / days <= MOST_TICKS) ?? TICKS.at(-1)
  if (unit === 'day')
    return Array.from({ length: Math.ceil((to - from) / every) }, (_, at) => ({ day: from + at * every, unit }))
  const start = new Date(from * DAY)
  const months = unit === 'month' ? every : 12 * every
  const first = Math.floor((start.getUTCFullYear() * 12 + start.getUTCMonth()) / months) * months
  return Array.from({ length: MOST_TICKS + 2 }, (_, at) => first + at * months)
    .map((month) => ({ day: Date.UTC(Math.floor(month / 12), month % 12, 1) / DAY, unit }))
    .filter(({ day }) => day >= from && day < to)
}

const TICK = {
  day: { day: 'numeric', month: 'short' },
  month: { month: 'short', year: 'numeric' },
  year: { year: 'numeric' },
}
const BARS = ['fill-ink stroke-ink', 'fill-paper stroke-ink', 'fill-accent stroke-accent']

/** Each bar of the timeline stands over the days that are meant, in the look of what it is. */
function checkTimeline({ ids, document, words, at }) {
  const rows = timelineOf(document)
  if (rows.length === 0) return
  const spans = rows.flatMap(({ span }) => span ?? [])
  const [first, end] = [Math.min(...spans.map(({ from }) => from)), Math.max(...spans.map(({ to }) => to)) + 1]
  const room = end - first < 3 ? 1 : 0
  const [from, to] = [first - room, end + room]
  const hundredth = (value) => Math.round(value * 100) / 100
  const across = (day) => hundredth(5 + (90 * (day - from)) / Math.max(1, to - from))
  const [axis, ...bars] = [...within(ids.get('when'))].filter(({ name }) => name === 'svg')
  const shown = [...within(axis)].filter(({ name }) => name === 'text')
  const ticks = ticksIn(from, to).map(({ day, unit }) => {
    return [`${across(day)}%`, plain(formatter(words.locale, TICK[unit]).format(new Date(day * DAY)))]
  })
  const said = shown.map((node) => [node.attributes.get('x'), plain(contentOf(node))])
  demand(same(said, ticks) && bars.length === rows.length, at, 'draws its timeline over other days')
  const drawn = ({ from: begin, to: last }) => [`${across(begin)}%`, `${hundredth(across(last + 1) - across(begin))}%`]
  const happened = rows.find(({ kind }) => kind === 0)?.span
  for (const [place, { kind, span, stances }] of rows.entries()) {
    const rects = [...within(bars[place])].filter(({ name }) => name === 'rect')
    const due = [...(happened ? [drawn(happened)] : []), ...(span ? [drawn(span)] : [])]
    const own = rects.slice(0, due.length).map(({ attributes }) => [attributes.get('x'), attributes.get('width')])
    const isWhole = rects.length === due.length + 3 * (span?.vague ?? 0)
    const isAgainst = kind === 2 && stances.length === 1 && stances[0].stance === 'disputes'
    const look = isAgainst ? 'fill-paper stroke-accent' : BARS[kind]
    const isSeen = !span || look === rects[due.length - 1]?.attributes.get('class')
    demand(
      isWhole && same(own, due) && isSeen,
      at,
      `draws line ${place + 1} of its timeline otherwise than it was published`,
    )
  }
}

/** Under a map stands what it shows of the place, and which countries are in view: which they are, this program cannot tell. */
function checkMap({ ids, document, words, at }) {
  const figures = [...within(ids.get('where') ?? { children: [] })].filter(({ name }) => name === 'figure')
  if (figures.length === 0) return
  const { name: place, precision } = document.incident.place
  const tell = (key, values) => plain(words.tell(`account.place.${key}`, values))
  const textOf = (name) =>
    [...within(figures[0])]
      .filter((node) => node.name === name)
      .map(contentOf)
      .map(plain)
      .join()
  const area = precision === 'exact' || precision === 'vicinity' ? 'point' : precision
  const [before, after] = tell('near', { countries: '\u0001' }).split('\u0001')
  const said = textOf('desc')
  const isSaid = (precision === 'country' ? ['outline', area] : [area]).some((shown) => {
    const known = tell(shown)
    const rest = said.slice(known.length)
    const isNear = rest.startsWith(before) && rest.endsWith(after)
    return said.startsWith(known) && (rest === '' || rest === tell('sea') || isNear)
  })
  const isAlike =
    [said, said + tell('borders')].includes(textOf('figcaption')) && textOf('title') === tell('map', { place })
  demand(figures.length === 1 && isSaid && isAlike, at, `says otherwise of its map than the place is known: ${said}`)
}

/** How a summary is built, with its words: what is a heading, a list or a quotation is told by elements alone. */
function* shapeOf(blocks) {
  for (const block of blocks) {
    if (block.kind === 'quotation') yield* ['<blockquote>', ...shapeOf(block.blocks), '</blockquote>']
    else if (block.kind === 'list') {
      const name = block.isOrdered ? 'ol' : 'ul'
      yield `<${name}${block.isOrdered ? ` ${block.start}` : ''}>`
      for (const item of block.items) yield* ['<li>', ...shapeOf(item), '</li>']
      yield `</${name}>`
    } else {
      const name = block.kind === 'paragraph' ? 'p' : `h${block.level + 1}`
      yield `<${name}>`
      for (const part of block.content.filter((each) => 'text' in each)) {
        const marks = [...(part.isBold ? ['strong'] : []), ...(part.isItalic ? ['em'] : [])]
        yield* [
          ...marks.map((mark) => `<${mark}>`),
          plain(part.text),
          ...[...marks].reverse().map((mark) => `</${mark}>`),
        ]
      }
      yield `</${name}>`
    }
  }
}

const SHAPES = new Set('p h3 h4 blockquote ul ol li strong em'.split(' '))

function* shapeIn(node) {
  for (const child of node.children)
    if (typeof child === 'string') yield plain(child)
    else if (child.name === 'sup') continue
    else if (!SHAPES.has(child.name)) yield* shapeIn(child)
    else {
      const start = child.name === 'ol' ? ` ${child.attributes.get('start') ?? 1}` : ''
      yield* [`<${child.name}${start}>`, ...shapeIn(child), `</${child.name}>`]
    }
}

/** Its blocks are what they were published as, and nothing else in it is set apart. */
function checkShape({ ids, document, at }) {
  // A word that keeps its number is cut from the words before it.
  const joined = (shape) =>
    [...shape].join('').replace(/<(strong|em)><\/\1>|<\/em><\/strong><strong><em>|<\/(?:strong><strong|em><em)>/g, '')
  const summary = ids.get('summary')
  demand(
    joined(shapeIn(summary)) === joined(shapeOf(document.summary)),
    at,
    'shows its summary otherwise set than was published',
  )
}

/** Colours and pictures of levels are those of the claim: as many blocks as there are ballots, the finding marked. */
function checkLevels({ tree, ids, document, words, at }) {
  const label = words.tell('account.central.label')
  const central = [...within(tree)].filter(({ attributes }) => attributes.get('aria-label') === label)
  let signs
  for (const claim of document.claims) {
    const notes = document.evidence.filter((piece) => piece.claim === claim.key).map(({ number }) => `note-${number}`)
    const places = [claim.key, ...notes].map((id) => ids.get(id))
    for (const place of [...places, ...(claim.isCentral ? central : [])]) {
      for (const node of [place, ...within(place)]) {
        if (isWithin(node, 'svg')) continue
        const named = [...(node.attributes.get('class') ?? '').matchAll(LEVEL_NAME)].map(([, level]) => level)
        const isOwn = named.every((level) => level === markOf(claim.finding))
        demand(isOwn, at, `shows ${claim.key} in the colours of another level: ${named.join(', ')}`)
      }
      for (const picture of [...within(place)].filter(isOfBallots)) {
        checkBallots(picture, claim, { words, at })
        signs ??= signsIn(picture)
        demand(same([...signs], [...signsIn(picture)]), at, 'draws levels with more than one sign each')
      }
      if (signs !== undefined) checkSigns(place, claim, signs, at)
    }
  }
  return signs === undefined ? '' : canonical([...signs])
}

const LEVEL_NAME = /(?:^|[\s:-])(confirmed|probable|possible|doubtful|improbable|unknown|disputed)(?=$|[\s/-])/g
const isOfBallots = ({ name, attributes, parent }) =>
  name === 'svg' && attributes.get('role') === 'img' && !isWithin(parent, 'figure') && !isWithin(parent, 'svg')

/** Lines, and which of them are filled, cut or dashed: “Confirmed” and “Probably true” are the same lines. */
const strokesOf = (node) => [...within(node)].map(({ attributes }) => [...attributes].join(' ')).join()

/** The sign of each level, as it stands under the ballots. */
function signsIn(picture) {
  const parts = picture.children.filter((child) => child.name === 'g')
  const drawn = parts.map((part) =>
    part.children
      .filter(({ name }) => name === 'svg')
      .map(strokesOf)
      .join(),
  )
  return new Map(LEVELS.map((level, at) => [level, drawn[at]]))
}

/** Beside the word for a level stands its sign. */
function checkSigns(place, { finding, key }, signs, at) {
  const wanted = signs.get(markOf(finding))
  if (wanted === undefined) return
  const marks = [...within(place)].filter(
    ({ name, parent }) => name === 'svg' && parent.name === 'span' && !isWithin(parent, 'svg'),
  )
  for (const mark of marks.filter(({ parent }) => !isWithin(parent, 'summary')))
    demand(strokesOf(mark) === wanted, at, `shows ${key} with the sign of another level`)
}

function checkBallots(picture, { finding, key }, { words, at }) {
  const parts = picture.children.filter((child) => child.name === 'g')
  const shown = parts.map((part) => part.children.filter(({ name }) => name === 'rect').length)
  // Under the level that was found stands a bar.
  const due = LEVELS.map((level) => finding.distribution[level] + (level === finding.level ? 1 : 0))
  const title = picture.children.filter(({ name }) => name === 'title').map(contentOf)
  const isCalled = title.length === 1 && plain(title[0]) === plain(words.tell('account.claim.ballots'))
  demand(same(shown, due) && isCalled, at, `draws other ballots of ${key} than were cast`)
}

/** What the page of a version says, by what it is. */
function* pageScript(page) {
  const { document } = page
  if (document === null) yield* redactedScript(page)
  else if (document.kind === 'retraction') yield* retractedScript(page)
  else yield* accountScript(page)
  yield* versionsScript(page)
  yield* proofScript(page)
}

function* accountScript(page) {
  const { document } = page
  const sections = sectionsOf(document)
  const central = document.claims.find(({ isCentral }) => isCentral)
  yield* noticesScript(page)
  yield* languageScript(page)
  yield* headlineScript(page)
  yield* centralScript(central, page)
  yield* contentsScript(sections, page)
  yield* summaryScript(page)
  for (const section of sections) yield* sectionScript(section, page)
  yield* timelineScript(page)
  yield* placeScript(page)
  yield* peopleScript(page)
  yield* backgroundScript(page)
  yield* relatedScript(page)
  yield* notesScript(page)
  yield* judgedByScript(page)
}

function* retractedScript(page) {
  const { document, account, words } = page
  yield* noticesScript(page)
  yield words.tell('account.retracted.label')
  yield document.incident.title
  yield* words.say('account.retracted.text', { when: [{ time: account.leaf.at }] })
  yield words.tell('account.retracted.why')
  yield document.note
}

function* redactedScript(page) {
  const { account, words } = page
  const { leaf, newest } = account
  yield words.tell('account.redacted.label')
  yield words.tell('account.redacted.title')
  yield* words.say('account.redacted.text', { number: leaf.number, when: [{ time: leaf.at }] })
  if (leaf.number !== newest) {
    yield { to: page.addressOf() }
    yield words.tell('account.notice.newest', { number: newest })
  }
  yield* redactionsScript(page)
}

function* correctionScript({ kind, number, note, hash }, page) {
  yield page.words.tell(`scale.correction.${kind}`)
  if (note === null && hash === undefined) return
  yield ':'
  yield hash === undefined ? page.noteOf({ number, note }) : { hash }
}

/** What became of it. */
function* noticesScript(page) {
  const { account, words } = page
  const { number } = account.leaf
  const standing = account.notices.filter(({ isOfText }) => !isOfText)
  const [retraction, next] = [account.retractedBy, account.supersededBy].map((by) => by && page.lineOf(by))
  if (retraction) {
    yield* words.say('account.notice.retracted', { when: [{ time: retraction.at }] })
    yield retraction.hash === undefined ? (page.noteOf(retraction) ?? '') : { hash: retraction.hash }
    yield { to: page.addressOf() }
    const isNewest = retraction.number === account.newest
    yield words.tell(`account.notice.${isNewest ? 'now' : 'newest'}`, { number: account.newest })
  }
  if (next && next.number !== retraction?.number) {
    yield* words.say('account.notice.superseded', { number, by: next.number, when: [{ time: next.at }] })
    if (next.kind !== null) yield* correctionScript(next, page)
    yield { to: page.addressOf() }
    yield words.tell('account.notice.newest', { number: account.newest })
    yield '·'
    yield { to: page.addressOf('/changes') }
    yield words.tell('account.notice.changed')
  }
  for (const { at, reason } of standing) {
    yield* words.say('account.notice.reexamined', { when: [{ time: at }] })
    yield reason
  }
  yield* redactionsScript(page)
}

function* redactionsScript({ account, words }) {
  for (const { kind, at, reason } of account.notices.filter(({ isOfText }) => isOfText)) {
    yield* words.say(`account.notice.${kind}`, { when: [{ time: at }] })
    yield reason
  }
}

/** In which language it is, and in which it could be read. */
function* languageScript(page) {
  const { account, words, original } = page
  const { language } = words
  const others = account.translatedInto.filter((each) => each !== language)
  const own = account.translations.get(language)
  const isTranslated = own !== undefined && own.document !== null
  const isForeign = original.split('-')[0] !== language
  if (isTranslated) yield* translatedScript(own, page)
  else if (isForeign) {
    const { number } = account.leaf
    const name = { number, language: languageName(original, words) }
    if (own?.isTakenBack) {
      yield* words.say('translation.takenBack', { when: [{ time: own.leaf.at }] })
      yield { hash: own.leaf.note }
    }
    const older = account.newestIn.get(language)
    yield words.tell(older === undefined ? 'translation.none' : 'translation.noneYet', name)
    if (older !== undefined) {
      yield { to: page.addressOf(`/v/${older}`) }
      yield words.tell('translation.older', { number: older })
    }
  }
  if (others.length > 0) yield* words.say('translation.also', { languages: [...othersScript(others, page)] })
}

function* othersScript(others, page) {
  for (const [place, language] of others.entries()) {
    if (place > 0) yield '·'
    yield { to: page.addressIn(language) }
    yield languageName(language, { locale: localeOf(language) })
  }
}

function* translatedScript({ leaf }, page) {
  const { account, words, original } = page
  const name = languageName(original, words)
  yield* words.say('translation.of', {
    ...{ number: account.leaf.number, language: name },
    when: [{ time: account.leaf.at }],
  })
  yield* words.say('translation.published', { when: [{ time: leaf.at }] })
  if (leaf.note !== null) {
    yield words.tell('translation.note')
    yield ':'
    yield { hash: leaf.note }
  }
  const [base] = original.split('-')
  if (!account.languages.includes(base)) return
  yield { to: page.addressIn(base) }
  yield words.tell('translation.original')
  yield `(${name})`
}

/** “The district of …” says already how exactly it is known. */
const SAID_WITH_NAME = ['district', 'region']

function* whereScript({ occurred, place }, words) {
  if (occurred === null && place === null) yield words.tell('scale.where.nothingKnown')
  else {
    yield occurred === null ? words.tell('scale.where.dateUnknown') : whenWords(occurred, words)
    if (place !== null) {
      yield '·'
      yield* words.say(`scale.where.${place.precision}`, { place: [place.name] })
    }
  }
}

function* headlineScript(page) {
  const { account, document, words } = page
  const { incident, bylines } = document
  yield words.tell(`scale.type.${incident.type}`)
  yield incident.title
  yield* whereScript(incident, words)
  if (incident.place !== null && !SAID_WITH_NAME.includes(incident.place.precision)) {
    yield words.comma
    yield words.tell(`scale.precision.${incident.place.precision}`)
  }
  if (bylines.length > 0) yield words.tell('account.by', { names: words.list(bylines) })
  yield* words.say('account.published', { number: account.leaf.number, when: [{ time: account.leaf.at }] })
  if (account.correction !== null) yield* correctionScript(account.correction, page)
}

const markOf = ({ heading, level }) => (heading === 'disputed' ? 'disputed' : level)

function* markScript(finding, words, isHeaded = false) {
  const isDisputed = finding.heading === 'disputed'
  if (!(isHeaded && isDisputed)) yield words.tell(`scale.level.${markOf(finding)}`)
  if (isDisputed) yield words.tell('account.claim.middle', { level: words.tell(`scale.level.${finding.level}`) })
}

function* ballotsScript(finding, words) {
  const casts = LEVELS.filter((level) => finding.distribution[level] > 0).map((level) =>
    words.tell('account.claim.castFor', {
      count: finding.distribution[level],
      level: words.tell(`scale.level.${level}`),
    }),
  )
  const ballots = words.tell('account.ballots', { count: finding.ballots })
  yield words.tell('account.claim.cast', { ballots, list: words.list(casts) })
  yield agreementWords(finding, words) ?? ''
}

const concludedScript = (finding, words) => words.say('account.claim.judged', { when: [{ time: finding.concludedAt }] })

function* centralScript({ key, text, finding, origins }, { words }) {
  yield { label: words.tell('account.central.label') }
  yield words.tell('account.central.label')
  yield words.tell(`scale.heading.${finding.heading}`)
  yield text
  yield* markScript(finding, words, true)
  yield* ballotsScript(finding, words)
  yield words.tell('scale.origins', { count: origins.count })
  yield { to: `#${key}` }
  yield words.tell('account.central.rests')
  yield* concludedScript(finding, words)
}

/** Claims under their headings: rivals stand together, under the heading of the one that stands best. */
function sectionsOf({ claims }) {
  const groups = []
  for (const claim of claims) {
    const known = groups.find((group) => group.some((other) => other.rivals.includes(claim.key)))
    if (known) known.push(claim)
    else groups.push([claim])
  }
  const rank = ({ finding }) => HEADINGS.indexOf(finding.heading)
  for (const group of groups) group.sort((a, b) => rank(a) - rank(b))
  return HEADINGS.map((heading) => {
    const is = ({ finding }) => finding.heading === heading
    const here = groups.filter(([first]) => is(first))
    const elsewhere = groups.flatMap((group) => (here.includes(group) ? [] : group.filter(is)))
    return { heading, groups: here, elsewhere, count: here.flat().filter(is).length + elsewhere.length }
  }).filter(({ groups: here, elsewhere }) => here.length + elsewhere.length > 0)
}

function* contentsScript(sections, { document, words }) {
  const { incident, evidence } = document
  const title = words.tell('account.contents')
  yield { label: title }
  yield title
  const line = (id, label, note = '') => [{ to: `#${id}` }, label, note]
  yield* line('summary', words.tell('account.summary'))
  for (const { heading, count } of sections)
    yield* line(heading, words.tell(`scale.heading.${heading}`), words.tell('account.claims', { count }))
  const times = [incident.occurred, ...evidence.map((piece) => (piece.isConfidential ? null : piece.source.published))]
  if (times.filter((time) => time !== null).length > 1) yield* line('when', words.tell('account.timeline.title'))
  if (incident.place !== null) yield* line('where', words.tell('account.place.title'))
  if (incident.parties.length > 0) yield* line('people', words.tell('account.people.title'))
  if (evidence.some(({ claim }) => claim === null)) yield* line('background', words.tell('account.background.title'))
  yield* line('versions', words.tell('account.versions.title'))
}

/** What a piece of evidence is called. */
const evidenceName = (piece, { tell }) =>
  piece.isConfidential
    ? piece.description
    : (piece.source.outlet ?? piece.source.title ?? piece.origin?.party ?? tell('account.evidence.noName'))
const numberedName = (piece, words) =>
  words.tell('account.evidence.name', { number: String(piece.number), name: evidenceName(piece, words) })

function* summaryScript({ document, words }) {
  yield words.tell('account.summary')
  yield { id: 'summary' }
  const occurrences = new Map()
  for (const part of inlinesIn(document.summary)) {
    if ('text' in part) {
      yield part.text
      continue
    }
    const { citation } = part
    const occurrence = (occurrences.get(citation) ?? 0) + 1
    occurrences.set(citation, occurrence)
    yield { id: `cited-${citation}-${occurrence}` }
    yield {
      label: numberedName(
        document.evidence.find(({ number }) => number === citation),
        words,
      ),
    }
    yield String(citation)
  }
}

function* inlinesIn(blocks) {
  for (const block of blocks) {
    if (block.kind === 'quotation') yield* inlinesIn(block.blocks)
    else if (block.kind === 'list') for (const item of block.items) yield* inlinesIn(item)
    else yield* block.content
  }
}

function* sectionScript({ heading, groups, elsewhere }, page) {
  const { words } = page
  yield { id: heading }
  yield words.tell(`scale.heading.${heading}`)
  yield words.tell(`scale.headingMeaning.${heading}`)
  for (const group of groups) {
    if (group.length > 1) {
      yield questionOf(group, page)
      yield words.tell('account.claim.rivals')
    }
    for (const claim of group) yield* claimScript(claim, group.length > 1, page)
  }
  for (const { key, text, finding } of elsewhere) {
    yield words.tell(`scale.level.${markOf(finding)}`)
    yield { to: `#${key}` }
    yield text
    yield words.tell('account.claim.rivalElsewhere')
  }
}

const questionOf = (group, { document }) => document.claims.find((claim) => group.includes(claim)).question.text

function* claimScript(claim, isBesideRival, page) {
  const { document, words } = page
  const { finding } = claim
  yield { id: claim.key }
  if (!isBesideRival) yield claim.question.text
  yield claim.text
  yield* markScript(finding, words)
  yield* claimantsScript(claim, words)
  yield* ballotsScript(finding, words)
  for (const { level, reason } of finding.dissent) {
    yield words.tell('account.claim.dissent', { level: words.tell(`scale.level.${level}`) })
    yield reason
  }
  yield* concludedScript(finding, words)
  yield* originsScript(claim, page)
  const pieces = claim.evidence.flatMap((own) => document.evidence.find(({ number }) => number === own) ?? [])
  const [supporting, disputing] = ['supports', 'disputes'].map((way) => pieces.filter(({ stance }) => stance === way))
  yield* evidenceScript(words.tell('account.claim.support', { count: supporting.length }), supporting, page)
  if (disputing.length > 0)
    yield* evidenceScript(words.tell('account.claim.against', { count: disputing.length }), disputing, page)
}

/** Where something appeared: its outlet and title. */
const appearanceName = (by, { comma, quoted }) =>
  [by?.outlet, by?.title != null && quoted(by.title)].filter(Boolean).join(comma) || null

/** What leads to a source, where it has an address that a browser opens, and what it is called there. */
const sourced = (url, ...pieces) => [...(/^https?:\/\//i.test(url ?? '') ? [{ to: url }] : []), ...pieces]

function* claimantsScript({ claimants, firstAppearance }, words) {
  const names = claimants.map(({ name, kind }) =>
    words.tell('account.claim.claimant', { name, kind: words.tell(`scale.party.${kind}`) }),
  )
  if (names.length > 0) yield words.tell('account.claim.claimants', { names: words.list(names) })
  if (firstAppearance === null) return
  const { source } = firstAppearance
  const when = firstAppearance.when === null ? null : whenWords(firstAppearance.when, words)
  const name = appearanceName(source, words)
  if (name === null) {
    if (when !== null) yield words.tell('account.claim.firstWhen', { when })
    return
  }
  const key = when === null ? 'account.claim.firstIn' : 'account.claim.firstInWhen'
  yield* words.say(key, { source: sourced(source.url ?? source.archiveUrl, name), when })
}

function* originsScript(claim, page) {
  const { document, words } = page
  const { count, groups, unattributed } = claim.origins
  yield words.tell('account.origins.support', { origins: words.tell('scale.origins', { count }) })
  if (count > 0) yield words.tell('account.origins.once')
  const chains = chainsOf(claim, page)
  if (chains.length > 0) {
    for (const group of groups.filter(({ reasons }) => reasons.length > 0)) {
      yield `${group.name}:`
      for (const sentence of group.reasons) {
        const numbers = joinedBy(sentence, group, document)
        if (numbers !== null) yield words.tell('account.origins.joined', { numbers: words.list(numbers.map(String)) })
        yield reasonWords(sentence, words)
      }
    }
    yield words.tell('account.origins.inWords')
    for (const { number, labels, group } of chains) {
      yield words.tell('account.origins.passed', { number: String(number), chain: labels.join(words.cameFrom) })
      yield words.comma
      yield group === null
        ? words.tell('account.origins.uncounted')
        : words.tell('account.origins.counted', { name: group })
    }
  }
  if (unattributed.length > 0)
    yield words.tell('account.origins.unattributed', { numbers: words.list(unattributed.map(String)) })
  const drawn = [...groups.flatMap(({ evidence }) => evidence), ...unattributed]
  const isSupporting = (number) => document.evidence.find((piece) => piece.number === number)?.stance === 'supports'
  if (claim.evidence.some((number) => isSupporting(number) && !drawn.includes(number)))
    yield words.tell('account.origins.hidden')
}

/** A document’s own sentence for why origins are one, in the reader’s words; as it is where it is none that is known. */
function reasonWords(sentence, { tell, semicolon }) {
  const key = (name) => `account.origins.because.${name}`
  for (const [whole, name] of [
    ['They are the reporting of one article.', 'article'],
    ['Their own reporting is one text.', 'text'],
  ])
    if (sentence === whole) return tell(key(name))
  const [, told] = /^Their own reporting is one text: (.+)\.$/s.exec(sentence) ?? []
  if (told !== undefined) {
    const steps = told.split('; ').map((step) => step.split(/ is a (reprint|translation|scraped copy) of /))
    if (!steps.every(([from, , to, ...more]) => from && to && more.length === 0)) return sentence
    const named = (name) => (name === 'another article' ? tell(key('another')) : name)
    const said = steps.map(([from, kind, to]) =>
      tell(key(kind === 'scraped copy' ? 'scrape' : kind), { from: named(from), to: named(to) }),
    )
    return tell(key('copies'), { steps: said.join(semicolon) })
  }
  for (const [form, name, unnamed] of NAMED_REASONS) {
    const [, said] = form.exec(sentence) ?? []
    if (said !== undefined) return said === unnamed ? tell(key(`${name}Unnamed`)) : tell(key(name), { name: said })
  }
  return sentence
}

const NAMED_REASONS = [
  [/^They go back to the same origin: (.+)\.$/s, 'origin', 'one origin'],
  [/^They come from the same side: (.+)\.$/s, 'side', 'one side'],
  [/^They come from (.+)\.$/s, 'party', 'the same party'],
]

/** Of which of a group's evidence a sentence speaks, where it is not the only one, of all, and names no articles. */
function joinedBy(sentence, group, { incident, evidence }) {
  for (const [form, because] of NAMED_REASONS) {
    const [, name] = form.exec(sentence) ?? []
    if (name === undefined) continue
    const members = incident.sides.find((side) => side.name === name)?.parties ?? []
    const isOf = {
      origin: ({ channel }) => channel === name,
      side: ({ party }) => members.includes(party),
      party: ({ party }) => party === name,
    }
    const numbers = evidence
      .filter(({ number, origin }) => group.evidence.includes(number) && origin && isOf[because](origin))
      .map(({ number }) => number)
    const isAll = numbers.length === group.evidence.length
    return numbers.length < 2 || (isAll && group.reasons.length === 1) ? null : numbers
  }
  return null
}

/** The steps by which the evidence of a claim goes back to its origins: in columns, each column in the order that lets links cross little. */
function chainsOf(claim, { document, words }) {
  const nodes = new Map()
  const links = new Map()
  const draw = (number, group) => {
    const piece = document.evidence.find((each) => each.number === number)
    if (piece === undefined) return
    const steps = stepsOf(piece, group, words)
    for (const [place, step] of steps.entries()) {
      if (!nodes.has(step.id)) nodes.set(step.id, { ...step, evidence: [] })
      const { evidence } = nodes.get(step.id)
      if (!evidence.includes(number)) evidence.push(number)
      const before = steps[place - 1]
      if (before) links.set(JSON.stringify([before.id, step.id]), { from: before.id, to: step.id })
    }
  }
  const confidential = words.tell('account.origins.confidential')
  for (const [place, { name, evidence }] of claim.origins.groups.entries())
    for (const number of evidence)
      draw(number, { id: `group:${place}`, label: name === 'A confidential source' ? confidential : name })
  for (const number of claim.origins.unattributed) draw(number, null)
  const ordered = inColumns([...nodes.values()], [...links.values()])
  const sources = ordered.filter(({ kind }) => kind === 'source')
  return [...new Set(sources.flatMap(({ evidence }) => evidence))].map((number) => {
    const own = ordered.filter(({ evidence }) => evidence.includes(number))
    return {
      number,
      labels: own.filter(({ kind }) => kind !== 'group').map(({ label }) => label),
      group: own.find(({ kind }) => kind === 'group')?.label ?? null,
    }
  })
}

/** From the article over relays to the origin, and what that counts as. */
function stepsOf(piece, group, { tell }) {
  const counted = group === null ? [] : [{ ...group, kind: 'group' }]
  const step = (kind, id, label) => ({ kind, id: `${kind}:${JSON.stringify(id)}`, label })
  if (piece.isConfidential) return [step('source', piece.number, piece.description), ...counted]
  const { source, origin, relays } = piece
  const { outlet, title, url, published } = source
  return [
    step('source', [outlet, title, url, published], outlet ?? title ?? tell('account.evidence.unknownOutlet')),
    ...[...relays].reverse().map((relay) => step('relay', relay, relay)),
    origin === null
      ? step('origin', piece.number, tell('account.origins.unknown'))
      : step(
          'origin',
          [origin.party, origin.channel, origin.dated],
          origin.party === null ? origin.channel : `${origin.party}: ${origin.channel}`,
        ),
    ...counted,
  ]
}

function inColumns(nodes, links) {
  const depth = depthsOf(nodes, links)
  const columns = Array.from({ length: Math.max(0, ...depth.values()) + 1 }, () => [])
  for (const node of nodes) columns[depth.get(node.id)].push(node)
  const row = new Map()
  const pull = ({ id, kind }) => {
    const ends = links.filter(({ from }) => from === id).flatMap(({ to }) => row.get(to) ?? [])
    return ends.length === 0 ? (kind === 'group' ? 0 : 2) : ends.reduce((sum, end) => sum + end, 0) / ends.length
  }
  for (const column of [...columns].reverse()) {
    column.sort((a, b) => pull(a) - pull(b))
    for (const [place, { id }] of column.entries()) row.set(id, (place + 0.5) / column.length)
  }
  return columns.flat()
}

/** Relays stand as many columns in as they are steps from the sources, origins behind all of them, groups last. */
function depthsOf(nodes, links) {
  const kinds = new Map(nodes.map(({ id, kind }) => [id, kind]))
  const depth = new Map(nodes.map(({ id, kind }) => [id, kind === 'source' ? 0 : 1]))
  const steps = links.filter(({ to }) => kinds.get(to) === 'relay')
  for (let round = 0, hasMoved = true; hasMoved && round < nodes.length; round++) {
    hasMoved = false
    for (const { from, to } of steps) {
      const wanted = Math.min(depth.get(from) + 1, nodes.length)
      if (wanted <= depth.get(to)) continue
      depth.set(to, wanted)
      hasMoved = true
    }
  }
  const last = Math.max(0, ...nodes.filter(({ kind }) => kind === 'relay').map(({ id }) => depth.get(id)))
  for (const { id, kind } of nodes)
    if (kind === 'origin' || kind === 'group') depth.set(id, last + (kind === 'origin' ? 1 : 2))
  return depth
}

const outletWords = ({ source }, { tell }) =>
  source.outlet ?? tell(source.kind === 'own_work' ? 'account.evidence.ownWork' : 'account.evidence.unknownOutlet')
const publishedWords = ({ source }, words) =>
  source.published === null ? words.tell('account.evidence.dateUnknown') : whenWords(source.published, words)

function* evidenceScript(label, pieces, page) {
  yield label
  if (pieces.length === 0) yield page.words.tell('account.claim.none')
  for (const piece of pieces) yield* pieceScript(piece, page)
}

function* pieceScript(piece, { document, words }) {
  const { number, key } = piece
  yield { id: key }
  yield { label: words.tell('account.evidence.number', { number: String(number) }) }
  yield String(number)
  if (piece.isConfidential) {
    yield piece.description
    yield words.tell('account.evidence.confidential')
  } else {
    if (piece.translation !== null) yield piece.translation.text
    yield piece.quotation.exact
    yield outletWords(piece, words)
    yield words.comma
    yield publishedWords(piece, words)
    const open = words.tell('account.evidence.open')
    yield { label: `${open}: ${numberedName(piece, words)}` }
    yield open
  }
  const count = [...citationsIn(document.summary)].filter((each) => each === number).length
  for (let at = 1; at <= count; at++) {
    yield { to: `#cited-${number}-${at}` }
    yield count === 1 ? words.tell('account.evidence.back') : words.tell('account.evidence.backOf', { count, at })
  }
}

/** When the incident was, and when each source and origin spoke of it, earliest first; what has no date comes last. */
function timelineOf({ incident, evidence, claims }) {
  const central = claims.find(({ isCentral }) => isCentral)?.key
  const open = evidence.filter((piece) => !piece.isConfidential)
  const numbersOf = (pieces) => pieces.map(({ number }) => number).sort((a, b) => a - b)
  const grouped = (pieces, keyOf, rowOf) => {
    const groups = new Map()
    for (const piece of pieces) put(groups, JSON.stringify(keyOf(piece)), piece)
    return [...groups.values()].map((group) => ({
      ...rowOf(group[0]),
      evidence: numbersOf(group),
      // Of many claims, that on the central one alone.
      stances: ['supports', 'disputes'].flatMap((stance) => {
        const numbers = numbersOf(group.filter((piece) => piece.claim === central && piece.stance === stance))
        return numbers.length === 0 ? [] : [{ stance, numbers }]
      }),
    }))
  }
  const rows = [
    ...(incident.occurred === null ? [] : [{ kind: 0, when: incident.occurred, evidence: [], stances: [] }]),
    ...grouped(
      open.filter(({ origin }) => origin !== null && origin.dated !== null),
      ({ origin: { party, channel, dated } }) => [party, channel, dated],
      ({ origin: { party, channel, dated } }) => ({ kind: 1, when: dated, who: party, what: channel }),
    ),
    ...grouped(
      open,
      ({ source: { outlet, title, url, published } }) => [outlet, title, url, published],
      ({ source: { outlet, title, published } }) => ({ kind: 2, when: published, who: outlet, what: title }),
    ),
  ].map((row) => ({ ...row, span: spanOf(row.when), day: spanOf(row.when)?.from ?? Infinity }))
  const apart = (a, b) => (a.day === b.day ? 0 : a.day - b.day)
  const isFirst = (a, b) => a.kind === 0 || b.kind === 0
  rows.sort((a, b) =>
    isFirst(a, b) ? a.kind - b.kind : apart(a, b) || a.kind - b.kind || a.evidence[0] - b.evidence[0],
  )
  return rows.filter(({ day }) => day !== Infinity).length < 2 ? [] : rows
}

function* timelineScript({ document, words }) {
  const rows = timelineOf(document)
  if (rows.length === 0) return
  const { tell } = words
  yield { id: 'when' }
  yield tell('account.timeline.title')
  yield tell('account.timeline.text')
  for (const { kind, when, who, what, evidence, stances } of rows) {
    yield when === null ? tell('account.timeline.undated') : whenWords(when, words)
    yield '·'
    if (kind === 0) {
      yield tell('account.timeline.incident')
      continue
    }
    if (kind === 1) yield `${tell('account.timeline.origin')}:`
    yield who ?? what ?? tell('account.evidence.unknownOutlet')
    if (kind === 2) {
      const others = evidence.filter((number) => !stances.some(({ numbers }) => numbers.includes(number)))
      for (const { stance, numbers } of [...stances, { stance: 'other', numbers: others }]) {
        if (numbers.length === 0) continue
        if (stances.length > 0) yield `${words.comma}${tell(`account.timeline.${stance}`)}`
        for (const number of numbers) {
          const piece = document.evidence.find((each) => each.number === number)
          yield { label: numberedName(piece, words) }
          yield String(number)
        }
      }
    }
    if (who !== null && what !== null) yield what
  }
  yield tell('account.timeline.band')
}

function* placeScript({ document, words }) {
  const { place } = document.incident
  if (place === null) return
  const { tell, comma } = words
  yield { id: 'where' }
  yield tell('account.place.title')
  yield `${place.name}${comma}${tell(`scale.precision.${place.precision}`)}`
  const others = place.names.filter(({ name }) => name !== place.name)
  const named = ({ name, language, romanisation }) => {
    if (language === null) return name
    return `${name} (${languageName(language, words)}${romanisation === null ? '' : `${comma}${romanisation}`})`
  }
  if (others.length > 0) yield* words.say('account.place.also', { names: [others.map(named).join(comma)] })
  if (place.latitude !== null && place.longitude !== null) {
    const digits = digitsOf(place)
    const format = new Intl.NumberFormat(words.locale, { minimumFractionDigits: digits, maximumFractionDigits: digits })
    const said = (value, [below, above]) =>
      tell(`account.place.${value < 0 ? below : above}`, { degrees: format.format(Math.abs(value)) })
    const [latitude, longitude] = [said(place.latitude, ['south', 'north']), said(place.longitude, ['west', 'east'])]
    yield tell('account.place.about', { latitude, longitude })
  }
  if (place.geonamesId !== undefined)
    yield* words.say('account.place.geonames', {
      '<geonames>': [{ to: `https://www.geonames.org/${place.geonamesId}` }],
      '<licence>': [{ to: 'https://creativecommons.org/licenses/by/4.0/' }],
    })
}

function* peopleScript({ document, words }) {
  const { parties } = document.incident
  if (parties.length === 0) return
  yield { id: 'people' }
  yield words.tell('account.people.title')
  for (const { name, kind, side, aliases, note } of parties) {
    yield name
    const facts = [
      words.tell(`scale.party.${kind}`),
      ...(side === null ? [] : [words.tell('account.people.side', { side })]),
      ...(aliases.length === 0 ? [] : [words.tell('account.people.also', { names: words.list(aliases) })]),
    ]
    yield `${facts.join(words.semicolon)}.`
    yield note
  }
}

function* backgroundScript(page) {
  const pieces = page.document.evidence.filter(({ claim }) => claim === null)
  if (pieces.length === 0) return
  const { tell } = page.words
  yield { id: 'background' }
  yield tell('account.background.title')
  yield tell('account.background.text')
  yield* evidenceScript(tell('account.background.passages', { count: pieces.length }), pieces, page)
}

function* relatedScript(page) {
  const { related } = page.document
  if (related.length === 0) return
  yield page.words.tell('account.related.title')
  for (const { slug, title, kind, isInverse } of related) {
    const way = isInverse && kind !== 'duplicate_of' ? `${kind}Inverse` : kind
    yield `${page.words.tell(`account.related.${way}`)}:`
    yield { to: `${page.prefix}/incidents/${slug}` }
    yield title
  }
}

function* notesScript(page) {
  const { document, words } = page
  const { tell } = words
  yield { id: 'notes' }
  yield tell('account.evidence.notes')
  yield tell('account.evidence.notesText')
  for (const piece of document.evidence) {
    yield { id: `note-${piece.number}` }
    yield { label: numberedName(piece, words) }
    yield String(piece.number)
    yield tell(`account.evidence.${piece.stance ?? 'background'}`)
    yield { label: tell('account.evidence.close') }
    if (piece.isConfidential) {
      yield piece.description
      yield tell('account.evidence.confidential')
    } else {
      yield* passageScript(piece, words)
      yield* factsScript(piece, words)
    }
    const claim = document.claims.find(({ key }) => key === piece.claim)
    if (claim === undefined) continue
    yield tell('account.evidence.bearsOn')
    yield claim.text
    yield* markScript(claim.finding, words)
  }
}

/** The text around a passage is cut after so many letters: the half word at the cut is left out. */
const CONTEXT_LENGTH = 32
const isCut = (text) => Array.from(text).length >= CONTEXT_LENGTH

function* passageScript({ quotation, translation }, words) {
  if (translation !== null) {
    const { text, method, translator } = translation
    const values = {
      ...{ method: words.tell(`scale.translation.${method}`), translator },
      language: quotation.language === null ? null : languageName(quotation.language, words),
    }
    const key = `${translator === null ? '' : 'By'}${values.language === null ? '' : 'From'}`
    yield text
    yield key === '' ? values.method : words.tell(`account.evidence.translated${key}`, values)
  }
  const { prefix, exact, suffix } = quotation
  yield isCut(prefix) ? `… ${prefix.replace(/^\S*\s+(?=\S)/u, '')}` : prefix
  yield exact
  yield isCut(suffix) ? `${suffix.replace(/(?<=\S)\s+\S*$/u, '')} …` : suffix
}

function* factsScript(piece, words) {
  const { tell } = words
  const { source, quotation, capture } = piece
  yield* [tell('account.evidence.outlet'), outletWords(piece, words)]
  if (source.grade !== null) {
    const { grade, reason } = source.grade
    yield tell('account.evidence.grade')
    yield tell('account.evidence.graded', { grade, meaning: tell(`scale.grade.${grade}`), reason })
  }
  yield tell('account.evidence.source')
  yield* sourced(source.url, source.title ?? tell(`scale.medium.${source.medium}`))
  if (quotation.pages !== undefined) {
    const { first, last } = quotation.pages
    yield words.comma + tell(first === last ? 'account.evidence.page' : 'account.evidence.pages', { first, last })
  }
  if (source.archiveUrl !== null) yield* ['·', ...sourced(source.archiveUrl, tell('account.evidence.archived'))]
  if (source.byline !== null) yield* [tell('account.evidence.author'), source.byline]
  yield* [tell('account.evidence.date'), publishedWords(piece, words)]
  yield* originScript(piece, words)
  yield* [tell('account.evidence.captured'), { time: capture.capturedAt }]
  yield* [tell('account.evidence.hash'), capture.textSha256]
}

function* originScript({ origin, relays }, words) {
  const { tell } = words
  yield tell('account.evidence.origin')
  if (origin === null) yield tell('account.evidence.originUnknown')
  else {
    const { party, channel, mode, dated } = origin
    if (party !== null) yield `${party}:`
    const values = { channel, mode: tell(`scale.mode.${mode}`) }
    yield dated === null
      ? tell('account.evidence.originOf', values)
      : tell('account.evidence.originDated', { ...values, when: whenWords(dated, words) })
  }
  const by = origin?.firstCarriedBy ?? null
  const name = appearanceName(by, words)
  if (name !== null) yield* [tell('account.evidence.firstCarried'), ...sourced(by.url ?? by.archiveUrl, name)]
  if (relays.length > 0) yield* [tell('account.evidence.relays'), relays.join(words.wentTo)]
}

function* judgedByScript({ account, document, words, prefix }) {
  const { approvals } = document.rules
  yield* words.say(account.approvals === null ? 'account.judgedBy' : 'account.judgedByCounted', {
    ...{ ballots: fewestBallots(document.claims), approvals: account.approvals ?? approvals },
    '<method>': [{ to: `${prefix}/method#settings` }],
  })
}

function* versionsScript(page) {
  const { account, document, words } = page
  const { tell } = words
  const { number, at } = account.leaf
  yield { id: 'versions' }
  yield tell('account.versions.title')
  for (const line of account.versions) {
    yield { to: page.addressOf(`/v/${line.number}`) }
    yield tell('account.version', { number: line.number })
    yield { time: line.at }
    if (line.isRedacted) yield `· ${tell('account.versions.redacted')}`
    if (line.number === number) yield `· ${tell('account.versions.reading')}`
    if (line.kind !== null) yield* correctionScript(line, page)
    yield `SHA-256 ${line.sha256}`
  }
  if (document !== null && account.versions.some((line) => line.number === number))
    yield* words.say('account.versions.cite', {
      number,
      organisation: [document.organisation.name],
      title: [document.incident.title],
      when: [{ time: at }],
      address: [account.origin + page.addressOf(`/v/${number}`)],
    })
  yield { to: page.addressOf('/changes') }
  yield tell('account.versions.changes')
  yield { to: `/api/v1/incidents/${account.slug}?v=${number}` }
  yield tell('account.versions.data')
}

function* proofScript({ account, words, prefix }) {
  const { index, size, leafHash, root } = account.place
  const { tell } = words
  yield { id: 'proof' }
  yield tell('account.proof.title')
  yield* words.say('account.proof.text', {
    index,
    '<log>': [{ to: `${prefix}/log` }],
    '<proof>': [{ to: `/log/proof/${index}` }],
  })
  yield* [tell('account.proof.document'), account.leaf.sha256]
  yield* [tell('account.proof.entry'), leafHash]
  yield* [tell('account.proof.root', { size }), root]
}

// ── How it looks ──

/** What hides in a stylesheet: by which property, and by which values of it. */
const CONCEALS = [
  [/^display$/, /^none/],
  [/^(?:content-)?visibility$/, /^(?:hidden|collapse)/],
  [/^opacity$/, /^(?:0?\.[0-2]|0(?!\.)|0?\.?0*%|[12]?\d%)/],
  [/^(?:font-size|zoom|scale)$/, /^(?:0(?!\.)|0?\.[0-4])/],
  [
    /^(?:color|-webkit-text-fill-color)$/,
    /^(?:transparent|#[0-9a-f]{3}0\b|#[0-9a-f]{6}00\b|(?:rgb|hsl)a?\([^)]*[ ,/]0%?\))/,
  ],
  [/^(?:max-)?(?:height|width|inline-size|block-size)$/, /^[01](?:px)?(?:!important)?$/],
  [/^clip(?:-path)?$/, /^(?!auto|none)/],
  [/^(?:-webkit-)?mask/, /^(?!none)/],
  [/^text-indent$/, /^(?!0)/],
  [/^unicode-bidi$/, /override/],
  [
    /^(?:left|right|top|bottom|inset|margin|text-indent|letter-spacing|word-spacing|translate)/,
    /^-\d{3,}|-\d{2,}(?:r?em|v|%|ch)/,
  ],
  [/^(?:-webkit-text-security|text-overflow)$/, /^(?!none|ellipsis|clip)/],
]
/** Rules that hide on every site's pages, and hide nothing that has to be read. */
const CONCEALED =
  /^(?:hr|img[.\w-]*|\[hidden\].*|\.(?:opener-button|opener-link|notes-head|note-close)|\.account details|body>header nav|body>footer ul)$/
const AT_RULES = /^@(?:media|layer|supports|property|font-face|(?:-webkit-)?keyframes|container|page|starting-style)\b/
const CSS_TOKEN = /\/\*[^]*?\*\/|"(?:[^"\\\n]|\\[^])*"|'(?:[^'\\\n]|\\[^])*'|\\[^]|[(){};]|[^"'\\(){};/]+|\//gy

/** Each declaration of a stylesheet, with the rules around it. */
function* declarationsOf(css, at) {
  const rules = []
  let text = ''
  let depth = 0
  CSS_TOKEN.lastIndex = 0
  while (CSS_TOKEN.lastIndex < css.length) {
    const from = CSS_TOKEN.lastIndex
    const [token] = CSS_TOKEN.exec(css) ?? []
    demand(token !== undefined, at, `is not well written at ${JSON.stringify(css.slice(from, from + 60))}`)
    if (token.startsWith('/*')) text += ' '
    else if (depth === 0 && /^[{};]$/.test(token)) {
      const said = text.trim()
      text = ''
      if (token === '{') rules.push(said)
      else if (said !== '') yield { rules: [...rules], said }
      if (token === '}') demand(rules.pop() !== undefined, at, 'closes a rule that is not open')
    } else {
      if (token === '(') depth++
      if (token === ')') depth--
      text += token
    }
  }
  demand(rules.length === 0 && depth === 0 && text.trim() === '', at, 'ends in the middle of a rule')
}

/** The parts of a selector between commas. */
function selectorsOf(rule) {
  const parts = ['']
  let depth = 0
  for (const letter of rule.replace(/\\([^])/g, (_, escaped) => (escaped === ',' ? '_' : `\\${escaped}`))) {
    if (letter === '(' || letter === '[') depth++
    if (letter === ')' || letter === ']') depth--
    if (letter === ',' && depth === 0) parts.push('')
    else parts[parts.length - 1] += letter
  }
  return parts.map((part) => part.trim())
}

/** Whether a rule takes out of sight only what says by its class that it does, which no page may say of its words. */
function isNamedForIt(selector) {
  if (CONCEALED.test(selector)) return true
  const last = selector
    .replace(/\\(.)/g, (_, letter) => (/[\w-]/.test(letter) ? letter : '\u0001'))
    .split(/[\s>+~]/)
    .at(-1)
  const classes = [...last.matchAll(/\.([\w\u0001-]+)/g)].map(([, name]) => name.split('\u0001').at(-1))
  return classes.some((name) => HIDES.test(name))
}

/** A stylesheet may neither say anything nor hide anything; returns what it loads. @throws Wrong */
export function checkSheet(css, at) {
  const loaded = []
  for (const { rules, said } of declarationsOf(css, at)) {
    for (const rule of rules) demand(!rule.startsWith('@') || AT_RULES.test(rule), at, `holds ${rule.slice(0, 60)}`)
    const [, name = '', value = ''] = /^([\w-]+)\s*:\s*([^]*)$/.exec(said) ?? []
    const isOrder = rules.length === 0 && /^@(?:layer|charset)\b/.test(said)
    demand(name !== '' || isOrder, at, `holds ${JSON.stringify(said.slice(0, 60))}`)
    for (const [, , to] of value.matchAll(/url\((["']?)([^"')]*)\1\)/gi)) {
      demand(name === 'src' && rules.at(-1) === '@font-face', at, `loads ${to}`)
      loaded.push(to)
    }
    demand(!/(?:image|image-set|element|paint)\(/i.test(value), at, `draws ${JSON.stringify(value.slice(0, 60))}`)
    if (/^(?:content|--tw-content|list-style|list-style-type|quotes|string-set|text-emphasis.*)$/.test(name)) {
      const own = value.replace(/attr\((?:href|data-number)\)|var\(--tw-content\)|"[\s<>[\]]*"|'[\s<>[\]]*'/g, '')
      const isQuiet =
        /^(?:(?:none|normal|initial|inherit|inside|outside|disc|circle|square|decimal|auto|!important|\s)*)$/.test(own)
      demand(isQuiet, at, `adds ${JSON.stringify(value.slice(0, 60))} to what pages say`)
    }
    const low = value.toLowerCase()
    const isFrame = rules.some((rule) => rule.includes('keyframes'))
    if (isFrame || !CONCEALS.some(([names, values]) => names.test(name) && values.test(low))) continue
    const own = rules.findLast((rule) => !rule.startsWith('@')) ?? ''
    for (const selector of selectorsOf(own))
      demand(isNamedForIt(selector), at, `takes ${selector.slice(0, 80)} out of sight (${said.slice(0, 60)})`)
  }
  return loaded
}

/** The signed list of stylesheets and fonts, by their addresses; null for a copy of which each file is listed. */
async function readStyles(site, key) {
  const at = 'log/styles'
  const bytes = await site.log('styles')
  if (bytes === null && site.files?.has('log/manifest')) return null
  demand(bytes !== null, at, 'is missing')
  const read = readNote(bytes, at)
  demand(isSigned(key, read), at, `is not signed by ${key.name}`)
  const [title, ...lines] = read.text.slice(0, -1).split('\n')
  demand(title === `${key.name} styles`, at, 'is no list of stylesheets')
  return new Map(lines.map((line) => [line.slice(65), line.slice(0, 64)]))
}

/** A stylesheet that a page names, and the fonts that it loads, are those that were signed. */
async function checkStyle(site, address, { styles, sheets }) {
  const read = async (path) => {
    const bytes = await site.bytes(path)
    demand(bytes !== null, path, 'is missing')
    // In a copy they have a folder of their own.
    const name = site.files === null ? path : path.replace(/^\/assets\//, '/_next/static/')
    const isListed = styles === null || styles.get(name) === sha256(bytes).toString('hex')
    demand(isListed, path, 'is not the one that was signed (log/styles)')
    return bytes
  }
  const look = async () => {
    const css = textOf(await read(address)) ?? ''
    for (const to of new Set(checkSheet(css, address))) await read(new URL(to, `http://site${address}`).pathname)
  }
  if (!sheets.has(address)) sheets.set(address, look())
  await sheets.get(address)
}

// ── Lists ──

/** Of a document what a list needs: a site can be larger than memory. `isNewest`: of an older version it is the title alone. */
function listedPart(document, isNewest) {
  if (document?.kind !== 'account') return document
  const { kind, language, incident, claims } = document
  const { title, type, occurred, place } = incident
  if (!isNewest) return { kind, language, incident: { title } }
  const central = claims
    .filter(({ isCentral }) => isCentral)
    .map(({ isCentral, text, finding, origins }) => ({ isCentral, text, finding, origins: { count: origins.count } }))
  return {
    ...{ kind, language, claims: central },
    incident: { title, type, occurred, place: place && { name: place.name, precision: place.precision } },
  }
}

/** What an account can be found by: `called`, all names of its place and its parties. */
function aboutOf(document) {
  if (document?.kind !== 'account')
    return { heading: [], place: [], parties: [], tags: [], called: { place: [], party: [] } }
  const { place, parties, sides, tags } = document.incident
  const claimants = document.claims.flatMap((claim) => claim.claimants)
  const names = [...parties, ...sides, ...claimants].map(({ name }) => name)
  return {
    heading: document.claims.filter(({ isCentral }) => isCentral).map(({ finding }) => finding.heading),
    place: place === null ? [] : [place.name],
    parties: parties.map(({ name }) => name),
    tags,
    called: {
      place: place === null ? [] : [place.name, ...place.names.map(({ name }) => name)],
      party: [...names, ...parties.flatMap(({ aliases }) => aliases)],
    },
  }
}

/** By which settings an account was decided. */
const rulesOf = ({ rules: { quorum, approvals, disputedSpread } }) => ({ quorum, approvals, disputedSpread })

/** What lists say of a version: in each language what the page has in it. */
function foundOf(publication, body, document, translations) {
  const { index, leaf } = publication
  const { slug, isNewest, versions, version, reexamination, supersededBy, retractedBy } = body
  const shown = new Map([[null, listedPart(document, isNewest)]])
  const said = new Map()
  if (document?.kind === 'account')
    for (const [language, own] of translations)
      if (own.document !== null) {
        const { words } = own.document
        shown.set(language, listedPart(inOtherWords(document, own.document), isNewest))
        const names = Object.entries(words).filter(([key]) => /^(?:name|tag)\//.test(key))
        said.set(language, { at: own.leaf.at, note: words.note ?? null, names: isNewest ? names : [] })
      }
  return {
    ...{ index, leaf, slug, isNewest, shown, said, supersededBy, retractedBy, publication },
    versions: versions.map(({ number }) => number),
    kind: document === null ? 'redacted' : document.kind === 'retraction' ? 'retracted' : 'account',
    correction: version.correction && { kind: version.correction.kind, note: version.correction.note },
    since: reexamination?.since ?? null,
    approvals: version.approvals ?? null,
    rules: document?.kind === 'account' ? rulesOf(document) : null,
    redactions: noticesIn(body).filter(({ kind }) => kind === 'byline' || kind === 'publication'),
    about: isNewest ? aboutOf(document) : null,
    origin: new URL(body.url).origin,
  }
}

/** Each account has all its versions, and says so of each. Returns all versions, and the newest of each account. */
function checkAccounts(found) {
  const accounts = new Map()
  for (const each of found) put(accounts, each.slug, each)
  for (const [slug, own] of accounts) {
    own.sort((a, b) => a.leaf.number - b.leaf.number)
    const newest = own.at(-1)
    for (const [place, { leaf, isNewest, versions, supersededBy, retractedBy }] of own.entries()) {
      const at = `api/v1/incidents/${slug}/v/${leaf.number}`
      demand(
        place === 0 || leaf.number === own[place - 1].leaf.number + 1,
        at,
        'comes after a version that is not there',
      )
      demand(
        isNewest === (leaf === newest.leaf),
        at,
        isNewest ? 'is called the newest, and is not' : 'is the newest, and does not say so',
      )
      demand(
        supersededBy === (own[place + 1]?.leaf.number ?? null),
        at,
        'says that another version took its place than did',
      )
      const retraction = own.slice(place + 1).find((each) => each.leaf.kind === 'retraction')
      demand(
        retractedBy === (retraction?.leaf.number ?? null),
        at,
        'says otherwise than the log whether it was retracted',
      )
      const known = own
        .map((each) => each.leaf.number)
        .reverse()
        .slice(0, 50)
      demand(canonical(versions) === canonical(known), at, 'leaves a version out')
    }
  }
  return { all: found, newest: [...accounts.values()].map((own) => own.at(-1)), bySlug: accounts }
}

/** A list holds each once, the newest first, and leaves none out that would stand in it. `isAll`: and nothing else. */
function checkOrder(items, all, limit, at, isAll = false) {
  const known = new Set(all)
  for (const each of isAll ? items : [])
    demand(known.has(each), at, `lists incidents/${each.slug}/v/${each.leaf.number}, which does not belong there`)
  demand(new Set(items).size === items.length, at, 'lists something twice')
  for (const [place, { leaf }] of items.entries())
    demand(place === 0 || leaf.at <= items[place - 1].leaf.at, at, `lists ${leaf.slug} where it does not belong`)
  const last = items.at(-1)?.leaf.at ?? ''
  const listed = new Set(items)
  for (const each of all)
    demand(
      listed.has(each) || (items.length >= limit && each.leaf.at <= last),
      at,
      `leaves out incidents/${each.slug}/v/${each.leaf.number}`,
    )
}

/** Before anything is published the front page alone says whose site it is, and where. */
async function ownerOf(site, language) {
  const at = prefixOf(language).slice(1)
  const [, head] = /<head>([^]*)<\/head>/i.exec(textOf((await site.page(at)) ?? Buffer.of()) ?? '') ?? []
  if (head === undefined) return { origin: '', organisation: '' }
  const { items } = readHead(head, prefixOf(language) || '/')
  const own = items.find(({ attributes }) => attributes.get('rel') === 'canonical')?.attributes.get('href') ?? ''
  demand(URL.canParse(own), prefixOf(language) || '/', 'does not say where it is')
  return { origin: new URL(own).origin, organisation: metaOf(items, 'og:site_name') }
}

async function checkLists(site, accounts, context) {
  const [known] = accounts.all
  const [frame] = context.frames.values()
  const owner = known === undefined ? await ownerOf(site, context.languages[0]) : null
  context.origin = known?.origin ?? owner.origin
  context.organisation = frame?.organisation ?? owner?.organisation ?? ''
  context.counted = new Map()
  context.record = recordOf(accounts, context)
  if (context.isWhole) await checkApiList(site, accounts, context)
  const lists = context.languages.flatMap((language) => [
    ...(context.isWhole ? wholeLists(accounts, language, context) : []),
    ...ownLists(accounts, language),
  ])
  await inTurns(lists, (list) => checkList(site, accounts, list, context), context.tell('lists'))
  if (context.isWhole) await checkSitemap(site, accounts)
  await checkOwnPages(site, accounts, context)
  if (context.isWhole) await checkDumps(site, accounts, context)
}

async function checkList(site, accounts, list, context) {
  if (list.shared !== undefined) await checkShared(site, list.shared, list.language, context)
  else if (list.own !== undefined) await checkChanges(site, accounts, list, context)
  else if (list.kind !== undefined) await checkCorrections(site, accounts, list, context)
  else if (list.of === undefined) await checkFront(site, accounts, list, context)
  else for (const format of Object.keys(FEEDS)) await checkFeed(site, accounts, { ...list, format }, context)
}

/** What lists accounts, in a language. */
function wholeLists(accounts, language, context) {
  const { all, newest } = accounts
  const counted = countNewest(newest, language, context.words.languages.get(language))
  context.counted.set(language, counted)
  return [
    { language, of: '', wanted: all },
    { language, of: '/corrections', wanted: all.filter(({ correction }) => correction !== null) },
    { language, wanted: newest },
    ...[null, ...CORRECTIONS].map((kind) => ({ language, kind })),
    ...questionsOf(counted).flatMap((question) => narrowed(accounts, language, question)),
  ]
}

/** What is of one account each: how its versions differ, and how others show it. */
const ownLists = ({ newest, bySlug }, language) => [
  ...[...bySlug.values()].map((own) => ({ language, own })),
  ...newest.filter(({ said }) => language === 'en' || said.has(language)).map((shared) => ({ language, shared })),
]

/** All that lists are read against, as one hash. */
function recordOf({ all }, { words, origin, organisation }) {
  const facts = all.map(({ publication, shown, said, ...found }) => {
    return [found, [...shown], [...said], publication.hash, publication.translations]
  })
  return hashText(JSON.stringify([facts, words.hash, origin, organisation]))
}

/** What the front page offers to narrow the archive by. */
const questionsOf = (counted) =>
  Object.entries({ level: 'levels', place: 'places', party: 'parties', tag: 'tags' })
    .flatMap(([by, list]) => (counted?.[list] ?? []).map(({ name }) => [by, name]))
    // An address that holds more than a line of words is read as less.
    .filter(
      ([, name]) =>
        name.length <= 100 &&
        name === name.normalize('NFC') &&
        /[\p{L}\p{N}]/u.test(name) &&
        !/\p{C}|\s\s|^\s|\s$/u.test(name),
    )

/** The archive narrowed by one thing, and its feeds. Names find what is spelled alike too: those lists hold at least what has the very name. */
function narrowed({ newest }, language, question) {
  const [by, name] = question
  const isFound = {
    level: ({ heading }) => heading.includes(name),
    tag: ({ tags }) => tags.includes(name),
    place: ({ called }) => called.place.includes(name),
    party: ({ called }) => called.party.includes(name),
  }[by]
  const wanted = newest.filter(({ about }) => isFound(about))
  const list = { language, question, wanted, isAll: by === 'level' || by === 'tag' }
  return [list, { ...list, of: '', limit: 20 }]
}

const pathOf = (address, at) => {
  demand(URL.canParse(address), at, `leads to ${address}`)
  return new URL(address).pathname
}

/** What a list of data says of an account. */
function listedOf({ leaf, slug, kind, shown, correction, since }) {
  const document = shown.get(null)
  const { incident, claims, language } = document ?? {}
  const central = claims?.find(({ isCentral }) => isCentral)
  const place = incident?.place ?? null
  return {
    ...{ slug, number: leaf.number, state: kind, sha256: leaf.sha256, publishedAt: leaf.at, correction },
    ...{ title: incident?.title ?? null, language: language ?? null, type: incident?.type ?? null },
    occurred: incident?.occurred ?? null,
    place: place && { name: place.name, precision: place.precision },
    central: central
      ? {
          text: central.text,
          level: central.finding.level,
          heading: central.finding.heading,
          origins: central.origins.count,
        }
      : null,
    reexaminedSince: since,
  }
}

async function checkApiList(site, { newest, bySlug }, { origin }) {
  const at = 'api/v1/incidents'
  const listed = []
  for (let cursor = null, page = 0; page === 0 || cursor !== null; page++) {
    const bytes = await site.list(cursor)
    if (bytes === null && site.files !== null && page === 0) return
    demand(bytes !== null && page < 100_000, at, 'is missing')
    const { items, nextCursor } = parseJson(bytes, at)
    for (const item of items) {
      const own = bySlug.get(item.slug)?.at(-1)
      demand(own !== undefined, `${at}/${item.slug}`, 'is in no entry of the log')
      for (const [name, value] of Object.entries(listedOf(own)))
        demand(
          canonical(item[name] ?? null) === canonical(value),
          `${at}, ${item.slug}`,
          `has another ${name} than was published`,
        )
      demand(item.url === `${origin}/incidents/${own.slug}`, at, `leads to ${item.url}`)
      listed.push(own)
    }
    cursor = nextCursor
  }
  checkOrder(listed, newest, Infinity, at)
}

// ── Feeds ──

const XML_TOKEN =
  /<\?xml version="1\.0" encoding="utf-8"\?>|<!\[CDATA\[([^]*?)\]\]>|<\/([\w:]+)>|<([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>|[^<]+/iy

/** A feed as a tree: elements with their attributes and texts, and nothing else. */
function readXml(bytes, at) {
  const xml = textOf(bytes) ?? ''
  const root = { name: '', attributes: new Map(), children: [], parent: null }
  let node = root
  XML_TOKEN.lastIndex = 0
  while (XML_TOKEN.lastIndex < xml.length) {
    const [whole, data, closes, opens, given = '', isEmpty] = XML_TOKEN.exec(xml) ?? []
    demand(whole !== undefined, at, 'is not well written')
    if (data !== undefined) node.children.push(data)
    else if (closes !== undefined) {
      demand(node.name === closes, at, `closes ${closes}, which is not open`)
      node = node.parent
    } else if (opens !== undefined) {
      const pairs = [...given.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, name, value]) => [name, unescapeHtml(value)])
      const child = { name: opens, attributes: new Map(pairs), children: [], parent: node }
      node.children.push(child)
      if (isEmpty !== '/') node = child
    } else if (!whole.startsWith('<?')) node.children.push(unescapeHtml(whole))
  }
  demand(node === root, at, `does not close ${node.name}`)
  return root
}

/** Everything that a part of a feed says, but what is within `left`. */
function* saidIn(node, left = () => false) {
  for (const child of node.children)
    if (typeof child === 'string') yield* child.trim() === '' ? [] : [child.trim()]
    else if (!left(child)) {
      yield* child.attributes.values()
      yield* saidIn(child, left)
    }
}

/** The entries of a feed of XML, by what their parts are called, and what is said beside them. */
function readXmlFeed(bytes, at, { entry: name, content, times }) {
  const tree = readXml(bytes, at)
  const found = [...within(tree)].filter((node) => node.name === name)
  const entries = found.map((node) => {
    const parts = new Map(
      node.children.filter((child) => typeof child !== 'string').map((child) => [child.name, child]),
    )
    const textAt = (label) => (parts.has(label) ? contentOf(parts.get(label)) : '')
    const link = parts.get('link')?.attributes.get('href') ?? textAt('link')
    const read = ['title', 'link', content, ...times]
    const labels = [
      ...(parts.get('title')?.attributes.values() ?? []),
      ...(parts.get(content)?.attributes.values() ?? []),
    ]
    const others = [...labels, ...saidIn(node, (child) => parts.get(child.name) === child && read.includes(child.name))]
    return { title: textAt('title'), link, content: textAt(content), times: times.map(textAt), others }
  })
  return { entries, said: saidIn(tree, (child) => child.name === name) }
}

const leavesOf = (value) =>
  value !== null && typeof value === 'object' ? Object.values(value).flatMap(leavesOf) : [String(value)]

/** The entries of a feed, whatever its format: title, link, times and content, and what else is said of each and beside them. */
const FEEDS = {
  'feed.json': (bytes, at) => {
    const { items, ...feed } = parseJson(bytes, at)
    const entries = items.map(({ title, url, content_html: content, date_published, date_modified, ...others }) => {
      return { title, link: url, content, times: [date_published, date_modified], others: leavesOf(others) }
    })
    return { entries, said: leavesOf(feed) }
  },
  // A title of Atom is HTML, written within.
  'feed.atom': (bytes, at) => {
    const form = { entry: 'entry', content: 'content', times: ['published', 'updated'] }
    const { entries, said } = readXmlFeed(bytes, at, form)
    return { entries: entries.map((entry) => ({ ...entry, title: unescapeHtml(entry.title) })), said }
  },
  'feed.rss': (bytes, at) => readXmlFeed(bytes, at, { entry: 'item', content: 'content:encoded', times: ['pubDate'] }),
}

const FEED_TAG = /^<\/?(?:p|h[1-6]|ul|ol|li|blockquote|em|strong|sup|div)(?: (?:lang|dir|start)="[\w-]*")*>$/
const textIn = (blocks) =>
  blocks
    .map((block) => {
      if (block.kind === 'quotation') return textIn(block.blocks)
      if (block.kind === 'list') return block.items.map(textIn).join('')
      return block.content.map((part) => ('text' in part ? part.text : `[${part.citation}]`)).join('')
    })
    .join('')

/** What an entry of a feed has to say. `document`: in the reader's language where it was translated. */
function wantedInFeed({ leaf, said, correction, became }, document, language, { tell }) {
  const { at = leaf.at, note = null } = said.get(language) ?? {}
  const times = { published: leaf.at, changed: at }
  const later = became === null ? '' : tell(`feed.later.${became}`)
  const own = { language: document?.language ?? language }
  if (document === null)
    return {
      ...{ ...times, ...own, title: tell('feed.redacted', { number: leaf.number }) },
      content: `${later}${correction?.note ?? ''}${tell('account.redacted.title')}.`,
    }
  const { title } = document.incident
  if (document.kind === 'retraction')
    return { ...times, ...own, title: tell('account.retracted.title', { title }), content: later + document.note }
  const { text, finding } = document.claims.find(({ isCentral }) => isCentral)
  const central = tell('feed.titled', { label: tell(`scale.heading.${finding.heading}`), title: text })
  const label = correction && tell(`scale.correction.${correction.kind}`)
  return {
    ...{ ...times, ...own, title: correction === null ? title : tell('feed.titled', { label, title }) },
    content: later + (note ?? correction?.note ?? '') + central + textIn(document.summary),
  }
}

/** The document of a version once more, in a language: so many are kept as stand in feeds. */
async function documentIn(site, { index, publication }, language, context) {
  if (publication.hash === null) return null
  const at = `log/document/${index}.json`
  const read = async () => documentOf(await site.log(`document/${index}.json`), publication, at)
  const document = await recent(context.reread, index, read)
  const own = (await translationsOf(site, publication, context)).get(language)?.document ?? null
  if (document.kind !== 'account' || own === null) return document
  return recent(context.reread, `${index} ${language}`, () => inOtherWords(document, own))
}

/** What a feed says of itself: nothing else is in it. */
function feedFrame({ language, of, question }, listed, { words, origin, organisation }) {
  const { tell } = words.languages.get(language)
  const [name, value] = question ?? []
  const asked = question === null ? '' : `?${askedFor(question)}`
  const home = `${prefixOf(language)}${of}` || '/'
  const about = of === '' ? (name === undefined ? [] : [value]) : [tell('corrections.title')]
  const to = (path) => origin + path
  const changed = Math.max(0, ...listed.map(({ leaf, said }) => Date.parse(said.get(language)?.at ?? leaf.at)))
  return new Set(
    [
      ...[[organisation, ...about].join(': '), organisation, 'Assay', language, 'self', 'alternate', '2.0'],
      of === '' ? tell('feed.description', { organisation }) : tell('corrections.description'),
      ...[`${home}${asked}`, prefixOf(language) || '/'].map(to),
      ...['atom', 'rss', 'json'].map((kind) => to(`${prefixOf(language)}${of}/feed.${kind}${asked}`)),
      ...[new Date(changed).toISOString(), new Date(changed).toUTCString(), 'application/rss+xml'],
      ...['http://www.w3.org/2005/Atom', 'http://purl.org/dc/elements/1.1/'],
      ...['http://purl.org/rss/1.0/modules/content/', 'https://validator.w3.org/feed/docs/rss2.html'],
      ...['https://jsonfeed.org/version/1.1', '1.0', 'utf-8'],
    ].map(feedText),
  )
}

/** One feed: of everything, of corrections, or of what one question finds; `wanted`: the versions that it tells of. */
async function checkFeed(site, accounts, feed, context) {
  const { language, of, question = null, format, wanted, limit = 30, isAll = true } = feed
  const prefix = prefixOf(language)
  const asked = question === null ? '' : `?${askedFor(question)}`
  const isFile = question !== null && site.files !== null
  const address = isFile ? `${askedFile(prefix, question)}/${format}` : `${prefix}${of}/${format}${asked}`
  const at = address.slice(1)
  const bytes = await site.bytes(address)
  if (bytes === null && site.files !== null) return
  demand(bytes !== null, at, 'is missing')
  const { listed } = await readOnce([textOf(bytes) ?? '', address], accounts, context, async () => {
    const { entries, said: around } = FEEDS[format](bytes, at)
    const listed = []
    for (const entry of entries) listed.push(await checkFeedEntry(site, accounts, entry, { at, language }, context))
    const known = feedFrame({ language, of, question }, listed, context)
    for (const said of around) demand(known.has(feedText(said)), at, `says of itself ${JSON.stringify(said)}`)
    return { listed }
  })
  checkOrder(listed, wanted, limit, at, isAll)
}

/** The version that an entry of a feed is of, which says of it what was published. */
async function checkFeedEntry(site, { bySlug }, entry, { at, language }, context) {
  const { title, link, content, times, others } = entry
  const form = new RegExp(`^${prefixOf(language)}/incidents/([a-z0-9-]+)/v/(\\d+)$`)
  const [, slug, number] = form.exec(pathOf(link, at)) ?? []
  const found = bySlug.get(slug)?.find(({ leaf }) => leaf.number === Number(number))
  const isOwn = found !== undefined && link.startsWith(`${context.origin}/`)
  demand(isOwn, at, `holds ${link}, which is in no entry of the log`)
  const document = await documentIn(site, found, language, context)
  const isReplaced = bySlug.get(slug).some(({ leaf }) => leaf.number > found.leaf.number)
  const became = found.retractedBy === null ? (isReplaced ? 'replaced' : null) : 'retracted'
  const wanted = wantedInFeed({ ...found, became }, document, language, context.words.languages.get(language))
  demand(feedText(title) === feedText(wanted.title), at, `calls ${link} ${JSON.stringify(title)}`)
  for (const tag of content.match(/<[^>]*>?/g) ?? []) demand(FEED_TAG.test(tag), at, `holds ${tag.slice(0, 60)}`)
  const said = unescapeHtml(content.replace(/<[^>]*>/g, ''))
  demand(feedText(said) === feedText(wanted.content), at, `says something else of ${link} than was published`)
  checkFeedTimes(times, wanted, link, at)
  for (const other of others) {
    const isKnown = [wanted.language, 'html', 'false'].includes(other) || /^urn:uuid:[0-9a-f-]{36}$/.test(other)
    demand(isKnown, at, `says of ${link} ${JSON.stringify(other)}`)
  }
  return found
}

function checkFeedTimes(times, wanted, link, at) {
  for (const [place, time] of times.entries()) {
    const whole = Date.parse(place === 0 && times.length > 1 ? wanted.published : wanted.changed)
    const isTime = Math.abs(Date.parse(time) - whole) < (times.length > 1 ? 1 : 1000)
    const isFirst = times.length === 1 && Math.abs(Date.parse(time) - Date.parse(wanted.published)) < 1000
    demand(isTime || isFirst, at, `says that ${link} is of ${time}`)
  }
}

/** XML cannot hold every sign. */
const feedText = (text) =>
  plain(text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '').replaceAll(']] >', ']]>'))

// ── Pages of lists ──

async function checkSitemap(site, { newest, bySlug }) {
  const found = new Set()
  const read = async (path) => {
    const bytes = await site.bytes(path)
    if (bytes === null && site.files !== null) return null
    demand(bytes !== null, path.slice(1), 'is missing')
    const text = textOf(bytes) ?? ''
    for (const [, loc] of text.matchAll(/<loc>([^<]*)<\/loc>/g)) {
      const to = pathOf(unescapeHtml(loc), path)
      if (text.includes('<sitemapindex')) await read(to)
      else found.add(to)
    }
    return found
  }
  if ((await read('/sitemap.xml')) === null || found.size === 0) return
  for (const path of found) {
    const [, slug] = /\/incidents\/(.+)$/.exec(path) ?? []
    const isPage = /^(?:\/[a-z]{2})?(?:\/(?:corrections(?:\/[a-z]+)?|method|log|data)?)?$/.test(path)
    const isKnown = slug === undefined ? isPage : bySlug.has(slug)
    demand(isKnown, 'sitemap.xml', `leads to ${path}, which is in no entry of the log`)
  }
  for (const { slug, kind } of newest)
    demand(kind !== 'account' || found.has(`/incidents/${slug}`), 'sitemap.xml', `leaves out incidents/${slug}`)
}

/** Lists that were read and found in order, by everything that they were read against: which versions stand in them, and where they go on. */
const listsInOrder = new Map()

/** A part of a list, read once for the same bytes and the same record. `read`: gives the versions in it, and what else is kept. */
async function readOnce(asked, { bySlug }, context, read) {
  const met = hashText(JSON.stringify([asked, context.record]))
  if (!listsInOrder.has(met)) {
    const { listed, ...more } = await read()
    if (listsInOrder.size > 10_000) listsInOrder.clear()
    listsInOrder.set(met, { ...more, listed: listed.map(({ slug, leaf }) => [slug, leaf.number]) })
  }
  const { listed, ...more } = listsInOrder.get(met)
  const again = ([slug, number]) => bySlug.get(slug).find(({ leaf }) => leaf.number === number)
  return { ...more, listed: listed.map(again) }
}

/** A list as it is served, page after page: the versions in each. `read`: what a page says, and which versions. */
async function* readList(
  site,
  accounts,
  { language, path = '', start = null, question = null, most, head, read, tags = LISTED },
  context,
) {
  const words = context.words.languages.get(language)
  const first = start ?? (`${prefixOf(language)}${path}` || '/')
  const file = site.files === null ? null : `${first}/index.html`.replace(/^\/+/, '')
  for (let place = 0, next = { address: first, file }; next !== null; place++) {
    const at = place === 0 ? first : `${first}, page ${place + 1}`
    const bytes = site.files === null ? await site.bytes(next.address) : await site.bytes(`/${next.file}`)
    // Of a copy of the log alone there are no lists; what begins has to go on.
    if (bytes === null && site.files !== null && place === 0 && !isServed(site, language)) return
    demand(bytes !== null, at, 'is missing')
    demand(place <= most, at, 'goes on without an end')
    const html = textOf(bytes) ?? ''
    // Search engines are kept from what somebody asked.
    const isAsked = path === '' && (question !== null || place > 0)
    const here = { words, at, first, place, file: next.file, prefix: prefixOf(language), origin: context.origin }
    const asked = [html, at, next.file, language]
    const found = await readOnce(asked, accounts, context, async () => {
      const own = addressWithin(next.address, next.file)
      const languages = [...context.words.languages.keys()]
      const around = checkAround(html, { ...here, language, languages, own, isAsked })
      checkListHead(around, { ...here, ...head(words), language, languages, question, isAsked }, context)
      const main = /<main\b[^]*<\/main>/.exec(html)?.[0] ?? ''
      demand(html.split(/<main\b/i).length === 2 && html.split(/<\/main/i).length === 2, at, 'has not one main part')
      const tree = readTree(main, at, tags)
      for (const node of within(tree)) checkListed(node, { words, at })
      const then = nextOf(tree, next.file)
      const listed = await read({ ...here, tree, next: then, hashes: new Set(), isList: true })
      return { listed, next: then, around }
    })
    checkFrame(found.around, context, at)
    for (const sheet of found.around.sheets) await checkStyle(site, addressWithin(sheet, next.file), context)
    next = found.next
    yield { listed: found.listed, place, at, isLast: next === null }
  }
}

/** Where the head of a list leads: by its kind, each with the addresses that it may have. */
function headWays({ language, languages, feeds = '', question, file }, path) {
  const asked = question === null ? '' : `?${askedFor(question)}`
  // A copy holds them in files of their own, or leads to the site's.
  const feed = (format) => [
    `${prefixOf(language)}${feeds}/${format}${asked}`,
    ...(question !== null && file !== null ? [`${askedFile(prefixOf(language), question)}/${format}`] : []),
  ]
  return new Map([
    ['canonical', path(language)],
    ['alternate x-default', path('en')],
    ...languages.map((each) => [`alternate ${each}`, path(each)]),
    ['alternate application/atom+xml', feed('feed.atom')],
    ['alternate application/rss+xml', feed('feed.rss')],
    ['alternate application/feed+json', feed('feed.json')],
  ])
}

/** How a list is called and described, and where its head leads. */
function checkListHead({ head, robots }, page, { origin, organisation }) {
  const { language, title, description, canonical, isAsked, file, at } = page
  const whole = title === organisation ? title : `${title} · ${organisation}`
  const path = (each) => new URL(prefixOf(each) + canonical || '/', origin).href
  const said = {
    ...{ title: whole, description, 'og:title': title, 'og:description': description, 'og:url': path(language) },
    ...{ 'og:site_name': organisation, 'og:type': 'website', 'twitter:title': title },
    ...{ 'twitter:description': description, 'twitter:card': 'summary' },
  }
  const ways = headWays(page, path)
  const seen = new Set()
  for (const { name, text, attributes } of head) {
    const [rel, href = '', type, into] = ['rel', 'href', 'type', 'hreflang'].map((each) => attributes.get(each))
    if (rel === 'stylesheet' || attributes.has('charset')) continue
    const label = attributes.get('name') ?? attributes.get('property') ?? attributes.get('http-equiv')?.toLowerCase()
    const key =
      name === 'link'
        ? [rel, into ?? (rel === 'alternate' ? type : undefined)].filter(Boolean).join(' ')
        : (label ?? name)
    demand(!seen.has(key), at, `says in its head twice: ${key}`)
    seen.add(key)
    if (name === 'link') {
      const to = addressWithin(href, file)
      const isIcon = rel === 'icon' && /^\/icon\.svg(?:\?[\w.-]*\.svg)?$/.test(to)
      const isSame = [ways.get(key) ?? []]
        .flat()
        .some((each) => new URL(to, origin).href === new URL(each, origin).href)
      demand(isIcon || isSame, at, `leads in its head to ${href}, where nothing that was published leads`)
    } else {
      const content = name === 'title' ? text : (attributes.get('content') ?? '')
      const isUrl = key === 'og:url' && URL.canParse(content) && new URL(content).href === said[key]
      const isSaid = isUrl || (key in said && plain(content) === plain(said[key]))
      demand(
        isSaid || (HEAD_FIXED[key]?.test(content) ?? false),
        at,
        `says in its head ${key}: ${JSON.stringify(content.slice(0, 80))}`,
      )
    }
  }
  for (const key of ['title', 'description', 'canonical']) demand(seen.has(key), at, `has no ${key} in its head`)
  demand(!isAsked || robots.startsWith('noindex'), at, 'lets search engines in')
}

/** Where a list goes on: its address and, in a copy, the file. */
function nextOf(tree, file) {
  const [link, ...more] = [...within(tree)].filter(({ attributes }) => attributes.get('rel') === 'next')
  if (link === undefined || more.length > 0) return null
  const address = link.attributes.get('href') ?? ''
  return { address, file: file === null ? null : new URL(address, `http://copy/${file}`).pathname.slice(1) }
}

/** Nothing in a list is out of sight but a heading and what is said of a cross, and nothing is said by an attribute that is not read here. */
function checkListed(node, { words, at }) {
  for (const [name, value] of node.attributes) {
    demand(isKnownAttribute(name) || FRAME_ATTRIBUTES.test(name), at, `has an attribute that no page has: ${name}`)
    if (node.name !== 'time' && !isWithin(node, 'svg'))
      demand(!['title', 'alt', 'aria-description'].includes(name), at, `says ${JSON.stringify(value.slice(0, 80))}`)
    const own = name === 'class' && !isWithin(node, 'figure') ? value.split(/\s+/) : []
    const hides = own.filter(
      (word) => isHiding(word, node.name) && !(word === 'sr-only' && /^(?:h1|span)$/.test(node.name)),
    )
    demand(hides.length === 0 && name !== 'hidden', at, 'takes something out of sight')
  }
  // A map's words are looked at by themselves.
  if (node.name === 'svg' && !isWithin(node, 'figure'))
    demand(plain(contentOf(node)) === '', at, `says ${JSON.stringify(contentOf(node).slice(0, 80))} in a picture`)
  if (node.name === 'time') checkInstant(node, words, at)
}

/** An instant is said by its day, or to the minute. */
function checkInstant(node, { locale }, at) {
  const instant = node.attributes.get('datetime') ?? ''
  demand(isInstant(instant), at, 'has a time that is none')
  const day = formatter(locale, { dateStyle: 'long' }).format(new Date(instant))
  const minute = `${formatter(locale, MINUTE).format(new Date(instant))} UTC`
  const said = [day, minute].map(plain)
  for (const text of [contentOf(node), node.attributes.get('title') ?? ''])
    demand(said.includes(plain(text)), at, `says ${JSON.stringify(text)} of ${instant}`)
}

const articlesIn = ({ tree }) => [...within(tree)].filter(({ name }) => name === 'article')
const linksIn = (node, file) =>
  [...within(node)]
    .filter(({ name }) => name === 'a')
    .map(({ attributes }) => addressWithin(attributes.get('href') ?? '', file))

/** The account that an entry leads to. */
function accountIn(entry, { bySlug }, { prefix, file, at }) {
  const [first = ''] = linksIn(entry, file)
  const own = bySlug.get(new RegExp(`^${prefix}/incidents/([a-z0-9-]+)$`).exec(first)?.[1])
  demand(own !== undefined, at, `lists ${first}, which is in no entry of the log`)
  return own
}

/** What a list has of an account in a language. */
function listedIn({ leaf, slug, kind, shown, said, correction, since }, language) {
  const document = shown.get(language) ?? shown.get(null)
  const central = document?.claims?.find(({ isCentral }) => isCentral) ?? null
  const note = said.has(language) ? said.get(language).note : (correction?.note ?? null)
  return { leaf, slug, kind, correction, since, central, note, incident: document?.incident ?? null }
}

/** An entry of the front page: `isRow`, of its archive. */
function* entryScript(found, isRow, { words, prefix }) {
  const { leaf, slug, kind, incident, central, correction, since } = listedIn(found, words.language)
  const { tell } = words
  const published = [...words.say('front.published', { when: [{ time: leaf.at }] })]
  if (isRow) yield* published
  if (kind === 'account') {
    yield tell(`scale.type.${incident.type}`)
    yield* whereScript(incident, words)
  } else yield tell(`front.${kind}`)
  yield { to: `${prefix}/incidents/${slug}` }
  yield incident === null ? tell('front.redactedTitle') : incident.title
  if (central !== null) {
    yield tell(`scale.level.${markOf(central.finding)}`)
    yield tell('scale.origins', { count: central.origins.count })
    yield central.text
  }
  if (kind === 'retracted') yield correction.note ?? ''
  if (!isRow) yield* published
  if (correction !== null && kind !== 'retracted') {
    yield { to: `${prefix}/incidents/${slug}/changes` }
    yield tell('front.changed', { kind: tell(`scale.correction.${correction.kind}`), number: leaf.number })
  }
  if (since !== null) yield tell('front.reexamined')
}

/** An entry of the corrections. */
function* replacedScript(found, { words, prefix }) {
  const { leaf, slug, kind, incident, correction, note } = listedIn(found, words.language)
  const { number, at } = leaf
  const { tell } = words
  const own = `${prefix}/incidents/${slug}`
  yield* [tell(`scale.correction.${correction.kind}`), '·', { time: at }]
  yield { to: own }
  yield incident === null ? tell('front.redactedTitle') : incident.title
  if (note !== null) yield note
  if (kind === 'redacted') yield tell('corrections.redacted', { number })
  yield tell('corrections.replaced', { number, before: number - 1 })
  yield* [{ to: `${own}/changes` }, tell('corrections.whatChanged')]
  yield* [{ to: `${own}/v/${number}` }, tell('corrections.version', { number })]
  yield* [{ to: `${own}/v/${number - 1}` }, tell('corrections.version', { number: number - 1 })]
}

/** How a list goes on and back; where to, is read by going there. */
function* pagingScript(label, { words, place, next, first, file }) {
  if (place === 0 && next === null) return
  yield { label }
  if (place > 0) yield* [{ to: first }, words.tell('front.newest')]
  if (next !== null) yield* [{ to: addressWithin(next.address, file) }, words.tell('frame.older')]
}

function* correctionsScript(listed, page) {
  const { words, prefix, kind } = page
  const { tell } = words
  const name = tell('corrections.title')
  yield kind === null ? name : `${name}: ${tell(`scale.correction.${kind}`)}`
  yield tell('corrections.intro')
  yield { label: tell('corrections.filter') }
  yield* [{ to: `${prefix}/corrections` }, tell('corrections.all')]
  for (const way of CORRECTIONS) yield* [{ to: `${prefix}/corrections/${way}` }, tell(`scale.correction.${way}`)]
  if (listed.length === 0) yield tell(kind === null ? 'corrections.nothing' : 'corrections.nothingOfKind')
  let month = ''
  for (const found of listed) {
    const own = found.leaf.at.slice(0, 7)
    if (own !== month) yield whenWords(own, words)
    month = own
    yield* replacedScript(found, page)
  }
  yield* pagingScript(tell('corrections.more'), page)
  yield tell('corrections.kinds')
  for (const way of CORRECTIONS) yield* [tell(`scale.correction.${way}`), tell(`corrections.meaning.${way}`)]
  yield* words.say('corrections.tell', { '<feed>': [{ to: `${prefix}/corrections/feed.atom` }] })
}

const CORRECTIONS = ['correction', 'update', 'clarification', 'retraction']

/** The corrections, or those of one kind, to their end. */
async function checkCorrections(site, accounts, { language, kind }, context) {
  const path = kind === null ? '/corrections' : `/corrections/${kind}`
  const wanted = accounts.all.filter(({ correction: own }) => own !== null && (kind === null || own.kind === kind))
  const read = (page) => {
    const listed = articlesIn(page).map((entry) => {
      const number = linksIn(entry, page.file).flatMap((link) => /\/v\/(\d+)$/.exec(link)?.[1] ?? [])[0]
      const found = accountIn(entry, accounts, page).find(({ leaf }) => leaf.number === Number(number))
      demand(
        found !== undefined && found.correction !== null,
        page.at,
        'lists a correction that is in no entry of the log',
      )
      return found
    })
    checkHeard([...heardIn(page.tree, page)], [...correctionsScript(listed, { ...page, kind })], page.at)
    return listed
  }
  const all = []
  const head = ({ tell }) => ({
    title: [tell('corrections.title'), ...(kind === null ? [] : [tell(`scale.correction.${kind}`)])].join(': '),
    description: tell(kind === null ? 'corrections.description' : `corrections.meaning.${kind}`),
    ...{ canonical: path, feeds: '/corrections' },
  })
  const list = { language, path, most: wanted.length, head, read }
  for await (const { listed, at, isLast } of readList(site, accounts, list, context)) {
    all.push(...listed)
    if (isLast) checkOrder(all, wanted, Infinity, at, true)
  }
}

// The front page, whole or narrowed

/** What the archive can be narrowed by from the front page: as it is written in an address, and in a copy where its file is. */
const askedFor = ([name, value]) => new URLSearchParams({ [name]: value }).toString()
const askedFile = (prefix, question) => `${prefix}/q/${hashText(askedFor(question)).slice(0, 16)}`
const askedAt = ({ prefix, file }, question) =>
  file === null ? `${prefix || '/'}?${askedFor(question)}` : askedFile(prefix, question)

function* searchScript({ tree, file, words, origin, prefix, question, counted }) {
  const { tell } = words
  if (file !== null) {
    // A copy leads to the same page of the site itself, wherever in the list that is.
    const own = linksIn(tree, file).find((link) => link.startsWith(`${origin}${prefix || '/'}`))
    yield* words.say('share.copySearch', { '<site>': [{ to: own ?? origin }] })
    return
  }
  const [name, value] = question ?? []
  const called = question === null ? value : calledIn(counted, question)
  // What is called otherwise than it was published is asked for by both.
  const field = (own) => (own === name ? [...(called === value ? [] : [{ label: value }]), { label: called }] : [])
  yield* [tell('front.search.label'), tell('front.search.submit'), tell('front.search.more')]
  for (const own of ['place', 'party']) yield* [tell(`front.search.${own}`), ...field(own)]
  yield* [tell('front.search.level'), tell('front.search.anything')]
  for (const heading of HEADINGS) yield* [{ label: heading }, tell(`scale.heading.${heading}`)]
  yield* [tell('front.search.tag'), ...field('tag')]
  yield* [tell('front.search.from'), tell('front.search.to'), tell('front.search.show')]
}

/** What a list is narrowed by, in the words of the page. */
const calledIn = (counted, [by, value]) => counted?.called[by]?.(value) ?? value
const narrowedWords = (question, counted, { tell }) => [
  tell(`front.search.is.${question[0]}`),
  question[0] === 'level' ? tell(`scale.heading.${question[1]}`) : calledIn(counted, question),
]

function* narrowedScript(question, { words, prefix, counted }) {
  const { tell } = words
  const all = { to: prefix || '/' }
  yield { label: tell('front.search.narrowed') }
  yield* [all, ...narrowedWords(question, counted, words)]
  yield* ['×', tell('front.search.without'), all, tell('front.search.clear')]
}

function* nothingScript({ words, prefix, question }) {
  if (question === null) {
    yield words.tell('front.nothing')
    yield* words.say('front.nothingText', { '<method>': [{ to: `${prefix}/method` }] })
  } else {
    yield words.tell('front.nothingFound')
    yield* words.say('front.nothingFoundText', { '<all>': [{ to: prefix || '/' }] })
  }
}

/** Accounts that stand above the list on the newest front page. */
const LEADS = 3
const leadsOf = (listed, { place, question }) =>
  place > 0 || question !== null ? [] : listed.filter(({ kind }) => kind === 'account').slice(0, LEADS)

function* frontScript(listed, page) {
  const { words, prefix, place, question } = page
  const { tell } = words
  const isFront = place === 0 && question === null
  if (isFront) yield* words.say('front.about', { '<method>': [{ to: `${prefix}/method` }] })
  yield* searchScript(page)
  yield tell(question !== null ? 'front.found' : isFront ? 'front.latest' : 'front.earlier')
  if (question !== null) yield* narrowedScript(question, page)
  if (listed.length === 0) yield* nothingScript(page)
  const leads = leadsOf(listed, page)
  for (const found of leads) yield* entryScript(found, false, page)
  for (const found of listed.filter((each) => !leads.includes(each))) yield* entryScript(found, true, page)
  yield* pagingScript(tell('front.more'), page)
  yield* browseScript(page)
}

/** The ways into the archive: what the newest accounts are about, with how many of them. */
function* browseScript(page) {
  const { words, counted } = page
  if (counted === null || counted.lookedAt === 0) return
  const { tell } = words
  const { levels, places, parties, tags } = counted
  yield { label: tell('front.browse.title') }
  const entries = function* (by, some) {
    for (const { name, said, count } of some) {
      yield { to: askedAt(page, [by, name]) }
      yield* [said, written(count, words.locale)]
    }
  }
  const part = function* (title, by, some) {
    if (some.length > 0) yield* [tell(title), ...entries(by, some)]
  }
  yield* part('front.browse.levels', 'level', levels)
  yield* part('front.browse.places', 'place', places.slice(0, 8))
  if (places.length > 8) yield* [tell('front.browse.more'), ...entries('place', places.slice(8))]
  yield* part('front.browse.parties', 'party', parties)
  yield* part('front.browse.tags', 'tag', tags)
  yield tell('front.browse.counted', { count: counted.lookedAt })
}

const COUNTED = 250

/** What the newest are about, the most frequent first. Null where it cannot be told which are the newest. */
function countNewest(newest, language, { tell, locale }) {
  const read = newest.filter(({ kind }) => kind !== 'redacted').sort((a, b) => (a.leaf.at < b.leaf.at ? 1 : -1))
  if (read.length > COUNTED && read[COUNTED - 1].leaf.at === read[COUNTED].leaf.at) return null
  const own = read.slice(0, COUNTED)
  const names = new Map()
  const translated = own.flatMap(({ said }) => said.get(language) ?? [])
  for (const { names: called } of translated.sort((a, b) => (a.at < b.at ? 1 : -1)))
    for (const [path, said] of called) if (!names.has(path)) names.set(path, said)
  const { compare } = new Intl.Collator(locale)
  // Two that would be called alike keep their names.
  const callingOf = (room, all) => {
    const known = new Set(all)
    const say = (name) => names.get(`${room}/${name}`) ?? name
    const key = (name) => name.normalize('NFC').toLowerCase()
    const alike = new Map()
    for (const each of known) put(alike, key(say(each)), each)
    const isShared = (name) => (alike.get(key(say(name))) ?? []).some((other) => key(other) !== key(name))
    return (name) => (known.has(name) && !isShared(name) ? say(name) : name)
  }
  const name = callingOf(
    'name',
    own.flatMap(({ about }) => [...about.place, ...about.parties]),
  )
  const tag = callingOf(
    'tag',
    own.flatMap(({ about }) => about.tags),
  )
  const most = (pick, limit = Infinity, say = name) => {
    const counts = new Map()
    for (const { about } of own) for (const name of pick(about)) counts.set(name, (counts.get(name) ?? 0) + 1)
    const bytes = (a, b) => Buffer.compare(utf8(a), utf8(b))
    return [...counts]
      .sort(([a, some], [b, others]) => others - some || bytes(a, b))
      .slice(0, limit)
      .map(([own, count]) => ({ name: own, count, said: say(own) }))
      .sort((a, b) => b.count - a.count || compare(a.said, b.said))
  }
  const levels = most(({ heading }) => heading)
  return {
    lookedAt: own.length,
    levels: HEADINGS.flatMap((heading) => levels.find(({ name }) => name === heading) ?? []).map((level) => ({
      ...level,
      said: tell(`scale.heading.${level.name}`),
    })),
    places: most(({ place }) => place, 60),
    parties: most(({ parties }) => parties, 12),
    tags: most(({ tags }) => tags, 24, tag),
    called: { place: name, party: name, tag },
  }
}

/** What is drawn on the map of places leads where its name says, and is counted as it is beside it. */
function checkPlaces(page) {
  const { tree, words, counted, file, at } = page
  const figure = [...within(tree)].find(({ name }) => name === 'figure')
  if (figure === undefined || counted === null) return
  const known = counted.places.map(({ name, said, count }) => ({
    to: askedAt(page, ['place', name]),
    label: plain(words.tell('front.browse.onMap', { name: said, count })),
  }))
  const parts = [...within(figure)]
  const drawn = parts.filter(({ name }) => name === 'a')
  for (const place of drawn) {
    const [to, label] = [addressWithin(place.attributes.get('href') ?? '', file), plain(contentOf(place))]
    const isKnown = known.some((each) => each.to === to && each.label === label)
    demand(isKnown, at, `shows on its map ${contentOf(place)}, which leads to ${to}`)
  }
  const beside = parts
    .filter(({ name }) => name === 'svg')
    .map(contentOf)
    .join('')
  demand(plain(beside) === plain(drawn.map(contentOf).join('')), at, 'says more in its map than where accounts are')
  demand(
    new Set(drawn.map(({ attributes }) => attributes.get('href'))).size === drawn.length,
    at,
    'shows a place twice',
  )
  const [caption, ...more] = parts.filter(({ name }) => name === 'figcaption').map(contentOf)
  const said = [words.tell('front.browse.map'), words.tell('front.browse.map') + words.tell('account.place.borders')]
  demand(
    more.length === 0 && said.some((each) => plain(each) === plain(caption ?? '')),
    at,
    'says otherwise what its map shows',
  )
}

/** The front page and what follows it, or the archive narrowed by one thing, to its end. */
async function checkFront(site, accounts, { language, question = null, wanted, isAll = true }, context) {
  const prefix = prefixOf(language)
  const start = question === null ? null : askedAt({ prefix, file: site.files && '' }, question)
  const counted = context.counted.get(language)
  const read = (given) => {
    const page = { ...given, question, counted }
    const listed = articlesIn(page).map((entry) => accountIn(entry, accounts, page).at(-1))
    checkHeard([...heardIn(page.tree, page)], [...frontScript(listed, page)], page.at)
    checkPlaces(page)
    return listed
  }
  const all = []
  const { organisation } = context
  const head = (words) => ({
    title: question === null ? organisation : narrowedWords(question, counted, words).join(': '),
    description: words.tell('front.description', { organisation }),
    canonical: '',
  })
  const list = { language, start, question, most: accounts.newest.length, head, read }
  for await (const { listed, place, at, isLast } of readList(site, accounts, list, context)) {
    const leads = leadsOf(listed, { place, question })
    checkOrder(leads, [], Infinity, at)
    checkOrder(listed.slice(leads.length), [], Infinity, at)
    all.push(...[...listed].sort((a, b) => (a.leaf.at < b.leaf.at ? 1 : a.leaf.at > b.leaf.at ? -1 : 0)))
    if (isLast) checkOrder(all, wanted, Infinity, at, isAll)
  }
}

// ── On other people’s pages ──

/** How an account is shown elsewhere: in a language that it was translated into, or else in its own. */
function sharedOf(found, language, { words }) {
  const isTranslated = found.shown.has(language)
  const document = found.shown.get(isTranslated ? language : null)
  const own = words.languages.get(document?.language) ?? words.languages.get('en')
  const { tell } = own
  const central = document?.claims?.find(({ isCentral }) => isCentral)
  const isGone = found.kind === 'retracted' || found.retractedBy !== null
  const stands =
    found.since === null ? central && tell(`scale.level.${markOf(central.finding)}`) : tell('front.reexamined')
  return {
    words: own,
    title: document === null ? tell('front.redactedTitle') : document.incident.title,
    claim: document === null || isGone ? null : (central?.text ?? null),
    mark: document === null ? tell('front.redacted') : isGone ? tell('front.retracted') : (stands ?? null),
    prefix: isTranslated ? prefixOf(language) : '',
  }
}

function* cardScript({ words, title, claim, mark, prefix }, { leaf, slug }, { origin, organisation, file }) {
  const { tell } = words
  const address = `${origin}${prefix || prefixOf(words.language)}/incidents/${slug}`
  const to = { to: file === null ? address : new URL(address).pathname }
  const day = formatter(words.locale, { dateStyle: 'long' }).format(new Date(leaf.at))
  yield* [organisation, to, title]
  if (mark !== null) yield mark
  if (claim !== null) yield claim
  yield* [tell('share.published', { date: day }), to, tell('share.read')]
}

const ENTERS = new Set([...FRAME, 'aside'])

/** The frame for other people’s pages: what it says, and where it leads. A long claim is cut there. */
async function checkEmbed(site, found, language, context) {
  const path = `${prefixOf(language)}/embed/incidents/${found.slug}`
  const file = site.files === null ? null : `${path.slice(1)}/index.html`
  const bytes = await site.bytes(file === null ? path : `/${file}`)
  if (bytes === null && site.files !== null) return
  const at = path.slice(1)
  demand(bytes !== null, at, 'is missing')
  const shared = sharedOf(found, language, context)
  const [, head = '', body = ''] = /<head>([^]*)<\/head><body[^>]*>([^]*)<\/body>/i.exec(textOf(bytes) ?? '') ?? []
  const { items, sheets } = readHead(head, at)
  for (const sheet of sheets) await checkStyle(site, addressWithin(sheet, file), context)
  checkEmbedHead(items, shared, found, { ...context, file, at })
  const bare = body.replace(/<!--[^]*?-->/g, '')
  const rest = besideAsOf(bare, shared.words, at, (instant) => context.asOf.push(instant))
  const tree = readTree(rest, at, ENTERS)
  const cards = [...within(tree)].filter(({ name }) => name === 'article')
  const banner = [...within(tree)]
    .filter(({ name }) => name === 'aside')
    .map(contentOf)
    .join('')
  const isDemo = banner !== '' && plain(banner) === plain(shared.words.tell('frame.demo.text'))
  demand(cards.length === 1 && (banner === '' || isDemo), at, 'holds something else than one account')
  const all = plain(contentOf(tree))
  demand(
    all === plain(banner) + plain(contentOf(cards[0])) || (file !== null && all.endsWith(plain(contentOf(cards[0])))),
    at,
    'says something beside its account',
  )
  for (const node of within(cards[0])) {
    const hides = (node.attributes.get('class') ?? '')
      .split(/\s+/)
      .filter((word) => word !== 'line-clamp-4' && isHiding(word, node.name))
    demand(hides.length === 0, at, 'takes something out of sight')
    for (const name of node.attributes.keys())
      demand(isKnownAttribute(name) || name === 'target', at, `has an attribute that no page has: ${name}`)
  }
  const times = [...within(cards[0])]
    .filter(({ name }) => name === 'time')
    .map(({ attributes }) => attributes.get('datetime'))
  demand(same(times, [found.leaf.at]), at, 'is of another time')
  // What is said there of a day has no title.
  const heard = [...heardIn(cards[0], { file, hashes: new Set(), isCard: true })]
  checkHeard(heard, [...cardScript(shared, found, { ...context, file })], at)
}

function checkEmbedHead(items, { title, prefix }, { slug }, { origin, file, at }) {
  for (const { name, text, attributes } of items) {
    const [label, rel, href = ''] = ['name', 'rel', 'href'].map((each) => attributes.get(each))
    const own = `${origin}${prefix}/incidents/${slug}`
    const isIcon = rel === 'icon' && addressWithin(href, file).startsWith('/icon.svg')
    const isLink = rel === 'stylesheet' || isIcon || (rel === 'canonical' && href === own)
    const given = label ?? attributes.get('http-equiv')?.toLowerCase()
    const isMeta = attributes.has('charset') || (HEAD_FIXED[given]?.test(attributes.get('content') ?? '') ?? false)
    const isNoindex = label === 'robots' && attributes.get('content') === 'noindex'
    const isSaid = { title: plain(text) === plain(title), link: isLink, meta: isMeta || isNoindex }[name]
    demand(isSaid, at, `says in its head what was not published: ${text || href || attributes.get('content')}`)
  }
}

/** What others are told to show of it (oEmbed), in both formats: a site alone answers questions. */
async function checkShared(site, found, language, context) {
  await checkEmbed(site, found, language, context)
  if (site.files !== null) return
  const { origin, organisation } = context
  const { title, prefix } = sharedOf(found, language, context)
  const own = `${origin}${prefix}/incidents/${found.slug}`
  const frame = `${origin}${prefix}/embed/incidents/${found.slug}`
  const escaped = title.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign])
  const wanted = {
    ...{ version: '1.0', type: 'rich', title, provider_name: organisation, provider_url: `${origin}/` },
    ...{ thumbnail_url: `${own}/card.png`, thumbnail_width: 1200, thumbnail_height: 630, width: 600, height: 320 },
    html: `<iframe src="${frame}" width="600" height="320" title="${escaped}" loading="lazy" referrerpolicy="no-referrer" frameborder="0"></iframe>`,
  }
  const ask = `/oembed?url=${encodeURIComponent(own)}&format=`
  const said = parseJson((await site.bytes(`${ask}json`)) ?? Buffer.of(), 'oembed')
  demand(same(said, wanted), 'oembed', `says something else of ${own} than was published`)
  const xml = textOf((await site.bytes(`${ask}xml`)) ?? Buffer.of()) ?? ''
  const parts = [...xml.matchAll(/<(\w+)>([^<]*)<\/\1>/g)].map(([, name, text]) => [name, feedText(unescapeHtml(text))])
  const due = Object.entries(wanted).map(([name, value]) => [name, feedText(String(value))])
  const outside = xml.replace(/<(\w+)>([^<]*)<\/\1>|<\?xml[^<>]*\?>|<\/?oembed>|\s/g, '')
  demand(same(parts, due) && outside === '', 'oembed', `says something else of ${own} than was published, as XML`)
}

// ── What changed between versions ──

const same = (a, b) => canonical(a ?? null) === canonical(b ?? null)
const shorten = (text) => (text.length <= 80 ? text : `${text.slice(0, 79).trimEnd()}…`)

/** A sentence that says no before and after, of what is not the same. */
const noteUnless = (isSame, note, text = null) => (isSame ? [] : [{ note, text }])
const note = (name, text = null) => noteUnless(false, name, text)
const changed = (what, before, after) => (same(before, after) ? [] : [{ what, before, after }])
/** What no sentence of its own covers is named by the part that it is in. */
const orElse = (said, isSame, otherwise) => (isSame || said.length > 0 ? said : note(otherwise))

// What stood in a place, or stands: null for nothing.
const textSaid = (text) => (text === null || text === '' ? null : { text })
const whenSaid = (edtf) => (edtf === null ? null : { edtf })
const placeSaid = (place) =>
  place && { place: { name: place.name, at: [place.latitude, place.longitude], precision: place.precision } }

/** What differs between two accounts, in sentences and in the order of the page; of a claim or passage with what it is. */
function* changesBetween(a, b, isTextChanged) {
  yield { said: incidentChanges(a.incident, b.incident) }
  // What is marked word by word is not said a second time.
  if (!isTextChanged) yield { said: noteUnless(same(unnumberedSummary(a), unnumberedSummary(b)), 'layout') }
  yield* claimChanges(a, b)
  yield* evidenceChanges(a, b)
  const related = ({ related: all }) => ({ names: all.map(({ title }) => title) })
  yield { said: orElse(changed('related', related(a), related(b)), same(a.related, b.related), 'related') }
  yield { said: frameChanges(a, b) }
}

function incidentChanges(a, b) {
  const parties = ({ parties: all }) => ({ names: all.map(({ name }) => name) })
  return [
    ...changed('title', textSaid(a.title), textSaid(b.title)),
    ...changed('address', textSaid(a.slug), textSaid(b.slug)),
    ...changed('type', { type: a.type }, { type: b.type }),
    ...changed('when', whenSaid(a.occurred), whenSaid(b.occurred)),
    ...orElse(changed('place', placeSaid(a.place), placeSaid(b.place)), same(a.place, b.place), 'place'),
    ...orElse(changed('parties', parties(a), parties(b)), same(a.parties, b.parties), 'parties'),
    ...changed('sides', { sides: a.sides }, { sides: b.sides }),
    ...changed('tags', { names: a.tags }, { names: b.tags }),
  ]
}

/** A summary with the keys of what it cites in the place of numbers. */
function unnumberedSummary({ summary, evidence }) {
  const keys = new Map(evidence.map(({ number, key }) => [number, key]))
  const withKeys = (value) => {
    if (Array.isArray(value)) return value.map(withKeys)
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(
      Object.entries(value).map(([name, own]) => [name, name === 'citation' ? (keys.get(own) ?? own) : withKeys(own)]),
    )
  }
  return withKeys(summary)
}

function* claimChanges(before, after) {
  const now = new Map(after.claims.map((claim) => [claim.key, claim]))
  const then = new Map(before.claims.map((claim) => [claim.key, claim]))
  for (const { key, text } of before.claims) if (!now.has(key)) yield { key, said: note('claimGone', text) }
  for (const claim of after.claims) {
    const { key, text } = claim
    if (!then.has(key)) yield { key, said: note('claimNew', text) }
    else yield { key, subject: ['claim', text], said: oneClaim(then.get(key), claim, before, after) }
  }
  const kept = (claims) => claims.map(({ key }) => key).filter((key) => now.has(key) && then.has(key))
  yield { said: noteUnless(same(kept(before.claims), kept(after.claims)), 'claimOrder') }
}

function oneClaim(a, b, before, after) {
  const claimants = (claim) => ({ names: claim.claimants.map(({ name }) => name) })
  const first = ({ firstAppearance }) => whenSaid(firstAppearance?.when ?? null)
  const finding = ({ finding: { heading, level } }) => ({ finding: { heading, level } })
  const keysOf = (numbers, { evidence }) => {
    const keys = new Map(evidence.map((piece) => [piece.number, piece.key]))
    return numbers.map((number) => keys.get(number) ?? '').sort()
  }
  const hasLineage = a.origins.lineage !== undefined && b.origins.lineage !== undefined
  const groups = ({ origins: { lineage, ...origins } }, whole) => ({
    ...origins,
    lineage: hasLineage ? lineageByKeys(lineage, (numbers) => keysOf(numbers, whole)) : null,
    groups: origins.groups.map((group) => ({ ...group, evidence: keysOf(group.evidence, whole) })),
    unattributed: keysOf(origins.unattributed, whole),
  })
  const isSameCount = same(groups(a, before), groups(b, after))
  const rivals = ({ rivals: keys }) => [...keys].sort()
  const unnumbered = (claim) => ({ ...claim, evidence: [], origins: null, rivals: rivals(claim) })
  const said = [
    ...changed('text', textSaid(a.text), textSaid(b.text)),
    ...changed('question', textSaid(a.question.text), textSaid(b.question.text)),
    ...noteUnless(a.isCentral === b.isCentral, b.isCentral ? 'central' : 'notCentral'),
    ...changed('claimants', claimants(a), claimants(b)),
    ...orElse(changed('first', first(a), first(b)), same(a.firstAppearance, b.firstAppearance), 'first'),
    ...orElse(changed('finding', finding(a), finding(b)), same(a.finding, b.finding), 'votes'),
    ...orElse(changed('origins', { number: a.origins.count }, { number: b.origins.count }), isSameCount, 'groups'),
    ...noteUnless(same(rivals(a), rivals(b)), 'rivals'),
    ...noteUnless(same(keysOf(a.evidence, before), keysOf(b.evidence, after)), 'evidence'),
  ]
  return orElse(said, same(a, b) || same(unnumbered(a), unnumbered(b)), 'other')
}

/** Who copied whom, by the keys of the evidence: numbers shift when a citation is added. */
function lineageByKeys({ sources, copies }, keysOf) {
  const names = sources.map((source) => canonical({ ...source, evidence: keysOf(source.evidence) }))
  const edges = copies.map(({ kind, copy, of }) => canonical([kind, names[copy] ?? null, names[of] ?? null]))
  return { sources: [...names].sort(), copies: edges.sort() }
}

function* evidenceChanges(before, after) {
  const now = new Map(after.evidence.map((piece) => [piece.key, piece]))
  const then = new Map(before.evidence.map((piece) => [piece.key, piece]))
  const subjectOf = (piece) =>
    piece.isConfidential ? ['confidential', piece.description] : ['passage', shorten(piece.quotation.exact)]
  const named = (piece, what) => {
    const [kind, text] = subjectOf(piece)
    return { key: piece.key, said: note(`${kind}${what}`, text) }
  }
  for (const piece of before.evidence) if (!now.has(piece.key)) yield named(piece, 'Gone')
  for (const piece of after.evidence)
    if (!then.has(piece.key)) yield named(piece, 'New')
    else yield { key: piece.key, subject: subjectOf(piece), said: onePiece(then.get(piece.key), piece) }
  const isNumbered = after.evidence.every(({ key, number }) => (then.get(key)?.number ?? number) === number)
  yield { said: noteUnless(isNumbered, 'numbers') }
}

function onePiece(a, b) {
  const isSame = same({ ...a, number: 0 }, { ...b, number: 0 })
  if (a.isConfidential || b.isConfidential) return noteUnless(isSame, 'confidential')
  const stance = (piece) => (piece.stance === null ? null : { stance: piece.stance })
  const said = [
    ...changed('stance', stance(a), stance(b)),
    ...['origin', 'relays', 'translation', 'source'].flatMap((part) => noteUnless(same(a[part], b[part]), part)),
  ]
  return orElse(said, isSame, 'other')
}

function frameChanges(a, b) {
  const scale = ({ rules }) => [rules.scale, rules.disputedSpread]
  return [
    ...changed('bylines', { names: a.bylines }, { names: b.bylines }),
    ...changed('organisation', textSaid(a.organisation.name), textSaid(b.organisation.name)),
    ...changed('organisationAddress', textSaid(a.organisation.address), textSaid(b.organisation.address)),
    ...changed('contact', textSaid(a.organisation.contact), textSaid(b.organisation.contact)),
    ...changed('language', { tag: a.language }, { tag: b.language }),
    ...changed('quorum', { number: a.rules.quorum }, { number: b.rules.quorum }),
    ...changed('approvals', { number: a.rules.approvals }, { number: b.rules.approvals }),
    ...noteUnless(same(scale(a), scale(b)), 'scale'),
  ]
}

/** What stood in a place, in the reader’s words. */
function saidWords(said, words) {
  const { tell } = words
  const [[as, value]] = Object.entries(said)
  const quote = (text) => tell('change.quote', { text })
  const list = (items) => (items.length === 0 ? tell('change.nothing') : words.list(items))
  const ways = {
    text: quote,
    names: list,
    sides: (sides) => list(sides.map(({ name, parties }) => tell('change.side', { name, parties: list(parties) }))),
    edtf: (edtf) => whenWords(edtf, words),
    number: (number) => written(number, words.locale),
    type: (type) => tell(`scale.type.${type}`),
    stance: (stance) => tell(`account.evidence.${stance}`),
    tag: (tag) => languageName(tag, words),
    finding: ({ heading, level }) =>
      tell('change.finding', { heading: tell(`scale.heading.${heading}`), level: tell(`scale.level.${level}`) }),
    place: ({ name, at, precision }) =>
      tell(at.includes(null) ? 'change.placeNamed' : 'change.placeAt', {
        ...{ name: quote(name), at: at.join(', ') },
        precision: tell(`scale.precision.${precision}`),
      }),
  }
  return ways[as](value)
}

function changeWords({ note: name, text, what, before, after }, words) {
  const { tell } = words
  if (what === undefined) return tell(`change.note.${name}`, { text })
  const key = before === null ? 'given' : after === null ? 'gone' : 'changed'
  const [then, now] = [before, after].map((said) => said && saidWords(said, words))
  return tell(`change.${key}`, { what: tell(`change.what.${what}`), before: then, after: now })
}

/** The plain texts of a summary, block by block. `cite`: how a citation is written. */
function blockTexts(blocks, cite) {
  return blocks.flatMap((block) => {
    if (block.kind === 'quotation') return blockTexts(block.blocks, cite)
    if (block.kind === 'list') return block.items.flatMap((item) => blockTexts(item, cite))
    return [block.content.map((part) => ('text' in part ? part.text : cite(part.citation))).join('')]
  })
}

/** Both summaries in blocks: a citation of the same evidence is the same, and one of what is gone is marked. */
function textsOf(before, after) {
  const keys = new Map(before.evidence.map(({ number, key }) => [number, key]))
  const numbers = new Map(after.evidence.map(({ number, key }) => [key, number]))
  const citedNow = (number) => {
    const now = numbers.get(keys.get(number))
    return now === undefined ? `[${number}\u2060]` : `[${now}]`
  }
  return [blockTexts(before.summary, citedNow), blockTexts(after.summary, (number) => `[${number}]`)]
}

/** What is marked in a summary: read without what came in it is the one before, and without what went the one after. */
function checkMarked(node, [before, after], at) {
  const blocks = node.children.filter((child) => typeof child !== 'string')
  for (const [texts, left] of [
    [before, 'ins'],
    [after, 'del'],
  ]) {
    const read = blocks.map(({ children }) =>
      children
        .filter(({ name }) => name !== left)
        .map(contentOf)
        .join(''),
    )
    const isRead = same(
      read.filter((text) => text !== ''),
      texts.filter((text) => text !== ''),
    )
    demand(isRead, at, `marks in a summary what did not ${left === 'ins' ? 'go' : 'come'}`)
  }
}

/** Versions that one page of changes tells of. */
const CHANGES = 10

/** What a page of changes says: of each version what it changed against the last account before it that can be read. */
function* changesScript(page) {
  const { account, words, shown, title } = page
  const { tell } = words
  yield tell('account.versions.changes')
  yield title ?? tell('front.redactedTitle')
  yield* [{ to: page.addressOf() }, tell('account.changes.read')]
  if (account.notices.length > 0) yield* examinedScript(account.notices, words)
  for (const version of shown) yield* versionScript(version, page)
  if (page.older === null) return
  yield { label: tell('account.changes.more') }
  yield* [{ to: page.older }, tell('frame.older')]
}

function* examinedScript(notices, words) {
  yield words.tell('account.changes.reexamined')
  for (const { at, reason, lifted } of notices) {
    const isDay = lifted?.at.slice(0, 10) === at.slice(0, 10)
    const key = lifted === null ? 'since' : isDay ? 'on' : 'sinceUntil'
    yield* words.say(`account.changes.${key}`, { since: [{ time: at }], until: [{ time: lifted?.at ?? at }] })
    yield { hash: reason }
    if (lifted !== null) yield { hash: lifted.reason }
  }
}

function* versionScript(version, page) {
  const { words } = page
  const { tell } = words
  const { leaf, kind, correction, approvals, redactions, rules } = version
  const { number } = leaf
  yield* [{ to: page.addressOf(`/v/${number}`) }, tell('account.version', { number })]
  if (correction !== null) yield `: ${tell(`scale.correction.${correction.kind}`)}`
  yield { time: leaf.at }
  if (approvals !== null) yield `· ${tell('account.changes.approvedBy', { count: approvals })}`
  else if (rules !== null) yield `· ${tell('account.changes.approved', { count: rules.approvals })}`
  if (correction !== null && correction.note !== null) yield version.said.get(words.language)?.note ?? correction.note
  yield* redactionsScript({ words, account: { notices: redactions } })
  if (number === 1) yield tell('account.changes.first')
  const pair = page.pairs.get(number)
  if (pair === undefined) {
    if (number > 1 && correction?.kind !== 'retraction')
      yield tell(kind === 'redacted' ? 'account.changes.redacted' : 'account.changes.redactedBefore')
    return
  }
  let runs = 0
  let last = null
  for (const { key = null, subject, said } of changesBetween(pair.before, pair.now, pair.isTextChanged)) {
    if (said.length === 0) continue
    runs++
    if (subject !== undefined && key !== last) yield tell(`change.subject.${subject[0]}`, { text: subject[1] })
    last = key
    for (const change of said) yield changeWords(change, words)
  }
  if (runs === 0 && !pair.isTextChanged) yield tell('account.changes.nothing')
  if (pair.isTextChanged) {
    yield tell('account.changes.words', { number: pair.number })
    yield { marked: '' }
  }
}

/** A version with its translation into a language, or with none. */
async function translatedIn(site, version, language, context) {
  const original = await documentIn(site, version, null, context)
  const translation = (await translationsOf(site, version.publication, context)).get(language)?.document ?? null
  return { original, translation }
}

/**
 * Two versions in the words of their translations, where both have one. What the original says in both has the later words
 * in both: that somebody has put it otherwise since is no change.
 */
function translatedPair(before, now) {
  if (before.translation === null || now.translation === null) return { before: before.original, now: now.original }
  const said = ({ original }, words, summary) => inOtherWords(original, { words, summary, language: original.language })
  return {
    before: said(before, wordsThen(before, now), summaryThen(before, now)),
    now: said(now, now.translation.words, now.translation.summary),
  }
}

function wordsThen(before, now) {
  const kept = new Map([...ownWords(now.original)].map(([what, text, path]) => [`${what} ${text}`, path]))
  const words = [...ownWords(before.original)].map(([what, text, path]) => {
    const later = kept.get(`${what} ${text}`)
    return [path, later === undefined ? before.translation.words[path] : now.translation.words[later]]
  })
  return Object.fromEntries(words.filter(([, text]) => text !== undefined))
}

/** What a translation translates beside the summary: what it is, how it is put, and where its translation stands. */
function* ownWords(document) {
  const { incident, claims, evidence, related } = document
  yield ['title', incident.title, 'title']
  const asked = new Set()
  for (const { key, text, question, finding } of claims) {
    const own = `${question.kind} ${question.text}`
    if (!asked.has(own)) yield ['question', question.text, `question/${key}`]
    asked.add(own)
    yield ['claim', text, `claim/${key}`]
    for (const [at, { reason }] of finding.dissent.entries()) yield ['reason', reason, `reason/${key}/${at + 1}`]
  }
  for (const [at, { note }] of incident.parties.entries()) yield ['party', note, `party/${at + 1}`]
  const open = evidence.filter(({ isConfidential }) => !isConfidential)
  const grades = new Set(open.flatMap(({ source }) => source.grade?.reason ?? []))
  for (const [at, reason] of [...grades].entries()) yield ['grade', reason, `grade/${at + 1}`]
  for (const { isConfidential, description, key } of evidence)
    if (isConfidential) yield ['description', description, `description/${key}`]
  for (const name of deskNames(document)) yield ['name', name, `name/${name}`]
  for (const tag of incident.tags) yield ['tag', tag, `tag/${tag}`]
  for (const { slug, title } of related) yield ['related', title, `related/${slug}`]
}

function summaryThen(before, now) {
  const [own, lines, ownNow, linesNow] = [before, now].flatMap(({ original, translation }) => [
    linesOf(original.summary),
    linesOf(translation.summary),
  ])
  if (own.length !== lines.length || ownNow.length !== linesNow.length) return before.translation.summary
  const keysOf = ({ original }) => new Map(original.evidence.map(({ number, key }) => [number, key]))
  const [keys, keysNow] = [keysOf(before), keysOf(now)]
  const numbers = new Map([...keys].map(([number, key]) => [key, number]))
  const keyed = ({ kind, content }, of) =>
    canonical([kind, content.map((part) => ('citation' in part ? [of.get(part.citation) ?? null] : part))])
  const back = (part) =>
    'citation' in part ? { citation: numbers.get(keysNow.get(part.citation)) ?? part.citation } : part
  const kept = new Map(ownNow.map((line, at) => [keyed(line, keysNow), linesNow[at].content]))
  return withLines(
    before.translation.summary,
    own.map((line, at) => kept.get(keyed(line, keys))?.map(back) ?? lines[at].content),
  )
}

/** The paragraphs and headings of a summary, in their order. */
const linesOf = (blocks) =>
  blocks.flatMap((block) =>
    block.kind === 'quotation' ? linesOf(block.blocks) : block.kind === 'list' ? block.items.flatMap(linesOf) : [block],
  )

function withLines(blocks, contents) {
  let at = 0
  const visit = (block) => {
    if (block.kind === 'quotation') return { ...block, blocks: block.blocks.map(visit) }
    if (block.kind === 'list') return { ...block, items: block.items.map((item) => item.map(visit)) }
    return { ...block, content: contents[at++] }
  }
  return blocks.map(visit)
}

/** What each of these versions is told against: the last account before it, where both can be read. */
async function pairsOf(site, shown, rows, language, context) {
  const pairs = new Map()
  for (const [place, version] of shown.entries()) {
    const previous = rows.slice(place + 1).find(({ correction }) => correction?.kind !== 'retraction')
    if (version.kind !== 'account' || previous?.kind !== 'account') continue
    const { before, now } = translatedPair(
      await translatedIn(site, previous, language, context),
      await translatedIn(site, version, language, context),
    )
    const texts = textsOf(before, now)
    pairs.set(version.leaf.number, { before, now, texts, isTextChanged: !same(...texts), number: previous.leaf.number })
  }
  return pairs
}

/** A part that marks what changed: paragraphs of what stayed, came and went. */
const isMarked = (node) =>
  node.name === 'div' &&
  node.children.length > 0 &&
  node.children.every(
    (child) => child.name === 'p' && child.children.every(({ name }) => ['ins', 'del', 'span'].includes(name)),
  )

/** All pages of what changed in an account, in one language. `own`: its versions, oldest first. */
async function checkChanges(site, accounts, { language, own }, context) {
  const versions = [...own].reverse()
  const [newest] = versions
  const notices = noticesOf(own, context)
  const hashes = new Set(notices.flatMap(({ reason, lifted }) => [reason, lifted?.reason]))
  const path = `/incidents/${newest.slug}/changes`
  const title = (newest.shown.get(language) ?? newest.shown.get(null))?.incident.title ?? null
  const head = ({ tell }) => ({
    title: tell('account.changes.pageTitle', { title: title ?? tell('front.redactedTitle') }),
    ...{ description: tell('account.changes.description'), canonical: path },
  })
  const list = { language, path, most: versions.length / CHANGES, head }
  const read = async (given) => {
    const { place, at, tree, prefix, next, file } = given
    const rows = versions.slice(place * CHANGES, (place + 1) * CHANGES + 2)
    const shown = rows.slice(0, CHANGES)
    demand(shown.length > 0 && rows.length > CHANGES === (next !== null), at, 'ends elsewhere than the versions do')
    const pairs = await pairsOf(site, shown, rows, language, context)
    const page = {
      ...{ ...given, shown, pairs, hashes, account: { notices: place === 0 ? notices : [] } },
      older: next && addressWithin(next.address, file),
      title,
      addressOf: (rest = '') => `${prefix}/incidents/${newest.slug}${rest}`,
      isChanges: true,
    }
    checkHeard([...heardIn(tree, page)], [...changesScript(page)], at)
    const marked = [...within(tree)].filter(isMarked)
    for (const { texts, isTextChanged } of pairs.values()) if (isTextChanged) checkMarked(marked.shift(), texts, at)
    return []
  }
  for await (const page of readList(site, accounts, { ...list, read }, context)) if (page.isLast) return
}

/** When and why an account was being re-examined, the newest first: why, by its hash. */
const noticesOf = (own, { told }) =>
  told
    .filter(({ leaf }) => leaf.kind === 'notice' && own.some(({ index }) => index === leaf.of))
    .map(({ leaf: { at, reason }, lifted }) => ({ at, reason, lifted }))
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, 20)

// ── Pages of the site itself: its method, its data, its log ──

const CELLS = new Set(['dd', 'dt', 'td', 'th'])
/** Texts of a table, each in a cell of its own. */
const cells = (...texts) => texts.flatMap((text) => [{ cell: '' }, text])
const linkedTo = ({ prefix }, path) => [{ to: `${prefix}${path}` }]

/** Parts of the page of the method: where each is, and the room of its words. */
const METHOD_PARTS = {
  ...{ levels: 'levels', origins: 'origins', judging: 'judging', publishing: 'publishing', corrections: 'afterwards' },
  ...{ outlets: 'outlets', protection: 'protection', settings: 'settings', data: 'data' },
}

function* methodScript(page) {
  const { words, organisation } = page
  const { tell } = words
  yield tell('method.title')
  yield* words.say('method.intro', { organisation: [organisation] })
  yield* [{ label: tell('method.contents') }, tell('method.contents')]
  for (const [id, room] of Object.entries(METHOD_PARTS)) yield* [{ to: `#${id}` }, tell(`method.${room}.title`)]
  for (const [id, room] of Object.entries(METHOD_PARTS)) {
    yield* [{ id }, tell(`method.${room}.title`)]
    yield* METHOD[room](page)
  }
}

const METHOD = {
  *levels({ words: { tell } }) {
    yield* [tell('method.levels.text'), tell('scale.levels.caption')]
    yield* cells(...['level', 'says', 'heading', 'value'].map((head) => tell(`scale.levels.${head}`)))
    for (const level of LEVELS) {
      yield* cells(
        tell(`scale.level.${level}`),
        tell(`scale.meaning.${level}`),
        tell(`scale.heading.${HEADING[level]}`),
      )
      yield* cells(level in STEP ? String(STEP[level]) : tell('scale.levels.none'))
    }
  },
  *origins({ words: { tell } }) {
    yield* [tell('method.origins.count'), tell('method.origins.confirmed')]
  },
  *judging({ words: { tell }, settings: { quorum } }) {
    yield* [tell('method.judging.ballot'), tell('method.judging.finding', { quorum }), tell('method.judging.spread')]
  },
  *publishing({ words: { tell }, settings: { approvals } }) {
    for (const rule of ['cited', 'verbatim', 'judged', 'rivals']) yield tell(`method.publishing.${rule}`)
    yield tell('method.publishing.approved', { approvals })
  },
  *afterwards(page) {
    yield* page.words.say('method.afterwards.replaced', { '<corrections>': linkedTo(page, '/corrections') })
    yield page.words.tell('method.afterwards.redacted')
  },
  *outlets({ words: { tell } }) {
    yield* [tell('method.outlets.text'), tell('scale.grades.caption')]
    yield* cells(tell('scale.grades.grade'), tell('scale.grades.says'))
    for (const grade of 'ABCDEF') yield* cells(grade, tell(`scale.grade.${grade}`))
  },
  *protection({ words: { tell } }) {
    yield tell('method.protection.text')
  },
  *settings({ words: { tell, locale }, settings, through }) {
    for (const each of ['quorum', 'approvals'])
      yield* cells(tell(`method.settings.${each}`), written(settings[each], locale))
    yield tell('method.settings.kept')
    if (through.length === 0) return
    yield tell('method.settings.through')
    yield* cells(...['since', 'ballots', 'approvalsShort', 'spread'].map((head) => tell(`method.settings.${head}`)))
    for (const { since, quorum, approvals, disputedSpread } of through)
      yield* cells({ time: since }, ...[quorum, approvals, disputedSpread].map((each) => written(each, locale)))
  },
  *data(page) {
    yield* page.words.say('method.data.evidence', { '<api>': [{ to: DESCRIBED }] })
    const ways = Object.keys(FEED_NAMES).map((format) => [`<${format}>`, linkedTo(page, FEED_NAMES[format])])
    yield* page.words.say('method.data.log', { '<log>': linkedTo(page, '/log'), ...Object.fromEntries(ways) })
  },
}

const FEED_NAMES = { atom: '/feed.atom', rss: '/feed.rss', json: '/feed.json' }
const DESCRIBED = '/api/v1/openapi.json'
/** Changes of the settings that the page lists. */
const MOST_SETTINGS = 50

/** The settings by which what stands published was decided, newest first, each since the first that was. */
function settingsThrough({ all }) {
  const runs = []
  for (const { rules, leaf } of all
    .filter((each) => each.rules !== null)
    .sort((a, b) => (a.leaf.at < b.leaf.at ? -1 : 1)))
    if (!same(rules, runs.at(-1)?.rules)) runs.push({ rules, since: leaf.at })
  return runs
    .reverse()
    .slice(0, MOST_SETTINGS)
    .map(({ rules, since }) => ({ since, ...rules }))
}

/** What the page of the method says is in force. It stands in no entry before something was published by it. */
async function settingsNow(site, language) {
  const path = `${prefixOf(language)}/method`.slice(1)
  const bytes = await site.page(path)
  demand(bytes !== null, path, 'is missing')
  const [, part = ''] = /<section\b[^>]* id="settings"([^]*?)<\/dl>/.exec(textOf(bytes) ?? '') ?? []
  const [quorum, approvals, ...more] = [...part.matchAll(/<dd\b[^>]*>(\d{1,3})<\/dd>/g)].map(([, number]) =>
    Number(number),
  )
  demand(approvals !== undefined && more.length === 0, path, 'does not say which settings are in force')
  return { quorum, approvals }
}

function* dataScript(page) {
  const { words, origin, prefix } = page
  const { tell } = words
  const link = (path) => [{ to: path }, path]
  const part = (id) => [{ id }, tell(`data.${id}.title`)]
  yield* [tell('data.title'), tell('data.intro'), ...part('feeds')]
  const feeds = Object.values(FEED_NAMES).flatMap((path, at) => [...(at > 0 ? ['·'] : []), ...link(prefix + path)])
  yield* words.say('data.feeds.text', { feeds })
  yield `${origin}${prefix}/feed.atom?party=coast+guard&level=disputed`
  yield* [`${tell('corrections.title')}:`, ...link(`${prefix}/corrections/feed.atom`)]
  yield* [...part('dumps'), ...dumpsScript(page), ...part('frames'), tell('data.frames.text')]
  yield `<iframe src="${origin}/embed/incidents/…" width="600" height="320" frameborder="0"></iframe>`
  yield* [...part('checking'), ...words.say('data.checking.text', { '<log>': linkedTo(page, '/log') }), ...part('api')]
  yield* words.say('data.api.text', { '<openapi>': [{ to: DESCRIBED }], site: [origin] })
  if (words.language !== 'en') yield tell('data.api.english')
  yield* apiScript(page)
}

const DUMP_PART = 1000
const DUMPS = ['publications-?.jsonl', 'publications-?.csv', 'claims-?.csv']

function* dumpsScript({ words, log }) {
  const { size } = log.checkpoint
  yield* words.say('data.dumps.text', { part: DUMP_PART, index: [{ to: '/dumps/index.json' }, '/dumps/index.json'] })
  for (let part = Math.max(1, Math.ceil(size / DUMP_PART)) - 1; part >= 0; part--) {
    const [first, last] = [part * DUMP_PART, Math.min(size, (part + 1) * DUMP_PART) - 1]
    yield size === 0 ? words.tell('data.dumps.none') : words.tell('data.dumps.entries', { first, last })
    for (const name of DUMPS.map((each) => each.replace('?', part))) yield* [{ to: `/dumps/${name}` }, name]
  }
}

/** The interface as its description has it. */
function* apiScript({ words: { tell }, described }) {
  const heads = (...names) => cells(...names.map((name) => tell(`data.api.${name}`)))
  for (const [path, { get }] of Object.entries(described.paths)) {
    yield* [`GET ${path}`, get.summary]
    const { parameters = [], responses } = get
    if (parameters.length > 0) yield* heads('parameter', 'what')
    for (const { name, description, schema, required } of parameters)
      yield* cells(name, [description, kindOf(schema), required && 'required'].filter(Boolean).join(', '))
    yield* heads('answer', 'when')
    for (const [status, { description, content = {} }] of Object.entries(responses))
      yield* [...cells(status, description), ...Object.keys(content)]
  }
  yield tell('data.api.contents')
  for (const [name, schema] of Object.entries(described.components.schemas)) {
    yield* [{ id: `schema-${name}` }, name]
    const fields = Object.entries(schema.properties ?? {})
    yield* fields.length > 0 ? heads('field', 'what') : [kindOf(schema)]
    for (const [field, value] of fields)
      yield* cells(field, [value.description, kindOf(value)].filter(Boolean).join('. '))
  }
}

/** What a value may be, in a few words. */
function kindOf(schema) {
  const { $ref, anyOf, oneOf = anyOf, enum: some, const: only, items, properties, type = 'anything', format } = schema
  if ($ref !== undefined) return $ref.replace(/^.*\//, '')
  if (oneOf !== undefined) return oneOf.map(kindOf).join(' or ')
  if (some !== undefined) return some.join(', ')
  if (only !== undefined) return JSON.stringify(only)
  if (items !== undefined) return `list of ${kindOf(items)}`
  if (properties !== undefined) return `{ ${Object.keys(properties).join(', ')} }`
  return [[type].flat().join(' or '), format].filter(Boolean).join(', ')
}

/** The description of the interface, to the letter but for whose it is and where: its hash stands in the list of words. */
async function readDescribed(site, { words, origin, organisation }) {
  const at = DESCRIBED.slice(1)
  const bytes = await site.bytes(DESCRIBED)
  demand(bytes !== null, at, 'is missing')
  const described = parseJson(bytes, at)
  const { info, servers } = described
  demand(info?.title === `Accounts of ${organisation}`, at, `is called ${JSON.stringify(info?.title)}`)
  demand(same(servers, [{ url: origin }]), at, `is of another site: ${JSON.stringify(servers)}`)
  demand(JSON.stringify(described) === textOf(bytes), at, 'is written otherwise than it is read')
  const alike = JSON.stringify({ ...described, info: { ...info, title: '' }, servers: [{ url: '' }] })
  demand(hashText(alike) === words.api, at, 'describes the interface otherwise than this program knows it')
  return described
}

/** The page of the log names its root, and the key that this program was given: whoever takes it from there takes no other. */
function* logScript(page) {
  const { words, origin, log, key } = page
  const { tell } = words
  const { size, root } = log.checkpoint
  const part = (id) => [{ id }, tell(`log.${id}.title`)]
  yield* [tell('log.title'), tell('log.intro'), ...part('now')]
  yield* cells(tell('log.now.entries'), written(size, words.locale), tell('log.now.root'), root.toString('hex'))
  yield* [...cells(tell('log.now.key'), key.text), tell('log.now.keep')]
  yield* [...part('check'), tell('log.check.program')]
  yield `node assay-verify.mjs ${origin} --key ${key.text} --state seen.json`
  for (const what of ['root', 'goesOn', 'pages', 'findings']) yield tell(`log.check.${what}`)
  yield* words.say('log.check.watch', { code: ['watch'] })
  yield* [...part('meaning'), ...['entry', 'redaction', 'nobody'].map((what) => tell(`log.meaning.${what}`))]
  yield* [...part('formats'), ...words.say('log.formats.tree', { code: [`${origin}/log`] })]
  const ways = { '<checkpoint>': [{ to: '/log/checkpoint' }], '<key>': [{ to: '/log/key' }] }
  yield* words.say('log.formats.root', ways)
  if (size > 0) yield* words.say('log.formats.proof', { '<proof>': [{ to: `/log/proof/${size - 1}` }] })
  yield tell('log.formats.witnesses')
}

/** Letters great and small: a text is compared without them, and of these they count. */
function checkCodes({ tree, at, key, log }) {
  const codes = [...within(tree)].filter(({ name }) => name === 'code').map(contentOf)
  const keys = codes.flatMap((code) => code.match(/\S+\+[0-9a-f]{8}\+\S+/g) ?? [])
  demand(
    keys.length > 0 && keys.every((each) => each === key.text),
    at,
    'names another key than this program was given',
  )
  demand(codes.includes(log.checkpoint.root.toString('hex')), at, 'names another root than the log has')
}

/** Beside each level stands its own sign, in its own colours. */
function checkScale({ tree, words, at }) {
  const label = (level) => plain(words.tell(`scale.level.${level}`))
  const heads = [...within(tree)].filter(({ name, attributes }) => name === 'th' && attributes.get('scope') === 'row')
  const signs = LEVELS.map((level) => {
    const head = heads.find((each) => plain(contentOf(each)) === label(level))
    const parts = head === undefined ? [] : [...within(head)]
    const named = parts.flatMap(({ attributes }) => [...(attributes.get('class') ?? '').matchAll(LEVEL_NAME)])
    demand(named.length > 0 && named.every(([, each]) => each === level), at, `shows ${level} in other colours`)
    return parts
      .filter(({ name }) => name === 'svg')
      .map(strokesOf)
      .join()
  })
  demand(new Set(signs).size === LEVELS.length, at, 'shows two levels with one sign')
}

/** What names a part aloud stands in it. */
function checkNamed({ tree, at }) {
  const nodes = [...within(tree)]
  const ids = nodes.flatMap(({ attributes }) => attributes.get('id') ?? [])
  demand(new Set(ids).size === ids.length, at, 'has two parts by one name')
  for (const node of nodes) {
    const by = node.attributes.get('aria-labelledby')
    const isWithinIt = by === undefined || [...within(node)].some(({ attributes }) => attributes.get('id') === by)
    demand(isWithinIt && !node.attributes.has('aria-describedby'), at, `calls a part by what stands elsewhere: ${by}`)
  }
}

/** By their addresses: what each says, which of its parts can be linked to, and what else has to be so. */
const OWN_PAGES = {
  log: { script: logScript, named: /^(?:now|check|meaning|formats)$/, also: checkCodes },
  method: { script: methodScript, named: new RegExp(`^(?:${Object.keys(METHOD_PARTS).join('|')})$`), also: checkScale },
  data: { script: dataScript, named: /^(?:feeds|dumps|frames|checking|api|schema-\w+)$/, also: () => undefined },
}

async function checkOwnPage(site, accounts, { path, language, ...facts }, context) {
  const { script, named, also } = OWN_PAGES[path]
  const { log, key, organisation } = context
  const read = (given) => {
    const page = { ...given, ...facts, named, log, key, organisation, isTabled: true }
    checkHeard([...heardIn(page.tree, page)], [...script(page)], page.at)
    checkNamed(page)
    also(page)
    return []
  }
  const head = ({ tell }) => ({
    ...{ title: tell(`${path}.title`), description: tell(`${path}.description`), canonical: `/${path}` },
  })
  const list = { language, path: `/${path}`, most: 0, head, read, tags: TABLED }
  const record = hashText(canonical([context.record, { ...facts, log: log.checkpoint.note, key: key.text }]))
  for await (const { isLast, at } of readList(site, accounts, list, { ...context, record }))
    demand(isLast, at, 'goes on elsewhere')
}

/** Whether a copy holds lists and pages of the site itself in a language; a site does. */
const isServed = (site, language) => site.files === null || site.files.has(`${prefixOf(language)}/index.html`.slice(1))

/** The pages of the site itself, in every language that is read. */
async function checkOwnPages(site, accounts, context) {
  const { isWhole, words, origin, organisation } = context
  for (const language of context.languages) await checkOwnPage(site, accounts, { path: 'log', language }, context)
  const languages = context.languages.filter((language) => isWhole && isServed(site, language))
  if (languages.length === 0) return
  const described = await readDescribed(site, { words, origin, organisation })
  for (const language of languages) await checkOwnPage(site, accounts, { path: 'data', language, described }, context)
  await checkMethod(site, accounts, languages, context)
}

/** The settings may change while it is read: then it is read once more. */
async function checkMethod(site, accounts, languages, context, settings = null) {
  const now = await settingsNow(site, languages[0])
  const through = settingsThrough(accounts)
  try {
    for (const language of languages)
      await checkOwnPage(site, accounts, { path: 'method', language, settings: now, through }, context)
  } catch (error) {
    if (settings !== null || !(error instanceof Wrong) || same(now, await settingsNow(site, languages[0]))) throw error
    return checkMethod(site, accounts, languages, context, now)
  }
  const [newest] = through
  if (newest !== undefined && !same([newest.quorum, newest.approvals], [now.quorum, now.approvals]))
    context.unlogged.push(
      `method: says that ${several(now.quorum, 'ballot')} and ${several(now.approvals, 'approval')} are asked for now, where what was published last was decided by ${newest.quorum} and ${newest.approvals}`,
    )
}

/** Lines of a table (RFC 4180) in cells. */
function readTable(text, at) {
  const rows = [[]]
  const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|$)/y
  for (cell.lastIndex = 0; cell.lastIndex < text.length;) {
    const [, said, end] = cell.exec(text) ?? []
    demand(said !== undefined, at, 'is no table')
    rows.at(-1).push(said.startsWith('"') ? said.slice(1, -1).replaceAll('""', '"') : said)
    if (end === '\r\n') rows.push([])
  }
  return rows.filter((row) => row.length > 0)
}

/** A text that a spreadsheet would take for a formula is kept from being one. */
const inCell = (value) =>
  typeof value === 'number' || value === null ? String(value ?? '') : String(value).replace(/^(?=[=+\-@\t\r])/, "'")

const PUBLICATION_CELLS =
  'index slug number kind at sha256 state language title type occurred place precision latitude longitude parties tags central level heading origins note'
const CLAIM_CELLS = `slug number at key claim question central claimants level heading spread ballots ${LEVELS.join(' ')} origins supporting disputing`

function publicationCells({ index, leaf, correction }, document) {
  const facts = [index, leaf.slug, leaf.number, leaf.kind, leaf.at, leaf.sha256, document?.kind ?? 'redacted']
  if (document === null) return [...facts, ...Array(15).fill(null)]
  const { incident, language } = document
  if (document.kind === 'retraction')
    return [...facts, language, incident.title, ...Array(12).fill(null), document.note]
  const { title, type, occurred, place, parties, tags } = incident
  const { text, finding, origins } = document.claims.find(({ isCentral }) => isCentral)
  return [
    ...[...facts, language, title, type, occurred, place?.name ?? null, place?.precision ?? null],
    ...[place?.latitude ?? null, place?.longitude ?? null, parties.map(({ name }) => name).join('; '), tags.join('; ')],
    ...[text, finding.level, finding.heading, origins.count, correction?.note ?? null],
  ]
}

function claimCells({ leaf }, document) {
  if (document?.kind !== 'account') return []
  return document.claims.map(({ key, text, question, isCentral, claimants, finding, origins }) => {
    const count = (stance) => document.evidence.filter((each) => each.claim === key && each.stance === stance).length
    return [
      ...[leaf.slug, leaf.number, leaf.at, key, text, question.text, isCentral],
      ...[
        claimants.map(({ name }) => name).join('; '),
        finding.level,
        finding.heading,
        finding.spread,
        finding.ballots,
      ],
      ...[...LEVELS.map((level) => finding.distribution[level]), origins.count, count('supports'), count('disputes')],
    ]
  })
}

/** The dumps hold every entry with what was published, and the tables say the same. */
async function checkDumps(site, { all }, context) {
  const { log, publications } = context
  const bytes = await site.bytes('/dumps/index.json')
  if (bytes === null && site.files !== null) return
  const { entries, entriesInPart: each } = parseJson(bytes ?? Buffer.of(), 'dumps/index.json')
  demand(entries === log.entries.length, 'dumps/index.json', `tells of ${entries} entries`)
  const hashes = new Map(publications.map(({ index, hash }) => [index, hash]))
  for (const { translations, hash } of publications)
    for (const { index, leaf, redaction } of translations)
      hashes.set(index, hash === null || redaction !== null ? null : leaf.sha256)
  const foundAt = new Map(all.map((found) => [found.index, found]))
  for (let part = 0; part * each < log.entries.length; part++) {
    const indices = [...log.entries.keys()].slice(part * each, (part + 1) * each)
    const read = async (name) => textOf((await site.bytes(`/dumps/${name}`)) ?? Buffer.of()) ?? ''
    const [rows, claims] = [[PUBLICATION_CELLS.split(' ')], [CLAIM_CELLS.split(' ')]]
    const at = `dumps/publications-${part}.jsonl`
    for (const [index, document] of linesIn(await read(`publications-${part}.jsonl`), indices, hashes, log, at)) {
      const found = foundAt.get(index)
      if (found === undefined) continue
      rows.push(publicationCells(found, document).map(inCell))
      claims.push(...claimCells(found, document).map((row) => row.map(inCell)))
    }
    for (const [name, wanted] of [
      ['publications', rows],
      ['claims', claims],
    ]) {
      const at = `dumps/${name}-${part}.csv`
      const shown = readTable(await read(`${name}-${part}.csv`), at)
      const wrong = wanted.findIndex((row, place) => !same(row, shown[place]))
      demand(
        wrong < 0 && shown.length === wanted.length,
        at,
        `says something else in line ${wrong + 1} than was published`,
      )
    }
  }
}

/** The entries of a part, and the document of each: only one is held at a time. */
function* linesIn(text, indices, hashes, log, at) {
  const lines = text.split('\n').slice(0, -1)
  demand(lines.length === indices.length, at, `holds ${lines.length} lines`)
  for (const [place, index] of indices.entries()) {
    const { index: said, entry, note, document, ...more } = parseJson(utf8(lines[place]), at)
    const leaf = log.leaves[index]
    const isEntry =
      said === index && canonical(entry) === log.entries[index].toString('utf8') && Object.keys(more).length === 0
    const hash = hashes.get(index) ?? null
    const isOwn = hash === null ? document === null : document !== null && hashText(canonical(document)) === hash
    const isNoted = note === null || [leaf.note, leaf.reason].includes(hashText(note))
    demand(isEntry && isOwn && isNoted, at, `says something else of entry ${index} than was published`)
    yield [index, document]
  }
}

// ── All of it ──

/** A copy says by a signed list what each of its files is. */
function checkManifest(files, key, checkpoint) {
  const at = 'log/manifest'
  if (!files.has(at)) return false
  const read = readNote(Buffer.from(files.get(at)), at)
  demand(isSigned(key, read), at, `is not signed by ${key.name}`)
  const [origin, size, root, ...lines] = read.text.slice(0, -1).split('\n')
  const isOwn =
    origin === `${key.name} files` && size === String(checkpoint.size) && root === checkpoint.root.toString('base64')
  demand(isOwn, at, 'is of another copy')
  const listed = new Map(lines.map((line) => [line.slice(65), line.slice(0, 64)]))
  for (const [path, hash] of listed) {
    demand(files.has(path), path, 'is missing')
    demand(sha256(files.get(path)).toString('hex') === hash, path, 'is not the file that was exported')
  }
  for (const path of files.keys()) demand(path === at || listed.has(path), path, 'was not exported')
  return true
}

/** A checkpoint seen before must be of a tree that this one goes on from. */
function checkHistory(kept, log, key) {
  if (kept === undefined) return
  const before = readCheckpoint(utf8(kept), key, 'the checkpoint kept from before')
  const at = 'log/checkpoint'
  demand(
    log.checkpoint.size >= before.size,
    at,
    `HISTORY WAS REWRITTEN: ${before.size} entries were there, and now ${log.checkpoint.size}`,
  )
  const isSame = rootAt(log.rows, before.size).equals(before.root)
  demand(isSame, at, `HISTORY WAS REWRITTEN: the first ${before.size} entries are not those that were there`)
}

/** Eight at a time: a site answers no faster when it is asked for more. `tell`: how many are done, of how many. */
async function inTurns(items, work, tell = () => undefined) {
  const all = [...items]
  const rest = all.values()
  let done = 0
  const take = async () => {
    for (const item of rest) {
      await work(item)
      tell((done += 1), all.length)
    }
  }
  await Promise.all(Array.from({ length: 8 }, take))
}

/** What came into the list of words last: one without it would leave a page unread. */
const ROOMS_LAST = ['change.changed', 'method.title', 'data.title', 'log.title']

/** The interface's own words, which no one may have changed that this program does not know of. */
async function wordsOf(site, { words: given }) {
  const at = 'log/words.json'
  const bytes = await site.log('words.json')
  demand(bytes !== null, at, 'is missing')
  const hash = sha256(bytes).toString('hex')
  const isKnown = given === undefined ? KNOWN_WORDS.includes(hash) : given === hash
  demand(isKnown, at, `holds other words than this program knows: SHA-256 ${hash}`)
  const { v, languages, api } = parseJson(bytes, at)
  const isWhole =
    v === 1 && isHash(api) && Object.values(languages).every((own) => ROOMS_LAST.every((key) => key in own))
  demand(isWhole, at, 'is no list that this program knows')
  return once(`words ${hash}`, () => {
    const read = Object.entries(languages).map(([language, own]) => [language, readWords(own, language)])
    return { hash, api, languages: new Map(read) }
  })
}

async function checkEntry(site, index, log, key) {
  const at = `log/proof/${index}`
  const proof = await site.log(`proof/${index}`)
  demand(proof !== null, at, 'is missing')
  checkProof(proof, index, log, key, at)
}

async function checkPublication(site, publication, context) {
  const { index, leaf, hash } = publication
  const { log } = context
  const at = `log/document/${index}.json`
  const bytes = await site.log(`document/${index}.json`)
  const document = hash === null ? null : documentOf(bytes, publication, at)
  if (hash === null) demand(bytes === null, at, 'is redacted, and still served')
  else checkDocument(document, leaf, at)
  const slug = site.slugOf(leaf.slug, leaf.number)
  const address = `incidents/${slug}/v/${leaf.number}`
  const raw = await site.json(slug, leaf.number)
  demand(raw !== null, `api/v1/${address}`, 'is missing')
  const body = parseJson(raw, `api/v1/${address}`)
  checkJson(body, publication, document, log, `api/v1/${address}`)
  demand(site.files === null || body.slug === slug, `api/v1/${address}`, 'is of another address')
  checkVersions(body, context, `api/v1/${address}`)
  checkAddresses(body, `api/v1/${address}`)
  if (body.isNewest) await checkNewest(site, body)
  checkTold(body, leaf, context, `api/v1/${address}`)
  const translations = await translationsOf(site, publication, context)
  checkTranslations(body, translations, `api/v1/${address}`)
  for (const { index, document: own } of translations.values())
    if (own !== null && document?.kind === 'account') checkNames(document, own.words, `log/document/${index}.json`)
  const others = await inOtherLanguages(site, body, context)
  await checkPages(site, { publication, document, body, address, translations, ...others }, context)
  context.found.push(foundOf(publication, body, document, translations))
}

/** The address of an account answers with its newest version. */
async function checkNewest(site, body) {
  const at = `api/v1/incidents/${body.slug}`
  const bytes = await site.bytes(site.files === null ? `/${at}` : `/${at}.json`)
  if (bytes === null && site.files !== null) return
  demand(bytes !== null && same(parseJson(bytes, at), body), at, 'says something else than its newest version')
}

/** What readers are told of the account beside its versions is what the log says, all of it and nothing else. */
function checkTold({ reexamination, redactions, versions }, leaf, { log, told }, at) {
  const isOwn = ({ leaf: { slug, of } }) => {
    const { number, sha256: hash } = log.leaves[of]
    return slug === leaf.slug || versions.some((each) => each.number === number && each.sha256 === hash)
  }
  const own = told.filter(isOwn)
  const standing = own.filter(({ leaf: { kind }, isLifted }) => kind === 'notice' && !isLifted)
  demand(standing.length <= 1, at, 'stands under two notices at once')
  const [notice] = standing.map((each) => each.leaf)
  demand(
    (notice === undefined) === (reexamination === null),
    at,
    notice === undefined
      ? 'tells of a re-examination that no entry is of'
      : 'does not tell that it is being re-examined',
  )
  const isSame =
    reexamination === null || (reexamination.since === notice.at && hashText(reexamination.reason) === notice.reason)
  demand(isSame, at, 'tells of its re-examination otherwise than its entry says')
  const gone = own.filter(({ leaf: { kind } }) => kind === 'capture-redaction').map((each) => each.leaf)
  const said = redactions.filter(({ kind }) => kind === 'capture')
  // Fifty are told at most.
  demand(
    said.length === gone.length || redactions.length === 50,
    at,
    'tells of other captures that were redacted than the log',
  )
  for (const { at: when, reason } of said)
    demand(
      gone.some((each) => each.at === when && each.reason === hashText(reason)),
      at,
      'tells of the redaction of a capture that no entry is of',
    )
}

/** What was published of it in other languages: by language, the last of each, with its words; null where they were taken back. */
async function readTranslations(site, { leaf: own, hash, translations }) {
  const standing = new Map()
  for (const { index, leaf, redaction } of translations) {
    const at = `log/document/${index}.json`
    const bytes = await site.log(`document/${index}.json`)
    if (redaction !== null) {
      demand(bytes === null, at, 'is redacted, and still served')
      standing.set(leaf.language, { index, leaf, document: null, isTakenBack: false })
      continue
    }
    if (hash === null) {
      demand(bytes === null, at, 'is of a version that is redacted, and still served')
      continue
    }
    demand(bytes !== null && sha256(bytes).toString('hex') === leaf.sha256, at, 'was altered, or is missing')
    const document = parseJson(bytes, at)
    const { kind, language, translates, words, withdrawn } = document
    const isOf = translates?.number === own.number && translates?.sha256 === own.sha256
    demand(
      kind === 'translation' && language === leaf.language && isOf,
      at,
      'is of another version than its entry says',
    )
    const isBack = leaf.kind === 'translation-withdrawal'
    demand(isBack === (withdrawn !== undefined), at, 'is of another kind than its entry says')
    demand(!isBack || hashText(withdrawn) === leaf.note, at, 'gives another reason than its entry says')
    demand(
      isBack || (words !== null && typeof words === 'object' && Array.isArray(document.summary)),
      at,
      'has no words',
    )
    standing.set(leaf.language, { index, leaf, document: isBack ? null : document, isTakenBack: isBack })
  }
  return standing
}

/** Read once: each version of an account tells why the others replaced one another, in the reader's language where it can. */
const translationsOf = (site, publication, { translations }) =>
  recent(translations, publication.index, () => readTranslations(site, publication), 500)

/**
 * By language: why versions of this account replaced others, by their numbers, as their translations say it; and the newest
 * that has one.
 */
async function inOtherLanguages(site, { versions }, context) {
  const hashes = new Set(versions.map(({ sha256: hash }) => hash))
  const addresses = new Set([...hashes].flatMap((hash) => context.by.hash.get(hash) ?? []).map(({ leaf }) => leaf.slug))
  const notes = new Map()
  const newestIn = new Map()
  for (const publication of [...addresses].flatMap((slug) => context.by.slug.get(slug)))
    for (const [language, { document }] of await translationsOf(site, publication, context)) {
      if (document === null) continue
      const { number } = publication.leaf
      newestIn.set(language, Math.max(number, newestIn.get(language) ?? 0))
      const note = document.words.note?.trim() ?? ''
      if (note !== '') notes.set(language, new Map([...(notes.get(language) ?? []), [number, note]]))
    }
  return { notes, newestIn }
}

function checkTranslations({ translations: told }, standing, at) {
  const stands = [...standing.values()].filter(({ document }) => document !== null)
  demand((told ?? []).length === stands.length, at, 'tells of other translations than there are')
  for (const { language, number, sha256: hash, entry, publishedAt } of told ?? []) {
    const own = standing.get(language)
    const isSaid = own?.leaf.translation === number && own.leaf.sha256 === hash && own.index === entry
    demand(isSaid && own.leaf.at === publishedAt, at, `tells of another translation into ${language} than there is`)
  }
}

/** The names that the desk gave in an account, each once: not outlets, titles and bylines, which are quoted. */
function deskNames({ incident, claims, evidence }) {
  const open = evidence.filter((piece) => !piece.isConfidential)
  const all = [
    ...[incident.place?.name, ...incident.parties.map(({ name }) => name), ...incident.sides.map(({ name }) => name)],
    ...claims.flatMap(({ claimants }) => claimants.map(({ name }) => name)),
    ...open.flatMap(({ origin, relays }) => [origin?.party, origin?.channel, ...relays]),
  ]
  return [...new Set(all)].filter((name) => typeof name === 'string' && name.trim() !== '')
}

/** Different names under one would make two origins look like one. */
function checkNames(document, words, at) {
  const plain = (name) => name.normalize('NFC').toLowerCase()
  const owners = new Map()
  for (const name of deskNames(document)) {
    const shown = plain(words[`name/${name}`] ?? name)
    const other = owners.get(shown)
    demand(other === undefined || plain(other) === plain(name), at, `calls both ${other} and ${name} ${shown}`)
    owners.set(shown, name)
  }
}

/** An account under the names of a translation; what names several, or stands in a sentence, is said with them too. */
function inOtherNames(document, words) {
  const say = (name) => words[`name/${name}`]?.trim() || name
  const { incident, claims, evidence } = document
  const groupIn = groupNames(document, say)
  return {
    ...document,
    incident: incidentInNames(incident, say),
    claims: claims.map((claim) => ({
      ...claim,
      claimants: claim.claimants.map(({ name, kind }) => ({ name: say(name), kind })),
      origins: { ...claim.origins, groups: claim.origins.groups.map(groupIn) },
    })),
    evidence: evidence.map((piece) => (piece.isConfidential ? piece : pieceInNames(piece, say))),
  }
}

/** How a group of evidence is called, and why it is one, under other names. */
function groupNames({ incident, evidence }, say) {
  const nameOf = ({ name, evidence: numbers }) => {
    const own = evidence.filter((piece) => numbers.includes(piece.number) && piece.origin != null)
    const names = [...new Set(own.map(({ origin }) => origin.party ?? origin.channel))].sort()
    if (name === names.join(', ')) return names.map(say).join(', ')
    const side = incident.sides.find((each) => name === `${each.name}: ${names.join(', ')}`)
    return side === undefined ? name : `${say(side.name)}: ${names.map(say).join(', ')}`
  }
  const reason = (sentence) => {
    const [, before, name] =
      /^(They (?:go back to the same origin: |come from the same side: |come from ))(.+)\.$/s.exec(sentence) ?? []
    return name === undefined ? sentence : `${before}${say(name)}.`
  }
  return (group) => ({ ...group, name: nameOf(group), reasons: group.reasons.map(reason) })
}

const incidentInNames = (incident, say) => ({
  ...incident,
  place: incident.place && { ...incident.place, name: say(incident.place.name) },
  parties: incident.parties.map((party) => ({
    ...party,
    name: say(party.name),
    aliases: say(party.name) === party.name ? party.aliases : [...new Set([party.name, ...party.aliases])],
    side: party.side && say(party.side),
  })),
  sides: incident.sides.map(({ name, parties }) => ({ name: say(name), parties: parties.map(say) })),
})

const pieceInNames = (piece, say) => ({
  ...piece,
  origin: piece.origin && {
    ...piece.origin,
    party: piece.origin.party && say(piece.origin.party),
    channel: say(piece.origin.channel),
  },
  relays: piece.relays.map(say),
})

/** An account in the words and names of a translation: all that is neither stays what it is. */
function inOtherWords(original, { words, summary, language }) {
  const say = (path, text) => words[path]?.trim() || text
  const { incident, claims, evidence } = inOtherNames(original, words)
  const grades = [
    ...new Set(original.evidence.flatMap((piece) => (piece.isConfidential ? [] : (piece.source.grade?.reason ?? [])))),
  ]
  const graded = ({ grade, ...source }) => ({
    ...source,
    grade: grade && { ...grade, reason: say(`grade/${grades.indexOf(grade.reason) + 1}`, grade.reason) },
  })
  const isSame = (a, b) => a.question.kind === b.question.kind && a.question.text === b.question.text
  return {
    ...original,
    language,
    summary,
    related: original.related.map((other) => ({ ...other, title: say(`related/${other.slug}`, other.title) })),
    incident: {
      ...incident,
      title: say('title', incident.title),
      tags: incident.tags.map((tag) => say(`tag/${tag}`, tag)),
      parties: incident.parties.map((party, at) => ({ ...party, note: say(`party/${at + 1}`, party.note) })),
    },
    claims: claims.map((claim) => ({
      ...claim,
      text: say(`claim/${claim.key}`, claim.text),
      question: {
        ...claim.question,
        text: say(`question/${original.claims.find((each) => isSame(each, claim)).key}`, claim.question.text),
      },
      finding: {
        ...claim.finding,
        dissent: claim.finding.dissent.map(({ level, reason }, at) => ({
          level,
          reason: say(`reason/${claim.key}/${at + 1}`, reason),
        })),
      },
    })),
    evidence: evidence.map((piece) =>
      piece.isConfidential
        ? { ...piece, description: say(`description/${piece.key}`, piece.description) }
        : { ...piece, source: graded(piece.source) },
    ),
  }
}

/** Where an account's data lead: to its own pages, documents and proof. */
function checkAddresses({ slug, url, version, versions, translations, log }, at) {
  const { origin } = new URL(url)
  const own = `/incidents/${slug}`
  const page = ({ number }) => `${own}/v/${number}`
  for (const [said, path] of [
    ...[[url, own], ...[version, ...versions].map((each) => [each.url, page(each)])],
    ...(translations ?? []).flatMap(({ language, url: to, document, entry }) => [
      [to, prefixOf(language) + page(version)],
      [document, `/log/document/${entry}.json`],
    ]),
    [log.proof, `/log/proof/${log.index}`],
  ])
    demand(said === origin + path, at, `leads to ${said}`)
  const listed = versions.find(({ number }) => number === version.number)
  demand(listed === undefined || same(version, listed), at, 'tells of its version in two ways')
}

/** What else an account's data say of it: each of its versions is in the log, with its note. */
function checkVersions({ versions }, { by }, at) {
  for (const { number, sha256: hash, publishedAt, correction } of versions) {
    const own = by.hash.get(hash)?.find(({ leaf }) => leaf.number === number && leaf.at === publishedAt)
    demand(own !== undefined, at, `tells of a version ${number} that no entry is of`)
    const note = correction?.note ?? null
    const isSaid = (own.hash === null && note === null) || (note === null ? null : hashText(note)) === own.leaf.note
    demand(isSaid && (correction?.kind ?? 'publication') === own.leaf.kind, at, `has another note of version ${number}`)
  }
}

/** Its page, and where it is the newest the account's own, in each language: in that of the reader where it was translated. */
async function checkPages(site, { publication, document, body, address, ...others }, context) {
  const { leaf } = publication
  const newest = `incidents/${body.slug}`
  const inAll = (path) => context.languages.map((each) => `${prefixOf(each)}/${path}`.slice(1))
  // A copy may hold fewer languages; one of those that are read it has to hold.
  const least = context.languages.includes('en') ? address : inAll(address)[0]
  for (const path of [...inAll(address), ...(body.isNewest ? inAll(newest) : [])]) {
    const bytes = await site.page(path)
    if (bytes === null && path !== least && site.files !== null) continue
    demand(bytes !== null, path, 'is missing')
    const account = accountOf(
      publication,
      body,
      { ...others, isVersionPage: path.endsWith(address) },
      site.fileOf(path),
      context,
    )
    const frame = checkPage(bytes, account, document, context.words, path)
    checkFrame(frame, context, path)
    for (const sheet of frame.sheets) await checkStyle(site, addressWithin(sheet, site.fileOf(path)), context)
  }
}

/** The same around the main part of every page of a language. */
function checkFrame({ language, text, look, sheets, organisation, robots, isAsked, asOf }, { frames, asOf: ages }, at) {
  if (asOf !== null) ages.push(asOf)
  // Two builds may stand side by side, each with its stylesheets.
  const build = [language, ...sheets.map((sheet) => sheet.split('/').at(-1))].join(' ')
  const known = frames.get(build) ?? { text, look, organisation }
  demand(known.text === text, at, 'says something else around its main part than other pages do')
  demand(known.look === look, at, 'looks otherwise around its main part than other pages do')
  // What was narrowed is in no index, whatever the site lets into one.
  if (!isAsked) known.robots ??= robots
  demand(isAsked || known.robots === robots, at, 'tells search engines otherwise than other pages do')
  frames.set(build, known)
}

/** What a page may say and where it may lead beside its document, once the data were found in order. */
function accountOf({ leaf, hash }, body, others, file, { by }) {
  const { translations, notes, newestIn, isVersionPage } = others
  const { slug, version, versions, supersededBy, retractedBy, isNewest, log: place } = body
  const notices = noticesIn(body)
  const lines = [...versions, version].map(({ number, sha256: hash, publishedAt, correction, isRedacted }) => {
    const { kind = null, note = null } = correction ?? {}
    return { number, sha256: hash, at: publishedAt, kind, note, isRedacted }
  })
  const correction = lines.pop()
  // Fifty versions are listed: of what came after an older one the log knows when and what kind, and the hash of the reason.
  const listed = new Set(lines.map(({ number }) => number))
  const elder = by.slug
    .get(leaf.slug)
    .filter((each) => !listed.has(each.leaf.number))
    .map(({ leaf: { number, at, kind, note } }) => {
      return {
        number,
        at,
        kind: kind === 'publication' ? null : kind,
        note: null,
        ...(note !== null && { hash: note }),
      }
    })
  const known = [...translations.values()]
  const told = {
    ...{ leaf, slug, isNewest, isVersionPage, supersededBy, retractedBy, notices, place, file },
    ...{
      versions: lines,
      elder,
      newest: versions[0]?.number,
      correction: correction.kind === null ? null : correction,
    },
    translatedInto: (body.translations ?? []).map(({ language }) => language),
    isRetracted: lines.some(({ number, kind }) => number > leaf.number && kind === 'retraction'),
    approvals: version.approvals ?? null,
    origin: new URL(body.url).origin,
  }
  const spoken = [[...newestIn], [...notes].map(([language, own]) => [language, [...own]])]
  return {
    ...told,
    ...{ translations, notes, newestIn },
    leads: leadsFrom(body, leaf),
    instants: [...lines, ...elder, ...notices, ...known.map((each) => each.leaf)].map(({ at }) => at),
    /** Texts of which only the hash is told: why a translation took another's place, or was taken back. */
    hashes: new Set([...known.map((each) => each.leaf.note), ...elder.map(({ hash }) => hash)].filter(Boolean)),
    facts: hashText(
      JSON.stringify([told, spoken, hash, known.map(({ document, isTakenBack }) => [document, isTakenBack])]),
    ),
  }
}

/** That a translation is gone stands on the pages of its language. */
const noticesIn = ({ redactions, reexamination }) => [
  ...redactions.map(({ kind, reason, at, language = null }) => ({ kind, reason, at, isOfText: true, language })),
  ...(reexamination === null
    ? []
    : [{ reason: reexamination.reason, at: reexamination.since, isOfText: false, language: null }]),
]

/** Where links of its pages may lead: in the language of the page, and to the same in others. */
const leadsFrom =
  ({ slug, versions, document, translations, log: place }, { number }) =>
  (prefix, prefixes) =>
    new Set([
      ...[`${prefix}/incidents/${slug}`, `${prefix}/incidents/${slug}/changes`],
      ...[`${prefix}/log`, `${prefix}/method#settings`],
      ...versions.map((version) => `${prefix}/incidents/${slug}/v/${version.number}`),
      ...prefixes.flatMap((other) => [`${other}/incidents/${slug}`, `${other}/incidents/${slug}/v/${number}`]),
      ...(document?.related ?? []).map((other) => `${prefix}/incidents/${other.slug}`),
      ...[`/api/v1/incidents/${slug}?v=${number}`, `/log/proof/${place.index}`],
    ])

function documentOf(bytes, { hash, redactions }, at) {
  demand(bytes !== null, at, 'is missing, and no entry says that it was redacted')
  demand(
    sha256(bytes).toString('hex') === hash,
    at,
    redactions.length > 0 ? 'is not what its redaction left' : 'was altered',
  )
  return parseJson(bytes, at)
}

/** Nothing is public that is not in the log. */
async function checkNothingElse(site, publications, found) {
  const known = new Set(found.map(({ slug, leaf }) => `${slug}/v/${leaf.number}`))
  const indices = new Set(
    publications
      .filter(({ hash }) => hash !== null)
      .flatMap(({ index, translations }) => [
        index,
        ...translations.filter(({ redaction }) => redaction === null).map((each) => each.index),
      ])
      .map(String),
  )
  if (site.files !== null)
    for (const path of site.files.keys()) {
      const [, version] = /^(?:api\/v1\/)?incidents\/(.+?\/v\/\d+)(?:\.json|\.html|\/index\.html)$/.exec(path) ?? []
      const [slug, number] = version?.split('/v/') ?? []
      const isKnown =
        version === undefined || known.has(version) || known.has(`${site.slugOf(slug, number)}/v/${number}`)
      demand(isKnown, path, 'is in no entry of the log')
      const [, index] = /^log\/document\/(.+)\.json$/.exec(path) ?? []
      demand(index === undefined || indices.has(index), path, 'is in no entry of the log')
    }
}

/**
 * Reads all there is and throws Wrong at the first thing that is not as it has to be.
 * `kept`: the checkpoint seen before; `isListed`: a copy has to have its signed list of files. Returns the one seen now and what was found.
 */
export async function verify(site, asked) {
  for (let left = 3; ; left--) {
    let log
    try {
      log = await readLog(site, asked.key)
      return await verifyLog(site, log, asked)
    } catch (error) {
      // Published or redacted while it was read: it is read again.
      if (left === 1 || site.files !== null || !(error instanceof Wrong) || !(await hasGrown(site, log, asked.key)))
        throw error
    }
  }
}

async function hasGrown(site, log, key) {
  const noted = await site.log('checkpoint')
  return noted !== null && readCheckpoint(noted, key, 'log/checkpoint').size > (log?.checkpoint.size ?? Infinity)
}

async function verifyLog(site, log, asked) {
  const { key, witnesses = [], kept } = asked
  for (const witness of witnesses)
    demand(isSigned(witness, log.checkpoint), 'log/checkpoint', `is not signed by the witness ${witness.name}`)
  checkHistory(kept, log, key)
  const { publications, told } = readPublications(log.leaves)
  const by = {
    hash: grouped(publications, ({ leaf }) => leaf.sha256),
    slug: grouped(publications, ({ leaf }) => leaf.slug),
  }
  const isListed = site.files !== null && checkManifest(site.files, key, log.checkpoint)
  demand(isListed || !asked.isListed, 'log/manifest', 'is missing')
  const tell = (what) => (done, all) => asked.tell?.(`${what}: ${done} of ${all}`)
  const words = await wordsOf(site, asked)
  const languages = languagesOf(words, asked)
  const chosen = await addressesOf(site, by, asked)
  const isChosen = ({ slug }) => chosen?.has(slug) ?? true
  const indices = [...log.leaves.keys()].filter((index) => isChosen(log.leaves[index]))
  await inTurns(indices, (index) => checkEntry(site, index, log, key), tell('entries'))
  const context = {
    ...{ key, log, publications, by, told, words, languages, tell, isWhole: chosen === null },
    ...{ styles: await readStyles(site, key), found: [] },
    ...{ reread: new Map(), sheets: new Map(), frames: new Map(), translations: new Map(), asOf: [], unlogged: [] },
  }
  const own = publications.filter(({ leaf }) => isChosen(leaf))
  await inTurns(own, (publication) => checkPublication(site, publication, context), tell('publications'))
  if (context.isWhole) await checkNothingElse(site, publications, context.found)
  await checkLists(site, checkAccounts(context.found), context)
  return {
    note: log.checkpoint.note,
    size: log.checkpoint.size,
    root: log.checkpoint.root.toString('hex'),
    publications: own.length,
    isListed,
    // Said while the database could not be reached: what it says is so, and it may lack what came since.
    asOf: { pages: context.asOf.length, oldest: context.asOf.sort()[0] ?? null },
    left: leftOut(site, context, publications.length - own.length),
    unlogged: context.unlogged,
    redacted: redactedOf(own),
  }
}

const redactedOf = (publications) =>
  publications.flatMap(({ leaf: { slug, number }, hash, redactions, translations }) => [
    ...(redactions.length > 0 ? [`incidents/${slug}/v/${number}: redacted${hash === null ? '' : ' in part'}`] : []),
    ...translations
      .filter(({ redaction }) => redaction !== null)
      .map(({ leaf: { language } }) => `incidents/${slug}/v/${number}: its translation (${language}) redacted`),
  ])

/** The languages that are to be read: all, unless some were asked for. */
function languagesOf(words, { languages }) {
  const all = [...words.languages.keys()]
  for (const each of languages ?? [])
    if (!all.includes(each)) throw new Unread(`The site has no pages in ${each}, but in ${all.join(', ')}.`)
  return all.filter((each) => languages?.includes(each) ?? true)
}

/** All addresses that the accounts asked for were published under; null where every account is. */
async function addressesOf(site, by, { only }) {
  if (only === undefined) return null
  const addresses = new Set()
  for (const slug of only) {
    const [{ leaf } = {}] = by.slug.get(slug) ?? []
    if (leaf === undefined) throw new Unread(`No entry of the log is of ${slug}.`)
    addresses.add(slug)
    const at = `api/v1/incidents/${slug}/v/${leaf.number}`
    const bytes = await site.json(site.slugOf(slug, leaf.number), leaf.number)
    demand(bytes !== null, at, 'is missing')
    for (const { sha256: hash } of parseJson(bytes, at).versions ?? [])
      for (const each of by.hash.get(hash) ?? []) addresses.add(each.leaf.slug)
  }
  return addresses
}

const several = (count, what) => `${count} ${what}${count === 1 ? '' : 's'}`

/** What was not read, because it was asked not to, or because a copy has no lists. */
function leftOut(site, { words, languages, isWhole }, others) {
  const unserved = languages.filter((each) => !isServed(site, each))
  const unread = [...words.languages.keys()].filter((each) => !languages.includes(each))
  const inThem = isWhole ? 'pages, lists and feeds' : 'pages'
  return [
    ...(unread.length > 0 ? [`${inThem} in ${unread.join(', ')}`] : []),
    ...(isWhole ? [] : [`proofs, documents, data and pages of ${several(others, 'other publication')}`]),
    ...(isWhole ? [] : ['the front page, corrections, feeds, the list of accounts, the sitemap and dumps']),
    ...(isWhole ? [] : ['the pages of the method and the data, and the description of the interface']),
    ...(isWhole && unserved.length > 0
      ? [`lists and pages of the site itself in ${unserved.join(', ')}: the copy has none`]
      : []),
  ]
}

/** One look of a watcher: the log alone, against the checkpoint kept. */
export async function look(site, { key, witnesses = [], kept }) {
  const log = await readLog(site, key)
  for (const witness of witnesses)
    demand(isSigned(witness, log.checkpoint), 'log/checkpoint', `is not signed by the witness ${witness.name}`)
  checkHistory(kept, log, key)
  return { note: log.checkpoint.note, size: log.checkpoint.size, root: log.checkpoint.root.toString('hex') }
}

// ── The command ──

/** Every checkpoint that was seen, oldest first. */
function readState(file) {
  if (file === undefined || !existsSync(file)) return []
  const { checkpoints } = JSON.parse(readFileSync(file, 'utf8'))
  return checkpoints
}

function keepState(file, checkpoints, note) {
  if (file === undefined || checkpoints.at(-1) === note) return
  writeFileSync(`${file}.new`, `${JSON.stringify({ checkpoints: [...checkpoints, note] }, null, 2)}\n`)
  renameSync(`${file}.new`, file)
}

function readArguments(args) {
  const options = {
    key: { type: 'string' },
    state: { type: 'string' },
    witness: { type: 'string', multiple: true },
    words: { type: 'string' },
    every: { type: 'string', default: '300' },
    once: { type: 'boolean', default: false },
    unlisted: { type: 'boolean', default: false },
    languages: { type: 'string' },
    only: { type: 'string', multiple: true },
  }
  const { positionals, values } = parseArgs({ args, allowPositionals: true, options })
  const isWatch = positionals[0] === 'watch'
  const [place] = isWatch ? positionals.slice(1) : positionals
  const every = Number(values.every)
  const isWhole =
    place !== undefined && values.key !== undefined && every >= 1 && (!isWatch || values.state !== undefined)
  if (!isWhole || positionals.length !== (isWatch ? 2 : 1)) throw new Unread(USAGE)
  const given = {
    key: readKey(values.key),
    witnesses: (values.witness ?? []).map(readKey),
    isListed: !isAddress(place) && !values.unlisted,
    words: values.words,
    languages: values.languages?.split(','),
    only: values.only,
    tell: process.stderr.isTTY ? progress() : undefined,
  }
  return { isWatch, place, every, state: values.state, isOnce: values.once, given }
}

/** How far it is, in one line that is written over, four times a second. */
function progress() {
  let last = 0
  return (line) => {
    if (Date.now() - last < 250) return
    last = Date.now()
    process.stderr.write(`\r\u001b[K${line}`)
  }
}

const isAddress = (place) => /^https?:\/\//.test(place)
const open = (place) => (isAddress(place) ? siteAt(place) : siteOf(new Folder(place)))

async function main(args) {
  const { isWatch, place, every, state, isOnce, given } = readArguments(args)
  for (;;) {
    const checkpoints = readState(state)
    const asked = { ...given, kept: checkpoints.at(-1) }
    const found = await (isWatch ? look : verify)(open(place), asked)
      .catch((error) => {
        // A watcher goes on when the line drops.
        if (!isWatch || isOnce || !(error instanceof Unread)) throw error
        console.error(`${new Date().toISOString()} ${error.message}`)
        return null
      })
      .finally(() => given.tell && process.stderr.write('\r\u001b[K'))
    if (found !== null) {
      keepState(state, checkpoints, found.note)
      report(found)
    }
    if (!isWatch || isOnce) return
    await new Promise((resolve) => setTimeout(resolve, every * 1000))
  }
}

function report({ size, root, publications, redacted = [], isListed, left = [], unlogged = [], asOf }) {
  for (const line of redacted) console.log(line)
  for (const line of left) console.log(`NOT READ: ${line}`)
  for (const line of unlogged) console.log(`NOT IN THE LOG: ${line}`)
  if (asOf?.pages > 0)
    console.log(`${several(asOf.pages, 'page')} said to be of an earlier time, from ${asOf.oldest} on.`)
  const far = left.length > 0 ? `, as far as ${publications === 1 ? 'it was' : 'they were'} read,` : ''
  const all =
    publications === undefined
      ? ''
      : ` ${several(publications, 'publication')}${far} ${publications === 1 ? 'is' : 'are'} what the log says.`
  const files = isListed === true ? ' Every file is the one that was exported.' : ''
  console.log(`${new Date().toISOString()} ${size} entries, root ${root}.${all}${files}`)
}

const isCommand =
  process.argv[1] !== undefined && realpathSync(process.argv[1]) === realpathSync(fileURLToPath(import.meta.url))
if (isCommand)
  main(process.argv.slice(2)).catch((error) => {
    if (error instanceof Wrong) console.error(`WRONG: ${error.message}`)
    else console.error(error instanceof Unread || error.code?.startsWith('ERR_PARSE_ARGS') ? error.message : error)
    process.exitCode = error instanceof Wrong ? 1 : 2
  })
