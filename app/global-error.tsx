'use client'

import './globals.css'
import { Failure } from '@/components/ui/failure'
import { fontClasses } from './fonts'

/** The last resort, when a root layout itself fails. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en" className={fontClasses}>
      <body className="flex flex-col">
        <title>This page could not be shown</title>
        <main id="main" className="mx-auto w-full max-w-reading px-4 sm:px-6">
          <Failure error={error} onRetry={retry} homeHref="/" homeLabel="To the front page" />
        </main>
      </body>
    </html>
  )
}
