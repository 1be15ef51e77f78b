import { z } from 'zod'
import { parseDocument } from '../document'
import { cursor, id, version } from './common'
import { optionalLine, reason } from './text'

/** A byline, in characters. */
export const BYLINE_MAX = 120

/** The summary as the editor holds it, read by the schema; what is wrong is told at its place in the text. */
const summary = z.unknown().transform((json, context) => {
  const parsed = parseDocument(json)
  if (parsed.ok) return parsed.doc
  for (const issue of parsed.issues) context.addIssue({ code: 'custom', message: issue.message, path: issue.path })
  return z.NEVER
})

export const draftRevisionInput = z.strictObject({ incidentId: id })
export const saveRevisionInput = z.strictObject({ revisionId: id, version, document: summary })
export const discardRevisionInput = z.strictObject({ revisionId: id, reason: reason() })
/** `version`: of the text that its submitter saw. */
export const submitRevisionInput = z.strictObject({ revisionId: id, version })
export const withdrawRevisionInput = z.strictObject({ revisionId: id, reason: reason() })
export const requestChangesInput = z.strictObject({ revisionId: id, comment: reason('A comment') })
/** Nothing typed: no byline. */
export const chooseBylineInput = z.strictObject({ revisionId: id, byline: optionalLine('The byline', BYLINE_MAX) })

export const previewRevisionInput = z.strictObject({ revisionId: id })
export const listVersionsInput = z.strictObject({
  incidentId: id,
  cursor,
  limit: z.int().min(1).max(50).default(20),
})

export type DraftRevisionInput = z.infer<typeof draftRevisionInput>
export type SaveRevisionInput = z.infer<typeof saveRevisionInput>
export type DiscardRevisionInput = z.infer<typeof discardRevisionInput>
export type SubmitRevisionInput = z.infer<typeof submitRevisionInput>
export type WithdrawRevisionInput = z.infer<typeof withdrawRevisionInput>
export type RequestChangesInput = z.infer<typeof requestChangesInput>
export type ChooseBylineInput = z.infer<typeof chooseBylineInput>
export type PreviewRevisionInput = z.infer<typeof previewRevisionInput>
export type ListVersionsInput = z.infer<typeof listVersionsInput>
