'use client'

import type { SubmitEvent } from 'react'
import { useState } from 'react'
import { useWorkspaceCache } from '@/components/evidence/use-workspace-cache'
import { nameOfSource, type Source, type Workspace } from '@/components/evidence/view'
import { FormFault } from '@/components/form/form-fault'
import { useSubmit } from '@/components/form/use-submit'
import { LINEAGE_LABEL } from '@/components/source/words'
import { useTRPC } from '@/components/trpc'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Actions, Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { drawLineageInput } from '@/domain/input/lineage'
import { LIMITS } from '@/domain/input/text'
import { LINEAGE_KINDS, type LineageKind } from '@/domain/words'
import { LineageEffect } from './effect'

type LineageDialogProps = { workspace: Workspace; source: Source; onClose: () => void }

/** Draws an edge from this source to what it goes back to. */
export function LineageDialog({ workspace, source, onClose }: LineageDialogProps) {
  const trpc = useTRPC()
  const keep = useWorkspaceCache()
  const [kind, setKind] = useState<LineageKind>('reprint')
  const [ofId, setOfId] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [confirm, setConfirm] = useState(false)
  const incidentId = workspace.incident.id
  const others = workspace.sources.filter((other) => other.id !== source.id)
  const form = useSubmit({
    schema: drawLineageInput,
    mutation: trpc.lineage.draw.mutationOptions(),
    onDone: (view) => {
      keep(view)
      onClose()
    },
  })
  function submit(event: SubmitEvent) {
    event.preventDefault()
    form.submit({ incidentId, sourceId: source.id, ofId: ofId ?? '', kind, reason, confirm })
  }
  return (
    <Dialog isOpen onOpenChange={onClose} title="What this source goes back to" size="medium">
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        <p>
          <bdi className="font-medium">{nameOfSource(source)}</bdi> …
        </p>
        {others.length === 0 && (
          <Notice>There is no other source yet. Add the original first; it need not be held.</Notice>
        )}
        <FormFault fault={form.fault} attempt={form.attempt} />
        <Select
          label="How"
          value={kind}
          options={LINEAGE_KINDS.map((id) => ({ id, label: LINEAGE_LABEL[id] }))}
          onChange={setKind}
          error={form.errorAt('kind')}
        />
        <Select
          label="Which source"
          isRequired
          value={ofId}
          options={others.map((other) => ({
            id: other.id,
            label: nameOfSource(other),
            description: other.outlet?.name,
          }))}
          onChange={setOfId}
          error={form.errorAt('ofId') === undefined ? undefined : 'Choose the source it goes back to.'}
        />
        <TextArea
          label="What shows it"
          isRequired
          rows={2}
          placeholder="The same sentences in the same order; it credits the other at its foot."
          value={reason}
          onChange={setReason}
          maxLength={LIMITS.reason}
          error={form.errorAt('reason')}
        />
        {ofId !== null && <LineageEffect edge={{ incidentId, sourceId: source.id, ofId, kind }} />}
        <Checkbox
          isSelected={confirm}
          onChange={setConfirm}
          description="Otherwise it stands as a suggestion, which joins nothing until somebody confirms it."
        >
          Confirm it at once
        </Checkbox>
        <Actions>
          <Button type="submit" variant="primary" isPending={form.isPending}>
            Draw it
          </Button>
          <Button variant="quiet" onPress={onClose}>
            Cancel
          </Button>
        </Actions>
      </form>
    </Dialog>
  )
}
