import { atomFeed, feedRoute } from '../feed'

export const dynamic = 'force-dynamic'

export const GET = feedRoute(atomFeed, 'application/atom+xml')
