import { z } from 'zod'
import { badInput } from './fault'

/** A place in a list: the sorted value of the last row and its id, as one opaque word. */
export type PageKey = { at: string; id: string }

const shape = z.tuple([z.string().max(2_000), z.uuid()])

export function writeKey(at: Date | string, id: string): string {
  return Buffer.from(JSON.stringify([at instanceof Date ? at.toISOString() : at, id])).toString('base64url')
}

/** @throws BAD_REQUEST for a cursor that `writeKey` did not make. */
export function readKey(cursor: string | null | undefined): PageKey | null {
  if (cursor === null || cursor === undefined) return null
  const parsed = shape.safeParse(parse(Buffer.from(cursor, 'base64url').toString('utf8')))
  if (!parsed.success) throw badCursor()
  const [at, id] = parsed.data
  return { at, id }
}

/** The same for a list in order of time. */
export function readTimeKey(cursor: string | null | undefined): { at: Date; id: string } | null {
  const key = readKey(cursor)
  if (key === null) return null
  const at = new Date(key.at)
  if (Number.isNaN(at.getTime())) throw badCursor()
  return { at, id: key.id }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function badCursor() {
  return badInput([{ path: ['cursor'], message: 'This page of the list is not known. Start from its beginning.' }])
}
