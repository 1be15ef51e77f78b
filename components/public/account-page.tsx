import { ENGLISH } from '@/domain/english'
import type { ReactNode } from 'react'
import type { LocatorMap } from '@/domain/picture/locator'
import type { PublicClaim, Snapshot } from '@/domain/snapshot-schema'
import type { Words } from '@/domain/wording'
import { LevelIcon } from '@/components/level/level-mark'
import { LEVEL_TEXT } from '@/components/level/level-tone'
import { kerningOf } from '@/components/ui/long-word'
import { leafOf, type Leaf } from './anchors'
import { EDGE, EvidenceList, Judged } from './claim'
import { Claims, sectionsOf } from './claims'
import { Contents, type Part } from './contents'
import { Distribution } from './distribution'
import { FindingMark, markOf } from './finding-mark'
import { Moment } from './moment'
import { Notes } from './note'
import { CorrectionLine, type Correction } from './notices'
import { People } from './people'
import { Place } from './place'
import { Summary } from './summary'
import { WhenPicture } from './when'
import { WhenAndWhere } from './when-and-where'

export type AccountPageProps = {
  snapshot: Snapshot
  /** Of the version; null in a preview of what is not published. */
  number: number | null
  publishedAt: Date | null
  /** How many approved exactly this; null: it is not published, or was before the number was kept. */
  approvals?: number | null
  correction?: Correction | null
  /** Where it was, as the server has drawn it. */
  map?: LocatorMap | null
  /** Banners above the headline: superseded, retracted, being re-examined, redacted. */
  notices?: ReactNode
  /** What stands at the end of the page: versions, proof, how to ask for a correction. */
  after?: ReactNode
  /** Keeps anchors apart where two accounts stand on one page. */
  idPrefix?: string
  /** 2 where the page around it has a headline of its own. */
  titleLevel?: 1 | 2
  words?: Words
}

/** The whole public page of an account, drawn from its snapshot alone: what is public, and what a reviewer approves. */
export function AccountPage({
  snapshot,
  idPrefix = '',
  titleLevel = 1,
  words = ENGLISH,
  map = null,
  approvals = null,
  notices,
  after,
  ...version
}: AccountPageProps) {
  const leaf = leafOf(snapshot, words, idPrefix)
  const sections = sectionsOf(leaf, idPrefix)
  const background = snapshot.evidence.filter((piece) => piece.claim === null)
  const central = snapshot.claims.find((claim) => claim.isCentral)
  const below = titleLevel === 1 ? 2 : 3
  const { place } = snapshot.incident
  return (
    <article className={`account @container ${kerningOf(snapshot)}`}>
      {notices}
      <div className="account-grid">
        <div className="account-head flex min-w-0 flex-col gap-7">
          <Headline snapshot={snapshot} level={titleLevel} words={words} {...version} />
          {central !== undefined && <Central claim={central} leaf={leaf} heading={below} />}
        </div>
        <Contents
          leaf={leaf}
          sections={sections}
          hasAfter={after !== undefined}
          parts={partsOf(leaf, background.length)}
        />
        <div className="account-body flex min-w-0 flex-col gap-14">
          <SummaryPart leaf={leaf} heading={below} />
          <Claims sections={sections} leaf={leaf} levels={{ section: below, claim: below === 2 ? 3 : 4 }} />
          <WhenPicture leaf={leaf} heading={below} />
          {place !== null && <Place place={place} map={map} leaf={leaf} heading={below} />}
          <People leaf={leaf} heading={below} />
          {background.length > 0 && <Background pieces={background} leaf={leaf} heading={below} />}
          <Related snapshot={snapshot} heading={below} words={words} />
          <Notes leaf={leaf} heading={below} />
          <JudgedBy leaf={leaf} approvals={approvals} />
          {after}
        </div>
      </div>
    </article>
  )
}

/** The parts of the page besides the claims, for its contents. */
function partsOf(leaf: Leaf, background: number): { before: Part[]; behind: Part[] } {
  const { t } = leaf.words
  const { incident, evidence } = leaf.snapshot
  const hasTimes = [
    incident.occurred,
    ...evidence.map((piece) => (piece.isConfidential ? null : piece.source.published)),
  ]
  const part = (id: string, label: string, is: boolean): Part[] => (is ? [{ id: leaf.partId(id), label }] : [])
  return {
    before: part('summary', t('account.summary'), true),
    behind: [
      ...part('when', t('account.timeline.title'), hasTimes.filter((time) => time !== null).length > 1),
      ...part('where', t('account.place.title'), incident.place !== null),
      ...part('people', t('account.people.title'), incident.parties.length > 0),
      ...part('background', t('account.background.title'), background > 0),
    ],
  }
}

type HeadlineProps = Pick<AccountPageProps, 'snapshot' | 'number' | 'publishedAt' | 'correction'> & {
  level: 1 | 2
  words: Words
}

/** “The district of …” says already how exactly it is known. */
const SAID_WITH_NAME: ReadonlySet<string> = new Set(['district', 'region'])

