import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { revisionAuthor } from '@/db/schema'
import type { Actor } from '@/domain/policy'
import { callAs } from '../harness/caller'
import { useDatabase } from '../harness/database'
import { addDesk, approveAs, refusedBy, textOf, type TestDesk } from '../harness/desk'
import { seedOf } from '../harness/seed'

const ACTS = 60
const database = useDatabase({ max: 4 })

/** What rule 10 says, kept beside the program: who has edited the text since the last publication. */
type Model = {
  state: 'none' | 'draft' | 'in_review' | 'approved'
  authors: Set<string>
  words: number
  published: number
}

/** Acts that the workflow allows from a state, each with what it does to the model. */
const ACTS_FROM = {
  none: ['draft'],
  draft: ['save', 'save', 'save', 'discard', 'submit', 'submit'],
  in_review: ['withdraw', 'requestChanges', 'approve', 'approve', 'approve'],
  approved: ['withdraw', 'requestChanges', 'publish', 'publish'],
} as const

async function working(desk: TestDesk) {
  const { summary } = await callAs(database.db, desk.lead).incident.get({ id: desk.incidentId })
  return summary.working
}

/** Does it as `actor`; the code of the refusal, where it is refused for who acts. */
async function act(desk: TestDesk, actor: Actor, what: string, model: Model): Promise<string | undefined> {
  const { db } = database
  const call = callAs(db, actor)
  const before = await working(desk)
  const [revisionId, version] = [before?.id ?? '', before?.version ?? 0]
  const isAuthor = model.authors.has(actor.id)
  const reason = 'Why not.'
  switch (what) {
    case 'draft':
      await call.revision.draft({ incidentId: desk.incidentId })
      model.state = 'draft'
      return
    case 'save':
      model.words += 1
      await call.revision.save({ revisionId, version, document: textOf(`Take ${model.words}.`, ...desk.evidenceIds) })
      model.authors.add(actor.id)
      return
    case 'discard':
      await call.revision.discard({ revisionId, reason })
      model.state = 'none'
      return
    case 'withdraw':
      await call.revision.withdraw({ revisionId, reason })
      model.state = 'draft'
      return
    case 'submit':
      if (!isAuthor) return (await refusedBy(call.revision.submit({ revisionId, version }))).rule
      await call.revision.submit({ revisionId, version })
      model.state = 'in_review'
      return
    case 'requestChanges':
      if (isAuthor) return (await refusedBy(call.revision.requestChanges({ revisionId, comment: reason }))).rule
      await call.revision.requestChanges({ revisionId, comment: reason })
      model.state = 'draft'
      return
    case 'approve':
      if (isAuthor) return (await refusedBy(approveAs(db, actor, revisionId))).rule
      await approveAs(db, actor, revisionId)
      model.state = 'approved'
      return
    default:
      await call.publication.publish({
        revisionId,
        correction: model.published === 0 ? null : { kind: 'update', note: reason },
      })
      model.published += 1
      model.state = 'none'
      model.authors.clear()
  }
}

test(`rule 10: ${ACTS} acts of random people, and the authors are whoever edited since the last publication`, async () => {
  const { db } = database
  let seed = seedOf('authors')
  const pick = <Item>(items: readonly Item[]): Item => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    const item = items[Math.floor((seed / 2 ** 32) * items.length)]
    if (item === undefined) throw new Error('nothing to choose from')
    return item
  }
  const desk = await addDesk(db)
  const people = [desk.author, desk.reviewer, desk.third, desk.lead]
  const model: Model = { state: 'none', authors: new Set(), words: 0, published: 0 }
  const refusals = new Set<string>()
  // By chance it may take longer until something was published.
  for (let n = 0; n < ACTS || model.published === 0; n++) {
    // The last who could still review does not write.
    const writers = people.filter(({ id }) => model.authors.has(id) || model.authors.size < people.length - 1)
    const what = pick(ACTS_FROM[model.state])
    const rule = await act(desk, pick(what === 'save' ? writers : people), what, model)
    if (rule !== undefined) refusals.add(rule)
    const text = await working(desk)
    expect(text?.state ?? 'none', `after act ${n}, ${what}`).toBe(model.state)
    if (text === null) continue
    const rows = await db.select().from(revisionAuthor).where(eq(revisionAuthor.revisionId, text.id))
    expect(new Set(rows.map((row) => row.accountId)), `after act ${n}, ${what}`).toEqual(model.authors)
  }
  expect([...refusals].every((rule) => rule === 'review.author' || rule === 'revision.author')).toBe(true)
})
