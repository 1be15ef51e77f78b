'use client'

import type { SubmitEvent } from 'react'
import { useState } from 'react'
import { choiceOf } from '@/components/origin/origin-draft'
import { Quotation } from '@/components/excerpt/quotation'
import { FormFault } from '@/components/form/form-fault'
import { useSubmit } from '@/components/form/use-submit'
import { useTRPC } from '@/components/trpc'
import { Button } from '@/components/ui/button'
import { Actions, Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { changeEvidenceInput } from '@/domain/input/evidence'
import { draftOf } from './evidence-draft'
import { EvidenceFields } from './evidence-fields'
import { OriginLine } from './origin-line'
import { useWorkspaceCache } from './use-workspace-cache'
import { StanceMark } from './stance-mark'
import { allEvidence, type Evidence, type Source, type Workspace } from './view'

type ChangeEvidenceDialogProps = { workspace: Workspace; evidence: Evidence; source: Source; onClose: () => void }

export function ChangeEvidenceDialog({ workspace, evidence, source, onClose }: ChangeEvidenceDialogProps) {
  const trpc = useTRPC()
  const keep = useWorkspaceCache()
  // What was there when one began: a change by somebody else in between is then told, not written over.
  const [base, setBase] = useState(evidence)
  const [draft, setDraft] = useState(() => draftOf(evidence))
  const form = useSubmit({
    schema: changeEvidenceInput,
    mutation: trpc.evidence.change.mutationOptions(),
    onDone: (view) => {
      keep(view)
      onClose()
    },
  })
  const current = form.fault?.current as Workspace | undefined
  const theirs = current && allEvidence(current).find((piece) => piece.id === base.id)
  function submit(event: SubmitEvent) {
    event.preventDefault()
    if (event.target !== event.currentTarget) return
    const seen = theirs ?? base
    setBase(seen)
    form.submit({
      incidentId: workspace.incident.id,
      id: base.id,
      version: seen.version,
      stance: base.claimId === null ? null : draft.stance,
      origin: choiceOf(draft.origin),
      relays: draft.relays.map((relay) => relay.id),
    })
  }
  return (
    <Dialog isOpen onOpenChange={onClose} title="Change this evidence" size="medium">
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        <Quotation exact={evidence.excerpt.exact} language={source.language} />
        <FormFault fault={form.fault} attempt={form.attempt} />
        {current !== undefined && theirs !== undefined && (
          <Notice tone="warning" title="It now says:">
            <StanceMark stance={theirs.stance} />
            <OriginLine workspace={current} evidence={theirs} />
            Save again to put yours over it, or cancel to keep it.
          </Notice>
        )}
        <EvidenceFields
          workspace={workspace}
          source={source}
          value={draft}
          onChange={setDraft}
          errors={form.fault?.fields ?? {}}
          isChange
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
