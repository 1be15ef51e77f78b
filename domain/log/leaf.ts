import { canonicalJson, sha256Hex } from '../hash'
import type { Language } from '../language'
import type { CorrectionKind } from '../words'

/**
 * What a leaf of the publication log says. A publication's: its address and number, when, as what, by how many it was
 * approved (a retraction by none, and nothing of what was logged before migration 0048), and the SHA-256 of its document and of the note beside it. A redaction's: which leaf it is about (`of`, a translation's own), what went, why,
 * and the SHA-256 of what is left. A translation's: the leaf of the version it is of, into which language, which of the translations of
 * that version into it, and the SHA-256 of its document; with that version's redaction it goes too. Nothing of it can name an editor or a confidential source.
 */
export type LogEntry =
  | {
      v: 1
      kind: 'publication' | CorrectionKind
      approvals?: number
      slug: string
      number: number
      at: string
      sha256: string
      note: string | null
    }
  | {
      v: 1
      kind: 'redaction'
      what: 'publication' | 'byline' | 'translation'
      of: number
      slug: string
      number: number
      at: string
      reason: string
      sha256: string | null
    }
  | ToldEntry
  | {
      v: 1
      kind: 'translation' | 'translation-withdrawal'
      of: number
      slug: string
      number: number
      language: Language
      translation: number
      at: string
      sha256: string
      note: string | null
    }

/**
 * What readers are told of an account beside its versions: that it is being re-examined, that it is no longer, and that a
 * captured text behind it was redacted. `of`: the leaf of its newest version then; of what is lifted, that of the notice.
 */
export type ToldEntry = {
  v: 1
  kind: 'notice' | 'notice-lifted' | 'capture-redaction'
  of: number
  slug: string
  number: number
  at: string
  reason: string
}

type Told = Pick<ToldEntry, 'kind' | 'of' | 'slug' | 'number'> & { at: Date; reason: string }

export function toldEntry({ kind, of, slug, number, at, reason }: Told): ToldEntry {
  return { v: 1, kind, of, slug, number, at: at.toISOString(), reason: sha256Hex(reason) }
}

type Published = {
  slug: string
  number: number
  publishedAt: Date
  hash: string
  approvals: number | null
  correction: { kind: CorrectionKind; note: string | null } | null
}

export function publicationEntry({ slug, number, publishedAt, hash, approvals, correction }: Published): LogEntry {
  const note = correction?.note ?? null
  return {
    v: 1,
    kind: correction?.kind ?? 'publication',
    ...(approvals !== null && { approvals }),
    slug,
    number,
    at: publishedAt.toISOString(),
    sha256: hash,
    note: note === null ? null : sha256Hex(note),
  }
}

type Redacted = {
  what: 'publication' | 'byline' | 'translation'
  /** Index of the leaf whose publication or translation it is. */
  of: number
  slug: string
  number: number
  confirmedAt: Date
  publicReason: string
  /** SHA-256 of the document that is left; null where nothing is. */
  hash: string | null
}

export function redactionEntry({ what, of, slug, number, confirmedAt, publicReason, hash }: Redacted): LogEntry {
  const at = confirmedAt.toISOString()
  return { v: 1, kind: 'redaction', what, of, slug, number, at, reason: sha256Hex(publicReason), sha256: hash }
}

type Translated = {
  slug: string
  /** Of the version, and the index of its leaf. */
  number: number
  of: number
  language: Language
  translation: number
  publishedAt: Date
  hash: string
  note: string | null
  isWithdrawal: boolean
}

export function renditionEntry({ isWithdrawal, publishedAt, hash, note, ...facts }: Translated): LogEntry {
  return {
    v: 1,
    kind: isWithdrawal ? 'translation-withdrawal' : 'translation',
    ...facts,
    at: publishedAt.toISOString(),
    sha256: hash,
    note: note === null ? null : sha256Hex(note),
  }
}

/** The bytes of a leaf, as text: canonical JSON, which the database makes alike (db/migrations). */
export function entryText(entry: LogEntry): string {
  return canonicalJson(entry)
}
