import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { event, revision, revisionAuthor } from '@/db/schema'
import { callAs } from '../harness/caller'
import { useDatabase } from '../harness/database'
import { addDesk, textOf, writeDraft } from '../harness/desk'
import { addPerson } from '../harness/people'

const WRITERS = 100
const database = useDatabase({ max: 40 })

type Answer =
  | { outcome: 'saved'; words: string; version: number }
  | { outcome: 'told'; words: string; current: { version: number; document: unknown } }

test(`${WRITERS} stale writers on one draft: what was acknowledged is there, the rest is told`, async () => {
  const { db } = database
  const desk = await addDesk(db)
  const { id, version } = await writeDraft(db, desk)
  const writers = await Promise.all(Array.from({ length: WRITERS }, () => addPerson(db)))
  const write = async (index: number): Promise<Answer> => {
    const writer = writers[index] ?? desk.author
    const words = `Written by ${index}.`
    try {
      const document = textOf(words, desk.evidenceId)
      const saved = await callAs(db, writer).revision.save({ revisionId: id, version, document })
      return { outcome: 'saved', words, version: saved.version }
    } catch (error) {
      const { code, cause } = error as { code: string; cause: { detail: { current: never } } }
      expect(code).toBe('CONFLICT')
      return { outcome: 'told', words, current: cause.detail.current }
    }
  }
  const answers = await Promise.all(writers.map((_, index) => write(index)))
  const saved = answers.filter((answer) => answer.outcome === 'saved')
  expect(saved).toHaveLength(1)
  const [winner] = saved
  const [row] = await db.select().from(revision).where(eq(revision.id, id))
  expect(row?.version).toBe(winner?.version)
  expect(JSON.stringify(row?.document)).toContain(winner?.words)
  for (const answer of answers)
    if (answer.outcome === 'told')
      expect(answer.current).toMatchObject({ version: winner?.version, document: row?.document })
  // Who was told became no author, and left no line in the history.
  const authors = await db.select().from(revisionAuthor).where(eq(revisionAuthor.revisionId, id))
  expect(authors).toHaveLength(2)
  const lines = await db
    .select()
    .from(event)
    .where(and(eq(event.subjectId, id), eq(event.kind, 'revision.edited')))
  expect(lines).toHaveLength(2)
})

test('writers who go on from what they are told are each acknowledged once, and none is lost', async () => {
  const { db } = database
  const desk = await addDesk(db)
  const { id, version } = await writeDraft(db, desk)
  const writers = await Promise.all(Array.from({ length: 20 }, () => addPerson(db)))
  const versions: number[] = []
  await Promise.all(
    writers.map(async (writer, index) => {
      for (let seen = version; ;) {
        try {
          const document = textOf(`By ${index}.`, desk.evidenceId)
          const saved = await callAs(db, writer).revision.save({ revisionId: id, version: seen, document })
          versions.push(saved.version)
          return
        } catch (error) {
          const { cause } = error as { cause: { detail: { current: { version: number } } } }
          seen = cause.detail.current.version
        }
      }
    }),
  )
  expect(versions.toSorted((a, b) => a - b)).toEqual(writers.map((_, index) => version + 1 + index))
})

test('a submission among the writers: the frozen text is the one that was submitted', async () => {
  const { db } = database
  const desk = await addDesk(db)
  const { id, version, document } = await writeDraft(db, desk)
  const save = (index: number) =>
    callAs(db, desk.third).revision.save({ revisionId: id, version, document: textOf(`By ${index}.`, desk.evidenceId) })
  const [submitted, ...saves] = await Promise.allSettled([
    callAs(db, desk.author).revision.submit({ revisionId: id, version }),
    ...Array.from({ length: 20 }, (_, index) => save(index)),
  ])
  const [row] = await db.select().from(revision).where(eq(revision.id, id))
  const went = saves.filter((answer) => answer.status === 'fulfilled')
  if (submitted.status === 'fulfilled') {
    expect(went).toHaveLength(0)
    expect(row).toMatchObject({ state: 'in_review', document })
  } else {
    expect(went).toHaveLength(1)
    expect(row).toMatchObject({ state: 'draft', version: version + 1 })
  }
})
