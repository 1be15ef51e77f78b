import { z } from 'zod'
import { GRADES } from '@/domain/levels'
import {
  CLOSE_REASONS,
  INCIDENT_TYPES,
  LINEAGE_KINDS,
  LINEAGE_STATES,
  MEDIUMS,
  ORIGIN_MODES,
  PRECISIONS,
  QUESTION_KINDS,
  RELATION_KINDS,
  SOURCE_KINDS,
} from '@/domain/words'
import { INCIDENT_STATES } from '@/domain/workflow'
import { verdict } from '../verdict-view'
import { claimView, evidenceView, namedParty } from './claim-schema'
import { summaryView } from './summary-schema'

/** What a ballot answers with: other nouns come to this file alone (docs/decisions/0016). */
export { roundView, type RoundView } from './claim-schema'

const id = z.string()
const text = z.string()
const maybe = z.string().nullable()

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
export type SourceView = z.infer<typeof sourceView>
export type OriginView = z.infer<typeof originView>
export type IncidentView = z.infer<typeof incidentView>
