import type { z } from 'zod'
import type { Reader } from '@/db/client'
import type { ListChangesInput } from '@/domain/input/reading'
import { listChanges } from '@/domain/snapshot-diff'
import { diffSummaries } from '@/domain/summary-diff'
import type { PublicDocument, Snapshot } from '@/domain/snapshot-schema'
import { notFound } from '../fault'
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
  { slug, before }: ListChangesInput,
): Promise<z.output<typeof changesView>> {
  const found = await resolveSlug(db, slug)
  if ('movedTo' in found) return { outcome: 'moved', slug: found.movedTo }
  const { incidentId } = found
  const [newest] = await versionLines(db, incidentId, 1)
  // Two more than are shown: to tell whether there are more, and to look past a retraction for what to compare with.
  const rows = await versionLines(db, incidentId, PAGE + 2, before)
  if (newest === undefined || rows.length === 0) throw notFound('version')
  const documents = await documentsOf(db, [newest.id, ...rows.map((row) => row.id)])
  const shown = rows.slice(0, PAGE)
  const redactions = await redactionsOf(
    db,
    incidentId,
    shown.map((row) => row.id),
  )
  const document = documents.get(newest.id) ?? null
  return {
    outcome: 'found',
    slug,
    newest: withoutId(newest),
    title: document?.incident.title ?? null,
    language: document?.language ?? null,
    versions: shown.map((row, index) => changedVersion(row, rows.slice(index + 1), documents, redactions)),
    notices: before == null ? await noticesOf(db, incidentId) : [],
    before: rows.length > PAGE ? (shown.at(-1)?.number ?? null) : null,
  }
}

function changedVersion(
  row: VersionRow,
  earlier: readonly VersionRow[],
  documents: ReadonlyMap<string, PublicDocument | null>,
  redactions: readonly Redactions[],
): ChangedVersion {
  const now = documents.get(row.id) ?? null
  const before = comparable(earlier, documents)
  const pair = now?.kind === 'account' && before !== null ? { now, before } : null
  return {
    version: withoutId(row),
    title: now?.incident.title ?? null,
    redactions: redactions
      // What changed is told of the account itself; of its translations their own pages speak.
      .filter(({ publicationId, kind }) => publicationId === row.id && kind !== 'translation')
      .map(({ kind, language, reason, at }) => ({ kind, language, reason, at })),
    asked: now?.kind === 'account' ? now.rules.approvals : null,
    comparedWith: pair?.before.number ?? null,
    changes: pair === null ? [] : listChanges(pair.before.document, pair.now),
    summary: pair === null ? [] : diffSummaries(pair.before.document, pair.now),
  }
}

/** The version just before, or, where that is a retraction, the account it retracted; null where that is redacted. */
function comparable(
  earlier: readonly VersionRow[],
  documents: ReadonlyMap<string, PublicDocument | null>,
): { number: number; document: Snapshot } | null {
  const previous = earlier.find((row) => row.correction?.kind !== 'retraction')
  const document = previous === undefined ? null : (documents.get(previous.id) ?? null)
  return previous === undefined || document?.kind !== 'account' ? null : { number: previous.number, document }
}
