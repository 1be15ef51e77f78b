import type { Metadata } from 'next'
import { directionOf, isLanguage } from '@/domain/language'
import type { LevelOrDisputed } from '@/domain/level-shape'
import type { Words } from '@/domain/wording'
import type { caller } from '@/server/caller'
import { cardSize } from '@/server/draw-card'
import { wordsOf } from './(public)/words'
import { siteUrl } from './site'

type Reading = Awaited<ReturnType<typeof caller>>['reading']
export type FoundAccount = Extract<Awaited<ReturnType<Reading['account']>>, { outcome: 'found' }>

/** What is said of an account where it is shared: in its own language, or in English where that is none of ours. */
export type SharedAccount = {
  words: Words
  title: string
  /** Of the title and the claim. */
  language: string
  isRightToLeft: boolean
  claim: string | null
  mark: { shape: LevelOrDisputed | 'danger'; word: string } | null
  publishedAt: Date
}

type Mark = SharedAccount['mark']

export function sharedAccount({ document, version, standingNotice }: FoundAccount): SharedAccount {
  const language = document?.language ?? 'en'
  const words = wordsOf(isLanguage(language) ? language : 'en')
  const common = { words, language, publishedAt: version.publishedAt, isRightToLeft: isRightToLeft(language) }
  const { t } = words
  if (document === null)
    return {
      ...common,
      title: t('front.redactedTitle'),
      claim: null,
      mark: { shape: 'danger', word: t('front.redacted') },
    }
  const { title } = document.incident
  if (document.kind === 'retraction')
    return { ...common, title, claim: null, mark: { shape: 'danger', word: t('front.retracted') } }
  const central = document.claims.find(({ isCentral }) => isCentral)
  const shape = central?.finding?.heading === 'disputed' ? 'disputed' : central?.finding?.level
  const said: Mark = shape === undefined ? null : { shape, word: t(`scale.level.${shape}`) }
  const mark: Mark = standingNotice === null ? said : { shape: 'danger', word: t('front.reexamined') }
  return { ...common, title, claim: central?.text ?? null, mark }
}

const isRightToLeft = (language: string): boolean =>
  (isLanguage(language) && directionOf(language) === 'rtl') || /^(?:ar|fa|he|ps|ur|yi|ckb|dv|sd|ug)\b/.test(language)

/** Head of the page of an account, with what is shown of it where it is shared: its picture, and oEmbed. */
export function withSharing(metadata: Metadata, account: FoundAccount): Metadata {
  const { title, mark, words } = sharedAccount(account)
  const page = encodeURIComponent(siteUrl(`/incidents/${account.slug}`))
  const alt = mark === null ? title : words.t('share.alt', { title, mark: mark.word })
  const picture = { url: `/incidents/${account.slug}/card.png`, ...cardSize, alt, type: 'image/png' }
  return {
    ...metadata,
    alternates: {
      ...metadata.alternates,
      types: {
        ...metadata.alternates?.types,
        'application/json+oembed': `/oembed?url=${page}&format=json`,
        'text/xml+oembed': `/oembed?url=${page}&format=xml`,
      },
    },
    openGraph: { ...metadata.openGraph, images: [picture] },
    twitter: { card: 'summary_large_image', images: [picture] },
  }
}
