'use client'

import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { ActionButton } from '@/components/action/action-button'
import { faultOf } from '@/components/fault'
import { DiscardUnsaved } from '@/components/draft/unsaved-form'
import { useUnsaved } from '@/components/draft/use-unsaved'
import { FormFault } from '@/components/form/form-fault'
import { useSubmit } from '@/components/form/use-submit'
import { useTRPC, type RouterOutputs } from '@/components/trpc'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Actions } from '@/components/ui/dialog'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorNotice } from '@/components/ui/error-notice'
import { Select } from '@/components/ui/select'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { TextField } from '@/components/ui/text-field'
import { Time } from '@/components/ui/time'
import { inviteInput } from '@/domain/input/account'
import { ROLE_LABEL, ROLES } from '@/domain/policy'
import type { Verdict } from '@/domain/verdict'
import { MadeLink } from './made-link'
import { ROLE_MEANING, type Links } from './view'

type InvitationsProps = {
  canInvite: Verdict
  /** Null where the person may not see them. */
  links: Links | null
  made: { url: string; for: string } | null
  onLinks: (links: Links) => void
  onMade: (made: { url: string; for: string }) => void
}

/** New people come in by a link, which is shown once to whoever makes it. */
export function Invitations({ canInvite, links, made, onLinks, onMade }: InvitationsProps) {
  return (
    <section aria-labelledby="invitations-heading" className="flex flex-col gap-3">
      <h2 id="invitations-heading" className="text-lg font-semibold">
        Invitations
      </h2>
      {made !== null && <MadeLink key={made.url} url={made.url} name={made.for} />}
      <InviteForm canInvite={canInvite} onLinks={onLinks} onMade={onMade} />
      {links !== null && <Pending links={links} onLinks={onLinks} />}
    </section>
  )
}

const shape = z.object({ email: z.string(), role: z.enum(ROLES), isAdmin: z.boolean() })
const NOBODY: z.infer<typeof shape> = { email: '', role: 'editor', isAdmin: false }

function InviteForm({ canInvite, onLinks, onMade }: Pick<InvitationsProps, 'canInvite' | 'onLinks' | 'onMade'>) {
  const trpc = useTRPC()
  const name = { of: 'invitation', label: 'An invitation' }
  const unsaved = useUnsaved(name, shape, { version: 0, draft: NOBODY })
  const typed = unsaved.draft
  const sending = useSubmit({
    schema: inviteInput,
    mutation: trpc.account.invite.mutationOptions(),
    onDone: ({ url, pending }: RouterOutputs['account']['invite'], input) => {
      onMade({ url, for: input.email })
      onLinks(pending)
      unsaved.forget()
    },
  })
  return (
    <form
      noValidate
      className="flex max-w-2xl flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        sending.submit(typed)
      }}
    >
      <FormFault fault={sending.fault} attempt={sending.attempt} fieldId={(path) => `invite-${path}`} />
      <div className="flex flex-wrap items-start gap-3">
        <TextField
          id="invite-email"
          label="Email"
          type="email"
          autoComplete="off"
          className="min-w-60 flex-1"
          value={typed.email}
          onChange={(email) => {
            unsaved.change({ ...typed, email })
          }}
          error={sending.errorAt('email')}
        />
        <Select
          id="invite-role"
          label="Role"
          className="w-40"
          options={ROLES.map((id) => ({ id, label: ROLE_LABEL[id], description: ROLE_MEANING[id] }))}
          value={typed.role}
          onChange={(role) => {
            unsaved.change({ ...typed, role })
          }}
          error={sending.errorAt('role')}
        />
      </div>
      <Checkbox
        isSelected={typed.isAdmin}
        onChange={(isAdmin) => {
          unsaved.change({ ...typed, isAdmin })
        }}
      >
        Looks after accounts
      </Checkbox>
      <Actions>
        <ActionButton verdict={canInvite} type="submit" isPending={sending.isPending}>
          Make an invitation
        </ActionButton>
        <DiscardUnsaved unsaved={unsaved} onDiscarded={sending.clear} />
      </Actions>
    </form>
  )
}

function Pending({ links, onLinks }: { links: Links; onLinks: (links: Links) => void }) {
  const trpc = useTRPC()
  const [failed, setFailed] = useState<string | null>(null)
  const revoke = useMutation({
    ...trpc.account.revokeLink.mutationOptions(),
    onSuccess: (after) => {
      setFailed(null)
      onLinks(after)
    },
    onError: (error) => {
      setFailed(faultOf(error).message)
    },
  })
  if (links.links.length === 0)
    return <EmptyState title="No link waits to be used.">An invitation shows here until it is used.</EmptyState>
  return (
    <>
      {failed !== null && <ErrorNotice title={failed} />}
      <Table caption="Links that wait to be used" className="relative">
        <thead>
          <tr>
            <ColumnHead>For</ColumnHead>
            <ColumnHead>Kind</ColumnHead>
            <ColumnHead className="max-sm:hidden">Made by</ColumnHead>
            <ColumnHead>Works until</ColumnHead>
            <ColumnHead>
              <span className="sr-only">Withdraw</span>
            </ColumnHead>
          </tr>
        </thead>
        <tbody>
          {links.links.map((link) => (
            <tr key={link.id}>
              <RowHead className="min-w-40 wrap-anywhere">{link.email}</RowHead>
              <Cell>
                {link.kind === 'reset' ? 'New password' : ROLE_LABEL[link.role ?? 'observer']}
                {link.isAdmin && ', accounts'}
              </Cell>
              <Cell className="max-sm:hidden">
                <bdi>{link.createdByName ?? 'The command line'}</bdi>
              </Cell>
              <Cell>
                <Time value={link.expiresAt.toISOString()} precision="minute" />
              </Cell>
              <Cell align="end">
                <Button
                  size="small"
                  aria-label={`Withdraw the link for ${link.email}`}
                  isPending={revoke.isPending && revoke.variables.id === link.id}
                  onPress={() => {
                    revoke.mutate({ id: link.id })
                  }}
                >
                  Withdraw
                </Button>
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  )
}
