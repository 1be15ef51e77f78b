import { badInput } from './fault'

/** Where a list that runs by an instant and an id goes on: opaque to the browser. */
export type Key = { at: Date; id: string }

export function cursorOf(key: Key): string {
  return `${key.at.toISOString()}~${key.id}`
}

const FORM = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

function parse(cursor: string): Key | undefined {
  const [, instant, id] = FORM.exec(cursor) ?? []
  const at = new Date(instant ?? Number.NaN)
  // PostgreSQL knows no year 0.
  return id === undefined || Number.isNaN(at.getTime()) || at.getUTCFullYear() < 1 ? undefined : { at, id }
}

/** Could `cursorOf` have given it? */
export const isCursor = (text: string): boolean => parse(text) !== undefined

/** @throws BAD_REQUEST for what `cursorOf` never gave. */
export function readCursor(cursor: string | null | undefined): Key | null {
  if (cursor === null || cursor === undefined) return null
  const key = parse(cursor)
  if (key === undefined)
    throw badInput([{ path: ['cursor'], message: 'This place in the list is not known. Begin at its head.' }])
  return key
}

/** A page of at most `limit` rows from a read of one more than that, and where the next begins. */
export function pageOf<Row>(rows: readonly Row[], limit: number, keyOf: (row: Row) => Key) {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, nextCursor: rows.length > limit && last !== undefined ? cursorOf(keyOf(last)) : null }
}
