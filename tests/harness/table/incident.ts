import type { WorkspaceView } from '@/server/workspace/view'
import { claimOf, UNKNOWN } from '../world'
import type { World } from '../world'
import { desk, editors, leads, missing, row } from './cell'
import type { Table } from './cell'

const nothing = () => undefined
const details = {
  title: 'A bridge',
  type: 'strike',
  occurred: '14 March 2024',
  placeId: null,
  partyIds: [],
  tags: ['x'],
}
const own = (view: WorkspaceView) => ({ id: view.incident.id, version: view.incident.version })
const fresh = (w: World) => own(w.fresh.view)
const closed = (w: World) => own(w.closed.view)
const unknown = { id: UNKNOWN, version: 1 }

const facts = { text: 'A bridge fell.', claimantIds: [], firstSourceId: null, firstAppeared: null }
const questionOf = (view: WorkspaceView) => {
  const [question] = view.questions
  return { id: question?.id ?? '', version: question?.version ?? 0 }
}
const claimIn = (view: WorkspaceView, id: string) => ({ id, version: claimOf(view, id).version })
const rival = (w: World) => claimIn(w.fresh.view, w.fresh.rivalId)
const central = (w: World) => claimIn(w.fresh.view, w.fresh.claimId)
const dead = (w: World) => claimIn(w.fresh.view, w.fresh.deadId)
const inClosed = (w: World) => claimIn(w.closed.view, w.closed.claimId)
const voted = (w: World) => claimIn(w.votes.view, w.votes.waitingId)

