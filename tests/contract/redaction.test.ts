import { and, eq, inArray, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { account, capture, event, excerpt, intake, publication, redaction, review } from '@/db/schema'
import { byHand } from '../harness/by-hand'
import { callAs } from '../harness/caller'
import { useDatabase } from '../harness/database'
import { addDesk, approveAs, publishDraft, refusedBy, writeDraft } from '../harness/desk'
import { addIntake } from '../harness/intake'
import { addIncident } from '../harness/material'
import { addPerson } from '../harness/people'

const database = useDatabase()
const publicReason = 'A court order.'

async function published() {
  const { db } = database
  const desk = await addDesk(db)
  const { id, view } = await publishDraft(db, desk)
  const publicationId = view.summary.publications[0]?.id ?? ''
  const target = { kind: 'publication' as const, publicationId }
  return { db, desk, revisionId: id, publicationId, target, call: callAs(db, desk.lead), incidentId: desk.incidentId }
}

describe('two people', () => {
  test('a lead proposes, somebody else confirms, and only then the bytes go', async () => {
    const { db, desk, target, publicationId, revisionId, call, incidentId } = await published()
    const editor = callAs(db, desk.author).redaction.propose({ incidentId, target, publicReason })
    expect(await refusedBy(editor)).toEqual({ code: 'FORBIDDEN', rule: 'policy.role' })
    const { redactions, workspace } = await call.redaction.propose({ incidentId, target, publicReason })
    expect(workspace.summary.publications[0]?.isRedacted).toBe(false)
    const [line] = redactions.items
    expect(line).toMatchObject({ state: 'proposed', target: 'Version 1', can: { confirm: { allowed: false } } })
    const id = line?.id ?? ''
    const again = call.redaction.propose({ incidentId, target, publicReason })
    expect(await refusedBy(again)).toMatchObject({ rule: 'redaction.proposed' })
    expect(await refusedBy(call.redaction.confirm({ id }))).toMatchObject({ rule: 'redaction.second' })
    const observer = callAs(db, desk.observer).redaction.confirm({ id })
    expect(await refusedBy(observer)).toMatchObject({ code: 'FORBIDDEN' })
    const done = await callAs(db, desk.third).redaction.confirm({ id })
    expect(done.workspace.summary.publications[0]).toMatchObject({ number: 1, isRedacted: true })
    expect(done.redactions.items[0]).toMatchObject({ state: 'confirmed', confirmedBy: desk.third.name })
    const [row] = await db.select().from(publication).where(eq(publication.id, publicationId))
    expect(row).toMatchObject({ document: null, number: 1 })
    expect(row?.hash).toMatch(/^[0-9a-f]{64}$/)
    const [kept] = await db.select().from(review).where(eq(review.revisionId, revisionId))
    expect(kept).toMatchObject({ snapshot: '', snapshotHash: row?.hash })
    expect(await refusedBy(callAs(db, desk.author).redaction.confirm({ id }))).toMatchObject({ rule: 'redaction.done' })
    expect(await callAs(db, desk.third).revision.preview({ revisionId })).toMatchObject({ page: null, number: 1 })
  })

  test('declined, nothing goes, and it can be proposed anew', async () => {
    const { db, desk, target, publicationId, call, incidentId } = await published()
    const first = await call.redaction.propose({ incidentId, target, publicReason })
    const id = first.redactions.items[0]?.id ?? ''
    await callAs(db, desk.third).redaction.decline({ id, reason: 'No need.' })
    expect(await refusedBy(callAs(db, desk.author).redaction.confirm({ id }))).toMatchObject({
      rule: 'redaction.declined',
    })
    const [row] = await db.select().from(publication).where(eq(publication.id, publicationId))
    expect(row?.document).not.toBeNull()
    await call.redaction.propose({ incidentId, target, publicReason })
  })

  test.each([
    ['suspended', { suspendedAt: new Date() }],
    ['no longer a lead', { role: 'editor' as const }],
  ])('a proposer who is %s stands behind nothing; another lead proposes anew', async (_, becomes) => {
    const { db, desk, target, call, incidentId } = await published()
    const another = callAs(db, await addPerson(db, { role: 'lead' }))
    const { redactions } = await call.redaction.propose({ incidentId, target, publicReason })
    const id = redactions.items[0]?.id ?? ''
    await byHand(db, [['account.suspended', desk.lead.id]], (tx) =>
      tx.update(account).set(becomes).where(eq(account.id, desk.lead.id)),
    )
    const second = callAs(db, desk.third)
    const [line] = (await second.redaction.list({ incidentId, limit: 20 })).items
    expect(line?.can.confirm).toMatchObject({ allowed: false, rule: 'redaction.proposer' })
    expect(await refusedBy(second.redaction.confirm({ id }))).toMatchObject({ rule: 'redaction.proposer' })
    await second.redaction.decline({ id, reason: 'Its proposer is gone.' })
    const anew = await another.redaction.propose({ incidentId, target, publicReason })
    await second.redaction.confirm({ id: anew.redactions.items[0]?.id ?? '' })
  })

  test('the database asks for the second person too', async () => {
    const { db, desk, target, publicationId, call, incidentId } = await published()
    const { redactions } = await call.redaction.propose({ incidentId, target, publicReason })
    const id = redactions.items[0]?.id ?? ''
    await expect(
      db.update(redaction).set({ confirmedBy: desk.lead.id, confirmedAt: new Date() }).where(eq(redaction.id, id)),
    ).rejects.toMatchObject({ cause: { code: '23514' } })
    await expect(
      db.update(publication).set({ document: null }).where(eq(publication.id, publicationId)),
    ).rejects.toMatchObject({ cause: { code: '23000' } })
    const [captureId = ''] = desk.pieces.map((piece) => piece.captureId)
    for (const change of [
      sql`update capture set text = null where id = ${captureId}`,
      sql`update excerpt set exact = '', prefix = '', suffix = '' where capture_id = ${captureId}`,
    ])
      await expect(db.execute(change)).rejects.toMatchObject({ cause: { code: '23000' } })
  })

  test('of another incident there is nothing to redact', async () => {
    const one = await published()
    const other = await published()
    const attempt = one.call.redaction.propose({ incidentId: other.incidentId, target: one.target, publicReason })
    expect(await refusedBy(attempt)).toEqual({ code: 'NOT_FOUND' })
  })
})

test('a byline goes from the page, and from what comes after', async () => {
  const { db } = database
  const desk = await addDesk(db)
  const { incidentId } = desk
  const draft = await writeDraft(db, desk)
  await callAs(db, desk.author).revision.chooseByline({ revisionId: draft.id, byline: 'Anna "A" Writer' })
  await callAs(db, desk.author).revision.submit({ revisionId: draft.id, version: draft.version })
  await approveAs(db, desk.reviewer, draft.id)
  const view = await callAs(db, desk.author).publication.publish({ revisionId: draft.id })
  const publicationId = view.summary.publications[0]?.id ?? ''
  const propose = (byline: string) =>
    callAs(db, desk.lead).redaction.propose({
      incidentId,
      target: { kind: 'byline', publicationId, byline },
      publicReason,
    })
  expect(await refusedBy(propose('Nobody'))).toEqual({ code: 'BAD_REQUEST' })
  const { redactions } = await propose('Anna "A" Writer')
  expect(redactions.bylines).toEqual([{ publicationId, version: 1, byline: 'Anna "A" Writer' }])
  const confirmed = await callAs(db, desk.third).redaction.confirm({ id: redactions.items[0]?.id ?? '' })
  expect(confirmed.redactions.bylines).toEqual([])
  expect((await callAs(db, desk.lead).redaction.list({ incidentId })).bylines).toEqual([])
  const [row] = await db.select().from(publication).where(eq(publication.id, publicationId))
  expect(JSON.parse(row?.document ?? '')).toMatchObject({ bylines: [], kind: 'account' })
  const found = await db.execute(sql`
    select 'redaction' as at from redaction where byline like '%Writer%' union all
    select 'author' from revision_author where byline like '%Writer%' union all
    select 'publication' from publication where document like '%Writer%' union all
    select 'review' from review where snapshot like '%Writer%' union all
    select 'event' from event where detail::text like '%Writer%'`)
  expect(found.rows).toEqual([])
})

test('a capture takes its passages with it: withdrawn, emptied, and no account rests on them', async () => {
  const { db, desk, call, incidentId, publicationId } = await published()
  const [piece] = desk.pieces
  if (!piece) throw new Error('no evidence')
  const [before] = await db.select().from(capture).where(eq(capture.id, piece.captureId))
  const words = before?.text ?? ''
  expect(words).not.toBe('')
  const target = { kind: 'capture' as const, captureId: piece.captureId }
  const { redactions } = await call.redaction.propose({ incidentId, target, publicReason })
  expect(redactions.items[0]).toMatchObject({ quotedIn: [1] })
  const id = redactions.items[0]?.id ?? ''
  const { workspace } = await callAs(db, desk.third).redaction.confirm({ id })
  const source = workspace.sources.find((line) => line.id === piece.sourceId)
  expect(source?.captures).toMatchObject([{ isRedacted: true, textSha256: before?.textSha256 }])
  const [cut] = await db.select().from(excerpt).where(eq(excerpt.id, piece.excerptId))
  expect(cut).toMatchObject({ exact: '', withdrawnReason: 'Its capture was redacted.' })
  const events = await db
    .select()
    .from(event)
    .where(and(eq(event.subjectId, piece.excerptId), sql`${event.detail}::text like ${`%${words}%`}`))
  expect(events).toEqual([])
  const [row] = await db.select().from(publication).where(eq(publication.id, publicationId))
  expect(row?.document).toContain(words)
  const left = await db.execute(sql`select id from review where strpos(snapshot, ${words}) > 0`)
  expect(left.rows).toEqual([])
  expect(workspace.questions[0]?.claims[0]?.finding?.isStale).toBe(true)
})

test('what waits in a tray with the same words goes with the capture, and is not to be kept anew', async () => {
  const { db, desk, call, incidentId } = await published()
  const of = { by: desk.author, state: 'ready' as const }
  const elsewhere = await addIncident(db, desk.author.id)
  const same = await addIntake(db, { ...of, incidentId: elsewhere.id, url: 'https://same.test/' })
  const other = await addIntake(db, { ...of, incidentId, url: 'https://other.test/' })
  const taken = await callAs(db, desk.author).capture.take({
    incidentId,
    sourceId: desk.pieces[0]?.sourceId ?? '',
    text: 'A page at https://same.test/.',
  })
  const captureId = taken.sources.find(({ id }) => id === desk.pieces[0]?.sourceId)?.captures.at(-1)?.id ?? ''
  const { redactions } = await call.redaction.propose({
    incidentId,
    target: { kind: 'capture', captureId },
    publicReason,
  })
  await callAs(db, desk.third).redaction.confirm({ id: redactions.items[0]?.id ?? '' })
  const rows = await db
    .select()
    .from(intake)
    .where(inArray(intake.id, [same, other]))
  const left = Object.fromEntries(
    rows.map(({ id, state, text, storedSha256, facts }) => [id, { state, text, storedSha256, facts }]),
  )
  expect(left[same]).toEqual({ state: 'cancelled', text: null, storedSha256: null, facts: null })
  expect(left[other]).toMatchObject({ state: 'ready', text: 'A page at https://other.test/.' })
})
