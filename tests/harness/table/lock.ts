import type { World } from '../world'

/** A copy of a row that is there, as another, with some columns set: `insert into t select …`. */
const copy = (table: string, set: Readonly<Record<string, string>>, where: string) => {
  const row = Object.entries(set).map(([column, value]) => `'${column}', ${value}`)
  return `insert into "${table}" select (jsonb_populate_record(t, jsonb_build_object(${row.join(', ')}))).*
    from "${table}" t where ${where} limit 1`
}
/** The triggers of a table refuse first what its constraints would refuse after them. */
const unguarded = (table: string) => `alter table ${table} disable trigger user; `
const fresh = 'gen_random_uuid()'

type Attempt = (w: World) => string

/** The other checks, each with a statement that breaks it and nothing else. */
export const BROKEN_CHECKS: Readonly<Record<string, Attempt>> = {
  access_link_target: () => `update access_link set role = null where kind = 'invitation'`,
  account_email_lower: (w) => `update account set email = 'A@B.test' where id = '${w.people.third.id}'`,
  ballot_reason: (w) =>
    `update ballot set level = 'unknown', reason = ' ' where round_id = '${w.votes.waitingRoundId}'`,
  ballot_recusal: (w) => `update ballot set is_recusal = true where round_id = '${w.votes.waitingRoundId}'`,
  evidence_bearing: () => `update evidence set stance = null where claim_id is not null`,
  excerpt_range: () => copy('excerpt', { id: fresh, start: '0', end: '0', exact: `''` }, 'true'),
  exclusion_range: () => copy('exclusion', { id: fresh, start: '5', end: '5' }, 'true'),
  finding_spread: (w) => findingOf(w, 'spread', '5'),
  incident_closed: (w) => `update incident set state = 'closed' where id = '${w.fresh.incidentId}'`,
  incident_relation_other: (w) =>
    `insert into incident_relation select id, id, 'part_of' from incident where id = '${w.fresh.incidentId}'`,
  lineage_other: () => copy('lineage', { id: fresh, of_id: 't.source_id' }, 'true'),
  notice_lifted: () => `update notice set lifted_at = now() where lifted_at is null`,
  place_both: () => `update place set latitude = null`,
  place_latitude: () => `update place set latitude = 90.1`,
  place_longitude: () => `update place set longitude = -180.1`,
  publication_correction: (w) => publicationOf(w, { correction_kind: 'null', correction_note: 'null' }),
  publication_note: (w) => publicationOf(w, { correction_note: `' '` }),
  publication_number: (w) => unguarded('publication') + publicationOf(w, { number: '0' }),
  publication_retraction: (w) => publicationOf(w, { correction_kind: `'retraction'` }),
  redaction_confirmed: () => `update redaction set confirmed_at = now()`,
  redaction_target: (w) => copy('redaction', { id: fresh, capture_id: `'${w.fresh.captureId}'` }, 'true'),
  redaction_two: () => `update redaction set confirmed_at = now(), confirmed_by = proposed_by`,
  review_comment: (w) => reviewOf(w, { decision: `'request_changes'`, comment: `''` }),
  round_quorum: (w) =>
    copy('round', { id: fresh, number: '9', state: `'superseded'`, quorum: '1' }, `claim_id = '${w.votes.doneId}'`),
  source_described: () => `update source set is_confidential = true where public_description is null`,
  team_approvals: () => `update team set approvals = 4`,
  team_quorum: () => `update team set quorum = 1`,
  team_single: () => `insert into team (id) values (2)`,
  translation_translator: (
    w,
  ) => `insert into translation select ${fresh}, e.id, 'x', 'en', 'desk', 'A name', e.created_by, now()
    from excerpt e join capture c on c.id = e.capture_id where c.id = '${w.fresh.captureId}' limit 1`,
}

