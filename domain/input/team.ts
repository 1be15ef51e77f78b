import { z } from 'zod'
import { APPROVALS_MAX, APPROVALS_MIN } from '../review'
import { QUORUM_MAX, QUORUM_MIN } from '../round'
import { version } from './common'
import { LIMITS, line, prose, requiredLanguage, requiredLine } from './text'

export const QUORUM = { least: QUORUM_MIN, most: QUORUM_MAX } as const
export const APPROVALS = { least: APPROVALS_MIN, most: APPROVALS_MAX } as const

const between = (what: string, { least, most }: { least: number; most: number }) =>
  z
    .int(`${what} must be a whole number.`)
    .min(least, `${what} is ${least} at least.`)
    .max(most, `${what} is ${most} at most.`)

/** Where readers send corrections: it becomes a link on every public page. */
const contact = line('The contact', LIMITS.url)
  .refine(
    (text) => text === '' || isContact(text),
    'Give an e-mail address, or a web address that begins with https://.',
  )
  .default('')

function isContact(text: string): boolean {
  if (/^[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+$/.test(text)) return true
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return (url.protocol === 'http:' || url.protocol === 'https:') && url.username === '' && url.password === ''
}

export const changeTeamInput = z.strictObject({
  version,
  organisation: requiredLine('The name of the organisation', LIMITS.name),
  address: prose('The address', LIMITS.line).default(''),
  contact,
  language: requiredLanguage('The language of the accounts'),
  quorum: between('The quorum', QUORUM),
  approvals: between('The number of approvals', APPROVALS),
})

export type ChangeTeamInput = z.output<typeof changeTeamInput>
