import { eq } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { account } from '@/db/schema'
import type { Actor } from '@/domain/policy'
import { hashPassword } from '@/server/account/password'
import { byHand } from './by-hand'
import { callAs } from './caller'
import { openSession } from './http'
import type { Session } from './http'
import { addPerson } from './people'

/** Everybody the design tells apart. `admin` is an observer with the flag; `author` has edited every text. */
export const ROLES_WALKED = ['nobody', 'observer', 'editor', 'author', 'lead', 'admin', 'suspended'] as const
export type Who = (typeof ROLES_WALKED)[number]
type Signed = Exclude<Who, 'nobody'>

export const PASSWORD = 'seven otters in a cold river'

export async function addPeople(db: Db) {
  const people = {
    observer: await addPerson(db, { name: 'Olga Observer', role: 'observer' }),
    editor: await addPerson(db, { name: 'Edda Editor' }),
    author: await addPerson(db, { name: 'Anton Author' }),
    lead: await addPerson(db, { name: 'Lea Lead', role: 'lead' }),
    admin: await addPerson(db, { name: 'Adam Admin', role: 'observer', isAdmin: true }),
    suspended: await addPerson(db, { name: 'Sven Suspended' }),
  } satisfies Record<Signed, Actor>
  const passwordHash = await hashPassword(PASSWORD)
  const known = Object.values(people).map(({ id }) => ['account.password-changed', id] as const)
  await byHand(db, known, (tx) => tx.update(account).set({ passwordHash }))
  const third = await addPerson(db, { name: 'Thea Third' })
  const fourth = await addPerson(db, { name: 'Finn Fourth' })
  return { ...people, third, fourth }
}

export type People = Awaited<ReturnType<typeof addPeople>>

/** Two browsers for everyone who can sign in. The suspended one's were opened before. */
export async function addSessions(db: Db, people: People) {
  const sessions = new Map<Who, { first: Session; second: Session }>()
  for (const who of ROLES_WALKED) {
    if (who === 'nobody') continue
    const { id } = people[who]
    sessions.set(who, { first: await openSession(db, id), second: await openSession(db, id) })
  }
  const { id } = people.suspended
  await byHand(db, [['account.suspended', id]], (tx) =>
    tx.update(account).set({ suspendedAt: new Date() }).where(eq(account.id, id)),
  )
  return sessions
}

const tokenOf = (url: string): string => new URL(url).searchParams.get('token') ?? ''

export async function addLinks(db: Db, people: People) {
  const admin = callAs(db, people.admin)
  const invite = (email: string) => admin.account.invite({ email, role: 'editor', isAdmin: false })
  const open = await invite('new@example.test')
  const gone = await invite('gone@example.test')
  const goneId = gone.pending.links.find((link) => link.email === 'gone@example.test')?.id ?? ''
  const left = await admin.account.revokeLink({ id: goneId })
  const reset = await admin.account.createReset({ accountId: people.third.id })
  const openId = left.links.find((link) => link.email === 'new@example.test')?.id ?? ''
  return { open: tokenOf(open.url), openId, gone: tokenOf(gone.url), goneId, reset: tokenOf(reset.url) }
}