/** Unique indexes, each with a statement that breaks it. Ids and hashes of tokens are keys and need none. */
export const BROKEN_UNIQUES: Readonly<Record<string, Attempt>> = {
  account_email_unique: (w) => copy('account', { id: fresh }, `id = '${w.people.editor.id}'`),
  ballot_one: (w) => copy('ballot', { id: fresh }, `round_id = '${w.votes.waitingRoundId}'`),
  capture_number: (w) => copy('capture', { id: fresh }, `id = '${w.fresh.captureId}'`),
  claim_one_central: (w) => `update claim set is_central = true where incident_id = '${w.fresh.incidentId}'`,
  evidence_once: () => copy('evidence', { id: fresh }, 'claim_id is not null and withdrawn_at is null'),
  incident_slug_unique: () => copy('incident', { id: fresh }, 'true'),
  lineage_edge: () => copy('lineage', { id: fresh }, 'true'),
  notice_one_standing: () => copy('notice', { id: fresh }, 'lifted_at is null'),
  place_name_main: () => copy('place_name', { id: fresh }, 'is_main'),
  publication_once: (w) =>
    unguarded('publication') + publicationOf(w, { number: '1', correction_kind: 'null', correction_note: 'null' }),
  publication_revision: (w) => publicationOf(w, { number: '2', correction_kind: `'update'`, correction_note: `'x'` }),
  review_once: (w) => reviewOf(w, {}),
  revision_one_published: (w) =>
    copy('revision', { id: fresh }, `state = 'published' and incident_id = '${w.published.incidentId}'`),
  revision_one_working: (w) =>
    copy('revision', { id: fresh }, `incident_id = '${w.draft.incidentId}' and state = 'draft'`),
  round_number: (w) => copy('round', { id: fresh, state: `'superseded'` }, `claim_id = '${w.votes.doneId}'`),
  round_one_open: (w) => copy('round', { id: fresh, number: '9' }, `id = '${w.votes.waitingRoundId}'`),
  round_one_revealed: (w) => copy('round', { id: fresh, number: '9' }, `id = '${w.votes.doneRoundId}'`),
  side_name: () => copy('side', { id: fresh }, 'true'),
}

