import type { ReactNode } from 'react'
import { DemoBanner } from '@/components/demo/demo-banner'
import { ENGLISH } from '@/domain/english'
import { SearchField } from '@/components/search/search-field'
import { SkipLink } from '@/components/ui/skip-link'
import { StatusRegion } from '@/components/ui/status'
import { DeskNav } from './desk-nav'
import { OnTheWay } from './on-the-way'

export type DeskFrameProps = {
  organisation: string
  /** The signed-in person's menu. */
  account: ReactNode
  /** Undefined hides the link: the policy says who may. */
  newIncidentHref?: string | undefined
  /** How many things wait for this person on each page. */
  waiting?: { desk?: number | undefined; reviews?: number | undefined }
  isDemo?: boolean
  children: ReactNode
}

/** The header and main of every signed-in page. */
export function DeskFrame(props: DeskFrameProps) {
  const { organisation, account, newIncidentHref, waiting = {}, isDemo = false, children } = props
  return (
    <>
      <SkipLink />
      {isDemo && <DemoBanner words={ENGLISH} />}
      <header className="border-b border-rule print:hidden">
        <div className="mx-auto flex w-full max-w-desk flex-wrap items-center gap-x-6 px-3 py-1.5 sm:px-5">
          <p className="min-w-0 flex-1 truncate font-serif text-base font-semibold sm:max-w-80 sm:flex-none">
            <bdi>{organisation}</bdi>
          </p>
          {/* On a phone the name and the account share the first row, and the pages have the second. */}
          <div className="max-sm:order-last max-sm:w-full">
            <DeskNav newIncidentHref={newIncidentHref} waiting={waiting} />
          </div>
          <div className="shrink-0 py-1 sm:ms-auto">
            <SearchField />
          </div>
          <div className="shrink-0">{account}</div>
        </div>
      </header>
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-desk flex-1 px-3 py-4 outline-none sm:px-5">
        {children}
      </main>
      <StatusRegion />
      <OnTheWay />
    </>
  )
}
