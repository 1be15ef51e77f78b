import { expect } from 'vitest'
import { TILE_WIDTH, tilePath } from '@/domain/log/tile'
import { growTree, hashLeaf, look, readKey, rootAt, siteAt } from '../../verifier/assay-verify.mjs'
import { testVerifierKey } from '../harness/app'
import { textOf } from '../harness/desk'
import { remote } from '../harness/remote'
import type { Remote } from '../harness/remote'
import { until } from '../machine/hold'

/** What changes what readers read, and has to be whole or not at all. */
export const SHOTS = ['publish', 'correct', 'retract', 'redact'] as const
export type ShotKind = (typeof SHOTS)[number]

export type Target = { incidentId: string; slug: string; evidenceId: string }

/** One such change, all but sent; how many leaves its account had before, and how it ended. */
export type Shot = {
  kind: ShotKind
  target: Target
  words: string
  send: () => Promise<unknown>
  leavesBefore: number
  isAcknowledged: boolean
}

const KIND_OF_LEAF = { publish: 'publication', correct: 'correction', retract: 'retraction', redact: 'redaction' }
const reason = 'A reason for everybody.'
let made = 0

/** An incident whose one claim was judged, so that it can be published. */
export async function addTarget(url: string, cookies: readonly string[]): Promise<Target> {
  const [lead = ''] = cookies
  const call = remote(url, lead)
  const blank = { occurred: null, placeId: null, partyIds: [], tags: [] }
  const { incident } = await call.incident.create.mutate({ title: `A fire, ${++made}`, type: 'strike', ...blank })
  const incidentId = incident.id
  const asked = await call.question.add.mutate({ incidentId, kind: 'what', text: 'What burned?' })
  const claim = { text: 'A depot burned.', claimantIds: [], firstSourceId: null, firstAppeared: null }
  const told = await call.claim.add.mutate({ questionId: asked.questions[0]?.id ?? '', ...claim })
  const claimId = told.questions[0]?.claims[0]?.id ?? ''
  await call.claim.makeCentral.mutate({ id: claimId, version: told.questions[0]?.claims[0]?.version ?? 0 })
  const text = `The depot burned, ${made} people said.`
  const source = await call.source.add.mutate({ incidentId, kind: 'document', medium: 'article', text })
  const captureId = source.sources[0]?.captures[0]?.id ?? ''
  const passage = { captureId, start: 0, end: 16, exact: 'The depot burned' }
  const bears = { claimId, stance: 'supports', origin: { kind: 'unknown' } } as const
  const found = await call.evidence.attach.mutate({ incidentId, ...passage, ...bears })
  const evidenceId = found.questions[0]?.claims[0]?.evidence[0]?.id ?? ''
  const opened = await call.round.open.mutate({ claimId, lastRoundId: null, reason: '' })
  const roundId = opened.questions[0]?.claims[0]?.round?.id ?? ''
  const ballot = { roundId, level: 'probable', reason: '', isReasonPublic: false } as const
  await Promise.all(cookies.map((cookie) => remote(url, cookie).ballot.cast.mutate(ballot)))
  await call.round.reveal.mutate({ roundId })
  return { incidentId, slug: incident.slug, evidenceId }
}

/** Everything up to the one request that changes what readers read. */
export async function aim(url: string, cookies: readonly string[], target: Target, kind: ShotKind): Promise<Shot> {
  const [author = '', lead = '', second = ''] = [cookies[1], cookies[0], cookies[2]]
  const words = `Words number ${++made} of this account.`
  const { entries } = await readLog(url)
  const shot = { kind, target, words, leavesBefore: leavesOf(entries, target.slug).length, isAcknowledged: false }
  const { incidentId } = target
  if (kind === 'retract')
    return { ...shot, send: () => remote(url, lead).publication.retract.mutate({ incidentId, note: words }) }
  if (kind === 'redact') {
    const id = await proposed(remote(url, lead), remote(url, second), incidentId, words)
    return { ...shot, send: () => remote(url, second).redaction.confirm.mutate({ id }) }
  }
  const revisionId = await approved(remote(url, author), remote(url, second), target, words)
  const correction = kind === 'publish' ? null : { kind: 'correction' as const, note: reason }
  return { ...shot, send: () => remote(url, author).publication.publish.mutate({ revisionId, correction }) }
}

