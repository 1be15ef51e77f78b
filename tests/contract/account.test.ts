import { and, eq, isNull } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { accessLink, account, event, session } from '@/db/schema'
import type { Actor, Role } from '@/domain/policy'
import { setEnv } from '@/env'
import {
  inviteByOperator,
  listAccountsByOperator,
  resetByOperator,
  restoreByOperator,
  setRoleByOperator,
  suspendByOperator,
} from '@/server/account/by-operator'
import { firstAccountToken } from '@/server/account/first-link'
import { signIn } from '@/server/account/sign-in'
import { byHand } from '../harness/by-hand'
import { callAs } from '../harness/caller'
import { useDatabase } from '../harness/database'
import { addPerson } from '../harness/people'

const SECRET = 'a secret of the tests, of at least thirty-two characters'
const PASSWORD = 'a password for the tests'
const database = useDatabase()

beforeAll(() => setEnv({ AUTH_SECRET: SECRET, PUBLIC_URL: 'http://127.0.0.1:3000' }))

const nobody = (now?: () => Date) => callAs(database.db, null, now)
const as = (actor: Actor, now?: () => Date) => callAs(database.db, actor, now)

async function actorOf(email: string): Promise<Actor> {
  const [row] = await database.db.select().from(account).where(eq(account.email, email))
  if (row === undefined) throw new Error(`nobody is ${email}`)
  return { id: row.id, name: row.name, role: row.role, isAdmin: row.isAdmin }
}

const versionOf = async (id: string) =>
  (await database.db.select({ version: account.version }).from(account).where(eq(account.id, id)))[0]?.version ?? 0

const sessionsOf = (actor: Actor) =>
  database.db
    .select({ id: session.id })
    .from(session)
    .where(and(eq(session.accountId, actor.id), isNull(session.endedAt)))

const tokenIn = (url: string) => new URL(url).searchParams.get('token') ?? ''

const enter = (email: string, password = PASSWORD) =>
  signIn({ db: database.db, address: '192.0.2.7', now: () => new Date() }, { email, password, userAgent: 'the tests' })

async function invited(by: Actor, email: string, role: Role = 'editor', isAdmin = false): Promise<Actor> {
  const { url } = await as(by).account.invite({ email, role, isAdmin })
  await nobody().account.acceptInvitation({ token: tokenIn(url), name: email.split('@')[0] ?? '', password: PASSWORD })
  return actorOf(email)
}

const settled = (results: PromiseSettledResult<unknown>[]) => ({
  won: results.filter((result) => result.status === 'fulfilled').length,
  lost: results.flatMap((result) => (result.status === 'rejected' ? [String(result.reason.code)] : [])),
})

