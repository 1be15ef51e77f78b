import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { incident, notice, publication, revision } from '@/db/schema'
import { sha256Hex } from '@/domain/hash'
import { retractionSchema, snapshotSchema } from '@/domain/snapshot-schema'
import { Known } from '@/server/page/known'
import { byHand } from '../harness/by-hand'
import { callAs } from '../harness/caller'
import { useDatabase } from '../harness/database'
import { addDesk, approveAs, conclude, faultDetail, publishDraft, refusedBy, submitDraft } from '../harness/desk'
import { addEvidence } from '../harness/scene'

const database = useDatabase()
const note = 'We learned more.'

async function approved() {
  const { db } = database
  const desk = await addDesk(db)
  const { id } = await submitDraft(db, desk)
  await approveAs(db, desk.reviewer, id)
  const publish = (correction: { kind: 'correction' | 'update' | 'clarification'; note: string } | null = null) =>
    callAs(db, desk.author).publication.publish({ revisionId: id, correction })
  return { db, desk, id, publish }
}

describe('publishing', () => {
  test('what is stored is the page that was approved, byte for byte', async () => {
    const { db, desk, id, publish } = await approved()
    const { hash, page } = await callAs(db, desk.reviewer).revision.preview({ revisionId: id })
    const view = await publish()
    expect(view.summary.publications).toMatchObject([{ number: 1, hash, correctionKind: null, isRedacted: false }])
    const [row] = await db.select().from(publication).where(eq(publication.revisionId, id))
    expect(sha256Hex(row?.document ?? '')).toBe(hash)
    expect(snapshotSchema.parse(JSON.parse(row?.document ?? ''))).toEqual(page)
    const after = await callAs(db, desk.reviewer).revision.preview({ revisionId: id })
    expect(after).toMatchObject({ hash, number: 1, before: null, page })
  })

  test('kind and note from the second on; the one before is superseded', async () => {
    const { db, desk, publish } = await approved()
    expect(await refusedBy(publish({ kind: 'update', note }))).toMatchObject({ rule: 'gate.correction' })
    await publish()
    const second = await submitDraft(db, desk, 'Two depots burned.')
    await approveAs(db, desk.reviewer, second.id)
    const again = (correction: { kind: 'correction'; note: string } | null) =>
      callAs(db, desk.author).publication.publish({ revisionId: second.id, correction })
    expect(await refusedBy(again(null))).toEqual({ code: 'PRECONDITION_FAILED', rule: 'gate.correction' })
    expect(await refusedBy(again({ kind: 'correction', note: '  ' }))).toEqual({ code: 'BAD_REQUEST' })
    const view = await again({ kind: 'correction', note })
    expect(view.summary.publications.map((line) => line.number)).toEqual([2, 1])
    const states = await db
      .select({ state: revision.state })
      .from(revision)
      .where(eq(revision.incidentId, desk.incidentId))
      .orderBy(revision.createdAt)
    expect(states.map((row) => row.state)).toEqual(['superseded', 'published'])
    const preview = await callAs(db, desk.third).revision.preview({ revisionId: second.id })
    expect(preview.before?.number).toBe(1)
    expect(preview.changes.map((change) => change.about)).toContain('summary')
  })

  test('its address leads nowhere, and somewhere from then on; so does that of each version, and its entry in the log', async () => {
    const { db, desk, publish } = await approved()
    const { slug } = (await callAs(db, desk.author).incident.get({ id: desk.incidentId })).incident
    const known = new Known(() => db)
    let entries = 0
    await known.has({ isIn: (size) => (entries = size) > 0 })
    const leads = () =>
      Promise.all([
        known.has({ slug, version: 1 }),
        known.has({ slug, version: 2 }),
        known.has({ slug: `${slug}-2`, version: 1 }),
        known.has({ isIn: (size) => size > entries }),
      ])
    expect(await leads()).toEqual([false, false, false, false])
    await publish()
    expect(await leads()).toEqual([true, false, false, true])
    await publishDraft(db, desk, 'Two depots burned.', note)
    expect(await leads()).toEqual([true, true, false, true])
  })

  test('a retraction is no kind of publishing', async () => {
    const { db, desk, id } = await approved()
    const attempt = callAs(db, desk.lead).publication.publish({
      revisionId: id,
      correction: { kind: 'retraction' as 'update', note },
    })
    expect(await refusedBy(attempt)).toEqual({ code: 'BAD_REQUEST' })
  })

  test('a page that changed since is refused with what changed, and can be approved anew', async () => {
    const { db, desk, id, publish } = await approved()
    const rename = (title: string) =>
      byHand(db, [['incident.changed', desk.incidentId]], (tx) =>
        tx.update(incident).set({ title }).where(eq(incident.id, desk.incidentId)),
      )
    await rename('A depot burned')
    expect(await refusedBy(publish())).toEqual({ code: 'PRECONDITION_FAILED', rule: 'gate.approval' })
    expect((await faultDetail(publish())).issues).toEqual([
      { path: ['changes', 0], message: 'The title changed from “A depot on fire” to “A depot burned”.' },
    ])
    const preview = await callAs(db, desk.reviewer).revision.preview({ revisionId: id })
    expect(preview.sinceApproval).toMatchObject({ name: desk.reviewer.name, changes: [{ about: 'incident' }] })
    expect(preview.can.approve).toEqual({ allowed: true })
    await approveAs(db, desk.reviewer, id)
    // Once more: what changed is told from what was approved last.
    await rename('A depot burned down')
    expect((await faultDetail(publish())).issues).toEqual([
      { path: ['changes', 0], message: 'The title changed from “A depot burned” to “A depot burned down”.' },
    ])
    await approveAs(db, desk.reviewer, id)
    expect((await publish()).summary.publications).toHaveLength(1)
  })

  test('a stale finding, an open round, a withdrawn passage stand in the way', async () => {
    const { db, desk, publish } = await approved()
    const more = await addEvidence(db, { ...desk, by: desk.author })
    expect(await refusedBy(publish())).toMatchObject({ rule: 'gate.stale' })
    const view = await callAs(db, desk.third).incident.get({ id: desk.incidentId })
    const lastRoundId = view.questions[0]?.claims[0]?.finding?.roundId ?? null
    await callAs(db, desk.third).round.open({ claimId: desk.claimId, lastRoundId, reason: '' })
    expect(await refusedBy(publish())).toMatchObject({ rule: 'gate.open-round' })
    const pieces = [more.evidenceId, desk.evidenceId]
    await byHand(
      db,
      pieces.map((id) => ['evidence.withdrawn', id] as const),
      (tx) =>
        tx.execute(sql`update evidence set withdrawn_at = now(), withdrawn_by = ${desk.author.id},
          withdrawn_reason = 'No.' where id in (${pieces[0]}, ${pieces[1]})`),
    )
    expect(await refusedBy(publish())).toMatchObject({ rule: 'gate.withdrawn' })
    const [row] = await db.select().from(publication).where(eq(publication.incidentId, desk.incidentId))
    expect(row).toBeUndefined()
  })

  test('two rivals at probable or better', async () => {
    const { db, desk } = await approved()
    await callAs(db, desk.author).revision.withdraw({
      revisionId: (await callAs(db, desk.author).incident.get({ id: desk.incidentId })).summary.working?.id ?? '',
      reason: note,
    })
    const told = await callAs(db, desk.author).claim.add({
      questionId: desk.questionId,
      text: 'Two depots burned.',
      claimantIds: [],
      firstSourceId: null,
      firstAppeared: null,
    })
    const rival = told.questions[0]?.claims.find((claim) => claim.id !== desk.claimId)?.id ?? ''
    const piece = await addEvidence(db, { incidentId: desk.incidentId, claimId: rival, by: desk.author })
    await conclude(db, rival, [desk.author, desk.reviewer, desk.third])
    const draft = (await callAs(db, desk.author).incident.get({ id: desk.incidentId })).summary.working
    const call = callAs(db, desk.author)
    const document = {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [desk.evidenceId, piece.evidenceId].map((evidenceId) => ({
            type: 'citation',
            attrs: { evidenceId },
          })),
        },
      ],
    }
    const { version } = await call.revision.save({ revisionId: draft?.id ?? '', version: 1, document })
    await call.revision.submit({ revisionId: draft?.id ?? '', version })
    await approveAs(db, desk.reviewer, draft?.id ?? '')
    const publish = call.publication.publish({ revisionId: draft?.id ?? '' })
    expect(await refusedBy(publish)).toEqual({ code: 'PRECONDITION_FAILED', rule: 'gate.rivals' })
  })
})

