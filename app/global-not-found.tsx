import type { Metadata, Viewport } from 'next'
import { connection } from 'next/server'
import './globals.css'
import { ENGLISH } from '@/domain/english'
import { NothingHere } from '@/components/public/nothing-here'
import { fontClasses } from './fonts'

export const metadata: Metadata = { title: 'Not found' }
export const viewport: Viewport = { colorScheme: 'light dark' }

/** An address that no route answers: with several root layouts there is none to draw it in. */
export default async function GlobalNotFound() {
  // Rendered at each request, so that its scripts carry the nonce of the request's policy.
  await connection()
  return (
    <html lang="en" className={fontClasses}>
      <body className="flex flex-col">
        <NothingHere words={ENGLISH} />
      </body>
    </html>
  )
}
