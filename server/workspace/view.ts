import { z } from 'zod'
import { GRADES, HEADINGS, LEVELS } from '@/domain/levels'
import {
  CLOSE_REASONS,
  CORRECTION_KINDS,
  INCIDENT_TYPES,
  LINEAGE_KINDS,
  LINEAGE_STATES,
  MEDIUMS,
  ORIGIN_MODES,
  PARTY_KINDS,
  PRECISIONS,
  QUESTION_KINDS,
  RELATION_KINDS,
  REVIEW_DECISIONS,
  SOURCE_KINDS,
  STANCES,
  TRANSLATION_METHODS,
} from '@/domain/words'
import { INCIDENT_STATES, REVISION_STATES, ROUND_STATES } from '@/domain/workflow'
import { verdict } from '../verdict-view'

const id = z.string()
const text = z.string()
const maybe = z.string().nullable()

const namedParty = z.object({ id, name: text, kind: z.enum(PARTY_KINDS) })
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
          kind: z.enum(['article', 'relay', 'origin', 'group']),
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

export const sourceView = z.object({
  id,
  version: z.number(),
  kind: z.enum(SOURCE_KINDS),
  medium: z.enum(MEDIUMS),
  outlet: z.object({ id, name: text, grade: z.enum(GRADES).nullable(), gradeReason: maybe }).nullable(),
  url: maybe,
  archiveUrl: maybe,
  title: maybe,
  byline: maybe,
  language: maybe,
  published: maybe,
  publishedWords: maybe,
  isConfidential: z.boolean(),
  publicDescription: maybe,
  captures: z.array(
    z.object({
      id,
      number: z.number(),
      textLength: z.number(),
      textSha256: text,
      bytesSha256: text,
      method: text,
      capturedAt: z.date(),
      isRedacted: z.boolean(),
    }),
  ),
  /** Pieces of evidence of this incident that rest on it and stand. */
  evidenceCount: z.number(),
})

export const gateItemView = z.object({
  rule: text,
  because: text,
  lift: text.optional(),
  target: z.object({ kind: text, id: text }),
})

const authorView = z.object({ accountId: id, name: text, byline: maybe })

export const revisionView = z.object({
  id,
  version: z.number(),
  state: z.enum(REVISION_STATES),
  document: z.unknown(),
  createdAt: z.date(),
  updatedAt: z.date(),
  submittedAt: z.date().nullable(),
  authors: z.array(authorView),
  reviews: z.array(
    z.object({
      id,
      name: text,
      decision: z.enum(REVIEW_DECISIONS),
      comment: text,
      decidedAt: z.date(),
      /** Given on the very snapshot that publishing would make now. */
      isCurrent: z.boolean(),
    }),
  ),
})

export const publicationLineView = z.object({
  id,
  number: z.number(),
  hash: text,
  publishedAt: z.date(),
  correctionKind: z.enum(CORRECTION_KINDS).nullable(),
  correctionNote: maybe,
  isRedacted: z.boolean(),
})

export const summaryView = z.object({
  working: revisionView.nullable(),
  /** The last ended by "changes requested", with what was asked. */
  changesRequested: z.object({ comment: text, name: text, at: z.date() }).nullable(),
  publications: z.array(publicationLineView),
  notice: z.object({ id, reason: text, begunAt: z.date() }).nullable(),
  /** Something was written once, whatever became of it. */
  hasText: z.boolean(),
  /** What is still missing before it can be published (rules 9–11). */
  gate: z.array(gateItemView),
  approvals: z.object({ given: z.number(), needed: z.number() }),
  /** Active editors who have not edited the text since the last publication, and so could review it. */
  reviewersLeft: z.number(),
  /** Whether typing would make the viewer an author, who then cannot review. */
  isAuthor: z.boolean(),
  can: z.object({
    draft: verdict,
    edit: verdict,
    discard: verdict,
    submit: verdict,
    review: verdict,
    withdraw: verdict,
    publish: verdict,
    retract: verdict,
    exportBundle: verdict,
    reExamine: verdict,
  }),
})

export const originView = z.object({
  id,
  version: z.number(),
  party: namedParty.nullable(),
  channel: text,
  mode: z.enum(ORIGIN_MODES),
  dated: maybe,
  datedWords: maybe,
  firstSourceId: maybe,
  /** Party and channel in a line. */
  label: text,
})

export const incidentView = z.object({
  id,
  version: z.number(),
  slug: text,
  title: text,
  type: z.enum(INCIDENT_TYPES),
  occurred: maybe,
  occurredWords: maybe,
  place: z
    .object({
      id,
      name: text,
      names: z.array(text),
      latitude: z.number().nullable(),
      longitude: z.number().nullable(),
      precision: z.enum(PRECISIONS),
    })
    .nullable(),
  state: z.enum(INCIDENT_STATES),
  closeReason: z.enum(CLOSE_REASONS).nullable(),
  closeNote: maybe,
  createdAt: z.date(),
  tags: z.array(text),
  parties: z.array(namedParty.extend({ aliases: z.array(text) })),
  sides: z.array(z.object({ id, name: text, parties: z.array(namedParty) })),
  members: z.array(z.object({ id, name: text })),
  related: z.array(z.object({ id, title: text, kind: z.enum(RELATION_KINDS), direction: z.enum(['to', 'from']) })),
})

/** The whole incident as one signed-in person may see it; every command on its parts returns it anew. */
export const workspaceView = z.object({
  viewer: z.object({ id, name: text }),
  incident: incidentView,
  questions: z.array(
    z.object({
      id,
      version: z.number(),
      kind: z.enum(QUESTION_KINDS),
      text,
      claims: z.array(claimView),
    }),
  ),
  background: z.array(evidenceView),
  sources: z.array(sourceView),
  lineage: z.array(
    z.object({
      id,
      version: z.number(),
      sourceId: id,
      ofId: id,
      /** Titles of ends that are sources of other incidents. */
      sourceTitle: maybe,
      ofTitle: maybe,
      kind: z.enum(LINEAGE_KINDS),
      state: z.enum(LINEAGE_STATES),
      reason: text,
      /** 0–1, of what the program suggested; null where an editor drew it. */
      strength: z.number().nullable(),
    }),
  ),
  origins: z.array(originView),
  summary: summaryView,
  team: z.object({ quorum: z.number(), approvals: z.number(), editors: z.array(z.object({ id, name: text })) }),
  can: z.object({
    edit: verdict,
    close: verdict,
    reopen: verdict,
    addSource: verdict,
    attach: verdict,
    vote: verdict,
  }),
})

export type WorkspaceView = z.infer<typeof workspaceView>
export type ClaimView = z.infer<typeof claimView>
export type RoundView = z.infer<typeof roundView>
export type FindingView = z.infer<typeof findingView>
export type EvidenceView = z.infer<typeof evidenceView>
export type SourceView = z.infer<typeof sourceView>
export type OriginView = z.infer<typeof originView>
export type SummaryView = z.infer<typeof summaryView>
export type RevisionView = z.infer<typeof revisionView>
export type IncidentView = z.infer<typeof incidentView>
