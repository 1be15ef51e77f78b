import type { ReactNode } from 'react'
import { DemoBanner } from '@/components/demo/demo-banner'
import { SkipLink } from '@/components/ui/skip-link'
import type { Words } from '@/domain/wording'
import { AsOf } from './as-of'
import { LanguageList, type OtherLanguage } from './language-list'

export type PublicPage = 'latest' | 'corrections' | 'method'

export type PageFrameProps = {
  words: Words
  /** The organisation's name, as the team's settings have it. */
  organisation: string
  /** This page in every language. */
  languages: readonly OtherLanguage[]
  /** How to ask for a correction, and where the organisation is: from the team's settings, on every public page. */
  contact?: ReactNode
  isDemo?: boolean
  /** The page one is on, where it is one of the three. */
  current?: PublicPage | undefined
  children: ReactNode
}

const PAGES: readonly { id: PublicPage; href: string }[] = [
  { id: 'latest', href: '/' },
  { id: 'corrections', href: '/corrections' },
  { id: 'method', href: '/method' },
]

const FOOT = [
  { id: 'feed', href: '/feed.atom' },
  { id: 'data', href: '/data' },
  { id: 'log', href: '/log' },
  { id: 'signIn', href: '/signin' },
] as const

/** Header, main and footer of everything a reader sees: a document, whole without scripts. */
export function PageFrame({ words, languages, contact, isDemo = false, children, ...head }: PageFrameProps) {
  const { t, href } = words
  return (
    <>
      <SkipLink>{t('frame.skip')}</SkipLink>
      {isDemo && <DemoBanner words={words} />}
      <AsOf words={words} />
      <Head words={words} {...head}>
        <LanguageList words={words} languages={languages} />
      </Head>
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-page flex-1 px-4 py-8 outline-none sm:px-6">
        {children}
      </main>
      <footer className="mx-auto flex w-full max-w-page flex-col gap-3 border-t border-rule px-4 py-6 text-sm text-ink-muted sm:px-6">
        {contact}
        <ul className="flex flex-wrap gap-x-4 print:hidden">
          {FOOT.map(({ id, href: address }) => (
            <li key={id}>
              <a className="link inline-block py-1" href={href(address)}>
                {t(`frame.${id}`)}
              </a>
            </li>
          ))}
        </ul>
      </footer>
    </>
  )
}

type HeadProps = Pick<PageFrameProps, 'words' | 'organisation' | 'current' | 'children'>

function Head({ words: { t, href }, organisation, current, children }: HeadProps) {
  return (
    <header className="mx-auto w-full max-w-page border-b border-ink px-4 pt-3 pb-2 sm:px-6">
      <div className="flex justify-end">{children}</div>
      <div className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-1">
        <p className="font-serif text-lg font-semibold sm:text-xl">
          <a href={href('/')} className="text-ink no-underline hover:underline">
            <bdi>{organisation}</bdi>
          </a>
        </p>
        <nav aria-label={t('frame.main')} className="print:hidden">
          <ul className="flex flex-wrap gap-x-5">
            {PAGES.map(({ id, href: address }) => (
              <li key={id}>
                <a
                  href={href(address)}
                  {...(current === id && { 'aria-current': 'page' as const })}
                  className="inline-block py-1 text-base text-ink underline-offset-4 hover:underline aria-[current=page]:font-semibold aria-[current=page]:underline"
                >
                  {t(`frame.${id}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  )
}
