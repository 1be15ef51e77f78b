import { z } from 'zod'
import { changeSchema } from '@/domain/change'
import { HEADINGS, LEVELS } from '@/domain/levels'
import { LANGUAGES } from '@/domain/language'
import { renditionSchema } from '@/domain/rendition-document'
import { publicDocumentSchema } from '@/domain/snapshot-schema'
import { locatorMapView } from '../locator-map-view'
import { CORRECTION_KINDS, INCIDENT_TYPES, PRECISIONS, REDACTION_KINDS } from '@/domain/words'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const number = z.int().min(1)

const correction = z.strictObject({
  kind: z.enum(CORRECTION_KINDS),
  /** Null where the version was redacted. */
  note: z.string().nullable(),
  /** In which the note is written; not there where no reader's language was asked for. */
  language: z.string().optional(),
})

/** What every public page says of who stands behind it, and the settings in force. */
export const frameView = z.strictObject({
  organisation: z.string(),
  address: z.string(),
  contact: z.string(),
  language: z.string(),
  quorum: z.int(),
  approvals: z.int(),
})
export type FrameView = z.output<typeof frameView>

export const listedAccount = z.strictObject({
  slug: z.string(),
  number,
  publishedAt: z.date(),
  hash: sha256,
  state: z.enum(['account', 'retracted', 'redacted']),
  /** Null: redacted. */
  title: z.string().nullable(),
  language: z.string().nullable(),
  type: z.enum(INCIDENT_TYPES).nullable(),
  occurred: z.string().nullable(),
  place: z.strictObject({ name: z.string(), precision: z.enum(PRECISIONS) }).nullable(),
  central: z
    .strictObject({
      text: z.string(),
      level: z.enum(LEVELS).nullable(),
      heading: z.enum(HEADINGS).nullable(),
      origins: z.int().min(0),
    })
    .nullable(),
  correction: correction.nullable(),
  reexaminedSince: z.date().nullable(),
})
export type ListedAccount = z.output<typeof listedAccount>

export const accountListView = z.strictObject({
  items: z.array(listedAccount),
  nextCursor: z.string().nullable(),
})

const named = z.strictObject({ name: z.string(), count: z.int().min(1) })
/** `said`: what it is called in the reader's language, where a translation says so. */
const translatable = named.extend({ said: z.string() })

/** What the newest accounts are about: names as they were published, the most frequent first. */
export const browseView = z.strictObject({
  /** How many accounts were counted. */
  lookedAt: z.int().min(0),
  places: z.array(
    translatable.extend({
      latitude: z.number().nullable(),
      longitude: z.number().nullable(),
      precision: z.enum(PRECISIONS).nullable(),
    }),
  ),
  parties: z.array(translatable),
  tags: z.array(translatable),
  headings: z.array(named.extend({ name: z.enum(HEADINGS) })),
})

/** What a list is narrowed by, as the reader's language has it; '' for what it is not narrowed by. */
export const calledView = z.strictObject({ place: z.string(), party: z.string(), tag: z.string() })

/** Newest first: by what was decided from that publication on. */
export const settingsView = z.array(
  z.strictObject({ since: z.date(), quorum: z.int(), approvals: z.int(), disputedSpread: z.int() }),
)

const versionLine = z.strictObject({
  number,
  publishedAt: z.date(),
  hash: sha256,
  correction: correction.nullable(),
  /** How many approved exactly this document; null: a retraction, or published before the number was kept. */
  approvals: z.int().nullable(),
  isRedacted: z.boolean(),
})
export type VersionLine = z.output<typeof versionLine>

const reexamination = z.strictObject({
  since: z.date(),
  reason: z.string(),
  liftedAt: z.date().nullable(),
  liftReason: z.string().nullable(),
})
export type Reexamination = z.output<typeof reexamination>

const redactionLine = z.strictObject({
  kind: z.enum(REDACTION_KINDS),
  /** Of a translation alone: into which language; the version stands. */
  language: z.enum(LANGUAGES).nullable(),
  reason: z.string(),
  at: z.date(),
})

/** A version in another language, as it stands. */
const translationLine = z.strictObject({
  /** Of the account. */
  version: number,
  language: z.enum(LANGUAGES),
  /** Of the translations of that version into this language. */
  number,
  publishedAt: z.date(),
  hash: sha256,
  /** Its entry of the publication log. */
  entry: z.int().min(0),
})
export type TranslationLine = z.output<typeof translationLine>

