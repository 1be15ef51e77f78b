import {
  SUCCESSOR,
  closed,
  concludedAs,
  copy,
  fresh,
  paragraph,
  publicationOf,
  quotedEvent,
  redactedByline,
  redactedCapture,
  reviewOf,
  roundOf,
  standing,
  submittedAs,
  translated,
  unguarded,
  unready,
} from './lock-act'
import type { Attempt } from './lock-act'
import { BROKEN_CAPTURE_RULES } from './lock-capture'
import { BROKEN_RENDITION_RULES } from './lock-rendition'

/** What the triggers hold beyond "no row goes", by the rule it is. */
export const BROKEN_RULES: Readonly<Record<string, Attempt>> = {
  ...BROKEN_CAPTURE_RULES,
  'log: a notice without its entry': (w) => `drop trigger notice_is_logged on notice;
    insert into notice (id, incident_id, reason, begun_by, begun_at)
      values (${fresh}, '${w.published.incidentId}', 'x', '${w.people.lead.id}', now());
    set constraints notice_stays_logged immediate`,
  'log: a captured text redacted without its entry': (w) => `drop trigger redaction_is_logged on redaction;
    ${redactedCapture(w).replace(w.fresh.incidentId, w.published.incidentId)}; set constraints redaction_stays_logged immediate`,
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
  '5: a recusal of an observer': (w) =>
    `insert into ballot (id, round_id, account_id, reason, is_recusal, cast_at)
    values (${fresh}, '${w.votes.waitingRoundId}', '${w.people.observer.id}', 'x', true, now())`,
  '6: “confirmed” on one independent origin': (w) =>
    `update ballot set level = 'confirmed' where round_id = '${w.votes.waitingRoundId}'`,
  '7: a round that begins with more than the team’s quorum': (w) => roundOf(w, { quorum: '4' }),
  '7: a round that begins revealed': (w) => roundOf(w, { state: `'revealed'` }),
  '7: a round that begins with its reveal told': (w) => roundOf(w, { revealed_at: 'now()' }),
  '7: a round that begins with its end told': (w) => roundOf(w, { superseded_at: 'now()' }),
  '7: a round whose number leaves one out': (w) => roundOf(w, { number: '3' }),
  '7: a reveal before the quorum': (w) => `update round set state = 'revealed' where id = '${w.votes.waitingRoundId}'`,
  '7: a reveal told anew': (w) => `update round set revealed_at = now() where id = '${w.votes.doneRoundId}'`,
  '7: a finding of another level than its ballots’': (w) => concludedAs(w, { level: 'probable' }),
  '7: a finding of another spread': (w) => concludedAs(w, { spread: '1' }),
  '7: a finding of another distribution': (w) => concludedAs(w, { possible: '2' }),
  '8: a round on nothing': (w) => roundOf(w, { claim_id: `'${w.votes.bareId}'`, number: '1' }),
  '8: a round on the same evidence, for no reason': (w) => roundOf(w, { fingerprint: 't.fingerprint', reason: `' '` }),
  '8: a round on a claim that was withdrawn': (w) =>
    `update claim set withdrawn_at = now(), withdrawn_reason = 'x' where id = '${w.votes.doneId}'; ${roundOf(w, {})}`,
  '9: a text submitted that cites nothing': (w) => submittedAs(w, [paragraph('Nobody says so.')]),
  '9: a text submitted that cites another incident': (w) =>
    submittedAs(w, [paragraph('It burned.', w.fresh.pieces[0]?.evidenceId)]),
  '9: a list submitted with an item that cites nothing': (w) =>
    submittedAs(w, [
      paragraph('It burned.', w.draft.evidenceId),
      { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('So they say.')] }] },
    ]),
  '9: a quotation submitted that cites nothing': (w) =>
    submittedAs(w, [
      paragraph('It burned.', w.draft.evidenceId),
      { type: 'blockquote', content: [paragraph('We did not do it.')] },
    ]),
  '10: a text that begins approved': (w) =>
    `update revision set state = 'withdrawn' where id = '${w.draft.revisionId}';
     ${copy('revision', { id: fresh, based_on: 't.id', state: `'approved'` }, `t.id = '${w.draft.revisionId}'`)}`,
  '10: a draft that hides what it came from': (w) =>
    `update revision set state = 'withdrawn' where id = '${w.draft.revisionId}';
     ${copy('revision', { id: fresh, based_on: 'null', state: `'draft'` }, `t.id = '${w.draft.revisionId}'`)}`,
  '10: a draft of another incident’s text': (w) =>
    `update revision set state = 'withdrawn' where id = '${w.draft.revisionId}';
     ${copy(
       'revision',
       { id: fresh, based_on: `'${w.review.revisionId}'`, state: `'draft'` },
       `t.id = '${w.draft.revisionId}'`,
     )}`,
  '10: a text edited by somebody who is no author': (w) =>
    `update revision set document = '{"type": "doc"}', updated_by = '${w.people.third.id}' where id = '${w.draft.revisionId}'`,
  '10: an author of the draft before, forgotten': (w) => `
    update revision set state = 'withdrawn' where id = '${w.draft.revisionId}';
    with next as (${copy(
      'revision',
      { id: `'${SUCCESSOR}'`, based_on: 't.id', state: `'draft'` },
      `t.id = '${w.draft.revisionId}'`,
    )} returning id) select from next;
    insert into revision_author values ('${SUCCESSOR}', '${w.people.third.id}', now(), null);
    update revision set state = 'in_review' where id = '${SUCCESSOR}'`,
  '10: another text behind a draft': (w) =>
    `update revision set based_on = '${w.review.revisionId}' where id = '${w.draft.revisionId}'`,
  '10: an author added once it is frozen': (w) =>
    `insert into revision_author values ('${w.review.revisionId}', '${w.people.third.id}', now(), null)`,
  '10: a byline changed once it is frozen': (w) =>
    `update revision_author set byline = 'X' where revision_id = '${w.review.revisionId}'`,
  '10: the same page approved twice by one': (w) => reviewOf(w, {}),
  '10: a review by an observer': (w) => reviewOf(w, { account_id: `'${w.people.observer.id}'` }),
  '10: a review of a page that is not what its hash says': (w) =>
    reviewOf(w, { account_id: `'${w.people.editor.id}'`, snapshot: `'{}'` }),
  '7: another quorum while it is open': (w) => `update round set quorum = 2 where id = '${w.votes.waitingRoundId}'`,
  '7: a finding before the reveal': (w) => concludedAs(w, {}, false),
  '7: a finding reworded': () => `update finding set level = 'confirmed'`,
  '7: a revealed round opened again': (w) => `update round set state = 'open' where id = '${w.votes.doneRoundId}'`,
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
  '11: a text that was taken back': (w) =>
    unready(w, `update revision set state = 'withdrawn' where id = '${w.approved.revisionId}'`),
  '10: more approvals than there were': (w) => publicationOf(w, { approvals: '3' }),
  '12: a version older than the one before it': (w) =>
    publicationOf(w, { published_at: `t.published_at - interval '1 s'` }),
  '12: a publication of nothing': (w) => publicationOf(w, { document: 'null' }),
  '11: a cited claim that is being voted on': (w) => unready(w, roundOf(w, {}, w.approved.claimId)),
  '11: a cited claim that was withdrawn': (w) =>
    unready(w, `update claim set withdrawn_at = now(), withdrawn_reason = 'x' where id = '${w.approved.claimId}'`),
  '11: a cited passage that was withdrawn': (w) =>
    unready(
      w,
      `update evidence set withdrawn_at = now(), withdrawn_by = created_by, withdrawn_reason = 'x'
       where id = '${w.approved.evidenceId}'`,
    ),
  '11: a cited excerpt that was withdrawn': (w) =>
    unready(
      w,
      `update excerpt set withdrawn_at = now(), withdrawn_by = created_by, withdrawn_reason = 'x'
       where id = (select excerpt_id from evidence where id = '${w.approved.evidenceId}')`,
    ),
  '11: a central claim that is not cited': (w) =>
    unready(w, `update claim set is_central = false where id = '${w.approved.claimId}'`),
  '11: a cited claim without a finding': (w) =>
    unready(w, `update round set state = 'superseded' where claim_id = '${w.approved.claimId}'`),
  '11: two rivals, both likely': (w) =>
    unready(
      w,
      `${unguarded('evidence')}with rival as (${copy(
        'claim',
        { id: `'${SUCCESSOR}'`, is_central: 'false' },
        `t.id = '${w.approved.claimId}'`,
      )} returning id) select from rival;
       update evidence set claim_id = '${SUCCESSOR}' where id = '${w.approved.evidenceIds[1]}';
       alter table round disable trigger user; alter table finding disable trigger user;
       ${copy('round', { id: `'${SUCCESSOR}'`, claim_id: `'${SUCCESSOR}'` }, `t.claim_id = '${w.approved.claimId}'`)};
       ${copy('finding', { round_id: `'${SUCCESSOR}'`, claim_id: `'${SUCCESSOR}'` }, `t.claim_id = '${w.approved.claimId}'`)}`,
    ),
  '12: what evidence bears on, changed': (w) =>
    `update evidence set claim_id = '${w.fresh.deadId}' where claim_id = '${w.fresh.rivalId}' and withdrawn_at is null`,
  '12: a withdrawal taken back': (
    w,
  ) => `update evidence set withdrawn_at = null, withdrawn_by = null, withdrawn_reason = null
    where incident_id = '${w.fresh.incidentId}' and withdrawn_at is not null`,
  '12: an excerpt’s withdrawal taken back': (w) =>
    `update excerpt set withdrawn_at = null, withdrawn_by = null, withdrawn_reason = null
     where capture_id = '${w.fresh.captureId}' and withdrawn_at is not null`,
  '12: evidence from a source of another incident': (w) =>
    copy(
      'evidence',
      { id: fresh, incident_id: `'${w.closed.incidentId}'`, claim_id: 'null', stance: 'null', origin_id: 'null' },
      `t.incident_id = '${w.fresh.incidentId}' and ${standing('true')}`,
    ),
  '12: evidence on a passage that was withdrawn': (w) =>
    copy(
      'evidence',
      { id: fresh, claim_id: 'null', stance: 'null' },
      `t.incident_id = '${w.fresh.incidentId}' and exists (select from excerpt x where x.id = t.excerpt_id and x.withdrawn_at is not null)`,
    ),
  '12: a redaction that begins confirmed': (w) =>
    copy('redaction', { id: fresh, confirmed_by: `'${w.people.third.id}'`, confirmed_at: 'now()' }, 'true'),
  '12: a redaction that begins declined': () => copy('redaction', { id: fresh, declined_at: 'now()' }, 'true'),
  '12: a redaction confirmed again': (
    w,
  ) => `${redactedByline(w)}; update redaction set confirmed_at = now() + interval '1 s'
    where kind = 'byline'`,
  '12: a declined redaction taken up again': () =>
    `update redaction set declined_at = now(); update redaction set declined_at = null`,
  '12: a redaction that no lead proposed': (w) =>
    copy('redaction', { id: fresh, proposed_by: `'${w.people.third.id}'` }, 'true'),
  '12: a redaction seconded by an observer': (w) =>
    `update redaction set confirmed_by = '${w.people.observer.id}', confirmed_at = now()`,
  '12: a redaction seconded by somebody suspended': (w) =>
    `update redaction set confirmed_by = '${w.people.suspended.id}', confirmed_at = now()`,
  '12: a redaction confirmed when its lead is none any more': (w) =>
    `update account set role = 'lead' where id = '${w.people.fourth.id}';
     update account set role = 'editor' where id = '${w.people.lead.id}';
     update redaction set confirmed_by = '${w.people.third.id}', confirmed_at = now()`,
  '12: a redaction confirmed when its lead is suspended': (w) =>
    `update account set role = 'lead' where id = '${w.people.fourth.id}';
     update account set suspended_at = now() where id = '${w.people.lead.id}';
     update redaction set confirmed_by = '${w.people.third.id}', confirmed_at = now()`,
  '12: a redaction of a byline that names another': (w) =>
    `${redactedByline(w)}; update redaction set byline = 'B' where kind = 'byline'`,
  '12: a redacted byline that takes more along': (w) =>
    `${redactedByline(w)}; update publication set document = jsonb_set(document::jsonb, '{summary}', '[]')::text
     where id = '${w.published.publicationId}'`,
  '12: a redacted byline that takes everything along': (w) =>
    `${redactedByline(w)}; update publication set document = null where id = '${w.published.publicationId}'`,
  '12: a review emptied for another incident’s redaction': (w) =>
    `${redactedByline(w)}; update review set snapshot = '' where revision_id = '${w.approved.revisionId}'`,
  '12: a review reworded in its redaction': (w) =>
    `${redactedByline(w)}; update review set snapshot = '', comment = 'x' where revision_id = '${w.published.revisionId}'`,
  '12: a review’s page replaced in its redaction': (w) =>
    `${redactedByline(w)}; update review set snapshot = '{}' where revision_id = '${w.published.revisionId}'`,
  '12: a notice reworded': () => `update notice set reason = 'x'`,
  '12: a notice begun earlier': () => `update notice set begun_at = now()`,
  '12: a notice lifted twice': (w) => `update notice set lifted_at = now(), lifted_by = begun_by;
    update notice set lifted_at = null, lifted_by = null where incident_id = '${w.again.incidentId}'`,
  '12: a mark moved': () => `update exclusion set start = start + 1`,
  '12: an address given to another incident': (w) =>
    `update slug set incident_id = '${w.fresh.incidentId}' where incident_id = '${w.published.incidentId}'`,
  '12: an address reworded': (w) => `update slug set slug = 'other' where incident_id = '${w.published.incidentId}'`,
  'closing while it is voted on': (w) => closed(w.votes.incidentId),
  'closing while a text is worked on': (w) => closed(w.draft.incidentId),
  'a draft in a closed incident': (w) =>
    copy(
      'revision',
      { id: fresh, incident_id: `'${w.closed.incidentId}'`, based_on: 'null' },
      `t.id = '${w.draft.revisionId}'`,
    ),
  '12: a publication reworded': () => `update publication set document = '{}'`,
  '12: a publication emptied without a second': (w) =>
    `update publication set document = null where id = '${w.published.publicationId}'`,
  '12: a number left out': (w) =>
    publicationOf(w, { number: '7', correction_kind: `'update'`, correction_note: `'x'` }),
  '12: a publication that is not what its hash says': (w) => publicationOf(w, { document: `'{}'` }),
  '12: a publication that is not logged': (w) =>
    `${unready(w, 'select')}; set constraints publication_stays_logged immediate`,
  '12: a leaf after a gap': () => copy('log_leaf', { index: 't.index + 1000' }, 'true'),
  '12: a leaf that says what was not published': (w) =>
    `${unready(w, 'select')}; insert into log_leaf (index, publication_id, entry)
      select (select max(index) + 1 from log_leaf), id, '{}' from publication where incident_id = '${w.approved.incidentId}'`,
  '12: a leaf reworded': () => `update log_leaf set entry = '{}'`,
  '12: a hash of no leaf': () => `insert into log_node values (0, 1000, 'x')`,
  '12: a hash of what does not lie under it': () =>
    `insert into log_node select 30, 0, hash from log_node where level = 0 limit 1`,
  '12: a review reworded': () => `update review set comment = 'x'`,
  '12: a grade reworded': () => `update outlet_grade set reason = 'x'`,
  '12: a translation reworded': (w) => `${translated(w)}; update translation set text = 'y'`,
  '12: a translation emptied without a redaction': (w) => `${translated(w)}; update translation set text = ''`,
  '12: a translation reworded in its redaction': (w) =>
    `${translated(w)}; ${redactedCapture(w)}; update translation set text = 'y'`,
  '12: a translation of another language in its redaction': (w) =>
    `${translated(w)}; ${redactedCapture(w)}; update translation set text = '', language = 'de'`,
  '12: a redaction reworded': () => `update redaction set public_reason = 'x'`,
  '13: an event reworded': () => `update event set reason = 'x'`,
  '13: an event reworded in a redaction': (w) =>
    `${redactedCapture(w)}; ${quotedEvent(w)} set reason = 'x', detail = detail || '{"exact": ""}' where id = '${SUCCESSOR}'`,
  '13: an event requoted in a redaction': (w) =>
    `${redactedCapture(w)}; ${quotedEvent(w)} set detail = detail || '{"exact": "y"}' where id = '${SUCCESSOR}'`,
  '13: an event that quotes nothing, changed in a redaction': (w) =>
    `${redactedCapture(w)}; ${quotedEvent(w, 'null')} set detail = detail || '{"exact": ""}' where id = '${SUCCESSOR}'`,
  '13: an event emptied without a redaction': (w) =>
    `${quotedEvent(w)} set detail = detail || '{"exact": ""}' where id = '${SUCCESSOR}'`,
  '13: an event unsealed': () => `update event set is_sealed = not is_sealed`,
  'the last lead, demoted': (w) => `update account set role = 'editor' where id = '${w.people.lead.id}'`,
  'the last lead, suspended': (w) => `update account set suspended_at = now() where id = '${w.people.lead.id}'`,
  'the last admin, of the flag': (w) => `update account set is_admin = false where id = '${w.people.admin.id}'`,
  'a party merged into itself': () => `update party set merged_into_id = id`,
  'a place merged into itself': () => `update place set merged_into_id = id`,
  ...BROKEN_RENDITION_RULES,
}
