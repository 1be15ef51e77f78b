import type { ReactNode } from 'react'
import { HEADING_LABEL } from '@/domain/levels'
import type { PublicClaim, Snapshot } from '@/domain/snapshot-schema'
import { Time } from '@/components/ui/time'
import { leafOf, type Leaf } from './anchors'
import { EvidenceList, FindingMark } from './claim'
import { Claims, sectionsOf, type Section } from './claims'
import { PeopleAndPlace } from './people-and-place'
import { Summary } from './summary'
import { WhenAndWhere } from './when-and-where'
import { CORRECTION_WORD, counted, listOf, relationWords, TYPE_WORD } from './words'
import type { CorrectionKind } from '@/domain/words'

export type AccountPageProps = {
  snapshot: Snapshot
  /** Of the version; null in a preview of what is not published. */
  number: number | null
  publishedAt: Date | null
  correction?: { kind: CorrectionKind; note: string | null } | null
  /** Banners above the headline: superseded, retracted, being re-examined, redacted. */
  notices?: ReactNode
  /** What stands at the end of the page: versions, related, how to ask for a correction. */
  after?: ReactNode
  /** Keeps anchors apart where two accounts stand on one page. */
  idPrefix?: string
  /** 2 where the page around it has a headline of its own. */
  titleLevel?: 1 | 2
}

/** The whole public page of an account, drawn from its snapshot alone: what is public, and what a reviewer approves. */
export function AccountPage({ snapshot, idPrefix = '', titleLevel = 1, notices, after, ...version }: AccountPageProps) {
  const leaf = leafOf(snapshot, idPrefix)
  const sections = sectionsOf(leaf, idPrefix)
  const background = snapshot.evidence.filter((piece) => piece.claim === null)
  const central = snapshot.claims.find((claim) => claim.isCentral)
  const below = titleLevel === 1 ? 2 : 3
  const Below = `h${below}` as const
  return (
    <article className="flex flex-col gap-12">
      {notices}
      <div className="grid grid-cols-1 gap-x-16 gap-y-8 lg:grid-cols-[minmax(0,42rem)_minmax(14rem,1fr)]">
        <div className="flex flex-col gap-8">
          <Headline snapshot={snapshot} level={titleLevel} />
          {central !== undefined && <Central claim={central} leaf={leaf} />}
          <Summary leaf={leaf} headingBase={below} />
        </div>
        <Aside
          snapshot={snapshot}
          sections={sections}
          hasBackground={background.length > 0}
          idPrefix={idPrefix}
          {...version}
        />
      </div>
      <Claims sections={sections} leaf={leaf} levels={{ section: below, claim: below === 2 ? 3 : 4 }} />
      {background.length > 0 && (
        <section id={`${idPrefix}background`} className="flex scroll-mt-4 flex-col gap-6 border-t border-ink pt-3">
          <header>
            <Below className="font-serif text-xl font-semibold">Background</Below>
            <p className="text-sm text-ink-muted">Cited for context, and not judged as a claim.</p>
          </header>
          <div className="max-w-reading">
            <EvidenceList label={`Passages (${background.length})`} pieces={background} leaf={leaf} />
          </div>
        </section>
      )}
      <PeopleAndPlace incident={snapshot.incident} heading={below} />
      <Related snapshot={snapshot} heading={below} />
      {after}
    </article>
  )
}

function Headline({ snapshot: { incident, language, bylines }, level }: { snapshot: Snapshot; level: 1 | 2 }) {
  const Title = `h${level}` as const
  return (
    <header className="flex flex-col gap-3">
      <p className="label-caps">{TYPE_WORD[incident.type]}</p>
      <Title lang={language} dir="auto" className="font-serif text-2xl font-semibold text-balance sm:text-3xl">
        {incident.title}
      </Title>
      <p className="text-md text-ink-muted">
        <WhenAndWhere occurred={incident.occurred} place={incident.place} />
      </p>
      {bylines.length > 0 && (
        <p className="text-base">
          By <bdi>{listOf(bylines)}</bdi>
        </p>
      )}
    </header>
  )
}

