/** The closed lists behind the words of the design; the database's checks are made from these very arrays. */
export const QUESTION_KINDS = ['what', 'who', 'when', 'where', 'how_many', 'why'] as const
export type QuestionKind = (typeof QUESTION_KINDS)[number]

export const PARTY_KINDS = ['person', 'armed_group', 'state_body', 'agency', 'outlet', 'organisation', 'other'] as const
export type PartyKind = (typeof PARTY_KINDS)[number]

export const PRECISIONS = ['exact', 'vicinity', 'settlement', 'district', 'region', 'country'] as const
export type Precision = (typeof PRECISIONS)[number]

export const SOURCE_KINDS = ['document', 'own_work'] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]

export const MEDIUMS = [
  'article',
  'agency',
  'post',
  'video',
  'image',
  'broadcast',
  'statement',
  'call',
  'other',
] as const
export type Medium = (typeof MEDIUMS)[number]

/** How a capture came to be: a pasted text, a note of one's own, a page that was fetched, a file. */
export const CAPTURE_METHODS = ['paste', 'note', 'fetch', 'file'] as const

/** A notice of re-examination is put, and ends once. */
export const NOTICE_STEPS = ['put', 'lifted'] as const

export const LINEAGE_KINDS = ['reprint', 'translation', 'scrape', 'quotes'] as const
/** Those that make two texts one. */
export const COPY_KINDS = ['reprint', 'translation', 'scrape'] as const
export type LineageKind = (typeof LINEAGE_KINDS)[number]

export const LINEAGE_STATES = ['suggested', 'confirmed', 'rejected'] as const
export type LineageState = (typeof LINEAGE_STATES)[number]

/** Of a hint that two sources may share an origin. */
export const HINT_STATES = ['suggested', 'dismissed'] as const

export const STANCES = ['supports', 'disputes'] as const
export type Stance = (typeof STANCES)[number]

export const ORIGIN_MODES = ['observed', 'asserted'] as const
export type OriginMode = (typeof ORIGIN_MODES)[number]

export const TRANSLATION_METHODS = ['desk', 'machine', 'published'] as const
export type TranslationMethod = (typeof TRANSLATION_METHODS)[number]

export const INCIDENT_TYPES = [
  'strike',
  'attack',
  'clash',
  'explosion',
  'detention',
  'protest',
  'statement',
  'election',
  'disaster',
  'other',
] as const
export type IncidentType = (typeof INCIDENT_TYPES)[number]

export const RELATION_KINDS = ['part_of', 'follow_up', 'duplicate_of'] as const
export type RelationKind = (typeof RELATION_KINDS)[number]

export const CORRECTION_KINDS = ['correction', 'update', 'clarification', 'retraction'] as const
export type CorrectionKind = (typeof CORRECTION_KINDS)[number]

export const REDACTION_KINDS = ['publication', 'capture', 'byline', 'translation'] as const
export type RedactionKind = (typeof REDACTION_KINDS)[number]

export const CLOSE_REASONS = ['not_published', 'duplicate'] as const
export type CloseReason = (typeof CLOSE_REASONS)[number]

export const REVIEW_DECISIONS = ['approve', 'request_changes'] as const
export type ReviewDecision = (typeof REVIEW_DECISIONS)[number]
