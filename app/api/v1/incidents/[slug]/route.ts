import { isSlug } from '@/domain/slug'
import { caller } from '@/server/caller'
import { siteUrl } from '../../../../site'
import { accountBody } from '../../account-body'
import { answering, OPTIONS, problem, readOnly, readQuery, reply } from '../../reply'

export const dynamic = 'force-dynamic'

/** One version of an account, the newest unless `v` says which. */
export function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  return answering(async () => {
    const { slug } = await params
    const query = readQuery(request, ['v'])
    if (query === null) return problem(400, 'The one parameter here is "v", given once.')
    if (query.v !== undefined && !/^[1-9]\d{0,8}$/.test(query.v))
      return problem(400, '"v" is the number of a version, from 1.')
    if (!isSlug(slug)) return problem(404, 'There is no such account.')
    const number = query.v === undefined ? null : Number(query.v)
    const found = await (await caller()).reading.account({ slug, number })
    if (found.outcome === 'found') return reply(request, accountBody(found))
    const location = siteUrl(`/api/v1/incidents/${found.slug}${query.v === undefined ? '' : `?v=${query.v}`}`)
    return new Response(null, { status: 308, headers: { location, 'access-control-allow-origin': '*' } })
  })
}

export { OPTIONS, readOnly as DELETE, readOnly as PATCH, readOnly as POST, readOnly as PUT }
