import { z } from 'zod'
import { codePointLength, hasBidiControl, hasControl, hasLoneSurrogate, isUnseen, normaliseLine } from '../text'

/** Every text has a stated limit, in Unicode code points. */
export const LIMITS = {
  name: 200,
  title: 300,
  line: 500,
  note: 2_000,
  reason: 2_000,
  claim: 1_000,
  quotation: 5_000,
  url: 2_000,
  email: 254,
  password: 1_000,
  captureText: 2_000_000,
} as const

const clean = (what: string) =>
  z
    .string(`${what} must be text.`)
    .refine((text) => !hasLoneSurrogate(text), `${what} holds half a character (a lone surrogate). Type it again.`)
    .refine((text) => !hasControl(text), `${what} holds control characters. Paste it as plain text.`)

const withinLimit = (what: string, most: number) => (text: string, context: z.RefinementCtx) => {
  const length = codePointLength(text)
  if (length > most)
    context.addIssue({
      code: 'custom',
      message: `${what} has ${length.toLocaleString('en')} characters; ${most.toLocaleString('en')} is the most.`,
    })
}

/** What cannot be seen is nothing: a title of it would be a link that nobody can find. */
const seen = (text: string): string => (isUnseen(text) ? '' : text)

/** One line: white space folded, no control characters and no direction overrides. */
export const line = (what: string, most: number = LIMITS.line) =>
  clean(what)
    .max(most * 8, `${what} is far too long; ${most.toLocaleString('en')} characters is the most.`)
    .refine(
      (text) => !hasBidiControl(text),
      `${what} holds characters that turn the direction of text around. Remove them.`,
    )
    .transform((text) => seen(normaliseLine(text)))
    .superRefine(withinLimit(what, most))

export const requiredLine = (what: string, most: number = LIMITS.line) =>
  line(what, most).refine((text) => text.length > 0, `${what} is needed.`)

/** One line or nothing; an empty line is nothing. */
export const optionalLine = (what: string, most: number = LIMITS.line) =>
  line(what, most)
    .nullish()
    .transform((text) => (text === undefined || text === null || text === '' ? null : text))

/** Several lines, as typed. */
export const prose = (what: string, most: number = LIMITS.note) =>
  clean(what)
    .max(most * 8, `${what} is far too long; ${most.toLocaleString('en')} characters is the most.`)
    .refine(
      (text) => !hasBidiControl(text),
      `${what} holds characters that turn the direction of text around. Remove them.`,
    )
    .transform((text) => seen(text.replaceAll('\r\n', '\n').trim()))
    .superRefine(withinLimit(what, most))

export const reason = (what = 'A reason') =>
  prose(what, LIMITS.reason).refine((text) => text.length > 0, `${what} is needed.`)

export const httpUrl = (what: string) =>
  optionalLine(what, LIMITS.url).refine(
    isHttpUrl,
    `${what} must begin with http:// or https://, and hold no name or password.`,
  )

function isHttpUrl(text: string | null): boolean {
  if (text === null) return true
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return (url.protocol === 'http:' || url.protocol === 'https:') && url.username === '' && url.password === ''
}

const LANGUAGE = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/

/** A BCP 47 tag: language, script, region (`uk`, `ru-Latn`, `pt-BR`). */
export const language = (what = 'The language') =>
  optionalLine(what, 35).refine(
    (tag) => tag === null || LANGUAGE.test(tag),
    `${what} must be a language tag such as "uk" or "ru-Latn".`,
  )

export const requiredLanguage = (what = 'The language') =>
  language(what).refine((tag): tag is string => tag !== null, `${what} is needed.`)
