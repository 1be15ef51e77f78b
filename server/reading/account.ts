import { bytesToHex } from '@noble/hashes/utils.js'
import { and, asc, eq, gt } from 'drizzle-orm'
import type { z } from 'zod'
import type { Reader } from '@/db/client'
import { publication } from '@/db/schema'
import type { ReadAccountInput } from '@/domain/input/reading'
import { notFound } from '../fault'
import { locatorMap } from '../locator-map'
import { readPlace } from '../log/queries'
import { inLanguage, readTranslations } from './translation'
import {
  documentsOf,
  lineColumns,
  noticesOf,
  redactionsOf,
  resolveSlug,
  versionLines,
  versionRow,
  withoutId,
  type VersionRow,
} from './version'
import type { accountView, VersionLine } from './view'

const VERSIONS = 50

/** One version of an account, or the address it moved to. @throws NOT_FOUND */
export async function readAccount(
  db: Reader,
  { slug, number, hasMap = false, language }: ReadAccountInput,
): Promise<z.output<typeof accountView>> {
  const found = await resolveSlug(db, slug)
  if ('movedTo' in found) return { outcome: 'moved', slug: found.movedTo }
  const { incidentId } = found
  const versions = await versionLines(db, incidentId, VERSIONS)
  const [newest] = versions
  const wanted = number == null ? newest : await versionOf(db, incidentId, number, versions)
  if (newest === undefined || wanted === undefined) throw notFound('version')
  const later = await laterThan(db, incidentId, wanted.number)
  const [documents, redactions, notices, place] = [
    await documentsOf(db, [wanted.id]),
    await redactionsOf(db, incidentId, [wanted.id]),
    await noticesOf(db, incidentId),
    await readPlace(db, wanted.id),
  ]
  const document = documents.get(wanted.id) ?? null
  const { notes, ...translations } = await readTranslations(db, incidentId, wanted, newest, language)
  const said = <Version extends Pick<VersionLine, 'number' | 'correction'>>(version: Version): Version =>
    language === undefined
      ? version
      : inLanguage(version, { note: notes.get(version.number), language, own: document?.language ?? 'en' })
  return {
    outcome: 'found',
    slug,
    version: said(withoutId(wanted)),
    newest: said(withoutId(newest)),
    supersededBy: later.supersededBy && said(later.supersededBy),
    retractedBy: later.retractedBy && said(later.retractedBy),
    document,
    map: hasMap && document?.kind === 'account' ? await locatorMap(document.incident.place) : null,
    standingNotice: notices.find((notice) => notice.liftedAt === null) ?? null,
    redactions: redactions.map(({ kind, language: into, reason, at }) => ({ kind, language: into, reason, at })),
    versions: versions.map((version) => said(withoutId(version))),
    ...translations,
    log: place === null ? null : { ...place, root: bytesToHex(place.root) },
  }
}

async function versionOf(
  db: Reader,
  incidentId: string,
  number: number,
  known: readonly VersionRow[],
): Promise<VersionRow | undefined> {
  const listed = known.find((version) => version.number === number)
  if (listed !== undefined) return listed
  const [row] = await versionLines(db, incidentId, 1, Math.min(number, 2_147_483_646) + 1)
  return row?.number === number ? row : undefined
}

/** What came after a version: its successor, and the first retraction. */
async function laterThan(db: Reader, incidentId: string, number: number) {
  const isLater = and(eq(publication.incidentId, incidentId), gt(publication.number, number))
  const first = (condition: typeof isLater) =>
    db.select(lineColumns).from(publication).where(condition).orderBy(asc(publication.number)).limit(1)
  const [next] = await first(isLater)
  if (next === undefined) return { supersededBy: null, retractedBy: null }
  const [retraction] = await first(and(isLater, eq(publication.correctionKind, 'retraction')))
  return {
    supersededBy: withoutId(versionRow(next)),
    retractedBy: retraction === undefined ? null : withoutId(versionRow(retraction)),
  }
}
