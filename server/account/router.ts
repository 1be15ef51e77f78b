import {
  acceptInvitationInput,
  changePasswordInput,
  createFirstAccountInput,
  createResetInput,
  inviteInput,
  linkInput,
  listAccountsInput,
  listLinksInput,
  noInput,
  renameInput,
  revokeLinkInput,
  setRoleInput,
  suspensionInput,
  useResetInput,
} from '@/domain/input/account'
import { openProcedure, procedure, router } from '../trpc'
import { acceptInvitation, openInvitation } from './accept-invitation'
import { changePassword } from './change-password'
import { createFirstAccount, openFirstLink } from './create-first'
import { createReset } from './create-reset'
import { invite } from './invite'
import { listAccounts, listLinks, showOwnAccount } from './list'
import { renameAccount } from './rename'
import { revokeLink } from './revoke-link'
import { setRole } from './set-role'
import { restoreAccount, suspendAccount } from './suspend'
import { openReset, passwordByReset } from './use-reset'
import { accountList, enteredAccount, linkList, madeLink, openedLink, ownAccount } from './view'

export const accountRouter = router({
  acceptInvitation: openProcedure.input(acceptInvitationInput).output(enteredAccount).mutation(acceptInvitation),
  changePassword: procedure.input(changePasswordInput).output(ownAccount).mutation(changePassword),
  createFirst: openProcedure.input(createFirstAccountInput).output(enteredAccount).mutation(createFirstAccount),
  createReset: procedure.input(createResetInput).output(madeLink).mutation(createReset),
  firstLink: openProcedure.input(linkInput).output(openedLink).query(openFirstLink),
  invitation: openProcedure.input(linkInput).output(openedLink).query(openInvitation),
  invite: procedure.input(inviteInput).output(madeLink).mutation(invite),
  links: procedure.input(listLinksInput).output(linkList).query(listLinks),
  list: procedure.input(listAccountsInput).output(accountList).query(listAccounts),
  me: procedure.input(noInput).output(ownAccount).query(showOwnAccount),
  rename: procedure.input(renameInput).output(ownAccount).mutation(renameAccount),
  resetLink: openProcedure.input(linkInput).output(openedLink).query(openReset),
  restore: procedure.input(suspensionInput).output(accountList).mutation(restoreAccount),
  revokeLink: procedure.input(revokeLinkInput).output(linkList).mutation(revokeLink),
  setRole: procedure.input(setRoleInput).output(accountList).mutation(setRole),
  suspend: procedure.input(suspensionInput).output(accountList).mutation(suspendAccount),
  useReset: openProcedure.input(useResetInput).output(enteredAccount).mutation(passwordByReset),
})
