'use client'

import { useState } from 'react'
import { SubmitForm } from '@/components/form/submit-form'
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
export function AddressDialog({ workspace: { incident }, isOpen, onOpenChange }: Props) {
  const trpc = useTRPC()
  const { onSuccess, onFault } = useWorkspaceResult()
  const [typed, setTyped] = useState<string | null>(null)
  const form = useSubmit({
    schema: changeSlugInput,
    mutation: trpc.incident.changeSlug.mutationOptions(),
    onFault,
    onDone: (view) => {
      setTyped(null)
      onSuccess(view)
      onOpenChange(false)
    },
  })
  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} title="Public address">
      <SubmitForm
        form={form}
        fieldId={(path) => `address-${path}`}
        submitLabel="Change the address"
        onSubmit={() => {
          form.submit({ id: incident.id, version: incident.version, slug: typed ?? incident.slug })
        }}
        onCancel={() => {
          onOpenChange(false)
        }}
      >
        <TextField
          id="address-slug"
          label="Address"
          description={`/incidents/${typed ?? incident.slug}. What is linked already goes on working: the old address redirects.`}
          value={typed ?? incident.slug}
          onChange={setTyped}
          maxLength={SLUG_MAX}
          error={form.errorAt('slug')}
          spellCheck="false"
        />
      </SubmitForm>
    </Dialog>
  )
}
