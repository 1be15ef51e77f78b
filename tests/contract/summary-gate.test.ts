import { describe, expect, test } from 'vitest'
import { withSavedText } from '@/components/summary/saved-text'
import type { DocumentNode } from '@/domain/document'
import { callAs } from '../harness/caller'
import { useDatabase } from '../harness/database'
import { addDesk, publishDraft, textOf, writeDraft, type TestDesk } from '../harness/desk'

const database = useDatabase()

const stateOf = async (desk: TestDesk, who: TestDesk['author']) => {
  const view = await callAs(database.db, who).incident.get({ id: desk.incidentId })
  const { working, ...summary } = view.summary
  // When it was saved only the server knows; whether it may be submitted it is asked at the press.
  const { updatedAt: _, ...text } = working ?? {}
  const { can: __, ...rest } = summary
  return { view, summary: { ...rest, working: text } }
}

const shown = (view: Awaited<ReturnType<typeof stateOf>>['view']) => {
  const { working, can: _, ...rest } = view.summary
  const { updatedAt: __, ...text } = working ?? {}
  return { ...rest, working: text }
}

/** Saves as `who`, and compares what the browser makes of its view with what the server says then. */
async function compare(desk: TestDesk, who: TestDesk['author'], document: DocumentNode) {
  const { view } = await stateOf(desk, who)
  const working = view.summary.working
  if (working === null) throw new Error('no draft')
  const saved = await callAs(database.db, who).revision.save({
    revisionId: working.id,
    version: working.version,
    document,
  })
  const guessed = withSavedText(view, { revisionId: working.id, version: saved.version, document })
  const { summary } = await stateOf(desk, who)
  expect(shown(guessed)).toEqual(summary)
  const { leftOut } = await callAs(database.db, who).revision.preview({ revisionId: working.id })
  expect(leftOut).toEqual(summary.leftOut)
  return summary
}

describe('what follows from an autosave is worked out in the browser as the server has it', () => {
  test('a text that cites, one that cites nothing, one that cites what was withdrawn', async () => {
    const { db } = database
    const desk = await addDesk(db)
    const { document } = await writeDraft(db, desk)
    const bare = textOf('Nothing here is cited.')
    const { gate, leftOut } = await compare(desk, desk.author, bare)
    expect(gate.map((item) => item.rule)).toContain('gate.uncited')
    expect(leftOut.map((claim) => claim.id)).toEqual([desk.claimId])
    expect((await compare(desk, desk.author, document)).leftOut).toEqual([])
    await callAs(db, desk.third).evidence.withdraw({
      incidentId: desk.incidentId,
      id: desk.evidenceId,
      reason: 'For a test.',
    })
    const stale = await compare(desk, desk.author, textOf('Again.', ...desk.evidenceIds))
    expect(stale.gate.map((item) => item.rule)).toEqual(expect.arrayContaining(['gate.withdrawn', 'gate.stale']))
  })

  test('with a second round open on what it cites', async () => {
    const { db } = database
    const desk = await addDesk(db)
    const { document } = await writeDraft(db, desk)
    const { view } = await stateOf(desk, desk.author)
    const lastRoundId = view.questions.flatMap((question) => question.claims)[0]?.finding?.roundId ?? null
    await callAs(db, desk.third).round.open({ claimId: desk.claimId, lastRoundId, reason: 'Once more.' })
    const summary = await compare(desk, desk.author, document)
    expect(summary.gate.map((item) => item.rule)).toContain('gate.open-round')
  })

  test('another editor becomes an author, and one fewer could review', async () => {
    const { db } = database
    const desk = await addDesk(db)
    const { document } = await writeDraft(db, desk)
    const before = (await stateOf(desk, desk.third)).summary
    const after = await compare(desk, desk.third, document)
    expect(after.reviewersLeft).toBe(before.reviewersLeft - 1)
    expect(after.isAuthor).toBe(true)
  })

  test('after a publication, where a draft begins without authors', async () => {
    const { db } = database
    const desk = await addDesk(db)
    await publishDraft(db, desk)
    await callAs(db, desk.author).revision.draft({ incidentId: desk.incidentId })
    await compare(desk, desk.author, textOf('A second version.', ...desk.evidenceIds))
  })
})
