import { every, refused, allowed, type Verdict } from './verdict'

export const ROLES = ['observer', 'editor', 'lead'] as const
export type Role = (typeof ROLES)[number]

/** Who acts, as loaded once per request. A suspended account has no actor. */
export type Actor = { id: string; name: string; role: Role; isAdmin: boolean }

export const ROLE_LABEL: Readonly<Record<Role, string>> = { observer: 'Observer', editor: 'Editor', lead: 'Lead' }

const observer = (actor: Actor): boolean => ROLES.includes(actor.role)
const editor = (actor: Actor): boolean => actor.role === 'editor' || actor.role === 'lead'
const lead = (actor: Actor): boolean => actor.role === 'lead'
const admin = (actor: Actor): boolean => actor.isAdmin

/** The whole table of permissions: nothing else in the code compares a role. */
const PERMISSIONS = {
  'desk.read': observer,
  'incident.create': editor,
  'incident.edit': editor,
  'incident.close': lead,
  'incident.reopen': lead,
  'claim.edit': editor,
  'party.edit': editor,
  'place.edit': editor,
  // Changes what other people's incidents count, and cannot be taken back.
  'party.merge': lead,
  'place.merge': lead,
  'outlet.grade': lead,
  'source.edit': editor,
  'capture.create': editor,
  'excerpt.edit': editor,
  'evidence.edit': editor,
  'lineage.edit': editor,
  'round.open': editor,
  'round.vote': editor,
  'round.reveal': editor,
  'revision.edit': editor,
  'revision.submit': editor,
  'revision.review': editor,
  'revision.publish': editor,
  'publication.retract': lead,
  'publication.re-examine': editor,
  // Carries captured pages out of the desk.
  'bundle.export': editor,
  'redaction.propose': lead,
  'redaction.confirm': editor,
  'team.edit': lead,
  'account.list': observer,
  'account.invite': admin,
  'account.set-role': admin,
  'account.suspend': admin,
  'account.reset': admin,
} as const satisfies Record<string, (actor: Actor) => boolean>

export type Permission = keyof typeof PERMISSIONS

const HOLDERS: ReadonlyMap<(actor: Actor) => boolean, string> = new Map([
  [observer, 'people who are signed in'],
  [editor, 'editors'],
  [lead, 'leads'],
  [admin, 'administrators of accounts'],
])

/** May this actor do this? The verdict says who may, where the answer is no. */
export function can(actor: Actor, permission: Permission): Verdict {
  const holds = PERMISSIONS[permission]
  if (holds(actor)) return allowed
  return refused('policy.role', `Only ${HOLDERS.get(holds) ?? 'others'} can do this.`, 'Ask one of them to do it.')
}

/** `can` and then the rule: what most screens ask. */
export function canAnd(actor: Actor, permission: Permission, ...rules: readonly Verdict[]): Verdict {
  return every(can(actor, permission), ...rules)
}

/** An account able to vote, review and publish. */
export function isEditor(account: { role: Role; isSuspended: boolean }): boolean {
  return !account.isSuspended && (account.role === 'editor' || account.role === 'lead')
}

/**
 * The last active lead and the last active admin can be neither demoted nor suspended.
 * `others` are the other accounts of the team.
 */
export function canLoseRank(
  account: { role: Role; isAdmin: boolean },
  becomes: { role: Role; isAdmin: boolean; isSuspended: boolean },
  others: readonly { role: Role; isAdmin: boolean; isSuspended: boolean }[],
): Verdict {
  const active = others.filter((other) => !other.isSuspended)
  const losesLead = account.role === 'lead' && (becomes.isSuspended || becomes.role !== 'lead')
  if (losesLead && !active.some((other) => other.role === 'lead'))
    return refused('policy.last-lead', 'This is the last active lead.', 'Make someone else a lead first.')
  const losesAdmin = account.isAdmin && (becomes.isSuspended || !becomes.isAdmin)
  if (losesAdmin && !active.some((other) => other.isAdmin))
    return refused('policy.last-admin', 'This is the last active admin.', 'Make someone else an admin first.')
  return allowed
}
