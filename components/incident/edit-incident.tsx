'use client'

import { useState } from 'react'
import { FormFault } from '@/components/form/form-fault'
import { useSeenVersion } from '@/components/form/use-seen-version'
import { useSubmit } from '@/components/form/use-submit'
import { useTRPC } from '@/components/trpc'
import { Button } from '@/components/ui/button'
import { Actions, Dialog } from '@/components/ui/dialog'
import { useWorkspaceResult } from '@/components/workspace/use-workspace'
import type { IncidentHead } from '@/components/workspace/view'
import { editIncidentInput } from '@/domain/input/incident'
import { ConflictTable } from './conflict-table'
import { IncidentFields } from './incident-fields'
import { draftOfIncident, inputOfIncident, type IncidentDraft } from './use-incident-draft'
import { INCIDENT_TYPE_LABEL } from './words'

type DialogProps = { incident: IncidentHead; isOpen: boolean; onOpenChange: (isOpen: boolean) => void }

export function EditIncident(props: DialogProps) {
  return (
    <Dialog isOpen={props.isOpen} onOpenChange={props.onOpenChange} title="Edit the incident" size="medium">
      <EditForm {...props} />
    </Dialog>
  )
}

function EditForm({ incident, onOpenChange }: DialogProps) {
  const trpc = useTRPC()
  const { onSuccess, onFault } = useWorkspaceResult()
  const versionFor = useSeenVersion(incident.version)
  const [draft, setDraft] = useState(() => draftOfIncident(incident))
  const form = useSubmit({
    schema: editIncidentInput,
    mutation: trpc.incident.edit.mutationOptions(),
    onFault,
    onDone: (workspace) => {
      onSuccess(workspace)
      onOpenChange(false)
    },
  })
  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        form.submit({ id: incident.id, version: versionFor(form.fault), ...inputOfIncident(draft) })
      }}
    >
      <FormFault fault={form.fault} attempt={form.attempt} />
      {form.fault?.kind === 'conflict' && (
        <ConflictTable typed={wordsOf(draft)} current={wordsOf(draftOfIncident(incident))} />
      )}
      <IncidentFields
        draft={draft}
        onChange={(part) => {
          setDraft((before) => ({ ...before, ...part }))
        }}
        errorAt={form.errorAt}
      />
      <Actions>
        <Button type="submit" variant="primary" isPending={form.isPending}>
          Save
        </Button>
        <Button
          variant="quiet"
          onPress={() => {
            onOpenChange(false)
          }}
        >
          Cancel
        </Button>
      </Actions>
    </form>
  )
}

function wordsOf(draft: IncidentDraft): Record<string, string> {
  return {
    Title: draft.title,
    Kind: draft.type === null ? '' : INCIDENT_TYPE_LABEL[draft.type],
    When: draft.occurred,
    Where: draft.place?.name ?? '',
    Parties: draft.parties.map((party) => party.name).join(', '),
    Tags: draft.tags.join(', '),
  }
}
