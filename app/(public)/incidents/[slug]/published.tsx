import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { HEADING_LABEL } from '@/domain/levels'
import { claimReviews, safeJsonForScript } from '@/domain/claim-review'
import type { Retraction, Snapshot } from '@/domain/snapshot-schema'
import { AccountPage } from '@/components/public/account-page'
import { LogProof } from '@/components/public/log-proof'
import { ReexaminedNotice, RedactionNotices, RetractedNotice, SupersededNotice } from '@/components/public/notices'
import { VersionList } from '@/components/public/version-list'
import { Time } from '@/components/ui/time'
import { isIndexed, siteUrl } from '../../../site'
import { Frame, pageMetadata } from '../../frame'
import type { Account } from './load'

/** Head of one version's page; the newest is the one that search engines should know. */
export function accountMetadata({ slug, version, document, newest }: Account): Promise<Metadata> {
  const canonical = `/incidents/${slug}`
  const suffix = version.number === newest.number ? '' : ` (version ${version.number})`
  const publishedAt = version.publishedAt
  if (document === null)
    return pageMetadata({
      title: `Redacted${suffix}`,
      description: 'The text of this version was redacted.',
      canonical,
      publishedAt,
    })
  if (document.kind === 'retraction') {
    const title = `Retracted: ${document.incident.title}${suffix}`
    return pageMetadata({ title, description: document.note.slice(0, 300), canonical, publishedAt })
  }
  return pageMetadata({
    title: `${document.incident.title}${suffix}`,
    description: described(document),
    canonical,
    publishedAt,
  })
}

function described({ claims }: Snapshot): string {
  const central = claims.find((claim) => claim.isCentral)
  if (central === undefined) return ''
  return central.finding === null ? central.text : `${HEADING_LABEL[central.finding.heading]}: ${central.text}`
}

/** The page of one version, whatever became of it. */
export function Published({ account, isNewestPage }: { account: Account; isNewestPage: boolean }) {
  const { document, version, slug } = account
  const versions = (
    <>
      <VersionList slug={slug} versions={account.versions} current={version.number} />
      <LogProof place={account.log} hash={version.hash} />
    </>
  )
  return (
    <Frame>
      {document === null ? (
        <Redacted account={account}>{versions}</Redacted>
      ) : document.kind === 'retraction' ? (
        <Retracted account={account} document={document}>
          {versions}
        </Retracted>
      ) : (
        <>
          {isNewestPage && <Markup account={account} snapshot={document} />}
          <AccountPage
            snapshot={document}
            number={version.number}
            publishedAt={version.publishedAt}
            correction={version.correction}
            notices={<Notices account={account} />}
            after={versions}
          />
        </>
      )}
    </Frame>
  )
}

function Notices({ account }: { account: Account }) {
  const { retractedBy, supersededBy, standingNotice, redactions, slug, version, newest } = account
  if (retractedBy === null && supersededBy === null && standingNotice === null && redactions.length === 0) return null
  return (
    <div className="flex flex-col gap-3">
      {retractedBy !== null && <RetractedNotice by={retractedBy} slug={slug} />}
      {supersededBy !== null && supersededBy.number !== retractedBy?.number && (
        <SupersededNotice number={version.number} by={supersededBy} slug={slug} newest={newest.number} />
      )}
      {standingNotice !== null && <ReexaminedNotice since={standingNotice.since} reason={standingNotice.reason} />}
      <RedactionNotices redactions={redactions} />
    </div>
  )
}

/** ClaimReview is for what stands: not for what was retracted, redacted or superseded, nor for what a demo invents. */
function Markup({ account, snapshot }: { account: Account; snapshot: Snapshot }) {
  if (account.supersededBy !== null || account.redactions.length > 0 || !isIndexed()) return null
  const reviews = claimReviews(snapshot, {
    url: siteUrl(`/incidents/${account.slug}`),
    datePublished: account.version.publishedAt.toISOString(),
    organisationUrl: siteUrl('/'),
  })
  return reviews.map((review, index) => (
    <script key={index} type="application/ld+json" dangerouslySetInnerHTML={{ __html: safeJsonForScript(review) }} />
  ))
}

type Rest = { account: Account; children: ReactNode }

function Retracted({ account, document, children }: Rest & { document: Retraction }) {
  const { version } = account
  return (
    <article className="flex flex-col gap-10">
      <header className="flex max-w-reading flex-col gap-3">
        <p className="label-caps text-danger">Retracted</p>
        <h1 lang={document.language} dir="auto" className="font-serif text-2xl font-semibold text-balance sm:text-3xl">
          {document.incident.title}
        </h1>
        <p className="text-base text-ink-muted">
          This account was retracted on <Time value={version.publishedAt.toISOString()} />. What it said should not be
          relied on. Its earlier versions stay at their addresses, so that it can be seen what was withdrawn.
        </p>
      </header>
      <section aria-labelledby="why" className="flex max-w-reading flex-col gap-2">
        <h2 id="why" className="font-serif text-xl font-semibold">
          Why
        </h2>
        <p lang={document.language} dir="auto" className="reading whitespace-pre-line">
          {document.note}
        </p>
      </section>
      <Notices account={account} />
      {children}
    </article>
  )
}

function Redacted({ account, children }: Rest) {
  const { version, redactions, slug, newest } = account
  return (
    <article className="flex flex-col gap-10">
      <header className="flex max-w-reading flex-col gap-3">
        <p className="label-caps text-danger">Redacted</p>
        <h1 className="font-serif text-2xl font-semibold text-balance sm:text-3xl">
          The text of this version was redacted
        </h1>
        <p className="reading">
          Version {version.number} was published on <Time value={version.publishedAt.toISOString()} /> and later taken
          out by a lead and a second editor, for law or safety. Its number, address and hash stay.
        </p>
        {version.number !== newest.number && (
          <p>
            <a className="link" href={`/incidents/${slug}`}>
              Read the newest, version {newest.number}
            </a>
          </p>
        )}
      </header>
      <RedactionNotices redactions={redactions} />
      {children}
    </article>
  )
}
