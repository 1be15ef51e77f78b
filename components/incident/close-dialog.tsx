'use client'

import { z } from 'zod'
import { KeptForm } from '@/components/draft/kept-form'
import { useSubmit } from '@/components/form/use-submit'
import { useTRPC } from '@/components/trpc'
import { Dialog } from '@/components/ui/dialog'
import { RadioGroup } from '@/components/ui/radio-group'
import { ReasonDialog } from '@/components/draft/reason-dialog'
import { TextArea } from '@/components/ui/text-area'
import { useReason } from '@/components/draft/use-reason'
import { useUnsaved } from '@/components/draft/use-unsaved'
import { useWorkspaceResult } from '@/components/workspace/use-workspace'
import type { Workspace } from '@/components/workspace/view'
import { closeIncidentInput, reopenIncidentInput } from '@/domain/input/incident'
import { LIMITS } from '@/domain/input/text'
import { CLOSE_REASONS } from '@/domain/words'
import { IncidentPicker, pickedIncident } from './incident-picker'
import { CLOSE_REASON_LABEL } from './words'

type Props = { workspace: Workspace; isOpen: boolean; onOpenChange: (isOpen: boolean) => void }

const shape = z.object({ closeReason: z.enum(CLOSE_REASONS), other: pickedIncident.nullable(), note: z.string() })
const NOTHING: { version: number; draft: z.infer<typeof shape> } = {
  version: 0,
  draft: { closeReason: 'not_published', other: null, note: '' },
}

export function CloseDialog({ workspace, isOpen, onOpenChange }: Props) {
  const { incident } = workspace
  const trpc = useTRPC()
  const { onSuccess, onFault } = useWorkspaceResult()
  const unsaved = useUnsaved(
    { of: `incident.close.${incident.id}`, label: 'Why an incident is closed' },
    shape,
    NOTHING,
  )
  const { closeReason, other, note } = unsaved.draft
  const set = (part: Partial<typeof unsaved.draft>) => {
    unsaved.change({ ...unsaved.draft, ...part })
  }
  const form = useSubmit({
    schema: closeIncidentInput,
    mutation: trpc.incident.close.mutationOptions(),
    onFault,
    onDone: (view) => {
      unsaved.forget()
      onSuccess(view)
      onOpenChange(false)
    },
  })
  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} title="Close the incident?">
      <KeptForm
        unsaved={unsaved}
        form={form}
        fieldId={(path) => `close-${path}`}
        submitLabel="Close the incident"
        tone="danger"
        onSubmit={() => {
          const duplicateOf = closeReason === 'duplicate' ? (other?.id ?? null) : null
          form.submit({ id: incident.id, version: incident.version, closeReason, duplicateOf, note })
        }}
        onClose={() => {
          onOpenChange(false)
        }}
      >
        <RadioGroup
          label="Why"
          options={CLOSE_REASONS.map((reason) => ({ id: reason, label: CLOSE_REASON_LABEL[reason] }))}
          value={closeReason}
          onChange={(picked) => {
            set({ closeReason: picked })
          }}
        />
        {closeReason === 'duplicate' && (
          <IncidentPicker
            id="close-duplicateOf"
            label="Duplicate of"
            value={other}
            onChange={(incidentPicked) => {
              set({ other: incidentPicked })
            }}
            exceptId={incident.id}
            error={form.errorAt('duplicateOf')}
          />
        )}
        <TextArea
          id="close-note"
          label="Reason"
          isRequired
          rows={3}
          value={note}
          onChange={(typed) => {
            set({ note: typed })
          }}
          maxLength={LIMITS.reason}
          error={form.errorAt('note')}
          description="Stays in the history. A lead can open the incident again."
        />
      </KeptForm>
    </Dialog>
  )
}

export function ReopenDialog({ workspace, isOpen, onOpenChange }: Props) {
  const { incident } = workspace
  const reason = useReason({ of: `incident.reopen.${incident.id}`, label: 'Why an incident is opened again' })
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
