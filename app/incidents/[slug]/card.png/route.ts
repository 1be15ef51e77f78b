import { isSlug } from '@/domain/slug'
import { caller } from '@/server/caller'
import { drawCard } from '@/server/draw-card'
import { answering, problem } from '../../../api/v1/reply'
import { sharedAccount } from '../../../shared-account'
import { siteUrl } from '../../../site'

export const dynamic = 'force-dynamic'

/** The picture of the newest publication of an account, for where it is shared. */
export function GET(_request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  return answering(async () => {
    const { slug } = await params
    if (!isSlug(slug)) return problem(404, 'There is no such account.')
    const { reading } = await caller()
    const found = await reading.account({ slug, number: null })
    if (found.outcome === 'moved')
      return new Response(null, { status: 308, headers: { location: siteUrl(`/incidents/${found.slug}/card.png`) } })
    const { organisation } = await reading.frame()
    const { title, claim, mark, isRightToLeft, publishedAt, words } = sharedAccount(found)
    const date = words.day(publishedAt)
    const picture = await drawCard({ organisation, title, claim, mark, date, isRightToLeft })
    return new Response(new Uint8Array(picture), { headers: { 'content-type': 'image/png' } })
  })
}
