import { expect, test } from 'vitest'
import { can, canLoseRank, isEditor, ROLES, type Actor, type Permission } from './policy'

const actor = (role: Actor['role'], isAdmin = false): Actor => ({ id: 'a', name: 'A', role, isAdmin })

test.each<[Permission, string[]]>([
  ['desk.read', ['observer', 'editor', 'lead']],
  ['round.vote', ['editor', 'lead']],
  ['revision.publish', ['editor', 'lead']],
  ['redaction.confirm', ['editor', 'lead']],
  ['redaction.propose', ['lead']],
  ['publication.retract', ['lead']],
  ['party.merge', ['lead']],
  ['team.edit', ['lead']],
  ['account.set-role', []],
])('%s is for %j', (permission, who) => {
  expect(ROLES.filter((role) => can(actor(role), permission).allowed)).toEqual(who)
})

test('whoever looks after accounts needs no role for it, and gains none by it', () => {
  expect(can(actor('observer', true), 'account.invite').allowed).toBe(true)
  expect(can(actor('observer', true), 'round.vote').allowed).toBe(false)
})

test('a suspended account is no editor', () => {
  expect(isEditor({ role: 'lead', isSuspended: false })).toBe(true)
  expect(isEditor({ role: 'lead', isSuspended: true })).toBe(false)
  expect(isEditor({ role: 'observer', isSuspended: false })).toBe(false)
})

test('the last of those who can act keeps the rank: a suspended one beside them is nobody', () => {
  const lead = { role: 'lead', isAdmin: true } as const
  const demoted = { role: 'editor', isAdmin: true, isSuspended: false } as const
  const another = { ...lead, isSuspended: false }
  const losing = (others: Parameters<typeof canLoseRank>[2], becomes: Parameters<typeof canLoseRank>[1] = demoted) => {
    const verdict = canLoseRank(lead, becomes, others)
    return verdict.allowed ? null : verdict.rule
  }
  expect(losing([])).toBe('policy.last-lead')
  expect(losing([{ ...another, isSuspended: true }])).toBe('policy.last-lead')
  expect(losing([another])).toBeNull()
  expect(losing([], { ...lead, isSuspended: true })).toBe('policy.last-lead')
  const noAdmin = { role: 'lead', isAdmin: false, isSuspended: false } as const
  expect(losing([{ ...another, isAdmin: false }], noAdmin)).toBe('policy.last-admin')
  expect(losing([{ ...another, isSuspended: true }], noAdmin)).toBe('policy.last-admin')
  expect(losing([another], noAdmin)).toBeNull()
})
