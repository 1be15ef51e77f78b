import type { ReactNode } from 'react'
import { addressIn } from '@/domain/language'
import { claimReviews, safeJsonForScript } from '@/domain/claim-review'
import type { Retraction, Snapshot } from '@/domain/snapshot-schema'
import type { Words } from '@/domain/wording'
import { AccountPage } from '@/components/public/account-page'
import { LogProof } from '@/components/public/log-proof'
import { Moment } from '@/components/public/moment'
import { ReexaminedNotice, RedactionNotices, RetractedNotice, SupersededNotice } from '@/components/public/notices'
import { TranslationNotice } from '@/components/public/translation-notice'
import { VersionList } from '@/components/public/version-list'
import { isIndexed, siteUrl } from '../../../site'
import { citedOf } from './cited'
import type { Account } from './load'

type Props = { account: Account; words: Words; isNewestPage: boolean }

/** What a version’s page says, whatever became of it. */
export function AccountBody({ account, words, isNewestPage }: Props) {
  const { document, version, slug } = account
  const versions = (
    <>
      <VersionList
        slug={slug}
        versions={account.versions}
        current={version.number}
        cited={citedOf(document, version.number, slug, words)}
        words={words}
      />
      <LogProof place={account.log} hash={version.hash} words={words} />
    </>
  )
  return document === null ? (
    <Redacted account={account} words={words}>
      {versions}
    </Redacted>
  ) : document.kind === 'retraction' ? (
    <Retracted account={account} document={document} words={words}>
      {versions}
    </Retracted>
  ) : (
    <>
      {isNewestPage && words.language === 'en' && <Markup account={account} snapshot={document} />}
      <AccountPage
        words={words}
        snapshot={document}
        map={account.map}
        number={version.number}
        publishedAt={version.publishedAt}
        approvals={version.approvals}
        correction={version.correction}
        notices={
          <>
            <Notices account={account} words={words} />
            <Language account={account} words={words} isNewestPage={isNewestPage} />
          </>
        }
        after={versions}
      />
    </>
  )
}

function Notices({ account, words }: { account: Account; words: Words }) {
  const { retractedBy, supersededBy, standingNotice, redactions, slug, version, newest } = account
  if (retractedBy === null && supersededBy === null && standingNotice === null && redactions.length === 0) return null
  return (
    <div className="mb-8 flex flex-col gap-3">
      {retractedBy !== null && <RetractedNotice by={retractedBy} slug={slug} newest={newest.number} words={words} />}
      {supersededBy !== null && supersededBy.number !== retractedBy?.number && (
        <SupersededNotice number={version.number} by={supersededBy} slug={slug} newest={newest.number} words={words} />
      )}
      {standingNotice !== null && (
        <ReexaminedNotice since={standingNotice.since} reason={standingNotice.reason} words={words} />
      )}
      <RedactionNotices redactions={redactions} words={words} />
    </div>
  )
}

/** Of an account: in which language it is, and in which it could be read. */
function Language({ account, words, isNewestPage }: { account: Account; words: Words; isNewestPage: boolean }) {
  const { slug, version, translations, translation, translatedVersion, translationTakenBack } = account
  const page = `/incidents/${slug}${isNewestPage ? '' : `/v/${version.number}`}`
  return (
    <TranslationNotice
      slug={slug}
      words={words}
      version={version}
      original={account.original ?? ''}
      translation={translation}
      languages={translations.map(({ language }) => language)}
      translatedVersion={translatedVersion}
      takenBack={translationTakenBack}
      addressIn={(language) => addressIn(language, page)}
    />
  )
}

/**
 * ClaimReview is for what stands, on the one address that a review has (the English one): not for what was retracted,
 * redacted or superseded, nor for what a demo invents.
 */
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

type Rest = { account: Account; words: Words; children: ReactNode }

function Retracted({ account, document, words, children }: Rest & { document: Retraction }) {
  const { version } = account
  const { t } = words
  return (
    <>
      <Notices account={account} words={words} />
      <article className="flex flex-col gap-10">
        <header className="flex max-w-reading flex-col gap-3">
          <p className="label-caps text-danger">{t('account.retracted.label')}</p>
          <h1
            lang={document.language}
            dir="auto"
            className="headline text-match-parent font-serif font-semibold text-balance"
          >
            {document.incident.title}
          </h1>
          <p className="text-base text-ink-muted">
            {t.rich('account.retracted.text', { when: () => <Moment value={version.publishedAt} words={words} /> })}
          </p>
        </header>
        <section aria-labelledby="why" className="flex max-w-reading flex-col gap-2">
          <h2 id="why" className="font-serif text-xl font-semibold">
            {t('account.retracted.why')}
          </h2>
          <p lang={document.language} dir="auto" className="reading whitespace-pre-line">
            {document.note}
          </p>
        </section>
        {children}
      </article>
    </>
  )
}

function Redacted({ account, words, children }: Rest) {
  const { version, redactions, slug, newest } = account
  const { t } = words
  return (
    <article className="flex flex-col gap-10">
      <header className="flex max-w-reading flex-col gap-3">
        <p className="label-caps text-danger">{t('account.redacted.label')}</p>
        <h1 className="headline font-serif font-semibold text-balance">{t('account.redacted.title')}</h1>
        <p className="reading">
          {t.rich('account.redacted.text', {
            number: version.number,
            when: () => <Moment value={version.publishedAt} words={words} />,
          })}
        </p>
        {version.number !== newest.number && (
          <p>
            <a className="link" href={words.href(`/incidents/${slug}`)}>
              {t('account.notice.newest', { number: newest.number })}
            </a>
          </p>
        )}
      </header>
      <RedactionNotices redactions={redactions} words={words} />
      {children}
    </article>
  )
}
