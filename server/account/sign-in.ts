import { and, eq, isNull } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { account, session } from '@/db/schema'
import { email as emailInput, presentedPassword } from '@/domain/input/account'
import { mintToken, tokenHash } from '../token'
import { Busy, inHashSlot, standInHash, verifyInSlot } from './password'
import { admit, failed, succeeded, type Admission } from './throttle'

/** How long a sign-in lasts, in days, whether or not it is used. */
const LASTS = 14
/** What one is told to wait where too many sign in at once; seconds. */
const BUSY_WAIT = 10

export type SigninResult =
  /** `token` is the session's; it goes into the cookie and is kept nowhere. */
  { outcome: 'in'; token: string } | { outcome: 'refused' } | { outcome: 'slow'; seconds: number }

type Where = { db: Db; address: string; now: () => Date }
type Presented = { email: unknown; password: unknown; userAgent: string | null }

const REFUSED: SigninResult = { outcome: 'refused' }

/**
 * Starts a session. A wrong password, an account that does not exist and one that is suspended get the same answer
 * after the same work.
 */
export async function signIn(where: Where, presented: Presented): Promise<SigninResult> {
  const email = emailInput.safeParse(presented.email)
  const password = presentedPassword.safeParse(presented.password)
  if (!email.success || !password.success) return REFUSED
  try {
    const checked = await inHashSlot(() => check(where, email.data, password.data))
    if (!checked.admission.admitted) return { outcome: 'slow', seconds: checked.admission.seconds }
    const token = checked.account === null ? null : await startSession(where, checked.account, presented.userAgent)
    if (token === null) {
      await failed(where.db, checked.admission.attempt, where.now())
      return REFUSED
    }
    await succeeded(where.db, checked.admission.attempt, email.data, where.address, where.now())
    return { outcome: 'in', token }
  } catch (error) {
    if (error instanceof Busy) return { outcome: 'slow', seconds: BUSY_WAIT }
    throw error
  }
}

type Known = { id: string; passwordHash: string; suspendedAt: Date | null }

async function check({ db, address, now }: Where, email: string, password: string) {
  const admission: Admission = await admit(db, email, address, now())
  if (!admission.admitted) return { admission, account: null }
  const [found] = await db
    .select({ id: account.id, passwordHash: account.passwordHash, suspendedAt: account.suspendedAt })
    .from(account)
    .where(eq(account.email, email))
  // Made before anybody asks whether it is needed, or the first address without an account would take twice as long.
  const standIn = await standInHash()
  const fits = await verifyInSlot(found?.passwordHash ?? standIn, password)
  return { admission, account: fits && found !== undefined && found.suspendedAt === null ? found : null }
}

/**
 * A session, unless the account was suspended or its password changed while this one was being looked at.
 * @returns the token, or null.
 */
async function startSession({ db, now }: Where, known: Known, userAgent: string | null): Promise<string | null> {
  const token = mintToken()
  const at = now()
  return db.transaction(async (tx) => {
    const [still] = await tx
      .select({ id: account.id })
      .from(account)
      .where(and(eq(account.id, known.id), eq(account.passwordHash, known.passwordHash), isNull(account.suspendedAt)))
      .for('share')
    if (still === undefined) return null
    await tx.insert(session).values({
      id: crypto.randomUUID(),
      tokenHash: tokenHash(token),
      accountId: known.id,
      createdAt: at,
      lastSeenAt: at,
      expiresAt: new Date(at.getTime() + LASTS * 24 * 3600_000),
      userAgent: tidyAgent(userAgent),
    })
    return token
  })
}

/** Printable ASCII, 300 characters at most: it is shown in the list of sessions. */
function tidyAgent(userAgent: string | null): string | null {
  const tidy = (userAgent ?? '').replace(/[^\x20-\x7E]/g, '').slice(0, 300)
  return tidy === '' ? null : tidy
}
