import { z } from 'zod'
import { ROLES } from '../policy'
import { codePointLength, hasControl, hasLoneSurrogate } from '../text'
import { cursor, id, version } from './common'
import { LIMITS, requiredLine } from './text'

export const PASSWORD_LEAST = 12

/** NFKC, as NIST SP 800-63B advises: what one types is the same on every keyboard and system. */
export function normalisePassword(typed: string): string {
  return typed.normalize('NFKC')
}

/** A new password: 12 to 1,000 code points of anything but control characters. Spaces count. */
export const newPassword = z
  .string('A password is needed.')
  .max(LIMITS.password * 2, `A password has at most ${LIMITS.password.toLocaleString('en')} characters.`)
  .refine((text) => !hasLoneSurrogate(text) && !hasControl(text), 'The password holds characters that cannot be typed.')
  .superRefine((text, context) => {
    const length = Math.min(codePointLength(text), codePointLength(normalisePassword(text)))
    if (length < PASSWORD_LEAST)
      context.addIssue({
        code: 'custom',
        message: `The password has ${length} characters; ${PASSWORD_LEAST} is the least. A few words do well.`,
      })
    if (length > LIMITS.password)
      context.addIssue({
        code: 'custom',
        message: `The password has ${length.toLocaleString('en')} characters; ${LIMITS.password.toLocaleString('en')} is the most.`,
      })
  })

/** A password to compare with the one that is kept: bounded, and not judged otherwise. */
export const presentedPassword = z
  .string('The password is needed.')
  .min(1, 'The password is needed.')
  .max(LIMITS.password * 2, 'This is not the password.')

const EMAIL = /^[^\s@"(),:;<>[\\\]]+@[^\s@"(),:;<>[\\\]]+$/

/** An e-mail address, in lower case: it is a name to sign in with, and is never written to. */
export const email = requiredLine('The e-mail address', LIMITS.email)
  .transform((text) => text.toLowerCase())
  .refine((text) => EMAIL.test(text), 'This is not an e-mail address.')

export const personName = requiredLine('The name', LIMITS.name)

const role = z.enum(ROLES, 'This is not a role.')
const isAdmin = z.boolean('Say yes or no.')
const token = z.string('The link is needed.').min(1, 'The link is needed.').max(200, 'This link is not valid.')

export const createFirstAccountInput = z.strictObject({ token, email, name: personName, password: newPassword })
export const linkInput = z.strictObject({ token })
export const acceptInvitationInput = z.strictObject({ token, name: personName, password: newPassword })
export const useResetInput = z.strictObject({ token, password: newPassword })

export const inviteInput = z.strictObject({ email, role, isAdmin })
export const createResetInput = z.strictObject({ accountId: id })
/** The page of people that is looked at, as `listAccountsInput` names it: the answer is that page. */
const page = id.nullish()
export const setRoleInput = z.strictObject({ id, version, role, isAdmin, page })
export const suspensionInput = z.strictObject({ id, version, page })
export const renameInput = z.strictObject({ name: personName })
export const changePasswordInput = z.strictObject({ current: presentedPassword, password: newPassword })

/** `cursor` is the id of the last account of the page before. */
export const listAccountsInput = z.strictObject({ limit: z.int().min(1).max(200).default(100), cursor: id.nullish() })
export const listLinksInput = z.strictObject({ limit: z.int().min(1).max(200).default(100), cursor })
/** `page`: the place in the list of links that is looked at: the answer is that page. */
export const revokeLinkInput = z.strictObject({ id, page: cursor })
export const noInput = z.strictObject({}).optional()

export type CreateFirstAccountInput = z.output<typeof createFirstAccountInput>
export type LinkInput = z.output<typeof linkInput>
export type AcceptInvitationInput = z.output<typeof acceptInvitationInput>
export type UseResetInput = z.output<typeof useResetInput>
export type InviteInput = z.output<typeof inviteInput>
export type CreateResetInput = z.output<typeof createResetInput>
export type SetRoleInput = z.output<typeof setRoleInput>
export type SuspensionInput = z.output<typeof suspensionInput>
export type RenameInput = z.output<typeof renameInput>
export type ChangePasswordInput = z.output<typeof changePasswordInput>
export type ListAccountsInput = z.output<typeof listAccountsInput>
export type ListLinksInput = z.output<typeof listLinksInput>
export type RevokeLinkInput = z.output<typeof revokeLinkInput>
