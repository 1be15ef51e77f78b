import { expect } from 'vitest'
import type { Db } from '@/db/client'
import type { DocumentNode } from '@/domain/document'
import type { Level } from '@/domain/levels'
import type { Actor } from '@/domain/policy'
import { callAs } from './caller'
import { addPerson } from './people'
import { addScene } from './scene'

/** A summary of one paragraph that cites each of the evidence. */
export function textOf(words: string, ...evidenceIds: string[]): DocumentNode {
  const citations = evidenceIds.map((evidenceId) => ({ type: 'citation', attrs: { evidenceId } }))
  return { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }, ...citations] }] }
}

/** Votes on a claim until it has a finding. */
export async function conclude(db: Db, claimId: string, voters: readonly Actor[], level: Level = 'probable') {
  const [opener] = voters
  if (opener === undefined) throw new Error('nobody votes')
  const seen = await callAs(db, opener).round.open({ claimId, lastRoundId: null, reason: '' })
  const claims = seen.questions.flatMap((question) => question.claims)
  const roundId = claims.find((claim) => claim.id === claimId)?.round?.id ?? ''
  for (const voter of voters)
    await callAs(db, voter).ballot.cast({ roundId, level, reason: 'As the passages say.', isReasonPublic: false })
  await callAs(db, opener).round.reveal({ roundId })
}

/** A team, an incident whose claim has a finding, and a draft by its author that cites the central claim. */
export async function addDesk(db: Db) {
  const [author, reviewer, third] = [await addPerson(db), await addPerson(db), await addPerson(db)]
  const lead = await addPerson(db, { role: 'lead' })
  const observer = await addPerson(db, { role: 'observer' })
  const scene = await addScene(db, author)
  await conclude(db, scene.claimId, [author, reviewer, third])
  const evidenceIds = scene.pieces.map((piece) => piece.evidenceId)
  const [evidenceId = ''] = evidenceIds
  return { ...scene, author, reviewer, third, lead, observer, evidenceId, evidenceIds }
}

export type TestDesk = Awaited<ReturnType<typeof addDesk>>

/** Drafts and saves; the draft with what there is to say of it. */
export async function writeDraft(db: Db, desk: TestDesk, words = 'One depot burned.') {
  const call = callAs(db, desk.author)
  const begun = await call.revision.draft({ incidentId: desk.incidentId })
  const draft = begun.summary.working
  if (!draft) throw new Error('no draft')
  const document = textOf(words, ...desk.evidenceIds)
  const { version } = await call.revision.save({ revisionId: draft.id, version: draft.version, document })
  return { id: draft.id, version, document }
}

export async function submitDraft(db: Db, desk: TestDesk, words?: string) {
  const draft = await writeDraft(db, desk, words)
  await callAs(db, desk.author).revision.submit({ revisionId: draft.id, version: draft.version })
  return draft
}

export async function approveAs(db: Db, reviewer: Actor, revisionId: string) {
  const call = callAs(db, reviewer)
  const { hash } = await call.revision.preview({ revisionId })
  return call.review.approve({ revisionId, seenHash: hash })
}

export async function publishDraft(db: Db, desk: TestDesk, words?: string, note?: string) {
  const draft = await submitDraft(db, desk, words)
  await approveAs(db, desk.reviewer, draft.id)
  const correction = note === undefined ? null : { kind: 'update' as const, note }
  const view = await callAs(db, desk.author).publication.publish({ revisionId: draft.id, correction })
  return { ...draft, view }
}

type Refused = { code: string; rule?: string }

/** Waits for a refusal and says which. */
export async function refusedBy(attempt: Promise<unknown>): Promise<Refused> {
  const error: unknown = await attempt.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(Error)
  const { code, cause } = error as { code: string; cause?: { detail?: { refusal?: { rule: string } } } }
  const rule = cause?.detail?.refusal?.rule
  return rule === undefined ? { code } : { code, rule }
}

/** What a refused call's fault says beside its code. */
export async function faultDetail(attempt: Promise<unknown>) {
  try {
    await attempt
  } catch (error) {
    return (error as { cause: { detail: { issues?: { path: unknown[]; message: string }[]; current?: unknown } } })
      .cause.detail
  }
  throw new Error('it was not refused')
}
