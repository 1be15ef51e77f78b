import type { ReactNode } from 'react'
import { DemoBanner } from '@/components/demo/demo-banner'
import { SkipLink } from '@/components/ui/skip-link'
import { StatusRegion } from '@/components/ui/status'
import { DeskNav } from './desk-nav'

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
      {isDemo && <DemoBanner />}
      <header className="flex flex-wrap items-center gap-x-6 gap-y-1 border-b border-rule px-3 py-1.5 sm:px-5 print:hidden">
        <p className="font-serif text-base font-semibold">
          <bdi>{organisation}</bdi>
        </p>
        <DeskNav newIncidentHref={newIncidentHref} waiting={waiting} />
        <div className="ms-auto">{account}</div>
      </header>
      <main id="main" tabIndex={-1} className="w-full flex-1 px-3 py-4 outline-none sm:px-5">
        {children}
      </main>
      <StatusRegion />
    </>
  )
}
