import { firstAccountToken } from '@/server/account/first-link'
import { testSecret } from '../app'
import { UNKNOWN } from '../world'
import { PASSWORD } from '../world-people'
import { admins, desk, everybody, leads, missing, row } from './cell'
import type { Table } from './cell'

const password = 'eleven herons over the marsh'
const name = 'Nina New'
const nothing = () => undefined

/** People and the team. Whoever holds a link needs no account, so those rows are alike for all. */
export const accountTable: Table = {
  'account.acceptInvitation': [
    row('open link', (w) => ({ token: w.links.open, name, password }), everybody('ok')),
    row('withdrawn link', (w) => ({ token: w.links.gone, name, password }), everybody('PRECONDITION_FAILED')),
    row('link of a reset', (w) => ({ token: w.links.reset, name, password }), everybody('NOT_FOUND')),
    row('common password', (w) => ({ token: w.links.open, name, password: 'password1234' }), everybody('BAD_REQUEST')),
  ],
  'account.changePassword': [
    row('right one', () => ({ current: PASSWORD, password }), desk('ok')),
    row('wrong one', () => ({ current: 'something else', password }), desk('BAD_REQUEST')),
  ],
  'account.createFirst': [
    row(
      'there are accounts',
      () => ({ token: firstAccountToken(testSecret), email: 'a@b.test', name, password }),
      everybody('PRECONDITION_FAILED'),
    ),
    row('a guess', () => ({ token: 'guessed', email: 'a@b.test', name, password }), everybody('NOT_FOUND')),
  ],
  'account.createReset': [
    row('of an active one', (w) => ({ accountId: w.people.editor.id }), admins('ok')),
    row('of a suspended one', (w) => ({ accountId: w.people.suspended.id }), admins('PRECONDITION_FAILED')),
    missing(() => ({ accountId: UNKNOWN })),
  ],
  'account.firstLink': [row('any token', () => ({ token: 'guessed' }), everybody('ok'))],
  'account.invitation': [
    row('open link', (w) => ({ token: w.links.open }), everybody('ok')),
    row('a guess', () => ({ token: 'guessed' }), everybody('ok')),
  ],
  'account.invite': [
    row('a new address', () => ({ email: 'more@example.test', role: 'lead', isAdmin: true }), admins('ok')),
    row(
      'an address that has one',
      (w) => ({ email: `${w.people.editor.id}@example.test`, role: 'editor', isAdmin: false }),
      admins('BAD_REQUEST'),
    ),
  ],
  'account.links': [row('some', () => ({}), admins('ok'))],
  'account.list': [row('some', () => ({}), desk('ok'))],
  'account.me': [row('oneself', nothing, desk('ok'))],
  'account.rename': [row('oneself', () => ({ name: 'Another Name' }), desk('ok'))],
  'account.resetLink': [row('open link', (w) => ({ token: w.links.reset }), everybody('ok'))],
  'account.restore': [
    row('suspended', (w) => ({ id: w.people.suspended.id, version: 1 }), admins('ok')),
    row('active', (w) => ({ id: w.people.editor.id, version: 1 }), admins('PRECONDITION_FAILED')),
    missing(() => ({ id: UNKNOWN, version: 1 })),
  ],
  'account.revokeLink': [
    row('open', (w) => ({ id: w.links.openId }), admins('ok')),
    row('withdrawn', (w) => ({ id: w.links.goneId }), admins('NOT_FOUND')),
    row('seen on a page that is none', (w) => ({ id: w.links.openId, page: 'nowhere' }), admins('BAD_REQUEST')),
  ],
  'account.setRole': [
    row('a promotion', (w) => ({ id: w.people.editor.id, version: 1, role: 'lead', isAdmin: false }), admins('ok')),
    row(
      'the last lead',
      (w) => ({ id: w.people.lead.id, version: 1, role: 'editor', isAdmin: false }),
      admins('PRECONDITION_FAILED'),
    ),
    row(
      'the last admin',
      (w) => ({ id: w.people.admin.id, version: 1, role: 'observer', isAdmin: false }),
      admins('PRECONDITION_FAILED'),
    ),
    row('stale', (w) => ({ id: w.people.editor.id, version: 9, role: 'lead', isAdmin: false }), admins('CONFLICT')),
    missing(() => ({ id: UNKNOWN, version: 1, role: 'lead', isAdmin: false })),
  ],
  'account.suspend': [
    row('an editor', (w) => ({ id: w.people.third.id, version: 1 }), admins('ok')),
    row('the last lead', (w) => ({ id: w.people.lead.id, version: 1 }), admins('PRECONDITION_FAILED')),
    row('the last admin', (w) => ({ id: w.people.admin.id, version: 1 }), admins('PRECONDITION_FAILED')),
    row('suspended', (w) => ({ id: w.people.suspended.id, version: 1 }), admins('PRECONDITION_FAILED')),
    missing(() => ({ id: UNKNOWN, version: 1 })),
  ],
  'account.useReset': [
    row('open link', (w) => ({ token: w.links.reset, password }), everybody('ok')),
    row('an invitation', (w) => ({ token: w.links.open, password }), everybody('NOT_FOUND')),
  ],
  'session.end': [
    row("one's other", (w, who) => ({ id: w.otherSession(who) }), desk('ok')),
    row("somebody else's", (w) => ({ id: w.otherSession('suspended') }), desk('NOT_FOUND')),
  ],
  'session.endOthers': [row('one other', () => ({}), desk('ok'))],
  'session.list': [row('two', () => ({}), desk('ok'))],
  'team.change': [
    row('other settings', () => settings(1), leads('ok')),
    row('stale', () => settings(2), leads('CONFLICT')),
  ],
  'team.show': [row('as it is', nothing, desk('ok'))],
}

function settings(version: number) {
  return { version, organisation: 'The Desk', contact: 'desk@example.test', language: 'en', quorum: 4, approvals: 2 }
}
