import { answer } from '../answer'
import { atomFeed } from '../feed'

export const dynamic = 'force-dynamic'

export async function GET(request: Request): Promise<Response> {
  return answer(request, await atomFeed(), 'application/atom+xml; charset=utf-8')
}
