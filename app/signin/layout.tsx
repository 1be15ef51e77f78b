import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import '../globals.css'
import { fontClasses } from '../fonts'

export const metadata: Metadata = {
  title: { default: 'Sign in', template: '%s · Assay' },
  robots: { index: false, follow: false },
}
export const viewport: Viewport = { colorScheme: 'light dark' }

/** The document of signing in, of the first account and of invitations: one narrow column. */
export default async function SigninLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined
  return (
    <html lang="en" className={fontClasses}>
      <head>{nonce !== undefined && <meta property="csp-nonce" nonce={nonce} />}</head>
      <body className="flex flex-col">
        <main id="main" className="mx-auto flex w-full max-w-sm flex-1 flex-col gap-6 px-4 py-10 sm:pt-[12vh]">
          {children}
        </main>
      </body>
    </html>
  )
}
