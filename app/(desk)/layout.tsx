import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import '../globals.css'
import { fontClasses } from '../fonts'

export const metadata: Metadata = {
  title: { default: 'Desk', template: '%s · Assay' },
  robots: { index: false, follow: false },
}
export const viewport: Viewport = { colorScheme: 'light dark' }

/** The document of the signed-in desk. The frame, with who is signed in, is in desk/layout.tsx. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined
  return (
    <html lang="en" className={fontClasses}>
      <head>
        {/* React Aria reads the nonce for its few style elements from here. */}
        {nonce !== undefined && <meta property="csp-nonce" nonce={nonce} />}
      </head>
      <body className="flex flex-col">{children}</body>
    </html>
  )
}
