'use client'

import { useState } from 'react'
import { explanationOf } from '@/components/action/action-button'
import { SubmitForm } from '@/components/form/submit-form'
import { ConflictTable } from '@/components/incident/conflict-table'
import { useSubmit } from '@/components/form/use-submit'
import { useTRPC } from '@/components/trpc'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog } from '@/components/ui/dialog'
import { RadioGroup } from '@/components/ui/radio-group'
import { announce } from '@/components/ui/status'
import { setRoleInput } from '@/domain/input/account'
import { ROLE_LABEL, ROLES, type Role } from '@/domain/policy'
import { ROLE_MEANING, type People, type Person } from './view'

/** `page`: of people, which the answer is. */
type RankDialogProps = { person: Person; page: string | null; onClose: () => void; onDone: (people: People) => void }

export function RankDialog({ person, page, onClose, onDone }: RankDialogProps) {
  const trpc = useTRPC()
  const [role, setRole] = useState<Role>(person.role)
  const [isAdmin, setIsAdmin] = useState(person.isAdmin)
  const [base, setBase] = useState<Rank>(person)
  const sending = useSubmit({
    schema: setRoleInput,
    mutation: trpc.account.setRole.mutationOptions(),
    onFault: ({ kind, current }) => {
      if (kind === 'conflict' && current !== undefined) setBase(current as Rank)
    },
    onDone: (people: People) => {
      onDone(people)
      announce(`${person.name} is ${ROLE_LABEL[role].toLowerCase()} now.`)
      onClose()
    },
  })
  const { leaveLead, leaveAdmin } = person.can
  return (
    <Dialog isOpen onOpenChange={onClose} title={`The role of ${person.name}`}>
      <SubmitForm
        form={sending}
        submitLabel="Save"
        onSubmit={() => {
          sending.submit({ id: person.id, version: base.version, role, isAdmin, page })
        }}
        onCancel={onClose}
      >
        {sending.fault?.kind === 'conflict' && (
          <ConflictTable typed={wordsOf({ role, isAdmin })} current={wordsOf(base)} />
        )}
        <RadioGroup
          label="Role"
          value={role}
          onChange={setRole}
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
          onChange={setIsAdmin}
          isDisabled={person.isAdmin && !leaveAdmin.allowed}
          description={
            person.isAdmin && !leaveAdmin.allowed
              ? explanationOf(leaveAdmin)
              : 'Invites, suspends and resets. It gives no editorial right.'
          }
        >
          Looks after accounts
        </Checkbox>
      </SubmitForm>
    </Dialog>
  )
}

type Rank = Pick<Person, 'role' | 'isAdmin' | 'version'>

function wordsOf({ role, isAdmin }: Pick<Rank, 'role' | 'isAdmin'>) {
  return { Role: ROLE_LABEL[role], Accounts: isAdmin ? 'Looks after them' : 'No' }
}
