import type { PublicEvidence } from '@/domain/snapshot-schema'
import type { Leaf } from './anchors'

const SHOWN = 140

/** Whose passage it is, for a link that is only a number. */
export function evidenceName(piece: PublicEvidence): string {
  if (piece.isConfidential) return piece.description
  return piece.source.outlet ?? piece.source.title ?? piece.origin?.party ?? 'a source without a name'
}

function passage(piece: PublicEvidence): string {
  if (piece.isConfidential) return ''
  const text = piece.translation?.text ?? piece.quotation.exact
  return text.length <= SHOWN ? ` — “${text}”` : ` — “${text.slice(0, SHOWN - 1).trimEnd()}…”`
}

/** The number in the text: it leads to the evidence, and the evidence leads back to it. */
export function Citation({ number, occurrence, leaf }: { number: number; occurrence: number; leaf: Leaf }) {
  const piece = leaf.evidence.get(number)
  if (piece === undefined) return null
  return (
    <sup className="ms-px text-xs leading-none">
      <a
        id={leaf.spotId(number, occurrence)}
        href={`#${leaf.evidenceId(piece)}`}
        title={`${evidenceName(piece)}${passage(piece)}`}
        aria-label={`Evidence ${number}: ${evidenceName(piece)}`}
        className="rounded-sm px-0.5 font-sans font-medium text-accent no-underline target:bg-highlight-strong hover:underline"
      >
        [{number}]
      </a>
    </sup>
  )
}

/** A number that leads to its evidence from somewhere other than the summary. */
export function EvidenceLink({ number, leaf }: { number: number; leaf: Leaf }) {
  const piece = leaf.evidence.get(number)
  if (piece === undefined) return null
  return (
    <a
      href={`#${leaf.evidenceId(piece)}`}
      aria-label={`Evidence ${number}`}
      className="link inline-block min-w-6 text-center font-medium"
    >
      {number}
    </a>
  )
}
