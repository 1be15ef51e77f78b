'use client'

import { useRouter } from 'next/navigation'
import { FormFault } from '@/components/form/form-fault'
import { useSubmit } from '@/components/form/use-submit'
import { useTRPC } from '@/components/trpc'
import { Button } from '@/components/ui/button'
import { Actions } from '@/components/ui/dialog'
import { LinkButton } from '@/components/ui/link-button'
import { DiscardUnsaved } from '@/components/draft/unsaved-form'
import { useUnsaved } from '@/components/draft/use-unsaved'
import { createIncidentInput } from '@/domain/input/incident'
import { IncidentFields } from './incident-fields'
import { EMPTY_INCIDENT, incidentDraft, inputOfIncident } from './use-incident-draft'

/** The form that begins an incident. What is typed stays in this browser until it is made. */
export function NewIncident() {
  const trpc = useTRPC()
  const router = useRouter()
  const name = { of: 'incident.new', label: 'A new incident' }
  const unsaved = useUnsaved(name, incidentDraft, { version: 0, draft: EMPTY_INCIDENT })
  const { draft } = unsaved
  const form = useSubmit({
    schema: createIncidentInput,
    mutation: trpc.incident.create.mutationOptions(),
    onDone: (workspace) => {
      unsaved.forget()
      router.push(`/desk/incidents/${workspace.incident.id}`)
    },
  })
  return (
    <form
      noValidate
      className="flex max-w-reading flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        form.submit(inputOfIncident(draft))
      }}
    >
      <FormFault fault={form.fault} attempt={form.attempt} />
      <IncidentFields
        draft={draft}
        onChange={(part) => {
          unsaved.change({ ...draft, ...part })
        }}
        errorAt={form.errorAt}
      />
      <Actions>
        <Button type="submit" variant="primary" isPending={form.isPending}>
          Begin the incident
        </Button>
        <LinkButton href="/desk" variant="quiet">
          Cancel
        </LinkButton>
        <DiscardUnsaved unsaved={unsaved} onDiscarded={form.clear} />
      </Actions>
    </form>
  )
}