describe('retraction', () => {
  test('is a lead’s, needs a note, holds a notice alone; publishing again is allowed', async () => {
    const { db, desk, publish } = await approved()
    const lead = callAs(db, desk.lead)
    const { incidentId } = desk
    expect(await refusedBy(lead.publication.retract({ incidentId, note }))).toMatchObject({ rule: 'publication.none' })
    await publish()
    const editor = callAs(db, desk.author).publication.retract({ incidentId, note })
    expect(await refusedBy(editor)).toEqual({ code: 'FORBIDDEN', rule: 'policy.role' })
    expect(await refusedBy(lead.publication.retract({ incidentId, note: ' ' }))).toEqual({ code: 'BAD_REQUEST' })
    await lead.notice.put({ incidentId, reason: 'A reader wrote.' })
    const view = await lead.publication.retract({ incidentId, note })
    expect(view.summary).toMatchObject({
      notice: null,
      publications: [{ number: 2, correctionKind: 'retraction' }, {}],
    })
    const rows = await db.select().from(publication).where(eq(publication.number, 2))
    const row = rows.find((line) => line.incidentId === incidentId)
    expect(retractionSchema.parse(JSON.parse(row?.document ?? ''))).toMatchObject({ note, kind: 'retraction' })
    expect(await refusedBy(lead.publication.retract({ incidentId, note }))).toMatchObject({
      rule: 'publication.retracted',
    })
    const third = await publishDraft(db, desk, 'It burned after all.', note)
    expect(third.view.summary.publications[0]).toMatchObject({ number: 3, correctionKind: 'update' })
  })
})

