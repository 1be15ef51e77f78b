import { correctionsRoute, jsonFeed } from '../../feed'

export const dynamic = 'force-dynamic'

export const GET = correctionsRoute(jsonFeed, 'application/feed+json')
