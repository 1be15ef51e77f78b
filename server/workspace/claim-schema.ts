import { z } from 'zod'
import { HEADINGS, LEVELS } from '@/domain/levels'
import { PARTY_KINDS, STANCES, TRANSLATION_METHODS } from '@/domain/words'
import { ROUND_STATES } from '@/domain/workflow'
import { verdict } from '../verdict-view'

const id = z.string()
const text = z.string()
const maybe = z.string().nullable()

export const namedParty = z.object({ id, name: text, kind: z.enum(PARTY_KINDS) })
const withdrawal = z.object({ at: z.date(), reason: text }).nullable()
const levelCounts = z.record(z.enum(LEVELS), z.number())
const unnamedReason = z.object({ level: z.enum(LEVELS), reason: text, isReasonPublic: z.boolean() })

export const evidenceView = z.object({
  id,
  version: z.number(),
  claimId: maybe,
  stance: z.enum(STANCES).nullable(),
  excerpt: z.object({
    id,
    captureId: id,
    captureNumber: z.number(),
    /** The source's newest capture no longer says it (rule 2). */
    isGone: z.boolean(),
    /** Of a document with pages: on which it stands. */
    pages: z.object({ first: z.number(), last: z.number() }).nullable(),
    exact: text,
    start: z.number(),
    end: z.number(),
    translation: z.object({ text, language: text, method: z.enum(TRANSLATION_METHODS), translator: maybe }).nullable(),
    withdrawn: withdrawal,
  }),
  sourceId: id,
  originId: maybe,
  relays: z.array(namedParty),
  withdrawn: withdrawal,
  /** Withdrawn itself, or with its excerpt: counts for nothing. */
  isWithdrawn: z.boolean(),
})

export const findingView = z.object({
  roundId: id,
  number: z.number(),
  level: z.enum(LEVELS),
  spread: z.number().nullable(),
  heading: z.enum(HEADINGS),
  distribution: levelCounts,
  /** Reasons of all ballots, unnamed, in the scale's order. */
  reasons: z.array(unnamedReason),
  isStale: z.boolean(),
  revealedAt: z.date().nullable(),
})

export const roundView = z.object({
  id,
  claimId: id,
  number: z.number(),
  state: z.enum(ROUND_STATES),
  /** As fixed when it opened, and what is needed now that some have recused themselves. */
  fixedQuorum: z.number(),
  quorum: z.number(),
  reason: maybe,
  openedAt: z.date(),
  /** What it votes on is still what there is. */
  isCurrent: z.boolean(),
  /** Who has voted, by name and in the order of names; never what. */
  voters: z.array(z.object({ accountId: id, name: text, isRecusal: z.boolean() })),
  mine: z
    .object({ level: z.enum(LEVELS).nullable(), reason: text, isReasonPublic: z.boolean(), isRecusal: z.boolean() })
    .nullable(),
  /** One's own ballot of the round before, to begin from. */
  draft: z
    .object({ level: z.enum(LEVELS).nullable(), reason: text, isReasonPublic: z.boolean(), isRecusal: z.boolean() })
    .nullable(),
  /** Reasons of the revealed round before, unnamed. */
  earlierReasons: z.array(unnamedReason),
  can: z.object({ cast: verdict, confirm: verdict, reveal: verdict }),
})

export const claimView = z.object({
  id,
  questionId: id,
  text,
  version: z.number(),
  isCentral: z.boolean(),
  claimants: z.array(namedParty),
  firstSourceId: maybe,
  firstAppeared: maybe,
  firstAppearedWords: maybe,
  withdrawn: withdrawal,
  evidence: z.array(evidenceView),
  origins: z.object({
    count: z.number(),
    groups: z.array(z.object({ key: text, label: text, evidenceIds: z.array(id), reasons: z.array(text) })),
    unattributed: z.array(id),
    /** Articles → relays → origins → groups. */
    picture: z.object({
      nodes: z.array(
        z.object({
          id: text,
          kind: z.enum(['source', 'relay', 'origin', 'group']),
          label: text,
          evidenceIds: z.array(id),
        }),
      ),
      links: z.array(z.object({ from: text, to: text, evidenceIds: z.array(id) })),
    }),
  }),
  /** The open round, if any. */
  round: roundView.nullable(),
  finding: findingView.nullable(),
  /** Rounds that are over and stand no more: number, when, level. */
  earlier: z.array(z.object({ number: z.number(), revealedAt: z.date(), level: z.enum(LEVELS) })),
  /** The evidence is the same as when the last round opened: opening again needs a reason. */
  needsReasonToOpen: z.boolean(),
  can: z.object({ edit: verdict, open: verdict }),
})

export type ClaimView = z.infer<typeof claimView>
export type RoundView = z.infer<typeof roundView>
export type FindingView = z.infer<typeof findingView>
export type EvidenceView = z.infer<typeof evidenceView>
