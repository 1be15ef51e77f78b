import { z } from 'zod'
import { REDACTION_KINDS } from '@/domain/words'
import { verdict } from '../verdict-view'
import { workspaceView } from '../workspace/view'

const id = z.string()

export const redactionLine = z.object({
  id,
  kind: z.enum(REDACTION_KINDS),
  /** What it takes away, in words that do not say it again. */
  target: z.string(),
  publicationId: id.nullable(),
  captureId: id.nullable(),
  /** The byline that is to go; null once it has gone. */
  byline: z.string().nullable(),
  publicReason: z.string(),
  state: z.enum(['proposed', 'confirmed', 'declined']),
  proposedBy: z.string(),
  proposedAt: z.date(),
  decidedAt: z.date().nullable(),
  confirmedBy: z.string().nullable(),
  /** Of a capture: the publications that quote it and must be redacted by themselves. */
  quotedIn: z.array(z.number()),
  can: z.object({ confirm: verdict, decline: verdict }),
})

export const redactionList = z.object({
  items: z.array(redactionLine),
  nextCursor: z.string().nullable(),
  /** What could be redacted of the account in other languages. */
  translations: z.array(z.object({ id, label: z.string() })),
  /** The bylines that readers find, for whoever may propose that one goes. */
  bylines: z.array(z.object({ publicationId: id, version: z.number(), byline: z.string() })),
  can: z.object({ propose: verdict }),
})

/** What a redaction's commands return: it changes both. */
export const redactionResult = z.object({ workspace: workspaceView, redactions: redactionList })

export type RedactionLine = z.infer<typeof redactionLine>
export type RedactionList = z.infer<typeof redactionList>
export type RedactionResult = z.infer<typeof redactionResult>
