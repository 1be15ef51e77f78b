import { jsonFeed, feedRoute } from '../feed'

export const dynamic = 'force-dynamic'

export const GET = feedRoute(jsonFeed, 'application/feed+json')
