import { rssFeed, correctionsRoute } from '../../feed'

export const dynamic = 'force-dynamic'

export const GET = correctionsRoute(rssFeed, 'application/rss+xml')
