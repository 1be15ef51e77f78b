import type { PublicClaim, PublicEvidence } from '@/domain/snapshot-schema'
import { isolated, type Words } from '@/domain/wording'
import type { LevelOrDisputed } from '@/components/level/level-mark'
import type { Leaf } from './anchors'
import { Distribution } from './distribution'
import { Evidence, SourceLink } from './evidence'
import { FindingMark, markOf, type Finding } from './finding-mark'
import { Moment } from './moment'
import { appearanceName } from './note'
import { Origins } from './origins'

export const EDGE: Readonly<Record<LevelOrDisputed, string>> = {
  confirmed: 'border-confirmed',
  probable: 'border-probable',
  possible: 'border-possible',
  doubtful: 'border-doubtful',
  improbable: 'border-improbable',
  unknown: 'border-unknown',
  disputed: 'border-disputed',
}

export type ClaimProps = {
  claim: PublicClaim
  leaf: Leaf
  /** The level of its heading, which its evidence stands under. */
  heading: 3 | 4
  /** Beside a rival: one column, narrow. Alone it takes the width. */
  isBesideRival: boolean
}

/** A claim with what was found of it, how, and the evidence for and against. */
export function Claim({ claim, leaf, heading, isBesideRival }: ClaimProps) {
  const Title = `h${heading}` as const
  const { language } = leaf.snapshot
  return (
    <article
      id={leaf.claimId(claim)}
      tabIndex={-1}
      aria-labelledby={`${leaf.claimId(claim)}-title`}
      className={`flex min-w-0 scroll-mt-4 flex-col gap-6 border-t-4 pt-4 outline-none ${EDGE[markOf(claim.finding)]} target:bg-highlight/40`}
    >
      <header className="flex max-w-reading flex-col gap-2">
        {!isBesideRival && (
          <p lang={language} dir="auto" className="text-match-parent text-sm text-ink-muted">
            {claim.question.text}
          </p>
        )}
        <Title
          id={`${leaf.claimId(claim)}-title`}
          lang={language}
          dir="auto"
          className="text-match-parent font-serif text-lg font-semibold text-balance"
        >
          {claim.text}
        </Title>
        <FindingMark finding={claim.finding} words={leaf.words} />
        <Claimants claim={claim} leaf={leaf} />
      </header>
      <div className={isBesideRival ? 'contents' : 'grid gap-x-12 gap-y-6 lg:grid-cols-2'}>
        <div className="flex min-w-0 flex-col gap-6">
          <Judgement finding={claim.finding} leaf={leaf} />
          <Origins claim={claim} leaf={leaf} />
        </div>
        <ClaimEvidence claim={claim} leaf={leaf} />
      </div>
    </article>
  )
}

function Claimants({ claim: { claimants, firstAppearance }, leaf: { words } }: { claim: PublicClaim; leaf: Leaf }) {
  if (claimants.length === 0 && firstAppearance === null) return null
  const names = claimants.map(({ name, kind }) =>
    words.t('account.claim.claimant', { name: isolated(name), kind: words.t(`scale.party.${kind}`) }),
  )
  return (
    <p className="text-sm text-ink-muted">
      {names.length > 0 && <>{words.t('account.claim.claimants', { names: words.list(names) })} </>}
      {firstAppearance !== null && <FirstAppearance first={firstAppearance} words={words} />}
    </p>
  )
}

type First = { first: NonNullable<PublicClaim['firstAppearance']>; words: Leaf['words'] }

function FirstAppearance({ first: { when, source }, words }: First) {
  const { t, when: said } = words
  const name = appearanceName(source, words)
  if (name === null) return when === null ? null : t('account.claim.firstWhen', { when: said(when) })
  const link = () => (
    <SourceLink url={source?.url ?? source?.archiveUrl ?? null}>
      <bdi>{name}</bdi>
    </SourceLink>
  )
  return when === null
    ? t.rich('account.claim.firstIn', { source: link })
    : t.rich('account.claim.firstInWhen', { source: link, when: said(when) })
}

function Judgement({ finding, leaf: { words, snapshot } }: { finding: Finding; leaf: Leaf }) {
  if (finding === null) return null
  const { t } = words
  return (
    <div className="flex flex-col gap-3">
      <Distribution finding={finding} words={words} />
      {finding.dissent.map(({ level, reason }, index) => (
        <figure key={index} className="flex flex-col gap-0.5 border-s-2 border-rule-strong ps-3 text-sm">
          <figcaption className="text-ink-muted">
            {t('account.claim.dissent', { level: t(`scale.level.${level}`) })}
          </figcaption>
          <blockquote lang={snapshot.language} dir="auto" className="font-serif text-base whitespace-pre-line">
            {reason}
          </blockquote>
        </figure>
      ))}
      <Judged finding={finding} words={words} />
    </div>
  )
}

export function Judged({ finding, words }: { finding: NonNullable<Finding>; words: Words }) {
  return (
    <p className="text-xs text-ink-muted">
      {words.t.rich('account.claim.judged', { when: () => <Moment value={finding.concludedAt} words={words} /> })}
    </p>
  )
}

function ClaimEvidence({ claim, leaf }: { claim: PublicClaim; leaf: Leaf }) {
  const { t } = leaf.words
  const pieces = claim.evidence.flatMap((number) => leaf.evidence.get(number) ?? [])
  const supporting = pieces.filter((piece) => piece.stance === 'supports')
  const disputing = pieces.filter((piece) => piece.stance === 'disputes')
  return (
    <div className="flex min-w-0 flex-col gap-6">
      <EvidenceList label={t('account.claim.support', { count: supporting.length })} pieces={supporting} leaf={leaf} />
      {disputing.length > 0 && (
        <EvidenceList label={t('account.claim.against', { count: disputing.length })} pieces={disputing} leaf={leaf} />
      )}
    </div>
  )
}

type EvidenceListProps = { label: string; pieces: readonly PublicEvidence[]; leaf: Leaf }

export function EvidenceList({ label, pieces, leaf }: EvidenceListProps) {
  return (
    <div className="flex flex-col gap-3">
      <p className="label-caps">{label}</p>
      {pieces.length === 0 ? (
        <p className="text-sm text-ink-muted">{leaf.words.t('account.claim.none')}</p>
      ) : (
        <ul className="flex flex-col gap-5">
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
