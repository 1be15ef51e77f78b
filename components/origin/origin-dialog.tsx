'use client'

import type { SubmitEvent } from 'react'
import { useState } from 'react'
import { useWorkspaceCache } from '@/components/evidence/use-workspace-cache'
import type { Origin, Workspace } from '@/components/evidence/view'
import { FormFault } from '@/components/form/form-fault'
import { useSubmit } from '@/components/form/use-submit'
import { useTRPC } from '@/components/trpc'
import { Button } from '@/components/ui/button'
import { Actions, Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { changeOriginInput, nameOriginInput } from '@/domain/input/origin'
import { draftOfOrigin, emptyOrigin, factsOf } from './origin-draft'
import { OriginFacts } from './origin-fields'

type OriginDialogProps = { workspace: Workspace; origin: Origin | null; onClose: () => void }

/** Names an origin, or changes one. */
export function OriginDialog({ workspace, origin, onClose }: OriginDialogProps) {
  const trpc = useTRPC()
  const keep = useWorkspaceCache()
  const [base, setBase] = useState(origin)
  const [draft, setDraft] = useState(() => (origin === null ? emptyOrigin('new') : draftOfOrigin(origin)))
  const onDone = (view: Workspace) => {
    keep(view)
    onClose()
  }
  const naming = useSubmit({ schema: nameOriginInput, mutation: trpc.origin.name.mutationOptions(), onDone })
  const changing = useSubmit({ schema: changeOriginInput, mutation: trpc.origin.change.mutationOptions(), onDone })
  const form = base === null ? naming : changing
  const theirs = (form.fault?.current as Workspace | undefined)?.origins.find((found) => found.id === base?.id)
  function submit(event: SubmitEvent) {
    event.preventDefault()
    if (event.target !== event.currentTarget) return
    const facts = { incidentId: workspace.incident.id, ...factsOf(draft) }
    const seen = theirs ?? base
    setBase(seen)
    if (seen === null) naming.submit(facts)
    else changing.submit({ ...facts, id: seen.id, version: seen.version })
  }
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={origin === null ? 'Name an origin' : 'Change this origin'}
      size="medium"
    >
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        <FormFault fault={form.fault} attempt={form.attempt} />
        {theirs !== undefined && (
          <Notice tone="warning" title="It now says:">
            {theirs.label}. Save again to put yours over it, or cancel to keep it.
          </Notice>
        )}
        <OriginFacts
          workspace={workspace}
          value={draft}
          onChange={setDraft}
          errors={form.fault?.fields ?? {}}
          prefix=""
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
