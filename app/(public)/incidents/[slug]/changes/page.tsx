import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ChangeList, MarkedSummary } from '@/components/public/change-list'
import { RedactionNotices } from '@/components/public/notices'
import { CORRECTION_WORD } from '@/components/public/words'
import { Disclosure } from '@/components/ui/disclosure'
import { Pagination } from '@/components/ui/pagination'
import { Time } from '@/components/ui/time'
import { Frame, pageMetadata, type Query } from '../../../frame'
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
  return pageMetadata({
    title: `What changed: ${title ?? 'a redacted account'}`,
    description: 'Every version of this account, what changed and why.',
    canonical: `/incidents/${slug}/changes`,
  })
}

export default async function ChangesPage(props: Props) {
  const { slug, title, language, versions, notices, before } = await load(props)
  return (
    <Frame>
      <div className="flex flex-col gap-10">
        <header className="flex max-w-reading flex-col gap-2">
          <p className="label-caps">What changed, and why</p>
          <h1
            {...(language !== null && { lang: language })}
            dir="auto"
            className="font-serif text-2xl font-semibold text-balance"
          >
            {title ?? 'An account whose text was redacted'}
          </h1>
          <p>
            <a className="link" href={`/incidents/${slug}`}>
              Read the account
            </a>
          </p>
        </header>
        {notices.length > 0 && <Reexaminations notices={notices} />}
        {versions.map((version) => (
          <VersionChanges key={version.version.number} slug={slug} language={language ?? 'en'} {...version} />
        ))}
        <Pagination
          label="More versions"
          older={before === null ? undefined : `/incidents/${slug}/changes?before=${before}`}
        />
      </div>
    </Frame>
  )
}

function VersionChanges({
  slug,
  language,
  version,
  redactions,
  comparedWith,
  changes,
  summary,
}: Version & { slug: string; language: string }) {
  const { number, publishedAt, correction, isRedacted } = version
  const isTextChanged = summary.some((block) => block.kind !== 'same')
  // What is marked word by word below is not said a second time.
  const said = isTextChanged ? changes.filter((change) => change.about !== 'summary') : changes
  return (
    <section aria-labelledby={`v${number}`} className="flex flex-col gap-4 border-t border-ink pt-3">
      <header className="flex flex-col gap-1">
        <h2 id={`v${number}`} className="font-serif text-xl font-semibold">
          <a href={`/incidents/${slug}/v/${number}`} className="text-ink underline decoration-1 underline-offset-4">
            Version {number}
          </a>
          {correction !== null && `: ${CORRECTION_WORD[correction.kind].toLowerCase()}`}
        </h2>
        <p className="text-sm text-ink-muted">
          <Time value={publishedAt.toISOString()} precision="minute" />
        </p>
      </header>
      {correction?.note != null && (
        <p lang={language} dir="auto" className="reading whitespace-pre-line">
          {correction.note}
        </p>
      )}
      <RedactionNotices redactions={redactions} />
      {number === 1 && <p>The first version.</p>}
      {number > 1 && comparedWith === null && correction?.kind !== 'retraction' && (
        <p className="text-base text-ink-muted">
          {isRedacted ? 'This version was redacted' : 'The version before was redacted'}, so what changed cannot be
          shown.
        </p>
      )}
      {comparedWith !== null && (
        <>
          {said.length > 0 && <ChangeList changes={said} />}
          {changes.length === 0 && <p>Nothing that is public.</p>}
          {isTextChanged && (
            <Disclosure summary={`The summary, word by word against version ${comparedWith}`} isOpen>
              <MarkedSummary blocks={summary} language={language} />
            </Disclosure>
          )}
        </>
      )}
    </section>
  )
}

function Reexaminations({ notices }: { notices: Changes['notices'] }) {
  return (
    <section aria-labelledby="re-examined" className="flex flex-col gap-3 border-t border-ink pt-3">
      <h2 id="re-examined" className="font-serif text-xl font-semibold">
        Re-examined
      </h2>
      <ul className="flex max-w-reading flex-col gap-3 text-base">
        {notices.map(({ since, reason, liftedAt, liftReason }) => (
          <li key={since.toISOString()}>
            <p className="font-medium">
              {isOneDay(since, liftedAt) ? 'On' : 'Since'} <Time value={since.toISOString()} />
              {liftedAt !== null && !isOneDay(since, liftedAt) && (
                <>
                  , until <Time value={liftedAt.toISOString()} />
                </>
              )}
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

const isOneDay = (since: Date, until: Date | null): boolean =>
  since.toISOString().slice(0, 10) === until?.toISOString().slice(0, 10)
