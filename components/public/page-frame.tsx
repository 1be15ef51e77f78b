import type { ReactNode } from 'react'
import { DemoBanner } from '@/components/demo/demo-banner'
import { SkipLink } from '@/components/ui/skip-link'

export type PublicPage = 'latest' | 'corrections' | 'method'

export type PageFrameProps = {
  /** The organisation's name, as the team's settings have it. */
  organisation: string
  /** How to ask for a correction, and where the organisation is: from the team's settings, on every public page. */
  contact?: ReactNode
  isDemo?: boolean
  /** The page one is on, where it is one of the three. */
  current?: PublicPage | undefined
  children: ReactNode
}

const PAGES: readonly { id: PublicPage; href: string; label: string }[] = [
  { id: 'latest', href: '/', label: 'Latest' },
  { id: 'corrections', href: '/corrections', label: 'Corrections' },
  { id: 'method', href: '/method', label: 'Method' },
]

/** Header, main and footer of everything a reader sees: a document, whole without scripts. */
export function PageFrame({ organisation, contact, isDemo = false, current, children }: PageFrameProps) {
  return (
    <>
      <SkipLink />
      {isDemo && <DemoBanner />}
      <p hidden data-as-of="true" className="border-b border-rule bg-paper-raised px-4 py-2 text-center text-sm">
        The record cannot be reached just now. This page is as it was on <time data-as-of="time" />.
      </p>
      <header className="mx-auto flex w-full max-w-page flex-wrap items-baseline justify-between gap-x-8 gap-y-1 border-b border-ink px-4 pt-5 pb-2 sm:px-6">
        <p className="font-serif text-lg font-semibold">
          <a href="/" className="text-ink no-underline hover:underline">
            <bdi>{organisation}</bdi>
          </a>
        </p>
        <nav aria-label="Main">
          <ul className="flex flex-wrap gap-x-5">
            {PAGES.map(({ id, href, label }) => (
              <li key={id}>
                <a
                  href={href}
                  {...(current === id && { 'aria-current': 'page' as const })}
                  className="inline-block py-1 text-base text-ink underline-offset-4 hover:underline aria-[current=page]:font-semibold aria-[current=page]:underline"
                >
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-page flex-1 px-4 py-8 outline-none sm:px-6">
        {children}
      </main>
      <footer className="mx-auto w-full max-w-page border-t border-rule px-4 py-6 text-sm text-ink-muted sm:px-6">
        {contact}
        <ul className="mt-2 flex flex-wrap gap-x-4">
          <li>
            <a className="link" href="/feed.atom">
              Feed
            </a>
          </li>
          <li>
            <a className="link" href="/api/v1/openapi.json">
              Data
            </a>
          </li>
          <li>
            <a className="link" href="/signin">
              Sign in
            </a>
          </li>
        </ul>
      </footer>
    </>
  )
}
