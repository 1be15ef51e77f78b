'use client'

import { useState } from 'react'
import { z } from 'zod'
import { explanationOf } from '@/components/action/action-button'
import { UnsavedForm } from '@/components/draft/unsaved-form'
import { useUnsaved } from '@/components/draft/use-unsaved'
import { useSubmit } from '@/components/form/use-submit'
import { useTRPC } from '@/components/trpc'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog } from '@/components/ui/dialog'
import { RadioGroup } from '@/components/ui/radio-group'
import { announce } from '@/components/ui/status'
import { setRoleInput } from '@/domain/input/account'
import { ROLE_LABEL, ROLES } from '@/domain/policy'
import { ROLE_MEANING, type People, type Person } from './view'

const shape = z.object({ role: z.enum(ROLES), isAdmin: z.boolean() })
type Rank = z.infer<typeof shape>

/** `page`: of people, which the answer is. */
type RankDialogProps = { person: Person; page: string | null; onClose: () => void; onDone: (people: People) => void }

export function RankDialog({ person, page, onClose, onDone }: RankDialogProps) {
  const trpc = useTRPC()
  // As it is now, also where somebody else has just changed it.
  const [base, setBase] = useState<Rank & { version: number }>(person)
  const unsaved = useUnsaved({ of: `rank.${person.id}`, label: 'A role' }, shape, {
    version: base.version,
    draft: { role: base.role, isAdmin: base.isAdmin },
  })
  const { role, isAdmin } = unsaved.draft
  const sending = useSubmit({
    schema: setRoleInput,
    mutation: trpc.account.setRole.mutationOptions(),
    onFault: ({ kind, current }) => {
      if (kind === 'conflict' && current !== undefined) setBase(current as Rank & { version: number })
    },
    onDone: (people: People) => {
      unsaved.forget()
      onDone(people)
      announce(`${person.name} is ${ROLE_LABEL[role].toLowerCase()} now.`)
      onClose()
    },
  })
  const { leaveLead, leaveAdmin } = person.can
  return (
    <Dialog isOpen onOpenChange={onClose} title={`The role of ${person.name}`}>
      <UnsavedForm
        unsaved={unsaved}
        form={sending}
        words={wordsOf}
        onSubmit={(version) => {
          sending.submit({ id: person.id, version, role, isAdmin, page })
        }}
        onClose={onClose}
      >
        <RadioGroup
          label="Role"
          value={role}
          onChange={(picked) => {
            unsaved.change({ role: picked, isAdmin })
          }}
          options={ROLES.map((id) => {
            const isKept = person.role === 'lead' && id !== 'lead' && !leaveLead.allowed
            return {
              id,
              label: ROLE_LABEL[id],
              description: ROLE_MEANING[id],
              isDisabled: isKept,
              ...(isKept && { explanation: explanationOf(leaveLead) }),
            }
          })}
        />
        <Checkbox
          isSelected={isAdmin}
          onChange={(isPicked) => {
            unsaved.change({ role, isAdmin: isPicked })
          }}
          isDisabled={person.isAdmin && !leaveAdmin.allowed}
          description={
            person.isAdmin && !leaveAdmin.allowed
              ? explanationOf(leaveAdmin)
              : 'Invites, suspends and resets. It gives no editorial right.'
          }
        >
          Looks after accounts
        </Checkbox>
      </UnsavedForm>
    </Dialog>
  )
}

function wordsOf({ role, isAdmin }: Rank) {
  return { Role: ROLE_LABEL[role], Accounts: isAdmin ? 'Looks after them' : 'No' }
}
