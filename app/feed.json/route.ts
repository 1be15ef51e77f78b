import { answer } from '../answer'
import { jsonFeed } from '../feed'

export const dynamic = 'force-dynamic'

export async function GET(request: Request): Promise<Response> {
  return answer(request, await jsonFeed(), 'application/feed+json; charset=utf-8')
}
