import { cardAnswer } from '../../../card'

export const dynamic = 'force-dynamic'

/** The picture of the newest publication of an account. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  return cardAnswer(request, (await params).slug)
}
