import { isWhen, parseWhen } from '@/domain/time'

/**
 * A page's date as EDTF: the day as it is written, in the zone it is written in, with no more precision than it has.
 * Null for what is no date, or one that has yet to come.
 */
export function publishedOf(written: string, now: Date): string | null {
  const text = written.trim().slice(0, 100)
  const edtf = fromIso(text) ?? fromSeconds(text) ?? fromWords(text)
  if (edtf === null || !isWhen(edtf)) return null
  // A day of grace: it is tomorrow already in the east.
  const tomorrow = new Date(now.getTime() + 86_400_000).toISOString().slice(0, 10)
  return edtf.slice(0, 10) <= tomorrow ? edtf : null
}

function fromIso(text: string): string | null {
  const day = /^(\d{4})-(\d{2})-(\d{2})(?:$|[T\s])/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})(?:$|T)/.exec(text)
  if (day) return `${day[1] ?? ''}-${day[2] ?? ''}-${day[3] ?? ''}`
  return /^\d{4}(-\d{2})?$/.test(text) ? text : null
}

/** Unix time, in seconds or milliseconds. */
function fromSeconds(text: string): string | null {
  if (!/^\d{10}(\d{3})?$/.test(text)) return null
  return new Date(Number(text) * (text.length === 10 ? 1000 : 1)).toISOString().slice(0, 10)
}

/** "Thu, 14 Mar 2024 08:00:00 GMT", "14 March 2024, 8:00", "March 14, 2024". */
function fromWords(text: string): string | null {
  const bare = text
    .replace(/,?\s+(?:at\s+)?\d{1,2}[:.]\d{2}.*$/i, '')
    .replace(/^(published|posted|updated|date)\s*:?\s+/i, '')
  const when = parseWhen(bare)
  return when.ok && !when.edtf.includes('/') ? when.edtf : null
}

/** A PDF's own form: D:20240314080000+02'00'. */
export function publishedOfPdf(written: string, now: Date): string | null {
  const parts = /^(?:D:)?(\d{4})(\d{2})?(\d{2})?/.exec(written.trim())
  if (!parts) return null
  return publishedOf(parts.slice(1).filter(Boolean).join('-'), now)
}
