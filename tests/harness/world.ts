import type { Db } from '@/db/client'
import type { Actor } from '@/domain/policy'
import type { WorkspaceView } from '@/server/workspace/view'
import { callAs } from './caller'
import type { Caller } from './caller'
import { approveAs, conclude, submitDraft, textOf, writeDraft } from './desk'
import type { TestDesk } from './desk'
import { addEntries } from './gazetteer'
import { addIntake, addIntakeList } from './intake'
import { addParty, addText, rangeOf } from './material'
import { approveRendition, publishRendition, submitRendition, writeRendition } from './rendition'
import { addEvidence, addScene } from './scene'
import { addLinks, addPeople, addSessions } from './world-people'
import type { People, Who } from './world-people'

export const ARTICLE = `Menu · Sign in · Weather
Two depots went up in flames near Orvelsk on Thursday night, the group said in a video.
The ministry denied that any depot had been hit, and spoke of a fire in a barn.
Advertising: buy one, get two.`

/** A place of the gazetteer that nobody has chosen. */
export const GAZETTEER_ENTRY = 486816

async function addRegisters(db: Db, people: People) {
  const lead = callAs(db, people.lead)
  const outlet = await lead.party.create({ kind: 'outlet', name: 'The Orvelsk Courier' })
  await lead.party.grade({ partyId: outlet.id, from: null, grade: 'C', reason: 'Corrects itself.' })
  const group = await lead.party.create({ kind: 'armed_group', name: 'Northern Guard', aliases: [{ name: 'NG' }] })
  const place = await lead.place.create({
    precision: 'settlement',
    coordinates: '51.2, 34.3',
    names: [
      { name: 'Orvelsk', language: 'en' },
      { name: 'Орвельськ', language: 'uk', script: 'Cyrl' },
    ],
  })
  await addEntries(db, [{ id: GAZETTEER_ENTRY, name: 'Orvelsk-on-Lysa', names: ['Орвельск'] }])
  return { outlet, group, place }
}

/** With every kind of material in it, some of it withdrawn; nobody has voted yet. */
async function addMaterial(db: Db, { author, editor }: People, registers: Registers) {
  const call = callAs(db, author)
  const scene = await addScene(db, author)
  const { incidentId, questionId } = scene
  const rivalId = await addClaim(call, questionId, 'Two depots burned.')
  const deadId = await addClaim(call, questionId, 'Three depots burned.')
  await call.claim.withdraw({ id: deadId, version: 1, reason: 'Nobody says so.' })
  await call.question.add({ incidentId, kind: 'when', text: 'When did it burn?' })
  const { sourceId, captureId } = await addText(call, incidentId, ARTICLE, { outletId: registers.outlet.id })
  const known = await addText(call, incidentId, null, { title: 'The original of a copy' })
  const passage = (exact: string) => ({ incidentId, captureId, ...rangeOf(ARTICLE, exact) })
  await call.exclusion.mark({ incidentId, captureId, ...withoutText(rangeOf(ARTICLE, 'Menu · Sign in · Weather')) })
  const origin = {
    kind: 'new',
    partyId: registers.group.id,
    channel: 'video',
    mode: 'observed',
    dated: null,
    firstSourceId: null,
  } as const
  const attach = (exact: string, more: Partial<Parameters<typeof call.evidence.attach>[0]>) =>
    call.evidence.attach({ ...passage(exact), origin: { kind: 'unknown' }, ...more })
  await attach('Two depots went up in flames', { claimId: rivalId, stance: 'supports', origin })
  await attach('The ministry denied', { claimId: rivalId, stance: 'disputes', relays: [registers.outlet.id] })
  await attach('near Orvelsk', {})
  await attach('on Thursday night', { claimId: rivalId, stance: 'supports' })
  const view = await attach('a fire in a barn', { claimId: rivalId, stance: 'disputes' })
  const evidenceOf = (exact: string) => pick(view, exact)
  await call.evidence.withdraw({ incidentId, id: evidenceOf('on Thursday night').id, reason: 'Says nothing.' })
  await call.excerpt.withdraw({ incidentId, id: evidenceOf('a fire in a barn').excerpt.id, reason: 'Cut wrongly.' })
  const [copied = scene.pieces[0], quoted = scene.pieces[1]] = scene.pieces
  const edge = { incidentId, sourceId, reason: 'The same words.' }
  await call.lineage.draw({ ...edge, ofId: copied?.sourceId ?? '', kind: 'scrape' })
  await call.lineage.draw({ ...edge, ofId: quoted?.sourceId ?? '', kind: 'quotes', confirm: true })
  await call.origin.name({ incidentId, partyId: null, channel: 'a call', mode: 'asserted', dated: null })
  const { version } = (await call.incident.get({ id: incidentId })).incident
  await call.incident.setSides({
    id: incidentId,
    version,
    sides: [{ id: null, name: 'The north', partyIds: [registers.group.id] }],
  })
  await callAs(db, editor).incident.join({ id: incidentId })
  const exclusions = await call.capture.read({ incidentId, captureId })
  const ids = { rivalId, deadId, sourceId, captureId, knownId: known.sourceId }
  return { ...scene, ...ids, exclusionId: exclusions.exclusions[0]?.id ?? '', view: await at(db, author, incidentId) }
}

