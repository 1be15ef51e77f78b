import type { World } from '../world'

/** A copy of a row that is there, as another, with some columns set: `insert into t select …`. */
export const copy = (table: string, set: Readonly<Record<string, string>>, where: string) => {
  const row = Object.entries(set).map(([column, value]) => `'${column}', ${value}`)
  return `insert into "${table}" select (jsonb_populate_record(t, jsonb_build_object(${row.join(', ')}))).*
    from "${table}" t where ${where} limit 1`
}
/** The triggers of a table refuse first what its constraints would refuse after them. */
export const unguarded = (table: string) => `alter table ${table} disable trigger user; `
export const fresh = 'gen_random_uuid()'

/** Evidence `t` that stands, of the kind that `also` says of it under the name of `v`. */
export const standing = (also: string) => `exists (select from evidence v join excerpt x on x.id = v.excerpt_id
  where v.id = t.id and v.withdrawn_at is null and x.withdrawn_at is null and ${also})`

export type Attempt = (w: World) => string

export const SUCCESSOR = '00000000-0000-4000-8000-000000000abc'

/** A further round on a claim, on other evidence than the one before it; first as it may be, then as `set` has it. */
export function roundOf(w: World, set: Readonly<Record<string, string>>, claimId = w.votes.doneId): string {
  const plain = {
    id: fresh,
    number: '2',
    state: `'open'`,
    fingerprint: `'x'`,
    revealed_by: 'null',
    revealed_at: 'null',
    superseded_at: 'null',
  }
  return copy('round', { ...plain, ...set }, `t.claim_id = '${claimId}'`)
}

/** Three ballots of "possible" as anything else. */
export function concludedAs(
  w: World,
  said: { level?: string; spread?: string; possible?: string },
  isRevealed = true,
): string {
  const { level = 'possible', spread = '0', possible = '3' } = said
  const distribution = `{"confirmed": 0, "probable": 0, "possible": ${possible}, "doubtful": 0, "improbable": 0, "unknown": 0}`
  const reveal = isRevealed ? `update round set state = 'revealed' where id = '${w.votes.reachedRoundId}';` : ''
  return `${reveal} insert into finding (round_id, claim_id, level, spread, distribution, reasons, concluded_at)
    values ('${w.votes.reachedRoundId}', '${w.votes.claimId}', '${level}', ${spread}, '${distribution}', '[]', now())`
}

export function paragraph(words: string, ...evidenceIds: (string | undefined)[]): object {
  const citations = evidenceIds.map((evidenceId) => ({ type: 'citation', attrs: { evidenceId } }))
  return { type: 'paragraph', content: [{ type: 'text', text: words }, ...citations] }
}

export function submittedAs(w: World, content: readonly object[]): string {
  const document = JSON.stringify({ type: 'doc', content })
  return `update revision set document = '${document}', updated_by = '${w.people.author.id}' where id = '${w.draft.revisionId}';
    update revision set state = 'in_review' where id = '${w.draft.revisionId}'`
}

/** What is approved, published as it was approved, after something that stands in the way. */
export function unready(w: World, before: string): string {
  const { revisionId, incidentId } = w.approved
  return `${before}; insert into publication (id, incident_id, number, revision_id, document, hash, published_by, published_at)
    select ${fresh}, '${incidentId}', 1, revision_id, snapshot, snapshot_hash, account_id, now()
    from review where revision_id = '${revisionId}' limit 1`
}

/** The draft of a translation submitted, with `more` done to it first. */
export function translatedAs(w: World, more = 'select'): string {
  const { id } = w.rendition.draft
  return `${more}; update revision set state = 'in_review' where id = '${id}'`
}

/** What is approved of translations published, or what is published taken back; then as `set` has it. */
export function renditionOf(w: World, which: 'approved' | 'published', set: Readonly<Record<string, string>>): string {
  const of = `values (${fresh}, '${w.published.incidentId}', '${w.published.publicationId}'`
  const says = (more: string) =>
    `(select (p.document::jsonb - 'words' - 'summary' || ${more})::text from rendition p where p.id = '${w.rendition.published.renditionId}')`
  const row: Record<string, string> =
    which === 'approved'
      ? {
          language: `'ru'`,
          number: '1',
          revision_id: `'${w.rendition.approved.id}'`,
          document: `(select snapshot from review where revision_id = '${w.rendition.approved.id}')`,
          note: 'null',
          published_by: `'${w.people.editor.id}'`,
        }
      : {
          language: `'ar'`,
          number: '2',
          revision_id: 'null',
          document: says(`'{"withdrawn": "x"}'`),
          note: `'x'`,
          published_by: `'${w.people.lead.id}'`,
        }
  const { document = '', hash = `encode(sha256(convert_to(${document}, 'UTF8')), 'hex')`, ...made } = { ...row, ...set }
  return `insert into rendition (id, incident_id, publication_id, ${Object.keys(made).join(', ')}, document, hash, published_at)
    ${of}, ${Object.values(made).join(', ')}, ${document}, ${hash}, now())`
}

