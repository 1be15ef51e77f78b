import type { Cited } from '@/components/public/version-list'
import type { PublicDocument } from '@/domain/snapshot-schema'
import type { Words } from '@/domain/wording'
import { siteUrl } from '../../../site'

/** What to cite of a version: its own address, which will always say this. Null: its text was redacted. */
export function citedOf(document: PublicDocument | null, number: number, slug: string, { href }: Words): Cited | null {
  if (document === null) return null
  const { organisation, incident, language } = document
  const address = siteUrl(href(`/incidents/${slug}/v/${number}`))
  return { organisation: organisation.name, title: incident.title, language, address }
}
