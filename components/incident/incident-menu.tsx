'use client'

import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ChevronDown } from 'lucide-react'
import { ActionButton, explanationOf } from '@/components/action/action-button'
import { faultOf } from '@/components/fault'
import { useTRPC } from '@/components/trpc'
import { Button } from '@/components/ui/button'
import { Menu } from '@/components/ui/menu'
import { announce } from '@/components/ui/status'
import { useWorkspaceResult } from '@/components/workspace/use-workspace'
import type { Workspace } from '@/components/workspace/view'
import type { Verdict } from '@/domain/verdict'
import { AddressDialog } from './address-dialog'
import { CloseDialog, ReopenDialog } from './close-dialog'
import { EditIncident } from './edit-incident'
import { RelatedDialog } from './related-dialog'
import { SidesDialog } from './sides-dialog'

type Open = 'edit' | 'sides' | 'related' | 'address' | 'close' | 'reopen' | null

/** Joining, and everything that is done with an incident as a whole. */
export function IncidentMenu({ workspace }: { workspace: Workspace }) {
  const [open, setOpen] = useState<Open>(null)
  const { incident, can } = workspace
  const isClosed = incident.state === 'closed'
  const dialog = (which: Open) => ({
    workspace,
    isOpen: open === which,
    onOpenChange: (isOpen: boolean) => {
      setOpen(isOpen ? which : null)
    },
  })
  const entry = (id: Exclude<Open, null>, label: string, verdict: Verdict) => ({
    id,
    label,
    onAction: () => {
      setOpen(id)
    },
    ...(!verdict.allowed && { isDisabled: true, explanation: explanationOf(verdict) }),
  })
  return (
    <div className="flex shrink-0 items-center gap-2 max-sm:flex-row-reverse">
      <Membership workspace={workspace} />
      <Menu
        label="The incident"
        trigger={
          <Button size="small">
            Incident
            <ChevronDown aria-hidden />
          </Button>
        }
        items={[
          entry('edit', 'Edit title, time, place, parties, tags…', can.edit),
          entry('sides', 'Sides…', can.edit),
          entry('related', 'Related incidents…', can.edit),
          entry('address', 'Public address…', can.edit),
          isClosed ? entry('reopen', 'Open again…', can.reopen) : entry('close', 'Close…', can.close),
        ]}
      />
      <EditIncident {...dialog('edit')} incident={incident} />
      <SidesDialog {...dialog('sides')} />
      <RelatedDialog {...dialog('related')} />
      <AddressDialog {...dialog('address')} />
      <CloseDialog {...dialog('close')} />
      <ReopenDialog {...dialog('reopen')} />
    </div>
  )
}

function Membership({ workspace: { incident, viewer, can } }: { workspace: Workspace }) {
  const trpc = useTRPC()
  const result = useWorkspaceResult()
  const said = {
    onSuccess: result.onSuccess,
    onError: (error: unknown) => {
      announce(faultOf(error).message, 'failed')
    },
  }
  const join = useMutation(trpc.incident.join.mutationOptions(said))
  const leave = useMutation(trpc.incident.leave.mutationOptions(said))
  const isOnIt = incident.members.some((member) => member.id === viewer.id)
  return (
    <ActionButton
      verdict={can.edit}
      size="small"
      variant="quiet"
      isPending={join.isPending || leave.isPending}
      onPress={() => {
        if (isOnIt) leave.mutate({ id: incident.id })
        else join.mutate({ id: incident.id })
      }}
    >
      {isOnIt ? 'Leave' : 'Join'}
    </ActionButton>
  )
}
