import { answer } from '../answer'
import { rssFeed } from '../feed'

export const dynamic = 'force-dynamic'

export async function GET(request: Request): Promise<Response> {
  return answer(request, await rssFeed(), 'application/rss+xml; charset=utf-8')
}
