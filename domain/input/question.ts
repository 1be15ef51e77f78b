import { z } from 'zod'
import { QUESTION_KINDS } from '../words'
import { id, version } from './common'
import { LIMITS, requiredLine } from './text'

const kind = z.enum(QUESTION_KINDS, 'Choose what kind of question it is.')
const text = requiredLine('The question', LIMITS.line)

export const addQuestionInput = z.strictObject({ incidentId: id, kind, text })
export const editQuestionInput = z.strictObject({ id, version, kind, text })

/** Every question of the incident, in its new order. */
export const reorderQuestionsInput = z.strictObject({ incidentId: id, questionIds: z.array(id).min(1).max(200) })
