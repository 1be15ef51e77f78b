import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ChangeList, MarkedSummary } from '@/components/public/change-list'
import { Dot } from '@/components/public/dot'
import { Moment } from '@/components/public/moment'
import { RedactionNotices } from '@/components/public/notices'
import { Pagination } from '@/components/ui/pagination'
import type { Words } from '@/domain/wording'
import { Frame, pageMetadata, type Query } from '../../../frame'
import { readerWords } from '../../../words'
import { loadChanges, readNumber } from '../load'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ slug: string }>; searchParams: Query }

async function load({ params, searchParams }: Props) {
  const { before } = await searchParams
  if (before === undefined) return loadChanges((await params).slug, null)
  const wanted = typeof before === 'string' ? readNumber(before) : null
  if (wanted === null) notFound()
  return loadChanges((await params).slug, wanted)
}

type Changes = Awaited<ReturnType<typeof loadChanges>>
type Version = Changes['versions'][number]

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { slug, title } = await load(props)
  const { t } = await readerWords()
  return pageMetadata({
    title: t('account.changes.pageTitle', { title: title ?? t('front.redactedTitle') }),
    description: t('account.changes.description'),
    canonical: `/incidents/${slug}/changes`,
  })
}

export default async function ChangesPage(props: Props) {
  const { slug, title, language, versions, notices, before } = await load(props)
  const words = await readerWords()
  const { t, href } = words
  return (
    <Frame>
      <div className="flex flex-col gap-12">
        <header className="flex max-w-reading flex-col gap-3">
          <p className="label-caps">{t('account.versions.changes')}</p>
          <h1
            {...(language !== null && { lang: language })}
            dir="auto"
            className="headline font-serif font-semibold text-balance"
          >
            {title ?? t('front.redactedTitle')}
          </h1>
          <p>
            <a className="link inline-block py-1" href={href(`/incidents/${slug}`)}>
              {t('account.changes.read')}
            </a>
          </p>
        </header>
        {notices.length > 0 && <Reexaminations notices={notices} words={words} />}
        {versions.map((version) => (
          <VersionChanges key={version.version.number} slug={slug} words={words} {...version} />
        ))}
        <Pagination
          label={t('account.changes.more')}
          names={{ newer: t('frame.newer'), older: t('frame.older') }}
          older={before === null ? undefined : `${href(`/incidents/${slug}/changes`)}?before=${before}`}
        />
      </div>
    </Frame>
  )
}

type VersionProps = Version & { slug: string; words: Words }

function VersionChanges({ slug, words, ...of }: VersionProps) {
  const { version, redactions, comparedWith, changes, summary, asked } = of
  const language = of.language ?? 'en'
  const { number, publishedAt, correction, isRedacted, approvals } = version
  const { t, href } = words
  const approved =
    approvals !== null
      ? t('account.changes.approvedBy', { count: approvals })
      : asked !== null && t('account.changes.approved', { count: asked })
  const isTextChanged = summary.some((block) => block.kind !== 'same')
  // What is marked word by word below is not said a second time.
  const said = isTextChanged ? changes.filter((change) => change.about !== 'summary') : changes
  return (
    <section aria-labelledby={`v${number}`} className="flex flex-col gap-4 border-t border-ink pt-3">
      <header className="flex flex-col gap-1">
        <h2 id={`v${number}`} className="font-serif text-xl font-semibold">
          <a
            href={href(`/incidents/${slug}/v/${number}`)}
            className="text-ink underline decoration-1 underline-offset-4"
          >
            {t('account.version', { number })}
          </a>
          {correction !== null && `: ${words.within(t(`scale.correction.${correction.kind}`))}`}
        </h2>
        <p className="text-sm text-ink-muted">
          <Moment value={publishedAt} words={words} precision="minute" />
          {approved !== false && (
            <>
              <Dot />
              {approved}
            </>
          )}
        </p>
      </header>
      {correction?.note != null && (
        <p lang={correction.language} dir="auto" className="reading whitespace-pre-line">
          {correction.note}
        </p>
      )}
      <RedactionNotices redactions={redactions} words={words} />
      {number === 1 && <p>{t('account.changes.first')}</p>}
      {number > 1 && comparedWith === null && correction?.kind !== 'retraction' && (
        <p className="text-base text-ink-muted">
          {t(isRedacted ? 'account.changes.redacted' : 'account.changes.redactedBefore')}
        </p>
      )}
      {comparedWith !== null && (
        <>
          {said.length > 0 && <ChangeList changes={said} language={language} words={words} />}
          {changes.length === 0 && <p>{t('account.changes.nothing')}</p>}
          {isTextChanged && (
            <div className="flex flex-col gap-3">
              <h3 className="text-sm font-semibold text-ink-muted">
                {t('account.changes.words', { number: comparedWith })}
              </h3>
              <MarkedSummary blocks={summary} language={language} />
            </div>
          )}
        </>
      )}
    </section>
  )
}

function Reexaminations({ notices, words }: { notices: Changes['notices']; words: Words }) {
  const { t } = words
  return (
    <section aria-labelledby="re-examined" className="flex flex-col gap-3 border-t border-ink pt-3">
      <h2 id="re-examined" className="font-serif text-xl font-semibold">
        {t('account.changes.reexamined')}
      </h2>
      <ul className="flex max-w-reading flex-col gap-3 text-base">
        {notices.map(({ since, reason, liftedAt, liftReason }) => (
          <li key={since.toISOString()}>
            <p className="font-medium">
              {t.rich(`account.changes.${spanWord(since, liftedAt)}`, {
                since: () => <Moment value={since} words={words} />,
                until: () => <Moment value={liftedAt ?? since} words={words} />,
              })}
            </p>
            <p dir="auto" className="whitespace-pre-line">
              {reason}
            </p>
            {liftReason !== null && (
              <p dir="auto" className="whitespace-pre-line text-ink-muted">
                {liftReason}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function spanWord(since: Date, until: Date | null): 'on' | 'since' | 'sinceUntil' {
  if (until === null) return 'since'
  return since.toISOString().slice(0, 10) === until.toISOString().slice(0, 10) ? 'on' : 'sinceUntil'
}
