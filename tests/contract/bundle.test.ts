import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { sql } from 'drizzle-orm'
import { bundle } from '@/server/bundle/serve'
import { exportBundle } from '@/server/bundle/export'
import type { Actor } from '@/domain/policy'
import { callAs } from '../harness/caller'
import { useDatabase } from '../harness/database'
import { addDesk, publishDraft, refusedBy } from '../harness/desk'
import { addText, rangeOf } from '../harness/material'

const database = useDatabase()
const sha256 = (content: Uint8Array) => createHash('sha256').update(content).digest('hex')
const CONFIDENTIAL = 'Said CANARY-SECRET, in confidence.'

async function made() {
  const { db } = database
  const desk = await addDesk(db)
  const { incidentId, author, claimId } = desk
  const call = callAs(db, author)
  const secret = await addText(call, incidentId, CONFIDENTIAL, {
    title: 'CANARY-TITLE',
    url: 'https://canary.test/',
    isConfidential: true,
    evenIfHeld: true,
    publicDescription: 'Somebody who works there',
  })
  const quoted = { captureId: secret.captureId, ...rangeOf(CONFIDENTIAL, 'in confidence') }
  await call.evidence.attach({ incidentId, ...quoted, origin: { kind: 'unknown' } })
  await addText(call, incidentId, 'CANARY-UNCITED <script>alert(1)</script>', { evenIfHeld: true })
  await publishDraft(db, desk)
  return { ...desk, claimId, secret }
}

async function bagOf(actor: Actor, incidentId: string, number: number | null): Promise<Buffer> {
  const ctx = { db: database.db, actor, sessionId: null, address: '', now: () => new Date() }
  const order = await exportBundle({ ctx, input: { incidentId, number } })
  return Buffer.from(await new Response(bundle(database.db, order)).arrayBuffer())
}

/** Files of a ZIP whose content is stored as it is, by its central directory (APPNOTE 4.3.12). */
function unzip(zip: Buffer): Map<string, Buffer> {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  const files = new Map<string, Buffer>()
  for (let at = zip.readUInt32LE(end + 16); zip.readUInt32LE(at) === 0x02014b50;) {
    const [size, name, extra, comment] = [20, 28, 30, 32].map((of) =>
      of === 20 ? zip.readUInt32LE(at + of) : zip.readUInt16LE(at + of),
    )
    const local = zip.readUInt32LE(at + 42)
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    files.set(zip.toString('utf8', at + 46, at + 46 + (name ?? 0)), zip.subarray(from, from + (size ?? 0)))
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return files
}

/** RFC 8493: one folder, the declaration, every payload file in the manifest and no other, every hash right. */
function validated(zip: Buffer): Map<string, Buffer> {
  const files = unzip(zip)
  const [base = ''] = [...files.keys()][0]?.split('/') ?? []
  const inBag = new Map([...files].map(([name, content]) => [name.slice(base.length + 1), content]))
  expect([...files.keys()].every((name) => name.startsWith(`${base}/`))).toBe(true)
  expect(inBag.get('bagit.txt')?.toString()).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')
  const listed = (manifest: string) => {
    const lines = inBag.get(manifest)?.toString().split('\n').filter(Boolean) ?? []
    return new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]))
  }
  const payload = [...inBag].filter(([name]) => name.startsWith('data/'))
  const hashes = (of: [string, Buffer][]) => Object.fromEntries(of.map(([name, content]) => [name, sha256(content)]))
  expect(Object.fromEntries(listed('manifest-sha256.txt'))).toEqual(hashes(payload))
  const tags = [...inBag].filter(([name]) => !name.startsWith('data/') && name !== 'tagmanifest-sha256.txt')
  expect(Object.fromEntries(listed('tagmanifest-sha256.txt'))).toEqual(hashes(tags))
  const octets = payload.reduce((sum, [, { length }]) => sum + length, 0)
  expect(inBag.get('bag-info.txt')?.toString()).toContain(`Payload-Oxum: ${octets}.${payload.length}\n`)
  return inBag
}

test('the desk’s bundle is a valid bag with everything as received, and nothing of a sealed vote or a redaction', async () => {
  const { author, lead, third, incidentId, secret } = await made()
  const bag = validated(await bagOf(author, incidentId, null))
  const received = [...bag]
    .filter(([name]) => name.endsWith('/as-received.txt'))
    .map(([, content]) => content.toString())
  expect(received).toContain(CONFIDENTIAL)
  const page = bag.get('data/index.html')?.toString() ?? ''
  expect(page).toContain('names confidential sources')
  expect(page).not.toContain('<script')
  const collection = JSON.parse(bag.get('data/annotations.jsonld')?.toString() ?? '') as {
    first: { items: { target: { selector: { exact?: string; start?: number; end?: number }[] } }[] }
  }
  const [quote, position] = collection.first.items.at(-1)?.target.selector ?? []
  const { start, end } = rangeOf(CONFIDENTIAL, 'in confidence')
  expect([quote?.exact, position?.start, position?.end]).toEqual(['in confidence', start, end])
  expect(Buffer.concat([...bag.values()]).toString()).not.toContain('As the passages say.')
  const target = { kind: 'capture', captureId: secret.captureId } as const
  const { redactions } = await callAs(database.db, lead).redaction.propose({
    incidentId,
    target,
    publicReason: 'A court.',
  })
  await callAs(database.db, third).redaction.confirm({ id: redactions.items[0]?.id ?? '' })
  const after = validated(await bagOf(author, incidentId, null))
  expect(Buffer.concat([...after.values()]).toString()).not.toContain('CANARY-SECRET')
})

test('the public’s bundle is the same each time, and gives no source, editor or uncited thing away', async () => {
  const { author, lead, third, reviewer, incidentId } = await made()
  const [one, two] = [await bagOf(author, incidentId, 1), await bagOf(author, incidentId, 1)]
  expect(one.equals(two)).toBe(true)
  const bag = validated(one)
  expect([...bag.keys()].some((name) => name.includes('as-received'))).toBe(false)
  const all = one.toString().toLowerCase()
  const people = [author, lead, third, reviewer].flatMap(({ id, name }) => [id, name.toLowerCase()])
  for (const planted of ['canary', sha256(Buffer.from(CONFIDENTIAL)), incidentId, ...people])
    expect(all, planted).not.toContain(planted)
  const told = await database.db.execute(
    sql`select detail, actor_id from event where kind = 'bundle.exported' and incident_id = ${incidentId}`,
  )
  expect(told.rows).toEqual([1, 2].map(() => ({ detail: { number: 1 }, actor_id: author.id })))
})

test('whoever may not export, what is not there, and what was redacted, is refused', async () => {
  const { observer, author, lead, third, incidentId } = await made()
  expect(await refusedBy(bagOf(observer, incidentId, null))).toEqual({ code: 'FORBIDDEN', rule: 'policy.role' })
  expect(await refusedBy(bagOf(author, incidentId, 7))).toEqual({ code: 'NOT_FOUND' })
  const { summary } = await callAs(database.db, author).incident.get({ id: incidentId })
  const target = { kind: 'publication', publicationId: summary.publications[0]?.id ?? '' } as const
  const proposed = { incidentId, target, publicReason: 'A court.' }
  const { redactions } = await callAs(database.db, lead).redaction.propose(proposed)
  await callAs(database.db, third).redaction.confirm({ id: redactions.items[0]?.id ?? '' })
  expect(await refusedBy(bagOf(author, incidentId, 1))).toMatchObject({ rule: 'bundle.redacted' })
})
