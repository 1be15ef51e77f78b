import { and, asc, desc, eq, gt, isNull, lt, or, sql } from 'drizzle-orm'
import type { Reader, Tx } from '@/db/client'
import { accessLink, account } from '@/db/schema'
import { can, canAnd, canLoseRank, type Actor } from '@/domain/policy'
import { allowed, refused, type Verdict } from '@/domain/verdict'
import { notFound } from '../fault'
import { pageOf, readCursor } from '../cursor'
import type { AccountList, AccountView, LinkList, OwnAccount } from './view'

/** Everything of an account but what it signs in with. */
const columns = {
  id: account.id,
  name: account.name,
  email: account.email,
  role: account.role,
  isAdmin: account.isAdmin,
  suspendedAt: account.suspendedAt,
  createdAt: account.createdAt,
  version: account.version,
}

export type AccountRow = Pick<typeof account.$inferSelect, keyof typeof columns>
type Ranked = { id: string; role: AccountRow['role']; isAdmin: boolean; isSuspended: boolean }
type Page = { limit: number; cursor?: string | null | undefined }

/** The account, locked, after whoever is changing ranks at this moment. @throws NOT_FOUND */
export async function lockAccount(tx: Tx, id: string): Promise<AccountRow> {
  await lockRanks(tx)
  const [found] = await tx.select(columns).from(account).where(eq(account.id, id)).for('update')
  if (found === undefined) throw notFound('account')
  return found
}

/** The same lock as the database's trigger takes: two demotions at once take turns. */
export async function lockRanks(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('assay.account.rank'))`)
}

/** Enough of the active leads and admins to tell whether anybody else is one: two of each. */
export async function readRanked(db: Reader): Promise<Ranked[]> {
  const some = (rank: typeof leads) =>
    db
      .select(columns)
      .from(account)
      .where(and(isNull(account.suspendedAt), rank))
      .orderBy(asc(account.id))
      .limit(2)
  const leads = eq(account.role, 'lead')
  const found = [...(await some(leads)), ...(await some(eq(account.isAdmin, true)))]
  return found.map(({ id, role, isAdmin }) => ({ id, role, isAdmin, isSuspended: false }))
}

/** May this account lose its rank? `ranked` as `readRanked` found them. */
export function mayBecome(
  row: AccountRow,
  becomes: { role?: AccountRow['role']; isAdmin?: boolean; isSuspended?: boolean },
  ranked: readonly Ranked[],
): Verdict {
  if (row.suspendedAt !== null) return allowed
  const others = ranked.filter((other) => other.id !== row.id)
  return canLoseRank(row, { role: row.role, isAdmin: row.isAdmin, isSuspended: false, ...becomes }, others)
}

export const isActive = (row: AccountRow): Verdict =>
  row.suspendedAt === null ? allowed : refused('account.suspended', 'This account is suspended.', 'Restore it first.')

export const isSuspended = (row: AccountRow): Verdict =>
  row.suspendedAt === null ? refused('account.active', 'This account is not suspended.') : allowed

function viewOf(row: AccountRow, actor: Actor, ranked: readonly Ranked[]): AccountView {
  const { suspendedAt, email, ...rest } = row
  const demoted = row.role === 'lead' ? ({ role: 'editor' } as const) : {}
  return {
    ...rest,
    email: can(actor, 'account.reset').allowed || row.id === actor.id ? email : null,
    isSuspended: suspendedAt !== null,
    isSelf: row.id === actor.id,
    can: {
      setRole: canAnd(actor, 'account.set-role', isActive(row)),
      leaveLead: canAnd(actor, 'account.set-role', isActive(row), mayBecome(row, demoted, ranked)),
      leaveAdmin: canAnd(actor, 'account.set-role', isActive(row), mayBecome(row, { isAdmin: false }, ranked)),
      suspend: canAnd(actor, 'account.suspend', isActive(row), mayBecome(row, { isSuspended: true }, ranked)),
      restore: canAnd(actor, 'account.suspend', isSuspended(row)),
      reset: canAnd(actor, 'account.reset', isActive(row)),
    },
  }
}

export const ACCOUNTS_A_PAGE = 100
export const LINKS_A_PAGE = 100

/** Everybody, by name; those who are suspended too. */
export async function readAccounts(db: Reader, actor: Actor, { limit, cursor }: Page): Promise<AccountList> {
  const rows = await db
    .select(columns)
    .from(account)
    .where(
      cursor == null
        ? undefined
        : sql`(${account.name}, ${account.id}) > (select a.name, a.id from account a where a.id = ${cursor})`,
    )
    .orderBy(asc(account.name), asc(account.id))
    .limit(limit + 1)
  const page = rows.slice(0, limit)
  const ranked = await readRanked(db)
  return {
    accounts: page.map((row) => viewOf(row, actor, ranked)),
    nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
    can: { invite: can(actor, 'account.invite') },
  }
}

export async function readOwnAccount(db: Reader, actor: Actor): Promise<OwnAccount> {
  const [found] = await db.select(columns).from(account).where(eq(account.id, actor.id))
  if (found === undefined) throw notFound('account')
  return { id: found.id, name: found.name, email: found.email, role: found.role, isAdmin: found.isAdmin }
}

/** Invitations and resets that could still be used, newest first. */
export async function readPendingLinks(db: Reader, now: Date, { limit, cursor }: Page): Promise<LinkList> {
  const key = readCursor(cursor)
  const rows = await db
    .select({
      id: accessLink.id,
      kind: accessLink.kind,
      email: accessLink.email,
      role: accessLink.role,
      isAdmin: accessLink.isAdmin,
      createdByName: account.name,
      createdAt: accessLink.createdAt,
      expiresAt: accessLink.expiresAt,
    })
    .from(accessLink)
    .leftJoin(account, eq(account.id, accessLink.createdBy))
    .where(
      and(
        isNull(accessLink.usedAt),
        isNull(accessLink.revokedAt),
        gt(accessLink.expiresAt, now),
        key === null
          ? undefined
          : or(lt(accessLink.createdAt, key.at), and(eq(accessLink.createdAt, key.at), lt(accessLink.id, key.id))),
      ),
    )
    .orderBy(desc(accessLink.createdAt), desc(accessLink.id))
    .limit(limit + 1)
  const { items, nextCursor } = pageOf(rows, limit, (row) => ({ at: row.createdAt, id: row.id }))
  return { links: items, nextCursor }
}

/** Does anybody have this address already? */
export async function hasAccount(db: Reader, email: string): Promise<boolean> {
  const [found] = await db.select({ id: account.id }).from(account).where(eq(account.email, email))
  return found !== undefined
}

export async function hasAnyAccount(db: Reader): Promise<boolean> {
  const [found] = await db.select({ id: account.id }).from(account).limit(1)
  return found !== undefined
}
