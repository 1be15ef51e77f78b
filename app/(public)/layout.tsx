import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import '../globals.css'
import { fontClasses } from '../fonts'

export const metadata: Metadata = { title: { default: 'Assay', template: '%s' } }
export const viewport: Viewport = { colorScheme: 'light dark' }

/** The document of everything a reader sees. Each page stands in a PageFrame, which needs the team's settings. */
export default function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className={fontClasses}>
      <body className="flex flex-col">{children}</body>
    </html>
  )
}
