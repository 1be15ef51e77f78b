import { and, eq } from 'drizzle-orm'
import { account } from '@/db/schema'
import type { ChangePasswordInput } from '@/domain/input/account'
import type { Actor } from '@/domain/policy'
import { command, type Scope } from '../command'
import { badInput, conflict, notFound, tooMany } from '../fault'
import type { Context } from '../trpc'
import { endSessionsOf } from './end-sessions'
import { revokeLinks } from './link'
import { demandUncommon, hashPassword, inHashSlot, verifyInSlot } from './password'
import { readOwnAccount } from './queries'
import { admit, failed, succeeded } from './throttle'
import type { OwnAccount } from './view'

type Hashed = { from: string; to: string }

const write = command(
  async ({ tx, actor, sessionId, input, now, record }: Scope<Actor, Hashed>): Promise<OwnAccount> => {
    const changed = await tx
      .update(account)
      .set({ passwordHash: input.to })
      .where(and(eq(account.id, actor.id), eq(account.passwordHash, input.from)))
      .returning({ id: account.id })
    if (changed.length === 0) throw conflict()
    await endSessionsOf(tx, actor.id, now, sessionId)
    await revokeLinks(tx, { resetOf: actor.id }, now, record)
    await record('account.password-changed', { subjectId: actor.id, detail: {} })
    return readOwnAccount(tx, actor)
  },
)

/**
 * One's own password, by whoever knows the present one: guesses at it are counted with failed sign-ins. The other
 * sessions end.
 */
export async function changePassword({ ctx, input }: { ctx: Context & { actor: Actor }; input: ChangePasswordInput }) {
  const [own] = await ctx.db
    .select({ email: account.email, name: account.name, passwordHash: account.passwordHash })
    .from(account)
    .where(eq(account.id, ctx.actor.id))
  if (own === undefined) throw notFound('account')
  demandUncommon(input.password, own)
  await demandCurrent(ctx, own, input.current)
  const to = await hashPassword(input.password)
  return write({ ctx, input: { from: own.passwordHash, to } })
}

/** @throws BAD_REQUEST for a wrong password, TOO_MANY_REQUESTS after too many. */
async function demandCurrent(ctx: Context, own: { email: string; passwordHash: string }, current: string) {
  const { admission, fits } = await inHashSlot(async () => {
    const admission = await admit(ctx.db, own.email, ctx.address, ctx.now())
    return { admission, fits: admission.admitted && (await verifyInSlot(own.passwordHash, current)) }
  })
  if (!admission.admitted)
    throw tooMany(`There were too many wrong passwords. Try again in ${admission.seconds} seconds.`)
  if (fits) return succeeded(ctx.db, admission.attempt, own.email, ctx.address, ctx.now())
  await failed(ctx.db, admission.attempt, ctx.now())
  throw badInput([{ path: ['current'], message: 'This is not your present password.' }])
}
