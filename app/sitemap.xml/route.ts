import { sitemapAnswer } from '../site-map'

export const dynamic = 'force-dynamic'

export function GET(request: Request): Promise<Response> {
  return sitemapAnswer(request, '')
}
