import { z } from 'zod'
import { GRADES, HEADINGS, LEVELS } from './levels'
import {
  COPY_KINDS,
  INCIDENT_TYPES,
  MEDIUMS,
  ORIGIN_MODES,
  PARTY_KINDS,
  PRECISIONS,
  QUESTION_KINDS,
  RELATION_KINDS,
  SOURCE_KINDS,
  STANCES,
  TRANSLATION_METHODS,
} from './words'

/** Version of the public document. A reader of an older one must go on working. */
export const SNAPSHOT_VERSION = 1
/** Of an account's: the second says which sources copy which (`origins.lineage`), where the first gave reasons alone. */
export const ACCOUNT_VERSION = 2

const line = z.string()
const edtf = z.string().nullable()
const instant = z.iso.datetime()
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
/** A public key: a letter and ten hex digits, the same in every version of an account, and telling nothing. */
const key = z.string().regex(/^[ce]-[0-9a-f]{10}$/)
/** The number of a piece of evidence in this version, from 1. */
const number = z.int().min(1)

const inline = z.union([
  z.strictObject({ text: line, isBold: z.literal(true).optional(), isItalic: z.literal(true).optional() }),
  z.strictObject({ citation: number }),
])
export type PublicInline = z.infer<typeof inline>

const paragraph = z.strictObject({ kind: z.literal('paragraph'), content: z.array(inline) })
const heading = z.strictObject({
  kind: z.literal('heading'),
  level: z.union([z.literal(2), z.literal(3)]),
  content: z.array(inline),
})
const quotation = z.strictObject({
  kind: z.literal('quotation'),
  get blocks(): z.ZodArray<z.ZodType<PublicBlock>> {
    return z.array(block)
  },
})
const list = z.strictObject({
  kind: z.literal('list'),
  isOrdered: z.boolean(),
  start: z.int().min(1),
  get items(): z.ZodArray<z.ZodArray<z.ZodType<PublicBlock>>> {
    return z.array(z.array(block))
  },
})

export type PublicBlock =
  | z.infer<typeof paragraph>
  | z.infer<typeof heading>
  | { kind: 'quotation'; blocks: PublicBlock[] }
  | { kind: 'list'; isOrdered: boolean; start: number; items: PublicBlock[][] }

const block: z.ZodType<PublicBlock> = z.lazy(() => z.union([paragraph, heading, quotation, list]))

const party = z.strictObject({
  name: line,
  kind: z.enum(PARTY_KINDS),
  note: line,
  aliases: z.array(line),
  side: line.nullable(),
})

const place = z.strictObject({
  name: line,
  names: z.array(
    z.strictObject({
      name: line,
      language: line.nullable(),
      script: line.nullable(),
      romanisation: line.nullable(),
    }),
  ),
  precision: z.enum(PRECISIONS),
  /** WGS 84, decimal degrees, rounded to what the precision warrants; both or neither. */
  latitude: z.number().min(-90).max(90).nullable(),
  longitude: z.number().min(-180).max(180).nullable(),
  /** Of a place taken from GeoNames (CC BY 4.0): its number there; not there in others. */
  geonamesId: z.int().min(1).optional(),
})

const appearance = z.strictObject({
  outlet: line.nullable(),
  title: line.nullable(),
  url: line.nullable(),
  archiveUrl: line.nullable(),
})

const finding = z.strictObject({
  level: z.enum(LEVELS),
  /** In steps, 0–4; null where no rated level was cast. */
  spread: z.int().min(0).max(4).nullable(),
  heading: z.enum(HEADINGS),
  distribution: z.strictObject({
    confirmed: z.int().min(0),
    probable: z.int().min(0),
    possible: z.int().min(0),
    doubtful: z.int().min(0),
    improbable: z.int().min(0),
    unknown: z.int().min(0),
  }),
  ballots: z.int().min(0),
  concludedAt: instant,
  /** Reasons against the finding whose writers released them. */
  dissent: z.array(z.strictObject({ level: z.enum(LEVELS), reason: line })),
})

/**
 * What of rule 3 the passages do not show: the sources that copies connect, and the confirmed copies. A source is named by
 * what it is here (its evidence), or by outlet and title where it is in no evidence but has a name in public.
 */
const lineage = z.strictObject({
  sources: z.array(z.strictObject({ evidence: z.array(number), outlet: line.nullable(), title: line.nullable() })),
  /** Places in `sources`: the one at `copy` is a reprint, translation or scrape of the one at `of`. */
  copies: z.array(z.strictObject({ kind: z.enum(COPY_KINDS), copy: z.int().min(0), of: z.int().min(0) })),
})
export type PublicLineage = z.infer<typeof lineage>

const origins = z.strictObject({
  count: z.int().min(0),
  groups: z.array(z.strictObject({ name: line, evidence: z.array(number), reasons: z.array(line) })),
  /** Supporting evidence whose origin is unknown; it counts for none. */
  unattributed: z.array(number),
  /** Not in documents of the first version. */
  lineage: lineage.optional(),
})