/** A proposal to redact the oldest version that can be read. One that an earlier kill left open is declined first. */
async function proposed(lead: Remote, second: Remote, incidentId: string, publicReason: string): Promise<string> {
  const { items } = await second.redaction.list.query({ incidentId, cursor: null, limit: 20 })
  for (const { id, state } of items) if (state === 'proposed') await second.redaction.decline.mutate({ id, reason })
  const { summary } = await lead.incident.get.query({ id: incidentId })
  const open = summary.publications.filter((line) => !line.isRedacted).toSorted((a, b) => a.number - b.number)
  const target = { kind: 'publication' as const, publicationId: open[0]?.id ?? '' }
  const { redactions } = await lead.redaction.propose.mutate({ incidentId, target, publicReason })
  return redactions.items.find((item) => item.publicReason === publicReason)?.id ?? ''
}

/** A draft of the words that somebody else has approved. What an earlier kill left unpublished is taken back first. */
async function approved(author: Remote, reviewer: Remote, { incidentId, evidenceId }: Target, words: string) {
  const { summary } = await author.incident.get.query({ id: incidentId })
  if (summary.working !== null && summary.working.state !== 'draft')
    await author.revision.withdraw.mutate({ revisionId: summary.working.id, reason })
  const begun = await author.incident.get.query({ id: incidentId })
  const draft =
    begun.summary.working ?? (await author.revision.draft.mutate({ incidentId })).summary.working ?? undefined
  if (draft === undefined) throw new Error('no draft')
  const revisionId = draft.id
  const document = textOf(words, evidenceId)
  const { version } = await author.revision.save.mutate({ revisionId, version: draft.version, document })
  await author.revision.submit.mutate({ revisionId, version })
  const { hash } = await reviewer.revision.preview.query({ revisionId })
  await reviewer.review.approve.mutate({ revisionId, seenHash: hash })
  return revisionId
}

/** Sends it. No answer is what the kill is for; a refusal would be a mistake of this test. */
export async function fire(shot: Shot): Promise<void> {
  try {
    await shot.send()
    shot.isAcknowledged = true
  } catch (error) {
    const { data } = error as { data?: { code?: string; httpStatus?: number } | null }
    if (data !== undefined && data !== null && (data.httpStatus ?? 400) < 500) throw error
  }
}

/** What can be done to an account now, the least tried first. */
export async function nextKind(url: string, target: Target, tried: ReadonlyMap<ShotKind, number>): Promise<ShotKind> {
  const own = leavesOf((await readLog(url)).entries, target.slug)
  if (own.length === 0) return 'publish'
  const versions = own.filter((leaf) => leaf.kind !== 'redaction')
  const isRetracted = versions.at(-1)?.kind === 'retraction'
  const hasOpen = own.length < 2 * versions.length
  const can = { publish: false, correct: true, retract: !isRetracted, redact: hasOpen }
  const kinds = SHOTS.filter((kind) => can[kind])
  return kinds.toSorted((a, b) => (tried.get(a) ?? 0) - (tried.get(b) ?? 0))[0] ?? 'correct'
}

type Leaf = { kind: string; slug: string; number: number; sha256: string | null; of?: number }
type SeenLog = { size: number; rows: Uint8Array[][]; entries: Leaf[]; note: string }

const leavesOf = (entries: readonly Leaf[], slug: string) => entries.filter((entry) => entry.slug === slug)
const ask = async (url: string) => {
  const answer = await fetch(url)
  return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) }
}

/** A checkpoint and the very entries that it signs: they have to be there as soon as it is. */
export async function readLog(url: string): Promise<SeenLog> {
  const { status, bytes } = await ask(`${url}/log/checkpoint`)
  if (status !== 200) throw new Error(`the checkpoint: ${status}`)
  const note = bytes.toString()
  const [, size = '', root = ''] = note.split('\n')
  const width = Number(size)
  const lines: Buffer[] = []
  for (let first = 0; first < width; first += TILE_WIDTH) {
    const tile = { level: null, index: first / TILE_WIDTH, width: Math.min(TILE_WIDTH, width - first) }
    const bundle = await ask(`${url}/log/${tilePath(tile)}`)
    if (bundle.status >= 500) throw new Error(`the entries: ${bundle.status}`)
    expect(bundle.status, 'the entries of a checkpoint that was signed').toBe(200)
    lines.push(...split(bundle.bytes))
  }
  const rows = growTree(lines.map(hashLeaf))
  expect(Buffer.from(rootAt(rows, lines.length)).toString('base64'), `the root of ${size}`).toBe(root)
  return { size: width, rows, entries: lines.map((line) => JSON.parse(line.toString()) as Leaf), note }
}

function split(bundle: Buffer): Buffer[] {
  const lines = []
  for (let at = 0; at < bundle.length;) {
    const end = at + 2 + bundle.readUInt16BE(at)
    lines.push(bundle.subarray(at + 2, end))
    at = end
  }
  return lines
}