type Registers = Awaited<ReturnType<typeof addRegisters>>

function withoutText({ start, end }: { start: number; end: number }) {
  return { start, end }
}

async function addClaim(call: Caller, questionId: string, text: string): Promise<string> {
  const view = await call.claim.add({ questionId, text, claimantIds: [], firstSourceId: null, firstAppeared: null })
  return view.questions.flatMap((question) => question.claims).find((claim) => claim.text === text)?.id ?? ''
}

export function at(db: Db, actor: Actor, incidentId: string): Promise<WorkspaceView> {
  return callAs(db, actor).incident.get({ id: incidentId })
}

export function claimOf(view: WorkspaceView, claimId: string) {
  const found = view.questions.flatMap((question) => question.claims).find((claim) => claim.id === claimId)
  if (found === undefined) throw new Error('no such claim')
  return found
}

/** The evidence that quotes this. */
export function pick(view: WorkspaceView, exact: string) {
  const all = [...view.background, ...view.questions.flatMap((question) => question.claims.flatMap((c) => c.evidence))]
  const found = all.find((piece) => piece.excerpt.exact === exact)
  if (found === undefined) throw new Error(`nothing quotes ${exact}`)
  return found
}

/**
 * Four claims in four states of a vote: quorum reached, not reached, on evidence that has changed since, and revealed.
 * `editor`, `lead` have voted in none but the last; `author` in all.
 */
async function addVotes(db: Db, people: People) {
  const { author, third, fourth } = people
  const call = callAs(db, author)
  const scene = await addScene(db, author)
  const { incidentId, questionId, claimId } = scene
  const claimWith = async (text: string) => {
    const id = await addClaim(call, questionId, text)
    const party = await addParty(db, `Witness of ${text}`)
    await addEvidence(db, { incidentId, claimId: id, by: author, originPartyId: party })
    await addEvidence(db, { incidentId, claimId: id, by: third, originPartyId: party, stance: 'disputes' })
    return id
  }
  const waitingId = await claimWith('Two depots burned.')
  const staleId = await claimWith('Three depots burned.')
  const doneId = await claimWith('Four depots burned.')
  const bareId = await addClaim(call, questionId, 'Five depots burned.')
  const openOn = async (id: string) => {
    const view = await call.round.open({ claimId: id, lastRoundId: null, reason: '' })
    return claimOf(view, id).round?.id ?? ''
  }
  const reachedRoundId = await openOn(claimId)
  const waitingRoundId = await openOn(waitingId)
  const staleRoundId = await openOn(staleId)
  const cast = (voter: Actor, roundId: string) =>
    callAs(db, voter).ballot.cast({ roundId, level: 'possible', reason: `As I see it.`, isReasonPublic: false })
  for (const voter of [author, third, fourth]) await cast(voter, reachedRoundId)
  for (const voter of [author, third]) await cast(voter, waitingRoundId)
  for (const voter of [author, third, fourth]) await cast(voter, staleRoundId)
  await addEvidence(db, { incidentId, claimId: staleId, by: author })
  await conclude(db, doneId, [author, third, fourth, people.editor])
  const doneRoundId = claimOf(await at(db, author, incidentId), doneId).finding?.roundId ?? ''
  const ids = { waitingId, staleId, doneId, bareId, reachedRoundId, waitingRoundId, staleRoundId, doneRoundId }
  return { ...scene, ...ids, view: await at(db, author, incidentId) }
}

/** An incident whose central claim has a finding, as the helpers of texts want it. */
async function addConcluded(db: Db, { author, third, fourth, lead, observer }: People): Promise<TestDesk> {
  const scene = await addScene(db, author)
  await conclude(db, scene.claimId, [author, third, fourth])
  const evidenceIds = scene.pieces.map((piece) => piece.evidenceId)
  return {
    ...scene,
    author,
    reviewer: third,
    third: fourth,
    lead,
    observer,
    evidenceIds,
    evidenceId: evidenceIds[0] ?? '',
  }
}

