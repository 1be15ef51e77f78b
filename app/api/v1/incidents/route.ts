import type { z } from 'zod'
import { caller } from '@/server/caller'
import { siteUrl } from '../../../site'
import { answering, OPTIONS, problem, readOnly, readQuery, reply } from '../reply'
import type { accountListSchema } from '@/domain/api/schema'

export const dynamic = 'force-dynamic'

/** The newest publication of each incident, newest first. */
export function GET(request: Request): Promise<Response> {
  return answering(async () => {
    const query = readQuery(request, ['cursor'])
    if (query === null) return problem(400, 'The one parameter here is "cursor", given once.')
    const { items, nextCursor } = await (await caller()).reading.list({ cursor: query.cursor })
    const body: z.output<typeof accountListSchema> = {
      items: items.map(({ hash, publishedAt, reexaminedSince, ...item }) => ({
        ...item,
        url: siteUrl(`/incidents/${item.slug}`),
        publishedAt: publishedAt.toISOString(),
        sha256: hash,
        reexaminedSince: reexaminedSince?.toISOString() ?? null,
      })),
      nextCursor,
    }
    return reply(request, body)
  })
}

export { OPTIONS, readOnly as DELETE, readOnly as PATCH, readOnly as POST, readOnly as PUT }