function Headline({
  snapshot: { incident, language, bylines },
  level,
  words,
  number,
  publishedAt,
  correction,
}: HeadlineProps) {
  const { t } = words
  const Title = `h${level}` as const
  return (
    <header className="flex flex-col gap-3">
      <p className="label-caps">{t(`scale.type.${incident.type}`)}</p>
      <Title lang={language} dir="auto" className="headline text-match-parent font-serif font-semibold text-balance">
        {incident.title}
      </Title>
      <p className="font-serif text-lg">
        <WhenAndWhere words={words} occurred={incident.occurred} place={incident.place} />
        {incident.place !== null && !SAID_WITH_NAME.has(incident.place.precision) && (
          <span className="text-ink-muted">
            {words.comma}
            {t(`scale.precision.${incident.place.precision}`)}
          </span>
        )}
      </p>
      <div className="flex max-w-reading flex-col gap-1 text-sm text-ink-muted">
        {bylines.length > 0 && <p className="text-ink">{t('account.by', { names: words.list(bylines) })}</p>}
        <p>
          {number === null || publishedAt === null
            ? t('account.unpublished')
            : t.rich('account.published', {
                number,
                when: () => <Moment value={publishedAt} words={words} precision="minute" />,
              })}
        </p>
        {correction && (
          <div className="text-ink">
            <CorrectionLine correction={correction} words={words} />
          </div>
        )}
      </div>
    </header>
  )
}

/** Its own headings stand under its own, so that who goes by headings does not take them for parts of the page. */
function SummaryPart({ leaf, heading }: { leaf: Leaf; heading: 2 | 3 }) {
  const Title = `h${heading}` as const
  const titleId = leaf.partId('summary-title')
  return (
    <div className="flex flex-col gap-3">
      <Title id={titleId} className="label-caps">
        {leaf.words.t('account.summary')}
      </Title>
      <section id={leaf.partId('summary')} aria-labelledby={titleId} className="scroll-mt-12">
        <Summary leaf={leaf} headingBase={heading === 2 ? 3 : 4} />
      </section>
    </div>
  )
}

/** What the account comes to, before anything else is read: the heading, the level, the claim, how and when it was judged. */
function Central({ claim, leaf, heading }: { claim: PublicClaim; leaf: Leaf; heading: 2 | 3 }) {
  const { finding, origins } = claim
  const Title = `h${heading}` as const
  const { t } = leaf.words
  const mark = markOf(finding)
  return (
    <section
      aria-label={t('account.central.label')}
      className={`flex max-w-reading break-inside-avoid flex-col gap-3 border-s-8 bg-paper-sunken px-4 py-4 sm:px-6 ${EDGE[mark]}`}
    >
      <Title className="label-caps">{t('account.central.label')}</Title>
      {finding !== null && (
        <p className={`flex items-center gap-2 font-serif text-xl font-semibold ${LEVEL_TEXT[mark]}`}>
          <LevelIcon level={mark} className="size-6 shrink-0" />
          {t(`scale.heading.${finding.heading}`)}
        </p>
      )}
      <p lang={leaf.snapshot.language} dir="auto" className="text-match-parent font-serif text-lg">
        {claim.text}
      </p>
      <FindingMark finding={finding} words={leaf.words} isHeaded />
      {finding !== null && <Distribution finding={finding} words={leaf.words} />}
      <p className="flex flex-wrap items-center gap-x-4 text-sm">
        <span>{t('scale.origins', { count: origins.count })}</span>
        <a href={`#${leaf.claimId(claim)}`} className="link inline-block py-1 print:hidden">
          {t('account.central.rests')}
        </a>
      </p>
      {finding !== null && <Judged finding={finding} words={leaf.words} />}
    </section>
  )
}

function Background({ pieces, leaf, heading }: { pieces: Snapshot['evidence']; leaf: Leaf; heading: 2 | 3 }) {
  const { t } = leaf.words
  const Title = `h${heading}` as const
  return (
    <section id={leaf.partId('background')} className="flex scroll-mt-4 flex-col gap-5">
      <header className="border-t border-ink pt-3">
        <Title className="font-serif text-xl font-semibold">{t('account.background.title')}</Title>
        <p className="text-sm text-ink-muted">{t('account.background.text')}</p>
      </header>
      <div className="max-w-reading">
        <EvidenceList label={t('account.background.passages', { count: pieces.length })} pieces={pieces} leaf={leaf} />
      </div>
    </section>
  )
}

/** The fewest ballots on a claim are told, not the quorum in force: a round keeps the one that it was opened under. */
function JudgedBy({ leaf: { snapshot, words }, approvals }: { leaf: Leaf; approvals: number | null }) {
  const ballots = snapshot.claims.flatMap(({ finding }) => finding?.ballots ?? [])
  return (
    <p className="max-w-reading border-t border-ink pt-3 text-sm text-ink-muted">
      {words.t.rich(approvals === null ? 'account.judgedBy' : 'account.judgedByCounted', {
        // A preview may have no finding yet.
        ballots: ballots.length > 0 ? Math.min(...ballots) : snapshot.rules.quorum,
        approvals: approvals ?? snapshot.rules.approvals,
        method: (text) => (
          <a href={words.href('/method#settings')} className="link">
            {text}
          </a>
        ),
      })}
    </p>
  )
}

function Related({
  snapshot: { related, language },
  heading,
  words,
}: {
  snapshot: Snapshot
  heading: 2 | 3
  words: Words
}) {
  if (related.length === 0) return null
  const Title = `h${heading}` as const
  return (
    <section className="flex flex-col gap-3">
      <Title className="border-t border-ink pt-3 font-serif text-xl font-semibold">
        {words.t('account.related.title')}
      </Title>
      <ul className="flex flex-col gap-1 text-base">
        {related.map(({ slug, title, kind, isInverse }) => (
          <li key={`${slug} ${kind} ${isInverse}`}>
            <span className="text-ink-muted">
              {words.t(`account.related.${isInverse && kind !== 'duplicate_of' ? (`${kind}Inverse` as const) : kind}`)}
              :{' '}
            </span>
            <a href={words.href(`/incidents/${slug}`)} lang={language} dir="auto" className="link">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
