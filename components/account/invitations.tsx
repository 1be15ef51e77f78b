'use client'

import type { ReactNode } from 'react'
import { z } from 'zod'
import { useUnsaved } from '@/components/draft/use-unsaved'
import { KeptForm } from '@/components/draft/kept-form'
import { useSubmit } from '@/components/form/use-submit'
import { useTRPC, type RouterOutputs } from '@/components/trpc'
import { Checkbox } from '@/components/ui/checkbox'
import { Select } from '@/components/ui/select'
import { TextField } from '@/components/ui/text-field'
import { inviteInput } from '@/domain/input/account'
import { ROLE_LABEL, ROLES } from '@/domain/policy'
import type { Verdict } from '@/domain/verdict'
import { MadeLink } from './made-link'
import { ROLE_MEANING, type Links } from './view'

type InvitationsProps = {
  canInvite: Verdict
  made: { url: string; for: string } | null
  onLinks: (links: Links) => void
  onMade: (made: { url: string; for: string }) => void
  /** The links that wait to be used. */
  children: ReactNode
}

/** New people come in by a link, which is shown once to whoever makes it. */
export function Invitations({ canInvite, made, onLinks, onMade, children }: InvitationsProps) {
  return (
    <section aria-labelledby="invitations-heading" className="flex flex-col gap-3">
      <h2 id="invitations-heading" className="text-lg font-semibold">
        Invitations
      </h2>
      {made !== null && <MadeLink key={made.url} url={made.url} name={made.for} />}
      <InviteForm canInvite={canInvite} onLinks={onLinks} onMade={onMade} />
      {children}
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
    <KeptForm
      unsaved={unsaved}
      form={sending}
      fieldId={(path) => `invite-${path}`}
      submitLabel="Make an invitation"
      tone="secondary"
      verdict={canInvite}
      className="max-w-2xl"
      onSubmit={() => {
        sending.submit(typed)
      }}
    >
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
    </KeptForm>
  )
}
