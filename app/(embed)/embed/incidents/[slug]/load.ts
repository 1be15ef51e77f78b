import { notFound, permanentRedirect } from 'next/navigation'
import { cache } from 'react'
import { isSlug } from '@/domain/slug'
import { caller, orNotFound } from '@/server/caller'
import { sharedAccount } from '../../../../shared-account'

/** The account of an address, once a request; a retired address leads to the one in use. */
export const loadShared = cache(async (slug: string) => {
  if (!isSlug(slug)) notFound()
  const found = await orNotFound((await caller()).reading.account({ slug, number: null }))
  if (found.outcome === 'moved') permanentRedirect(`/embed/incidents/${found.slug}`)
  return sharedAccount(found)
})