/** The incident itself, its questions and claims, and who is on it. */
export const incidentTable: Table = {
  'incident.changeSlug': [
    row('free address', (w) => ({ ...fresh(w), slug: 'somewhere-else' }), editors('ok')),
    row('taken', (w) => ({ ...fresh(w), slug: w.closed.view.incident.slug }), editors('BAD_REQUEST')),
    row('closed', (w) => ({ ...closed(w), slug: 'somewhere-else' }), editors('PRECONDITION_FAILED')),
    missing(() => ({ ...unknown, slug: 'somewhere-else' })),
  ],
  'incident.close': [
    row('at rest', (w) => ({ ...fresh(w), closeReason: 'not_published', duplicateOf: null, note: 'No.' }), leads('ok')),
    row(
      'a duplicate',
      (w) => ({ ...fresh(w), closeReason: 'duplicate', duplicateOf: w.votes.incidentId, note: 'No.' }),
      leads('ok'),
    ),
    row(
      'an open round',
      (w) => ({ ...own(w.votes.view), closeReason: 'not_published', duplicateOf: null, note: 'No.' }),
      leads('PRECONDITION_FAILED'),
    ),
    row(
      'a working text',
      (w) => ({ ...own(w.draft.view), closeReason: 'not_published', duplicateOf: null, note: 'No.' }),
      leads('PRECONDITION_FAILED'),
    ),
    row(
      'closed',
      (w) => ({ ...closed(w), closeReason: 'not_published', duplicateOf: null, note: 'No.' }),
      leads('PRECONDITION_FAILED'),
    ),
    missing(() => ({ ...unknown, closeReason: 'not_published', duplicateOf: null, note: 'No.' })),
  ],
  'incident.create': [
    row('new', () => details, editors('ok')),
    row('a place that is none', () => ({ ...details, placeId: UNKNOWN }), editors('BAD_REQUEST')),
  ],
  'incident.edit': [
    row('open', (w) => ({ ...details, ...fresh(w), placeId: w.place.id, partyIds: [w.group.id] }), editors('ok')),
    row('stale', (w) => ({ ...details, ...fresh(w), version: 99 }), editors('CONFLICT')),
    row('closed', (w) => ({ ...details, ...closed(w) }), editors('PRECONDITION_FAILED')),
    missing(() => ({ ...details, ...unknown })),
  ],
  'incident.find': [row('some', () => ({ text: 'depot' }), desk('ok'))],
  'incident.get': [
    row('new', (w) => ({ id: w.fresh.incidentId }), desk('ok')),
    row('voting', (w) => ({ id: w.votes.incidentId }), desk('ok')),
    row('published', (w) => ({ id: w.again.incidentId }), desk('ok')),
    missing(() => ({ id: UNKNOWN })),
  ],
  'incident.join': [row('new', (w) => ({ id: w.fresh.incidentId }), editors('ok')), missing(() => ({ id: UNKNOWN }))],
  'incident.leave': [row('new', (w) => ({ id: w.fresh.incidentId }), editors('ok')), missing(() => ({ id: UNKNOWN }))],
  'incident.list': [
    row('all', () => ({}), desk('ok')),
    row('narrowed', () => ({ status: 'voting', level: 'none', mine: true, text: 'depot', tag: 'x' }), desk('ok')),
  ],
  'incident.relate': [
    row('open', (w) => ({ id: w.fresh.incidentId, otherId: w.votes.incidentId, kind: 'part_of' }), editors('ok')),
    row(
      'closed',
      (w) => ({ id: w.closed.incidentId, otherId: w.votes.incidentId, kind: 'part_of' }),
      editors('PRECONDITION_FAILED'),
    ),
    row('to nothing', (w) => ({ id: w.fresh.incidentId, otherId: UNKNOWN, kind: 'part_of' }), editors('NOT_FOUND')),
    missing((w) => ({ id: UNKNOWN, otherId: w.fresh.incidentId, kind: 'part_of' })),
  ],
  'incident.reopen': [
    row('closed', (w) => ({ ...closed(w), note: 'More came in.' }), leads('ok')),
    row('open', (w) => ({ ...fresh(w), note: 'More came in.' }), leads('PRECONDITION_FAILED')),
    missing(() => ({ ...unknown, note: 'More came in.' })),
  ],
  'incident.setSides': [
    row(
      'open',
      (w) => ({ ...fresh(w), sides: [{ id: null, name: 'The south', partyIds: [w.group.id] }] }),
      editors('ok'),
    ),
    row('closed', (w) => ({ ...closed(w), sides: [] }), editors('PRECONDITION_FAILED')),
    row(
      'a side that is none',
      (w) => ({ ...fresh(w), sides: [{ id: UNKNOWN, name: 'The south', partyIds: [] }] }),
      editors('NOT_FOUND'),
    ),
    missing(() => ({ ...unknown, sides: [] })),
  ],
  'incident.unrelate': [
    row('open', (w) => ({ id: w.fresh.incidentId, otherId: w.votes.incidentId, kind: 'part_of' }), editors('ok')),
    missing((w) => ({ id: UNKNOWN, otherId: w.fresh.incidentId, kind: 'part_of' })),
  ],
  'question.add': [
    row('open', (w) => ({ incidentId: w.fresh.incidentId, kind: 'who', text: 'Who did it?' }), editors('ok')),
    row(
      'closed',
      (w) => ({ incidentId: w.closed.incidentId, kind: 'who', text: 'Who did it?' }),
      editors('PRECONDITION_FAILED'),
    ),
    missing(() => ({ incidentId: UNKNOWN, kind: 'who', text: 'Who did it?' })),
  ],
  'question.edit': [
    row('open', (w) => ({ ...questionOf(w.fresh.view), kind: 'who', text: 'Who did it?' }), editors('ok')),
    row('stale', (w) => ({ ...questionOf(w.fresh.view), version: 99, kind: 'who', text: 'Who?' }), editors('CONFLICT')),
    row(
      'closed',
      (w) => ({ ...questionOf(w.closed.view), kind: 'who', text: 'Who did it?' }),
      editors('PRECONDITION_FAILED'),
    ),
    missing(() => ({ ...unknown, kind: 'who', text: 'Who did it?' })),
  ],
  'question.reorder': [
    row('all of them', (w) => order(w.fresh.view), editors('ok')),
    row("another's", (w) => ({ ...order(w.fresh.view), questionIds: [w.votes.questionId] }), editors('NOT_FOUND')),
    row('too few', (w) => ({ ...order(w.fresh.view), questionIds: [w.fresh.questionId] }), editors('CONFLICT')),
    row('closed', (w) => order(w.closed.view), editors('PRECONDITION_FAILED')),
    missing(() => ({ incidentId: UNKNOWN, questionIds: [UNKNOWN] })),
  ],
  'claim.add': [
    row('open', (w) => ({ questionId: w.fresh.questionId, ...facts, claimantIds: [w.group.id] }), editors('ok')),
    row('closed', (w) => ({ questionId: w.closed.questionId, ...facts }), editors('PRECONDITION_FAILED')),
    row(
      'a claimant that is none',
      (w) => ({ questionId: w.fresh.questionId, ...facts, claimantIds: [UNKNOWN] }),
      editors('BAD_REQUEST'),
    ),
    missing(() => ({ questionId: UNKNOWN, ...facts })),
  ],
  'claim.edit': [
    row('standing', (w) => ({ ...rival(w), ...facts }), editors('ok')),
    row('under vote', (w) => ({ ...voted(w), ...facts }), editors('ok')),
    row('withdrawn', (w) => ({ ...dead(w), ...facts }), editors('PRECONDITION_FAILED')),
    row('stale', (w) => ({ ...rival(w), version: 99, ...facts }), editors('CONFLICT')),
    row('closed', (w) => ({ ...inClosed(w), ...facts }), editors('PRECONDITION_FAILED')),
    missing(() => ({ ...unknown, ...facts })),
  ],
  'claim.makeCentral': [
    row('standing', rival, editors('ok')),
    row('withdrawn', dead, editors('PRECONDITION_FAILED')),
    row('stale', (w) => ({ ...rival(w), version: 99 }), editors('CONFLICT')),
    missing(() => unknown),
  ],
  'claim.restore': [
    row('withdrawn', (w) => ({ ...dead(w), reason: 'It is said again.' }), editors('ok')),
    row('standing', (w) => ({ ...rival(w), reason: 'It is said again.' }), editors('PRECONDITION_FAILED')),
    missing(() => ({ ...unknown, reason: 'It is said again.' })),
  ],
  'claim.withdraw': [
    row('standing', (w) => ({ ...rival(w), reason: 'Nobody says so.' }), editors('ok')),
    row('central', (w) => ({ ...central(w), reason: 'Nobody says so.' }), editors('PRECONDITION_FAILED')),
    row('under vote', (w) => ({ ...voted(w), reason: 'Nobody says so.' }), editors('PRECONDITION_FAILED')),
    row('withdrawn', (w) => ({ ...dead(w), reason: 'Nobody says so.' }), editors('PRECONDITION_FAILED')),
    missing(() => ({ ...unknown, reason: 'Nobody says so.' })),
  ],
  'desk.home': [row('work waits', nothing, desk('ok'))],
  'desk.waiting': [row('work waits', nothing, desk('ok'))],
  'search.find': [
    row(
      'words and what narrows',
      () => ({ text: 'depot -"of nothing" bur*', kind: 'excerpt', level: 'none' }),
      desk('ok'),
    ),
    row('nothing asked', () => ({}), desk('ok')),
    row('a place in the list that is none', () => ({ text: 'depot', cursor: 'nowhere' }), desk('BAD_REQUEST')),
  ],
  'search.count': [row('words', () => ({ text: 'depot' }), desk('ok'))],
  'event.list': [
    row('voting', (w) => ({ incidentId: w.votes.incidentId }), desk('ok')),
    row('published', (w) => ({ incidentId: w.again.incidentId, limit: 100 }), desk('ok')),
    row('of the team', () => ({ incidentId: null }), desk('ok')),
    row(
      'narrowed to votes',
      (w) => ({ incidentId: w.votes.incidentId, group: 'votes', person: w.people.third.id, from: '2024-01-01' }),
      desk('ok'),
    ),
    row(
      'narrowed to days in no order',
      () => ({ incidentId: null, from: '2024-01-02', to: '2024-01-01' }),
      desk('BAD_REQUEST'),
    ),
    missing(() => ({ incidentId: UNKNOWN })),
  ],
}

function order(view: WorkspaceView) {
  return { incidentId: view.incident.id, questionIds: view.questions.map(({ id }) => id).toReversed() }
}
