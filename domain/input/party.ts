import { z } from 'zod'
import { GRADES } from '../levels'
import { PARTY_KINDS } from '../words'
import { id, version } from './common'
import { language, LIMITS, line, prose, reason, requiredLine } from './text'

export const ALIASES_MOST = 50

const alias = z.strictObject({
  name: requiredLine('The other name', LIMITS.name),
  language: language('The language of the other name'),
})

const fields = {
  kind: z.enum(PARTY_KINDS, 'Choose what kind of party it is.'),
  name: requiredLine('The name', LIMITS.name),
  note: prose('The note', LIMITS.line).default(''),
  aliases: z.array(alias).max(ALIASES_MOST, `A party has at most ${ALIASES_MOST} other names.`).default([]),
}

export const createPartyInput = z.strictObject(fields)
export const changePartyInput = z.strictObject({ id, version, ...fields })

/** `from` is the grade that was in force when the new one was chosen; null where there was none. */
export const gradeOutletInput = z.strictObject({
  partyId: id,
  from: z.enum(GRADES).nullable(),
  grade: z.enum(GRADES, 'Choose a grade.'),
  reason: reason('A reason for the grade'),
})

/** `cursor` is the id of the last party of the page before. */
export const searchPartyInput = z.strictObject({
  text: line('The search', LIMITS.name).default(''),
  kinds: z.array(z.enum(PARTY_KINDS)).max(PARTY_KINDS.length).nullish(),
  limit: z.int().min(1).max(100).default(20),
  cursor: id.nullish(),
})

export const listGradesInput = z.strictObject({
  partyId: id,
  limit: z.int().min(1).max(100).default(20),
  cursor: z.string().max(200).nullish(),
})

export type CreatePartyInput = z.output<typeof createPartyInput>
export type ChangePartyInput = z.output<typeof changePartyInput>
export type GradeOutletInput = z.output<typeof gradeOutletInput>
export type SearchPartyInput = z.output<typeof searchPartyInput>
export type ListGradesInput = z.output<typeof listGradesInput>
