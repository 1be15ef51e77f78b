import { and, eq, isNull, or } from 'drizzle-orm'
import type { Reader, Tx } from '@/db/client'
import { accessLink, team } from '@/db/schema'
import type { Role } from '@/domain/policy'
import { refused } from '@/domain/verdict'
import { env } from '@/env'
import type { Recorder } from '../command'
import { notFound, refusal } from '../fault'
import { mintToken, tokenHash } from '../token'
import type { OpenedLink } from './view'

/** How long a link can be used, in hours. */
const LASTS = 72

export type Link = typeof accessLink.$inferSelect
type State = OpenedLink['state']

type NewLink = { by: string | null; now: Date } & (
  | { kind: 'invitation'; email: string; role: Role; isAdmin: boolean }
  | { kind: 'reset'; email: string; accountId: string }
)

/** Makes a link that works once, within 72 hours. Its token is in the returned address and nowhere else. */
export async function makeLink(tx: Tx, { by, now, ...link }: NewLink) {
  const token = mintToken()
  const id = crypto.randomUUID()
  const expiresAt = new Date(now.getTime() + LASTS * 3600_000)
  await tx
    .insert(accessLink)
    .values({ id, ...link, tokenHash: tokenHash(token), createdBy: by, createdAt: now, expiresAt })
  return { id, url: `${env().PUBLIC_URL}/signin/${link.kind}?token=${token}`, expiresAt }
}

/** Ends links that could still be used; what was printed or sent stops working at once. */
export async function revokeLinks(tx: Tx, which: Parameters<typeof pending>[0], now: Date, record: Recorder) {
  const revoked = await tx
    .update(accessLink)
    .set({ revokedAt: now })
    .where(pending(which))
    .returning({ id: accessLink.id })
  for (const { id } of revoked) await record('invitation.revoked', { subjectId: id, detail: {} })
  return revoked.length
}

function pending(which: { invitationOf: string } | { resetOf: string } | { madeByOrFor: string }) {
  const open = [isNull(accessLink.usedAt), isNull(accessLink.revokedAt)]
  if ('invitationOf' in which)
    return and(...open, eq(accessLink.kind, 'invitation'), eq(accessLink.email, which.invitationOf))
  if ('resetOf' in which) return and(...open, eq(accessLink.accountId, which.resetOf))
  return and(...open, or(eq(accessLink.createdBy, which.madeByOrFor), eq(accessLink.accountId, which.madeByOrFor)))
}

function stateOf(link: Link | undefined, now: Date): State {
  if (link === undefined) return 'unknown'
  if (link.usedAt !== null) return 'used'
  if (link.revokedAt !== null) return 'revoked'
  return link.expiresAt <= now ? 'expired' : 'open'
}

const SAID: Readonly<Record<Exclude<State, 'open' | 'unknown'>, string>> = {
  used: 'This link has been used already.',
  revoked: 'This link has been withdrawn.',
  expired: 'This link has run out; a link works for 72 hours.',
}

/** The link of a token, locked: two who use it at once take turns. @throws NOT_FOUND, PRECONDITION_FAILED */
export async function takeLink(tx: Tx, kind: Link['kind'], token: string, now: Date): Promise<Link> {
  const [link] = await tx.select().from(accessLink).where(ofToken(kind, token)).for('update')
  const open = demandOpen(link, now)
  await tx.update(accessLink).set({ usedAt: now }).where(eq(accessLink.id, open.id))
  return open
}

/** Before the costly work of hashing: is there a link to use at all? @throws as `takeLink` */
export async function peekLink(db: Reader, kind: Link['kind'], token: string, now: Date): Promise<Link> {
  const [link] = await db.select().from(accessLink).where(ofToken(kind, token))
  return demandOpen(link, now)
}

function ofToken(kind: Link['kind'], token: string) {
  return and(eq(accessLink.tokenHash, tokenHash(token)), eq(accessLink.kind, kind))
}

function demandOpen(link: Link | undefined, now: Date): Link {
  const state = stateOf(link, now)
  if (state === 'unknown' || link === undefined) throw notFound('link')
  if (state !== 'open')
    throw refusal(refused(`link.${state}`, SAID[state], 'Ask an administrator of accounts for another.'))
  return link
}

/** What the page of a link shows. It tells nothing to somebody without the token. */
export async function openLink(db: Reader, kind: Link['kind'], token: string, now: Date): Promise<OpenedLink> {
  const [link] = await db.select().from(accessLink).where(ofToken(kind, token))
  const [settings] = await db.select({ organisation: team.organisation }).from(team).where(eq(team.id, 1))
  const state = stateOf(link, now)
  const isOpen = state === 'open' && link !== undefined
  return {
    state,
    email: isOpen ? link.email : null,
    role: isOpen ? link.role : null,
    isAdmin: isOpen && link.isAdmin,
    organisation: settings?.organisation ?? 'Assay',
  }
}
