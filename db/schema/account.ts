import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { ROLES } from '../../domain/policy'
import { id, instant, oneOf, version } from './column'

/** A person who can sign in. Never deleted: suspended. */
export const account = pgTable(
  'account',
  {
    id: id(),
    /** Lower case. */
    email: text('email').notNull(),
    name: text('name').notNull(),
    role: text('role', { enum: ROLES }).notNull(),
    isAdmin: boolean('is_admin').notNull().default(false),
    passwordHash: text('password_hash').notNull(),
    createdAt: instant('created_at').notNull(),
    suspendedAt: instant('suspended_at'),
    version: version(),
  },
  (t) => [
    uniqueIndex('account_email_unique').on(t.email),
    check('account_email_lower', sql`${t.email} = lower(${t.email})`),
    oneOf('account_role', t.role, ROLES),
  ],
)

/** A signed-in browser. The cookie holds the token; only its SHA-256 is kept. */
export const session = pgTable(
  'session',
  {
    id: id(),
    tokenHash: text('token_hash').notNull().unique(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => account.id),
    createdAt: instant('created_at').notNull(),
    lastSeenAt: instant('last_seen_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    endedAt: instant('ended_at'),
    userAgent: text('user_agent'),
  },
  (t) => [index('session_account').on(t.accountId)],
)

const LINK_KINDS = ['invitation', 'reset'] as const

/** A one-time link: an invitation, or a reset of a password. Only the token's SHA-256 is kept. */
export const accessLink = pgTable(
  'access_link',
  {
    id: id(),
    kind: text('kind', { enum: LINK_KINDS }).notNull(),
    tokenHash: text('token_hash').notNull().unique(),
    email: text('email').notNull(),
    role: text('role', { enum: ROLES }),
    isAdmin: boolean('is_admin').notNull().default(false),
    accountId: uuid('account_id').references(() => account.id),
    createdBy: uuid('created_by').references(() => account.id),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
    revokedAt: instant('revoked_at'),
  },
  (t) => [
    oneOf('access_link_kind', t.kind, LINK_KINDS),
    oneOf('access_link_role', t.role, ROLES),
    check(
      'access_link_target',
      sql`(${t.kind} = 'invitation' and ${t.role} is not null and ${t.accountId} is null) or (${t.kind} = 'reset' and ${t.accountId} is not null)`,
    ),
  ],
)

/** Failed sign-ins of one account or address; `key` is a keyed hash, so the table names nobody. */
export const signinThrottle = pgTable('signin_throttle', {
  key: text('key').primaryKey(),
  failures: integer('failures').notNull(),
  lastFailedAt: instant('last_failed_at').notNull(),
})
