import { z } from 'zod'
import { GRADES, LEVELS } from '../levels'
import { SEARCH_KINDS, SEARCH_STATUSES } from '../search'
import { cursor } from './common'
import { language, LIMITS, line, optionalLine } from './text'

const day = (what: string) =>
  optionalLine(what, 10).refine(
    (text) => text === null || (/^[12]\d{3}-\d\d-\d\d$/.test(text) && isDay(text)),
    `${what} must be a date such as 2024-03-14.`,
  )

function isDay(text: string): boolean {
  const at = new Date(text)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

const fields = {
  text: line('The search', LIMITS.name).default(''),
  /** A name of it in any spelling. */
  outlet: optionalLine('The outlet', LIMITS.name),
  party: optionalLine('The party', LIMITS.name),
  place: optionalLine('The place', LIMITS.name),
  /** Of the outlet, as it is graded now. */
  grade: z.enum(GRADES).nullish(),
  language: language(),
  happenedFrom: day('The first day'),
  happenedTo: day('The last day'),
  publishedFrom: day('The first day'),
  publishedTo: day('The last day'),
  /** Of a finding that was revealed; `none`: a claim without one. */
  level: z.enum([...LEVELS, 'none']).nullish(),
  status: z.enum(SEARCH_STATUSES).nullish(),
}

export const searchInput = z.strictObject({ ...fields, kind: z.enum(SEARCH_KINDS).nullish(), cursor })
export const countSearchInput = z.strictObject(fields)

export type SearchInput = z.output<typeof searchInput>
export type CountSearchInput = z.output<typeof countSearchInput>
