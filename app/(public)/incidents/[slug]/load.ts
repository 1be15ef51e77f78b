import { notFound, permanentRedirect } from 'next/navigation'
import { cache } from 'react'
import { isSlug } from '@/domain/slug'
import { caller, orNotFound } from '@/server/caller'
import { inReadersWords } from '../../../shared-account'
import { readerWords } from '../../words'

/** A whole number as it stands in an address; null for anything else. */
export function readNumber(text: string): number | null {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null
}

/** In the language that was asked for. */
const leadTo = async (address: string): Promise<never> => permanentRedirect((await readerWords()).href(address))

/** The account of an address, once a request; a retired address leads to the one in use, an unknown one nowhere. */
export const loadAccount = cache(async (slug: string, number: number | null) => {
  if (!isSlug(slug)) notFound()
  const { language } = await readerWords()
  const found = await orNotFound((await caller()).reading.account({ slug, number, hasMap: true, language }))
  if (found.outcome === 'moved') return leadTo(`/incidents/${found.slug}${number === null ? '' : `/v/${number}`}`)
  // Of a translation that is gone its own page speaks; the account stands as it did.
  const redactions = found.redactions.filter((each) => each.language === null || each.language === language)
  return { ...inReadersWords(found), redactions, original: found.document?.language ?? null }
})

export const loadChanges = cache(async (slug: string, before: number | null) => {
  if (!isSlug(slug)) notFound()
  const { language } = await readerWords()
  const found = await orNotFound((await caller()).reading.changes({ slug, before, language }))
  if (found.outcome === 'moved') return leadTo(`/incidents/${found.slug}/changes`)
  return found
})

export type Account = Awaited<ReturnType<typeof loadAccount>>
