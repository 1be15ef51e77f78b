import { atomFeed, correctionsRoute } from '../../feed'

export const dynamic = 'force-dynamic'

export const GET = correctionsRoute(atomFeed, 'application/atom+xml')
