import { z } from 'zod'
import { LANGUAGES } from '../language'
import { id, version } from './common'
import { LIMITS, prose, reason } from './text'

const language = z.enum(LANGUAGES, 'Choose one of the languages that readers have.')

/** A line of a summary, in characters, and how many there may be; together they are held to the size of a summary. */
const LINE_MAX = 20_000
const LINES_MAX = 2_000
/** A path may hold a name as it is in the account. */
const PATH_MAX = LIMITS.line + 60

export const beginRenditionInput = z.strictObject({ incidentId: id, language })
/** `lines`: the paragraphs and headings of the original in order, each as one line (domain/rendition-line). */
export const saveRenditionInput = z.strictObject({
  revisionId: id,
  version,
  lines: z.array(z.string().max(LINE_MAX, 'A paragraph is too long.')).max(LINES_MAX),
  words: z.record(z.string().max(PATH_MAX), prose('This', LIMITS.reason)),
})
/** `version`: of the text that its submitter saw. */
export const submitRenditionInput = z.strictObject({ revisionId: id, version })
export const renditionById = z.strictObject({ revisionId: id })
export const endRenditionInput = z.strictObject({ revisionId: id, reason: reason() })
export const returnRenditionInput = z.strictObject({ revisionId: id, comment: reason('A comment') })
/** `seenHash`: of the translation that the reviewer read. */
export const approveRenditionInput = z.strictObject({
  revisionId: id,
  seenHash: z.string().regex(/^[0-9a-f]{64}$/, 'This is not the hash of a page.'),
  comment: prose('The comment').default(''),
})
/** `note` is public: why this translation replaces the one before it. */
export const publishRenditionInput = z.strictObject({
  revisionId: id,
  note: reason('A note for readers')
    .nullish()
    .transform((note) => note ?? null),
})
/** `id`: of what is published. `note` is public. */
export const takeBackRenditionInput = z.strictObject({ id, note: reason('A note for readers') })
export const listRenditionsInput = z.strictObject({ incidentId: id })

export type BeginRenditionInput = z.infer<typeof beginRenditionInput>
export type SaveRenditionInput = z.infer<typeof saveRenditionInput>
export type SubmitRenditionInput = z.infer<typeof submitRenditionInput>
export type RenditionById = z.infer<typeof renditionById>
export type EndRenditionInput = z.infer<typeof endRenditionInput>
export type ReturnRenditionInput = z.infer<typeof returnRenditionInput>
export type ApproveRenditionInput = z.infer<typeof approveRenditionInput>
export type PublishRenditionInput = z.infer<typeof publishRenditionInput>
export type TakeBackRenditionInput = z.infer<typeof takeBackRenditionInput>
export type ListRenditionsInput = z.infer<typeof listRenditionsInput>
