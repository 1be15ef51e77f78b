import type { Metadata } from 'next'
import type { Snapshot } from '@/domain/snapshot-schema'
import type { Words } from '@/domain/wording'
import { Frame, pageMetadata } from '../../frame'
import { readerWords } from '../../words'
import { AccountBody } from './account-body'
import type { Account } from './load'

/** Head of one version's page; the newest is the one that search engines should know. */
export async function accountMetadata({
  slug,
  version,
  document,
  newest,
  original,
  newestIn,
}: Account): Promise<Metadata> {
  const words = await readerWords()
  const { t } = words
  const suffix = version.number === newest.number ? '' : ` (${t('account.version', { number: version.number })})`
  const text = { original: original ?? 'en', translated: newestIn }
  const facts = { canonical: `/incidents/${slug}`, publishedAt: version.publishedAt, text }
  if (document === null)
    return pageMetadata({
      ...facts,
      title: `${t('account.redacted.label')}${suffix}`,
      description: t('account.redacted.title'),
    })
  const { title } = document.incident
  if (document.kind === 'retraction')
    return pageMetadata({
      ...facts,
      title: `${t('account.retracted.title', { title })}${suffix}`,
      description: document.note.slice(0, 300),
    })
  return pageMetadata({ ...facts, title: `${title}${suffix}`, description: described(document, words) })
}

function described({ claims }: Snapshot, { t }: Words): string {
  const central = claims.find((claim) => claim.isCentral)
  if (central === undefined) return ''
  return central.finding === null ? central.text : `${t(`scale.heading.${central.finding.heading}`)}: ${central.text}`
}

/** The page of one version, whatever became of it. */
export async function Published({ account, isNewestPage }: { account: Account; isNewestPage: boolean }) {
  return (
    <Frame>
      <AccountBody account={account} words={await readerWords()} isNewestPage={isNewestPage} />
    </Frame>
  )
}
