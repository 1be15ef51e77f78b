import { hashOf } from '@/domain/hash'
import { DUMP_BATCH } from '@/domain/input/log'
import { caller } from '@/server/caller'
import { answering, OPEN, OPTIONS, problem, readOnly, readQuery } from '../../api/v1/reply'
import { DUMP_FORMATS, type DumpFormat } from '../format'

export const dynamic = 'force-dynamic'

type Log = Awaited<ReturnType<typeof caller>>['log']
type Part = Awaited<ReturnType<Log['part']>>

/** A part of a dump, read and sent a few documents at a time. */
export function GET(request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  return answering(async () => {
    const [, name = '', digits = '', end = ''] = /^([a-z]+)-(0|[1-9]\d{0,5})(\.[a-z]+)$/.exec((await params).file) ?? []
    const format = DUMP_FORMATS[name + end]
    if (format === undefined) return problem(404, 'There is no such dump. /dumps/index.json lists them.')
    if (readQuery(request, []) === null) return problem(400, 'There are no parameters here.')
    const { log } = await caller()
    const part = await log.part({ part: Number(digits) })
    const etag = `"${hashOf([name, part.width, part.redactions]).slice(0, 32)}"`
    const headers = { ...OPEN, 'content-type': format.type, 'cache-control': 'no-cache', etag }
    const known = request.headers.get('if-none-match')?.split(',') ?? []
    if (known.some((tag) => tag.trim().replace(/^W\//, '') === etag))
      return new Response(null, { status: 304, headers })
    return new Response(streamOf(log, Number(digits), part, format), { headers })
  })
}

/**
 * The bytes of a part. What is redacted while they are read would make them another than the tag says: the line is then
 * broken off, and whoever reads asks again.
 */
function streamOf(
  log: Log,
  number: number,
  { first, width, redactions }: Part,
  format: DumpFormat,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let at = 0
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(format.head)),
    pull: async (controller) => {
      if (at < width) {
        const records = await log.records({ first: first + at, width: Math.min(DUMP_BATCH, width - at) })
        at += DUMP_BATCH
        controller.enqueue(encoder.encode(records.map(format.write).join('')))
        return
      }
      const now = await log.part({ part: number })
      if (now.redactions.join() !== redactions.join()) throw new Error('a redaction came while a dump was read')
      controller.close()
    },
  })
}

export { OPTIONS, readOnly as DELETE, readOnly as PATCH, readOnly as POST, readOnly as PUT }