/** What the triggers hold beyond "no row goes", by the rule it is. */
export const BROKEN_RULES: Readonly<Record<string, Attempt>> = {
  '1: an excerpt that its capture does not hold': (w) =>
    copy('excerpt', { id: fresh, exact: `'nowhere to be found'` }, `capture_id = '${w.fresh.captureId}'`),
  '1: an excerpt reworded': (w) => `update excerpt set exact = 'x' where capture_id = '${w.fresh.captureId}'`,
  '1: an excerpt moved': (w) =>
    `update excerpt set start = start + 1, "end" = "end" + 1 where capture_id = '${w.fresh.captureId}'`,
  '2: another text of a capture': (w) => `update capture set text = 'x' where id = '${w.fresh.captureId}'`,
  '2: a capture emptied without a redaction': (w) =>
    `update capture set text = null, bytes = null where id = '${w.fresh.captureId}'`,
  '2: a capture that is not what its hash says': (w) =>
    copy('capture', { id: fresh, number: '9', text: `'x'`, text_length: '1' }, `id = '${w.fresh.captureId}'`),
  '5: a ballot changed after the reveal': (w) =>
    `update ballot set level = 'doubtful' where round_id = '${w.votes.doneRoundId}'`,
  '5: a ballot cast after the reveal': (w) => `insert into ballot (id, round_id, account_id, level, cast_at)
    values (${fresh}, '${w.votes.doneRoundId}', '${w.people.lead.id}', 'probable', now())`,
  '5: a ballot handed to another': (w) =>
    `update ballot set account_id = '${w.people.lead.id}' where round_id = '${w.votes.waitingRoundId}'`,
  '5: a ballot of an observer': (w) => `insert into ballot (id, round_id, account_id, level, cast_at)
    values (${fresh}, '${w.votes.waitingRoundId}', '${w.people.observer.id}', 'probable', now())`,
  '5: a ballot of somebody suspended': (w) => `insert into ballot (id, round_id, account_id, level, cast_at)
    values (${fresh}, '${w.votes.waitingRoundId}', '${w.people.suspended.id}', 'probable', now())`,
  '7: another quorum while it is open': (w) => `update round set quorum = 2 where id = '${w.votes.waitingRoundId}'`,
  '7: a finding before the reveal': (w) =>
    `insert into finding (round_id, claim_id, level, distribution, reasons, concluded_at)
     values ('${w.votes.waitingRoundId}', '${w.votes.waitingId}', 'probable', '{}', '[]', now())`,
  '7: a finding reworded': () => `update finding set level = 'confirmed'`,
  '7: a revealed round opened again': (w) =>
    `update round set state = 'open', revealed_at = null where id = '${w.votes.doneRoundId}'`,
  '8: another fingerprint': (w) => `update round set fingerprint = 'x' where id = '${w.votes.staleRoundId}'`,
  '10: a frozen text reworded': (w) => `update revision set document = '{}' where id = '${w.review.revisionId}'`,
  '10: a text reworded in the act of its submission': (w) =>
    `update revision set document = '{}', state = 'in_review' where id = '${w.draft.revisionId}'`,
  '10: a draft published at once': (w) => `update revision set state = 'published' where id = '${w.draft.revisionId}'`,
  '10: a published text back to a draft': (w) =>
    `update revision set state = 'draft' where id = '${w.published.revisionId}'`,
  '10: an author who reviews': (w) => reviewOf(w, { account_id: `'${w.people.author.id}'`, id: fresh }),
  '10: a review of a draft': (w) => reviewOf(w, { revision_id: `'${w.draft.revisionId}'` }),
  '10: an author who is one no more': (w) =>
    `update revision_author set account_id = '${w.people.lead.id}' where revision_id = '${w.draft.revisionId}'`,
  '10, 11: a publication that nobody approved': (w) =>
    publicationOf(w, { revision_id: `'${w.review.revisionId}'`, incident_id: `'${w.review.incidentId}'` }, 1, true),
  '10: a publication of something else than was approved': (w) =>
    publicationOf(
      w,
      {
        revision_id: `'${w.approved.revisionId}'`,
        incident_id: `'${w.approved.incidentId}'`,
        document: `'{}'`,
        hash: `encode(sha256('{}'), 'hex')`,
      },
      1,
      true,
    ),
  '12: a publication reworded': () => `update publication set document = '{}'`,
  '12: a publication emptied without a second': (w) =>
    `update publication set document = null where id = '${w.published.publicationId}'`,
  '12: a number left out': (w) =>
    publicationOf(w, { number: '7', correction_kind: `'update'`, correction_note: `'x'` }),
  '12: a publication that is not what its hash says': (w) => publicationOf(w, { document: `'{}'` }),
  '12: a review reworded': () => `update review set comment = 'x'`,
  '12: a grade reworded': () => `update outlet_grade set reason = 'x'`,
  '12: a translation reworded': (
    w,
  ) => `with t as (insert into translation select ${fresh}, e.id, 'x', 'en', 'desk', null,
      e.created_by, now() from excerpt e where e.capture_id = '${w.fresh.captureId}' limit 1 returning id)
    select 1; update translation set text = 'y'`,
  '12: a redaction reworded': () => `update redaction set public_reason = 'x'`,
  '13: an event reworded': () => `update event set reason = 'x'`,
  '13: an event unsealed': () => `update event set is_sealed = not is_sealed`,
  'the last lead, demoted': (w) => `update account set role = 'editor' where id = '${w.people.lead.id}'`,
  'the last lead, suspended': (w) => `update account set suspended_at = now() where id = '${w.people.lead.id}'`,
  'the last admin, of the flag': (w) => `update account set is_admin = false where id = '${w.people.admin.id}'`,
}

function findingOf(w: World, column: string, value: string): string {
  return `update round set state = 'revealed' where id = '${w.votes.reachedRoundId}';
    insert into finding (round_id, claim_id, level, distribution, reasons, concluded_at, ${column})
    values ('${w.votes.reachedRoundId}', '${w.votes.claimId}', 'probable', '{}', '[]', now(), ${value})`
}

/** A copy of a publication: the first of `published`, or the second, a retraction, of `retracted`. */
export function publicationOf(
  w: World,
  set: Readonly<Record<string, string>>,
  number = 1,
  isFirst = number === 1 && Object.keys(set).length === 0,
): string {
  const whole = { id: fresh, ...(isFirst ? {} : { number: '2', correction_kind: `'update'`, correction_note: `'x'` }) }
  const where = `incident_id = '${w.published.incidentId}' and number = ${number}`
  return copy('publication', { ...whole, ...set }, where)
}

function reviewOf(w: World, set: Readonly<Record<string, string>>): string {
  return copy('review', { id: fresh, ...set }, `revision_id = '${w.approved.revisionId}'`)
}
