import type { WorkspaceView } from '@/server/workspace/view'
import { rangeOf } from '../material'
import { ARTICLE, pick, UNKNOWN } from '../world'
import type { World } from '../world'
import { desk, editors, missing, row } from './cell'
import type { Table } from './cell'

const unknownOrigin = { kind: 'unknown' }
const inFresh = (w: World) => ({ incidentId: w.fresh.incidentId })
const inClosed = (w: World) => ({ incidentId: w.closed.incidentId })
const passage = (w: World, exact: string) => ({
  ...inFresh(w),
  captureId: w.fresh.captureId,
  ...rangeOf(ARTICLE, exact),
})
const background = (w: World) => ({ ...passage(w, 'a barn'), origin: unknownOrigin })
const closedPiece = (w: World) => ({ ...inClosed(w), id: w.closed.pieces[0]?.evidenceId ?? '' })
const closedCapture = (w: World) => ({ ...inClosed(w), captureId: w.closed.pieces[0]?.captureId ?? '' })
const reason = 'It does not hold.'

const evidenceAt = (w: World, exact: string) => {
  const { id, version } = pick(w.fresh.view, exact)
  return { ...inFresh(w), id, version }
}
const withoutVersion = ({ incidentId, id }: { incidentId: string; id: string }) => ({ incidentId, id })
const excerptAt = (w: World, exact: string) => ({ ...inFresh(w), id: pick(w.fresh.view, exact).excerpt.id })

const edge = (view: WorkspaceView, state: string) => {
  const found = view.lineage.find((line) => line.state === state)
  return { incidentId: view.incident.id, id: found?.id ?? '', version: found?.version ?? 0 }
}
/** The suggested edge the other way round, and one between others. */
const turned = (w: World) => {
  const found = w.fresh.view.lineage.find((line) => line.state === 'suggested')
  return { sourceId: found?.ofId, ofId: found?.sourceId, kind: 'reprint' }
}
const apart = (w: World) => ({ sourceId: UNKNOWN, ofId: w.fresh.sourceId, kind: 'reprint' })
const between = (w: World) => ({ ...inFresh(w), sourceId: w.fresh.sourceId, ofId: w.fresh.knownId, kind: 'reprint' })
const origin = { channel: 'a press conference', mode: 'asserted', dated: '2024-03', partyId: null, firstSourceId: null }
const originIn = (view: WorkspaceView) => {
  const [found] = view.origins
  return { incidentId: view.incident.id, id: found?.id ?? '', version: found?.version ?? 0 }
}
const source = { medium: 'article', title: 'Another', url: 'https://example.test/a', language: 'uk', published: '2024' }
const sourceIn = (view: WorkspaceView, sourceId: string | undefined) => {
  const found = view.sources.find(({ id }) => id === sourceId)
  return { incidentId: view.incident.id, id: found?.id ?? '', version: found?.version ?? 0 }
}
const translation = {
  text: 'Zwei Depots gingen in Flammen auf',
  language: 'de',
  method: 'machine',
  translator: 'Lingua',
}

