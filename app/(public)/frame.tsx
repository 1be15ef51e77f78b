import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { ContactLine } from '@/components/public/contact-line'
import { PageFrame, type PublicPage } from '@/components/public/page-frame'
import { LANGUAGES } from '@/domain/language'
import { caller } from '@/server/caller'
import { isDemo, isIndexed, siteUrl } from '../site'
import { otherLanguages, readerWords, wordsOf } from './words'

/** The frame of a public page, with the organisation behind it and how to reach it. */
export async function Frame({ current, children }: { current?: PublicPage; children: ReactNode }) {
  const words = await readerWords()
  const { organisation, address, contact } = await (await caller()).reading.frame()
  return (
    <PageFrame
      words={words}
      languages={await otherLanguages()}
      organisation={organisation}
      contact={<ContactLine words={words} organisation={organisation} address={address} contact={contact} />}
      isDemo={isDemo()}
      current={current}
    >
      {children}
    </PageFrame>
  )
}

type Facts = {
  title: string
  description: string
  /** Of the page that search engines should know it by, in English; each language has its own. */
  canonical: string
  publishedAt?: Date
}

/** Head of a public page. */
export async function pageMetadata({ title, description, canonical, publishedAt }: Facts): Promise<Metadata> {
  const { organisation } = await (await caller()).reading.frame()
  const { language, href } = await readerWords()
  const full = title === organisation ? title : `${title} · ${organisation}`
  return {
    metadataBase: new URL(siteUrl('/')),
    title: full,
    description,
    alternates: {
      canonical: href(canonical),
      languages: {
        ...Object.fromEntries(LANGUAGES.map((each) => [each, wordsOf(each).href(canonical)])),
        'x-default': canonical,
      },
      types: {
        'application/atom+xml': href('/feed.atom'),
        'application/rss+xml': href('/feed.rss'),
        'application/feed+json': href('/feed.json'),
      },
    },
    openGraph: {
      title,
      description,
      url: href(canonical),
      locale: language,
      siteName: organisation,
      ...(publishedAt === undefined
        ? { type: 'website' }
        : { type: 'article', publishedTime: publishedAt.toISOString() }),
    },
    ...(isIndexed() ? {} : { robots: { index: false, follow: false } }),
  }
}

export type Query = Promise<Record<string, string | string[] | undefined>>
