import { copy, findingOf, fresh, listed, publicationOf, reviewOf, standing, unguarded } from './lock-act'
import type { Attempt } from './lock-act'
import type { World } from '../world'

const gazetteerEntry = (latitude: number, longitude: number) =>
  `insert into gazetteer_entry values (1, 'A', '{}', ${latitude}, ${longitude}, 'P.PPL', '', '', 0)`
const toldApart = (w: World, ...pair: [number, number]) => `insert into told_apart select ${fresh},
  ${pair.map((id) => `'00000000-0000-4000-8000-00000000000${id}'`).join()}, '${w.people.lead.id}', now()`

const ofPublished = (w: World) => `id = '${w.rendition.published.renditionId}'`

/** The other checks, each with a statement that breaks it and nothing else. */
export const BROKEN_CHECKS: Readonly<Record<string, Attempt>> = {
  access_link_target: () => `update access_link set role = null where kind = 'invitation'`,
  account_email_lower: (w) => `update account set email = 'A@B.test' where id = '${w.people.third.id}'`,
  ballot_reason: (w) =>
    `update ballot set level = 'unknown', reason = ' ' where round_id = '${w.votes.waitingRoundId}'`,
  ballot_recusal: (w) => `update ballot set is_recusal = true where round_id = '${w.votes.waitingRoundId}'`,
  intake_check: (w) => `update intake set is_check = true where id = '${w.intake.readyId}'`,
  claim_withdrawn: (w) => `update claim set withdrawn_at = now() where id = '${w.fresh.claimId}'`,
  evidence_bearing: () => `update evidence set stance = null where claim_id is not null and withdrawn_at is null`,
  evidence_withdrawn: (w) => `update evidence set withdrawn_at = now(), withdrawn_reason = 'x'
    where incident_id = '${w.fresh.incidentId}' and withdrawn_at is null`,
  excerpt_withdrawn: (w) => `update excerpt set withdrawn_at = now(), withdrawn_by = created_by, withdrawn_reason = ' '
    where capture_id = '${w.fresh.captureId}' and withdrawn_at is null`,
  excerpt_range: () =>
    copy('excerpt', { id: fresh, start: '0', end: '0', exact: `''`, prefix: `''`, suffix: `''` }, 'true'),
  exclusion_range: () => copy('exclusion', { id: fresh, start: '5', end: '5' }, 'true'),
  finding_spread: (w) => findingOf(w, 'spread', '5'),
  gazetteer_entry_latitude: () => gazetteerEntry(90.1, 0),
  gazetteer_entry_longitude: () => gazetteerEntry(0, 180.1),
  incident_closed: (w) => `update incident set state = 'closed' where id = '${w.fresh.incidentId}'`,
  incident_relation_other: (w) =>
    `insert into incident_relation select id, id, 'part_of' from incident where id = '${w.fresh.incidentId}'`,
  listing_heading_known: () => `update listing set heading = 'sure'`,
  lineage_drawn: () => `update lineage set drawn_by = null, basis = '{}'`,
  lineage_other: () => copy('lineage', { id: fresh, of_id: 't.source_id' }, 'true'),
  name_key_of: () => `update name_key set party_id = null, place_id = null`,
  log_leaf_index: () => `${unguarded('log_leaf')}${copy('log_leaf', { index: '-1', publication_id: fresh }, 'true')}`,
  log_leaf_notice_whole: () =>
    unguarded('log_leaf') + copy('log_leaf', { index: 't.index + 1000', notice_step: `'put'` }, 'notice_id is null'),
  log_leaf_of_something: () =>
    unguarded('log_leaf') +
    copy('log_leaf', { index: 't.index + 1000', publication_id: 'null' }, 'redaction_id is null and notice_id is null'),
  notice_lifted: () => `update notice set lifted_at = now() where lifted_at is null`,
  origin_hint_order: () => hintOf('desc'),
  place_both: () => `update place set latitude = null`,
  place_latitude: () => `update place set latitude = 90.1`,
  place_longitude: () => `update place set longitude = -180.1`,
  publication_approvals: (w) =>
    publicationOf(w, { approvals: '0', revision_id: 'null', correction_kind: `'retraction'` }),
  publication_correction: (w) => publicationOf(w, { correction_kind: 'null', correction_note: 'null' }),
  publication_note: (w) => publicationOf(w, { correction_note: `' '` }),
  publication_number: (w) => unguarded('publication') + publicationOf(w, { number: '0' }),
  rendition_note: (w) => unguarded('rendition') + copy('rendition', { id: fresh, note: `'x'` }, ofPublished(w)),
  rendition_number: (w) =>
    unguarded('rendition') + copy('rendition', { id: fresh, number: '0', note: `'x'` }, ofPublished(w)),
  revision_translation: (w) => `update revision set words = null where id = '${w.rendition.draft.id}'`,
  publication_retraction: (w) => publicationOf(w, { correction_kind: `'retraction'` }),
  redaction_confirmed: () => `update redaction set confirmed_at = now()`,
  redaction_decided: (w) =>
    `update redaction set confirmed_by = '${w.people.third.id}', confirmed_at = now(), declined_at = now()`,
  redaction_target: (w) => copy('redaction', { id: fresh, capture_id: `'${w.fresh.captureId}'` }, 'true'),
  redaction_two: () => `update redaction set confirmed_at = now(), confirmed_by = proposed_by`,
  review_comment: (w) => reviewOf(w, { decision: `'request_changes'`, comment: `''` }),
  round_quorum: (w) =>
    unguarded('round') +
    copy('round', { id: fresh, number: '9', state: `'superseded'`, quorum: '1' }, `claim_id = '${w.votes.doneId}'`),
  source_described: () => `update source set is_confidential = true where public_description is null`,
  told_apart_order: (w) => toldApart(w, 2, 1),
  team_approvals: () => `update team set approvals = 4`,
  team_quorum: () => `update team set quorum = 1`,
  public_record_single: () => `insert into public_record (id) values (2)`,
  team_single: () => `insert into team (id) values (2)`,
  translation_translator: (
    w,
  ) => `insert into translation select ${fresh}, e.id, 'x', 'en', 'desk', 'A name', e.created_by, now()
    from excerpt e join capture c on c.id = e.capture_id where c.id = '${w.fresh.captureId}' limit 1`,
}

