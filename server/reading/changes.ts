import type { z } from 'zod'
import type { Reader } from '@/db/client'
import type { ListChangesInput } from '@/domain/input/reading'
import { translatedPair } from '@/domain/rendition-changes'
import type { Rendition } from '@/domain/rendition-document'
import { said } from '@/domain/rendition-words'
import { listChanges } from '@/domain/snapshot-diff'
import { diffSummaries } from '@/domain/summary-diff'
import type { PublicDocument, Snapshot } from '@/domain/snapshot-schema'
import { notFound } from '../fault'
import { inLanguage, standingTranslations } from './translation'
import {
  documentsOf,
  noticesOf,
  redactionsOf,
  resolveSlug,
  versionLines,
  withoutId,
  type Redactions,
  type VersionRow,
} from './version'
import type { ChangedVersion, changesView } from './view'

const PAGE = 10

/** What each version changed and why, newest first. @throws NOT_FOUND */
export async function readChanges(
  db: Reader,
  { slug, before, language }: ListChangesInput,
): Promise<z.output<typeof changesView>> {
  const found = await resolveSlug(db, slug)
  if ('movedTo' in found) return { outcome: 'moved', slug: found.movedTo }
  const { incidentId } = found
  const [newest] = await versionLines(db, incidentId, 1)
  // Two more than are shown: to tell whether there are more, and to look past a retraction for what to compare with.
  const rows = await versionLines(db, incidentId, PAGE + 2, before)
  if (newest === undefined || rows.length === 0) throw notFound('version')
  const ids = [newest.id, ...rows.map((row) => row.id)]
  const documents = await documentsOf(db, ids)
  const translations = language == null ? new Map<string, Rendition>() : await standingTranslations(db, ids, language)
  const shown = rows.slice(0, PAGE)
  const redactions = await redactionsOf(
    db,
    incidentId,
    shown.map((row) => row.id),
  )
  const [document, translation] = [documents.get(newest.id) ?? null, translations.get(newest.id)]
  return {
    outcome: 'found',
    slug,
    newest: withoutId(newest),
    title: (translation ?? document)?.incident.title ?? null,
    language: (translation ?? document)?.language ?? null,
    versions: shown.map((row, index) =>
      changedVersion(row, rows.slice(index + 1), { documents, translations, redactions }),
    ),
    notices: before == null ? await noticesOf(db, incidentId) : [],
    before: rows.length > PAGE ? (shown.at(-1)?.number ?? null) : null,
  }
}

type Known = {
  documents: ReadonlyMap<string, PublicDocument | null>
  translations: ReadonlyMap<string, Rendition>
  redactions: readonly Redactions[]
}

function changedVersion(row: VersionRow, earlier: readonly VersionRow[], known: Known): ChangedVersion {
  const now = known.documents.get(row.id) ?? null
  const translation = known.translations.get(row.id)
  const previous = comparable(earlier, known)
  const pair = now?.kind === 'account' && previous !== null ? inWords(previous, { original: now, translation }) : null
  return {
    version: inLanguage(withoutId(row), {
      note: translation && said(translation.words, 'note'),
      language: translation?.language,
      own: now?.language,
    }),
    title: (translation ?? now)?.incident.title ?? null,
    redactions: known.redactions
      // What changed is told of the account itself; of its translations their own pages speak.
      .filter(({ publicationId, kind }) => publicationId === row.id && kind !== 'translation')
      .map(({ kind, language, reason, at }) => ({ kind, language, reason, at })),
    asked: now?.kind === 'account' ? now.rules.approvals : null,
    comparedWith: pair === null ? null : (previous?.number ?? null),
    language: pair?.language ?? null,
    changes: pair === null ? [] : listChanges(pair.before, pair.after),
    summary: pair === null ? [] : diffSummaries(pair.before, pair.after),
  }
}

type Standing = { original: Snapshot; translation: Rendition | undefined }

/** Both in the words of their translations; where one of them has none, both in their own. */
function inWords(before: Standing, after: Standing): { before: Snapshot; after: Snapshot; language: string } {
  if (before.translation === undefined || after.translation === undefined)
    return { before: before.original, after: after.original, language: after.original.language }
  const [then, now] = [before.translation, after.translation]
  const pair = translatedPair({ ...before, translation: then }, { ...after, translation: now })
  return { ...pair, language: now.language }
}

/** The version just before, or, where that is a retraction, the account it retracted; null where that is redacted. */
function comparable(
  earlier: readonly VersionRow[],
  { documents, translations }: Known,
): (Standing & { number: number }) | null {
  const previous = earlier.find((row) => row.correction?.kind !== 'retraction')
  const document = previous === undefined ? null : (documents.get(previous.id) ?? null)
  if (previous === undefined || document?.kind !== 'account') return null
  return { number: previous.number, original: document, translation: translations.get(previous.id) }
}
