import { z } from 'zod'
import { ROLES } from '@/domain/policy'
import { verdict } from '../verdict-view'

export const accountView = z.object({
  id: z.string(),
  name: z.string(),
  /** Null to those who do not look after accounts. */
  email: z.string().nullable(),
  role: z.enum(ROLES),
  isAdmin: z.boolean(),
  isSuspended: z.boolean(),
  isSelf: z.boolean(),
  createdAt: z.date(),
  version: z.number(),
  can: z.object({
    setRole: verdict,
    /** To become something other than a lead. */
    leaveLead: verdict,
    leaveAdmin: verdict,
    suspend: verdict,
    restore: verdict,
    reset: verdict,
  }),
})

export const accountList = z.object({
  accounts: z.array(accountView),
  nextCursor: z.string().nullable(),
  can: z.object({ invite: verdict }),
})

export const linkView = z.object({
  id: z.string(),
  kind: z.enum(['invitation', 'reset']),
  email: z.string(),
  role: z.enum(ROLES).nullable(),
  isAdmin: z.boolean(),
  createdByName: z.string().nullable(),
  createdAt: z.date(),
  expiresAt: z.date(),
})

export const linkList = z.object({ links: z.array(linkView), nextCursor: z.string().nullable() })

/** The link itself is in this answer once and nowhere else ever again. */
export const madeLink = z.object({ url: z.string(), expiresAt: z.date(), pending: linkList })

export const LINK_STATES = ['open', 'used', 'revoked', 'expired', 'unknown'] as const

/** What the page of a link shows before it is used. */
export const openedLink = z.object({
  state: z.enum(LINK_STATES),
  email: z.string().nullable(),
  role: z.enum(ROLES).nullable(),
  isAdmin: z.boolean(),
  organisation: z.string(),
})

/** The address to sign in with, for a form that has just made or mended an account. */
export const enteredAccount = z.object({ email: z.string() })

export const ownAccount = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(ROLES),
  isAdmin: z.boolean(),
})

export type AccountView = z.output<typeof accountView>
export type AccountList = z.output<typeof accountList>
export type LinkList = z.output<typeof linkList>
export type MadeLink = z.output<typeof madeLink>
export type OpenedLink = z.output<typeof openedLink>
export type EnteredAccount = z.output<typeof enteredAccount>
export type OwnAccount = z.output<typeof ownAccount>
