import { z } from 'zod'
import { codePointLength, hasLoneSurrogate, normaliseCaptureText } from '../text'
import { id } from './common'
import { LIMITS } from './text'

const LONE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/

/** Where in the paste something is, as a person would look for it. */
function whereabouts(text: string, at: number): string {
  const before = text.slice(0, at)
  const lines = before.split('\n').length
  return `character ${(codePointLength(before) + 1).toLocaleString('en')}, in line ${lines.toLocaleString('en')}`
}

/**
 * A pasted text, 1–2,000,000 code points, as it was received. Direction controls belong to it and stay; NUL and lone
 * surrogates, which no text holds, are refused with where they are.
 */
export const captureText = z.string('The text must be text.').superRefine((text, context) => {
  const refuse = (message: string) => {
    context.addIssue({ code: 'custom', message })
  }
  const most = LIMITS.captureText
  if (text.length > most * 2 || codePointLength(text) > most) {
    refuse(
      `The text has ${codePointLength(text).toLocaleString('en')} characters; ${most.toLocaleString('en')} is the most. Paste it as two captures.`,
    )
    return
  }
  const nul = text.indexOf('\0')
  if (nul >= 0) {
    refuse(`The text holds a NUL, which is no character, at ${whereabouts(text, nul)}. Remove it and paste again.`)
    return
  }
  if (hasLoneSurrogate(text)) {
    const at = Math.max(0, text.search(LONE))
    refuse(`The text holds half a character (a lone surrogate) at ${whereabouts(text, at)}. Copy it once more.`)
    return
  }
  if (normaliseCaptureText(text).trim() === '') refuse('The text is empty.')
})

export const takeCaptureInput = z.strictObject({
  incidentId: id,
  sourceId: id,
  text: captureText,
  /** Said by somebody who knows that the desk holds this very text already. */
  evenIfHeld: z.boolean().default(false),
})

export const checkSourceInput = z.strictObject({ incidentId: id, sourceId: id })

export const readCaptureInput = z.strictObject({ incidentId: id, captureId: id })

const offset = z.int('An offset is a whole number.').min(0).max(LIMITS.captureText)

/** A passage of a capture; offsets in code points, end exclusive. */
export const passage = { captureId: id, start: offset, end: offset }

export const markExclusionInput = z.strictObject({ incidentId: id, ...passage })
export const liftExclusionInput = z.strictObject({ incidentId: id, id })

export type TakeCaptureInput = z.infer<typeof takeCaptureInput>
export type CheckSourceInput = z.infer<typeof checkSourceInput>
export type ReadCaptureInput = z.infer<typeof readCaptureInput>
export type MarkExclusionInput = z.infer<typeof markExclusionInput>
export type LiftExclusionInput = z.infer<typeof liftExclusionInput>
