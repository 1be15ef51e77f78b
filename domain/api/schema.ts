import { z } from 'zod'
import { LANGUAGES } from '../language'
import { HEADINGS, LEVELS } from '../levels'
import { retractionSchema, snapshotSchema } from '../snapshot-schema'
import { CORRECTION_KINDS, INCIDENT_TYPES, PRECISIONS, REDACTION_KINDS } from '../words'

/** The public interface, version 1: what it answers with and what its description is made from. */
const instant = z.iso.datetime().describe('UTC')
const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe('SHA-256 of the canonical JSON (RFC 8785) of the document as it was published')
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const number = z.int().min(1).describe('Number of the version, from 1')

const correction = z
  .strictObject({ kind: z.enum(CORRECTION_KINDS), note: z.string().nullable() })
  .nullable()
  .describe('Why it replaced the version before; null for the first')

export const listedAccountSchema = z.strictObject({
  slug: z.string(),
  url: z.url(),
  number,
  publishedAt: instant,
  sha256,
  state: z.enum(['account', 'retracted', 'redacted']),
  title: z.string().nullable(),
  language: z.string().nullable().describe('BCP 47'),
  type: z.enum(INCIDENT_TYPES).nullable(),
  occurred: z.string().nullable().describe('EDTF (ISO 8601-2)'),
  place: z.strictObject({ name: z.string(), precision: z.enum(PRECISIONS) }).nullable(),
  central: z
    .strictObject({
      text: z.string(),
      level: z.enum(LEVELS).nullable(),
      heading: z.enum(HEADINGS).nullable(),
      origins: z.int().min(0),
    })
    .nullable()
    .describe('The central claim'),
  correction,
  reexaminedSince: instant.nullable(),
})

export const accountListSchema = z.strictObject({
  items: z.array(listedAccountSchema),
  nextCursor: z.string().nullable().describe('For the next page; null at the end'),
})

const versionSchema = z.strictObject({
  number,
  url: z.url(),
  publishedAt: instant,
  sha256,
  correction,
  approvals: z
    .int()
    .nullable()
    .describe('How many editors approved exactly this; null: a retraction, or published before the number was kept'),
  isRedacted: z.boolean(),
})

export const accountSchema = z.strictObject({
  slug: z.string(),
  url: z.url(),
  version: versionSchema,
  isNewest: z.boolean(),
  retractedBy: number.nullable().describe('The version that retracted this one'),
  supersededBy: number.nullable().describe('The version that took the place of this one'),
  reexamination: z.strictObject({ since: instant, reason: z.string() }).nullable(),
  redactions: z.array(
    z.strictObject({
      kind: z.enum(REDACTION_KINDS),
      language: z
        .enum(LANGUAGES)
        .nullable()
        .describe('Of a translation alone: into which language; the version stands'),
      reason: z.string(),
      at: instant,
    }),
  ),
  versions: z.array(versionSchema).describe('The fifty newest, newest first'),
  translations: z
    .array(
      z.strictObject({
        language: z.enum(LANGUAGES).describe('BCP 47'),
        number: z.int().min(1).describe('Of the translations of this version into this language'),
        url: z.url(),
        publishedAt: instant,
        sha256,
        entry: z.int().min(0).describe('Its entry of the publication log, from 0'),
        document: z.url().describe('What was published: the words of the account in this language'),
      }),
    )
    .describe('This version in other languages, each reviewed as the account was'),
  log: z
    .strictObject({
      index: z.int().min(0).describe('Of its entry, from 0'),
      size: z.int().min(1).describe('Entries of the log, once this one was there'),
      leafHash: hash.describe('RFC 6962 hash of its entry'),
      root: hash.describe('RFC 6962 root of the log at that size'),
      proof: z.url().describe('C2SP tlog-proof of the entry, with the signed checkpoint'),
    })
    .nullable()
    .describe('Where the version stands in the publication log (C2SP tlog-tiles under /log/)'),
  document: z.union([snapshotSchema, retractionSchema]).nullable().describe('What was published; null: redacted'),
})

export const problemSchema = z.strictObject({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
})

export const dumpListSchema = z.strictObject({
  entries: z.int().min(0).describe('Entries of the publication log'),
  entriesInPart: z.int().min(1).describe('Entries that each part holds, but for the last'),
  files: z.array(
    z.strictObject({
      url: z.url(),
      format: z.string(),
      firstEntry: z.int().min(0).describe('Index in the log of the first entry that is in it'),
    }),
  ),
})

export const embedSchema = z.strictObject({
  version: z.literal('1.0'),
  type: z.literal('rich'),
  title: z.string(),
  provider_name: z.string(),
  provider_url: z.url(),
  thumbnail_url: z.url(),
  thumbnail_width: z.int(),
  thumbnail_height: z.int(),
  width: z.int().min(1).describe('Pixels'),
  height: z.int().min(1).describe('Pixels'),
  html: z.string().describe('An iframe'),
})
