'use client'

import { useState } from 'react'
import { explanationOf } from '@/components/action/action-button'
import { FormFault } from '@/components/form/form-fault'
import { useSubmit } from '@/components/form/use-submit'
import { useTRPC } from '@/components/trpc'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Actions, Dialog } from '@/components/ui/dialog'
import { RadioGroup } from '@/components/ui/radio-group'
import { announce } from '@/components/ui/status'
import { setRoleInput } from '@/domain/input/account'
import { ROLE_LABEL, ROLES, type Role } from '@/domain/policy'
import { ROLE_MEANING, type People, type Person } from './view'

type RankDialogProps = { person: Person; onClose: () => void; onDone: (people: People) => void }

export function RankDialog({ person, onClose, onDone }: RankDialogProps) {
  const trpc = useTRPC()
  const [role, setRole] = useState<Role>(person.role)
  const [isAdmin, setIsAdmin] = useState(person.isAdmin)
  const sending = useSubmit({
    schema: setRoleInput,
    mutation: trpc.account.setRole.mutationOptions(),
    onDone: (people: People) => {
      onDone(people)
      announce(`${person.name} is ${ROLE_LABEL[role].toLowerCase()} now.`)
      onClose()
    },
  })
  const { leaveLead, leaveAdmin } = person.can
  return (
    <Dialog isOpen onOpenChange={onClose} title={`The role of ${person.name}`}>
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          sending.submit({ id: person.id, version: person.version, role, isAdmin })
        }}
      >
        <FormFault fault={sending.fault} attempt={sending.attempt} />
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
        <Actions>
          <Button type="submit" variant="primary" isPending={sending.isPending}>
            Save
          </Button>
          <Button variant="quiet" onPress={onClose}>
            Cancel
          </Button>
        </Actions>
      </form>
    </Dialog>
  )
}
