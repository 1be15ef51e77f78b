/** A pattern for `ilike` that finds the text itself: its own %, _ and \ mean nothing special. */
export function containing(text: string): string {
  return `%${escaped(text)}%`
}

export function beginningWith(text: string): string {
  return `${escaped(text)}%`
}

function escaped(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`)
}
