import { Fragment } from 'react'
import { TimelineAxis, TimelineBar } from '@/components/picture/timeline'
import { timelineOf, type Timeline, type TimelineRow } from '@/domain/picture/timeline'
import type { Leaf } from './anchors'
import { EvidenceLink } from './citation'
import { Dot } from './dot'

/** When the incident was, and when each source spoke of it: a list that a reader can hear, with a bar beside each line. */
export function WhenPicture({ leaf, heading }: { leaf: Leaf; heading: 2 | 3 }) {
  const timeline = timelineOf(leaf.snapshot)
  if (timeline === null) return null
  const { t, locale } = leaf.words
  const Title = `h${heading}` as const
  return (
    <section
      id={leaf.partId('when')}
      aria-labelledby={leaf.partId('when-title')}
      className="flex scroll-mt-4 flex-col gap-3"
    >
      <header className="border-t border-ink pt-3">
        <Title id={leaf.partId('when-title')} className="font-serif text-xl font-semibold">
          {t('account.timeline.title')}
        </Title>
        <p className="text-sm text-ink-muted">{t('account.timeline.text')}</p>
      </header>
      <div>
        <div className="sm:ms-[22rem]">
          <TimelineAxis timeline={timeline} locale={locale} />
        </div>
        <ol className="flex flex-col border-b border-rule">
          {timeline.rows.map((row, index) => (
            <Row key={index} row={row} timeline={timeline} leaf={leaf} />
          ))}
        </ol>
      </div>
      <p className="max-w-reading text-xs text-ink-muted">{t('account.timeline.band')}</p>
    </section>
  )
}

function Row({ row, timeline, leaf }: { row: TimelineRow; timeline: Timeline; leaf: Leaf }) {
  const { kind, when, name, evidence, stances, span } = row
  const { t, when: said } = leaf.words
  return (
    <li className="grid break-inside-avoid grid-cols-1 items-center gap-x-4 border-t border-rule max-sm:pb-2 sm:grid-cols-[21rem_minmax(0,1fr)]">
      <div className="min-w-0 py-1.5 text-sm">
        <p>
          <span className="font-medium tabular-nums">{when === null ? t('account.timeline.undated') : said(when)}</span>
          <Dot />
          {kind === 'incident' ? (
            <strong className="font-semibold">{t('account.timeline.incident')}</strong>
          ) : (
            <>
              {kind === 'origin' && <span className="text-ink-muted">{t('account.timeline.origin')}: </span>}
              <bdi>{name?.who ?? name?.what ?? t('account.evidence.unknownOutlet')}</bdi>
            </>
          )}
          {kind === 'source' && <Numbers evidence={evidence} stances={stances} leaf={leaf} />}
        </p>
        {name?.what != null && name.who !== null && (
          <p
            lang={name.language ?? leaf.snapshot.language}
            dir="auto"
            className="text-match-parent text-xs break-words text-ink-muted"
          >
            {name.what}
          </p>
        )}
      </div>
      <TimelineBar
        timeline={timeline}
        span={span}
        kind={kind}
        isAgainst={stances.length === 1 && stances[0]?.stance === 'disputes'}
      />
    </li>
  )
}

type NumbersProps = Pick<TimelineRow, 'evidence' | 'stances'> & { leaf: Leaf }

/** A source’s passages: those that bear on the central claim, after how they do; then all others. */
function Numbers({ evidence, stances, leaf }: NumbersProps) {
  const others = evidence.filter((number) => !stances.some((each) => each.evidence.includes(number)))
  const { comma, t } = leaf.words
  const told = [...stances, ...(others.length === 0 ? [] : [{ stance: 'other', evidence: others } as const])]
  return told.map(({ stance, evidence: numbers }, index) => (
    <Fragment key={stance}>
      {stances.length > 0 && (
        <span className="text-ink-muted">{`${index === 0 ? comma : ' '}${t(`account.timeline.${stance}`)}`}</span>
      )}{' '}
      <span className="whitespace-nowrap">
        <span className="inline-flex flex-wrap gap-1 align-middle">
          {numbers.map((number) => (
            <EvidenceLink key={number} number={number} leaf={leaf} />
          ))}
        </span>
        {index < told.length - 1 && comma}
      </span>
    </Fragment>
  ))
}
