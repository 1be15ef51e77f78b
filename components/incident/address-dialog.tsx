'use client'

import { z } from 'zod'
import { UnsavedForm } from '@/components/draft/unsaved-form'
import { useUnsaved } from '@/components/draft/use-unsaved'
import { useSubmit } from '@/components/form/use-submit'
import { useTRPC } from '@/components/trpc'
import { Dialog } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/text-field'
import { useWorkspaceResult } from '@/components/workspace/use-workspace'
import type { Workspace } from '@/components/workspace/view'
import { changeSlugInput } from '@/domain/input/incident'
import { SLUG_MAX } from '@/domain/slug'

type Props = { workspace: Workspace; isOpen: boolean; onOpenChange: (isOpen: boolean) => void }

/** The address readers will have. An old one is never given to another incident and goes on leading here. */
export function AddressDialog(props: Props) {
  return (
    <Dialog isOpen={props.isOpen} onOpenChange={props.onOpenChange} title="Public address">
      <AddressForm {...props} />
    </Dialog>
  )
}

function AddressForm({ workspace: { incident }, onOpenChange }: Props) {
  const trpc = useTRPC()
  const { onSuccess, onFault } = useWorkspaceResult()
  const { id, version, slug } = incident
  const name = { of: `incident.address.${id}`, label: 'The address of an incident' }
  const unsaved = useUnsaved(name, z.string(), { version, draft: slug })
  const form = useSubmit({
    schema: changeSlugInput,
    mutation: trpc.incident.changeSlug.mutationOptions(),
    onFault,
    onDone: (view) => {
      unsaved.forget()
      onSuccess(view)
      onOpenChange(false)
    },
  })
  return (
    <UnsavedForm
      unsaved={unsaved}
      form={form}
      words={(typed) => ({ Address: typed })}
      fieldId={(path) => `address-${path}`}
      submitLabel="Change the address"
      onSubmit={(base) => {
        form.submit({ id, version: base, slug: unsaved.draft })
      }}
      onClose={() => {
        onOpenChange(false)
      }}
    >
      <TextField
        id="address-slug"
        label="Address"
        description={`/incidents/${unsaved.draft}. What is linked already goes on working: the old address redirects.`}
        value={unsaved.draft}
        onChange={unsaved.change}
        maxLength={SLUG_MAX}
        error={form.errorAt('slug')}
        spellCheck="false"
      />
    </UnsavedForm>
  )
}