test('on a server whose clock is behind, a version is still later than the one before it', async () => {
  const { db, desk, publish } = await approved()
  await publish()
  const behind = () => new Date('2020-01-01T00:00:00Z')
  const { incidentId } = desk
  const { summary } = await callAs(db, desk.lead, behind).publication.retract({ incidentId, note })
  const [second, first] = summary.publications.map(({ publishedAt }) => publishedAt.getTime())
  expect(second).toBe(Number(first) + 1)
})

describe('re-examination', () => {
  test('a notice with a reason is put once and lifted once', async () => {
    const { db, desk, publish } = await approved()
    const call = callAs(db, desk.third)
    const { incidentId } = desk
    const put = () => call.notice.put({ incidentId, reason: 'A reader wrote.' })
    expect(await refusedBy(put())).toMatchObject({ rule: 'publication.none' })
    await publish()
    expect((await put()).summary.notice).toMatchObject({ reason: 'A reader wrote.' })
    expect(await refusedBy(put())).toMatchObject({ rule: 'notice.standing' })
    const observer = callAs(db, desk.observer).notice.lift({ incidentId, reason: note })
    expect(await refusedBy(observer)).toMatchObject({ code: 'FORBIDDEN' })
    expect((await call.notice.lift({ incidentId, reason: note })).summary.notice).toBeNull()
    expect(await refusedBy(call.notice.lift({ incidentId, reason: note }))).toMatchObject({ rule: 'notice.none' })
    const [row] = await db.select().from(notice).where(eq(notice.incidentId, incidentId))
    expect(row).toMatchObject({ liftReason: note, liftedBy: desk.third.id })
  })
})

describe('the database’s own locks', () => {
  const refusal = { cause: { code: '23000' } }

  test('nothing is published that was not approved, and no number is left out', async () => {
    const { db, desk, id } = await approved()
    const insert = (number: number, document: string, revisionId: string | null) =>
      db.execute(sql`insert into publication
        (id, incident_id, number, revision_id, document, hash, published_by, published_at)
        values (${randomUUID()}, ${desk.incidentId}, ${number}, ${revisionId}, ${document}, ${sha256Hex(document)},
          ${desk.author.id}, now())`)
    await expect(insert(1, '{"not":"approved"}', id)).rejects.toMatchObject(refusal)
    await expect(insert(2, '{}', id)).rejects.toMatchObject(refusal)
    await expect(insert(1, '{}', null)).rejects.toMatchObject({ cause: { code: '23514' } })
  })

  test('a publication never changes and never goes', async () => {
    const { db, desk, publish } = await approved()
    await publish()
    const of = sql`where incident_id = ${desk.incidentId}`
    for (const change of [
      sql`update publication set document = '{}' ${of}`,
      sql`update publication set document = null ${of}`,
      sql`update publication set published_at = now() ${of}`,
      sql`delete from publication ${of}`,
      sql`truncate publication cascade`,
      sql`update review set comment = 'x' where revision_id in (select id from revision ${of})`,
      sql`update review set snapshot = '' where revision_id in (select id from revision ${of})`,
      sql`update event set reason = 'x' ${of}`,
      sql`update event set detail = '{}' ${of}`,
    ])
      await expect(db.execute(change)).rejects.toMatchObject(refusal)
  })
})
