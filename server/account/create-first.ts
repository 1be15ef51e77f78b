import type { CreateFirstAccountInput, LinkInput } from '@/domain/input/account'
import type { Actor } from '@/domain/policy'
import { refused } from '@/domain/verdict'
import { env } from '@/env'
import { openCommand, type Scope } from '../command'
import { notFound, refusal } from '../fault'
import type { Context } from '../trpc'
import { isFirstAccountToken } from './first-link'
import { demandUncommon, hashPassword } from './password'
import { insertAccount } from './insert'
import { hasAnyAccount, lockRanks } from './queries'
import type { EnteredAccount, OpenedLink } from './view'

const USED = refused('link.used', 'The first account has been made already.', 'Sign in, or ask for an invitation.')

function demandToken(token: string): void {
  const secret = env().AUTH_SECRET
  if (secret === undefined || !isFirstAccountToken(token, secret)) throw notFound('link')
}

/** What the page of the one-time link shows. */
export async function openFirstLink({ ctx, input }: { ctx: Context; input: LinkInput }): Promise<OpenedLink> {
  const secret = env().AUTH_SECRET
  const isRight = secret !== undefined && isFirstAccountToken(input.token, secret)
  const state = !isRight ? 'unknown' : (await hasAnyAccount(ctx.db)) ? 'used' : 'open'
  return { state, email: null, role: 'lead', isAdmin: true, organisation: 'Assay' }
}

type Hashed = Omit<CreateFirstAccountInput, 'password' | 'token'> & { passwordHash: string }

const makeFirst = openCommand(
  async ({ tx, input, now, record }: Scope<Actor | null, Hashed>): Promise<EnteredAccount> => {
    // Two who use the link at once: the second waits here, and finds that there is somebody.
    await lockRanks(tx)
    if (await hasAnyAccount(tx)) throw refusal(USED)
    await insertAccount(tx, { ...input, role: 'lead', isAdmin: true, now, record })
    return { email: input.email }
  },
)

/** The first account, lead and admin, by the link that the start command prints. */
export async function createFirstAccount({ ctx, input }: { ctx: Context; input: CreateFirstAccountInput }) {
  demandToken(input.token)
  if (await hasAnyAccount(ctx.db)) throw refusal(USED)
  demandUncommon(input.password, input)
  const passwordHash = await hashPassword(input.password)
  return makeFirst({ ctx, input: { email: input.email, name: input.name, passwordHash } })
}
