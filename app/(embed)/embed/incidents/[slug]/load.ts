import { notFound, permanentRedirect, redirect } from 'next/navigation'
import { cache } from 'react'
import { addressIn } from '@/domain/language'
import { isSlug } from '@/domain/slug'
import { caller, orNotFound } from '@/server/caller'
import { readerWords } from '../../../../(public)/words'
import { inReadersWords, sharedAccount, translatedAddress } from '../../../../shared-account'

/** The account of an address, once a request; a retired address leads to the one in use. */
export const loadShared = cache(async (slug: string) => {
  if (!isSlug(slug)) notFound()
  const { language } = await readerWords()
  const found = await orNotFound((await caller()).reading.account({ slug, number: null, language }))
  if (found.outcome === 'moved') permanentRedirect(addressIn(language, `/embed/incidents/${found.slug}`))
  // Not for good: it may be translated yet.
  if (language !== 'en' && found.translation === null) redirect(`/embed/incidents/${slug}`)
  return { ...sharedAccount(inReadersWords(found)), address: translatedAddress(found, `/incidents/${slug}`) }
})
