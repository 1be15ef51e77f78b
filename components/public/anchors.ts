import { claimAnchor } from '@/domain/claim-review'
import type { PublicBlock, PublicClaim, PublicEvidence, PublicInline, Snapshot } from '@/domain/snapshot-schema'
import type { Words } from '@/domain/wording'

/** Where a citation stands in the summary: the how-manieth of its number, from 1. */
type Spots = { of: ReadonlyMap<PublicInline, number>; count: ReadonlyMap<number, number> }

/** What the parts of one account's page share. */
export type Leaf = {
  snapshot: Snapshot
  words: Words
  claimId(claim: Pick<PublicClaim, 'key'>): string
  evidenceId(piece: Pick<PublicEvidence, 'key'>): string
  /** Of what opens over the page, with all that there is to say of a piece. */
  noteId(number: number): string
  spotId(number: number, occurrence: number): string
  partId(name: string): string
  /** Evidence by its number in this version. */
  evidence: ReadonlyMap<number, PublicEvidence>
  claims: ReadonlyMap<string, PublicClaim>
  spots: Spots
}

/** `prefix` keeps the anchors of two accounts on one page apart; the public page has none. */
export function leafOf(snapshot: Snapshot, words: Words, prefix = ''): Leaf {
  return {
    snapshot,
    words,
    claimId: (claim) => prefix + claimAnchor(claim),
    evidenceId: (piece) => prefix + piece.key,
    noteId: (number) => `${prefix}note-${number}`,
    spotId: (number, occurrence) => `${prefix}cited-${number}-${occurrence}`,
    partId: (name) => prefix + name,
    evidence: new Map(snapshot.evidence.map((piece) => [piece.number, piece])),
    claims: new Map(snapshot.claims.map((claim) => [claim.key, claim])),
    spots: spotsOf(snapshot.summary),
  }
}

function* inlines(blocks: readonly PublicBlock[]): Generator<PublicInline> {
  for (const block of blocks) {
    if (block.kind === 'quotation') yield* inlines(block.blocks)
    else if (block.kind === 'list') for (const item of block.items) yield* inlines(item)
    else yield* block.content
  }
}

function spotsOf(blocks: readonly PublicBlock[]): Spots {
  const of = new Map<PublicInline, number>()
  const count = new Map<number, number>()
  for (const part of inlines(blocks)) {
    if (!('citation' in part)) continue
    const occurrence = (count.get(part.citation) ?? 0) + 1
    count.set(part.citation, occurrence)
    of.set(part, occurrence)
  }
  return { of, count }
}
