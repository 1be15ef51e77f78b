import { UNKNOWN } from '../world'
import type { World } from '../world'
import { desk, editors, missing, row } from './cell'
import type { Table } from './cell'

const inFresh = (w: World) => ({ incidentId: w.fresh.incidentId })
const inClosed = (w: World) => ({ incidentId: w.closed.incidentId })
const ready = (w: World) => ({ ...inFresh(w), id: w.intake.readyId })
const failed = (w: World) => ({ ...inFresh(w), id: w.intake.failedId })
const list = (w: World) => ({ ...inFresh(w), listId: w.intake.listId })
const elsewhere = (w: World) => ({ incidentId: w.votes.incidentId, id: w.intake.readyId })
const listElsewhere = (w: World) => ({ incidentId: w.votes.incidentId, listId: w.intake.listId })
const url = 'https://example.test/a'
const facts = { medium: 'article', title: 'Another', url, language: 'uk', published: '2024', newOutlet: 'The Gazette' }

/** What is being taken in. */
export const intakeTable: Table = {
  'intake.askUrl': [
    row('open', (w) => ({ ...inFresh(w), url }), editors('ok')),
    row('for a source', (w) => ({ ...inFresh(w), url, forSourceId: w.fresh.sourceId }), editors('ok')),
    row('closed', (w) => ({ ...inClosed(w), url }), editors('PRECONDITION_FAILED')),
    missing((w) => ({ ...inFresh(w), url, forSourceId: w.closed.pieces[0]?.sourceId }), "another incident's source"),
    missing(() => ({ incidentId: UNKNOWN, url })),
  ],
  'intake.askList': [
    row('open', (w) => ({ ...inFresh(w), text: `${url}\nhttps://example.test/b` }), editors('ok')),
    row('no list', (w) => ({ ...inFresh(w), text: 'title\nnothing' }), editors('BAD_REQUEST')),
    row('closed', (w) => ({ ...inClosed(w), text: url }), editors('PRECONDITION_FAILED')),
    missing(() => ({ incidentId: UNKNOWN, text: url })),
  ],
  'intake.cancel': [
    row('ready', ready, editors('ok')),
    row('cancelled', (w) => ({ ...inFresh(w), id: w.intake.cancelledId }), editors('PRECONDITION_FAILED')),
    missing((w) => ({ ...inFresh(w), id: UNKNOWN })),
    missing(elsewhere, "another incident's"),
  ],
  'intake.cancelList': [
    row('some left', list, editors('ok')),
    missing((w) => ({ ...inFresh(w), listId: UNKNOWN })),
    missing(listElsewhere, "another incident's"),
  ],
  'intake.discardFailed': [row('some failed', inFresh, editors('ok')), missing(() => ({ incidentId: UNKNOWN }))],
  'intake.discardList': [
    row('some failed', list, editors('ok')),
    missing((w) => ({ ...inFresh(w), listId: UNKNOWN })),
    missing(listElsewhere, "another incident's"),
  ],
  'intake.retry': [
    row('failed', failed, editors('ok')),
    row('ready', ready, editors('PRECONDITION_FAILED')),
    missing((w) => ({ ...inFresh(w), id: UNKNOWN })),
    missing(elsewhere, "another incident's"),
  ],
  'intake.keep': [
    row('ready', (w) => ({ ...ready(w), version: 1, ...facts }), editors('ok')),
    row('stale', (w) => ({ ...ready(w), version: 9, ...facts }), editors('CONFLICT')),
    row('failed', (w) => ({ ...failed(w), version: 1, ...facts }), editors('PRECONDITION_FAILED')),
    row(
      'closed',
      (w) => ({ ...inClosed(w), id: w.intake.closedId, version: 1, ...facts }),
      editors('PRECONDITION_FAILED'),
    ),
    row(
      'an outlet that is none',
      (w) => ({ ...ready(w), version: 1, ...facts, outletId: UNKNOWN }),
      editors('BAD_REQUEST'),
    ),
    missing((w) => ({ ...inFresh(w), id: UNKNOWN, version: 1, ...facts })),
    missing((w) => ({ ...elsewhere(w), version: 1, ...facts }), "another incident's"),
  ],
  'intake.list': [row('open', inFresh, desk('ok')), missing(() => ({ incidentId: UNKNOWN }))],
  'intake.read': [
    row('ready', ready, desk('ok')),
    missing((w) => ({ ...inFresh(w), id: UNKNOWN })),
    missing(elsewhere, "another incident's"),
  ],
  'intake.lines': [
    row('some', list, desk('ok')),
    missing((w) => ({ ...inFresh(w), listId: UNKNOWN })),
    missing(listElsewhere, "another incident's"),
  ],
  'intake.check': [
    row('no address', (w) => ({ ...inFresh(w), sourceId: w.fresh.sourceId }), editors('PRECONDITION_FAILED')),
    row('closed', (w) => ({ ...inClosed(w), sourceId: w.closed.pieces[0]?.sourceId }), editors('PRECONDITION_FAILED')),
    missing((w) => ({ ...inFresh(w), sourceId: UNKNOWN })),
    missing((w) => ({ ...inFresh(w), sourceId: w.closed.pieces[0]?.sourceId }), "another incident's"),
  ],
  'intake.checked': [
    row('none yet', (w) => ({ ...inFresh(w), sourceId: w.fresh.sourceId }), desk('ok')),
    missing((w) => ({ ...inFresh(w), sourceId: UNKNOWN })),
    missing((w) => ({ ...inFresh(w), sourceId: w.closed.pieces[0]?.sourceId }), "another incident's"),
  ],
  'intake.failures': [
    row('some', list, desk('ok')),
    missing((w) => ({ ...inFresh(w), listId: UNKNOWN })),
    missing(listElsewhere, "another incident's"),
  ],
}