async function addTexts(db: Db, people: People) {
  const { author, third, lead } = people
  const call = callAs(db, author)
  const concluded = () => addConcluded(db, people)
  const seen = async (desk: TestDesk, revisionId: string) => {
    const { hash } = await callAs(db, people.editor).revision.preview({ revisionId })
    const view = await at(db, author, desk.incidentId)
    return { ...desk, revisionId, hash, view, publicationId: view.summary.publications[0]?.id ?? '' }
  }
  const draft = await concluded()
  const drafting = await writeDraft(db, draft)
  const review = await concluded()
  const reviewing = await submitDraft(db, review)
  const approve = await concluded()
  const approving = await submitDraft(db, approve)
  await approveAs(db, third, approving.id)
  const publish = async (words: string) => {
    const desk = await concluded()
    const { id, version } = await writeDraft(db, desk, words)
    await call.revision.chooseByline({ revisionId: id, byline: 'A. N. Author' })
    await call.revision.submit({ revisionId: id, version })
    await approveAs(db, third, id)
    await call.publication.publish({ revisionId: id })
    return { desk, id }
  }
  const published = await publish('One depot burned.')
  await callAs(db, lead).redaction.propose({
    incidentId: published.desk.incidentId,
    target: { kind: 'publication', publicationId: (await seen(published.desk, published.id)).publicationId },
    publicReason: 'A court order.',
  })
  const again = await publish('One depot burned, at night.')
  await call.notice.put({ incidentId: again.desk.incidentId, reason: 'A reader wrote.' })
  const second = await submitDraft(db, again.desk, 'One depot burned, in the morning.')
  await approveAs(db, third, second.id)
  const retracted = await publish('One depot burned, or none.')
  await callAs(db, lead).publication.retract({ incidentId: retracted.desk.incidentId, note: 'None burned.' })
  const redactions = await callAs(db, lead).redaction.list({ incidentId: published.desk.incidentId })
  return {
    draft: {
      ...(await seen(draft, drafting.id)),
      version: drafting.version,
      document: textOf('More.', draft.evidenceId),
    },
    review: await seen(review, reviewing.id),
    approved: await seen(approve, approving.id),
    published: { ...(await seen(published.desk, published.id)), redactionId: redactions.items[0]?.id ?? '' },
    again: await seen(again.desk, second.id),
    retracted: await seen(retracted.desk, retracted.id),
  }
}

/** The published account in other languages: a draft of the author's, one in review, one approved, one that readers have. */
async function addRenditions(db: Db, { author, third, fourth }: People, desk: TestDesk) {
  const team = { ...desk, author: fourth, reviewer: third, third: author }
  const draft = await writeRendition(db, team, 'uk')
  const { lines, words } = await callAs(db, author).rendition.read({ revisionId: draft.id })
  return {
    draft: { ...draft, lines, words },
    review: await submitRendition(db, team, 'de'),
    approved: await approveRendition(db, team, 'ru'),
    published: await publishRendition(db, team, 'ar'),
  }
}

async function addClosed(db: Db, people: People) {
  const scene = await addScene(db, people.author)
  const { version } = (await at(db, people.author, scene.incidentId)).incident
  const input = {
    id: scene.incidentId,
    version,
    closeReason: 'not_published',
    duplicateOf: null,
    note: 'Old.',
  } as const
  const view = await callAs(db, people.lead).incident.close(input)
  return { ...scene, view }
}

/** What is being taken in: read, failed, cancelled, of a closed incident, and a list. */
async function addIntakes(db: Db, { author }: People, incidentId: string, closedId: string) {
  const of = { incidentId, by: author }
  return {
    readyId: await addIntake(db, { ...of, state: 'ready', url: 'https://example.test/ready' }),
    failedId: await addIntake(db, { ...of, state: 'failed', url: 'https://example.test/failed' }),
    cancelledId: await addIntake(db, { ...of, state: 'cancelled', url: 'https://example.test/cancelled' }),
    closedId: await addIntake(db, { ...of, incidentId: closedId, state: 'ready', url: 'https://example.test/closed' }),
    listId: await addIntakeList(db, of),
  }
}

/** A team at work: an incident in each state that a command tells apart, made through the commands. */
export async function addWorld(db: Db) {
  const people = await addPeople(db)
  const registers = await addRegisters(db, people)
  const fresh = await addMaterial(db, people, registers)
  const votes = await addVotes(db, people)
  const texts = await addTexts(db, people)
  const rendition = await addRenditions(db, people, texts.published)
  const closed = await addClosed(db, people)
  const intake = await addIntakes(db, people, fresh.incidentId, closed.incidentId)
  const links = await addLinks(db, people)
  const sessions = await addSessions(db, people)
  const cookie = (who: Who): string | null => sessions.get(who)?.first.cookie ?? null
  const otherSession = (who: Who): string => sessions.get(who)?.second.id ?? UNKNOWN
  return { people, ...registers, fresh, votes, ...texts, rendition, closed, intake, links, cookie, otherSession }
}

export type World = Awaited<ReturnType<typeof addWorld>>

/** An id of nothing. */
export const UNKNOWN = '00000000-0000-4000-8000-00000000dead'
