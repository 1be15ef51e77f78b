'use client'

import { useGo } from '@/components/desk/on-the-way'
import { KeptForm } from '@/components/draft/kept-form'
import { useSubmit } from '@/components/form/use-submit'
import { useTRPC } from '@/components/trpc'
import { LinkButton } from '@/components/ui/link-button'
import { useUnsaved } from '@/components/draft/use-unsaved'
import { createIncidentInput } from '@/domain/input/incident'
import { IncidentFields } from './incident-fields'
import { EMPTY_INCIDENT, incidentDraft, inputOfIncident } from './use-incident-draft'

/** The form that begins an incident. What is typed stays in this browser until it is made. */
export function NewIncident() {
  const trpc = useTRPC()
  const go = useGo()
  const name = { of: 'incident.new', label: 'A new incident' }
  const unsaved = useUnsaved(name, incidentDraft, { version: 0, draft: EMPTY_INCIDENT })
  const { draft } = unsaved
  const form = useSubmit({
    schema: createIncidentInput,
    mutation: trpc.incident.create.mutationOptions(),
    onDone: (workspace) => {
      unsaved.forget()
      go(`/desk/incidents/${workspace.incident.id}`)
    },
    onFault: ({ kind }) => {
      // Refused: what is sent next is another. Where no answer came it may be there, and the same is sent again.
      if (kind === 'fields') unsaved.change({ ...draft, id: undefined })
    },
  })
  return (
    <KeptForm
      unsaved={unsaved}
      form={form}
      submitLabel="Begin the incident"
      className="max-w-reading"
      onSubmit={() => {
        const id = draft.id ?? freshId()
        if (unsaved.isTyped) unsaved.change({ ...draft, id })
        form.submit({ ...inputOfIncident(draft), id })
      }}
      more={
        <LinkButton href="/desk" variant="quiet">
          Cancel
        </LinkButton>
      }
    >
      <IncidentFields
        draft={draft}
        onChange={(part) => {
          unsaved.change({ ...draft, ...part })
        }}
        errorAt={form.errorAt}
      />
    </KeptForm>
  )
}

/** Browsers give none on a page that came without https. */
const freshId = (): string | undefined => ('randomUUID' in crypto ? crypto.randomUUID() : undefined)
