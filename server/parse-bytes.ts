import { receive } from './parse/receive'
import { confine, ConfinedEnd, type Overrun } from './parse/confine'
import { CONFINES, LIMITS, type Confines } from './parse/limits'
import { binaryType, type MediaType } from './parse/media-type'
import { ParseRefused, type Hint, type Parsed, type ParseRefusal } from './parse/parsed'
import { inTurn } from './parse/turns'
import { frame } from './parse/wire'

export { ParseRefused } from './parse/parsed'
export type { Hint, Parsed } from './parse/parsed'

/**
 * Reads what was fetched or dropped, in a process of its own that can be killed: HTML, plain text, PDF, PNG, JPEG, WebP.
 * At most two at once; others wait.
 * @throws ParseRefused for bytes that are none of these, or too much for the limits; the signal's reason when aborted
 */
export async function parseBytes(
  bytes: Uint8Array,
  hint: Hint,
  options: { signal?: AbortSignal; confines?: Confines } = {},
): Promise<Parsed> {
  const confines = options.confines ?? CONFINES
  // Told from the first bytes: no process is needed to say no.
  if (bytes.length > LIMITS.bytes) throw new ParseRefused('too_large', 'This is too large: 25 MB is the most.')
  if (bytes.length === 0) throw new ParseRefused('empty', 'This is empty.')
  const program = programOf(binaryType(bytes))
  try {
    return receive(await inTurn(() => confine(program, frame(hint, bytes), confines, options.signal), options.signal))
  } catch (error) {
    throw error instanceof ConfinedEnd ? explain(error.overrun, confines) : error
  }
}

/** Each loads what reads its type and nothing else. */
function programOf(type: MediaType | null): string {
  const kind = type === null ? 'text' : type === 'application/pdf' ? 'pdf' : 'image'
  return `server/parse/entry-${kind}.mjs`
}

function explain(overrun: Overrun, { cpu, memory, wall }: Confines): ParseRefused {
  const [code, why]: [ParseRefusal, string] = {
    cpu: ['too_slow', `took more than ${cpu} seconds to read`] as [ParseRefusal, string],
    wall: ['too_slow', `took more than ${wall} seconds to read`] as [ParseRefusal, string],
    memory: ['too_much_memory', `took more than ${memory} MB of memory to read`] as [ParseRefusal, string],
    output: ['too_large', 'holds more text than can be kept'] as [ParseRefusal, string],
    broken: ['unreadable', 'could not be read: it is damaged, or not what it seems to be'] as [ParseRefusal, string],
  }[overrun]
  return new ParseRefused(code, `This ${why}. Paste its text instead.`)
}
