import type { MetadataRoute } from 'next'
import { isIndexed, siteUrl } from './site'

export const dynamic = 'force-dynamic'

export default function robots(): MetadataRoute.Robots {
  if (!isIndexed()) return { rules: { userAgent: '*', disallow: '/' } }
  return {
    rules: { userAgent: '*', allow: '/', disallow: ['/desk', '/signin', '/api/trpc', '/api/auth'] },
    sitemap: siteUrl('/sitemap.xml'),
  }
}