/** The published version redacted, its translations not. */
export function redactedWhole(w: World): string {
  return `update redaction set confirmed_by = '${w.people.third.id}', confirmed_at = now() where publication_id = '${w.published.publicationId}';
    update publication set document = null where id = '${w.published.publicationId}'`
}

/** The published translation redacted alone, its bytes still there. */
export function redactedAlone(w: World, of = `'${w.rendition.published.renditionId}'`): string {
  return `insert into redaction (id, kind, incident_id, publication_id, rendition_id, public_reason, proposed_by, proposed_at)
    values ('${SUCCESSOR}', 'translation', '${w.published.incidentId}', '${w.published.publicationId}', ${of}, 'x', '${w.people.lead.id}', now());
    update redaction set confirmed_by = '${w.people.third.id}', confirmed_at = now() where id = '${SUCCESSOR}'`
}

export const emptied = (w: World): string =>
  `update rendition set document = null where id = '${w.rendition.published.renditionId}'`

export function redactedByline(w: World): string {
  return `insert into redaction (id, kind, incident_id, publication_id, byline, public_reason, proposed_by, proposed_at)
    values ('${SUCCESSOR}', 'byline', '${w.published.incidentId}', '${w.published.publicationId}', 'A. N. Author', 'x',
      '${w.people.lead.id}', now());
    update redaction set confirmed_by = '${w.people.third.id}', confirmed_at = now() where id = '${SUCCESSOR}'`
}

export function closed(incidentId: string): string {
  return `update incident set state = 'closed', close_reason = 'not_published' where id = '${incidentId}'`
}

export function findingOf(w: World, column: string, value: string): string {
  return `${unguarded('finding')}update round set state = 'revealed' where id = '${w.votes.reachedRoundId}';
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

export function reviewOf(w: World, set: Readonly<Record<string, string>>): string {
  return copy('review', { id: fresh, ...set }, `revision_id = '${w.approved.revisionId}'`)
}

export function captureOf(w: World, set: Readonly<Record<string, string>>): string {
  return copy('capture', { id: fresh, number: '9', ...set }, `id = '${w.fresh.captureId}'`)
}

export function fetched(w: World): string {
  return `insert into capture_fetch (capture_id, requested_url, final_url, status, headers, redirects, fetched_at)
    values ('${w.fresh.captureId}', 'http://a.test/', 'http://a.test/', 200, '[["a", "b"]]', '[]', now())`
}

export function pictured(w: World): string {
  return `insert into capture_image (capture_id, width, height, exif, shown_sha256, shown_media_type)
    values ('${w.fresh.captureId}', 1, 1, '[]', 'x', 'image/png')`
}

/** A list with its first line. */
export function listed(w: World): string {
  return `insert into intake_list (id, incident_id, asked_by, asked_at)
      values ('${SUCCESSOR}', '${w.fresh.incidentId}', '${w.people.editor.id}', now());
    insert into intake (id, incident_id, kind, state, url, list_id, line, asked_by, asked_at) values (${fresh},
      '${w.fresh.incidentId}', 'url', 'waiting', 'http://a.test/', '${SUCCESSOR}', 1, '${w.people.editor.id}', now())`
}

export function redactedCapture(w: World): string {
  return `insert into redaction (id, kind, incident_id, capture_id, public_reason, proposed_by, proposed_at)
    values ('${SUCCESSOR}', 'capture', '${w.fresh.incidentId}', '${w.fresh.captureId}', 'x', '${w.people.lead.id}', now());
    update redaction set confirmed_by = '${w.people.third.id}', confirmed_at = now() where id = '${SUCCESSOR}'`
}

export function translated(w: World): string {
  return `insert into translation select ${fresh}, e.id, 'x', 'en', 'desk', null, e.created_by, now()
    from excerpt e where e.capture_id = '${w.fresh.captureId}' limit 1`
}

/** An event on a passage of the capture, and the beginning of its change. */
export function quotedEvent(w: World, exact = `'x'`): string {
  return `insert into event (id, at, kind, subject_id, detail) select '${SUCCESSOR}', now(), 'excerpt.cut', e.id,
      jsonb_strip_nulls(jsonb_build_object('exact', ${exact})) from excerpt e where e.capture_id = '${w.fresh.captureId}' limit 1;
    update event`
}
