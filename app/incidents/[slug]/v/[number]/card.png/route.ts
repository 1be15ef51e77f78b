import { cardAnswer } from '../../../../../card'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ slug: string; number: string }> }

/** The picture of one version, at its address for ever. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { slug, number } = await params
  return cardAnswer(request, slug, /^[1-9]\d{0,8}$/.test(number) ? Number(number) : null)
}
