import { z } from 'zod'
import { GRADES } from '@/domain/levels'
import { PARTY_KINDS } from '@/domain/words'
import { verdict } from '../verdict-view'

export const gradeView = z.object({
  id: z.string(),
  grade: z.enum(GRADES),
  reason: z.string(),
  gradedAt: z.date(),
  gradedByName: z.string(),
})

export const partyView = z.object({
  id: z.string(),
  kind: z.enum(PARTY_KINDS),
  name: z.string(),
  note: z.string(),
  aliases: z.array(z.object({ name: z.string(), language: z.string().nullable() })),
  version: z.number(),
  /** The grade in force, of an outlet or an agency that has one. */
  grade: gradeView.nullable(),
  can: z.object({ edit: verdict, merge: verdict, grade: verdict }),
})

export const partyPage = z.object({
  parties: z.array(partyView),
  nextCursor: z.string().nullable(),
  can: z.object({ create: verdict }),
})

export const gradePage = z.object({ grades: z.array(gradeView), nextCursor: z.string().nullable() })

export const alikeView = z.array(z.object({ party: partyView, because: z.string() }))
export const doublesView = z.array(z.object({ one: partyView, other: partyView, because: z.string() }))

export type AlikeParties = z.output<typeof alikeView>
export type DoubleParties = z.output<typeof doublesView>
export type GradeView = z.output<typeof gradeView>
export type PartyView = z.output<typeof partyView>
export type PartyPage = z.output<typeof partyPage>
export type GradePage = z.output<typeof gradePage>