const publishedAccount = z.strictObject({
  outcome: z.literal('found'),
  slug: z.string(),
  version: versionLine,
  newest: versionLine,
  /** The version that took this one's place, and the first retraction after it. */
  supersededBy: versionLine.nullable(),
  retractedBy: versionLine.nullable(),
  /** Null: redacted. */
  document: publicDocumentSchema.nullable(),
  /** Where it was, as it is drawn; null: not asked for, no place, or none that can be drawn. */
  map: locatorMapView.nullable(),
  standingNotice: reexamination.nullable(),
  redactions: z.array(redactionLine),
  /** The fifty newest, newest first. */
  versions: z.array(versionLine),
  /** Of this version, into every language there is one in. */
  translations: z.array(translationLine),
  /** The languages that the newest version has been translated into. */
  newestIn: z.array(z.enum(LANGUAGES)),
  /** Into the language that was asked for; null: none, or none was asked for. `note`: why it replaced one before. */
  translation: translationLine.extend({ note: z.string().nullable(), document: renditionSchema }).nullable(),
  /** Where this version is not there in the language that was asked for: the newest that is. */
  translatedVersion: number.nullable(),
  /** The translation of this version that was asked for, and is no longer there. */
  translationTakenBack: z.strictObject({ at: z.date(), note: z.string() }).nullable(),
  /** Where the version stands in the publication log, with the tree as its entry made it; null: nowhere, a fault. */
  log: z.strictObject({ index: z.int().min(0), size: z.int().min(1), leafHash: sha256, root: sha256 }).nullable(),
})

const moved = z.strictObject({ outcome: z.literal('moved'), slug: z.string() })

export const accountView = z.discriminatedUnion('outcome', [publishedAccount, moved])

const marked = z.strictObject({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })

const changedVersion = z.strictObject({
  version: versionLine,
  title: z.string().nullable(),
  redactions: z.array(redactionLine),
  /** The version whose text it is compared with; null: the first, a retraction, or one of both is redacted. */
  comparedWith: number.nullable(),
  /** How many approvals the rules asked for when it was published; null where there is no account to read. */
  asked: z.int().nullable(),
  /** Of the words in what follows: the account's own, or that of its translations. */
  language: z.string().nullable(),
  changes: z.array(changeSchema),
  summary: z.array(z.strictObject({ kind: z.enum(['same', 'added', 'removed', 'changed']), parts: z.array(marked) })),
})
export type ChangedVersion = z.output<typeof changedVersion>

export const changesView = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('found'),
    slug: z.string(),
    newest: versionLine,
    title: z.string().nullable(),
    language: z.string().nullable(),
    /** Newest first. */
    versions: z.array(changedVersion),
    notices: z.array(reexamination),
    /** Where the list goes on; null: it is whole. */
    before: number.nullable(),
  }),
  moved,
])

export const correctionListView = z.strictObject({
  items: z.array(
    z.strictObject({
      slug: z.string(),
      number,
      publishedAt: z.date(),
      correction,
      title: z.string().nullable(),
      language: z.string().nullable(),
      isRedacted: z.boolean(),
    }),
  ),
  nextCursor: z.string().nullable(),
})

/** One publication as an entry of a feed. `id` is the publication's own, the same for ever. */
const feedEntry = z.strictObject({
  id: z.uuid(),
  slug: z.string(),
  version: versionLine,
  document: publicDocumentSchema.nullable(),
  /** Into the language that was asked for, where there is one. */
  translation: z.strictObject({ publishedAt: z.date(), document: renditionSchema }).nullable(),
  /** What became of it, where it is not the newest version. */
  later: z.enum(['retracted', 'replaced']).nullable(),
})
export type FeedEntry = z.output<typeof feedEntry>
export const feedView = z.array(feedEntry)

export const addressListView = z.strictObject({
  /** The parts to ask for instead, where there are too many for one. */
  parts: z.array(z.string()),
  items: z.array(
    z.strictObject({
      slug: z.string(),
      publishedAt: z.date(),
      /** In which the text is there, its own among them. */
      languages: z.array(z.enum(LANGUAGES)),
    }),
  ),
})