/** A hint of any two sources, in the order of their ids or against it. */
function hintOf(order: 'asc' | 'desc'): string {
  return `insert into origin_hint (id, source_id, other_id, state, reason, strength, basis, drawn_at)
    select ${fresh}, two[1], two[2], 'suggested', 'x', 0.5, '{}', now()
    from (select array_agg(id order by id ${order}) as two from (select id from source order by id limit 2) s) pair`
}

/** Unique indexes, each with a statement that breaks it. Ids and hashes of tokens are keys and need none. */
export const BROKEN_UNIQUES: Readonly<Record<string, Attempt>> = {
  account_email_unique: (w) => copy('account', { id: fresh }, `id = '${w.people.editor.id}'`),
  ballot_one: (w) => copy('ballot', { id: fresh }, `round_id = '${w.votes.waitingRoundId}'`),
  capture_number: (w) => copy('capture', { id: fresh }, `id = '${w.fresh.captureId}'`),
  claim_one_central: (w) => `update claim set is_central = true where incident_id = '${w.fresh.incidentId}'`,
  evidence_background_once: () => copy('evidence', { id: fresh }, standing('v.claim_id is null')),
  evidence_once: () => copy('evidence', { id: fresh }, standing('v.claim_id is not null')),
  incident_slug_unique: () => copy('incident', { id: fresh }, 'true'),
  intake_line: (w) => `${listed(w)}; ${copy('intake', { id: fresh }, 'list_id is not null')}`,
  listing_publication: (w) =>
    `update listing set publication_id = '${w.published.publicationId}' where incident_id <> '${w.published.incidentId}'`,
  likeness_number: (w) =>
    `insert into likeness overriding system value select id, 1, 1, '{}' from capture where id = '${w.fresh.captureId}';
    insert into likeness overriding system value select id, 1, 1, '{}' from capture where id <> '${w.fresh.captureId}' limit 1`,
  lineage_edge: () => copy('lineage', { id: fresh }, 'true'),
  log_leaf_publication: () =>
    unguarded('log_leaf') + copy('log_leaf', { index: 't.index + 1000' }, 'redaction_id is null'),
  log_leaf_redaction: () =>
    `${unguarded('log_leaf')}insert into log_leaf select 1000 + n, publication_id, id, ''
      from redaction, generate_series(1, 2) n where publication_id is not null limit 2`,
  log_leaf_notice: () => unguarded('log_leaf') + copy('log_leaf', { index: 't.index + 1000' }, 'notice_id is not null'),
  notice_one_standing: () => copy('notice', { id: fresh }, 'lifted_at is null'),
  origin_hint_pair: () => `${hintOf('asc')}; ${hintOf('asc')}`,
  place_geonames: () =>
    copy('place', { id: fresh, geonames_id: '1' }, 'true') +
    `; ${copy('place', { id: fresh, geonames_id: '1' }, 'true')}`,
  place_name_main: () => copy('place_name', { id: fresh }, 'is_main'),
  search_entry_subject: () =>
    `update search_entry set (subject_id, part) = (select subject_id, part from search_entry where kind = 'excerpt' order by n limit 1)
      where kind = 'excerpt'`,
  publication_once: (w) =>
    unguarded('publication') + publicationOf(w, { number: '1', correction_kind: 'null', correction_note: 'null' }),
  publication_revision: (w) => publicationOf(w, { number: '2', correction_kind: `'update'`, correction_note: `'x'` }),
  rendition_once: (w) => unguarded('rendition') + copy('rendition', { id: fresh }, ofPublished(w)),
  rendition_revision: (w) =>
    unguarded('rendition') + copy('rendition', { id: fresh, number: '9', note: `'x'` }, ofPublished(w)),
  log_leaf_rendition: () =>
    unguarded('log_leaf') + copy('log_leaf', { index: 't.index + 1000' }, 'rendition_id is not null'),
  revision_one_published: (w) =>
    unguarded('revision') +
    copy('revision', { id: fresh }, `state = 'published' and incident_id = '${w.published.incidentId}'`),
  revision_one_working: (w) =>
    copy('revision', { id: fresh, based_on: 't.id' }, `incident_id = '${w.draft.incidentId}' and state = 'draft'`),
  round_number: (w) =>
    unguarded('round') + copy('round', { id: fresh, state: `'superseded'` }, `claim_id = '${w.votes.doneId}'`),
  round_one_open: (w) =>
    unguarded('round') + copy('round', { id: fresh, number: '9' }, `id = '${w.votes.waitingRoundId}'`),
  round_one_revealed: (w) =>
    unguarded('round') + copy('round', { id: fresh, number: '9' }, `id = '${w.votes.doneRoundId}'`),
  side_name: () => copy('side', { id: fresh }, 'true'),
  told_apart_once: (w) => `${toldApart(w, 1, 2)}; ${toldApart(w, 1, 2)}`,
}