describe('the first account', () => {
  const first = (email: string) => ({ token: firstAccountToken(SECRET), email, name: 'Ada', password: PASSWORD })

  test('a wrong token makes nothing', async () => {
    await expect(nobody().account.createFirst({ ...first('x@example.org'), token: 'wrong' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await nobody().account.firstLink({ token: 'wrong' })).toMatchObject({ state: 'unknown' })
    expect(await nobody().account.firstLink({ token: firstAccountToken(SECRET) })).toMatchObject({ state: 'open' })
  })

  test.each([
    ['short', 'elevenchars'],
    ['most used', 'unbelievable'],
    ['most used, in capitals', 'UNBELIEVABLE'],
    ['one character over and over', 'aaaaaaaaaaaaaaa'],
    ['a most used one twice', 'passwordpassword'],
    ['the address', 'ada@example.org'],
    ['a lone surrogate', 'a long enough \ud800 phrase'],
    ['NUL', 'a long enough \u0000 phrase'],
    ['too long', 'x y'.repeat(400)],
  ])('a password that is %s is refused at its field', async (_, password) => {
    const refused = nobody().account.createFirst({ ...first('ada@example.org'), password })
    await expect(refused).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })

  test('two who use the link at once: one account, lead and admin', async () => {
    const tries = ['ada@example.org', 'eve@example.org', 'mal@example.org'].map((email) =>
      nobody().account.createFirst(first(email)),
    )
    const { won, lost } = settled(await Promise.allSettled(tries))
    expect(won).toBe(1)
    expect(lost).toEqual(['PRECONDITION_FAILED', 'PRECONDITION_FAILED'])
    const accounts = await database.db.select().from(account)
    expect(accounts).toMatchObject([{ role: 'lead', isAdmin: true }])
    expect(await nobody().account.firstLink({ token: firstAccountToken(SECRET) })).toMatchObject({ state: 'used' })
  })
})

describe('accounts', () => {
  let lead: Actor
  beforeAll(async () => {
    const [row] = await database.db.select().from(account)
    if (row === undefined) throw new Error('the first account is made above')
    await byHand(database.db, [['account.renamed', row.id]], (tx) =>
      tx.update(account).set({ email: 'lead@example.org' }).where(eq(account.id, row.id)),
    )
    lead = await actorOf('lead@example.org')
  })

  test('an invitation is kept as a hash, works once, and twice at once makes one account', async () => {
    const { url, pending } = await as(lead).account.invite({ email: 'Bo@Example.org', role: 'editor', isAdmin: false })
    const token = tokenIn(url)
    expect(pending.links).toMatchObject([{ email: 'bo@example.org', role: 'editor', kind: 'invitation' }])
    expect(JSON.stringify(await database.db.select().from(accessLink))).not.toContain(token)
    expect(JSON.stringify(await database.db.select().from(event))).not.toContain(token)
    expect(await nobody().account.invitation({ token })).toMatchObject({ state: 'open', email: 'bo@example.org' })
    const use = () => nobody().account.acceptInvitation({ token, name: 'Bo', password: PASSWORD })
    expect(settled(await Promise.allSettled([use(), use(), use()]))).toEqual({
      won: 1,
      lost: ['PRECONDITION_FAILED', 'PRECONDITION_FAILED'],
    })
    expect(await nobody().account.invitation({ token })).toMatchObject({ state: 'used', email: null })
    expect(await enter('BO@example.org ')).toMatchObject({ outcome: 'in' })
  })

  test('it runs out after 72 hours, can be withdrawn, and a newer one to the same address ends it', async () => {
    const { url } = await as(lead).account.invite({ email: 'late@example.org', role: 'observer', isAdmin: false })
    const use = (hours: number) =>
      nobody(() => new Date(Date.now() + hours * 3600_000)).account.acceptInvitation({
        token: tokenIn(url),
        name: 'Late',
        password: PASSWORD,
      })
    await expect(use(72.1)).rejects.toMatchObject({ code: 'PRECONDITION_FAILED' })
    const newer = await as(lead).account.invite({ email: 'late@example.org', role: 'observer', isAdmin: false })
    await expect(use(0)).rejects.toMatchObject({ code: 'PRECONDITION_FAILED' })
    const open = newer.pending.links.filter((link) => link.email === 'late@example.org')
    expect(open).toHaveLength(1)
    await as(lead).account.revokeLink({ id: open[0]?.id ?? '' })
    expect(await nobody().account.invitation({ token: tokenIn(newer.url) })).toMatchObject({ state: 'revoked' })
    await expect(as(lead).account.revokeLink({ id: open[0]?.id ?? '' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('only those who look after accounts invite, set roles, suspend and reset; others see no addresses', async () => {
    const editor = await invited(lead, 'edit@example.org')
    const call = as(editor)
    const target = { id: lead.id, version: 1 }
    const refused = [
      call.account.invite({ email: 'no@example.org', role: 'lead', isAdmin: true }),
      call.account.setRole({ ...target, role: 'observer', isAdmin: false }),
      call.account.suspend(target),
      call.account.restore(target),
      call.account.createReset({ accountId: lead.id }),
      call.account.links({}),
    ]
    await Promise.all(refused.map((one) => expect(one).rejects.toMatchObject({ code: 'FORBIDDEN' })))
    const { accounts } = await call.account.list({})
    expect(accounts.find((one) => one.id === lead.id)?.email).toBeNull()
    expect(accounts.find((one) => one.id === editor.id)?.email).toBe('edit@example.org')
    expect(accounts.every((one) => !one.can.suspend.allowed)).toBe(true)
  })

  test('the last active lead and admin are safe, by the rule and by the database', async () => {
    const target = { id: lead.id, version: await versionOf(lead.id) }
    const call = as(lead)
    await expect(call.account.setRole({ ...target, role: 'editor', isAdmin: true })).rejects.toMatchObject({
      code: 'PRECONDITION_FAILED',
      message: 'This is the last active lead.',
    })
    await expect(call.account.setRole({ ...target, role: 'lead', isAdmin: false })).rejects.toMatchObject({
      message: 'This is the last active admin.',
    })
    await expect(call.account.suspend(target)).rejects.toMatchObject({ code: 'PRECONDITION_FAILED' })
    const direct = byHand(database.db, [['account.role-set', lead.id]], (tx) =>
      tx.update(account).set({ role: 'editor' }).where(eq(account.id, lead.id)),
    )
    await expect(direct).rejects.toThrow()
    const own = (await call.account.list({})).accounts.find((one) => one.isSelf)
    expect(own?.can.leaveLead).toMatchObject({ allowed: false, rule: 'policy.last-lead' })
    expect(own?.can.suspend.allowed).toBe(false)
  })

  test.each([
    // Whoever came second is no admin any more when his turn comes, or is the last.
    ['each other', [1, 0], 'FORBIDDEN'],
    ['themselves', [0, 1], 'PRECONDITION_FAILED'],
  ] as const)('two leads who demote %s at once: one stays', async (_, [ofLead, ofOther], code) => {
    const address = `${code.toLowerCase()}@example.org`
    const other = await invited(lead, address, 'lead', true)
    for (let round = 0; round < 2; round++) {
      const pair = [lead, other]
      const versions = await Promise.all(pair.map((one) => versionOf(one.id)))
      const demote = (by: Actor, index: number) =>
        as(by).account.setRole({
          id: pair[index]?.id ?? '',
          version: versions[index] ?? 0,
          role: 'editor',
          isAdmin: false,
        })
      const { won, lost } = settled(await Promise.allSettled([demote(lead, ofLead), demote(other, ofOther)]))
      expect({ won, lost }).toEqual({ won: 1, lost: [code] })
      for (const one of ['lead@example.org', address])
        await setRoleByOperator({ db: database.db }, one, { role: 'lead', isAdmin: true })
    }
    await setRoleByOperator({ db: database.db }, address, { role: 'editor', isAdmin: false })
  })

  test('a stale change is told what it met', async () => {
    const person = await invited(lead, 'stale@example.org')
    await as(lead).account.setRole({ id: person.id, version: 1, role: 'observer', isAdmin: false })
    const again = as(lead).account.setRole({ id: person.id, version: 1, role: 'lead', isAdmin: false })
    await expect(again).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  test('suspension ends sessions and links, keeps the person out, and can be lifted', async () => {
    const person = await invited(lead, 'gone@example.org', 'editor', true)
    await enter('gone@example.org')
    const { url } = await as(person).account.invite({ email: 'by-gone@example.org', role: 'lead', isAdmin: true })
    await as(lead).account.suspend({ id: person.id, version: 1 })
    const open = await database.db.select().from(session).where(eq(session.accountId, person.id))
    expect(open.every((one) => one.endedAt !== null)).toBe(true)
    expect(await nobody().account.invitation({ token: tokenIn(url) })).toMatchObject({ state: 'revoked' })
    expect(await enter('gone@example.org')).toEqual({ outcome: 'refused' })
    await as(lead).account.restore({ id: person.id, version: 2 })
    expect(await enter('gone@example.org')).toMatchObject({ outcome: 'in' })
  })

  test('a reset link sets a new password once and ends every session', async () => {
    const person = await invited(lead, 'lost@example.org')
    await enter('lost@example.org')
    const earlier = await as(lead).account.createReset({ accountId: person.id })
    const { url, pending } = await as(lead).account.createReset({ accountId: person.id })
    expect(await nobody().account.resetLink({ token: tokenIn(earlier.url) })).toMatchObject({ state: 'revoked' })
    expect(await nobody().account.resetLink({ token: tokenIn(url) })).toMatchObject({ state: 'open' })
    const { id = '' } = pending.links.find((link) => link.email === 'lost@example.org') ?? {}
    const use = (password: string) => nobody().account.useReset({ token: tokenIn(url), password })
    await expect(use('short')).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    expect(settled(await Promise.allSettled([use('quite another phrase'), use('quite another phrase')])).won).toBe(1)
    expect(await sessionsOf(person)).toEqual([])
    // It was used: it is not said to have been withdrawn.
    await expect(as(lead).account.revokeLink({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await enter('lost@example.org')).toEqual({ outcome: 'refused' })
    expect(await enter('lost@example.org', 'quite another phrase')).toMatchObject({ outcome: 'in' })
    const kept = await database.db
      .select()
      .from(event)
      .where(and(eq(event.subjectId, person.id), eq(event.kind, 'account.password-changed')))
    expect(kept).toHaveLength(1)
  })

  test('the own password changes by whoever knows the present one, however it is typed', async () => {
    const person = await invited(lead, 'own@example.org')
    const change = (current: string, password: string) => as(person).account.changePassword({ current, password })
    await expect(change('not my password', 'ein neues Passwört')).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await enter('own@example.org')
    const { url } = await as(lead).account.createReset({ accountId: person.id })
    await change(PASSWORD, 'ein neues Passwo\u0308rt')
    // Whoever had got in, or was about to by a link, is out.
    expect(await sessionsOf(person)).toEqual([])
    expect(await nobody().account.resetLink({ token: tokenIn(url) })).toMatchObject({ state: 'revoked' })
    expect(await enter('own@example.org', 'ein neues Passw\u00f6rt')).toMatchObject({ outcome: 'in' })
    expect(await enter('own@example.org')).toEqual({ outcome: 'refused' })
  })

  test('long and odd passwords are fine', async () => {
    const long = `${'пароль 🔑 '.repeat(80)}end`
    const { url } = await as(lead).account.invite({ email: 'long@example.org', role: 'editor', isAdmin: false })
    await nobody().account.acceptInvitation({ token: tokenIn(url), name: 'Long', password: long })
    expect(await enter('long@example.org', long)).toMatchObject({ outcome: 'in' })
    expect(await enter('long@example.org', `${long}.`)).toEqual({ outcome: 'refused' })
  })

  test('one renames oneself; what is no name is refused at its field', async () => {
    const person = await invited(lead, 'named@example.org')
    expect(await as(person).account.rename({ name: '  Zoë   Q ' })).toMatchObject({ name: 'Zoë Q' })
    for (const name of ['', 'a\u0000b', '\ud800', 'a\u202eb', 'x'.repeat(201)])
      await expect(as(person).account.rename({ name })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })

  test('what is missing and what nobody may see are alike', async () => {
    const id = crypto.randomUUID()
    const refused = [
      as(lead).account.suspend({ id, version: 1 }),
      as(lead).account.setRole({ id, version: 1, role: 'lead', isAdmin: false }),
      as(lead).account.createReset({ accountId: id }),
      as(lead).session.end({ id }),
    ]
    await Promise.all(refused.map((one) => expect(one).rejects.toMatchObject({ code: 'NOT_FOUND' })))
  })

  test('sessions: one ends one of his own, or all others, and never another person’s', async () => {
    const person = await invited(lead, 'seen@example.org')
    const other = await addPerson(database.db)
    for (let count = 0; count < 3; count++) await enter('seen@example.org')
    const { sessions } = await as(person).session.list({})
    expect(sessions).toHaveLength(3)
    await expect(as(other).session.end({ id: sessions[0]?.id ?? '' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect((await as(person).session.end({ id: sessions[0]?.id ?? '' })).sessions).toHaveLength(2)
    expect((await as(person).session.endOthers({})).sessions).toHaveLength(0)
  })

  test('the list runs by a key', async () => {
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<ReturnType<typeof as>['account']['list']>> = await as(lead).account.list({
        limit: 3,
        cursor,
      })
      seen.push(...page.accounts.map((one) => one.id))
      cursor = page.nextCursor
    } while (cursor !== null)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toHaveLength((await database.db.select().from(account)).length)
  })

  test('a change on a later page of people answers with that page', async () => {
    const { accounts } = await as(lead).account.list({ limit: 200 })
    const last = accounts.at(-1)
    const before = accounts.at(-2)
    if (last === undefined || before === undefined) throw new Error('too few people')
    const page = before.id
    const { role, isAdmin } = last
    const suspended = await as(lead).account.suspend({ id: last.id, version: last.version, page })
    expect(suspended.accounts).toMatchObject([{ id: last.id, isSuspended: true }])
    const restored = await as(lead).account.restore({ id: last.id, version: last.version + 1, page })
    expect(restored.accounts).toMatchObject([{ id: last.id, isSuspended: false }])
    const kept = { role, isAdmin, version: last.version + 2 }
    expect((await as(lead).account.setRole({ id: last.id, page, ...kept })).accounts).toHaveLength(1)
  })
})

describe('the machine’s owner', () => {
  test('does the same by the same rules, and the events name nobody', async () => {
    const by = { db: database.db }
    const { url } = await inviteByOperator(by, { email: 'cli@example.org', role: 'editor' })
    await nobody().account.acceptInvitation({ token: tokenIn(url), name: 'Cli', password: PASSWORD })
    await setRoleByOperator(by, 'CLI@example.org', { role: 'observer' })
    await suspendByOperator(by, 'cli@example.org', {})
    await restoreByOperator(by, 'cli@example.org', {})
    const reset = await resetByOperator(by, 'cli@example.org', {})
    expect(await nobody().account.resetLink({ token: tokenIn(reset.url) })).toMatchObject({ state: 'open' })
    expect((await listAccountsByOperator(by)).find((one) => one.email === 'cli@example.org')).toMatchObject({
      role: 'observer',
      suspendedAt: null,
    })
    const { id } = await actorOf('cli@example.org')
    const events = await database.db.select().from(event).where(eq(event.subjectId, id))
    const made = events.filter((one) => one.kind !== 'account.created')
    expect(made.map((one) => one.kind).sort()).toEqual([
      'account.restored',
      'account.role-set',
      'account.suspended',
      'reset.created',
    ])
    expect(made.every((one) => one.actorId === null)).toBe(true)
    await expect(setRoleByOperator(by, 'lead@example.org', { role: 'editor' })).rejects.toThrow('last active lead')
    await expect(suspendByOperator(by, 'nobody@example.org', {})).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
