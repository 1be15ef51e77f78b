import type { Viewport } from 'next'
import type { ReactNode } from 'react'
import '../../../../globals.css'
import { fontClasses } from '../../../../fonts'
import { loadShared } from './load'

export const viewport: Viewport = { colorScheme: 'light dark' }

type Props = { params: Promise<{ slug: string }>; children: ReactNode }

/** The document of what stands in a frame on somebody else’s page: in the language of the account. */
export default async function EmbedLayout({ params, children }: Props) {
  const { words, isRightToLeft } = await loadShared((await params).slug)
  return (
    <html lang={words.language} dir={isRightToLeft ? 'rtl' : 'ltr'} className={fontClasses}>
      <body>{children}</body>
    </html>
  )
}
