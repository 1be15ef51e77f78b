import { LEVEL_INFO } from '@/domain/levels'
import type { PublicClaim, PublicEvidence } from '@/domain/snapshot-schema'
import { formatWhen } from '@/domain/time'
import { LevelMark, labelOf, type LevelOrDisputed } from '@/components/level/level-mark'
import { Time } from '@/components/ui/time'
import type { Leaf } from './anchors'
import { Distribution } from './distribution'
import { Evidence, SourceLink } from './evidence'
import { Origins } from './origins'
import { PARTY_WORD } from './words'

const EDGE: Readonly<Record<LevelOrDisputed, string>> = {
  confirmed: 'border-confirmed',
  probable: 'border-probable',
  possible: 'border-possible',
  doubtful: 'border-doubtful',
  improbable: 'border-improbable',
  unknown: 'border-unknown',
  disputed: 'border-disputed',
}

type Finding = PublicClaim['finding']

/** What a claim is marked with: its level, or that those who judged it were far apart. */
export function markOf(finding: Finding): LevelOrDisputed {
  if (finding === null) return 'unknown'
  return finding.heading === 'disputed' ? 'disputed' : finding.level
}

/** The mark, and for a disputed claim where the middle of the ballots lies. */
export function FindingMark({ finding }: { finding: Finding }) {
  if (finding === null) return <p className="text-sm text-ink-muted">Not judged yet.</p>
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
      <LevelMark level={markOf(finding)} />
      {finding.heading === 'disputed' && (
        <span className="text-ink-muted">
          the middle of the ballots: {LEVEL_INFO[finding.level].label.toLowerCase()}
        </span>
      )}
    </p>
  )
}

export type ClaimProps = {
  claim: PublicClaim
  leaf: Leaf
  /** The level of its heading, which its evidence stands under. */
  heading: 3 | 4
  /** Beside a rival: one column, narrow. Alone it takes the width. */
  isBesideRival: boolean
}

/** One claim with everything a reader needs to check it. */
export function Claim({ claim, leaf, heading, isBesideRival }: ClaimProps) {
  const Title = `h${heading}` as const
  const { language } = leaf.snapshot
  return (
    <article
      id={leaf.claimId(claim)}
      tabIndex={-1}
      aria-labelledby={`${leaf.claimId(claim)}-title`}
      className={`flex scroll-mt-4 flex-col gap-5 border-t-2 pt-3 outline-none ${EDGE[markOf(claim.finding)]} target:bg-highlight/40`}
    >
      <header className="flex flex-col gap-2">
        {!isBesideRival && (
          <p lang={language} dir="auto" className="text-sm text-ink-muted">
            {claim.question.text}
          </p>
        )}
        <Title
          id={`${leaf.claimId(claim)}-title`}
          lang={language}
          dir="auto"
          className="max-w-reading font-serif text-lg font-semibold text-balance"
        >
          {claim.text}
        </Title>
        <FindingMark finding={claim.finding} />
        <Claimants claim={claim} />
      </header>
      <div
        className={
          isBesideRival ? 'flex flex-col gap-6' : 'grid gap-x-12 gap-y-6 lg:grid-cols-[minmax(0,24rem)_minmax(0,1fr)]'
        }
      >
        <div className="flex flex-col gap-5">
          <Judgement finding={claim.finding} language={language} />
          <Origins claim={claim} leaf={leaf} />
        </div>
        <ClaimEvidence claim={claim} leaf={leaf} />
      </div>
    </article>
  )
}

function Claimants({ claim: { claimants, firstAppearance } }: { claim: PublicClaim }) {
  if (claimants.length === 0 && firstAppearance === null) return null
  return (
    <p className="max-w-reading text-sm text-ink-muted">
      {claimants.length > 0 && (
        <>
          Claimed by{' '}
          {claimants.map(({ name, kind }, index) => (
            <span key={index}>
              {index > 0 && ', '}
              <bdi>{name}</bdi> ({PARTY_WORD[kind]})
            </span>
          ))}
          .{' '}
        </>
      )}
      {firstAppearance !== null && <FirstAppearance first={firstAppearance} />}
    </p>
  )
}

function FirstAppearance({ first: { when, source } }: { first: NonNullable<PublicClaim['firstAppearance']> }) {
  const name = source === null ? null : [source.outlet, source.title && `“${source.title}”`].filter(Boolean).join(', ')
  if (when === null && !name) return null
  return (
    <>
      First seen
      {name && (
        <>
          {' in '}
          <SourceLink url={source?.url ?? source?.archiveUrl ?? null}>
            <bdi>{name}</bdi>
          </SourceLink>
        </>
      )}
      {when !== null && `${name ? ',' : ''} ${formatWhen(when)}`}.
    </>
  )
}

function Judgement({ finding, language }: { finding: Finding; language: string }) {
  if (finding === null) return null
  return (
    <div className="flex flex-col gap-3">
      <Distribution finding={finding} />
      {finding.dissent.map(({ level, reason }, index) => (
        <figure key={index} className="flex flex-col gap-0.5 border-s-2 border-rule ps-3 text-sm">
          <figcaption className="text-ink-muted">One who voted “{labelOf(level)}” writes:</figcaption>
          <blockquote lang={language} dir="auto" className="whitespace-pre-line">
            {reason}
          </blockquote>
        </figure>
      ))}
      <p className="text-xs text-ink-muted">
        Judged <Time value={finding.concludedAt} />, each editor without seeing the others’ ballots.
      </p>
    </div>
  )
}

function ClaimEvidence({ claim, leaf }: { claim: PublicClaim; leaf: Leaf }) {
  const pieces = claim.evidence.flatMap((number) => leaf.evidence.get(number) ?? [])
  const supporting = pieces.filter((piece) => piece.stance === 'supports')
  const disputing = pieces.filter((piece) => piece.stance === 'disputes')
  return (
    <div className="flex min-w-0 flex-col gap-6">
      <EvidenceList label={`Evidence in support (${supporting.length})`} pieces={supporting} leaf={leaf} />
      {disputing.length > 0 && (
        <EvidenceList label={`Evidence against (${disputing.length})`} pieces={disputing} leaf={leaf} />
      )}
    </div>
  )
}

export function EvidenceList({
  label,
  pieces,
  leaf,
}: {
  label: string
  pieces: readonly PublicEvidence[]
  leaf: Leaf
}) {
  return (
    <div className="flex flex-col gap-2">
      <p className="label-caps">{label}</p>
      {pieces.length === 0 ? (
        <p className="text-sm text-ink-muted">None.</p>
      ) : (
        <ul className="flex flex-col gap-6">
          {pieces.map((piece) => (
            <li key={piece.key}>
              <Evidence piece={piece} leaf={leaf} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
