import { and, desc, eq, isNotNull, lt, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Reader } from '@/db/client'
import { account, capture, publication, redaction, rendition, source } from '@/db/schema'
import type { ListRedactionsInput } from '@/domain/input/redaction'
import { can, canAnd, type Actor } from '@/domain/policy'
import { canConfirm, isPending } from '@/domain/redaction'
import { pageOf, readCursor } from '../cursor'
import { isStanding } from './proposer'
import type { RedactionLine, RedactionList } from './view'

const proposer = alias(account, 'proposer')
const confirmer = alias(account, 'confirmer')

/** Numbers of the incident's publications that quote the capture and can still be read. */
const quotedIn = sql<number[]>`(
  select coalesce(jsonb_agg(p.number order by p.number), '[]'::jsonb) from publication p
  where p.incident_id = ${redaction.incidentId} and ${capture.textSha256} is not null
    and strpos(p.document, ${capture.textSha256}) > 0)`

const columns = {
  id: redaction.id,
  kind: redaction.kind,
  publicationId: redaction.publicationId,
  captureId: redaction.captureId,
  byline: redaction.byline,
  publicReason: redaction.publicReason,
  proposer: {
    id: proposer.id,
    name: proposer.name,
    role: proposer.role,
    isAdmin: proposer.isAdmin,
    suspendedAt: proposer.suspendedAt,
  },
  proposedAt: redaction.proposedAt,
  confirmedBy: confirmer.name,
  confirmedAt: redaction.confirmedAt,
  declinedAt: redaction.declinedAt,
  number: publication.number,
  captureNumber: capture.number,
  language: rendition.language,
  translationNumber: rendition.number,
  sourceTitle: source.title,
  quotedIn,
}

function read(reader: Reader) {
  return reader
    .select(columns)
    .from(redaction)
    .innerJoin(proposer, eq(proposer.id, redaction.proposedBy))
    .leftJoin(confirmer, eq(confirmer.id, redaction.confirmedBy))
    .leftJoin(publication, eq(publication.id, redaction.publicationId))
    .leftJoin(rendition, eq(rendition.id, redaction.renditionId))
    .leftJoin(capture, eq(capture.id, redaction.captureId))
    .leftJoin(source, eq(source.id, capture.sourceId))
    .$dynamic()
}

type Row = Awaited<ReturnType<typeof read>>[number]

const ENGLISH = new Intl.DisplayNames('en', { type: 'language' })

/** "Version 2 in Ukrainian", and which of several. */
function translationName(version: number | null, language: string | null, number: number | null): string {
  const which = (number ?? 1) > 1 ? `, translation ${number}` : ''
  return `Version ${version ?? ''} in ${language === null ? '' : (ENGLISH.of(language) ?? language)}${which}`
}

/** What of an incident's translations can still be read, newest version first. */
async function translationsOf(reader: Reader, incidentId: string): Promise<RedactionList['translations']> {
  const rows = await reader
    .select({ id: rendition.id, version: publication.number, language: rendition.language, number: rendition.number })
    .from(rendition)
    .innerJoin(publication, eq(publication.id, rendition.publicationId))
    .where(and(eq(rendition.incidentId, incidentId), isNotNull(rendition.document), isNotNull(rendition.revisionId)))
    .orderBy(desc(publication.number), rendition.language, desc(rendition.number))
    .limit(200)
  return rows.map(({ id, version, language, number }) => ({ id, label: translationName(version, language, number) }))
}

/** The bylines that readers still find on an incident's versions, newest version first. Most documents name nobody. */
async function bylinesOf(reader: Reader, incidentId: string): Promise<RedactionList['bylines']> {
  const byline = sql<string>`shown.byline`
  return reader
    .select({ publicationId: publication.id, version: publication.number, byline })
    .from(publication)
    .crossJoinLateral(sql`jsonb_array_elements_text((${publication.document})::jsonb -> 'bylines') as shown(byline)`)
    .where(and(eq(publication.incidentId, incidentId), sql`strpos(${publication.document}, '"bylines":[]') = 0`))
    .orderBy(desc(publication.number), byline)
    .limit(200)
}

function targetOf(row: Row): string {
  if (row.kind === 'capture') return `Capture ${row.captureNumber ?? ''} of ${row.sourceTitle ?? 'an untitled source'}`
  if (row.kind === 'translation') return translationName(row.number, row.language, row.translationNumber)
  return row.kind === 'byline' ? `A byline in version ${row.number ?? ''}` : `Version ${row.number ?? ''}`
}

function lineOf(row: Row, actor: Actor): RedactionLine {
  const fact = {
    proposedBy: row.proposer.id,
    isProposerStanding: isStanding(row.proposer),
    confirmedAt: row.confirmedAt,
    declinedAt: row.declinedAt,
  }
  return {
    id: row.id,
    kind: row.kind,
    target: targetOf(row),
    publicationId: row.publicationId,
    captureId: row.captureId,
    byline: row.byline,
    publicReason: row.publicReason,
    state: row.confirmedAt !== null ? 'confirmed' : row.declinedAt === null ? 'proposed' : 'declined',
    proposedBy: row.proposer.name,
    proposedAt: row.proposedAt,
    decidedAt: row.confirmedAt ?? row.declinedAt,
    confirmedBy: row.confirmedBy,
    quotedIn: row.quotedIn,
    can: {
      confirm: canAnd(actor, 'redaction.confirm', canConfirm(actor.id, fact)),
      decline: canAnd(actor, 'redaction.confirm', isPending(fact)),
    },
  }
}

/** Redactions of an incident, newest first. */
export async function readRedactions(
  reader: Reader,
  actor: Actor,
  { incidentId, cursor, limit }: ListRedactionsInput,
): Promise<RedactionList> {
  const key = readCursor(cursor)
  const rows = await read(reader)
    .where(
      and(
        eq(redaction.incidentId, incidentId),
        key === null
          ? undefined
          : or(lt(redaction.proposedAt, key.at), and(eq(redaction.proposedAt, key.at), lt(redaction.id, key.id))),
      ),
    )
    .orderBy(desc(redaction.proposedAt), desc(redaction.id))
    .limit(limit + 1)
  const page = pageOf(rows, limit, (row) => ({ at: row.proposedAt, id: row.id }))
  const propose = can(actor, 'redaction.propose')
  return {
    nextCursor: page.nextCursor,
    items: page.items.map((row) => lineOf(row, actor)),
    translations: await translationsOf(reader, incidentId),
    bylines: propose.allowed ? await bylinesOf(reader, incidentId) : [],
    can: { propose },
  }
}
