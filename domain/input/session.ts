import { z } from 'zod'
import { cursor, id } from './common'

export const listSessionsInput = z.strictObject({ limit: z.int().min(1).max(100).default(50), cursor })
export const endSessionInput = z.strictObject({ id })
export const endOtherSessionsInput = z.strictObject({})

export type ListSessionsInput = z.output<typeof listSessionsInput>
export type EndSessionInput = z.output<typeof endSessionInput>
export type EndOtherSessionsInput = z.output<typeof endOtherSessionsInput>
