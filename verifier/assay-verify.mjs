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

const USAGE = `assay-verify SITE --key VKEY [--state FILE] [--witness VKEY …] [--unlisted]
assay-verify watch SITE --key VKEY --state FILE [--every SECONDS] [--once]

  SITE       the address of a site, such as https://assay.example.org, or a folder with a copy of one
  --key      the key of its log: name+keyid+base64. Get it from somebody else than the site, once.
  --state    keeps the checkpoint it has seen, and tells when history was rewritten since
  --witness  a key whose signature the checkpoint must carry too
  --unlisted a copy may come without its signed list of files, log/manifest
  --every    watch: how many seconds lie between two looks (300)

It names the first thing that is wrong and ends with 1; with 0 where all is as the log says; with 2 where it could not look.`

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
  if (index >= size) return false
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
  return { name, id, kind: bytes[0], publicKey: createPublicKey({ key: der, format: 'der', type: 'spki' }) }
}

/** A signed note in two: its text, and its signature lines. */
function readNote(bytes, at) {
  const note = textOf(bytes) ?? ''
  const cut = note.lastIndexOf('\n\n')
  demand(cut > 0 && note.endsWith('\n'), at, 'is not a signed note')
  const signatures = note
    .slice(cut + 2, -1)
    .split('\n')
    .map((line) => {
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

/** @throws Wrong for what the key has not signed, or that is of another log. */
export function readCheckpoint(bytes, key, at) {
  const read = readNote(bytes, at)
  const [origin, size = '', encoded = '', ...more] = read.text.split('\n')
  const root = fromBase64(encoded)
  const isForm = /^(0|[1-9]\d{0,8})$/.test(size) && root?.length === 32 && more.length === 1
  demand(isForm, at, 'is not a checkpoint')
  demand(isSigned(key, read), at, `is not signed by ${key.name}`)
  demand(origin === key.name, at, `is of the log ${origin}`)
  return { size: Number(size), root, ...read }
}

// ── Where it is read from ──

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
    return Buffer.from(await answer.arrayBuffer())
  }
  return {
    log: (path) => ask(`/log/${path}`),
    json: (slug, number) => ask(`/api/v1/incidents/${slug}?v=${number}`),
    page: (slug, number) => ask(`/incidents/${slug}/v/${number}`),
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
    page: async (slug, number) =>
      read(`incidents/${slug}/v/${number}.html`, `incidents/${slug}/v/${number}/index.html`),
    list: null,
    files,
  }
}

function readFolder(folder) {
  const files = new Map()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath ?? entry.path, entry.name)
    if (entry.isFile()) files.set(relative(folder, path).split(sep).join('/'), readFileSync(path))
  }
  return files
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
const isHash = (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
const isInstant = (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value)

function readLeaf(entry, index) {
  const at = `entry ${index}`
  const leaf = parseJson(entry, at)
  demand(canonical(leaf) === entry.toString('utf8'), at, 'is not canonical JSON')
  const { v, kind, slug, number, sha256: hash } = leaf
  const isCommon = v === 1 && typeof slug === 'string' && Number.isInteger(number) && number > 0 && isInstant(leaf.at)
  const isRedaction = kind === 'redaction'
  const fields = isRedaction ? 'at,kind,number,of,reason,sha256,slug,v,what' : 'at,kind,note,number,sha256,slug,v'
  demand(isCommon && Object.keys(leaf).sort().join() === fields, at, 'is no entry that this program knows')
  if (isRedaction) {
    const isWhole =
      isHash(leaf.reason) &&
      (leaf.what === 'publication' ? hash === null : leaf.what === 'byline' && (hash === null || isHash(hash)))
    demand(isWhole, at, 'is no redaction that this program knows')
  } else {
    const isWhole = KINDS.includes(kind) && isHash(hash) && (leaf.note === null || isHash(leaf.note))
    demand(isWhole && (kind === 'publication') === (number === 1), at, 'is no publication that this program knows')
  }
  return leaf
}

/** What is public now of each publication, in the order of the log: its leaf, and what redactions left of it. */
function readPublications(leaves) {
  const byIndex = new Map()
  const numbers = new Map()
  for (const [index, leaf] of leaves.entries()) {
    const at = `entry ${index}`
    if (leaf.kind !== 'redaction') {
      const before = numbers.get(leaf.slug) ?? leaf.number - 1
      demand(leaf.number === before + 1, at, `publishes version ${leaf.number} of ${leaf.slug} after version ${before}`)
      numbers.set(leaf.slug, leaf.number)
      byIndex.set(index, { index, leaf, hash: leaf.sha256, redactions: [] })
      continue
    }
    const target = byIndex.get(leaf.of)
    const isSame = target?.leaf.slug === leaf.slug && target.leaf.number === leaf.number
    demand(isSame, at, 'redacts what was not published')
    demand(target.hash !== null || leaf.sha256 === null, at, 'brings back what was redacted')
    target.hash = leaf.sha256
    target.redactions.push(leaf)
  }
  return [...byIndex.values()]
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
  const groupOf = new Map()
  for (const [index, group] of groups.entries()) {
    const members = open.filter(({ number }) => group.evidence.includes(number))
    const isMixed = members.length > 0 && members.length < group.evidence.length
    demand(!isMixed, at, 'names a confidential source beside others')
    const parts = joinedParts(members, document.incident)
    // What the passages do not show, copies of one text, the group has to say; a confidential source may not be said.
    const isExplained = parts <= 1 || group.reasons.length >= 1 || secret.size > 0
    demand(isExplained, at, `counts ${parts} origins as one and does not say why`)
    for (const member of members)
      for (const mark of marksOf(member, document.incident)) {
        const isKnown = /^(party|side) /.test(mark) && groupOf.has(mark) && groupOf.get(mark) !== index
        demand(!isKnown, at, `counts what comes from one ${mark} as two origins`)
        groupOf.set(mark, index)
      }
  }
}

function joinedParts(members, incident) {
  const parts = []
  for (const member of members) {
    const marks = new Set(marksOf(member, incident))
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

function checkJson(body, { index, leaf, hash, redactions }, document, log, at) {
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
  for (const { what, reason, at: when } of redactions) {
    const isTold = body.redactions.some(
      (each) => each.kind === what && each.at === when && hashText(each.reason) === reason,
    )
    demand(isTold, at, 'does not tell of a redaction')
  }
  const told = body.redactions.filter(({ kind }) => kind === 'publication')
  demand(hash === null || told.length === 0, at, 'tells of a redaction that no entry is of')
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

/** What a page says, without its blanks: where a line breaks is the page's own affair. */
function pageText(html) {
  return squeeze(
    html
      .replace(/<!--[\s\S]*?-->/g, '')
      .replace(/<(script|style|template|noscript|svg)\b[\s\S]*?<\/\1>/gi, '')
      .replace(/<[^>]*>/g, '')
      .replace(/&(#x[0-9a-f]+|#\d+|[a-z]+);/gi, (whole, name) => {
        if (name[0] !== '#') return ENTITIES[name.toLowerCase()] ?? whole
        return String.fromCodePoint(
          name[1].toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1)),
        )
      }),
  )
}

const squeeze = (text) => text.replace(/\s+/gu, '')

function* runsOf(blocks) {
  for (const block of blocks) {
    if (block.kind === 'quotation') yield* runsOf(block.blocks)
    else if (block.kind === 'list') for (const item of block.items) yield* runsOf(item)
    else for (const part of block.content) if ('text' in part) yield part.text
  }
}

/** Texts of which a page has to hold each, after the one before. */
function checkRuns(text, runs, at) {
  let from = 0
  for (const run of runs) {
    const wanted = squeeze(run)
    const found = text.indexOf(wanted, from)
    demand(found >= 0, at, `does not say ${JSON.stringify(run.slice(0, 80))} where it was published`)
    from = found + wanted.length
  }
}

function checkPage(bytes, { index, leaf, hash }, document, at) {
  const html = textOf(bytes) ?? ''
  const page = /<main\b[\s\S]*<\/main>/i.exec(html)?.[0] ?? ''
  const text = pageText(page)
  demand(text.includes(leaf.sha256), at, 'does not name the hash that its entry has')
  demand(new RegExp(`data-log-index="${index}"`).test(page), at, 'does not name its place in the log')
  if (hash === null) return
  if (document.kind === 'retraction') return checkRuns(text, [document.incident.title, document.note], at)
  checkRuns(text, [document.incident.title, ...runsOf(document.summary)], at)
  const anchors = [...page.matchAll(/ id="(c-[0-9a-f]{10})"/g)]
  const keys = document.claims.map(({ key }) => key)
  const ids = anchors.map(([, id]) => id)
  demand(canonical([...ids].sort()) === canonical([...keys].sort()), at, 'shows other claims than were published')
  const label = new Map(document.rules.scale.map(({ level, label: words }) => [level, squeeze(words).toLowerCase()]))
  for (const [place, anchor] of anchors.entries()) {
    const claim = document.claims.find(({ key }) => key === anchor[1])
    const part = pageText(page.slice(page.lastIndexOf('<', anchor.index), anchors[place + 1]?.index ?? page.length))
    const own = document.evidence.filter((piece) => piece.claim === claim.key)
    checkRuns(part, [claim.text], at)
    for (const piece of own) checkRuns(part, [piece.isConfidential ? piece.description : piece.quotation.exact], at)
    demand(
      part.toLowerCase().includes(label.get(claim.finding.level)),
      at,
      `shows another level of ${claim.key} than was published`,
    )
  }
}

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

async function inTurns(items, work) {
  const rest = [...items]
  const take = async () => {
    for (let item = rest.shift(); item !== undefined; item = rest.shift()) await work(item)
  }
  await Promise.all(Array.from({ length: 8 }, take))
}

async function checkEntry(site, index, log, key) {
  const at = `log/proof/${index}`
  const proof = await site.log(`proof/${index}`)
  demand(proof !== null, at, 'is missing')
  checkProof(proof, index, log, key, at)
}

async function checkPublication(site, publication, log) {
  const { index, leaf, hash } = publication
  const at = `log/document/${index}.json`
  const bytes = await site.log(`document/${index}.json`)
  const document = hash === null ? null : documentOf(bytes, publication, at)
  if (hash === null) demand(bytes === null, at, 'is redacted, and still served')
  else checkDocument(document, leaf, at)
  const address = `incidents/${leaf.slug}/v/${leaf.number}`
  const body = await site.json(leaf.slug, leaf.number)
  demand(body !== null, `api/v1/${address}`, 'is missing')
  checkJson(parseJson(body, `api/v1/${address}`), publication, document, log, `api/v1/${address}`)
  const page = await site.page(leaf.slug, leaf.number)
  demand(page !== null, address, 'is missing')
  checkPage(page, publication, document, address)
}

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
async function checkNothingElse(site, publications) {
  const known = new Set(publications.map(({ leaf }) => `${leaf.slug}/v/${leaf.number}`))
  const indices = new Set(publications.filter(({ hash }) => hash !== null).map(({ index }) => String(index)))
  if (site.files !== null) {
    for (const path of site.files.keys()) {
      const [, version] = /^(?:api\/v1\/)?incidents\/(.+?\/v\/\d+)(?:\.json|\.html|\/index\.html)$/.exec(path) ?? []
      demand(version === undefined || known.has(version), path, 'is in no entry of the log')
      const [, index] = /^log\/document\/(.+)\.json$/.exec(path) ?? []
      demand(index === undefined || indices.has(index), path, 'is in no entry of the log')
    }
    return
  }
  const hashes = new Set(publications.map(({ leaf }) => `${leaf.number} ${leaf.sha256}`))
  for (let cursor = null, page = 0; page === 0 || cursor !== null; page++) {
    const bytes = await site.list(cursor)
    demand(bytes !== null, 'api/v1/incidents', 'is missing')
    const { items, nextCursor } = parseJson(bytes, 'api/v1/incidents')
    for (const { slug, number, sha256: hash } of items)
      demand(hashes.has(`${number} ${hash}`), `api/v1/incidents/${slug}`, 'is in no entry of the log')
    cursor = nextCursor
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
  const publications = readPublications(log.leaves)
  const isListed = site.files !== null && checkManifest(site.files, key, log.checkpoint)
  demand(isListed || !asked.isListed, 'log/manifest', 'is missing')
  await inTurns(log.leaves.keys(), (index) => checkEntry(site, index, log, key))
  await inTurns(publications, (publication) => checkPublication(site, publication, log))
  await checkNothingElse(site, publications)
  return {
    note: log.checkpoint.note,
    size: log.checkpoint.size,
    root: log.checkpoint.root.toString('hex'),
    publications: publications.length,
    isListed,
    redacted: publications
      .filter(({ redactions }) => redactions.length > 0)
      .map(({ leaf, hash }) => `incidents/${leaf.slug}/v/${leaf.number}: redacted${hash === null ? '' : ' in part'}`),
  }
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
    every: { type: 'string', default: '300' },
    once: { type: 'boolean', default: false },
    unlisted: { type: 'boolean', default: false },
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
  }
  return { isWatch, place, every, state: values.state, isOnce: values.once, given }
}

const isAddress = (place) => /^https?:\/\//.test(place)
const open = (place) => (isAddress(place) ? siteAt(place) : siteOf(readFolder(place)))

async function main(args) {
  const { isWatch, place, every, state, isOnce, given } = readArguments(args)
  for (;;) {
    const checkpoints = readState(state)
    const asked = { ...given, kept: checkpoints.at(-1) }
    const found = await (isWatch ? look : verify)(open(place), asked).catch((error) => {
      // A watcher goes on when the line drops.
      if (!isWatch || isOnce || !(error instanceof Unread)) throw error
      console.error(`${new Date().toISOString()} ${error.message}`)
      return null
    })
    if (found !== null) {
      keepState(state, checkpoints, found.note)
      report(found)
    }
    if (!isWatch || isOnce) return
    await new Promise((resolve) => setTimeout(resolve, every * 1000))
  }
}

function report({ size, root, publications, redacted = [], isListed }) {
  for (const line of redacted) console.log(line)
  const all = publications === undefined ? '' : ` ${publications} publications are what the log says.`
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
