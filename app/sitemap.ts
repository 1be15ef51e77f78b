import type { MetadataRoute } from 'next'
import { caller } from '@/server/caller'
import { isIndexed, siteUrl } from './site'

export const dynamic = 'force-dynamic'

/** The pages that search engines should know: the newest of each account, not its versions. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  if (!isIndexed()) return []
  const accounts = await (await caller()).reading.addresses()
  return [
    ...['/', '/corrections', '/method'].map((path) => ({ url: siteUrl(path) })),
    ...accounts.map(({ slug, publishedAt }) => ({ url: siteUrl(`/incidents/${slug}`), lastModified: publishedAt })),
  ]
}
