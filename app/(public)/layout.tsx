import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import '../globals.css'
import { fontClasses } from '../fonts'
import { readerWords } from './words'

export const metadata: Metadata = { title: { default: 'Assay', template: '%s' } }
export const viewport: Viewport = { colorScheme: 'light dark' }

/** The document of everything a reader sees. Each page stands in a PageFrame, which needs the team's settings. */
export default async function PublicLayout({ children }: { children: ReactNode }) {
  const { language, dir } = await readerWords()
  return (
    <html lang={language} dir={dir} className={fontClasses}>
      <body className="flex flex-col">{children}</body>
    </html>
  )
}
