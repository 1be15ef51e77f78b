const LONGEST = 80
/** An id, alone or behind what it is of, or the code of a choice: nobody typed them. */
const CODE = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$|^[a-z]+(_[a-z]+)+$/i

/** The longest text in what was typed, cut to a line, so that its writer knows it again; empty where there is none. */
export function gistOf(value: unknown): string {
  const longest = textsIn(value).reduce((long, text) => (text.length > long.length ? text : long), '')
  const start = longest.slice(0, 4 * LONGEST).replace(/\s+/g, ' ')
  // By code points: a character is not cut in two.
  const line = Array.from(start.trim())
  return line.length > LONGEST ? `${line.slice(0, LONGEST).join('').trimEnd()}…` : line.join('')
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return CODE.test(value) ? [] : [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}

/** As they would be kept: an empty number is nothing. */
export const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** The parts of a form's draft that are not as they were when it opened; a draft of one part is that part. */
export function changedIn(draft: unknown, before: unknown): unknown {
  if (typeof draft !== 'object' || draft === null) return draft
  const earlier = new Map<string, unknown>(Object.entries(before ?? {}))
  const parts: [string, unknown][] = Object.entries(draft)
  return parts.filter(([name, part]) => !isSame(part, earlier.get(name))).map(([, part]) => part)
}
