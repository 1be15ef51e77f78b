import {
  copy,
  emptied,
  fresh,
  paragraph,
  publicationOf,
  redactedAlone,
  redactedWhole,
  renditionOf,
  translatedAs,
  unguarded,
  unready,
} from './lock-act'
import type { Attempt } from './lock-act'

/** What the triggers hold of translations of accounts, by the rule it is. */
export const BROKEN_RENDITION_RULES: Readonly<Record<string, Attempt>> = {
  '9: a translation without a citation of its original': (w) => {
    const bare = JSON.stringify({ type: 'doc', content: [paragraph('Слово.', w.published.evidenceIds[0])] })
    const { id } = w.rendition.draft
    return translatedAs(
      w,
      `update revision set document = '${bare}', updated_by = '${w.people.author.id}' where id = '${id}'`,
    )
  },
  '9: a translation of another paragraph’s citations': (w) => {
    const cited = w.published.evidenceIds
    const twice = JSON.stringify({ type: 'doc', content: [paragraph('Слово.', ...cited, cited[0])] })
    const { id } = w.rendition.draft
    return translatedAs(
      w,
      `update revision set document = '${twice}', updated_by = '${w.people.author.id}' where id = '${id}'`,
    )
  },
  '10: a translation moved to another version': (w) =>
    `update revision set translates = '${w.again.publicationId}' where id = '${w.rendition.draft.id}'`,
  '10: words of a translation changed in review': (w) =>
    `update revision set words = '{}' where id = '${w.rendition.review.id}'`,
  '10: a translation of another incident’s version': (w) =>
    copy(
      'revision',
      { id: fresh, state: `'draft'`, based_on: 'null', language: `'en'`, translates: `'${w.again.publicationId}'` },
      `id = '${w.rendition.draft.id}'`,
    ),
  '10: a translation published as an account': (w) =>
    unready(
      w,
      `update revision set language = 'uk',
    translates = '${w.published.publicationId}', words = '{}' where id = '${w.approved.revisionId}'`,
    ).replace('update', `${unguarded('revision')} update`),
  '10: a translation that nobody approved': (w) =>
    renditionOf(w, 'approved', { revision_id: `'${w.rendition.review.id}'` }),
  '10: a translation approved as something else': (w) =>
    renditionOf(w, 'approved', {
      document: `(select snapshot || ' ' from review where revision_id = '${w.rendition.approved.id}')`,
    }),
  '10: a translation that is not what its hash says': (w) => renditionOf(w, 'approved', { hash: `repeat('0', 64)` }),
  '10: a translation said to be into another language': (w) => renditionOf(w, 'approved', { language: `'uk'` }),
  '10: a translation of a version that was replaced': (w) =>
    `${unguarded('publication')} ${publicationOf(w, { revision_id: 'null', correction_kind: `'retraction'` })}; ${renditionOf(w, 'approved', {})}`,
  '3: two origins that a translation calls one': (w) =>
    `drop trigger rendition_immutable on rendition; ${renditionOf(w, 'approved', {
      document: `(select (r.document::jsonb || jsonb_build_object('words', (select jsonb_object_agg('name/' || name, 'Одне')
        from jsonb_array_elements_text(jsonb_path_query_array(p.document::jsonb, '$.evidence[*].origin.* ? (@.type() == "string")')) as name)))::text
        from rendition r join publication p on p.id = r.publication_id where r.id = '${w.rendition.published.renditionId}')`,
    })}`,
  '12: a translation numbered with a gap': (w) => renditionOf(w, 'published', { number: '3' }),
  '12: a translation taken back by no lead': (w) =>
    renditionOf(w, 'published', { published_by: `'${w.people.editor.id}'` }),
  '12: a translation taken back with another note': (w) => renditionOf(w, 'published', { note: `'y'` }),
  '12: a published translation reworded': (w) =>
    `update rendition set document = '{}' where id = '${w.rendition.published.renditionId}'`,
  '12: a published translation emptied without a redaction': (w) =>
    `update rendition set document = null where id = '${w.rendition.published.renditionId}'`,
  '12: a version redacted, and its translation left': (w) =>
    `${redactedWhole(w)}; set constraints publication_redacted_whole immediate`,
  'log: a translation without its entry': (w) => `drop trigger rendition_is_logged on rendition;
    ${renditionOf(w, 'approved', {})}; set constraints rendition_stays_logged immediate`,
  'log: an entry of a translation that says something else': (w) =>
    copy(
      'log_leaf',
      { index: 't.index + 1', redaction_id: 'null', entry: `'{}'` },
      `rendition_id = '${w.rendition.published.renditionId}'`,
    ),
  '12: a translation redacted as one of another version': (w) =>
    redactedAlone(w).replaceAll(w.published.publicationId, w.again.publicationId),
  '12: a notice that took a translation back, redacted': (w) =>
    `${renditionOf(w, 'published', {})}; ${redactedAlone(w, '(select id from rendition where revision_id is null limit 1)')}`,
  '12: another translation emptied than the one redacted': (
    w,
  ) => `${renditionOf(w, 'approved', {})}; ${redactedAlone(w)};
    update rendition set document = null where language = 'ru'`,
  '12: a translation redacted, and left to be read': (w) =>
    `${redactedAlone(w)}; set constraints redaction_rendition_gone immediate`,
  // What the notice says is read from another, for this one is gone.
  '12: a redacted translation taken back': (w) =>
    `${renditionOf(w, 'approved', {})}; ${redactedAlone(w)}; ${emptied(w)};
    ${renditionOf(w, 'published', {})
      .replaceAll(`p.id = '${w.rendition.published.renditionId}'`, `p.language = 'ru'`)
      .replaceAll('{"withdrawn": "x"}', '{"withdrawn": "x", "language": "ar"}')}`,
  'log: a translation redacted without its entry': (w) => `drop trigger rendition_redaction_is_logged on rendition;
    ${redactedAlone(w)}; ${emptied(w)}; set constraints rendition_redaction_stays_logged immediate`,
}
