import type { z } from 'zod'
import { DUMP_PART } from '@/domain/input/log'
import { caller } from '@/server/caller'
import { answering, OPTIONS, readOnly, reply } from '../../api/v1/reply'
import type { dumpListSchema } from '@/domain/api/schema'
import { siteUrl } from '../../site'
import { DUMP_FORMATS, dumpName } from '../format'

export const dynamic = 'force-dynamic'

/** Which dumps there are: of each format as many parts as there are thousands of entries in the log. */
export function GET(request: Request): Promise<Response> {
  return answering(async () => {
    const { size } = await (await caller()).log.checkpoint()
    const parts = Array.from({ length: Math.max(1, Math.ceil(size / DUMP_PART)) }, (_, part) => part)
    const body: z.output<typeof dumpListSchema> = {
      entries: size,
      entriesInPart: DUMP_PART,
      files: parts.flatMap((part) =>
        Object.keys(DUMP_FORMATS).map((format) => ({
          url: siteUrl(`/dumps/${dumpName(format, part)}`),
          format,
          firstEntry: part * DUMP_PART,
        })),
      ),
    }
    return reply(request, body)
  })
}

export { OPTIONS, readOnly as DELETE, readOnly as PATCH, readOnly as POST, readOnly as PUT }
