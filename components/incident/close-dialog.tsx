'use client'

import { useState } from 'react'
import { SubmitForm } from '@/components/form/submit-form'
import { useSubmit } from '@/components/form/use-submit'
import { useTRPC } from '@/components/trpc'
import { Dialog } from '@/components/ui/dialog'
import { RadioGroup } from '@/components/ui/radio-group'
import { ReasonDialog } from '@/components/ui/reason-dialog'
import { TextArea } from '@/components/ui/text-area'
import { useReason } from '@/components/workspace/use-reason'
import { useWorkspaceResult } from '@/components/workspace/use-workspace'
import type { Workspace } from '@/components/workspace/view'
import { closeIncidentInput, reopenIncidentInput } from '@/domain/input/incident'
import { LIMITS } from '@/domain/input/text'
import { CLOSE_REASONS, type CloseReason } from '@/domain/words'
import { IncidentPicker, type PickedIncident } from './incident-picker'
import { CLOSE_REASON_LABEL } from './words'

type Props = { workspace: Workspace; isOpen: boolean; onOpenChange: (isOpen: boolean) => void }

export function CloseDialog({ workspace, isOpen, onOpenChange }: Props) {
  const { incident, viewer } = workspace
  const trpc = useTRPC()
  const { onSuccess, onFault } = useWorkspaceResult()
  const [closeReason, setCloseReason] = useState<CloseReason>('not_published')
  const [other, setOther] = useState<PickedIncident | null>(null)
  const note = useReason(`close.${incident.id}`, viewer.id)
  const form = useSubmit({
    schema: closeIncidentInput,
    mutation: trpc.incident.close.mutationOptions(),
    onFault,
    onDone: (view) => {
      note.forget()
      onSuccess(view)
      onOpenChange(false)
    },
  })
  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} title="Close the incident?">
      <SubmitForm
        form={form}
        fieldId={(path) => `close-${path}`}
        submitLabel="Close the incident"
        tone="danger"
        onSubmit={() => {
          const duplicateOf = closeReason === 'duplicate' ? (other?.id ?? null) : null
          form.submit({ id: incident.id, version: incident.version, closeReason, duplicateOf, note: note.text })
        }}
        onCancel={() => {
          onOpenChange(false)
        }}
      >
        <RadioGroup
          label="Why"
          options={CLOSE_REASONS.map((reason) => ({ id: reason, label: CLOSE_REASON_LABEL[reason] }))}
          value={closeReason}
          onChange={setCloseReason}
        />
        {closeReason === 'duplicate' && (
          <IncidentPicker
            id="close-duplicateOf"
            label="Duplicate of"
            value={other}
            onChange={setOther}
            exceptId={incident.id}
            error={form.errorAt('duplicateOf')}
          />
        )}
        <TextArea
          id="close-note"
          label="Reason"
          isRequired
          rows={3}
          value={note.text}
          onChange={note.change}
          maxLength={LIMITS.reason}
          error={form.errorAt('note')}
          description="Stays in the history. A lead can open the incident again."
        />
      </SubmitForm>
    </Dialog>
  )
}

export function ReopenDialog({ workspace, isOpen, onOpenChange }: Props) {
  const { incident, viewer } = workspace
  const reason = useReason(`reopen.${incident.id}`, viewer.id)
  const trpc = useTRPC()
  const { onSuccess, onFault } = useWorkspaceResult()
  const form = useSubmit({
    schema: reopenIncidentInput,
    mutation: trpc.incident.reopen.mutationOptions(),
    onFault,
    onDone: (view) => {
      reason.forget()
      onSuccess(view)
      onOpenChange(false)
    },
  })
  return (
    <ReasonDialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title="Open the incident again?"
      confirmLabel="Open again"
      reason={reason}
      maxLength={LIMITS.reason}
      isPending={form.isPending}
      error={form.fault?.message}
      onConfirm={(note) => {
        form.submit({ id: incident.id, version: incident.version, note })
      }}
    />
  )
}
