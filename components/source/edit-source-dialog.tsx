'use client'

import type { SubmitEvent } from 'react'
import { useState } from 'react'
import { useWorkspaceCache } from '@/components/evidence/use-workspace-cache'
import type { Source, Workspace } from '@/components/evidence/view'
import { FormFault } from '@/components/form/form-fault'
import { useSubmit } from '@/components/form/use-submit'
import { useTRPC } from '@/components/trpc'
import { Button } from '@/components/ui/button'
import { Actions, Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { editSourceInput } from '@/domain/input/source'
import { draftOfSource, editInput, type SourceDraft } from './source-draft'
import { SourceFields } from './source-fields'
import { SourceLine } from './source-line'

type EditSourceDialogProps = { workspace: Workspace; source: Source; onClose: () => void }

export function EditSourceDialog({ workspace, source, onClose }: EditSourceDialogProps) {
  const trpc = useTRPC()
  const keep = useWorkspaceCache()
  const [base, setBase] = useState(source)
  const [draft, setDraft] = useState<SourceDraft>(() => draftOfSource(source))
  const form = useSubmit({
    schema: editSourceInput,
    mutation: trpc.source.edit.mutationOptions(),
    onDone: (view) => {
      keep(view)
      onClose()
    },
  })
  const theirs = sourceIn(form.fault?.current, base.id)
  function submit(event: SubmitEvent) {
    event.preventDefault()
    if (event.target !== event.currentTarget) return
    // Both versions were on the screen: saving now is meant to go over theirs.
    const seen = theirs ?? base
    setBase(seen)
    form.submit(editInput(draft, { incidentId: workspace.incident.id, id: seen.id, version: seen.version }))
  }
  return (
    <Dialog isOpen onOpenChange={onClose} title="Edit what is known of this source" size="medium">
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        <FormFault fault={form.fault} attempt={form.attempt} fieldId={(path) => `edit-${path}`} />
        {theirs !== undefined && (
          <Notice tone="warning" title="It now says:">
            <SourceLine source={theirs} /> Save again to put yours over it, or cancel to keep it.
          </Notice>
        )}
        <SourceFields
          value={draft}
          onChange={(part) => {
            setDraft({ ...draft, ...part })
          }}
          errors={form.fault?.fields ?? {}}
          idPrefix="edit-"
        />
        <Actions>
          <Button type="submit" variant="primary" isPending={form.isPending}>
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

/** The source as the workspace that a stale write met has it. */
function sourceIn(current: unknown, id: string): Source | undefined {
  return (current as Workspace | undefined)?.sources.find((source) => source.id === id)
}
