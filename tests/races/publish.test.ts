import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { event, publication, review, revision } from '@/db/schema'
import { callAs } from '../harness/caller'
import { useDatabase } from '../harness/database'
import { addDesk, approveAs, submitDraft } from '../harness/desk'

const ROUNDS = 10
const database = useDatabase()

test(`two publishes at once: one, ${ROUNDS} times over`, async () => {
  const { db } = database
  const desk = await addDesk(db)
  for (let number = 1; number <= ROUNDS; number++) {
    const { id } = await submitDraft(db, desk, `Told for the ${number}th time.`)
    await approveAs(db, desk.reviewer, id)
    const correction = number === 1 ? null : { kind: 'update' as const, note: 'More is known.' }
    const answers = await Promise.allSettled(
      [desk.author, desk.third, desk.lead, desk.reviewer].map((actor) =>
        callAs(db, actor).publication.publish({ revisionId: id, correction }),
      ),
    )
    expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1)
    for (const answer of answers)
      if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'PRECONDITION_FAILED' })
    const rows = await db.select().from(publication).where(eq(publication.incidentId, desk.incidentId))
    expect(rows).toHaveLength(number)
    const states = await db.select().from(revision).where(eq(revision.incidentId, desk.incidentId))
    expect(states.filter((row) => row.state === 'published').map((row) => row.id)).toEqual([id])
  }
  const told = await db.select().from(event).where(eq(event.kind, 'publication.published'))
  expect(told).toHaveLength(ROUNDS)
})

test('a publish and what would unmake it, at once: never both', async () => {
  const { db } = database
  for (let attempt = 0; attempt < ROUNDS; attempt++) {
    const desk = await addDesk(db)
    const { id } = await submitDraft(db, desk)
    await approveAs(db, desk.reviewer, id)
    const [published, unmade] = await Promise.allSettled([
      callAs(db, desk.author).publication.publish({ revisionId: id }),
      attempt % 2 === 0
        ? callAs(db, desk.third).revision.requestChanges({ revisionId: id, comment: 'Wait.' })
        : callAs(db, desk.third).revision.withdraw({ revisionId: id, reason: 'Wait.' }),
    ])
    expect([published.status, unmade.status].toSorted()).toEqual(['fulfilled', 'rejected'])
  }
})

test('the same approval twice at once counts once', async () => {
  const { db } = database
  const desk = await addDesk(db)
  const { id } = await submitDraft(db, desk)
  const { hash } = await callAs(db, desk.reviewer).revision.preview({ revisionId: id })
  const answers = await Promise.allSettled(
    Array.from({ length: 5 }, () => callAs(db, desk.reviewer).review.approve({ revisionId: id, seenHash: hash })),
  )
  expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1)
  expect(await db.select().from(review).where(eq(review.revisionId, id))).toHaveLength(1)
})

test('two drafts begun at once: one', async () => {
  const { db } = database
  const desk = await addDesk(db)
  const answers = await Promise.allSettled(
    [desk.author, desk.third, desk.reviewer].map((actor) =>
      callAs(db, actor).revision.draft({ incidentId: desk.incidentId }),
    ),
  )
  expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1)
})
