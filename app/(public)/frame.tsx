import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { ContactLine } from '@/components/public/contact-line'
import { PageFrame, type PublicPage } from '@/components/public/page-frame'
import { isLanguage, LANGUAGES, type Language } from '@/domain/language'
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
  /** Of an account: the language of its text, and those that this is translated into. Without it: the interface's own words. */
  text?: { original: string; translated: readonly Language[] }
}

/**
 * Where the text of a page is, by language. A page that has it in another language's frame alone is no translation: search
 * engines should know the plain address in its place (docs/decisions/0041).
 */
function addressesOf(canonical: string, text: Facts['text']): Record<string, string> {
  const own = text?.original.split('-')[0]
  const known = LANGUAGES.filter((each) => text === undefined || each === own || text.translated.includes(each))
  return {
    // A language that the interface does not speak has no address of its own.
    ...(text === undefined || isLanguage(own) ? {} : { [text.original]: canonical }),
    ...Object.fromEntries(known.map((each) => [each, wordsOf(each).href(canonical)])),
  }
}

/** The three formats of a feed. `of`: where it is, `question`: what it is narrowed by. */
export const feedsAt = (of: string, question = '') => ({
  'application/atom+xml': `${of}/feed.atom${question}`,
  'application/rss+xml': `${of}/feed.rss${question}`,
  'application/feed+json': `${of}/feed.json${question}`,
})

/** Head of a public page. */
export async function pageMetadata({ title, description, canonical, publishedAt, text }: Facts): Promise<Metadata> {
  const { organisation } = await (await caller()).reading.frame()
  const { language, href } = await readerWords()
  const languages = addressesOf(canonical, text)
  const own = languages[language] ?? canonical
  const full = title === organisation ? title : `${title} · ${organisation}`
  return {
    metadataBase: new URL(siteUrl('/')),
    title: full,
    description,
    alternates: {
      canonical: own,
      languages: { ...languages, 'x-default': canonical },
      types: feedsAt(href('/').replace(/\/$/, '')),
    },
    openGraph: {
      title,
      description,
      url: own,
      // No locale: it wants a country beside the language, and an account in Arabic or Russian has none.
      siteName: organisation,
      ...(publishedAt === undefined
        ? { type: 'website' }
        : { type: 'article', publishedTime: publishedAt.toISOString() }),
    },
    ...(isIndexed() ? {} : { robots: { index: false, follow: false } }),
  }
}

export type Query = Promise<Record<string, string | string[] | undefined>>
