import { z } from 'zod'
import { parseWhen } from '../time'
import { optionalLine } from './text'

export const id = z.uuid('This is not an id.')
export const version = z.int('A version is a whole number.').min(1).max(2_147_483_647)
export const byId = z.strictObject({ id })
export const cursor = z.string().max(200).nullish()

/** A time as people type it, stored as EDTF; nothing typed is null. */
export const when = (what: string) =>
  optionalLine(what, 100).transform((typed, context) => {
    if (typed === null) return null
    const parsed = parseWhen(typed)
    if (parsed.ok) return parsed.edtf
    context.addIssue({ code: 'custom', message: parsed.message })
    return z.NEVER
  })
