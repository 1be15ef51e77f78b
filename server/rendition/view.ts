import { z } from 'zod'
import { LANGUAGES } from '@/domain/language'
import { OWN_WORDS } from '@/domain/rendition-words'
import { REVIEW_DECISIONS } from '@/domain/words'
import { REVISION_STATES } from '@/domain/workflow'
import { verdict } from '../verdict-view'

const id = z.string()
const text = z.string()
const language = z.enum(LANGUAGES)

const gateItem = z.object({
  rule: text,
  because: text,
  lift: text.optional(),
  target: z.object({ kind: text, id: text }),
})

/** What is public of a version in a language. */
const published = z.object({
  id,
  /** Of the account. */
  version: z.number(),
  /** Of the translation of that version, from 1. */
  number: z.number(),
  publishedAt: z.date(),
  note: text.nullable(),
  isWithdrawn: z.boolean(),
  isRedacted: z.boolean(),
})

/** A translation beside its original, with everything that its writers, reviewers and publisher need. */
export const renditionView = z.object({
  viewer: z.object({ id, name: text }),
  incident: z.object({ id, title: text, slug: text }),
  revision: z.object({
    id,
    state: z.enum(REVISION_STATES),
    version: z.number(),
    language,
    submittedAt: z.date().nullable(),
    updatedAt: z.date(),
    authors: z.array(text),
    isAuthor: z.boolean(),
  }),
  original: z.object({
    number: z.number(),
    publishedAt: z.date(),
    /** '' where it was redacted. */
    language: text,
    /** The summary that was published, as prosemirror JSON. */
    doc: z.unknown(),
    words: z.array(
      z.object({
        path: text,
        what: z.enum(OWN_WORDS),
        text,
      }),
    ),
  }),
  /** The translation: each paragraph and heading of the original as a line, and the other words by their paths. */
  lines: z.array(text),
  words: z.record(text, text),
  hash: text,
  reviews: z.array(
    z.object({ id, name: text, decision: z.enum(REVIEW_DECISIONS), comment: text, decidedAt: z.date() }),
  ),
  approvals: z.object({ given: z.number(), needed: z.number() }),
  /** What was asked of the text before this draft. */
  changesRequested: z.object({ comment: text, name: text, at: z.date() }).nullable(),
  reviewersLeft: z.number(),
  gate: z.array(gateItem),
  /** What readers have of this version in this language. */
  published: published.nullable(),
  can: z.object({
    edit: verdict,
    discard: verdict,
    submit: verdict,
    withdraw: verdict,
    approve: verdict,
    requestChanges: verdict,
    publish: verdict,
    takeBack: verdict,
  }),
})

/** The languages of an incident's account, with what there is in each. */
export const renditionList = z.object({
  /** The version that would be translated now; null: nothing is published. */
  original: z.object({ number: z.number(), language: text }).nullable(),
  languages: z.array(
    z.object({
      language,
      working: z.object({ revisionId: id, state: z.enum(REVISION_STATES), version: z.number() }).nullable(),
      published: published.extend({ revisionId: id }).nullable(),
      begin: verdict,
    }),
  ),
})

export const savedRendition = z.object({ version: z.number() })

/** What goes with a refused save (rule 15). */
export type StaleRendition = {
  document: { lines: string[]; words: Record<string, string> }
  version: number
  state: (typeof REVISION_STATES)[number]
  by: string | null
  /** ISO instant. */
  at: string
}

export type RenditionView = z.infer<typeof renditionView>
export type RenditionList = z.infer<typeof renditionList>
