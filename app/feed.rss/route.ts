import { rssFeed, feedRoute } from '../feed'

export const dynamic = 'force-dynamic'

export const GET = feedRoute(rssFeed, 'application/rss+xml')
