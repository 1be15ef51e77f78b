import { randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { event, incident, publication, review, revision, revisionAuthor, team } from '@/db/schema'
import { REVISION_FLOW, type RevisionAction, type RevisionState } from '@/domain/workflow'
import { byHand, TEAM } from '../harness/by-hand'
import { callAs } from '../harness/caller'
import { useDatabase } from '../harness/database'
import {
  addDesk,
  approveAs,
  faultDetail,
  publishDraft,
  refusedBy,
  submitDraft,
  textOf,
  writeDraft,
  type TestDesk,
} from '../harness/desk'
import { addPerson } from '../harness/people'
import { addEvidence, beginIncident } from '../harness/scene'

const database = useDatabase()
const reason = 'For a test.'

async function stateOf(revisionId: string) {
  const [row] = await database.db.select().from(revision).where(eq(revision.id, revisionId))
  return row?.state
}

describe('saving', () => {
  test('one event an author and draft, however often it is saved', async () => {
    const { db } = database
    const desk = await addDesk(db)
    const { id, version } = await writeDraft(db, desk)
    let seen = version
    for (const words of ['One depot.', 'One depot burned down.', 'It burned.']) {
      const saved = await callAs(db, desk.author).revision.save({
        revisionId: id,
        version: seen,
        document: textOf(words, desk.evidenceId),
      })
      expect(saved).toEqual({ version: seen + 1 })
      seen = saved.version
    }
    await callAs(db, desk.third).revision.save({ revisionId: id, version: seen, document: textOf('Ours.') })
    const lines = await db
      .select({ by: event.actorId })
      .from(event)
      .where(and(eq(event.subjectId, id), eq(event.kind, 'revision.edited')))
    expect(lines.map((line) => line.by).toSorted()).toEqual([desk.author.id, desk.third.id].toSorted())
  })

  test('a stale write is told the text there is, by whom and when', async () => {
    const { db } = database
    const desk = await addDesk(db)
    const { id, version, document } = await writeDraft(db, desk)
    const stale = callAs(db, desk.third).revision.save({
      revisionId: id,
      version: version - 1,
      document: textOf('Late.'),
    })
    const detail = await faultDetail(stale)
    expect(detail.current).toMatchObject({ document, version, by: desk.author.name, state: 'draft' })
    const authors = await db.select().from(revisionAuthor).where(eq(revisionAuthor.revisionId, id))
    expect(authors.map((author) => author.accountId)).toEqual([desk.author.id])
  })

  test('evidence of another incident is refused where it stands', async () => {
    const { db } = database
    const desk = await addDesk(db)
    const other = await beginIncident(db, desk.author, 'Another')
    const foreign = await addEvidence(db, { ...other, by: desk.author })
    const { id, version } = await writeDraft(db, desk)
    const attempt = () =>
      callAs(db, desk.author).revision.save({
        revisionId: id,
        version,
        document: textOf('Words', desk.evidenceId, foreign.evidenceId),
      })
    expect(await refusedBy(attempt())).toEqual({ code: 'BAD_REQUEST' })
    expect((await faultDetail(attempt())).issues).toEqual([expect.objectContaining({ path: ['document', 0, 2] })])
  })

  test.each([
    ['another node', { type: 'doc', content: [{ type: 'image' }] }],
    ['a text', 'hello'],
    ['a control character', textOf('a\u0000b')],
    ['an unknown attribute', { type: 'doc', content: [{ type: 'paragraph', attrs: { style: 'x' } }] }],
    ['far too deep', JSON.parse('{"type":"blockquote","content":['.repeat(50) + ']}'.repeat(50)) as unknown],
  ])('what is not a summary is refused at its field: %s', async (_name, document) => {
    const { db } = database
    const desk = await addDesk(db)
    const { id, version } = await writeDraft(db, desk)
    const attempt = callAs(db, desk.author).revision.save({ revisionId: id, version, document })
    expect(await refusedBy(attempt)).toEqual({ code: 'BAD_REQUEST' })
  })

  test('one can stand behind a text that needs no change', async () => {
    const { db } = database
    const desk = await addDesk(db)
    const { document } = await publishDraft(db, desk)
    const draft = (await callAs(db, desk.third).revision.draft({ incidentId: desk.incidentId })).summary.working
    expect(draft).toMatchObject({ document, authors: [] })
    const id = draft?.id ?? ''
    const saved = await callAs(db, desk.third).revision.save({ revisionId: id, version: 1, document })
    expect(saved).toEqual({ version: 1 })
    const view = await callAs(db, desk.third).revision.submit({ revisionId: id, version: 1 })
    expect(view.summary.working?.state).toBe('in_review')
  })
})

test('a text that was discarded counts as written: the next draft begins from it', async () => {
  const { db } = database
  const desk = await addDesk(db)
  const before = await callAs(db, desk.author).incident.get({ id: desk.incidentId })
  expect(before.summary.hasText).toBe(false)
  const { id } = await writeDraft(db, desk)
  const after = await callAs(db, desk.author).revision.discard({ revisionId: id, reason })
  expect(after.summary).toMatchObject({ working: null, publications: [], hasText: true })
})

describe('authors (rule 10)', () => {
  test('stay authors from draft to draft until the next publication, and cannot review', async () => {
    const { db } = database
    const desk = await addDesk(db)
    const first = await writeDraft(db, desk)
    await callAs(db, desk.third).revision.save({
      revisionId: first.id,
      version: first.version,
      document: textOf('By the third.', ...desk.evidenceIds),
    })
    await callAs(db, desk.third).revision.discard({ revisionId: first.id, reason })
    // The trick: discard what one wrote, let somebody else begin anew from the same text.
    const again = await callAs(db, desk.lead).revision.draft({ incidentId: desk.incidentId })
    const names = again.summary.working?.authors.map((author) => author.name).toSorted()
    expect(names).toEqual([desk.author.name, desk.third.name].toSorted())
    const id = again.summary.working?.id ?? ''
    await callAs(db, desk.author).revision.submit({ revisionId: id, version: 1 })
    for (const actor of [desk.author, desk.third]) {
      expect(await refusedBy(approveAs(db, actor, id))).toEqual({ code: 'PRECONDITION_FAILED', rule: 'review.author' })
      const asked = callAs(db, actor).revision.requestChanges({ revisionId: id, comment: 'Mine.' })
      expect(await refusedBy(asked)).toEqual({ code: 'PRECONDITION_FAILED', rule: 'review.author' })
    }
    await approveAs(db, desk.reviewer, id)
    await callAs(db, desk.author).publication.publish({ revisionId: id })
    const next = await callAs(db, desk.author).revision.draft({ incidentId: desk.incidentId })
    expect(next.summary.working?.authors).toEqual([])
    expect(next.summary.reviewersLeft).toBe(next.team.editors.length)
  })

  test('sent back, withdrawn: the new draft has the same text and authors', async () => {
    const { db } = database
    const desk = await addDesk(db)
    const { id, document } = await submitDraft(db, desk)
    const back = await callAs(db, desk.reviewer).revision.requestChanges({ revisionId: id, comment: 'Say where.' })
    const draft = back.summary.working
    expect(draft).toMatchObject({ state: 'draft', document, authors: [{ accountId: desk.author.id }] })
    expect(back.summary.changesRequested).toMatchObject({ comment: 'Say where.', name: desk.reviewer.name })
    expect(await stateOf(id)).toBe('changes_requested')
    const draftId = draft?.id ?? ''
    await callAs(db, desk.author).revision.submit({ revisionId: draftId, version: 1 })
    const taken = await callAs(db, desk.third).revision.withdraw({ revisionId: draftId, reason })
    expect(taken.summary.working).toMatchObject({ state: 'draft', document, authors: [{ accountId: desk.author.id }] })
  })

  test('a byline is its author’s own choice, and part of what is approved', async () => {
    const { db } = database
    const desk = await addDesk(db)
    const { id, version } = await writeDraft(db, desk)
    const other = callAs(db, desk.third).revision.chooseByline({ revisionId: id, byline: 'The third' })
    expect(await refusedBy(other)).toEqual({ code: 'PRECONDITION_FAILED', rule: 'revision.author' })
    await callAs(db, desk.author).revision.chooseByline({ revisionId: id, byline: 'A. Writer' })
    await callAs(db, desk.author).revision.submit({ revisionId: id, version })
    const { page } = await callAs(db, desk.reviewer).revision.preview({ revisionId: id })
    expect(page?.bylines).toEqual(['A. Writer'])
    const late = callAs(db, desk.author).revision.chooseByline({ revisionId: id, byline: null })
    expect(await refusedBy(late)).toEqual({ code: 'PRECONDITION_FAILED', rule: 'revision.state' })
  })
})

/** A revision in each state, and what each action says there; null: it goes through. */
const REACH: Record<RevisionState, (desk: TestDesk) => Promise<string>> = {
  draft: async (desk) => (await writeDraft(database.db, desk)).id,
  in_review: async (desk) => (await submitDraft(database.db, desk)).id,
  approved: async (desk) => {
    const { id } = await submitDraft(database.db, desk)
    await approveAs(database.db, desk.reviewer, id)
    return id
  },
  published: async (desk) => (await publishDraft(database.db, desk)).id,
  changes_requested: async (desk) => {
    const { id } = await submitDraft(database.db, desk)
    await callAs(database.db, desk.reviewer).revision.requestChanges({ revisionId: id, comment: reason })
    return id
  },
  withdrawn: async (desk) => {
    const { id } = await submitDraft(database.db, desk)
    await callAs(database.db, desk.author).revision.withdraw({ revisionId: id, reason })
    return id
  },
  superseded: async (desk) => {
    const { id } = await publishDraft(database.db, desk)
    await publishDraft(database.db, desk, 'Two depots burned.', 'Now it is two.')
    return id
  },
}

const ACTIONS = {
  save: (desk: TestDesk, revisionId: string, version: number) =>
    callAs(database.db, desk.author).revision.save({ revisionId, version, document: textOf('New.', desk.evidenceId) }),
  discard: (desk: TestDesk, revisionId: string) =>
    callAs(database.db, desk.author).revision.discard({ revisionId, reason }),
  submit: (desk: TestDesk, revisionId: string, version: number) =>
    callAs(database.db, desk.author).revision.submit({ revisionId, version }),
  requestChanges: (desk: TestDesk, revisionId: string) =>
    callAs(database.db, desk.third).revision.requestChanges({ revisionId, comment: reason }),
  withdraw: (desk: TestDesk, revisionId: string) =>
    callAs(database.db, desk.author).revision.withdraw({ revisionId, reason }),
  approve: (desk: TestDesk, revisionId: string) => approveAs(database.db, desk.third, revisionId),
  publish: (desk: TestDesk, revisionId: string) => callAs(database.db, desk.author).publication.publish({ revisionId }),
}

const TABLE: Record<RevisionState, Partial<Record<keyof typeof ACTIONS, string>>> = {
  draft: { save: 'draft', discard: 'withdrawn', submit: 'in_review' },
  in_review: { requestChanges: 'changes_requested', withdraw: 'withdrawn', approve: 'approved' },
  approved: { requestChanges: 'changes_requested', withdraw: 'withdrawn', publish: 'published' },
  published: {},
  changes_requested: {},
  withdrawn: {},
  superseded: {},
}

const ROW_OF: Record<keyof typeof ACTIONS, RevisionAction> = {
  save: 'edit',
  discard: 'discard',
  submit: 'submit',
  requestChanges: 'request_changes',
  withdraw: 'withdraw',
  approve: 'approve',
  publish: 'publish',
}

const CELLS = Object.keys(REACH).flatMap((state) =>
  Object.keys(ACTIONS).map((action) => [action, state] as [keyof typeof ACTIONS, RevisionState]),
)

describe('the table of transitions', () => {
  test.each(CELLS)('is what docs/workflow.md says of %s from %s', (action, state) => {
    const { from, to } = REVISION_FLOW[ROW_OF[action]]
    const leadsTo = TABLE[state][action]
    // What is approved is approved anew once its page has changed, which it has not here (decision 17).
    const mayStart = from.some((each) => each === state) && !(action === 'approve' && state === 'approved')
    expect(mayStart).toBe(leadsTo !== undefined)
    if (leadsTo !== undefined) expect(to).toContain(leadsTo)
  })

  test.each(CELLS)('%s from %s', async (action, state) => {
    const { db } = database
    const desk = await addDesk(db)
    const id = await REACH[state](desk)
    const [row] = await db.select().from(revision).where(eq(revision.id, id))
    expect(row?.state).toBe(state)
    const attempt = ACTIONS[action](desk, id, row?.version ?? 0)
    const leadsTo = TABLE[state][action]
    if (leadsTo === undefined) {
      expect((await refusedBy(attempt)).code).toBe('PRECONDITION_FAILED')
      expect(await stateOf(id)).toBe(state)
    } else {
      await attempt
      expect(await stateOf(id)).toBe(leadsTo)
    }
  })

  test.each(Object.keys(ACTIONS) as (keyof typeof ACTIONS)[])(
    'an observer may not %s; an unknown id is not there',
    async (action) => {
      const desk = await addDesk(database.db)
      const id = await REACH[action === 'publish' ? 'approved' : action in TABLE.draft ? 'draft' : 'in_review'](desk)
      const watching = { ...desk, author: desk.observer, third: desk.observer }
      expect(await refusedBy(ACTIONS[action](watching, id, 2))).toEqual({ code: 'FORBIDDEN', rule: 'policy.role' })
      expect(await refusedBy(ACTIONS[action](desk, randomUUID(), 1))).toEqual({ code: 'NOT_FOUND' })
    },
  )

  test('a second draft is refused while one is worked on', async () => {
    const desk = await addDesk(database.db)
    await writeDraft(database.db, desk)
    const second = callAs(database.db, desk.third).revision.draft({ incidentId: desk.incidentId })
    expect(await refusedBy(second)).toEqual({ code: 'PRECONDITION_FAILED', rule: 'revision.working' })
  })

  test('rule 9: what cites nothing is not submitted; nor what its submitter has not seen', async () => {
    const { db } = database
    const desk = await addDesk(db)
    const { id, version } = await writeDraft(db, desk)
    const call = callAs(db, desk.author)
    const bare = await call.revision.save({ revisionId: id, version, document: textOf('Says who?') })
    const uncited = call.revision.submit({ revisionId: id, version: bare.version })
    expect(await refusedBy(uncited)).toEqual({ code: 'PRECONDITION_FAILED', rule: 'revision.uncited' })
    await call.revision.save({ revisionId: id, version: bare.version, document: textOf('They.', desk.evidenceId) })
    const unseen = call.revision.submit({ revisionId: id, version: bare.version })
    expect(await refusedBy(unseen)).toEqual({ code: 'CONFLICT' })
    const stranger = callAs(db, desk.third).revision.submit({ revisionId: id, version: bare.version + 1 })
    expect(await refusedBy(stranger)).toEqual({ code: 'PRECONDITION_FAILED', rule: 'revision.author' })
  })
})

const retitled = (incidentId: string, title: string) =>
  byHand(database.db, [['incident.changed', incidentId]], (tx) =>
    tx.update(incident).set({ title }).where(eq(incident.id, incidentId)),
  )
const setApprovals = (approvals: number) =>
  byHand(database.db, [['team.changed', TEAM]], (tx) => tx.update(team).set({ approvals }))

describe('approval (rule 10)', () => {
  test('is of exactly what was seen, once, and is refused for anything else', async () => {
    const { db } = database
    const desk = await addDesk(db)
    const { id } = await submitDraft(db, desk)
    const call = callAs(db, desk.reviewer)
    const seen = await call.revision.preview({ revisionId: id })
    await retitled(desk.incidentId, 'A depot burned')
    const stale = call.review.approve({ revisionId: id, seenHash: seen.hash })
    expect(await refusedBy(stale)).toEqual({ code: 'PRECONDITION_FAILED', rule: 'review.changed' })
    await approveAs(db, desk.reviewer, id)
    expect(await refusedBy(approveAs(db, desk.reviewer, id))).toEqual({
      code: 'PRECONDITION_FAILED',
      rule: 'review.once',
    })
    const [kept] = await db.select().from(review).where(eq(review.revisionId, id))
    expect(JSON.parse(kept?.snapshot ?? '')).toMatchObject({ incident: { title: 'A depot burned' } })
  })

  test('can be given again to a page that changed and changed back', async () => {
    const { db } = database
    const desk = await addDesk(db)
    const { id } = await submitDraft(db, desk)
    await approveAs(db, desk.reviewer, id)
    await retitled(desk.incidentId, 'A depot burned')
    await approveAs(db, desk.reviewer, id)
    await retitled(desk.incidentId, 'A depot on fire')
    const again = await approveAs(db, desk.reviewer, id)
    expect(again.summary).toMatchObject({ approvals: { given: 1 }, gate: [] })
    await callAs(db, desk.author).publication.publish({ revisionId: id })
    // One reviewer who approved three times is one.
    const [kept] = await db.select().from(publication).where(eq(publication.revisionId, id))
    expect(kept?.approvals).toBe(1)
  })

  test('as many as the team asks for', async () => {
    const { db } = database
    const desk = await addDesk(db)
    await setApprovals(2)
    try {
      const { id } = await submitDraft(db, desk)
      const first = await approveAs(db, desk.reviewer, id)
      expect(first.summary).toMatchObject({ approvals: { given: 1, needed: 2 }, working: { state: 'in_review' } })
      const second = await approveAs(db, desk.third, id)
      expect(second.summary).toMatchObject({ approvals: { given: 2, needed: 2 }, working: { state: 'approved' } })
      await callAs(db, desk.author).publication.publish({ revisionId: id })
      const [kept] = await db.select().from(publication).where(eq(publication.revisionId, id))
      expect(kept?.approvals).toBe(2)
    } finally {
      await setApprovals(1)
    }
  })

  test('lists: what waits for me is what I could decide', async () => {
    const { db } = database
    const desk = await addDesk(db)
    const { id } = await submitDraft(db, desk)
    const ids = async (person: TestDesk['author'], which: 'mine' | 'all') => {
      const found: string[] = []
      let cursor: string | null = null
      do {
        const page: Awaited<ReturnType<ReturnType<typeof callAs>['review']['list']>> = await callAs(
          db,
          person,
        ).review.list({ which, cursor, limit: 2 })
        found.push(...page.items.map((item) => item.revisionId))
        cursor = page.nextCursor
      } while (cursor !== null)
      expect(new Set(found).size).toBe(found.length)
      return found
    }
    expect(await ids(desk.reviewer, 'mine')).toContain(id)
    expect(await ids(desk.author, 'mine')).not.toContain(id)
    expect(await ids(desk.observer, 'mine')).toEqual([])
    expect(await ids(desk.observer, 'all')).toContain(id)
    await approveAs(db, desk.reviewer, id)
    expect(await ids(desk.reviewer, 'mine')).not.toContain(id)
  })
})

describe('the database’s own locks', () => {
  const raw = (statement: ReturnType<typeof sql>) => database.db.execute(statement)
  const refusal = { cause: { code: '23000' } }

  test('a frozen text keeps its words, and no state is skipped', async () => {
    const desk = await addDesk(database.db)
    const { id } = await submitDraft(database.db, desk)
    await expect(raw(sql`update revision set document = '{}' where id = ${id}`)).rejects.toMatchObject(refusal)
    for (const state of ['draft', 'published', 'superseded'])
      await expect(raw(sql`update revision set state = ${state} where id = ${id}`)).rejects.toMatchObject(refusal)
    await expect(raw(sql`delete from revision where id = ${id}`)).rejects.toMatchObject(refusal)
    await expect(raw(sql`delete from revision_author where revision_id = ${id}`)).rejects.toMatchObject(refusal)
  })

  test('an author does not review, and nothing is reviewed before it is frozen', async () => {
    const desk = await addDesk(database.db)
    const insert = (revisionId: string, accountId: string) =>
      raw(sql`insert into review (id, revision_id, account_id, decision, comment, snapshot_hash, snapshot, decided_at)
        values (${randomUUID()}, ${revisionId}, ${accountId}, 'approve', '', 'x', 'x', now())`)
    const { id, version } = await writeDraft(database.db, desk)
    await expect(insert(id, desk.reviewer.id)).rejects.toMatchObject(refusal)
    await callAs(database.db, desk.author).revision.submit({ revisionId: id, version })
    await expect(insert(id, desk.author.id)).rejects.toMatchObject(refusal)
  })

  test('two working texts of one incident cannot be', async () => {
    const desk = await addDesk(database.db)
    const { id } = await writeDraft(database.db, desk)
    await expect(
      raw(sql`insert into revision (id, incident_id, state, document, based_on, created_by, created_at, updated_at)
        values (${randomUUID()}, ${desk.incidentId}, 'draft', '{}', ${id}, ${desk.author.id}, now(), now())`),
    ).rejects.toMatchObject({ cause: { code: '23505' } })
  })
})

test('versions: every text, newest first, page by page', async () => {
  const { db } = database
  const desk = await addDesk(db)
  const first = await publishDraft(db, desk)
  const second = await publishDraft(db, desk, 'Two depots burned.', 'Now it is two.')
  const person = await addPerson(db, { role: 'observer' })
  const page = await callAs(db, person).revision.versions({ incidentId: desk.incidentId, limit: 1 })
  expect(page.items).toMatchObject([{ id: second.id, publication: { number: 2, correctionKind: 'update' } }])
  const rest = await callAs(db, person).revision.versions({ incidentId: desk.incidentId, cursor: page.nextCursor })
  expect(rest).toMatchObject({ items: [{ id: first.id, state: 'superseded' }], nextCursor: null })
})