const claim = z.strictObject({
  key,
  text: line,
  question: z.strictObject({ kind: z.enum(QUESTION_KINDS), text: line }),
  isCentral: z.boolean(),
  /** Keys of the other claims here that answer the same question: at most one of them can be true. */
  rivals: z.array(key),
  claimants: z.array(z.strictObject({ name: line, kind: z.enum(PARTY_KINDS) })),
  firstAppearance: z.strictObject({ when: edtf, source: appearance.nullable() }).nullable(),
  /** Null in a preview alone: nothing is published without. */
  finding: finding.nullable(),
  origins,
  evidence: z.array(number),
})

const source = z.strictObject({
  kind: z.enum(SOURCE_KINDS),
  medium: z.enum(MEDIUMS),
  outlet: line.nullable(),
  grade: z.strictObject({ grade: z.enum(GRADES), reason: line }).nullable(),
  title: line.nullable(),
  byline: line.nullable(),
  url: line.nullable(),
  archiveUrl: line.nullable(),
  language: line.nullable(),
  published: edtf,
})

const openEvidence = z.strictObject({
  number,
  key,
  /** Null: background, cited but not voted on. */
  claim: key.nullable(),
  stance: z.enum(STANCES).nullable(),
  isConfidential: z.literal(false),
  source,
  quotation: z.strictObject({
    exact: line,
    prefix: line,
    suffix: line,
    /** Unicode code points in the captured text, end exclusive. */
    start: z.int().min(0),
    end: z.int().min(1),
    /** Of a document with pages: those it stands on, from 1; not there in what has none. */
    pages: z.strictObject({ first: z.int().min(1), last: z.int().min(1) }).optional(),
    language: line.nullable(),
  }),
  translation: z
    .strictObject({
      text: line,
      language: line,
      method: z.enum(TRANSLATION_METHODS),
      /** The machine or the publisher; never an editor. */
      translator: line.nullable(),
    })
    .nullable(),
  capture: z.strictObject({ textSha256: sha256, capturedAt: instant, normalisation: z.int().min(1) }),
  origin: z
    .strictObject({
      party: line.nullable(),
      channel: line,
      mode: z.enum(ORIGIN_MODES),
      dated: edtf,
      firstCarriedBy: appearance.nullable(),
    })
    .nullable(),
  /** Parties through which it passed, from the origin to the source. */
  relays: z.array(line),
})

/** Rule 14: an editor's description and nothing else. */
const confidentialEvidence = z.strictObject({
  number,
  key,
  claim: key.nullable(),
  stance: z.enum(STANCES).nullable(),
  isConfidential: z.literal(true),
  description: line,
})

const organisation = z.strictObject({ name: line, address: line, contact: line })

/** The public document of an account. What a publication adds (number, time, kind, note) is beside it. */
export const snapshotSchema = z.strictObject({
  schemaVersion: z.literal([1, ACCOUNT_VERSION]),
  kind: z.literal('account'),
  language: line,
  organisation,
  rules: z.strictObject({
    quorum: z.int().min(2),
    approvals: z.int().min(1).max(3),
    disputedSpread: z.int(),
    scale: z.array(
      z.strictObject({
        level: z.enum(LEVELS),
        label: line,
        value: z.int().min(1).max(5).nullable(),
        heading: z.enum(HEADINGS),
      }),
    ),
  }),
  incident: z.strictObject({
    slug: line,
    title: line,
    type: z.enum(INCIDENT_TYPES),
    occurred: edtf,
    place: place.nullable(),
    parties: z.array(party),
    sides: z.array(z.strictObject({ name: line, parties: z.array(line) })),
    tags: z.array(line),
  }),
  bylines: z.array(line),
  summary: z.array(block),
  claims: z.array(claim),
  evidence: z.array(z.discriminatedUnion('isConfidential', [openEvidence, confidentialEvidence])),
  /** `isInverse`: the other incident stands in that relation to this one. */
  related: z.array(z.strictObject({ slug: line, title: line, kind: z.enum(RELATION_KINDS), isInverse: z.boolean() })),
})

/** The notice-only document of a retraction. */
export const retractionSchema = z.strictObject({
  schemaVersion: z.literal(SNAPSHOT_VERSION),
  kind: z.literal('retraction'),
  language: line,
  organisation,
  incident: z.strictObject({ slug: line, title: line }),
  note: line,
})

/** What a publication's `document` holds. */
export const publicDocumentSchema = z.discriminatedUnion('kind', [snapshotSchema, retractionSchema])

export type Snapshot = z.infer<typeof snapshotSchema>
export type Retraction = z.infer<typeof retractionSchema>
export type PublicDocument = z.infer<typeof publicDocumentSchema>
export type PublicClaim = Snapshot['claims'][number]
export type PublicEvidence = Snapshot['evidence'][number]
export type PublicPlace = z.infer<typeof place>
export type PublicAppearance = z.infer<typeof appearance>
