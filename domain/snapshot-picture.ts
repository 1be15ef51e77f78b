import type { DocumentNode } from './document'
import type { Grade, Level } from './levels'
import type { LineageEdge, Side } from './origin'
import type { Pages } from './page'
import type { Distribution, Reason } from './round'
import type {
  IncidentType,
  Medium,
  OriginMode,
  PartyKind,
  Precision,
  QuestionKind,
  RelationKind,
  SourceKind,
  Stance,
  TranslationMethod,
} from './words'

export type PicturePlace = {
  geonamesId?: number | null
  latitude: number | null
  longitude: number | null
  precision: Precision
  names: readonly {
    name: string
    language: string | null
    script: string | null
    romanisation: string | null
    isMain: boolean
  }[]
}

export type PictureParty = {
  id: string
  kind: PartyKind
  name: string
  note: string
  aliases: readonly string[]
  /** The grade in force, of an outlet. */
  grade: { grade: Grade; reason: string } | null
}

export type PictureClaim = {
  id: string
  questionId: string
  text: string
  isCentral: boolean
  /** ISO instant. */
  createdAt: string
  claimantIds: readonly string[]
  firstSourceId: string | null
  firstAppeared: string | null
  finding: {
    level: Level
    spread: number | null
    distribution: Distribution
    /** ISO instant. */
    concludedAt: string
    /** Every reason of the round's counted ballots; what is released and dissents is chosen from them. */
    reasons: readonly Reason[]
  } | null
}

export type PictureEvidence = {
  id: string
  /** Null, with the stance: background. */
  claimId: string | null
  stance: Stance | null
  /** Withdrawn itself, or its excerpt. */
  isWithdrawn: boolean
  captureId: string
  sourceId: string
  originId: string | null
  /** From the origin to the source. */
  relayPartyIds: readonly string[]
  exact: string
  prefix: string
  suffix: string
  start: number
  end: number
  /** Of a document with pages: on which it stands. */
  pages?: Pages | null
  /** The translation in force. */
  translation: { text: string; language: string; method: TranslationMethod; translator: string | null } | null
}

export type PictureSource = {
  id: string
  kind: SourceKind
  medium: Medium
  outletId: string | null
  url: string | null
  archiveUrl: string | null
  title: string | null
  byline: string | null
  language: string | null
  published: string | null
  isConfidential: boolean
  publicDescription: string | null
}

/**
 * Everything about an incident that a snapshot is made from, as plain data; the order of no list matters. It may hold
 * more than becomes public: what is public is `buildSnapshot`'s to choose.
 */
export type AccountPicture = {
  incident: {
    /** Never published; it salts the public keys. */
    id: string
    slug: string
    title: string
    type: IncidentType
    occurred: string | null
    place: PicturePlace | null
    partyIds: readonly string[]
    tags: readonly string[]
    sides: readonly Side[]
  }
  team: {
    organisation: string
    address: string
    contact: string
    language: string
    quorum: number
    approvals: number
  }
  /** A summary that `parseDocument` has accepted. */
  document: DocumentNode
  parties: readonly PictureParty[]
  questions: readonly { id: string; kind: QuestionKind; text: string; position: number }[]
  claims: readonly PictureClaim[]
  evidence: readonly PictureEvidence[]
  origins: readonly {
    id: string
    partyId: string | null
    channel: string
    mode: OriginMode
    dated: string | null
    firstSourceId: string | null
  }[]
  sources: readonly PictureSource[]
  captures: readonly { id: string; textSha256: string; capturedAt: string; normalisation: number }[]
  lineage: readonly LineageEdge[]
  /** Outlets at the ends of `lineage` that are sources of other incidents: rule 3 reads them, and nobody else. */
  farOutlets: readonly { id: string; outletId: string | null }[]
  /** Bylines that the text's authors chose to show. */
  bylines: readonly string[]
  /** Related incidents that are published. */
  related: readonly { slug: string; title: string; kind: RelationKind; isInverse: boolean }[]
}
