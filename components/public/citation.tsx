import type { PublicEvidence } from '@/domain/snapshot-schema'
import type { Leaf } from './anchors'

/** Whose passage it is, for a link that is only a number. */
export function evidenceName(piece: PublicEvidence, { words: { t } }: Pick<Leaf, 'words'>): string {
  if (piece.isConfidential) return piece.description
  return piece.source.outlet ?? piece.source.title ?? piece.origin?.party ?? t('account.evidence.noName')
}

const NUMBER = '-mx-0.5 rounded-sm px-1 py-1 font-sans font-semibold text-accent hover:underline'

/**
 * The number in the text. It opens the passage in place, which needs no script; where a browser knows no such thing, and
 * on paper, it is a link to the evidence, which leads back.
 */
export function Citation({ number, occurrence, leaf }: { number: number; occurrence: number; leaf: Leaf }) {
  const piece = leaf.evidence.get(number)
  if (piece === undefined) return null
  const name = leaf.words.t('account.evidence.name', { number: String(number), name: evidenceName(piece, leaf) })
  return (
    <sup
      id={leaf.spotId(number, occurrence)}
      className="cite text-xs leading-none whitespace-nowrap target:bg-highlight-strong"
    >
      <Opener number={number} leaf={leaf} name={name} className={NUMBER}>
        {number}
      </Opener>
    </sup>
  )
}

/** A number that opens its evidence from somewhere other than the summary. */
export function EvidenceLink({ number, leaf }: { number: number; leaf: Leaf }) {
  const piece = leaf.evidence.get(number)
  if (piece === undefined) return null
  const name = leaf.words.t('account.evidence.name', { number: String(number), name: evidenceName(piece, leaf) })
  return (
    <span className="inline-block text-xs">
      <Opener
        number={number}
        leaf={leaf}
        name={name}
        className="min-w-6 rounded-sm border border-rule px-1 py-1 font-semibold text-accent hover:border-accent"
      >
        {number}
      </Opener>
    </span>
  )
}

type OpenerProps = {
  number: number
  leaf: Leaf
  name: string
  className: string
  children: React.ReactNode
}

/** Two ways to the same passage, of which a browser shows one (`app/globals.css`). */
export function Opener({ number, leaf, name, className, children }: OpenerProps) {
  const piece = leaf.evidence.get(number)
  if (piece === undefined) return null
  return (
    <>
      <button
        type="button"
        popoverTarget={leaf.noteId(number)}
        aria-label={name}
        className={`opener-button ${className}`}
      >
        {children}
      </button>
      <a href={`#${leaf.evidenceId(piece)}`} aria-label={name} className={`opener-link ${className}`}>
        {children}
      </a>
    </>
  )
}
