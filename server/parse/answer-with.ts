import { codePointLength } from '@/domain/text'
import { LIMITS } from './limits'
import { ParseRefused, type Hint, type Parsed } from './parsed'
import { frame, unframe } from './wire'

/** How one type is read. It throws ParseRefused; whatever else it throws is what hostile bytes did to a library. */
export type Reader = (bytes: Buffer, hint: Hint, now: Date) => Promise<Parsed>

/** What a confined process does: one set of bytes in, one answer out. It runs no more than once. */
export async function answerWith(reader: Reader): Promise<void> {
  const { head, body } = unframe(await received())
  const [first, rest] = await read(reader, body, head as Hint).then(give, refuse)
  process.stdout.write(first)
  // Only once all of it is in the pipe: what reads it may be busy.
  process.stdout.write(rest, () => process.exit(0))
}

async function read(reader: Reader, bytes: Buffer, hint: Hint): Promise<Parsed> {
  const parsed = await reader(bytes, hint, new Date())
  const length = parsed.kind === 'text' ? codePointLength(parsed.text) : 0
  if (length <= LIMITS.text) return parsed
  const [is, most] = [length, LIMITS.text].map((count) => count.toLocaleString('en'))
  throw new ParseRefused('too_large', `This text has ${is ?? ''} characters; ${most ?? ''} is the most.`)
}

function give(parsed: Parsed): [Buffer, Uint8Array] {
  if (parsed.kind === 'text') return frame({ parsed: { ...parsed, text: '' } }, Buffer.from(parsed.text))
  return frame({ parsed: { ...parsed, shown: '' } }, parsed.shown)
}

function refuse(error: unknown): [Buffer, Uint8Array] {
  return frame({ refused: refusalOf(error) }, Buffer.alloc(0))
}

/** What a library threw over hostile bytes says nothing to an editor; what kind of end it was, does. */
function refusalOf(error: unknown): { code: string; message: string } {
  if (error instanceof ParseRefused) return { code: error.code, message: error.message }
  const message = error instanceof Error ? error.message : ''
  if (/call stack/i.test(message)) return { code: 'too_deep', message: 'This nests its parts too deeply to be read.' }
  if (error instanceof RangeError && /alloc|invalid (string|array) length/i.test(message))
    return { code: 'too_much_memory', message: 'This takes too much memory to read.' }
  return { code: 'unreadable', message: 'This cannot be read: it is damaged, or not what it seems to be.' }
}

async function received(): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of process.stdin) parts.push(part as Buffer)
  return Buffer.concat(parts)
}