function Central({ claim, leaf }: { claim: PublicClaim; leaf: Leaf }) {
  const { finding, origins } = claim
  return (
    <section aria-label="The central claim" className="flex flex-col gap-2 border-y border-ink py-4">
      <p className="label-caps">
        The central claim{finding !== null && finding.heading !== 'disputed' && `: ${HEADING_LABEL[finding.heading]}`}
      </p>
      <p lang={leaf.snapshot.language} dir="auto" className="font-serif text-lg font-semibold">
        {claim.text}
      </p>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
        <FindingMark finding={finding} />
        <p className="text-ink-muted">
          {finding !== null && `${counted(finding.ballots, 'ballot')}, `}
          {counted(origins.count, 'independent origin')}
        </p>
        <a href={`#${leaf.claimId(claim)}`} className="link print:hidden">
          What it rests on
        </a>
      </div>
    </section>
  )
}

type AsideProps = Pick<AccountPageProps, 'snapshot' | 'number' | 'publishedAt' | 'correction'> & {
  sections: readonly Section[]
  hasBackground: boolean
  idPrefix: string
}

function Aside({ snapshot, sections, hasBackground, number, publishedAt, correction, idPrefix }: AsideProps) {
  return (
    <aside aria-label="About this account" className="flex flex-col gap-6 text-sm lg:border-s lg:border-rule lg:ps-6">
      <div className="flex flex-col gap-1">
        {number === null || publishedAt === null ? (
          <p className="font-medium">Not published yet</p>
        ) : (
          <p>
            Version {number}, published <Time value={publishedAt.toISOString()} precision="minute" />
          </p>
        )}
        {correction && (
          <p>
            <span className="font-medium">{CORRECTION_WORD[correction.kind]}</span>
            {correction.note !== null && (
              <>
                : <bdi className="whitespace-pre-line">{correction.note}</bdi>
              </>
            )}
          </p>
        )}
      </div>
      <nav aria-label="Claims" className="print:hidden">
        <p className="label-caps mb-1">On this page</p>
        <ul className="flex flex-col">
          {sections.map(({ id, label, groups, elsewhere }) => (
            <li key={id}>
              <a href={`#${id}`} className="link inline-block py-1">
                {label}
              </a>{' '}
              <span className="text-ink-muted">
                {counted(
                  groups.reduce((sum, group) => sum + group.claims.length, 0) -
                    besides(sections, id) +
                    elsewhere.length,
                  'claim',
                )}
              </span>
            </li>
          ))}
          {hasBackground && (
            <li>
              <a href={`#${idPrefix}background`} className="link inline-block py-1">
                Background
              </a>
            </li>
          )}
        </ul>
      </nav>
      <p className="text-ink-muted">
        Each claim is judged by several editors ({snapshot.rules.quorum} by rule, never fewer than two), each without
        seeing the others’ ballots. The text was approved by at least {counted(snapshot.rules.approvals, 'editor')} who
        had no part in writing it.{' '}
        <a href="/method" className="link">
          How we work
        </a>
      </p>
    </aside>
  )
}

/** Rivals that stand in a section although their own heading is another. */
function besides(sections: readonly Section[], id: string): number {
  const section = sections.find((each) => each.id === id)
  if (section === undefined) return 0
  return section.groups
    .flatMap((group) => group.claims)
    .filter((claim) => (claim.finding?.heading ?? 'unjudged') !== section.place).length
}

function Related({ snapshot: { related, language }, heading }: { snapshot: Snapshot; heading: 2 | 3 }) {
  if (related.length === 0) return null
  const Title = `h${heading}` as const
  return (
    <section className="flex flex-col gap-3 border-t border-ink pt-3">
      <Title className="font-serif text-xl font-semibold">Related accounts</Title>
      <ul className="flex flex-col gap-1 text-base">
        {related.map(({ slug, title, kind, isInverse }) => (
          <li key={`${slug} ${kind} ${isInverse}`}>
            <span className="text-ink-muted">{relationWords(kind, isInverse)}: </span>
            <a href={`/incidents/${slug}`} lang={language} dir="auto" className="link">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