/** Milliseconds between two looks of a reader: they are to be there, not to take the machine from who writes. */
const PAUSE = 100

/** What readers met while others wrote and something was killed: each checkpoint, by its size. */
export type Readers = {
  checkpoints: Map<number, string>
  failures: unknown[]
  reads: number
  stop: () => Promise<void>
}

/** Reads on and on; what does not answer is left alone, what answers wrongly is kept. */
export function keepReading(url: string, slugs: () => readonly string[]): Readers {
  let isOver = false
  const readers: Readers = { checkpoints: new Map(), failures: [], reads: 0, stop: async () => undefined }
  const again = async (read: () => Promise<void>): Promise<void> => {
    while (!isOver) {
      await read().catch((error: unknown) => {
        // Vitest's own errors are what was found; anything else is a line that was cut or a database that is away.
        if (error instanceof Error && error.name === 'AssertionError') readers.failures.push(error)
      })
      readers.reads += 1
      await new Promise((resolve) => setTimeout(resolve, PAUSE))
    }
  }
  const log = async () => {
    const { size, note } = await readLog(url)
    expect(readers.checkpoints.get(size) ?? note, `two checkpoints of ${size}`).toBe(note)
    readers.checkpoints.set(size, note)
  }
  const accounts = async () => {
    for (const slug of slugs()) await expectWholeVersion(url, slug)
  }
  const all = Promise.all([again(log), again(accounts)])
  readers.stop = async () => {
    isOver = true
    await all
  }
  return readers
}

type Body = { version: { number: number; sha256: string; isRedacted: boolean }; log: { index: number } | null }

/** The newest version as data: never without its place in the log. */
async function expectWholeVersion(url: string, slug: string): Promise<Body | null> {
  const { status, bytes } = await ask(`${url}/api/v1/incidents/${slug}`)
  if (status === 404) return null
  if (status !== 200) throw new Error(`${slug}: ${status}`)
  const body = JSON.parse(bytes.toString()) as Body
  expect(body.log, `${slug} in the log`).not.toBeNull()
  return body
}

/**
 * After it is up again: the log is whole and goes on from everything that readers were shown; what was acknowledged is
 * in it and public; what was not is there whole, or not at all.
 */
export async function expectPublished(url: string, cookie: string, shots: readonly Shot[], seen: Readers) {
  expect(seen.failures).toEqual([])
  // Back, it may for a beat still answer from what it holds, and says as of when (decision 38).
  await until(async () => !(await fetch(`${url}/log/checkpoint`)).headers.has('age'))
  const { entries, rows, size } = await readLog(url)
  for (const [seenSize, note] of seen.checkpoints) {
    expect(seenSize, 'a checkpoint ahead of the log').toBeLessThanOrEqual(size)
    expect(note.split('\n')[2]).toBe(Buffer.from(rootAt(rows, seenSize)).toString('base64'))
  }
  const oldest = [...seen.checkpoints].toSorted(([a], [b]) => a - b)[0]?.[1]
  await look(siteAt(url), { key: readKey(testVerifierKey), kept: oldest })
  for (const shot of shots) await expectWhole(url, cookie, shot, entries)
}

async function expectWhole(url: string, cookie: string, shot: Shot, entries: readonly Leaf[]) {
  const { target, kind, words, leavesBefore, isAcknowledged } = shot
  const own = leavesOf(entries, target.slug)
  const isDone = own.length > leavesBefore
  if (isAcknowledged) expect(isDone, `${kind} was acknowledged`).toBe(true)
  expect(own.length).toBe(leavesBefore + (isDone ? 1 : 0))
  const last = own.at(-1)
  if (isDone) expect(last?.kind).toBe(KIND_OF_LEAF[kind])
  const published = own.filter((leaf) => leaf.kind !== 'redaction')
  const { summary } = await remote(url, cookie).incident.get.query({ id: target.incidentId })
  expect(summary.publications, 'the desk has what the log has').toHaveLength(published.length)
  const body = await expectWholeVersion(url, target.slug)
  expect(body?.version.number).toBe(published.at(-1)?.number)
  expect(body?.version.sha256).toBe(published.at(-1)?.sha256)
  if (!isDone || last === undefined) return
  const page = await ask(`${url}/incidents/${target.slug}/v/${last.number}`)
  expect(page.status).toBe(200)
  // As it is read: a word that stays with its citation stands in an element of its own.
  expect(page.bytes.toString().replaceAll(/<[^>]*>/g, ''), `${kind} on its page`).toContain(words)
}