/** Sources, captures, excerpts, evidence, origins and lineage. */
export const evidenceTable: Table = {
  'source.add': [
    row('open', (w) => ({ ...inFresh(w), kind: 'document', ...source, text: 'A text.' }), editors('ok')),
    row(
      'the same text',
      (w) => ({ ...inFresh(w), kind: 'document', ...source, text: ARTICLE }),
      editors('BAD_REQUEST'),
    ),
    row('closed', (w) => ({ ...inClosed(w), kind: 'document', ...source, text: null }), editors('PRECONDITION_FAILED')),
    missing(() => ({ incidentId: UNKNOWN, kind: 'document', ...source, text: null })),
  ],
  'source.edit': [
    row('open', (w) => ({ ...source, ...sourceIn(w.fresh.view, w.fresh.sourceId) }), editors('ok')),
    row('stale', (w) => ({ ...source, ...sourceIn(w.fresh.view, w.fresh.sourceId), version: 99 }), editors('CONFLICT')),
    row(
      'closed',
      (w) => ({ ...source, ...sourceIn(w.closed.view, w.closed.pieces[0]?.sourceId) }),
      editors('PRECONDITION_FAILED'),
    ),
    missing((w) => ({ ...source, ...inFresh(w), id: UNKNOWN, version: 1 })),
    missing((w) => ({ ...source, ...inFresh(w), id: w.votes.pieces[0]?.sourceId, version: 1 }), "another incident's"),
  ],
  'source.link': [
    row('open', (w) => ({ ...inFresh(w), sourceId: w.votes.pieces[0]?.sourceId }), editors('ok')),
    row('a source that is none', (w) => ({ ...inFresh(w), sourceId: UNKNOWN }), editors('BAD_REQUEST')),
    row('closed', (w) => ({ ...inClosed(w), sourceId: w.fresh.sourceId }), editors('PRECONDITION_FAILED')),
    missing((w) => ({ incidentId: UNKNOWN, sourceId: w.fresh.sourceId })),
  ],
  'source.search': [row('some', () => ({ text: 'Passage' }), desk('ok'))],
  'capture.compare': [
    row('the first', (w) => ({ ...inFresh(w), captureId: w.fresh.captureId }), desk('ok')),
    missing((w) => ({ ...inFresh(w), captureId: UNKNOWN })),
    missing((w) => ({ ...inFresh(w), captureId: closedCapture(w).captureId }), "another incident's"),
  ],
  'capture.read': [
    row('held', (w) => ({ ...inFresh(w), captureId: w.fresh.captureId }), desk('ok')),
    missing((w) => ({ ...inFresh(w), captureId: UNKNOWN })),
    missing((w) => ({ ...inFresh(w), captureId: closedCapture(w).captureId }), "another incident's"),
  ],
  'capture.take': [
    row('open', (w) => ({ ...inFresh(w), sourceId: w.fresh.sourceId, text: 'It says less now.' }), editors('ok')),
    row('the same text', (w) => ({ ...inFresh(w), sourceId: w.fresh.knownId, text: ARTICLE }), editors('BAD_REQUEST')),
    row(
      'closed',
      (w) => ({ ...inClosed(w), sourceId: w.closed.pieces[0]?.sourceId, text: 'More.' }),
      editors('PRECONDITION_FAILED'),
    ),
    missing((w) => ({ ...inFresh(w), sourceId: w.closed.pieces[0]?.sourceId, text: 'More.' }), "another incident's"),
  ],
  'exclusion.mark': [
    row('free', (w) => mark(passage(w, 'Advertising: buy one, get two.')), editors('ok')),
    row('over an excerpt', (w) => mark(passage(w, 'Two depots')), editors('PRECONDITION_FAILED')),
    row('closed', (w) => ({ ...closedCapture(w), start: 0, end: 1 }), editors('PRECONDITION_FAILED')),
    missing((w) => ({ ...inFresh(w), captureId: UNKNOWN, start: 0, end: 1 })),
  ],
  'exclusion.lift': [
    row('marked', (w) => ({ ...inFresh(w), id: w.fresh.exclusionId }), editors('ok')),
    missing((w) => ({ ...inFresh(w), id: UNKNOWN })),
    missing((w) => ({ ...inClosed(w), id: w.fresh.exclusionId }), "another incident's"),
  ],
  'excerpt.withdraw': [
    row('standing', (w) => ({ ...excerptAt(w, 'near Orvelsk'), reason }), editors('ok')),
    row(
      'closed',
      (w) => ({ ...inClosed(w), id: w.closed.pieces[0]?.excerptId, reason }),
      editors('PRECONDITION_FAILED'),
    ),
    missing((w) => ({ ...inFresh(w), id: UNKNOWN, reason })),
    missing((w) => ({ ...inClosed(w), id: excerptAt(w, 'near Orvelsk').id, reason }), "another incident's"),
  ],
  'translation.list': [
    row('closed', (w) => ({ ...inClosed(w), excerptId: w.closed.pieces[0]?.excerptId }), desk('ok')),
    missing((w) => ({ ...inFresh(w), excerptId: UNKNOWN })),
    missing((w) => ({ ...inFresh(w), excerptId: w.closed.pieces[0]?.excerptId }), 'of another incident'),
  ],
  'translation.add': [
    row('standing', (w) => translate(w, 'near Orvelsk'), editors('ok')),
    row(
      'closed',
      (w) => ({ ...inClosed(w), excerptId: w.closed.pieces[0]?.excerptId, ...translation }),
      editors('PRECONDITION_FAILED'),
    ),
    missing((w) => ({ ...inFresh(w), excerptId: UNKNOWN, ...translation })),
  ],
  'evidence.attach': [
    row('background', background, editors('ok')),
    row(
      'to a claim, with all',
      (w) => ({
        ...background(w),
        claimId: w.fresh.rivalId,
        stance: 'disputes',
        origin: { kind: 'new', ...origin, partyId: w.group.id },
        relays: [w.outlet.id],
        translation,
      }),
      editors('ok'),
    ),
    row('not in the capture', (w) => ({ ...background(w), exact: 'a born' }), editors('BAD_REQUEST')),
    row(
      "another's claim",
      (w) => ({ ...background(w), claimId: w.votes.claimId, stance: 'supports' }),
      editors('BAD_REQUEST'),
    ),
    row(
      'closed',
      (w) => ({ ...closedCapture(w), start: 0, end: 1, exact: 'A', origin: unknownOrigin }),
      editors('PRECONDITION_FAILED'),
    ),
    missing((w) => ({ ...background(w), captureId: UNKNOWN })),
    missing((w) => ({ ...background(w), captureId: closedCapture(w).captureId }), "another incident's"),
  ],
  'evidence.change': [
    row(
      'standing',
      (w) => ({ ...evidenceAt(w, 'The ministry denied'), stance: 'supports', origin: unknownOrigin, relays: [] }),
      editors('ok'),
    ),
    row(
      'withdrawn',
      (w) => ({ ...evidenceAt(w, 'on Thursday night'), stance: 'disputes', origin: unknownOrigin }),
      editors('PRECONDITION_FAILED'),
    ),
    row(
      'its excerpt withdrawn',
      (w) => ({ ...evidenceAt(w, 'a fire in a barn'), stance: 'supports', origin: unknownOrigin }),
      editors('PRECONDITION_FAILED'),
    ),
    row(
      'stale',
      (w) => ({ ...evidenceAt(w, 'The ministry denied'), version: 99, stance: 'supports', origin: unknownOrigin }),
      editors('CONFLICT'),
    ),
    missing((w) => ({ ...inFresh(w), id: UNKNOWN, version: 1, stance: null, origin: unknownOrigin })),
    missing((w) => ({ ...inFresh(w), id: closedPiece(w).id, version: 1, stance: 'supports', origin: unknownOrigin })),
  ],
  'evidence.withdraw': [
    row('standing', (w) => ({ ...withoutVersion(evidenceAt(w, 'near Orvelsk')), reason }), editors('ok')),
    row('closed', (w) => ({ ...closedPiece(w), reason }), editors('PRECONDITION_FAILED')),
    missing((w) => ({ ...inFresh(w), id: closedPiece(w).id, reason }), "another incident's"),
  ],
  'origin.name': [
    row('open', (w) => ({ ...inFresh(w), ...origin }), editors('ok')),
    row('closed', (w) => ({ ...inClosed(w), ...origin }), editors('PRECONDITION_FAILED')),
    missing(() => ({ incidentId: UNKNOWN, ...origin })),
  ],
  'origin.change': [
    row('open', (w) => ({ ...originIn(w.fresh.view), ...origin }), editors('ok')),
    row('stale', (w) => ({ ...originIn(w.fresh.view), ...origin, version: 99 }), editors('CONFLICT')),
    row('closed', (w) => ({ ...originIn(w.closed.view), ...origin }), editors('PRECONDITION_FAILED')),
    missing((w) => ({ ...inFresh(w), id: w.closed.pieces[0]?.originId, version: 1, ...origin }), "another incident's"),
  ],
  'lineage.compare': [
    row('an edge', (w) => withoutVersion(edge(w.fresh.view, 'suggested')), desk('ok')),
    missing((w) => ({ ...inFresh(w), id: UNKNOWN })),
    missing((w) => ({ ...withoutVersion(edge(w.fresh.view, 'suggested')), ...inClosed(w) }), "another incident's"),
  ],
  'lineage.confirm': [
    row('suggested', (w) => edge(w.fresh.view, 'suggested'), editors('ok')),
    row('put right', (w) => ({ ...edge(w.fresh.view, 'suggested'), as: turned(w) }), editors('ok')),
    row('of others', (w) => ({ ...edge(w.fresh.view, 'suggested'), as: apart(w) }), editors('BAD_REQUEST')),
    row('stale', (w) => ({ ...edge(w.fresh.view, 'suggested'), version: 99 }), editors('CONFLICT')),
    missing((w) => ({ ...inFresh(w), id: UNKNOWN, version: 1 })),
    missing((w) => ({ ...edge(w.fresh.view, 'suggested'), ...inClosed(w) }), "another incident's"),
  ],
  'lineage.dismissHint': [
    missing((w) => ({ ...inFresh(w), id: UNKNOWN, version: 1 })),
    missing(() => ({ incidentId: UNKNOWN, id: UNKNOWN, version: 1 }), 'in no incident'),
  ],
  'lineage.hints': [row('none', inFresh, desk('ok')), missing(() => ({ incidentId: UNKNOWN }))],
  'lineage.draw': [
    row('between two', (w) => ({ ...between(w), reason, confirm: true }), editors('ok')),
    row('to itself', (w) => ({ ...between(w), ofId: w.fresh.sourceId, reason }), editors('PRECONDITION_FAILED')),
    row("to another's", (w) => ({ ...between(w), ofId: w.closed.pieces[0]?.sourceId, reason }), editors('BAD_REQUEST')),
    missing((w) => ({ ...between(w), incidentId: UNKNOWN, reason })),
  ],
  'lineage.effect': [row('between two', between, desk('ok')), missing((w) => ({ ...between(w), incidentId: UNKNOWN }))],
  'lineage.reject': [
    row('suggested', (w) => ({ ...edge(w.fresh.view, 'suggested'), reason }), editors('ok')),
    row('confirmed', (w) => ({ ...edge(w.fresh.view, 'confirmed'), reason }), editors('ok')),
    row('stale', (w) => ({ ...edge(w.fresh.view, 'suggested'), version: 99, reason }), editors('CONFLICT')),
    missing((w) => ({ ...inFresh(w), id: UNKNOWN, version: 1, reason })),
  ],
}

function mark({ incidentId, captureId, start, end }: ReturnType<typeof passage>) {
  return { incidentId, captureId, start, end }
}

function translate(w: World, exact: string) {
  return { ...inFresh(w), excerptId: excerptAt(w, exact).id, ...translation }
}
