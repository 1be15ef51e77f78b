import type { z } from 'zod'
import { isSlug } from '@/domain/slug'
import { caller } from '@/server/caller'
import { siteUrl } from '../../../../site'
import { answering, OPTIONS, problem, readOnly, readQuery, reply } from '../../reply'
import type { accountSchema } from '../../schema'

export const dynamic = 'force-dynamic'

type Reading = Awaited<ReturnType<typeof caller>>['reading']
type Found = Extract<Awaited<ReturnType<Reading['account']>>, { outcome: 'found' }>

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
    if (found.outcome === 'found') return reply(request, bodyOf(found))
    const location = siteUrl(`/api/v1/incidents/${found.slug}${query.v === undefined ? '' : `?v=${query.v}`}`)
    return new Response(null, { status: 308, headers: { location, 'access-control-allow-origin': '*' } })
  })
}

function versionOf(slug: string, { hash, publishedAt, ...line }: Found['version']) {
  return {
    ...line,
    url: siteUrl(`/incidents/${slug}/v/${line.number}`),
    publishedAt: publishedAt.toISOString(),
    sha256: hash,
  }
}

function bodyOf(found: Found): z.output<typeof accountSchema> {
  const { slug, version, newest, standingNotice } = found
  return {
    slug,
    url: siteUrl(`/incidents/${slug}`),
    version: versionOf(slug, version),
    isNewest: version.number === newest.number,
    retractedBy: found.retractedBy?.number ?? null,
    supersededBy: found.supersededBy?.number ?? null,
    reexamination: standingNotice && { since: standingNotice.since.toISOString(), reason: standingNotice.reason },
    redactions: found.redactions.map(({ at, ...line }) => ({ ...line, at: at.toISOString() })),
    versions: found.versions.map((line) => versionOf(slug, line)),
    log: found.log && { ...found.log, proof: siteUrl(`/log/proof/${found.log.index}`) },
    document: found.document,
  }
}

export { OPTIONS, readOnly as DELETE, readOnly as PATCH, readOnly as POST, readOnly as PUT }
