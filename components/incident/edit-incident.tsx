'use client'

import { useSubmit } from '@/components/form/use-submit'
import { useTRPC } from '@/components/trpc'
import { Dialog } from '@/components/ui/dialog'
import { UnsavedForm } from '@/components/draft/unsaved-form'
import { useUnsaved } from '@/components/draft/use-unsaved'
import { useWorkspaceResult } from '@/components/workspace/use-workspace'
import type { IncidentHead } from '@/components/workspace/view'
import { editIncidentInput } from '@/domain/input/incident'
import { IncidentFields } from './incident-fields'
import { draftOfIncident, incidentDraft, inputOfIncident, type IncidentDraft } from './use-incident-draft'
import { INCIDENT_TYPE_LABEL } from './words'

type EditIncidentProps = {
  incident: IncidentHead
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

export function EditIncident(props: EditIncidentProps) {
  return (
    <Dialog isOpen={props.isOpen} onOpenChange={props.onOpenChange} title="Edit the incident" size="medium">
      <EditForm {...props} />
    </Dialog>
  )
}

function EditForm({ incident, onOpenChange }: EditIncidentProps) {
  const trpc = useTRPC()
  const { onSuccess, onFault } = useWorkspaceResult()
  const { id, version } = incident
  const name = { of: `incident.${id}`, label: 'The details of an incident' }
  const unsaved = useUnsaved(name, incidentDraft, { version, draft: draftOfIncident(incident) })
  const form = useSubmit({
    schema: editIncidentInput,
    mutation: trpc.incident.edit.mutationOptions(),
    onFault,
    onDone: (workspace) => {
      unsaved.forget()
      onSuccess(workspace)
      onOpenChange(false)
    },
  })
  return (
    <UnsavedForm
      unsaved={unsaved}
      form={form}
      words={wordsOf}
      onSubmit={(base) => {
        form.submit({ id, version: base, ...inputOfIncident(unsaved.draft) })
      }}
      onClose={() => {
        onOpenChange(false)
      }}
    >
      <IncidentFields
        draft={unsaved.draft}
        onChange={(part) => {
          unsaved.change({ ...unsaved.draft, ...part })
        }}
        errorAt={form.errorAt}
      />
    </UnsavedForm>
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
