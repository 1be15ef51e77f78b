import { and, asc, eq, gt, inArray, isNull, notExists, or, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Reader } from '@/db/client'
import {
  ballot,
  capture,
  claim,
  evidence,
  excerpt,
  incident,
  origin,
  party,
  question,
  round,
  source,
} from '@/db/schema'
import type { pendingBallotsInput } from '@/domain/input/ballot'
import { can } from '@/domain/policy'
import { readSubjects } from '../claim/queries'
import { query } from '../command'
import { demand } from '../fault'
import { cursorOf, readCursor, type Key } from '../cursor'
import { roundsOfClaims } from '../round/queries'
import { roundViewOf } from '../workspace/queries'
import type { PendingBallotsView, PendingBallotView } from './view'

/** Open rounds in which this person has no ballot yet, oldest first. */
export const pendingBallots = query<z.output<typeof pendingBallotsInput>, PendingBallotsView>(
  async ({ db, actor, input }) => {
    demand(can(actor, 'desk.read'))
    if (!can(actor, 'round.vote').allowed) return { items: [], nextCursor: null }
    const open = await readOpen(db, actor.id, readCursor(input.cursor), input.limit + 1)
    const page = open.slice(0, input.limit)
    const claims = page.map((row) => row.claim)
    const claimIds = claims.map(({ id }) => id)
    const subjects = await readSubjects(db, claims)
    const rounds = await roundsOfClaims(db, { claimIds, viewerId: actor.id })
    const pieces = await readPieces(db, claimIds)
    const items = page.flatMap((row): PendingBallotView[] => {
      const subject = subjects.get(row.claim.id)
      const ofClaim = rounds.filter((one) => one.claimId === row.claim.id)
      const current = ofClaim.find((one) => one.id === row.roundId)
      if (!subject || !current) return []
      const { groups } = subject.origins
      return [
        {
          incident: row.incident,
          question: row.question,
          claim: row.claim,
          evidence: pieces.flatMap(({ claimId, ...piece }) => {
            if (claimId !== row.claim.id) return []
            const group = groups.findIndex((one) => one.evidenceIds.includes(piece.id)) + 1
            return [{ ...piece, group: group === 0 ? null : group }]
          }),
          originsCount: subject.origins.count,
          round: roundViewOf({ rounds: ofClaim, ...subject }, current, actor),
        },
      ]
    })
    const last = page.at(-1)
    return {
      items,
      nextCursor: open.length > input.limit && last ? cursorOf({ at: last.openedAt, id: last.roundId }) : null,
    }
  },
)

function readOpen(reader: Reader, accountId: string, after: Key | null, limit: number) {
  return reader
    .select({
      roundId: round.id,
      openedAt: round.openedAt,
      claim: { id: claim.id, text: claim.text, isCentral: claim.isCentral, incidentId: claim.incidentId },
      question: { kind: question.kind, text: question.text },
      incident: { id: incident.id, title: incident.title },
    })
    .from(round)
    .innerJoin(claim, eq(claim.id, round.claimId))
    .innerJoin(question, eq(question.id, claim.questionId))
    .innerJoin(incident, eq(incident.id, claim.incidentId))
    .where(
      and(
        eq(round.state, 'open'),
        notExists(
          reader
            .select({ id: ballot.id })
            .from(ballot)
            .where(and(eq(ballot.roundId, round.id), eq(ballot.accountId, accountId))),
        ),
        after === null
          ? undefined
          : or(gt(round.openedAt, after.at), and(eq(round.openedAt, after.at), gt(round.id, after.id))),
      ),
    )
    .orderBy(asc(round.openedAt), asc(round.id))
    .limit(limit)
}

const MOST_PIECES = 300

/** Evidence that stands, as a voter reads it. A confidential source is named to the desk alone, and this is the desk. */
async function readPieces(reader: Reader, claimIds: readonly string[]) {
  if (claimIds.length === 0) return []
  const rows = await reader
    .select({
      id: evidence.id,
      claimId: evidence.claimId,
      stance: evidence.stance,
      exact: excerpt.exact,
      language: source.language,
      translation: sql<PendingBallotView['evidence'][number]['translation']>`(
        select jsonb_build_object('text', t.text, 'language', t.language, 'method', t.method, 'translator', t.translator)
        from translation t
        where t.excerpt_id = ${excerpt.id} order by t.created_at desc, t.id desc limit 1)`,
      source: source.title,
      outlet: sql<string | null>`(select p.name from party p where p.id = ${source.outletId})`,
      origin: sql<string | null>`case when ${origin.id} is null then null
        when ${party.name} is null then ${origin.channel} else ${party.name} || ': ' || ${origin.channel} end`,
    })
    .from(evidence)
    .innerJoin(excerpt, eq(excerpt.id, evidence.excerptId))
    .innerJoin(capture, eq(capture.id, excerpt.captureId))
    .innerJoin(source, eq(source.id, capture.sourceId))
    .leftJoin(origin, eq(origin.id, evidence.originId))
    .leftJoin(party, eq(party.id, origin.partyId))
    .where(and(inArray(evidence.claimId, [...claimIds]), isNull(evidence.withdrawnAt), isNull(excerpt.withdrawnAt)))
    .orderBy(asc(evidence.createdAt), asc(evidence.id))
    .limit(MOST_PIECES * claimIds.length)
  return rows.flatMap(({ stance, ...row }) => (stance === null ? [] : [{ ...row, stance }]))
}
