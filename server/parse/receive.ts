import { z } from 'zod'
import { PARSE_REFUSALS, ParseRefused, type Parsed } from './parsed'
import { unframe } from './wire'

const fact = z.strictObject({ value: z.string().max(1000), from: z.string().max(200) }).nullable()
const text = z.strictObject({
  kind: z.literal('text'),
  mediaType: z.enum(['text/html', 'text/plain', 'application/pdf']),
  text: z.literal(''),
  pageStarts: z.array(z.int().min(0)).max(10_000).nullable(),
  facts: z.strictObject({ title: fact, byline: fact, outlet: fact, language: fact, published: fact }),
  parser: z.string().max(200),
})
const image = z.strictObject({
  kind: z.literal('image'),
  mediaType: z.enum(['image/png', 'image/jpeg', 'image/webp']),
  width: z.int().min(1),
  height: z.int().min(1),
  exif: z.array(z.strictObject({ name: z.string().max(200), value: z.string().max(1000) })).max(1000),
  shown: z.literal(''),
  shownMediaType: z.enum(['image/jpeg', 'image/webp']),
  parser: z.string().max(200),
})
const answer = z.union([
  z.strictObject({ refused: z.strictObject({ code: z.enum(PARSE_REFUSALS), message: z.string().max(1000) }) }),
  z.strictObject({ parsed: z.discriminatedUnion('kind', [text, image]) }),
])

/**
 * What the confined process answered, believed no further than its shape: hostile bytes may have had their way with it.
 * @throws ParseRefused: its own refusal, or `unreadable` for an answer of another shape
 */
export function receive(output: Buffer): Parsed {
  const { head, body } = understood(output)
  if ('refused' in head) throw new ParseRefused(head.refused.code, head.refused.message)
  const { parsed } = head
  if (parsed.kind === 'text') return { ...parsed, text: body.toString('utf8') }
  return { ...parsed, shown: Buffer.from(body) }
}

function understood(output: Buffer) {
  try {
    const { head, body } = unframe(output)
    return { head: answer.parse(head), body }
  } catch {
    throw new ParseRefused('unreadable', 'This cannot be read: it is damaged, or not what it seems to be.')
  }
}
