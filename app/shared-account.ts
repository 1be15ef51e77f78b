import type { Metadata } from 'next'
import { addressIn, directionOf, isLanguage } from '@/domain/language'
import type { LevelOrDisputed } from '@/domain/level-shape'
import { inOtherWords } from '@/domain/rendition-words'
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
  /** Its number, where another has taken its place. */
  supersededAs: number | null
}

type Mark = SharedAccount['mark']

/** The account in the words of its translation, where there is one that was asked for. */
export function inReadersWords<Found extends FoundAccount>(found: Found): Found {
  const { document, translation } = found
  if (document?.kind !== 'account' || translation === null) return found
  return { ...found, document: inOtherWords(document, translation.document) }
}

/** An address of an account in the language that it was translated into; its plain one where it was not. */
export const translatedAddress = ({ translation }: FoundAccount, path: string): string =>
  translation === null ? path : addressIn(translation.language, path)

/** `account`: in the words that it is to be shared in. */
export function sharedAccount(account: FoundAccount): SharedAccount {
  const { document, version, standingNotice, supersededBy, retractedBy } = account
  const language = document?.language ?? 'en'
  const words = wordsOf(isLanguage(language) ? language : 'en')
  const common = {
    words,
    language,
    publishedAt: version.publishedAt,
    isRightToLeft: isRightToLeft(language),
    supersededAs: supersededBy === null ? null : version.number,
  }
  const { t } = words
  if (document === null)
    return {
      ...common,
      title: t('front.redactedTitle'),
      claim: null,
      mark: { shape: 'danger', word: t('front.redacted') },
    }
  const { title } = document.incident
  if (document.kind === 'retraction' || retractedBy !== null)
    return { ...common, title, claim: null, mark: { shape: 'danger', word: t('front.retracted') } }
  const central = document.claims.find(({ isCentral }) => isCentral)
  const shape = central?.finding?.heading === 'disputed' ? 'disputed' : central?.finding?.level
  const said: Mark = shape === undefined ? null : { shape, word: t(`scale.level.${shape}`) }
  const mark: Mark = standingNotice === null ? said : { shape: 'danger', word: t('front.reexamined') }
  return { ...common, title, claim: central?.text ?? null, mark }
}

const isRightToLeft = (language: string): boolean =>
  (isLanguage(language) && directionOf(language) === 'rtl') || /^(?:ar|fa|he|ps|ur|yi|ckb|dv|sd|ug)\b/.test(language)

/** Head of the page of an account or of a version (`path`), with what is shown of it where it is shared: its picture, and oEmbed. */
export function withSharing(metadata: Metadata, account: FoundAccount, path: string): Metadata {
  const { title, mark, words } = sharedAccount(account)
  const page = encodeURIComponent(siteUrl(translatedAddress(account, path)))
  const alt = mark === null ? title : words.t('share.alt', { title, mark: mark.word })
  const picture = { url: translatedAddress(account, `${path}/card.png`), ...cardSize, alt, type: 'image/png' }
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
